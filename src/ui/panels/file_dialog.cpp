#include "ui/panels/file_dialog.h"

#include <array>
#include <utility>

#include "ui/chart_file_actions.h"
#include "ui/icons.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

using Wanted = ChartFiles::Wanted;

constexpr const char* suffix = ".myomap";

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
}

bool is_folder(const fs::path& file) {
    std::error_code ignored;
    return fs::is_directory(file, ignored);
}

fs::path with_suffix(fs::path file) {
    if (file.extension() != suffix) file += suffix;
    return file;
}

// Where there is none yet: by the day of the visit, never by who came.
std::string name_for(const Ui& ui) {
    const fs::path& now = ui.state.charts.file.path();
    if (!now.empty()) return now.filename().string();
    const std::string& date = ui.document().drawing.header->date;
    return (date.empty() ? "chart" : "chart-" + date) + suffix;
}

void draw_recent_row(Ui& ui, const fs::path& file, bool there, fs::path& pressed) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.px(48), left = ui.px(40);
    const ItemState s = item(ui, "recent/" + file.string(), {width, height});
    if (s.pressed) pressed = file;
    if (!s.visible) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{width, height}, c.hover, ui.px(6));
    draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), height}, Face::icon, there ? c.accent : c.quiet,
                      there ? icon::chart : icon::warning);
    const std::string_view missing = there ? "" : ui.say("not there any more");
    const ImVec2 missing_size = text_size(ui, Face::small, missing);
    const std::string name = fit(ui, Face::strong, file.filename().string(), width - left - missing_size.x - ui.px(26));
    draw_text(ui, list, {at.x + left, at.y + ui.px(5)}, Face::strong, there ? c.ink : c.quiet, name);
    draw_text(ui, list, {at.x + width - missing_size.x - ui.px(10), at.y + ui.px(6)}, Face::small, c.quiet, missing);
    draw_text(ui, list, {at.x + left, at.y + ui.px(26)}, Face::small, c.quiet,
              fit(ui, Face::small, with_tilde(file.parent_path()), width - left - ui.px(10)));
}

void take_file(Ui& ui, const fs::path& file) {
    if (const auto pick = ui.state.charts.pick)
        pick(ui, file);
    else
        open_chart(ui, file);
}

}  // namespace

void FileDialog::begin(Ui& ui) {
    const ChartFiles& charts = ui.state.charts;
    const fs::path& now = charts.file.path();
    folders_.open(!now.empty() ? now.parent_path() : charts.folder.empty() ? home_folder() : charts.folder, suffix);
    folders_.leave_keyboard();
    typed_ = charts.wanted == Wanted::save_as ? name_for(ui) : "";
    there_.clear();
    for (const fs::path& file : charts.recent.files) there_.push_back(is_there(file));
    error_.clear();
    open_ = to_field_ = true;
    to_list_ = charts.wanted == Wanted::recent ? 2 : 0;
}

void FileDialog::draw(Ui& ui) {
    if (std::exchange(ui.state.charts.dialog_is_new, false) || !open_) begin(ui);
    const bool keep = dialog(ui, "chart_file", {ui.px(640), ui.px(560)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
        Wanted& wanted = ui.state.charts.wanted;
        const float foot = top.y + room.y - ui.px(36);
        paragraph(ui, Face::title, c.ink,
                  ui.say(wanted == Wanted::save_as ? word("Save the chart as")
                         : ui.state.charts.pick    ? word("Compare with an earlier or later chart")
                                                   : word("Open a chart")));
        ImGui::SetCursorScreenPos({top.x, top.y + ui.px(40)});
        if (wanted != Wanted::save_as) {
            static constexpr std::array pages{Segment{"folders", nullptr, word("Folders"), "", ""},
                                              Segment{"recent", nullptr, word("Recent"), "", ""}};
            if (const int i = segmented(ui, "chart_file/page", pages, wanted == Wanted::recent); i >= 0)
                wanted = i == 1 ? Wanted::recent : Wanted::open;
            ImGui::SetCursorScreenPos({top.x, top.y + ui.px(88)});
        }
        if (wanted == Wanted::recent)
            draw_recent(ui, foot);
        else
            draw_folders(ui, foot);
    });
    if (!keep && ui.state.overlay == Overlay::chart_file) ui.state.overlay = Overlay::none;
}

