#include "ui/panels/study_dialog.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/atomic_file.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/message_words.h"
#include "export/anki_notes.h"
#include "export/exam_page.h"
#include "study/database.h"
#include "study/typed_name.h"
#include "ui/icons.h"
#include "ui/panels/chart_panel.h"
#include "ui/panels/form_fields.h"
#include "ui/panels/question_dialog.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

// One of a few values, as a row of segments.
template <std::size_t Count>
std::optional<int> choose(Ui& ui, const char* name, std::string_view label, const std::array<int, Count>& values,
                          int now, std::string_view unit, float width) {
    field_name(ui, label);
    std::array<std::string, Count> words;
    std::vector<Segment> segments;
    int at = -1;
    for (std::size_t i = 0; i < Count; ++i) {
        words[i] = std::to_string(values[i]) + std::string(unit);
        if (values[i] == now) at = static_cast<int>(i);
    }
    std::array<std::string, Count> ids;
    for (std::size_t i = 0; i < Count; ++i) {
        ids[i] = std::to_string(values[i]);
        segments.push_back({ids[i], nullptr, words[i], "", ""});
    }
    const int pressed = segmented(ui, name, segments, at, 34, 0, width);
    return pressed >= 0 ? std::optional(values[static_cast<std::size_t>(pressed)]) : std::nullopt;
}

}  // namespace

