#include "ui/shell.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui_internal.h>

#include "ui/mode.h"
#include "ui/panels/chart_panel.h"
#include "ui/panels/error_panel.h"
#include "ui/panels/export_dialog.h"
#include "ui/panels/help_overlay.h"
#include "ui/panels/question_dialog.h"
#include "ui/panels/status_line.h"
#include "ui/panels/tool_rail.h"
#include "ui/panels/top_bar.h"
#include "ui/scale.h"
#include "ui/widgets.h"
#include "ui/words.h"

namespace myomap {

ShellLayout Shell::layout(const Ui& ui, glm::vec2 size) const {
    ShellLayout l;
    const float top = ui.px(56), status = ui.px(38);
    const float middle = std::max(0.f, size.y - top - status);
    const bool narrow = size.x < ui.px(narrow_window);
    const bool wants_left = ui.state.left_open && ui.modes.panel(PanelSide::left);
    const bool wants_right = ui.state.right_open && ui.modes.panel(PanelSide::right);
    const bool left = wants_left && !(narrow && wants_right && ui.state.last_opened == PanelSide::right);
    const bool right = wants_right && !(narrow && wants_left && ui.state.last_opened == PanelSide::left);
    // Never more than half of a small window for a panel.
    const float left_width = left ? std::min(ui.px(280), std::round(size.x * 0.5f)) : 0;
    const float card = std::clamp(std::round(size.x * 0.3f), ui.px(340), ui.px(400));
    const float right_width = right ? std::min(card, std::round(size.x * 0.5f)) : 0;
    l.top = {0, 0, size.x, top};
    l.status = {0, size.y - status, size.x, status};
    l.left = {0, top, left_width, middle};
    l.right = {size.x - right_width, top, right_width, middle};
    const float banner = std::min(banner_.height(ui), middle / 2);
    l.banner = {left_width, top, size.x - left_width - right_width, banner};
    float strip = 0;
    for (const PanelSide side : {PanelSide::left, PanelSide::right})
        if (Panel* panel = ui.modes.panel(side); panel && !(side == PanelSide::left ? left : right))
            strip = std::max(strip, panel->strip_height(ui));
    l.strip = {left_width, top + banner, l.banner.width, strip};
    const float below = top + banner + strip, rest = middle - banner - strip;
    const float rail = std::min(rail_width(ui, size.x), l.banner.width / 2);
    const OptionsBar& options = ui.modes.current().bar;
    const float bar = options.height ? std::min(options.height(ui, l.banner.width - rail), rest / 2) : 0;
    l.rail = {left_width, below, rail, rest};
    l.bar = {left_width + rail, below, l.banner.width - rail, bar};
    l.chart = {l.bar.x, below + bar, l.bar.width, rest - bar};
    return l;
}

namespace {

void draw_side(Ui& ui, PanelSide side, const Rect& rect) {
    if (rect.width <= 0) return;
    // The mode may have been changed by the bar above since the places were laid out.
    const PanelEntry* entry = ui.modes.entry(side);
    if (!entry) return;
    guarded(ui, std::string(entry->name), rect, [&] { ui.modes.panel(side)->draw(ui, rect); });
}

// What has to be read is brought up, also where only one panel fits.
void open_wanted(Ui& ui) {
    for (const PanelSide side : {PanelSide::left, PanelSide::right})
        if (Panel* panel = ui.modes.panel(side); panel && panel->wants_to_open(ui)) open_panel(ui, side);
}

void draw_strip(Ui& ui, const ShellLayout& l) {
    for (const PanelSide side : {PanelSide::left, PanelSide::right})
        if (Panel* panel = ui.modes.panel(side);
            panel && (side == PanelSide::left ? l.left : l.right).width <= 0 && panel->strip_height(ui) > 0)
            panel->draw_strip(ui, l.strip);
}

}  // namespace

void Shell::draw(Ui& ui, glm::vec2 size) {
    UiState& state = ui.state;
    if (ui.document().view.theme != ui.look.theme) apply_style(ui.look, ui.document().view.theme);
    if (const auto language = std::exchange(state.wanted_language, {})) {
        ui.context.set_language(*language);
        state.notice.clear();
    }
    ui.items.begin_frame();
    state.focus.begin_frame();
    state.status.clear();
    state.wake_ms = 0;
    if (std::exchange(state.close_menus, false)) ImGui::ClosePopupToLevel(0, true);
    state.typing = ImGui::GetIO().WantTextInput;
    if (std::exchange(state.leave_field, false) || state.focus.left_field()) leave_field(ui);
    const Rect window{0, 0, size.x, size.y};
    // Dialogs first: an export uses the chart's renderer, and the chart must be drawn after that.
    if (state.overlay == Overlay::help) guarded(ui, word("Keys"), window, [&] { draw_help_overlay(ui); });
    if (state.overlay == Overlay::export_chart)
        guarded(ui, word("Export"), window, [&] { export_dialog_.draw(ui); });
    else {
        export_dialog_.rest();
        if (state.overlay != Overlay::handout) state.page_of_dialog = state.leave_page = false;
    }
    // Closed by a key: answered as by its first button.
    if (!state.questions.empty() && state.overlay != Overlay::question) answer_question(ui, 0);
    if (state.overlay == Overlay::question) guarded(ui, word("Question"), window, [&] { draw_question_dialog(ui); });
    if (state.overlay == Overlay::compare) guarded(ui, word("Compare"), window, [&] { compare_dialog_.draw(ui); });
    if (state.overlay == Overlay::chart_file)
        guarded(ui, word("Chart file"), window, [&] { file_dialog_.draw(ui); });
    else if (state.overlay != Overlay::question)  // of what is done there, over it
        file_dialog_.rest();

    for (const PanelSide side : {PanelSide::left, PanelSide::right})
        if (Panel* panel = ui.modes.panel(side); panel && !ui.modes.current().full_screen)
            guarded(ui, std::string(ui.modes.entry(side)->name), window, [&] { panel->draw_dialogs(ui); });

    if (ui.modes.current().full_screen) {
        state.focus.enter_pane(1);
        draw_side(ui, PanelSide::right, window);
        state.focus.end_frame();
        draw_focus_ring(ui);
        state.double_click = false;
        return;
    }
    open_wanted(ui);
    const ShellLayout l = layout(ui, size);
    // Tab goes from above to below and from the left to the right.
    const auto pane = [&](int number, const std::string& name, const Rect& rect, const std::function<void()>& draw) {
        state.focus.enter_pane(number);
        if (rect.width > 0 && rect.height > 0) guarded(ui, name, rect, draw);
    };
    pane(1, word("Top bar"), l.top, [&] { draw_top_bar(ui, l.top); });
    state.focus.enter_pane(2);
    draw_side(ui, PanelSide::left, l.left);
    state.focus.enter_pane(8);
    draw_side(ui, PanelSide::right, l.right);
    pane(3, word("Dataset problems"), l.banner, [&] { banner_.draw(ui, l.banner); });
    pane(4, word("Warning signs"), l.strip, [&] { draw_strip(ui, l); });
    pane(5, word("Tools"), l.rail, [&] { draw_tool_rail(ui, l.rail); });
    // Choosing a mode in the bar above may have brought another one up.
    if (const auto draw_bar = ui.modes.current().bar.draw; draw_bar && l.bar.height > 0)
        pane(6, word("Options of the tool"), l.bar, [&] { draw_bar(ui, l.bar); });
    pane(7, word("The chart"), l.chart, [&] { draw_chart_panel(ui, l.chart); });
    pane(9, word("Status line"), l.status, [&] { draw_status_line(ui, l.status); });
    state.focus.end_frame();
    draw_focus_ring(ui);

    state.double_click = false;
}

}  // namespace myomap
