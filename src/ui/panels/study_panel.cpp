#include "ui/panels/study_panel.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_fields.h"
#include "chart/message_words.h"
#include "study/database.h"
#include "study/known_chart.h"
#include "ui/icons.h"
#include "ui/mode.h"
#include "ui/panels/card_parts.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace {

constexpr std::array pages{Segment{"learn", nullptr, word("Learn"), word("One question after the other"), ""},
                           Segment{"figures", nullptr, word("Figures"), word("How well each muscle is known"), ""}};

UtcTime by_the_clock() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

// As scripts say it: "asking paint_zone:soleus/TrP1", "answered nerve:soleus good".
std::string said(const StudySession& session) {
    if (session.step() == StudyStep::idle) return "idle";
    const std::string card = to_text(session.question().card);
    if (session.step() == StudyStep::asking) return "asking " + card;
    static constexpr std::array grades{"again", "hard", "good", "easy"};
    return "answered " + card + " " + grades[static_cast<std::size_t>(session.outcome().grade) - 1];
}

// Filled from the left; what it says stands beside it in words.
void share_bar(const Ui& ui, float share, float indent = 0) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos() + ImVec2{indent, 0};
    const float width = ImGui::GetContentRegionAvail().x - indent - ui.px(8), high = ui.px(6);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width, high}, c.line, high / 2);
    if (share > 0)
        list.AddRectFilled(at, at + ImVec2{std::max(high, std::min(1.f, share) * width), high}, c.accent, high / 2);
    ImGui::Dummy({width, high});
}

// Words at the left and others at the right of one line.
void two_ends(const Ui& ui, Face face, std::string_view left, ImU32 left_color, std::string_view right,
              ImU32 right_color) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8), size = text_size(ui, face, right).x;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(ui, list, at, face, left_color, fit(ui, face, left, width - size - ui.px(8)));
    draw_text(ui, list, {at.x + width - size, at.y}, face, right_color, right);
    ImGui::Dummy({width, text_size(ui, face, "x").y});
}

}  // namespace

// ---- the session and the chart

void StudyPanel::open_session(Ui& ui) {
    if (session_) return;
    std::unique_ptr<Progress> progress;
    Message problem;
    if (!ui.state.progress_file.empty()) try {
            progress = std::make_unique<Progress>(ui.state.progress_file);
        } catch (const DatabaseError& error) {
            problem = error.message;
        }
    session_ = std::make_unique<StudySession>(
        ui.scene, std::move(progress), [&state = ui.state] { return state.clock_at.value_or(by_the_clock()); },
        std::move(problem));
}

void StudyPanel::enter(Ui& ui) {
    open_session(ui);
    ui.settle();
    before_ = ui.state.history;
    side_ = ui.document().view.side == SideChoice::left ? SideChoice::left : SideChoice::right;
    ui.state.tools.on_question = true;
    shown_.reset();
    session_->read_again();
    page_ = StudyPage::learn;
    open_panel(ui, PanelSide::right);
    update(ui);
}

// The question leaves no trace: the document goes on where it was, with the figure and the colours of now. Unless a
// chart was opened meanwhile: then that is the document.
void StudyPanel::leave(Ui& ui) {
    session_->stop();
    ui.state.tools.on_question = false;
    ui.state.tools.over.reset();
    ui.state.tools.framed.clear();
    const Document now = ui.document();
    if (before_ && before_->document().drawing == now.drawing) {
        ui.state.history = *before_;
        ui.act([&](Document& d) { return choose_theme(d, now.view.theme); });
        ui.act([&](Document& d) { return choose_body(d, now.view.body); });
    }
    before_.reset();
}

View StudyPanel::wanted_view(const Ui& ui) const {
    View view = ui.document().view;
    view.side = side_;
    return view;
}