void StudyDialog::try_it(Ui& ui, const std::function<std::string()>& act) {
    done_.clear();
    error_.clear();
    try {
        done_ = act();
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
}

// Answers of months can't be got back: it is asked by name and number, and nothing else lets them go.
void StudyDialog::ask_to_lose(Ui& ui, StudySession& session, const Learner& learner, const Loss& loss) {
    const auto lose = [this, &session, id = learner.id, loss](Ui& u) {
        try_it(u, [&] {
            (session.progress().*loss.act)(id);
            session.read_again();
            return std::string(u.say(loss.done));
        });
        u.state.overlay = Overlay::study;
    };
    done_.clear();
    error_.clear();
    try {
        const auto answers = static_cast<long>(session.progress().answers(learner.id));
        Message lost(word("{} answers would be lost for good."));
        lost.count = answers;
        ask(ui, {.title = {loss.asks, {learner.name}},
                 .text = {std::move(lost)},
                 .answers = {{"back", word("Back")}, {"lose", loss.label, lose}}});
    } catch (const DatabaseError& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
}

// What is there already is not lost unasked.
void StudyDialog::write(Ui& ui, const std::vector<fs::path>& files, std::function<std::string(Ui&)> act) {
    done_.clear();
    error_.clear();
    const auto now = [this, act = std::move(act)](Ui& u) {
        try_it(u, [&] { return act(u); });
        u.state.overlay = Overlay::study;
    };
    std::vector<Message> there;
    std::error_code ignored;
    for (const fs::path& file : files)
        if (fs::exists(file, ignored)) there.emplace_back("{}", std::vector<MessageArgument>{with_tilde(file)});
    if (there.empty()) return now(ui);
    there.emplace_back(word("It is there already; what it holds now will be lost."));
    ask(ui, {.title = word("Replace the file?"),
             .text = std::move(there),
             .answers = {{"back", word("Back")}, {"replace", word("Replace"), now}}});
}

void StudyDialog::draw_learners(Ui& ui, StudySession& session, float width) {
    field_name(ui, ui.say("Who learns"));
    const std::int64_t now = session.learner() ? session.learner()->id : 0;
    std::optional<std::int64_t> chosen;
    std::optional<Learner> removed;
    for (const Learner& learner : session.learners()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string id = std::to_string(learner.id);
        if (menu_row(ui, "study/learner/" + id, learner.name, "", RowMark::choice, learner.id == now,
                     width - ui.px(44)))
            chosen = learner.id;
        const float bottom = ImGui::GetCursorScreenPos().y;
        ImGui::SetCursorScreenPos({at.x + width - ui.px(36), at.y});
        if (icon_button(ui, "study/remove/" + id, icon::trash, ui.say("Remove this learner with all answers"), "", true,
                        false, 32))
            removed = learner;
        ImGui::SetCursorScreenPos({at.x, bottom});
    }
    if (chosen) session.choose_learner(*chosen);
    if (removed)
        ask_to_lose(ui, session, *removed,
                    {word("Remove {}?"), word("Remove"), word("Removed"), &Progress::remove_learner});
    gap(ui, 4);
    const std::string_view add = ui.say("Add");
    const float button = text_size(ui, Face::strong, add).x + ui.px(28);
    const ImVec2 row = ImGui::GetCursorScreenPos();
    bool entered = false;
    text_field(ui, "study/name", name_, {ui.say("Name of a new learner"), ui.say("Name")}, width - button - ui.px(8),
               nullptr, !open_ && session.learners().empty(), &entered);
    ImGui::SetCursorScreenPos({row.x + width - button, row.y});
    if ((text_button(ui, "study/add", nullptr, add, ButtonKind::plain, !name_.empty()) || entered) && !name_.empty()) {
        session.add_learner(name_);
        name_.clear();
        if (!session.problem().empty()) error_ = capitalised(words(ui.scene, session.problem())) + ".";
    }
    ImGui::SetCursorScreenPos({row.x, row.y + ui.px(40)});
}

void StudyDialog::draw_limits(Ui& ui, StudySession& session, float width) {
    if (!session.learner()) return;
    LearnerSettings settings = session.learner()->settings;
    if (const auto i = choose(ui, "study/limit", ui.say("Different cards a day, at most"),
                              std::array{10, 20, 40, 80, 200}, settings.cards_a_day, "", width))
        settings.cards_a_day = *i;
    if (const auto i = choose(ui, "study/new", ui.say("Of those, new ones"), std::array{0, 4, 8, 15, 30},
                              settings.new_a_day, "", width))
        settings.new_a_day = *i;
    if (const auto i =
            choose(ui, "study/retention", ui.say("Desired retention: how many answers shall be right"),
                   std::array{80, 85, 90, 95}, static_cast<int>(std::lround(100 * settings.retention)), " %", width))
        settings.retention = *i / 100.0;
    session.change(settings);
}

// Muscles of the learner's own choice: added by name, taken out by a press.
void StudyDialog::draw_own(Ui& ui, StudySession& session, float width) {
    field_name(ui, ui.say("My own choice of muscles"));
    std::vector<Chip> chips;
    for (const std::string& id : session.learner()->settings.own_muscles)
        if (const auto muscle = ui.scene.atlas.find_muscle(id))
            chips.push_back(
                {id, short_name(ui, ui.scene.atlas.muscles[static_cast<std::size_t>(*muscle)].name) + "  \u00d7",
                 true});
    if (!chips.empty()) {
        if (const int i = form_chips(ui, "study/own", chips); i >= 0)
            session.toggle_own(chips[static_cast<std::size_t>(i)].id);
        gap(ui, 6);
    }
    const std::string_view add = ui.say("Add");
    const float button = text_size(ui, Face::strong, add).x + ui.px(28);
    const ImVec2 row = ImGui::GetCursorScreenPos();
    const int found = own_.empty() ? -1 : named_muscle(ui.scene.atlas, own_);
    bool entered = false;
    text_field(ui, "study/own_name", own_, {ui.say("Name of a muscle")}, width - button - ui.px(8), nullptr, false,
               &entered);
    ImGui::SetCursorScreenPos({row.x + width - button, row.y});
    if ((text_button(ui, "study/own_add", nullptr, add, ButtonKind::plain, found >= 0) || entered) && found >= 0) {
        const std::string& id = ui.scene.atlas.muscles[static_cast<std::size_t>(found)].id;
        const auto& own = session.learner()->settings.own_muscles;
        if (std::ranges::find(own, id) == own.end()) session.toggle_own(id);
        own_.clear();
    }
    ImGui::SetCursorScreenPos({row.x, row.y + ui.px(40)});
}

void StudyDialog::draw_files(Ui& ui, StudySession& session, float width) {
    field_name(ui, ui.say("A file for backup, table or what was learned elsewhere"));
    if (text_field(ui, "study/path", path_, {"~/myomap-study.db"}, width)) done_.clear(), error_.clear();
    gap(ui, 8);
    const fs::path path = full_path(path_);
    const bool can = !path_.empty();
    if (text_button(ui, "study/backup", icon::save, ui.say("Back up"), ButtonKind::plain, can))
        write(ui, {path}, [&session, path](Ui& u) {
            session.progress().back_up(path);
            return u.say("Saved as {}", with_tilde(path));
        });
    ImGui::SameLine(0, ui.px(8));
    if (text_button(ui, "study/restore", icon::folder, ui.say("Take over"), ButtonKind::plain, can))
        try_it(ui, [&] {
            const std::size_t came = session.progress().take_over(path);
            session.read_again();
            return ui.scene.phrase_count(word("{} answers came from it"), came);
        });
    ImGui::SameLine(0, ui.px(8));
    if (text_button(ui, "study/csv", icon::download, ui.say("Table (CSV)"), ButtonKind::plain,
                    can && session.learner()))
        // Never in the place of a backup.
        write(ui, {fs::path(path).replace_extension(".csv")},
              [&session, table = fs::path(path).replace_extension(".csv")](Ui& u) {
                  write_file(table, session.progress().csv(session.learner()->id), OnDisk::yes, Readers::owner);
                  return u.say("Saved as {}", with_tilde(table));
              });
    // On a line of its own: what it does is not like the others, and in French there is no room beside them.
    const bool reset = session.learner() && !session.states().empty();
    if (text_button(ui, "study/reset", icon::retry, ui.say("Begin anew"), ButtonKind::plain, reset))
        ask_to_lose(ui, session, *session.learner(),
                    {word("Forget what {} answered?"), word("Begin anew"), word("Every answer is forgotten"),
                     &Progress::reset});
    gap(ui, 10);
}

void StudyDialog::open(Ui& ui, StudyTab tab) {
    tab_ = tab;
    ui.state.overlay = Overlay::study;
}

// The page is made without a letterhead that can't be read.
std::shared_ptr<const PageLetterhead> StudyDialog::letterhead(const Ui& ui) {
    Message problem;
    auto letterhead = open_letterhead(ui.state.letterhead_file, problem);
    if (!problem.empty()) error_ = capitalised(words(ui.scene, problem)) + ".";
    return letterhead;
}

void StudyDialog::draw_exam(Ui& ui, StudySession& session, const std::function<void(const ExamRequest&)>& begin_exam,
                            float width) {
    const Colors& c = ui.colors();
    const Deck* deck = session.deck();
    if (!deck) return;
    const LearnerSettings settings = session.learner() ? session.learner()->settings : LearnerSettings{};
    paragraph(ui, Face::body, c.ink,
              ui.scene.phrase(
                  word("Deck: {}. The kinds of question are those that are ticked on the left. The same seed gives "
                       "everyone the same questions; nothing is told until the end."),
                  deck->name));
    if (const auto i = choose(ui, "study/count", ui.say("Questions"), std::array{5, 10, 20, 40}, count_, "", width))
        count_ = *i;
    field_name(ui, ui.say("Seed: a number"));
    text_field(ui, "study/seed", seed_, {"1"}, ui.px(160));
    std::uint64_t seed = 0;
    const auto [end, wrong] = std::from_chars(seed_.data(), seed_.data() + seed_.size(), seed);
    const bool is_number = wrong == std::errc() && end == seed_.data() + seed_.size();
    if (!is_number) {
        gap(ui, 4);
        notice(ui, icon::warning, ui.colors().notice_paper, ui.colors().notice, ui.say("The seed is a whole number."),
               width);
    }
    ExamRequest request{.deck = *deck,
                        .kinds = settings.kinds,
                        .count = count_,
                        .seed = seed,
                        .body = ui.document().view.body,
                        .side = ui.document().view.side};
    if (deck->muscles.empty() && !deck->complaints.empty()) request.kinds = {QuestionKind::complaint};
    const bool can = is_number && (!deck->muscles.empty() || !deck->complaints.empty());
    gap(ui, 10);
    if (text_button(ui, "study/exam_begin", nullptr, ui.say("Begin the exam"), ButtonKind::primary, can)) {
        begin_exam(request);
        ui.state.overlay = Overlay::none;
        return;
    }
    if (session.exam_result()) draw_result_files(ui, session, width);
    field_name(ui, ui.say("File of the paper; its key lies beside it"));
    if (exam_path_.empty()) exam_path_ = with_tilde(home_folder() / "myomap-exam.pdf");
    if (text_field(ui, "study/exam_path", exam_path_, {"~/myomap-exam.pdf"}, width)) done_.clear(), error_.clear();
    gap(ui, 8);
    const fs::path path = full_path(exam_path_).replace_extension(".pdf");
    const fs::path key = fs::path(path).replace_filename(path.stem().string() + "-key.pdf");
    if (text_button(ui, "study/exam_paper", icon::download, ui.say("Paper and key (PDF)"), ButtonKind::plain,
                    can && !exam_path_.empty()))
        write(ui, {path, key}, [this, &session, request, path, key](Ui& u) {
            const Exam exam = make_exam(u.scene, session.questions(), request);
            const ExamPaper paper{
                .exam = exam, .title = exam_title(u.scene, request.deck), .letterhead = letterhead(u)};
            write_file(path, exam_page(u.context, u.chart.renderer(), paper));
            write_file(key, exam_key_page(u.context, u.chart.renderer(), paper));
            u.chart.invalidate();
            return u.scene.phrase(word("Saved as {} and {}"), {with_tilde(path), key.filename().string()});
        });
    gap(ui, 10);
}

void StudyDialog::draw_result_files(Ui& ui, StudySession& session, float width) {
    field_name(ui, ui.say("File of the result"));
    if (result_path_.empty()) result_path_ = with_tilde(home_folder() / "myomap-exam-result.pdf");
    if (text_field(ui, "study/result_path", result_path_, {"~/myomap-exam-result.pdf"}, width))
        done_.clear(), error_.clear();
    gap(ui, 8);
    const fs::path path = full_path(result_path_).replace_extension(".pdf");
    if (text_button(ui, "study/result_pdf", icon::download, ui.say("Result (PDF)"), ButtonKind::plain,
                    !result_path_.empty()))
        write(ui, {path}, [this, path, result = *session.exam_result()](Ui& u) {
            write_file(path, exam_result_page(u.context, result, exam_title(u.scene, result.exam.request.deck),
                                              Paper::a4, letterhead(u)));
            return u.say("Saved as {}", with_tilde(path));
        });
    ImGui::SameLine(0, ui.px(8));
    const fs::path table = fs::path(path).replace_extension(".csv");
    if (text_button(ui, "study/result_csv", icon::download, ui.say("Result (CSV)"), ButtonKind::plain,
                    !result_path_.empty()))
        write(ui, {table}, [table, &session, result = *session.exam_result()](Ui& u) {
            write_file(table, result_csv(u.scene, session.questions(), result), OnDisk::yes, Readers::owner);
            return u.say("Saved as {}", with_tilde(table));
        });
    gap(ui, 6);
}

void StudyDialog::draw_anki(Ui& ui, StudySession& session, float width) {
    const Deck* deck = session.deck();
    if (!deck) return;
    AnkiRequest request{.deck = *deck,
                        .kinds = session.learner() ? session.learner()->settings.kinds : LearnerSettings{}.kinds,
                        .body = ui.document().view.body,
                        .side = ui.document().view.side};
    if (deck->muscles.empty() && !deck->complaints.empty()) request.kinds = {QuestionKind::complaint};
    const std::size_t cards = cards_of(ui.scene, *deck, request.kinds, request.body).size();
    paragraph(ui, Face::body, ui.colors().ink,
              ui.scene.phrase(
                  word("Deck: {}, {} notes with pictures, sources and confidence. A package written again brings the "
                       "notes up to date; nothing is doubled. Many pictures take a while."),
                  {deck->name, std::to_string(cards)}));
    field_name(ui, ui.say("File"));
    if (anki_path_.empty()) anki_path_ = with_tilde(home_folder() / "myomap.apkg");
    if (text_field(ui, "study/anki_path", anki_path_, {"~/myomap.apkg"}, width)) done_.clear(), error_.clear();
    gap(ui, 8);
    const fs::path path = full_path(anki_path_).replace_extension(".apkg");
    if (text_button(ui, "study/anki_write", icon::download, ui.say("Write the package"), ButtonKind::primary,
                    cards > 0 && !anki_path_.empty()))
        write(ui, {path}, [&session, path, request](Ui& u) {
            AtomicFile file(path);  // a place that can't be written is said before the pictures are made
            const AnkiPackage package = anki_notes(u.context, u.chart.renderer(), request);
            file.write(anki_file(
                package, std::chrono::duration_cast<std::chrono::seconds>(session.now().time_since_epoch()).count()));
            file.commit();
            u.chart.invalidate();
            return u.say("Saved as {}", with_tilde(path));
        });
    gap(ui, 10);
}

void StudyDialog::draw(Ui& ui, StudySession& session, const std::vector<std::string>& troubles,
                       const std::function<void(const ExamRequest&)>& begin_exam) {
    if (!open_) {
        done_.clear();
        error_.clear();
        if (path_.empty()) path_ = with_tilde(home_folder() / "myomap-study.db");
    }
    const bool keep = myomap::dialog(ui, "study", {ui.px(600), ui.px(640)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
        const float foot = top.y + room.y - ui.px(36);
        ImGui::BeginChild("study form", {0, room.y - ui.px(48)});
        const float width = ImGui::GetContentRegionAvail().x - ui.px(4);
        static constexpr std::array tabs{Segment{"learner", nullptr, word("Learner"), "", ""},
                                         Segment{"exam", nullptr, word("Exam"), "", ""},
                                         Segment{"anki", nullptr, word("Cards for Anki"), "", ""}};
        if (const int i = segmented(ui, "study/tab", tabs, static_cast<int>(tab_)); i >= 0) {
            tab_ = static_cast<StudyTab>(i);
            done_.clear();
            error_.clear();
        }
        gap(ui, 8);
        for (const std::string& trouble : troubles) {
            notice(ui, icon::warning, c.notice_paper, c.notice, trouble, width);
            gap(ui, 8);
        }
        switch (tab_) {
            case StudyTab::learner:
                draw_learners(ui, session, width);
                draw_limits(ui, session, width);
                if (session.learner()) draw_own(ui, session, width);
                if (session.learner()) draw_files(ui, session, width);
                break;
            case StudyTab::exam:
                draw_exam(ui, session, begin_exam, width);
                break;
            case StudyTab::anki:
                draw_anki(ui, session, width);
                break;
        }
        open_ = true;
        if (!error_.empty())
            notice(ui, icon::warning, c.notice_paper, c.notice, error_, width);
        else if (!done_.empty())
            notice(ui, icon::check, c.selected, c.on_selected, done_, width);
        ImGui::EndChild();
        const std::string_view done = ui.say("Done");
        ImGui::SetCursorScreenPos({top.x + room.x - text_size(ui, Face::strong, done).x - ui.px(28), foot});
        if (text_button(ui, "study/close", nullptr, done, ButtonKind::primary)) ui.state.overlay = Overlay::none;
    });
    if (!keep) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
