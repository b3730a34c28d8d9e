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
#include "report/kept_report.h"
#include "ui/items.h"
#include "ui/panels/export_dialog.h"
#include "ui/theme.h"
#include "ui/ways.h"

namespace myomap {

class ChartView;

enum class Overlay { none, help, export_chart };
enum class SidePanel { left, right };

// The three ways to a muscle: by its name, by the complaint, by where it hurts.
enum class Way { muscles, symptoms, regions };

struct TreeState {
    Way way = Way::muscles;
    bool folded_at_start = false;  // the regions that start folded have been
    std::string query;
    std::set<std::string, std::less<>> closed;  // ids of regions and groups that are folded
    int cursor = -1;                            // row of the keyboard while searching
    bool focus = false;                         // put the cursor into the search field
    bool leave = false;                         // take it out again
    int move = 0;                               // rows to go, from the arrow keys
    bool enter = false;                         // take the row under the cursor
    bool typing = false;
    std::string shown_muscle;  // the row that was last scrolled to
    std::string shown_way_in;  // likewise, of a region or complaint
    std::string hits_for;      // the query that the hits answer
    std::vector<SearchHit> hits, symptom_hits, region_hits;
};

// What a right click asked for; see under_menu.h.
struct UnderMenu {
    bool open = false;
    int region = -1;
    Side side = Side::right;
    std::vector<Muscles::Under> under;
};

// The picture on the card; see muscle_thumbnail.h.
struct Thumbnail {
    ChartDocument document;  // that it shows
    glm::ivec2 size{};
    unsigned texture = 0;
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
    bool flags_open = false;  // the warning signs of a region
    Wording wording = Wording::plain;
    Ways ways;
    KeptReport report;  // of the card
    UnderMenu under_menu;
    Thumbnail thumbnail;
    std::optional<Language> wanted_language;  // taken over between two frames: texts in use must stay
    // From which region or complaint the muscle on the card was chosen, so that the card leads back.
    std::string back_region, back_symptom, back_from_muscle;
    Side back_side = Side::right;
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
    UiState& state;
    Look& look;
    Items& items;
    ChartView& chart;

    const ChartDocument& document() const { return state.undo.document(); }
    // The window's own words in the language that is shown; they stay until the language changes.
    std::string_view say(std::string_view english) const { return context.phrases(english); }
    std::string say(std::string_view english, std::string_view value) const { return context.phrases(english, value); }
    std::string_view language() const { return to_text(scene.atlas.language); }
    bool plain() const { return state.wording == Wording::plain; }
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
