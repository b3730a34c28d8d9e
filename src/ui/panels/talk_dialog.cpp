#include "ui/panels/talk_dialog.h"

#include <algorithm>

#include <fmt/format.h>

#include "atlas/message_phrases.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/message_words.h"
#include "ui/icons.h"
#include "ui/widgets.h"

namespace myomap {

void TalkDialog::begin(const Ui& ui, const TalkChoice& choice) {
    open_ = true;
    error_.clear();
    const LoadedStepSets loaded = read_step_sets(step_sets_file());
    kept_ = loaded.sets;
    can_write_ = loaded.problems.empty() && !step_sets_file().empty();
    if (!loaded.problems.empty()) error_ = words(ui.scene.phrases(), message_of(loaded.problems.front()));
    talks_.clear();
    for (const std::filesystem::path& file : talk_files(ui.context.resources.talk())) {
        const LoadedTalk talk = load_talk(file);
        if (talk.talk.steps.empty()) continue;
        const std::string name = talk.talk.name_in(ui.language());
        talks_.push_back({file, name.empty() ? file.stem().string() : name});
    }
    name_ = choice.set ? choice.set->name : "";
    rows_.clear();
}

// Those of the choice in its order, then what it leaves out.
void TalkDialog::list_rows(const std::vector<ToldStep>& told, const TalkChoice& choice) {
    rows_.clear();
    const auto add = [&](const ToldStep& step, bool is_told) {
        if (std::ranges::find(rows_, step.id, &Row::id) == rows_.end())
            rows_.push_back({step.id, step.words.name, is_told, step.shows == StepShows::warning_signs});
    };
    for (const ToldStep& step : choice.set ? chosen_steps(told, *choice.set) : told) add(step, true);
    for (const ToldStep& step : told) add(step, false);
}

StepSet TalkDialog::chosen() const {
    StepSet set{.name = name_, .steps = {}};
    for (const Row& row : rows_)
        if (!row.fixed) (row.told ? set.steps : set.left_out).push_back(row.id);
    return set;
}

void TalkDialog::write(const Ui& ui) {
    error_.clear();
    try {
        write_step_sets(step_sets_file(), kept_);
    } catch (const std::exception& error) {
        error_ = capitalised(words(ui.scene, error)) + ".";
    }
}

// "All of it", then what was kept; talks where there are several.
void TalkDialog::draw_kept(Ui& ui, float width, TalkChoice& choice) {
    if (talks_.size() > 1) {
        std::vector<Segment> segments;
        int now = 0;
        for (const Named& talk : talks_) {
            if (talk.file == choice.talk) now = static_cast<int>(segments.size());
            segments.push_back({"talk", nullptr, talk.name, "", ""});
        }
        std::vector<std::string> ids;
        for (std::size_t i = 0; i < segments.size(); ++i) ids.push_back(std::to_string(i + 1));
        for (std::size_t i = 0; i < segments.size(); ++i) segments[i].id = ids[i];
        if (const int i = segmented(ui, "talk/file", segments, now, 36, 0, width); i >= 0 && i != now) {
            choice = {talks_[static_cast<std::size_t>(i)].file, {}};
            rows_.clear();
            name_.clear();
        }
        gap(ui, 10);
    }
    std::vector<std::string> ids{"all"};
    for (std::size_t i = 0; i < kept_.sets.size(); ++i) ids.push_back(std::to_string(i + 1));
    std::vector<Segment> sets{{ids[0], nullptr, word("All of it"), "", ""}};
    int now = choice.set ? -1 : 0;
    for (std::size_t i = 0; i < kept_.sets.size(); ++i) {
        if (choice.set == kept_.sets[i]) now = static_cast<int>(i) + 1;
        sets.push_back({ids[i + 1], nullptr, kept_.sets[i].name, "", ""});
    }
    if (const int i = segmented(ui, "talk/set", sets, now, 36, 0, width); i >= 0) {
        choice.set = i == 0 ? std::nullopt : std::optional(kept_.sets[static_cast<std::size_t>(i) - 1]);
        name_ = choice.set ? choice.set->name : "";
        rows_.clear();
    }
}

bool TalkDialog::draw_rows(Ui& ui, float height) {
    bool changed = false;
    ImGui::BeginChild("steps", {0, height});
    const float width = ImGui::GetContentRegionAvail().x, side = ui.px(36);
    std::optional<std::pair<std::size_t, std::size_t>> swapped;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        Row& row = rows_[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (row.fixed) {
            draw_text(ui, *ImGui::GetWindowDrawList(), {at.x + ui.px(34), at.y + ui.px(8)}, Face::body,
                      ui.colors().quiet, fmt::format("{} \u00b7 {}", row.name, ui.say("always told, and first")));
            ImGui::SetCursorScreenPos({at.x, at.y + side});
            continue;
        }
        if (menu_row(ui, "talk/step/" + row.id, row.name, "", RowMark::box, row.told, width - 2 * side - ui.px(8))) {
            row.told = !row.told;
            changed = true;
        }
        const float bottom = ImGui::GetCursorScreenPos().y;
        const bool can_up = i > 0 && !rows_[i - 1].fixed, can_down = i + 1 < rows_.size();
        ImGui::SetCursorScreenPos({at.x + width - 2 * side, at.y});
        if (icon_button(ui, "talk/up/" + row.id, icon::up, ui.say("Earlier"), "", can_up)) swapped = {{i - 1, i}};
        ImGui::SetCursorScreenPos({at.x + width - side, at.y});
        if (icon_button(ui, "talk/down/" + row.id, icon::down, ui.say("Later"), "", can_down)) swapped = {{i, i + 1}};
        ImGui::SetCursorScreenPos({at.x, std::max(bottom, at.y + side)});
    }
    ImGui::EndChild();
    if (swapped) {
        std::swap(rows_[swapped->first], rows_[swapped->second]);
        changed = true;
    }
    return changed;
}

void TalkDialog::draw(Ui& ui, const std::vector<ToldStep>& told, TalkChoice& choice) {
    if (!open_) begin(ui, choice);
    const bool keep = dialog(ui, "talk", {ui.px(600), ui.px(640)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
        const float side = ui.px(36), foot = top.y + room.y - side;
        paragraph(ui, Face::title, c.ink, ui.say("What is told"));
        gap(ui, 12);
        draw_kept(ui, room.x, choice);
        gap(ui, 8);
        if (rows_.empty()) list_rows(told, choice);
        const float said = error_.empty() ? 0 : text_size(ui, Face::small, error_, room.x).y + ui.px(8);
        if (draw_rows(ui, foot - ui.px(12) - said - ImGui::GetCursorScreenPos().y)) choice.set = chosen();
        if (!error_.empty()) paragraph(ui, Face::small, c.notice, error_);

        const std::string_view kept = ui.say("Keep"), gone = ui.say("Delete"), done = ui.say("Done");
        const auto wide = [&](std::string_view text) { return text_size(ui, Face::strong, text).x + ui.px(28); };
        const bool is_kept = can_write_ && kept_.find(name_);
        float x = top.x + room.x - wide(done);
        ImGui::SetCursorScreenPos({x, foot});
        if (text_button(ui, "talk/done", nullptr, done, ButtonKind::primary)) ui.state.overlay = Overlay::none;
        x -= wide(gone) + ui.px(8);
        ImGui::SetCursorScreenPos({x, foot});
        if (text_button(ui, "talk/delete", nullptr, gone, ButtonKind::plain, is_kept)) {
            kept_.remove(name_);
            name_.clear();
            write(ui);
        }
        x -= wide(kept) + ui.px(8);
        ImGui::SetCursorScreenPos({x, foot});
        const bool can_keep = can_write_ && !name_.empty() && (is_kept || kept_.sets.size() < most_sets);
        const bool pressed = text_button(ui, "talk/keep", nullptr, kept, ButtonKind::plain, can_keep);
        ImGui::SetCursorScreenPos({top.x, foot});
        bool entered = false;
        if (text_field(ui, "talk/name", name_, {ui.say("Name of this choice"), ui.say("Name")}, x - ui.px(8) - top.x,
                       nullptr, false, &entered))
            while (name_.size() > longest_set_name) {
                while (!name_.empty() && (static_cast<unsigned char>(name_.back()) & 0xC0) == 0x80) name_.pop_back();
                if (!name_.empty()) name_.pop_back();
            }
        if (pressed || (entered && can_keep)) {
            choice.set = chosen();
            kept_.keep(*choice.set);
            write(ui);
        }
    });
    if (!keep) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
