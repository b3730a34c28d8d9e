#include "ui/panels/study_dialog.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/atomic_file.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/message_words.h"
#include "study/database.h"
#include "study/typed_name.h"
#include "ui/icons.h"
#include "ui/panels/form_fields.h"
#include "ui/panels/study_panel.h"
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

void StudyDialog::draw_learners(Ui& ui, StudyPanel& panel, float width) {
    StudySession& session = panel.session();
    field_name(ui, ui.say("Who learns"));
    const std::int64_t now = session.learner() ? session.learner()->id : 0;
    std::optional<std::int64_t> chosen, removed;
    for (const Learner& learner : session.learners()) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string id = std::to_string(learner.id);
        if (menu_row(ui, "study/learner/" + id, learner.name, "", RowMark::choice, learner.id == now,
                     width - ui.px(44)))
            chosen = learner.id;
        const float bottom = ImGui::GetCursorScreenPos().y;
        ImGui::SetCursorScreenPos({at.x + width - ui.px(36), at.y});
        if (icon_button(ui, "study/remove/" + id, icon::trash,
                        sure_ ? ui.say("Press again: the learner and all answers go for good")
                              : ui.say("Remove this learner with all answers"),
                        "", true, sure_, 32)) {
            if (sure_) removed = learner.id;
            sure_ = !sure_;
            if (sure_)
                error_ = ui.scene.phrase(word("Press again to remove {} and every answer for good."), learner.name);
        }
        ImGui::SetCursorScreenPos({at.x, bottom});
    }
    if (chosen) session.choose_learner(*chosen);
    if (removed)
        try_it(ui, [&] {
            session.progress().remove_learner(*removed);
            session.read_again();
            return std::string(ui.say("Removed"));
        });
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

void StudyDialog::draw_limits(Ui& ui, StudyPanel& panel, float width) {
    StudySession& session = panel.session();
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
void StudyDialog::draw_own(Ui& ui, StudyPanel& panel, float width) {
    StudySession& session = panel.session();
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

void StudyDialog::draw_files(Ui& ui, StudyPanel& panel, float width) {
    StudySession& session = panel.session();
    field_name(ui, ui.say("A file for backup, table or what was learned elsewhere"));
    if (text_field(ui, "study/path", path_, {"~/myomap-study.db"}, width)) done_.clear(), error_.clear(), sure_ = false;
    gap(ui, 8);
    const fs::path path = full_path(path_);
    const bool can = !path_.empty();
    if (text_button(ui, "study/backup", icon::save, ui.say("Back up"), ButtonKind::plain, can))
        try_it(ui, [&] {
            session.progress().back_up(path);
            return ui.say("Saved as {}", with_tilde(path));
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
        try_it(ui, [&] {
            write_file(path, session.progress().csv(session.learner()->id), OnDisk::yes, Readers::owner);
            return ui.say("Saved as {}", with_tilde(path));
        });
    ImGui::SameLine(0, ui.px(8));
    const bool reset = session.learner() && !session.states().empty();
    if (text_button(ui, "study/reset", icon::retry, ui.say("Begin anew"), ButtonKind::plain, reset)) {
        if (sure_)
            try_it(ui, [&] {
                session.progress().reset(session.learner()->id);
                session.read_again();
                return std::string(ui.say("Every answer is forgotten"));
            });
        else
            error_ = ui.say("Press again to forget every answer of this learner.");
        sure_ = !sure_;
    }
    gap(ui, 10);
}

void StudyDialog::draw(Ui& ui, StudyPanel& panel) {
    if (!open_) {
        sure_ = false;
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
        paragraph(ui, Face::title, c.ink, ui.say("Learner"));
        gap(ui, 4);
        const std::string trouble = problem_.empty() ? "" : capitalised(words(ui.scene, problem_)) + ".";
        if (!trouble.empty()) {
            notice(ui, icon::warning, c.notice_paper, c.notice, trouble, width);
            gap(ui, 8);
        }
        draw_learners(ui, panel, width);
        open_ = true;
        draw_limits(ui, panel, width);
        if (panel.session().learner()) draw_own(ui, panel, width);
        if (panel.session().learner()) draw_files(ui, panel, width);
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