void StudyPanel::show_chart(Ui& ui, const Shown& now) {
    const bool begins =
        !shown_ || shown_->card != now.card || (now.step == StudyStep::asking && shown_->step != now.step);
    const View view = wanted_view(ui);
    if (now.page == StudyPage::figures || now.step == StudyStep::idle) {
        // Before a deck is begun the body is plain: the map needs the muscles, and would be half of the first frame.
        static const std::map<int, float> nothing;
        chart_ = known_chart(ui.scene, now.page == StudyPage::figures ? known() : nothing, view);
    } else if (now.step == StudyStep::asking) {
        chart_ = asked_chart(ui.scene, session_->question(), view);
    } else {
        const int muscle = session_->question().about.muscle;
        chart_ = answered_chart(ui.scene, session_->question(), view, session_->given(),
                                muscle < 0 ? 0 : session_->questions().tolerance_cm(muscle, view.body));
    }
    if (begins) {
        place_.reset();
        typed.clear();
        four = false;
        take_field = now.step == StudyStep::asking && session_->question().by_name;
        ticked.assign(now.step == StudyStep::idle ? 0 : session_->question().options.size(), false);
    }
    ui.act([&](Document& d) { return show_question(d, chart_, begins); });
    ui.state.tools.framed = chart_.frame;
    const bool paints = now.step == StudyStep::asking && now.card.kind == QuestionKind::paint_zone;
    if (begins || now.step != StudyStep::asking) ui.modes.take_up(ui, paints ? "study_brush" : "study_click");
}

SparseField StudyPanel::painted_field(const Ui& ui) const {
    SparseField field;
    const SharedList<PainArea>& areas = ui.document().question;
    for (std::size_t i = 0; i < areas.size(); ++i)
        field = unite(field, field_of(ui.scene, areas, i, ui.document().view.body));
    return field;
}

// What the question shows, and over it what the learner did.
void StudyPanel::lay_over(Ui& ui) {
    painted_ = ui.document().question;
    place_shown_ = place_.has_value();
    auto over = std::make_shared<LaidOver>(*chart_.over);
    if (page_ == StudyPage::learn && session_->step() == StudyStep::asking) {
        if (SparseField field = painted_field(ui); !field.empty())
            over->layers.push_back(painted_layer(std::move(field)));
        if (place_) over->layers.push_back(clicked_layer(ui.scene.body(ui.document().view.body), *place_));
    }
    ui.state.tools.over = std::move(over);
}

void StudyPanel::update(Ui& ui) {
    ui.state.study = said(*session_);
    const Document& document = ui.document();
    const BodyId body = document.view.body;
    if (session_->in_exam() && body != session_->exam()->request.body) {
        ui.act([&](Document& d) { return choose_body(d, session_->exam()->request.body); });
        ui.state.notice = ui.say("An exam stays on its figure.");
    }
    if (shown_ && (shown_->body != body || shown_->language != ui.scene.atlas.language)) {
        if (shown_->body != body) place_.reset();
        session_->put_again(body);
    }
    session_->prepare(body, document.drawing);
    Shown now{session_->step(),        page_,   {}, ui.document().view.body, document.view.theme,
              ui.scene.atlas.language, answers_};
    if (now.step != StudyStep::idle) now.card = session_->question().card;
    const bool changed = !shown_ || *shown_ != now;
    if (changed) {
        show_chart(ui, now);
        shown_ = now;
    }
    // Keys that bring up names and marks would tell the answer.
    const View& view = ui.document().view;
    if (now.step == StudyStep::asking && page_ == StudyPage::learn && (view.show_labels || view.show_all_points))
        ui.act([&](Document& d) {
            d.view.show_labels = d.view.show_all_points = false;
            return Message(word("Show the question"));
        });
    if (changed || painted_ != ui.document().question || place_shown_ != place_.has_value()) lay_over(ui);
}

void StudyPanel::show_page(Ui& ui, StudyPage page) {
    page_ = page;
    open_panel(ui, PanelSide::right);
}

const StudyFigures& StudyPanel::figures() {
    if (!figures_ || figures_->first != answers_) {
        std::vector<KeptReview> reviews;
        figures_problem_ = {};
        if (const Learner* learner = session_->learner()) try {
                reviews = session_->progress().reviews(learner->id);
            } catch (const DatabaseError& error) {
                figures_problem_ = error.message;
            }
        figures_ = {answers_, figures_of(reviews, session_->states_by_now(), session_->now())};
    }
    return figures_->second;
}

const std::map<int, float>& StudyPanel::known() {
    if (!known_ || known_->first != answers_)
        known_ = {answers_,
                  known_muscles(session_->scene().atlas, session_->states(), session_->fsrs(), session_->now())};
    return known_->second;
}

