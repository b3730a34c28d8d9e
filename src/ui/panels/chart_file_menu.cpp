#include "ui/panels/chart_file_menu.h"

#include <array>

#include "ui/chart_file_actions.h"
#include "ui/widgets.h"

namespace myomap {

void chart_file_menu(Ui& ui, const Rect& button) {
    struct Row {
        const char* name;
        const char* label;
        const char* keys;
        void (*action)(Ui&);
    };
    static constexpr std::array rows{
        Row{"chart_menu/new", word("New chart"), "Ctrl+N", new_chart},
        Row{"chart_menu/open", word("Open a chart"), "Ctrl+O", open_chart_dialog},
        Row{"chart_menu/recent", word("Recent charts"), "Ctrl+Shift+O", recent_charts_dialog},
        Row{"chart_menu/save", word("Save the chart"), "Ctrl+S", save_chart},
        Row{"chart_menu/save_as", word("Save the chart as"), "Ctrl+Shift+S", save_chart_as}};
    const float width = ui.px(320);
    if (!begin_menu(ui, "chart_file_menu", button, width)) return;
    for (const Row& row : rows)
        if (menu_row(ui, row.name, ui.say(row.label), row.keys, RowMark::none, false, width - ui.px(16))) {
            ImGui::CloseCurrentPopup();
            row.action(ui);
        }
    ImGui::EndPopup();
}

}  // namespace myomap
