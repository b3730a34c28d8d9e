#include "ui/panels/study_answer_panel.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/local_day.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/actions/select.h"
#include "chart/message_words.h"
#include "report/words.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/card_parts.h"
#include "ui/panels/paper_panel.h"
#include "ui/panels/study_figures_page.h"
#include "ui/scale.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr const char* grade_name(Grade grade) {
    return grade == Grade::again  ? word("Again")
           : grade == Grade::hard ? word("Hard")
           : grade == Grade::good ? word("Good")
                                  : word("Easy");
}

// A number that says how well, large, with words beside it.
void large_number(const Ui& ui, std::string_view number, std::string_view words, std::string_view small) {
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(ui, Face::large, number);
    draw_text(ui, list, at, Face::large, c.ink, number);
    const float x = at.x + size.x + ui.px(16), room = ImGui::GetContentRegionAvail().x - size.x - ui.px(20);
    draw_text(ui, list, {x, at.y}, Face::title, c.accent, fit(ui, Face::title, words, room));
    const float small_height = text_size(ui, Face::small, small, room).y;
    draw_text(ui, list, {x, at.y + ui.px(24)}, Face::small, c.quiet, small, room);
    ImGui::Dummy({0, std::max(size.y, ui.px(26) + small_height)});
    gap(ui, 8);
}

// The score as a bar, with a tick where it is enough and where nobody does better.
void score_bar(const Ui& ui, float score) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), high = ui.px(6), top = at.y + ui.px(4);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({at.x, top}, {at.x + width, top + high}, c.line, high / 2);
    if (score > 0)
        list.AddRectFilled({at.x, top}, {at.x + std::max(high, score * width), top + high}, c.accent, high / 2);
    for (const float tick : {zone_pass, zone_full}) {
        const float x = std::round(at.x + tick * width);
        list.AddRectFilled({x - ui.px(1), top - ui.px(4)}, {x + ui.px(1), top + high + ui.px(4)}, c.ink);
    }
    ImGui::Dummy({width, ui.px(14)});
    gap(ui, 6);
}

void row(const Ui& ui, std::string_view name, std::string_view value) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), size = text_size(ui, Face::strong, value).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, list, at, Face::body, ui.colors().ink, name, width - size - ui.px(12));
    draw_text(ui, list, {at.x + width - size, at.y}, Face::strong, ui.colors().ink, value);
    ImGui::Dummy({width, text_size(ui, Face::body, name, width - size - ui.px(12)).y});
    gap(ui, 4);
}

// A card with a heading; its text is drawn by the caller.
void card(const Ui& ui, std::string_view title, const std::function<void(float pad)>& body) {
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), pad = ui.px(12);
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::BeginGroup();
    gap(ui, 10);
    paragraph(ui, Face::small_strong, c.ink, title, pad, pad);
    gap(ui, 4);
    body(pad);
    gap(ui, 8);
    ImGui::EndGroup();
    const ImVec2 end = at + ImVec2{width, ImGui::GetItemRectSize().y};
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(at, end, c.surface, ui.px(8));
    list.AddRect(at, end, c.line, ui.px(8));
    list.ChannelsMerge();
    ImGui::SetCursorScreenPos({at.x, end.y});
    gap(ui, 10);
}

// A choice of several lines that is pressed, with the key that does the same.
bool choice(Ui& ui, const std::string& name, std::string_view text, std::string_view key) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), lead = ui.px(30);
    const float height = std::max(ui.px(40), text_size(ui, Face::body, text, width - lead - ui.px(12)).y + ui.px(18));
    const ItemState s = item(ui, name, {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width, height}, s.hovered ? c.hover : c.surface, ui.px(8));
    list.AddRect(at, at + ImVec2{width, height}, c.line, ui.px(8));
    draw_text(ui, list, at + ImVec2{ui.px(12), ui.px(9)}, Face::body, c.quiet, key);
    draw_text(ui, list, at + ImVec2{lead, ui.px(9)}, Face::body, c.ink, text, width - lead - ui.px(12));
    gap(ui, 6);
    return s.pressed;
}

