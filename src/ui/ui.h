#pragma once
// What every panel gets: the knowledge, the state of the window, the look. Panels call actions and nothing else.

#include <concepts>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/context.h"
#include "chart/actions.h"
#include "chart/document.h"
#include "chart/hit.h"
#include "chart/undo.h"
#include "ui/export_dialog.h"
#include "ui/items.h"
#include "ui/theme.h"

namespace myomap {

class ChartView;

enum class Overlay { none, help, export_chart };
enum class SidePanel { left, right };

struct TreeState {
    std::string query;
    std::set<std::string, std::less<>> closed;  // ids of regions and groups that are folded
    int cursor = -1;                            // row of the keyboard while searching
    bool focus = false;                         // put the cursor into the search field
    bool leave = false;                         // take it out again
    int move = 0;                               // rows to go, from the arrow keys
    bool enter = false;                         // take the row under the cursor
    bool typing = false;
    std::string shown_muscle;  // the row that was last scrolled to
    std::string hits_for;      // the query that `hits` answers
    std::vector<SearchHit> hits;
};

struct UiState {
    Undo<ChartDocument> undo;
    std::string pending;  // a drag or zoom that is shown but not yet a step: its name
    TreeState tree;
    ExportForm export_form;
    Overlay overlay = Overlay::none;
    bool left_open = true;
    bool right_open = true;
    SidePanel last_opened = SidePanel::left;  // a narrow window shows only this one
    bool sources_open = false;
    bool banner_closed = false;
    bool banner_open = false;
    float scale_choice = 0;                     // 0: from the display
    std::string status;                         // what is under the cursor
    std::string notice;                         // a short message in the status line, until the next action
    std::map<std::string, std::string> broken;  // panel -> what it threw
    bool close_menus = false;
    bool double_click = false;  // a second press came with this frame's input
    bool quit = false;
};

struct Ui {
    Context& context;
    Scene scene;
    const SearchIndex& search;
    UiState& state;
    Look& look;
    Items& items;
    ChartView& chart;
    ExportFunction export_chart;  // may be empty: then there is nothing to export with

    const ChartDocument& document() const { return state.undo.document(); }
    float px(float design) const { return look.px(design); }
    const Colors& colors() const { return look.colors; }

    // A drag that is still only shown becomes a step of its own.
    void settle() {
        if (!state.pending.empty()) state.undo.commit(std::exchange(state.pending, {}));
    }

    // Runs an action of chart/actions.h on the document and makes it a step when it changed something.
    template <std::invocable<ChartDocument&> Action>
    void act(Action&& action) {
        settle();
        state.notice.clear();
        if (std::string message = action(state.undo.scratch()); !message.empty()) state.undo.commit(std::move(message));
    }
};

}  // namespace myomap
