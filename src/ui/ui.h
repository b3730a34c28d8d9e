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
#include "base/utc_time.h"
#include "chart/actions/draw.h"
#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/compose.h"
#include "chart/document.h"
#include "chart/history.h"
#include "chart/hit.h"
#include "report/words.h"
#include "ui/chart_files.h"
#include "ui/focus.h"
#include "ui/items.h"
#include "ui/panel.h"
#include "ui/question.h"
#include "ui/theme.h"

namespace myomap {

class ChartView;
class Modes;

// What the tools of the chart draw with, in every mode that has them.
struct DrawingTools {
    Brush brush;
    ItemId felt_of = 0;                    // the finding whose examination is painted with the brush; 0: pain areas are
    bool on_question = false;              // strokes are of the question, not of the visit
    ItemId asked_area = 0;                 // of the visit's areas the one that Find asks about; 0, or none of them: all
    std::shared_ptr<const LaidOver> over;  // what the mode paints instead of zones and areas; null: nothing
    std::vector<ViewSubject> framed;       // likewise, where Layout::focus looks instead of at what is chosen
    std::string typed_region;              // what is looked for in the menu of regions
    // As they were before a mode of drawing was entered.
    bool points_before = true, right_before = true;
};

enum class Overlay { none, help, export_chart, chart_file, question, compare, talk, handout, study };

struct UiState {
    DocumentHistory history;
    Message pending;  // a drag or zoom that is shown but not yet a step: its name
    Overlay overlay = Overlay::none;
    bool left_open = true;
    bool right_open = true;
    PanelSide last_opened = PanelSide::left;  // a narrow window shows only this one
    Wording wording = Wording::plain;
    Focus focus;
    std::optional<Language> wanted_language;    // taken over between two frames: texts in use must stay
    float scale_choice = 0;                     // 0: from the display
    float display_scale = 0;                    // what the display asks for, from the first frame on
    float scale_wanted = 1;                     // by choice or display; the look's is lower where that has no room
    std::string status;                         // what is under the cursor
    std::string notice;                         // a short message in the status line, until the next action
    std::map<std::string, std::string> broken;  // panel -> what it threw
    bool typing = false;                        // a text field has the keyboard
    bool leave_field = false;                   // take the keyboard from it
    bool close_menus = false;
    bool page_of_dialog = false;  // the dialog shows a page of its own, such as a question: Escape goes back from it
    bool leave_page = false;
    ChartFiles charts;
    std::deque<AskedUser> questions;        // the first is what Overlay::question shows
    std::filesystem::path letterhead_file;  // "" where nothing is remembered
    std::filesystem::path progress_file;    // of learners; "" where nothing is kept
    std::filesystem::path export_folder;    // where the last chart was exported to; "" for home
    DrawingTools tools;
    bool moving = false;              // what the frame drew has not arrived yet: the next one follows at once
    int wake_ms = 0;                  // of a clock that was drawn: when the next frame comes; 0: with the next event
    bool less_motion = false;         // views change at once
    std::optional<float> motion_at;   // of a script: where movements stand, 1 arrived; nothing: they go by the clock
    std::optional<UtcTime> clock_at;  // of a script: what time it is; nothing: by the clock
    std::string study = "idle";       // what Study asks or has judged, for scripts
    bool double_click = false;        // a second press came with this frame's input
    bool quit = false;
};

struct Ui {
    Context& context;
    Scene scene;
    UiState& state;
    Look& look;
    Items& items;
    ChartView& chart;
    Modes& modes;

    const Document& document() const { return state.history.document(); }
    // The window's own words in the language that is shown; they stay until the language changes.
    std::string_view say(std::string_view english) const { return context.phrases(english); }
    std::string say(std::string_view english, std::string_view value) const { return context.phrases(english, value); }
    std::string say_count(std::string_view english, size_t number) const { return scene.phrase_count(english, number); }
    std::string_view language() const { return to_text(scene.atlas.language); }
    bool plain() const { return state.wording == Wording::plain; }
    float px(float design) const { return look.px(design); }
    const Colors& colors() const { return look.colors; }

    // A drag that is still only shown becomes a step of its own.
    void settle() {
        if (!state.pending.empty()) state.history.commit(std::exchange(state.pending, {}));
    }

    // Runs an action of chart/actions on the document and makes it a step when it changed something.
    template <std::invocable<Document&> Action>
    void act(Action&& action, Merge merge = Merge::no) {
        settle();
        state.notice.clear();
        if (const Message message = action(state.history.scratch()); !message.empty())
            state.history.commit(message, merge);
    }
};

// Where only one fits, it takes the place of the other.
inline void open_panel(Ui& ui, PanelSide side) {
    (side == PanelSide::left ? ui.state.left_open : ui.state.right_open) = true;
    ui.state.last_opened = side;
}

}  // namespace myomap