// The same with a box that is ticked, for one of several answers.
bool tick(Ui& ui, const std::string& name, std::string_view text, bool on) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4), lead = ui.px(36), side = ui.px(18);
    const float words = text_size(ui, Face::body, text, width - lead - ui.px(8)).y;
    const float height = words + ui.px(14);
    const ItemState s = item(ui, name, {width, height});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{width, height}, c.hover, ui.px(8));
    const ImVec2 low = at + ImVec2{ui.px(8), ui.px(8)}, high = low + ImVec2{side, side};
    if (on) {
        list.AddRectFilled(low, high, c.accent, ui.px(4));
        draw_text_centred(ui, list, to_rect(low, high), Face::icon, c.on_accent, icon::check);
    } else {
        list.AddRect(low, high, c.control, ui.px(4), 0, ui.px(1));
    }
    draw_text(ui, list, at + ImVec2{lead, ui.px(7)}, Face::body, c.ink, text, width - lead - ui.px(8));
    return s.pressed;
}

}  // namespace

std::string interval_words(const Ui& ui, std::chrono::minutes interval) {
    const auto count = [&](const char* phrase, double number) {
        return ui.scene.phrase_count(phrase, static_cast<std::size_t>(std::max(1.0, std::round(number))));
    };
    const auto minutes = static_cast<double>(interval.count());
    if (minutes < 60) return ui.scene.phrase(word("{} min"), std::to_string(std::max(1L, std::lround(minutes))));
    if (minutes < 24 * 60) return count(word("{} hours"), minutes / 60);
    const double days = minutes / (24 * 60);
    if (days < 60) return count(word("{} days"), days);
    return days < 720 ? count(word("{} months"), days / 30.44) : count(word("{} years"), days / 365.25);
}

// The score, and a line for each question with what is right.
void StudyAnswerPanel::draw_result(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    const ExamResult& result = *study.session().exam_result();
    const float all = result.exam.points(), share = all > 0 ? result.points() / all : 0;
    large_number(ui, percent(share), ui.say("Result of the exam"),
                 ui.scene.phrase(word("{} of {} points in {} min"),
                                 {fmt::format("{:.1f}", result.points()), fmt::format("{:.0f}", all),
                                  fmt::format("{:.1f}", result.seconds() / 60)}));
    if (text_button(ui, "study/result_save", icon::download, ui.say("Keep the result"), ButtonKind::primary))
        study.dialog.open(ui, StudyTab::exam);
    ImGui::SameLine(0, ui.px(8));
    if (text_button(ui, "study/result_close", nullptr, ui.say("Close"), ButtonKind::plain))
        return study.session().forget_result();
    gap(ui, 14);
    for (std::size_t i = 0; i < result.answers.size(); ++i) {
        const Question& question = result.exam.questions[i];
        row(ui, fmt::format("{}. {}", i + 1, question.title), fmt::format("{:.2f}", result.answers[i].points));
        const std::string said = result.answers[i].said;
        paragraph(ui, Face::small, c.quiet, said.empty() ? ui.say("left out") : ui.say("You said: {}", said), 0,
                  ui.px(4));
        paragraph(ui, Face::small, c.ink,
                  right_answer(ui.scene, study.session().questions(), question, result.exam.request.body), 0, ui.px(4));
        paragraph(ui, Face::small, c.quiet,
                  grounds(study.session().questions().lesson(question.card, result.exam.request.body)), 0, ui.px(4));
        gap(ui, 10);
    }
}

