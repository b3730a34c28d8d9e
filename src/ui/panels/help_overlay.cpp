#include "ui/panels/help_overlay.h"

#include <algorithm>

#include "ui/icons.h"
#include "ui/keys.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

// "Ctrl+Shift+Z" as key caps; returns the width.
float draw_caps(const Ui& ui, ImDrawList& list, ImVec2 at, float height, std::string_view keys) {
    const Colors& c = ui.colors();
    const float start = at.x;
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
        if (cap == "PageDown") cap = ui.say("PgDn");
        if (cap == "PageUp") cap = ui.say("PgUp");
        if (cap == "Delete") cap = ui.say("Del");
        const float width = std::max(ui.px(26), text_size(ui, Face::small_strong, cap).x + ui.px(14));
        const float side = ui.px(21), y = at.y + (height - side) / 2;
        list.AddRectFilled({at.x, y}, {at.x + width, y + side}, c.paper, ui.px(5));
        list.AddRect({at.x, y}, {at.x + width, y + side}, c.line, ui.px(5));
        draw_text_centred(ui, list, {at.x, y, width, side}, Face::small_strong, c.ink, cap);
        at.x += width + ui.px(4);
    }
    return at.x - start;
}

}  // namespace

void draw_help_overlay(Ui& ui) {
    const bool keep = dialog(ui, "help", {ui.px(900), ui.px(772)}, [&] {
        const Colors& c = ui.colors();
        const ImVec2 top = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        paragraph(ui, Face::title, c.ink, ui.say("Keys"));
        ImGui::SetCursorScreenPos({top.x + width - ui.px(36), top.y - ui.px(6)});
        if (icon_button(ui, "help/close", icon::close, ui.say("Close"), "Esc")) ui.state.overlay = Overlay::none;
        ImGui::SetCursorScreenPos({top.x, top.y + ui.px(40)});
        ImGui::BeginChild("keys");
        scroll_stop(ui, "help/text");
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool two = ImGui::GetContentRegionAvail().x > ui.px(640);
        const float column = two ? std::floor((ImGui::GetContentRegionAvail().x - ui.px(36)) / 2)
                                 : ImGui::GetContentRegionAvail().x - ui.px(8);
        const ImVec2 start = ImGui::GetCursorScreenPos();
        float x = start.x, y = start.y, lowest = y;
        std::string_view group;
        for (const KeyBinding& binding : key_table(ui)) {
            if (binding.group != group) {
                if (two && binding.group == "Layers") {
                    x = start.x + column + ui.px(36);
                    y = start.y;
                } else if (!group.empty()) {
                    y += ui.px(10);
                }
                group = binding.group;
                draw_text(ui, list, {x, y}, Face::small_strong, c.accent, ui.say(group));
                y += ui.px(24);
            }
            const float row = ui.px(23);
            const std::string_view first = binding.keys.substr(0, binding.keys.find(", "));
            const float caps = ui.px(128);
            draw_caps(ui, list, {x, y}, row, first);
            const float height = text_size(ui, Face::body, "x").y;
            draw_text(ui, list, {x + caps, y + (row - height) / 2}, Face::body, c.ink,
                      fit(ui, Face::body, ui.say(binding.what), column - caps));
            y += row;
            lowest = std::max(lowest, y);
        }
        y = lowest + ui.px(18);
        draw_text(ui, list, {start.x, y}, Face::small, c.quiet,
                  ui.say("On the body: click a trigger point or a muscle to choose it; right-click or Alt-click the "
                         "skin to choose its region. On one large view: drag to turn, right-drag or Shift-drag to "
                         "move, wheel to zoom, double-click to go back. By keyboard alone: arrow keys move within the "
                         "list, tabs or "
                         "menu that has the ring, fold and unfold, and scroll the text of the card."),
                  ImGui::GetContentRegionAvail().x - ui.px(8));
        ImGui::SetCursorScreenPos(start);
        ImGui::Dummy({1, y + ui.px(72) - start.y});
        ImGui::EndChild();
    });
    if (!keep) ui.state.overlay = Overlay::none;
}

}  // namespace myomap
