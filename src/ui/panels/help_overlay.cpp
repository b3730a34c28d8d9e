#include "ui/panels/help_overlay.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "ui/icons.h"
#include "ui/keys.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

// "Ctrl+Shift+Z" -> what stands on its key caps.
std::vector<std::string> caps_of(const Ui& ui, std::string_view keys) {
    std::vector<std::string> caps;
    keys = keys.substr(0, keys.find(", "));
    while (!keys.empty()) {
        // A plus that is itself the key ends the text.
        size_t end = keys.find('+', 1);
        if (end == std::string_view::npos) end = keys.size();
        std::string cap(keys.substr(0, end));
        keys.remove_prefix(std::min(keys.size(), end + 1));
        if (cap == "Left") cap = "\u2190";
        if (cap == "Right") cap = "\u2192";
        if (cap == "Up") cap = "\u2191";
        if (cap == "Down") cap = "\u2193";
        if (cap == "Escape") cap = ui.say("Esc");
        if (cap == "Shift") cap = ui.say("Shift");
        if (cap == "Enter") cap = ui.say("Enter");
        if (cap == "Space") cap = ui.say("Space");
        if (cap == "PageDown") cap = ui.say("PgDn");
        if (cap == "PageUp") cap = ui.say("PgUp");
        if (cap == "Delete") cap = ui.say("Del");
        caps.push_back(std::move(cap));
    }
    return caps;
}

float cap_width(const Ui& ui, std::string_view cap) {
    return std::max(ui.px(26), text_size(ui, Face::small_strong, cap).x + ui.px(14));
}

float caps_width(const Ui& ui, std::string_view keys) {
    float width = 0;
    for (const std::string& cap : caps_of(ui, keys)) width += cap_width(ui, cap) + ui.px(4);
    return width;
}

void draw_caps(const Ui& ui, ImVec2 at, float height, std::string_view keys) {
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const std::string& cap : caps_of(ui, keys)) {
        const float width = cap_width(ui, cap), side = ui.px(21), y = at.y + (height - side) / 2;
        list.AddRectFilled({at.x, y}, {at.x + width, y + side}, c.paper, ui.px(5));
        list.AddRect({at.x, y}, {at.x + width, y + side}, c.line, ui.px(5));
        draw_text_centred(ui, list, {at.x, y, width, side}, Face::small_strong, c.ink, cap);
        at.x += width + ui.px(4);
    }
}

// Two columns where there is room for them. What is too long for its column goes on in further lines.
void draw_keys(const Ui& ui) {
    const Colors& c = ui.colors();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::vector<KeyBinding> page = key_page(ui);
    const float room = ImGui::GetContentRegionAvail().x, between = ui.px(36);
    const bool two = room > ui.px(640);
    const float column = two ? std::floor((room - between) / 2) : room;
    float caps = ui.px(128);
    for (const KeyBinding& binding : page) caps = std::max(caps, caps_width(ui, binding.keys) + ui.px(4));
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float line = text_size(ui, Face::body, "x").y;
    float x = start.x, y = start.y, lowest = y;
    std::string_view group;
    for (const KeyBinding& binding : page) {
        if (binding.group != group) {
            if (two && binding.group == "Layers") {
                x = start.x + column + between;
                y = start.y;
            } else if (!group.empty()) {
                y += ui.px(10);
            }
            group = binding.group;
            const std::string_view words = ui.say(group);
            draw_text(ui, list, {x, y}, Face::small_strong, c.accent, words, column);
            y += text_size(ui, Face::small_strong, words, column).y + ui.px(8);
        }
        const std::string_view what = ui.say(binding.what);
        const float row = ui.px(23), text = text_size(ui, Face::body, what, column - caps).y;
        draw_caps(ui, {x, y}, row, binding.keys);
        draw_text(ui, list, {x + caps, y + (row - line) / 2}, Face::body, c.ink, what, column - caps);
        y += std::max(row, text + row - line);
        lowest = std::max(lowest, y);
    }
    const std::string_view pointer = ui.say(
        "On the body: click a trigger point or a muscle to choose it; right-click or Alt-click the "
        "skin to choose its region. On one large view: drag to turn, right-drag or Shift-drag to "
        "move, wheel to zoom, double-click to go back.");
    y = lowest + ui.px(18);
    draw_text(ui, list, {start.x, y}, Face::small, c.quiet, pointer, room);
    ImGui::Dummy({1, y + text_size(ui, Face::small, pointer, room).y + ui.px(8) - start.y});
}

}  // namespace

void draw_help_overlay(Ui& ui) {
    const bool keep = dialog(ui, "help", {ui.px(900), ui.px(772)}, [&] {
        const ImVec2 top = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        paragraph(ui, Face::title, ui.colors().ink, ui.say("Keys"));
        ImGui::SetCursorScreenPos({top.x, top.y + ui.px(40)});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(8), ui.px(8)});
        ImGui::BeginChild("keys", {}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
        ImGui::PopStyleVar();
        scroll_stop(ui, "help/text");
        draw_keys(ui);
        ImGui::EndChild();
        // After the text, which the keyboard comes to first.
        ImGui::SetCursorScreenPos({top.x + width - ui.px(36), top.y - ui.px(6)});
        if (icon_button(ui, "help/close", icon::close, ui.say("Close"), "Esc")) ui.state.overlay = Overlay::none;
    });
    if (!keep) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
