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
void rule(const Ui& ui, float inset = 0);

// A tooltip in our own look, for the item just drawn.
void tooltip(const Ui& ui, std::string_view text, std::string_view keys = {}, std::string_view detail = {});

struct ItemState {
    bool hovered = false, held = false, pressed = false, visible = false;
};
// An invisible button at the cursor, registered as `name`. Only what is inside the clip rectangle is registered.
ItemState item(const Ui& ui, std::string_view name, ImVec2 size);

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
// in the chosen language; at least `fill` pixels wide together.
int segmented(const Ui& ui, std::string_view name, std::span<const Segment> segments, int selected,
              float height_design = 36, float fill = 0);
float segmented_width(const Ui& ui, std::span<const Segment> segments);

// A row of a menu: a check box, or one of several of which one is chosen.
enum class RowMark { box, choice };
bool menu_row(const Ui& ui, std::string_view name, std::string_view label, std::string_view keys, RowMark mark, bool on,
              float width);

// A field with a border that shows the focus.
bool text_field(const Ui& ui, std::string_view name, std::string& text, std::string_view hint, float width,
                const char* icon = nullptr, bool take_focus = false);

// A card in the middle of a shaded window; `body` draws inside. Returns false when the user pressed outside.
bool dialog(const Ui& ui, std::string_view name, ImVec2 size, const std::function<void()>& body);

// A pane of the shell: fixed place, no decoration. Paper is what the frame starts with, so it is not filled again:
// without a GPU, filling costs more than all the rest of a frame.
bool begin_pane(const Ui& ui, const char* name, const Rect& rect, ImU32 color, float padding_design,
                ImGuiWindowFlags extra = 0);
void end_pane();

}  // namespace myomap