void StudyAnswerPanel::draw_idle(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    if (study.session().exam_result()) return draw_result(ui, study);
    const Learner* learner = study.session().learner();
    // Where the decks are not beside it.
    if (ImGui::GetIO().DisplaySize.x < ui.px(narrow_window)) {
        const Deck* deck = study.session().deck();
        if (learner && deck) {
            const std::size_t left = study.session().plan().cards.size();
            paragraph(ui, Face::strong, c.ink, deck->name + " \u00b7 " + ui.scene.phrase_count(word("{} cards"), left),
                      0, ui.px(4));
            gap(ui, 8);
        }
        if (text_button(ui, "study/start", nullptr, ui.say("Begin"), ButtonKind::primary)) return study.begin(ui);
        ImGui::SameLine(0, ui.px(8));
        if (text_button(ui, "study/to_decks", icon::list, ui.say("Decks"), ButtonKind::plain))
            open_panel(ui, PanelSide::left);
        gap(ui, 14);
    }
    paragraph(ui, Face::title, c.ink, ui.say("How it works"));
    gap(ui, 10);
    for (const char* words : {word("A few cards a day. Each comes again just before you would forget it."),
                              word("Locate a point: click it; paint a zone: with the brush, on the body. How near you "
                                   "were is measured on the skin."),
                              word("Zones differ between people and between books: a centimetre is no error, and where "
                                   "sources are unsure the question says so."),
                              word("Muscles whose patterns are nearly the same count as the same answer.")}) {
        paragraph(ui, Face::body, c.ink, ui.say(words), 0, ui.px(4));
        gap(ui, 8);
    }
    gap(ui, 6);
    if (learner && learner->settings.first_lesson_done &&
        link(ui, "study/first_lesson", icon::retry, ui.say("The first lesson again"))) {
        study.session().begin_first_lesson();
        study.show_page(ui, StudyPage::learn);
    }
}

void StudyAnswerPanel::draw_options(Ui& ui, StudyPanel& study) {
    const auto& options = study.session().question().options;
    for (std::size_t i = 0; i < options.size(); ++i)
        if (choice(ui, "study/option/" + std::to_string(i + 1), options[i].text, std::to_string(i + 1))) {
            study.session().answer_with_option(i);
            return study.answered(ui);
        }
}

void StudyAnswerPanel::draw_ticks(Ui& ui, StudyPanel& study) {
    const auto& options = study.session().question().options;
    for (std::size_t i = 0; i < options.size() && i < study.ticked.size(); ++i) {
        if (i == 0 || options[i].sign != options[i - 1].sign)
            heading(ui, ui.say(options[i].sign ? word("Asked first, as warning signs") : word("Muscles")));
        if (tick(ui, "study/tick/" + std::to_string(i + 1), options[i].text, study.ticked[i]))
            study.ticked[i] = !study.ticked[i];
    }
    gap(ui, 8);
}

void StudyAnswerPanel::draw_asking(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    StudySession& session = study.session();
    const Question& question = session.question();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
    if (session.in_first_lesson()) {
        static constexpr std::array told{
            word(
                "Welcome. One point, three questions. First: where is it? The front edge of the slope between neck and "
                "shoulder, about half-way up. Click there; a second click moves the mark."),
            word("Its pain is not felt where it starts. Paint where you think it goes; the wheel with Shift makes the "
                 "brush "
                 "thicker. Hint: up the side of the neck, and then to the head."),
            word("Now the other way round: the pattern is shown, and you say whose it is. Type a name; small slips are "
                 "forgiven.")};
        notice(ui, icon::info, c.selected, c.on_selected,
               ui.say(told[static_cast<std::size_t>(std::clamp(session.first_lesson_step(), 0, 2))]), width);
        gap(ui, 12);
    }
    paragraph(ui, Face::body, c.ink, study.instruction(ui), 0, ui.px(4));
    gap(ui, 10);
    if (!question.caution.empty()) {
        notice(ui, icon::info, c.notice_paper, c.notice, question.caution, width);
        gap(ui, 10);
    }
    if (asked_of(question.card.kind) == AskedOf::complaint) {
        draw_ticks(ui, study);
    } else if (question.by_name && !study.four) {
        bool entered = false;
        text_field(ui, "study/typed", study.typed, {ui.say("Name of the muscle")}, width, nullptr,
                   std::exchange(study.take_field, false), &entered);
        gap(ui, 10);
        if (entered && study.can_be_done(ui)) return study.done(ui);
        if (link(ui, "study/four", icon::list,
                 ui.say(session.in_exam() ? word("Choose among four") : word("Choose among four (counts as hard)"))))
            study.four = true;
        gap(ui, 10);
    } else if (!question.options.empty()) {
        draw_options(ui, study);
        if (session.step() != StudyStep::asking) return;
    }
    const bool chosen =
        !question.options.empty() && !question.by_name && asked_of(question.card.kind) != AskedOf::complaint;
    if (!chosen && !(question.by_name && study.four)) {
        if (text_button(ui, "study/done", icon::check, ui.say("Done"), ButtonKind::primary, study.can_be_done(ui)))
            return study.done(ui);
        if (question.card.kind == QuestionKind::paint_zone) {
            ImGui::SameLine(0, ui.px(8));
            if (text_button(ui, "study/clear", icon::retry, ui.say("Paint again"), ButtonKind::plain,
                            study.can_be_done(ui)))
                study.paint_again(ui);
        }
        gap(ui, 10);
    }
    if (link(ui, "study/give_up", icon::help,
             ui.say(session.in_exam() ? word("Leave it out") : word("I don't know: show it")))) {
        session.give_up();
        study.answered(ui);
    }
}

