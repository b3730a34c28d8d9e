#include "ui/panels/tool_rail.h"

#include <string>

#include "ui/mode.h"
#include "ui/scale.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr float wide = 76, slim = 44;  // of design

// An icon over a word; the word only where the rail is wide.
bool rail_button(const Ui& ui, const std::string& name, const char* icon, std::string_view label, std::string_view keys,
                 bool chosen, bool enabled, float width) {
    const Colors& c = ui.colors();
    const bool with_word = width > ui.px(slim);
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{width, ui.px(with_word ? 52 : 40)};
    const ItemState s = item(ui, name, size, {.chosen = chosen, .enabled = enabled});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || (s.hovered && enabled)) list.AddRectFilled(at, at + size, chosen ? c.selected : c.hover, ui.px(8));
    const ImU32 color = !enabled ? (c.quiet & 0x00ffffff) | 0x60000000 : chosen ? c.on_selected : c.ink;
    const float icon_height = with_word ? size.y - ui.px(16) : size.y;
    draw_text_centred(ui, list, {at.x, at.y + ui.px(with_word ? 2 : 0), width, icon_height}, Face::icon, color, icon);
    if (with_word)
        draw_text_centred(ui, list, {at.x, at.y + size.y - ui.px(21), width, ui.px(18)}, Face::small, color,
                          fit(ui, Face::small, label, width - ui.px(2)));
    if (s.hovered) tooltip(ui, label, keys);
    return s.pressed && enabled;
}

}  // namespace

float rail_width(const Ui& ui, float window_width) {
    if (ui.modes.rail().empty()) return 0;
    return ui.px(window_width < ui.px(narrow_window) ? slim : wide);
}

void draw_tool_rail(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "rail", rect, c.surface, 0);
    const float margin = ui.px(rect.width > ui.px(slim) ? 4 : 2), width = rect.width - 2 * margin - ui.px(1);
    ImGui::GetWindowDrawList()->AddRectFilled({rect.x + rect.width - ui.px(1), rect.y},
                                              {rect.x + rect.width, rect.y + rect.height}, c.line);
    float y = rect.y + ui.px(6) - ImGui::GetScrollY();
    const auto place = [&] {
        ImGui::SetCursorScreenPos({rect.x + margin, y});
        y += ui.px(rect.width > ui.px(slim) ? 54 : 42);
    };
    const FocusGroup group(ui, "rail");
    for (const ToolEntry* tool : ui.modes.rail()) {
        place();
        if (rail_button(ui, "rail/" + std::string(tool->id), tool->icon, ui.say(tool->name), tool->keys,
                        ui.modes.chosen_tool() == tool->id, true, width))
            ui.modes.take_up(ui, tool->id);
    }
    for (const RailAction& action : ui.modes.current().actions) {
        place();
        if (&action == &ui.modes.current().actions.front())
            ImGui::GetWindowDrawList()->AddRectFilled({rect.x + ui.px(10), y - ui.px(55)},
                                                      {rect.x + rect.width - ui.px(10), y - ui.px(54)}, c.line);
        if (rail_button(ui, "rail/" + std::string(action.id), action.icon, ui.say(action.name), action.keys, false,
                        action.enabled(ui), width))
            action.act(ui);
    }
    end_pane();
}

}  // namespace myomap
