#include "ui/panels/folder_list.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>
#include <utility>

#include "base/file_stamp.h"
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

std::string with_tilde(const fs::path& path) {
    const std::string text = path.string(), home = home_folder().string();
    if (text == home) return "~";
    return text.starts_with(home + "/") ? "~" + text.substr(home.size()) : text;
}

fs::path from_typed(const std::string& text, const fs::path& folder) {
    if (text == "~") return home_folder();
    if (text.starts_with("~/")) return (home_folder() / text.substr(2)).lexically_normal();
    return (folder / text).lexically_normal();
}

fs::path full_path(const std::string& typed) { return from_typed(typed, home_folder()); }

std::string time_words(std::time_t time) {
    char text[32] = "";
    std::tm local{};
    if (localtime_r(&time, &local)) std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
    return text;
}

void FolderList::open(const fs::path& folder, std::string_view suffix) {
    suffix_ = suffix;
    fs::path there = folder.is_absolute() ? folder.lexically_normal() : home_folder();
    std::error_code ignored;
    while (!fs::is_directory(there, ignored) && there.has_relative_path()) there = there.parent_path();
    enter(there);
}

void FolderList::enter(const fs::path& folder) {
    folder_ = folder;
    entries_.clear();
    entered_ = true;
    std::error_code error;
    fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error);
    unreadable_ = static_cast<bool>(error);
    for (; !error && it != fs::directory_iterator() && entries_.size() < most_listed; it.increment(error)) {
        std::error_code ignored;
        Entry entry{it->path().filename().string(), {}, it->is_directory(ignored)};
        const bool wanted = entry.folder || (!suffix_.empty() && entry.name.ends_with(suffix_));
        if (entry.name.starts_with('.') || !wanted) continue;
        if (!entry.folder) entry.written = static_cast<std::time_t>(stamp_of(it->path()).seconds);
        entry.folded = fold(entry.name);
        entries_.push_back(std::move(entry));
    }
    std::ranges::sort(entries_, {}, [](const Entry& one) { return std::tuple(!one.folder, one.folded, one.name); });
}

bool FolderList::has(const Entry& entry, std::string_view part) {
    return part.empty() || entry.folded.find(fold(part)) != std::string::npos;
}

fs::path FolderList::only(std::string_view part) const {
    const auto fits = [&](const Entry& entry) { return has(entry, part); };
    const auto first = std::ranges::find_if(entries_, fits);
    if (first == entries_.end() || std::find_if(first + 1, entries_.end(), fits) != entries_.end()) return {};
    return folder_ / first->name;
}

bool FolderList::draw_entry(Ui& ui, const Entry& entry) const {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, height = ui.px(32);
    const ItemState s = item(ui, (entry.folder ? "folder/in/" : "folder/file/") + entry.name, {width, height});
    if (!s.visible) return s.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{width, height}, c.hover, ui.px(6));
    draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), height}, Face::icon,
                      entry.folder ? c.quiet : c.accent, entry.folder ? icon::folder : icon::chart);
    const std::string when = entry.folder ? "" : time_words(entry.written);
    const ImVec2 when_size = text_size(ui, Face::small, when);
    const float room = width - ui.px(50) - (when.empty() ? 0 : when_size.x + ui.px(16));
    const std::string shown = fit(ui, Face::body, entry.name, room);
    draw_text(ui, list, {at.x + ui.px(40), at.y + (height - text_size(ui, Face::body, shown).y) / 2}, Face::body, c.ink,
              shown);
    draw_text(ui, list, {at.x + width - when_size.x - ui.px(10), at.y + (height - when_size.y) / 2}, Face::small,
              c.quiet, when);
    return s.pressed;
}

fs::path FolderList::draw_list(Ui& ui, float height, std::string_view part) {
    const Colors& c = ui.colors();
    fs::path next, file;
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    const float side = ui.px(36);
    if (icon_button(ui, "folder/up", icon::up, ui.say("The folder above"), "", folder_.has_relative_path()))
        next = folder_.parent_path();
    ImGui::SetCursorScreenPos({top.x + side, top.y});
    if (icon_button(ui, "folder/home", icon::home, ui.say("Home"), "")) next = home_folder();
    const std::string where = fit(ui, Face::strong, with_tilde(folder_), room.x - 2 * side - ui.px(12));
    draw_text(ui, *ImGui::GetWindowDrawList(),
              {top.x + 2 * side + ui.px(8), top.y + (side - text_size(ui, Face::strong, where).y) / 2}, Face::strong,
              c.ink, where);

    ImGui::SetCursorScreenPos({top.x, top.y + side + ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(4), ui.px(4)});
    ImGui::BeginChild(folder_.c_str(), {room.x, height - side - ui.px(8)}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    const auto first = std::ranges::find_if(entries_, [&](const Entry& entry) { return has(entry, part); });
    if (first == entries_.end()) {
        gap(ui, 8);
        const std::string_view said = unreadable_       ? ui.say("This folder can't be read.")
                                      : !part.empty()   ? ui.say("Nothing here has this in its name.")
                                      : suffix_.empty() ? ui.say("There are no folders in this one.")
                                                        : ui.say("There are no charts and no folders in this one.");
        paragraph(ui, Face::body, c.quiet, said, ui.px(10));
    }
    {
        const FocusGroup group(ui, "folders");
        for (const Entry& entry : entries_)
            if (has(entry, part) && draw_entry(ui, entry)) (entry.folder ? next : file) = folder_ / entry.name;
    }
    if (std::exchange(entered_, false)) {
        ImGui::SetScrollY(0);
        // What was pressed is not in the new list: the keyboard goes on at its start.
        if (first != entries_.end() && !ui.state.typing)
            ui.state.focus.go((first->folder ? "folder/in/" : "folder/file/") + first->name);
    }
    ImGui::EndChild();
    if (!next.empty()) enter(next);
    return file;
}

FolderList::Answer FolderList::draw(Ui& ui) {
    Answer answer = Answer::none;
    const ImVec2 top = ImGui::GetCursorScreenPos(), room = ImGui::GetContentRegionAvail();
    paragraph(ui, Face::title, ui.colors().ink, ui.say("Choose a folder"));
    const float side = ui.px(36), foot = top.y + room.y - side;
    ImGui::SetCursorScreenPos({top.x, top.y + ui.px(40)});
    draw_list(ui, foot - ui.px(12) - top.y - ui.px(40));

    const std::string_view use = ui.say("Use this folder"), back = ui.say("Back");
    const float use_width = text_size(ui, Face::strong, use).x + ui.px(28);
    const float back_width = text_size(ui, Face::strong, back).x + ui.px(28);
    ImGui::SetCursorScreenPos({top.x + room.x - use_width - ui.px(10) - back_width, foot});
    if (text_button(ui, "folder/back", nullptr, back, ButtonKind::plain)) answer = Answer::back;
    ImGui::SetCursorScreenPos({top.x + room.x - use_width, foot});
    if (text_button(ui, "folder/use", nullptr, use, ButtonKind::primary)) answer = Answer::chosen;
    return answer;
}

}  // namespace myomap