// What was ticked and what is right, line by line.
void StudyAnswerPanel::draw_ticked(Ui& ui, StudyPanel& study) {
    const auto& options = study.session().question().options;
    for (std::size_t i = 0; i < options.size() && i < study.ticked.size(); ++i) {
        const AnswerOption& option = options[i];
        const bool ticked = study.ticked[i];
        if (!option.right && !ticked) continue;
        const std::string_view how = ui.say(option.right && ticked ? word("correct")
                                            : option.right         ? word("missed")
                                                                   : word("not commonly named"));
        row(ui, option.text, how);
    }
}

void StudyAnswerPanel::draw_outcome(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    StudySession& session = study.session();
    const Outcome& outcome = session.outcome();
    const Question& question = session.question();
    const std::string_view judged = ui.say(outcome.right                   ? word("Correct")
                                           : outcome.grade == Grade::again ? word("Not yet")
                                                                           : word("Nearly"));
    if (outcome.zone) {
        const ZoneScore& zone = *outcome.zone;
        const std::string_view how = zone.wrong_side          ? ui.say("The wrong side")
                                     : zone.score < zone_pass ? ui.say("Not yet")
                                     : zone.score < zone_good ? ui.say("Hard")
                                     : zone.score < zone_full ? ui.say("Good")
                                                              : ui.say("As well as anyone");
        large_number(ui, fmt::format("{:.2f}", zone.score), how,
                     ui.scene.phrase(word("pass {}, full marks {}"),
                                     {fmt::format("{:.2f}", zone_pass), fmt::format("{:.2f}", zone_full)}));
        score_bar(ui, zone.score);
        row(ui, ui.say("Zone you painted"), percent(zone.found));
        row(ui, ui.say("Paint that lies in the zone"), percent(zone.in_zone));
        row(ui, ui.say("Overlap as it lies (Dice), not scored"), fmt::format("{:.2f}", zone.dice));
    } else if (outcome.distance_cm) {
        const float tolerance = session.questions().tolerance_cm(question.about.muscle, ui.document().view.body);
        large_number(ui, fmt::format("{:.1f} cm", *outcome.distance_cm), judged,
                     ui.scene.phrase(word("over the skin; within {} cm counts"), fmt::format("{:.1f}", tolerance)));
    } else if (outcome.tick_score) {
        large_number(ui, percent(*outcome.tick_score), judged, ui.say("of ticks and what is right"));
        draw_ticked(ui, study);
    } else {
        paragraph(ui, Face::large, outcome.right ? c.accent : c.ink, judged);
        gap(ui, 6);
        // A slip that was forgiven is seen, so that it is not learned.
        if (!outcome.said.empty() && fold(outcome.said) != fold(session.lesson().answer)) {
            paragraph(ui, Face::small, c.quiet, ui.scene.phrase(word("You said: {}"), outcome.said), 0, ui.px(4));
            gap(ui, 4);
        }
        if (outcome.near_name) {
            paragraph(ui, Face::small, c.quiet, ui.say("That is the whole muscle: this is one part of it."), 0,
                      ui.px(4));
            gap(ui, 4);
        }
        if (outcome.same_pattern) {
            paragraph(ui, Face::small, c.quiet, ui.say("Its pattern is nearly the same, so it counts."), 0, ui.px(4));
            gap(ui, 4);
        }
    }
    if (!outcome.tick_score) {
        gap(ui, 4);
        paragraph(ui, Face::strong, c.ink, session.lesson().answer, 0, ui.px(4));
    }
    gap(ui, 10);
}