std::vector<std::string> StudyPanel::troubles(const Ui& ui) const {
    const auto sentence = [&](const Message& message) {
        std::string text = capitalised(words(ui.scene, message));
        if (!text.ends_with('.')) text += '.';
        return text;
    };
    std::vector<std::string> all;
    const auto add = [&](std::string text) {
        if (std::ranges::find(all, text) == all.end()) all.push_back(std::move(text));
    };
    const Message why = session_->why_not_kept();
    if (!why.empty()) add(ui.scene.phrase(word("Nothing is kept in this session: {}"), sentence(why)));
    // A file that can only be read says so with every answer.
    if (why.empty() && !session_->problem().empty()) add(sentence(session_->problem()));
    if (session_->unsaved() > 0)
        add(ui.scene.phrase_count(word("{} answers are not kept yet; they are tried again with the next."),
                                  session_->unsaved()));
    if (!figures_problem_.empty()) add(sentence(figures_problem_));
    for (const Message& one : session_->news()) add(sentence(one));
    return all;
}

std::vector<Message> StudyPanel::would_be_lost(Ui&) {
    const std::size_t lost = session_ ? session_->would_be_lost() : 0;
    if (lost == 0) return {};
    Message count(word("{} answers of this session are not kept and would be lost."));
    count.count = static_cast<long>(lost);
    const Message why = session_->why_not_kept();
    return {count, {"{}.", {why.empty() ? session_->problem() : why}}};
}

// ---- what the learner does

void StudyPanel::begin(Ui& ui) {
    page_ = StudyPage::learn;
    const Learner* learner = session_->learner();
    if (!learner)
        dialog.open(ui, StudyTab::learner);
    else if (!learner->settings.first_lesson_done && session_->states().empty())
        session_->begin_first_lesson();
    else
        session_->ask_next();
    open_panel(ui, PanelSide::right);
}

void StudyPanel::ask(Ui& ui, const CardKey& card) {
    page_ = StudyPage::learn;
    session_->ask(card);
    shown_.reset();
    open_panel(ui, PanelSide::right);
}

void StudyPanel::begin_exam(Ui& ui, const ExamRequest& request) {
    page_ = StudyPage::learn;
    session_->begin_exam(request);
    shown_.reset();
    open_panel(ui, PanelSide::right);
}

void StudyPanel::next(Ui& ui) {
    session_->ask_next();
    ++answers_;
    shown_.reset();  // the same card may come again
    ui.state.notice.clear();
}

void StudyPanel::answered(Ui& ui) {
    ++answers_;
    ui.state.focus.go("study/next");
    leave_field(ui);
}

bool StudyPanel::can_be_done(const Ui& ui) const {
    if (session_->step() != StudyStep::asking) return false;
    switch (session_->question().card.kind) {
        case QuestionKind::paint_zone:
            return !ui.document().question.empty();
        case QuestionKind::locate_point:
            return place_.has_value();
        case QuestionKind::complaint:
            return std::ranges::find(ticked, true) != ticked.end();
        default:
            return session_->question().by_name && !typed.empty();
    }
}

void StudyPanel::done(Ui& ui) {
    if (session_->step() == StudyStep::idle) return begin(ui);
    if (session_->step() == StudyStep::answered) return next(ui);
    if (!can_be_done(ui)) return;
    const Side side = asked_side(ui.scene, session_->question(), wanted_view(ui));
    switch (session_->question().card.kind) {
        case QuestionKind::paint_zone:
            session_->answer_with_zone(painted_field(ui), side);
            break;
        case QuestionKind::locate_point:
            session_->answer_with_place(*place_, side);
            break;
        case QuestionKind::complaint:
            session_->answer_with_ticks(ticked);
            break;
        default:
            session_->answer_with_name(typed);
    }
    answered(ui);
}

void StudyPanel::paint_again(Ui& ui) {
    if (session_->step() != StudyStep::asking) return;
    place_.reset();
    ui.act(ask_nothing);
}