// What was typed, or nothing but a part of a name that only one has.
void FileDialog::take(Ui& ui) {
    error_.clear();
    to_field_ = true;  // also back from what is asked about it
    if (typed_.empty()) return;
    const fs::path typed = from_typed(typed_, folders_.folder());
    fs::path file = typed;
    const bool save = ui.state.charts.wanted == Wanted::save_as;
    if (!is_there(file)) file = with_suffix(file);
    if (!save && !is_there(file)) file = folders_.only(typed_);
    if (is_folder(file)) {
        folders_.enter(file);
        typed_ = save ? name_for(ui) : "";
    } else if (save) {
        save_chart_to(ui, with_suffix(typed));
    } else if (!file.empty()) {
        take_file(ui, file);
    } else {
        error_ = ui.say("There is no chart of this name.");
    }
}

void FileDialog::draw_folders(Ui& ui, float foot) {
    const Colors& c = ui.colors();
    const bool save = ui.state.charts.wanted == Wanted::save_as;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, side = ui.px(36);
    bool entered = false;
    if (text_field(ui, "chart_file/name", typed_,
                   {ui.say("Name, or a path such as ~/charts/visit.myomap"), ui.say("Name")}, width, nullptr,
                   std::exchange(to_field_, false), &entered))
        error_.clear();
    float y = at.y + side + ui.px(8);
    if (!error_.empty()) {
        draw_text(ui, *ImGui::GetWindowDrawList(), {at.x + ui.px(4), y}, Face::small, c.notice, error_, width);
        y += text_size(ui, Face::small, error_, width).y + ui.px(8);
    }
    ImGui::SetCursorScreenPos({at.x, y});
    const bool path = typed_.find('/') != std::string::npos;
    const fs::path pressed = folders_.draw_list(ui, foot - ui.px(12) - y, save || path ? "" : typed_);

    const std::string_view back = ui.say("Back"), go = ui.say(save                   ? word("Save")
                                                              : ui.state.charts.pick ? word("Compare")
                                                                                     : word("Open"));
    const float go_width = text_size(ui, Face::strong, go).x + ui.px(28);
    const float back_width = text_size(ui, Face::strong, back).x + ui.px(28);
    ImGui::SetCursorScreenPos({at.x + width - go_width - ui.px(10) - back_width, foot});
    if (text_button(ui, "chart_file/back", nullptr, back, ButtonKind::plain)) ui.state.overlay = Overlay::none;
    ImGui::SetCursorScreenPos({at.x + width - go_width, foot});
    if (text_button(ui, "chart_file/go", nullptr, go, ButtonKind::primary) || entered) return take(ui);
    if (pressed.empty()) return;
    if (save)
        typed_ = pressed.filename().string();
    else
        take_file(ui, pressed);
}

void FileDialog::draw_recent(Ui& ui, float foot) {
    const Colors& c = ui.colors();
    ChartFiles& charts = ui.state.charts;
    RecentFiles& recent = charts.recent;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, side = ui.px(36);
    fs::path pressed;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(4), ui.px(4)});
    ImGui::BeginChild("recent", {width, foot - side - ui.px(20) - at.y}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (recent.files.empty()) {
        gap(ui, 8);
        paragraph(ui, Face::body, c.quiet,
                  ui.say(recent.kept ? word("No chart was opened yet.") : word("Opened charts are not remembered.")),
                  ui.px(10));
    }
    {
        const FocusGroup group(ui, "recent");
        for (size_t i = 0; i < recent.files.size() && i < there_.size(); ++i)
            draw_recent_row(ui, recent.files[i], there_[i], pressed);
    }
    if (to_list_ > 0 && --to_list_ == 0 && !recent.files.empty())
        ui.state.focus.go("recent/" + recent.files.front().string());
    ImGui::EndChild();

    const std::string_view clear = ui.say("Clear the list"), back = ui.say("Back");
    const float back_width = text_size(ui, Face::strong, back).x + ui.px(28);
    ImGui::SetCursorScreenPos({at.x, foot - side - ui.px(8)});
    if (menu_row(ui, "recent/keep", ui.say("Remember where opened charts are"), "", RowMark::box, recent.kept, width)) {
        recent.keep(!recent.kept);
        charts.settings_changed = true;
    }
    ImGui::SetCursorScreenPos({at.x, foot});
    if (text_button(ui, "recent/clear", nullptr, clear, ButtonKind::plain, !recent.files.empty())) {
        recent.files.clear();
        charts.settings_changed = true;
    }
    ImGui::SetCursorScreenPos({at.x + width - back_width, foot});
    if (text_button(ui, "chart_file/back", nullptr, back, ButtonKind::plain)) ui.state.overlay = Overlay::none;
    if (!pressed.empty()) take_file(ui, pressed);
}

}  // namespace myomap