void StudyAnswerPanel::draw_lesson(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    const Lesson& lesson = study.session().lesson();
    const bool complaint = asked_of(study.session().question().card.kind) == AskedOf::complaint;
    if (!lesson.remember.empty())
        card(ui, ui.say(complaint ? word("Ask first") : word("What to remember")), [&](float pad) {
            for (const std::string& line : lesson.remember) {
                paragraph(ui, Face::body, complaint ? c.notice : c.ink, line, pad, pad);
                gap(ui, 4);
            }
        });
    for (const bool counts : {true, false}) {
        if (std::ranges::find(lesson.confusions, counts, &Confusion::counts) == lesson.confusions.end()) continue;
        card(ui, ui.say(counts ? word("Counts as the same answer") : word("Not to be confused with")), [&](float pad) {
            for (const Confusion& one : lesson.confusions) {
                if (one.counts != counts) continue;
                paragraph(ui, Face::small_strong, c.ink, one.name, pad, pad);
                paragraph(ui, Face::small, c.quiet, one.how, pad, pad);
                gap(ui, 6);
            }
        });
    }
    if (lesson.confidence) {
        draw_confidence(ui, *ImGui::GetWindowDrawList(), ImGui::GetCursorScreenPos(), *lesson.confidence, c.ink);
        ImGui::Dummy({0, ui.px(22)});
    } else {
        paragraph(ui, Face::small, c.ink, capitalised(lesson.confidence_words), 0, ui.px(4));
        gap(ui, 2);
    }
    paragraph(ui, Face::small, c.quiet, source_titles(ui.scene, lesson), 0, ui.px(4));
    gap(ui, 12);
    StudySession& session = study.session();
    const int about = session.question().about.muscle;
    if (about < 0 || !session.learner()) return;
    const std::string& muscle = ui.scene.atlas.muscles[static_cast<std::size_t>(about)].id;
    const bool own = std::ranges::find(session.learner()->settings.own_muscles, muscle) !=
                     session.learner()->settings.own_muscles.end();
    if (link(ui, "study/own", own ? icon::minus : icon::plus,
             ui.say(own ? word("Take the muscle out of my own choice") : word("Add the muscle to my own choice"))))
        session.toggle_own(muscle);
}