std::string StudyPanel::instruction(const Ui& ui) const {
    const Question& question = session_->question();
    const std::string side = side_words(ui, asked_side(ui.scene, question, wanted_view(ui)));
    if (question.card.kind == QuestionKind::locate_point)
        return ui.scene.phrase(word("Click the place on the body, on the {}."), side);
    if (question.card.kind == QuestionKind::paint_zone)
        return ui.scene.phrase(word("Paint the zone that nearly everyone feels; the point lies on the {}."), side);
    return question.instruction;
}

bool StudyPanel::takes_clicks() const {
    if (page_ == StudyPage::figures || session_->step() == StudyStep::idle) return true;
    return session_->step() == StudyStep::asking && session_->question().card.kind == QuestionKind::locate_point;
}

void StudyPanel::clicked(Ui& ui, const Hit& hit) {
    if (!takes_clicks() || !hit.skin) return;
    if (page_ == StudyPage::learn && session_->step() == StudyStep::asking) {
        place_ = hit.skin;
        place_shown_ = false;
        return;
    }
    if (hit.muscles.empty()) return;
    // Its weakest card, or the first of a muscle that was never asked.
    const std::string& muscle = ui.scene.atlas.muscles[static_cast<std::size_t>(hit.muscles.front())].id;
    const Learner* learner = session_->learner();
    if (!learner) return begin(ui);
    const auto cards =
        cards_of(ui.scene, chosen_deck(ui.scene, std::array{muscle}), learner->settings.kinds, ui.document().view.body);
    if (cards.empty()) return;
    const auto weakest = weakest_of(cards, session_->states(), session_->fsrs(), session_->now(), 1);
    ask(ui, weakest.empty() ? cards.front() : weakest.front());
}

std::string StudyPanel::status(const Ui& ui, const Hit& hit) {
    if ((page_ != StudyPage::figures && session_->step() != StudyStep::idle) || hit.muscles.empty()) return {};
    const int muscle = hit.muscles.front();
    const std::string name = short_name(ui, ui.scene.atlas.muscles[static_cast<std::size_t>(muscle)].name);
    const auto it = known().find(muscle);
    return it == known().end()
               ? ui.scene.phrase(word("{}: not learned yet"), name)
               : ui.scene.phrase(word("{}: {} %"), {name, std::to_string(std::lround(100 * it->second))});
}

bool StudyPanel::escape(Ui&) {
    if (page_ == StudyPage::figures) {
        page_ = StudyPage::learn;
        return true;
    }
    if (session_->step() == StudyStep::idle) return false;
    session_->stop();
    ++answers_;
    return true;
}

// ---- left of the chart

void StudyPanel::draw_head(Ui& ui) {
    const Colors& c = ui.colors();
    const Learner* learner = session_->learner();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8), side = ui.px(36);
    const Deck* deck = session_->deck();
    const std::string title = page_ == StudyPage::figures ? (learner ? learner->name : "") : (deck ? deck->name : "");
    draw_text(ui, *ImGui::GetWindowDrawList(), {at.x, at.y + ui.px(4)}, Face::title, c.ink,
              fit(ui, Face::title, title, width - side - ui.px(8)));
    ImGui::SetCursorScreenPos({at.x + width - side, at.y});
    if (icon_button(ui, "study/learner", icon::user, ui.say("Learner, limits, files"), ""))
        dialog.open(ui, StudyTab::learner);
    ImGui::SetCursorScreenPos({at.x, at.y + side});
    std::string below = std::string(ui.say("Nobody yet: begin, and say who learns."));
    if (learner) {
        const std::string percent = std::to_string(std::lround(100 * learner->settings.retention));
        below = page_ == StudyPage::figures
                    ? ui.scene.phrase(word("Day {} \u00b7 {} answers"),
                                      {std::to_string(std::max(1, figures().days)), std::to_string(figures().reviews)})
                    : ui.scene.phrase(word("{} \u00b7 desired retention {} %"), {learner->name, percent});
    }
    paragraph(ui, Face::small, c.quiet, below, 0, ui.px(8));
    gap(ui, 10);
    if (learner && page_ == StudyPage::learn) {
        const int most = learner->settings.cards_a_day, done = session_->done_today();
        const int left = static_cast<int>(session_->plan().cards.size());
        share_bar(ui, static_cast<float>(done) / static_cast<float>(std::max(1, done + left)));
        gap(ui, 6);
        const float minutes = std::ceil(static_cast<float>(left) * 0.5f);
        two_ends(ui, Face::small, ui.scene.phrase(word("{} of {} today"), {std::to_string(done), std::to_string(most)}),
                 c.ink,
                 left > 0 ? ui.scene.phrase_count(word("about {} min left"), static_cast<std::size_t>(minutes)) : "",
                 c.quiet);
        gap(ui, 10);
    }
    const int left = static_cast<int>(session_->plan().cards.size());
    if (session_->step() == StudyStep::idle || page_ == StudyPage::figures) {
        const bool first = learner && !learner->settings.first_lesson_done && session_->states().empty();
        const std::string label = !learner ? std::string(ui.say("Begin"))
                                  : first
                                      ? std::string(ui.say("First lesson: two minutes"))
                                      : ui.scene.phrase_count(word("Study {} cards"), static_cast<std::size_t>(left));
        if (text_button(ui, "study/begin", nullptr, label, ButtonKind::primary, !learner || first || left > 0)) {
            page_ = StudyPage::learn;
            begin(ui);
        }
        gap(ui, 10);
    }
    if (const int i = segmented(ui, "study/page", pages, page_ == StudyPage::figures, 32, 0, width); i >= 0)
        show_page(ui, i == 0 ? StudyPage::learn : StudyPage::figures);
    gap(ui, 6);
}

