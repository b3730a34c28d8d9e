#pragma once
// The window's own controls, drawn by us. Each registers its name with Ui::items and returns true when pressed.

#include <functional>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include <imgui.h>

#include "ui/ui.h"

namespace myomap {

inline ImVec2 operator+(ImVec2 a, ImVec2 b) { return {a.x + b.x, a.y + b.y}; }
inline ImVec2 operator-(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
inline Rect to_rect(ImVec2 low, ImVec2 high) { return {low.x, low.y, high.x - low.x, high.y - low.y}; }

ImVec2 text_size(const Ui& ui, Face face, std::string_view text, float wrap_width = 0);

// Draws text with its top left corner at `at`; wraps at wrap_width when above 0.
void draw_text(const Ui& ui, ImDrawList& list, ImVec2 at, Face face, ImU32 color, std::string_view text,
               float wrap_width = 0);
// Centred in the box, both ways.
void draw_text_centred(const Ui& ui, ImDrawList& list, const Rect& box, Face face, ImU32 color, std::string_view text);
// Shortened with an ellipsis to fit the width.
std::string fit(const Ui& ui, Face face, std::string_view text, float width);

// In the flow of the current ImGui window: wrapped to the width that is left.
void paragraph(const Ui& ui, Face face, ImU32 color, std::string_view text, float indent = 0, float right_inset = 0);
void gap(const Ui& ui, float design);
// What the field below is called.
void field_name(const Ui& ui, std::string_view text);
void rule(const Ui& ui, float inset = 0);

// A tooltip in our own look, for the item just drawn.
void tooltip(const Ui& ui, std::string_view text, std::string_view keys = {}, std::string_view detail = {});

struct ItemState {
    bool hovered = false, held = false, pressed = false, visible = false;
    bool focused = false;  // the keyboard is at it
    int fold = 0;          // of one that folds: -1 or 1 when the keyboard folded or unfolded it
};
// What an item is to the keyboard, beside what Focus::Stop says of all.
struct ItemFocus {
    bool chosen = false, folds = false, filled = false;
    bool enabled = true;  // otherwise Tab passes it by
};
// An invisible button at the cursor, registered as `name`. Only what is inside the clip rectangle is registered.
// `pressed` by the pointer, or by Enter or Space where the keyboard is.
ItemState item(const Ui& ui, std::string_view name, ImVec2 size, ItemFocus focus = {});

// A part of the item drawn before, such as a chip on a row: the arrows left and right come to it.
Focus::Got item_part(const Ui& ui, std::string_view name, const Rect& rect, bool filled = false);
// The child window that was just begun: Tab comes to it, and arrows, page, home and end keys scroll it.
void scroll_stop(const Ui& ui, std::string_view name);
// Around what has the keyboard. Once a frame, at its end.
void draw_focus_ring(const Ui& ui);

// What is drawn while it lives is one stop of Tab, with the arrows between its members.
class FocusGroup {
public:
    FocusGroup(const Ui& ui, std::string_view name) : focus_(ui.state.focus), before_(focus_.group()) {
        focus_.enter_group(name);
    }
    ~FocusGroup() { focus_.enter_group(before_); }
    FocusGroup(const FocusGroup&) = delete;
    FocusGroup& operator=(const FocusGroup&) = delete;

private:
    Focus& focus_;
    std::string before_;
};

bool icon_button(const Ui& ui, std::string_view name, const char* icon, std::string_view tip, std::string_view keys,
                 bool enabled = true, bool on = false, float design = 36, bool lit = false);
enum class ButtonKind { primary, plain };
bool text_button(const Ui& ui, std::string_view name, const char* icon, std::string_view label, ButtonKind kind,
                 bool enabled = true);

struct Segment {
    std::string_view id;     // "plate"
    const char* icon;        // null for none
    std::string_view label;  // "" for icon only; English, marked with word()
    std::string_view tip;
    std::string_view keys;
    bool enabled = true;
};
// Returns the pressed index or -1. `name` is the prefix of the segments' names. Labels and tips are English and shown
// in the chosen language; at least `fill` pixels wide together, and in several rows where `most` (0: any) is too few.
int segmented(const Ui& ui, std::string_view name, std::span<const Segment> segments, int selected,
              float height_design = 36, float fill = 0, float most = 0);
float segmented_width(const Ui& ui, std::span<const Segment> segments);  // in one row
float segmented_height(const Ui& ui, std::span<const Segment> segments, float most, float height_design = 36);

// A row of a menu: a check box, one of several of which one is chosen, or something that is done.
enum class RowMark { box, choice, none };
bool menu_row(const Ui& ui, std::string_view name, std::string_view label, std::string_view keys, RowMark mark, bool on,
              float width);

// A field with a border that shows the focus. The first of the hints that has room is shown, or the last. `entered`:
// whether Enter was pressed in it. `take_focus` brings the keyboard to it; without an icon its text is chosen whole
// then.
bool text_field(const Ui& ui, std::string_view name, std::string& text, std::initializer_list<std::string_view> hints,
                float width, const char* icon = nullptr, bool take_focus = false, bool* entered = nullptr);
// Takes the keyboard from the field that has it; what is typed from now on are keys.
void leave_field(Ui& ui);

// A line or more in a box of its own colour, at the cursor: what was done, what went wrong.
void notice(const Ui& ui, const char* icon, ImU32 paper, ImU32 color, std::string_view text, float width);

// A menu of `width` below a button; draw its rows and ImGui::EndPopup() when it is open. It stays inside the window.
bool begin_menu(const Ui& ui, const char* name, const Rect& button, float width);

// A card in the middle of a shaded window; `body` draws inside. Returns false when the user pressed outside.
bool dialog(const Ui& ui, std::string_view name, ImVec2 size, const std::function<void()>& body);

// A pane of the shell: fixed place, no decoration. Paper is what the frame starts with, so it is not filled again:
// without a GPU, filling costs more than all the rest of a frame.
bool begin_pane(const Ui& ui, const char* name, const Rect& rect, ImU32 color, float padding_design,
                ImGuiWindowFlags extra = 0);
void end_pane();

}  // namespace myomap