void StudyAnswerPanel::draw_grades(Ui& ui, StudyPanel& study) {
    const Colors& c = ui.colors();
    StudySession& session = study.session();
    paragraph(ui, Face::small_strong, c.quiet, ui.say("How well did you know it?"));
    gap(ui, 8);
    const auto intervals = session.intervals();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float between = ui.px(4), width = (ImGui::GetContentRegionAvail().x - ui.px(4) - 3 * between) / 4;
    const float high = ui.px(58);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    std::optional<Grade> wanted;
    {
        const FocusGroup group(ui, "study/grades");
        for (int i = 0; i < 4; ++i) {
            const auto grade = static_cast<Grade>(i + 1);
            const ImVec2 low{at.x + static_cast<float>(i) * (width + between), at.y}, end = low + ImVec2{width, high};
            ImGui::SetCursorScreenPos(low);
            const bool on = session.outcome().grade == grade;
            const ItemState s = item(ui, "study/grade/" + std::to_string(i + 1), {width, high}, {.chosen = on});
            if (s.pressed) wanted = grade;
            list.AddRectFilled(low, end, on ? c.selected : s.hovered ? c.hover : c.surface, ui.px(6));
            list.AddRect(low, end, on ? c.accent : c.line, ui.px(6), 0, ui.px(on ? 2 : 1));
            const ImU32 ink = on ? c.on_selected : c.ink;
            draw_text_centred(ui, list, {low.x, low.y + ui.px(6), width, ui.px(24)}, Face::strong, ink,
                              fit(ui, Face::strong, ui.say(grade_name(grade)), width - ui.px(6)));
            draw_text_centred(
                ui, list, {low.x, low.y + ui.px(29), width, ui.px(20)}, Face::small, on ? ink : c.quiet,
                fit(ui, Face::small, interval_words(ui, intervals[static_cast<std::size_t>(i)]), width - ui.px(6)));
            draw_text_centred(ui, list, {low.x, low.y + high, width, ui.px(22)}, Face::small, c.quiet,
                              std::to_string(i + 1));
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + high + ui.px(24)});
    if (wanted) session.regrade(*wanted);
    const auto next = intervals[static_cast<std::size_t>(session.outcome().grade) - 1];
    if (next >= std::chrono::hours(24)) {
        paragraph(ui, Face::small, c.ink,
                  ui.scene.phrase(word("Next review: {}"), date_of_day(local_day(session.now() + next))));
        gap(ui, 10);
    } else {
        gap(ui, 4);
    }
    const bool last = session.in_first_lesson() && session.first_lesson_step() + 1 == StudySession::first_lesson_steps;
    if (text_button(ui, "study/next", icon::arrow_right, ui.say(last ? word("Finish the lesson") : word("Next card")),
                    ButtonKind::primary))
        return study.next(ui);
    if (session.question().about.muscle >= 0) {
        ImGui::SameLine(0, ui.px(8));
        if (text_button(ui, "study/card", nullptr, ui.say("Card"), ButtonKind::plain)) {
            const PointRef about = session.question().about;
            ui.modes.choose(ui, 0);
            ui.act([&](Document& d) {
                return about.point >= 0 ? select_point(d, ui.scene, about) : select_muscle(d, ui.scene, about.muscle);
            });
            open_panel(ui, PanelSide::right);
        }
    }
    gap(ui, 10);
}

void StudyAnswerPanel::draw(Ui& ui, const Rect& rect) {
    StudyPanel& study = *ui.modes.panel<StudyPanel>();
    StudySession& session = study.session();
    study.update(ui);
    std::string shown = "idle";
    if (study.page() == StudyPage::figures)
        shown = "figures";
    else if (session.step() != StudyStep::idle)
        shown = to_text(session.question().card) + (session.step() == StudyStep::asking ? "/asking" : "/answered");
    const PaperPanel panel{
        .name = "study answer",
        .child = shown,
        .honesty = std::string(ui.say("Zones differ between people. Commonly drawn patterns, for learning; "
                                      "never a diagnosis.")),
        .pad_design = 16};
    draw_paper_panel(ui, rect, panel, [&] {
        const Colors& c = ui.colors();
        for (const std::string& trouble : study.troubles(ui)) {
            notice(ui, icon::warning, c.notice_paper, c.notice, trouble, ImGui::GetContentRegionAvail().x - ui.px(4));
            gap(ui, 12);
        }
        if (study.page() == StudyPage::figures) return draw_study_figures(ui, study);
        switch (session.step()) {
            case StudyStep::idle:
                return draw_idle(ui, study);
            case StudyStep::asking:
                return draw_asking(ui, study);
            case StudyStep::answered:
                break;
        }
        draw_outcome(ui, study);
        draw_grades(ui, study);
        rule(ui);
        gap(ui, 12);
        draw_lesson(ui, study);
    });
}

}  // namespace myomap