void StudyPanel::draw_decks(Ui& ui) {
    const Colors& c = ui.colors();
    const bool known_shown = page_ == StudyPage::figures;
    gap(ui, 8);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float due_end = top.x + width - ui.px(6), new_end = due_end - ui.px(52);
    const auto right = [&](float end, float y, Face face, ImU32 color, std::string_view text) {
        draw_text(ui, list, {end - text_size(ui, face, text).x, y}, face, color, text);
    };
    draw_text(ui, list, top, Face::small_strong, c.quiet, ui.say("Decks"));
    if (known_shown) {
        right(due_end, top.y, Face::small, c.quiet, ui.say("known"));
    } else {
        right(new_end, top.y, Face::small, c.quiet, ui.say("new"));
        right(due_end, top.y, Face::small, c.quiet, ui.say("due"));
    }
    ImGui::Dummy({width, ui.px(24)});
    const FocusGroup group(ui, "study/decks");
    const std::string chosen = session_->deck() ? session_->deck()->id : "";
    std::optional<std::string> wanted;
    for (const DeckRow& row : session_->decks()) {
        const ImVec2 at = ImGui::GetCursorScreenPos(), size{width, ui.px(32)};
        const bool on = row.deck.id == chosen;
        const ItemState s = item(ui, "study/deck/" + row.deck.id, size, {.chosen = on});
        if (s.pressed) wanted = row.deck.id;
        if (!s.visible) continue;
        if (on || s.hovered) list.AddRectFilled(at, at + size, on ? c.selected : c.hover, ui.px(8));
        const ImU32 ink = on ? c.on_selected : c.ink, quiet = on ? c.on_selected : c.quiet;
        const float y = at.y + (size.y - text_size(ui, Face::body, "x").y) / 2;
        draw_text(ui, list, {at.x + ui.px(8), y}, on ? Face::strong : Face::body, ink,
                  fit(ui, on ? Face::strong : Face::body, row.deck.name, new_end - at.x - ui.px(44)));
        const auto number = [](int n) { return n > 0 ? std::to_string(n) : std::string("\u2013"); };
        if (known_shown) {
            right(due_end, y, Face::strong, ink, fmt::format("{} %", std::lround(100 * row.known)));
        } else {
            right(new_end, y, Face::body, quiet, number(row.count.fresh));
            right(due_end, y, row.count.due > 0 ? Face::strong : Face::body, row.count.due > 0 ? ink : quiet,
                  number(row.count.due));
        }
    }
    if (!wanted) return;
    if (!session_->learner()) {
        dialog.open(ui, StudyTab::learner);
    } else {
        session_->choose_deck(*wanted);
        ++answers_;
    }
}

