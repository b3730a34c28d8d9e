#include "ui/panels/folder_list.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/text.h"
#include "ui/icons.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr size_t most_listed = 2000;

}  // namespace

fs::path home_folder() {
    const char* folder = std::getenv("HOME");
    std::error_code ignored;
    return folder && *folder ? fs::path(folder) : fs::current_path(ignored);
}

std::filesystem::path full_path(const std::string& typed) {
    if (typed == "~") return home_folder();
    if (typed.starts_with("~/")) return home_folder() / typed.substr(2);
    const std::filesystem::path path(typed);
    return path.is_absolute() ? path : home_folder() / path;
}

std::string with_tilde(const fs::path& path) {
    const std::string text = path.string(), home = home_folder().string();
    if (text == home) return "~";
    return text.starts_with(home + "/") ? "~" + text.substr(home.size()) : text;
}

void FolderList::open(const fs::path& folder) {
    fs::path there = folder.is_absolute() ? folder.lexically_normal() : home_folder();
    std::error_code ignored;
    while (!fs::is_directory(there, ignored) && there.has_relative_path()) there = there.parent_path();
    enter(there);
}

void FolderList::enter(const fs::path& folder) {
    folder_ = folder;
    names_.clear();
    entered_ = true;
    std::error_code error;
    fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
    unreadable_ = static_cast<bool>(error);
    for (; !error && it != fs::directory_iterator() && names_.size() < most_listed; it.increment(error)) {
        std::error_code ignored;
        std::string name = it->path().filename().string();
        if (!name.starts_with('.') && it->is_directory(ignored)) names_.push_back(std::move(name));
    }
    std::ranges::sort(names_, {}, [](const std::string& name) { return std::pair(fold(name), name); });
}

FolderList::Answer FolderList::draw(Ui& ui) {
    const Colors& c = ui.colors();
    Answer answer = Answer::none;
    fs::path next;
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    paragraph(ui, Face::title, c.ink, ui.say("Choose a folder"));
    const float side = ui.px(36), bar = top.y + ui.px(40);
    ImGui::SetCursorScreenPos({top.x, bar});
    if (icon_button(ui, "folder/up", icon::up, ui.say("The folder above"), "", folder_.has_relative_path()))
        next = folder_.parent_path();
    ImGui::SetCursorScreenPos({top.x + side, bar});
    if (icon_button(ui, "folder/home", icon::home, ui.say("Home"), "")) next = home_folder();
    const std::string where = fit(ui, Face::strong, with_tilde(folder_), room.x - 2 * side - ui.px(12));
    draw_text(ui, *ImGui::GetWindowDrawList(),
              {top.x + 2 * side + ui.px(8), bar + (side - text_size(ui, Face::strong, where).y) / 2}, Face::strong,
              c.ink, where);

    const float foot = top.y + room.y - side, list_top = bar + side + ui.px(8);
    ImGui::SetCursorScreenPos({top.x, list_top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(4), ui.px(4)});
    ImGui::BeginChild(folder_.c_str(), {room.x, foot - ui.px(12) - list_top}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    if (unreadable_ || names_.empty()) {
        gap(ui, 8);
        paragraph(ui, Face::body, c.quiet,
                  ui.say(unreadable_ ? "This folder can't be read." : "There are no folders in this one."), ui.px(10));
    }
    {
        const FocusGroup group(ui, "folders");
        const float width = ImGui::GetContentRegionAvail().x;
        for (const std::string& name : names_) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const ItemState s = item(ui, "folder/in/" + name, {width, ui.px(32)});
            if (s.pressed) next = folder_ / name;
            if (!s.visible) continue;
            ImDrawList& list = *ImGui::GetWindowDrawList();
            if (s.hovered) list.AddRectFilled(at, at + ImVec2{width, ui.px(32)}, c.hover, ui.px(6));
            draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), ui.px(32)}, Face::icon, c.quiet,
                              icon::folder);
            const std::string shown = fit(ui, Face::body, name, width - ui.px(50));
            draw_text(ui, list, {at.x + ui.px(40), at.y + (ui.px(32) - text_size(ui, Face::body, shown).y) / 2},
                      Face::body, c.ink, shown);
        }
    }
    if (std::exchange(entered_, false)) {
        ImGui::SetScrollY(0);
        // What was pressed is not in the new list: the keyboard goes on at its start.
        if (!names_.empty()) ui.state.focus.go("folder/in/" + names_.front());
    }
    ImGui::EndChild();

    const std::string_view use = ui.say("Use this folder"), back = ui.say("Back");
    const float use_width = text_size(ui, Face::strong, use).x + ui.px(28);
    const float back_width = text_size(ui, Face::strong, back).x + ui.px(28);
    ImGui::SetCursorScreenPos({top.x + room.x - use_width - ui.px(10) - back_width, foot});
    if (text_button(ui, "folder/back", nullptr, back, ButtonKind::plain)) answer = Answer::back;
    ImGui::SetCursorScreenPos({top.x + room.x - use_width, foot});
    if (text_button(ui, "folder/use", nullptr, use, ButtonKind::primary)) answer = Answer::chosen;
    if (!next.empty()) enter(next);
    return answer;
}

}  // namespace myomap