void StudyPanel::draw_kinds(Ui& ui) {
    const Learner* learner = session_->learner();
    if (!learner) return;
    heading(ui, ui.say("Kinds of question"));
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
    std::optional<QuestionKind> pressed;
    LearnerSettings settings = learner->settings;
    for (const QuestionKind kind : all_question_kinds) {
        if (kind == QuestionKind::complaint) continue;  // the deck of complaints asks it
        const bool on = std::ranges::find(settings.kinds, kind) != settings.kinds.end();
        if (menu_row(ui, "study/kind/" + std::string(to_text(kind)), ui.say(name_of(kind)), "", RowMark::box, on,
                     width))
            pressed = kind;
    }
    if (!pressed) return;
    if (std::erase(settings.kinds, *pressed) == 0) settings.kinds.push_back(*pressed);
    if (settings.kinds.empty()) {
        ui.state.notice = ui.say("One kind of question has to stay.");
        return;
    }
    session_->change(settings);
}

void StudyPanel::draw_papers(Ui& ui) {
    if (session_->in_exam()) return;
    gap(ui, 12);
    if (link(ui, "study/exam", icon::check, ui.say("Exam"))) dialog.open(ui, StudyTab::exam);
    gap(ui, 6);
    if (link(ui, "study/anki", icon::download, ui.say("Cards for Anki"))) dialog.open(ui, StudyTab::anki);
}

void StudyPanel::draw_leeches(Ui& ui) {
    const StudyFigures& known = figures();
    if (!known.leeches.empty()) heading(ui, ui.say("Keep going wrong"));
    const float width = ImGui::GetContentRegionAvail().x - ui.px(8);
    for (std::size_t i = 0; i < std::min<std::size_t>(known.leeches.size(), 6); ++i) {
        const CardKey card = known.leeches[i];
        if (!can_ask(ui.scene, card, ui.document().view.body)) continue;
        const std::string name =
            asked_of(card.kind) == AskedOf::complaint
                ? symptom_name(ui, *ui.scene.symptoms->find_symptom(card.of))
                : short_name(ui,
                             ui.scene.atlas.muscles[static_cast<std::size_t>(*muscle_of(ui.scene.atlas, card))].name);
        const ImVec2 at = ImGui::GetCursorScreenPos(), size{width, ui.px(44)};
        const ItemState s = item(ui, "study/leech/" + std::to_string(i + 1), size);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (s.hovered) list.AddRectFilled(at, at + size, ui.colors().hover, ui.px(8));
        draw_text(ui, list, at + ImVec2{ui.px(8), ui.px(4)}, Face::small_strong, ui.colors().ink,
                  fit(ui, Face::small_strong, name, width - ui.px(16)));
        draw_text(
            ui, list, at + ImVec2{ui.px(8), ui.px(22)}, Face::small, ui.colors().quiet,
            fmt::format("{} \u00b7 {}", ui.say(name_of(card.kind)),
                        ui.scene.phrase_count(word("missed {} times"), static_cast<std::size_t>(known.lapses[i]))));
        if (s.pressed) return ask(ui, card);
    }
    gap(ui, 12);
    if (link(ui, "study/files", icon::save, ui.say("Export, back up, reset"))) dialog.open(ui, StudyTab::learner);
}

void StudyPanel::draw(Ui& ui, const Rect& rect) {
    update(ui);
    const Colors& c = ui.colors();
    begin_pane(ui, "study", rect, c.paper, 0);
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x + rect.width - ui.px(1), rect.y},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    ImGui::SetCursorScreenPos({rect.x + ui.px(16), rect.y + ui.px(12) - ImGui::GetScrollY()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::BeginChild("study text", {rect.width - ui.px(18), rect.height - ui.px(12)});
    ImGui::PopStyleVar();
    draw_head(ui);
    draw_decks(ui);
    if (page_ == StudyPage::learn)
        draw_kinds(ui), draw_papers(ui);
    else
        draw_leeches(ui);
    gap(ui, 16);
    ImGui::EndChild();
    ui.items.add("study", rect);
    end_pane();
}

void StudyPanel::draw_dialogs(Ui& ui) {
    if (ui.state.overlay == Overlay::study)
        dialog.draw(ui, *session_, troubles(ui), [&](const ExamRequest& request) { begin_exam(ui, request); });
    else if (ui.state.overlay != Overlay::question)  // of what is done there, over it
        dialog.rest();
}

}  // namespace myomap
