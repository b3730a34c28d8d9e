#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include "base/text.h"
#include "ui/icons.h"

namespace myomap {

namespace {

constexpr float leading = 1.14f;  // of wrapped lines, over the face's own ascender to descender

// Calls `line` with each line of the text and its number; wraps at wrap_width when above 0.
template <class Line>
void each_line(const ImFont& font, std::string_view text, float wrap_width, Line line) {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int number = 0; at < end; ++number) {
        const char* stop = std::find(at, end, '\n');
        if (wrap_width > 0) {
            const char* wrapped = font.CalcWordWrapPositionA(1, at, stop, wrap_width);
            stop = wrapped == at ? stop : wrapped;
        }
        line(std::string_view(at, static_cast<size_t>(stop - at)), number);
        at = stop;
        while (at < end && *at == ' ') ++at;
        if (at < end && *at == '\n') ++at;
    }
}

float line_step(const ImFont& font) { return std::round(font.FontSize * leading); }

Rect intersection(const Rect& rect, const ImRect& clip) {
    const float x = std::max(rect.x, clip.Min.x), y = std::max(rect.y, clip.Min.y);
    return {x, y, std::min(rect.x + rect.width, clip.Max.x) - x, std::min(rect.y + rect.height, clip.Max.y) - y};
}

void watch_control(const Ui& ui, std::string_view name, const Rect& rect) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (const Rect seen = intersection(rect, window.ClipRect); seen.width > 0 && seen.height > 0)
        ui.items.show({window.RootWindow->Name, std::string(name), seen});
}

// Texts that are scrolled out of sight are not shown; those that are wider than their pane are cut.
void watch_text(const Ui& ui, const Rect& rect, std::string_view text) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    const Rect seen = intersection(rect, window.ClipRect);
    if (seen.height <= 0 || text.empty()) return;
    ui.items.show({window.RootWindow->Name, std::string(text), seen, true, seen.width + 1 < rect.width});
}

}  // namespace

ImVec2 text_size(const Ui& ui, Face face, std::string_view text, float wrap_width) {
    const ImFont& font = *ui.look.font(face);
    ImVec2 size{0, font.FontSize};
    each_line(font, text, wrap_width, [&](std::string_view line, int number) {
        size.x =
            std::max(size.x, font.CalcTextSizeA(font.FontSize, FLT_MAX, 0, line.data(), line.data() + line.size()).x);
        size.y = font.FontSize + static_cast<float>(number) * line_step(font);
    });
    return size;
}

void draw_text(const Ui& ui, ImDrawList& list, ImVec2 at, Face face, ImU32 color, std::string_view text,
               float wrap_width) {
    const ImFont& font = *ui.look.font(face);
    at = {std::round(at.x), std::round(at.y)};
    if (ui.items.watched() && &list == ImGui::GetWindowDrawList()) {
        const ImVec2 size = text_size(ui, face, text, wrap_width);
        watch_text(ui, to_rect(at, at + size), text);
    }
    each_line(font, text, wrap_width, [&](std::string_view line, int number) {
        list.AddText(&font, font.FontSize, {at.x, at.y + static_cast<float>(number) * line_step(font)}, color,
                     line.data(), line.data() + line.size());
    });
}

void draw_text_centred(const Ui& ui, ImDrawList& list, const Rect& box, Face face, ImU32 color, std::string_view text) {
    const ImVec2 size = text_size(ui, face, text);
    draw_text(ui, list, {box.x + (box.width - size.x) / 2, box.y + (box.height - size.y) / 2}, face, color, text);
}

std::string fit(const Ui& ui, Face face, std::string_view text, float width) {
    std::string shown = elide(text, width, [&](std::string_view part) { return text_size(ui, face, part).x; });
    if (ui.items.watched() && shown != text)
        ui.items.show({ImGui::GetCurrentWindow()->RootWindow->Name, std::string(text), {}, true, true});
    return shown;
}

void paragraph(const Ui& ui, Face face, ImU32 color, std::string_view text, float indent, float right_inset) {
    const float width = std::max(ui.px(40), ImGui::GetContentRegionAvail().x - indent - right_inset);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(ui, face, text, width);
    draw_text(ui, *ImGui::GetWindowDrawList(), {at.x + indent, at.y}, face, color, text, width);
    ImGui::Dummy({indent + size.x, size.y});
}

void gap(const Ui& ui, float design) { ImGui::Dummy({0, ui.px(design)}); }

void field_name(const Ui& ui, std::string_view text) {
    gap(ui, 14);
    paragraph(ui, Face::small_strong, ui.colors().quiet, text);
    gap(ui, 6);
}

void rule(const Ui& ui, float inset) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddRectFilled({at.x + inset, at.y}, {at.x + width - inset, at.y + ui.px(1)},
                                              ui.colors().line);
    ImGui::Dummy({width, ui.px(1)});
}

void tooltip(const Ui& ui, std::string_view text, std::string_view keys, std::string_view detail) {
    const Colors& c = ui.colors();
    const float wrap = ui.px(320), gap_x = keys.empty() ? 0 : ui.px(12);
    const ImVec2 main = text_size(ui, Face::small_strong, text, wrap);
    const ImVec2 key = text_size(ui, Face::small, keys);
    const ImVec2 more = detail.empty() ? ImVec2{} : text_size(ui, Face::small, detail, wrap);
    const ImVec2 pad{ui.px(12), ui.px(8)};
    const float line_gap = detail.empty() ? 0 : ui.px(3);
    const ImVec2 size{std::max(main.x + gap_x + key.x, more.x) + 2 * pad.x, main.y + line_gap + more.y + 2 * pad.y};
    const ImVec2 mouse = ImGui::GetIO().MousePos, screen = ImGui::GetIO().DisplaySize;
    ImVec2 at = mouse + ImVec2{ui.px(14), ui.px(20)};
    if (at.y + size.y > screen.y - ui.px(4)) at.y = mouse.y - size.y - ui.px(10);
    at.x = std::clamp(at.x, ui.px(4), std::max(ui.px(4), screen.x - size.x - ui.px(4)));
    // The foreground list, not a tooltip window: it needs no second frame to find its size.
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    const float r = ui.px(8);
    list.AddRectFilled(at + ImVec2{0, ui.px(2)}, at + size + ImVec2{0, ui.px(3)}, IM_COL32(0, 0, 0, 40), r);
    list.AddRectFilled(at, at + size, c.tooltip, r);
    draw_text(ui, list, at + pad, Face::small_strong, c.on_tooltip, text, wrap);
    if (!keys.empty())
        draw_text(ui, list, {at.x + size.x - pad.x - key.x, at.y + pad.y}, Face::small, c.on_tooltip_quiet, keys);
    if (!detail.empty())
        draw_text(ui, list, {at.x + pad.x, at.y + pad.y + main.y + line_gap}, Face::small, c.on_tooltip_quiet, detail,
                  wrap);
}

namespace {

Rect rect_of(const ImRect& rect) { return to_rect(rect.Min, rect.Max); }

Focus::Got add_stop(const Ui& ui, Focus::Stop stop) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    stop.clip = rect_of(window.ClipRect);
    if (window.RootWindow->Flags & ImGuiWindowFlags_Popup) stop.layer = Focus::Layer::menu;
    Focus::Got got = ui.state.focus.add(stop);
    if (got.arrived && ui.state.focus.ringed() &&
        (stop.rect.y < stop.clip.y || stop.rect.y + stop.rect.height > stop.clip.y + stop.clip.height) &&
        window.ScrollMax.y > 0)
        ImGui::SetScrollFromPosY(stop.rect.y + stop.rect.height / 2 - window.Pos.y, 0.5f);
    return got;
}

}  // namespace

Focus::Got item_part(const Ui& ui, std::string_view name, const Rect& rect, bool filled) {
    return add_stop(ui, {.name = std::string(name), .rect = rect, .minor = true, .filled = filled});
}

void scroll_stop(const Ui& ui, std::string_view name) {
    const ImGuiWindow& window = *ImGui::GetCurrentWindow();
    if (window.ScrollMax.y <= 0 && !window.Appearing) return;  // how long it is shows in its second frame
    const Rect rect = to_rect(window.Pos, window.Pos + window.Size);
    const Focus::Got got = ui.state.focus.add(
        {.name = std::string(name), .rect = rect, .clip = rect_of(window.ParentWindow->ClipRect), .scrolls = true});
    if (!got.moved) return;
    using Key = Focus::Key;
    const float page = window.Size.y * 0.85f, now = ImGui::GetScrollY();
    const float to = got.scroll == Key::home        ? 0
                     : got.scroll == Key::end       ? window.ScrollMax.y
                     : got.scroll == Key::page_up   ? now - page
                     : got.scroll == Key::page_down ? now + page
                     : got.scroll == Key::up        ? now - ui.px(60)
                                                    : now + ui.px(60);
    ImGui::SetScrollY(std::clamp(to, 0.f, window.ScrollMax.y));
}

void draw_focus_ring(const Ui& ui) {
    const Focus::Stop* stop = ui.state.focus.ringed();
    if (!stop || stop->field) return;  // a field shows it by its border
    const float out = ui.px(2), r = ui.px(9), width = ui.px(2);
    const float x = std::max(stop->rect.x - out, stop->clip.x), y = std::max(stop->rect.y - out, stop->clip.y);
    const float right = std::min(stop->rect.x + stop->rect.width + out, stop->clip.x + stop->clip.width);
    const float bottom = std::min(stop->rect.y + stop->rect.height + out, stop->clip.y + stop->clip.height);
    if (right <= x || bottom <= y) return;
    const float half = width / 2;
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRect({x + half, y + half}, {right - half, bottom - half}, ui.colors().accent, r, 0, width);
    if (!stop->filled) return;
    const float in = out + ui.px(2) + half;
    list.AddRect({x + in, y + in}, {right - in, bottom - in}, ui.colors().on_accent, r - in, 0, width);
}

ItemState item(const Ui& ui, std::string_view name, ImVec2 size, ItemFocus focus) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ItemState state;
    state.visible = ImGui::IsRectVisible(size);
    ImGui::PushID(name.data(), name.data() + name.size());
    state.pressed = ImGui::InvisibleButton("item", size);
    ImGui::PopID();
    state.hovered = ImGui::IsItemHovered();
    state.held = ImGui::IsItemActive();
    if (state.pressed && focus.enabled) ui.state.focus.go(name);
    Focus::Got got;
    if (focus.enabled)
        got = add_stop(ui, {.name = std::string(name),
                            .rect = to_rect(at, at + size),
                            .chosen = focus.chosen,
                            .folds = focus.folds,
                            .filled = focus.filled});
    state.focused = got.here;
    state.fold = got.fold;
    state.pressed = state.pressed || got.pressed;
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    const ImVec2 middle = at + ImVec2{size.x / 2, size.y / 2};
    if (clip.Contains(middle)) ui.items.add(name, to_rect(at, at + size));
    if (ui.items.watched()) watch_control(ui, name, to_rect(at, at + size));
    if (state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    return state;
}

namespace {

// Of what can't be pressed now.
ImU32 faint(ImU32 color) { return (color & ~IM_COL32_A_MASK) | (100u << IM_COL32_A_SHIFT); }

constexpr float usual_icon_button = 36;  // design px

}  // namespace

bool icon_button(const Ui& ui, std::string_view name, const char* icon, std::string_view tip, std::string_view keys,
                 bool enabled, bool on, float design, bool lit) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.px(design);
    const ItemState s = item(ui, name, {side, side}, {.enabled = enabled});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (on || (s.hovered && enabled))
        list.AddRectFilled(at, at + ImVec2{side, side}, on ? c.selected : c.hover, ui.px(8));
    const ImU32 color = !enabled ? faint(c.quiet) : on ? c.on_selected : s.hovered ? c.ink : lit ? c.accent : c.quiet;
    if (design <= usual_icon_button) {
        draw_text_centred(ui, list, {at.x, at.y, side, side}, Face::icon, color, icon);
    } else {
        // A larger button has a larger sign.
        const ImFont& font = *ui.look.font(Face::icon);
        const float size = font.FontSize * design / usual_icon_button;
        const ImVec2 sign = font.CalcTextSizeA(size, FLT_MAX, 0, icon);
        list.AddText(&font, size, {at.x + (side - sign.x) / 2, at.y + (side - sign.y) / 2}, color, icon);
    }
    if (s.hovered && !tip.empty() && !on) tooltip(ui, tip, keys);
    return s.pressed && enabled;
}

bool text_button(const Ui& ui, std::string_view name, const char* icon, std::string_view label, ButtonKind kind,
                 bool enabled) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 text = text_size(ui, Face::strong, label);
    const float icon_width = icon ? text_size(ui, Face::icon, icon).x + ui.px(8) : 0;
    const ImVec2 size{text.x + icon_width + ui.px(28), ui.px(36)};
    const bool primary = kind == ButtonKind::primary;
    const ItemState s = item(ui, name, size, {.filled = primary, .enabled = enabled});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 fill = primary ? c.accent : s.hovered && enabled ? c.hover : 0;
    if (fill) list.AddRectFilled(at, at + size, fill, ui.px(8));
    if (!primary) list.AddRect(at, at + size, c.line, ui.px(8), 0, ui.px(1));
    if (primary && s.hovered) list.AddRectFilled(at, at + size, IM_COL32(255, 255, 255, 26), ui.px(8));
    const ImU32 color = primary ? c.on_accent : c.ink;
    float x = at.x + ui.px(14);
    if (icon) {
        const ImVec2 box = text_size(ui, Face::icon, icon);
        draw_text(ui, list, {x, at.y + (size.y - box.y) / 2}, Face::icon, color, icon);
        x += icon_width;
    }
    draw_text(ui, list, {x, at.y + (size.y - text.y) / 2}, Face::strong, color, label);
    return s.pressed && enabled;
}

namespace {

constexpr float segment_padding = 22, least_segment_padding = 10;

float segment_width(const Ui& ui, const Segment& segment, float padding = segment_padding) {
    const float icon = segment.icon ? std::max(ui.px(18), text_size(ui, Face::icon, segment.icon).x) : 0;
    const float label = segment.label.empty() ? 0 : text_size(ui, Face::small_strong, ui.say(segment.label)).x;
    const float between = icon > 0 && label > 0 ? ui.px(6) : 0;
    return std::round(std::max(ui.px(38), icon + between + label + ui.px(padding)));
}

struct SegmentPlace {
    float x, width;
    int row;
};

// As wide together as they need to be and at least `fill`. Wider than `most`, they lose some of their padding, and what
// is too long even then goes on in further rows.
std::vector<SegmentPlace> lay_segments(const Ui& ui, std::span<const Segment> segments, float fill, float most) {
    std::vector<SegmentPlace> places;
    const float natural = segmented_width(ui, segments);
    const bool tight = most > 0 && natural > most;
    float x = 0;
    int row = 0;
    for (const Segment& segment : segments) {
        const float width = segment_width(ui, segment, tight ? least_segment_padding : segment_padding);
        if (tight && x > 0 && x + width > most) {
            x = 0;
            ++row;
        }
        places.push_back({x, tight ? std::min(width, most) : width, row});
        x += width;
    }
    const float wanted = tight ? most : std::max(natural, fill);
    for (size_t first = 0; first < places.size();) {
        size_t end = first;
        while (end < places.size() && places[end].row == places[first].row) ++end;
        const float used = places[end - 1].x + places[end - 1].width;
        const float extra = std::floor((wanted - used) / static_cast<float>(end - first));
        for (size_t i = first; i < end; ++i) {
            places[i].x += extra * static_cast<float>(i - first);
            places[i].width += extra;
        }
        first = end;
    }
    return places;
}

}  // namespace

float segmented_width(const Ui& ui, std::span<const Segment> segments) {
    float width = 0;
    for (const Segment& s : segments) width += segment_width(ui, s);
    return width;
}

float segmented_height(const Ui& ui, std::span<const Segment> segments, float most, float height_design) {
    return static_cast<float>(lay_segments(ui, segments, 0, most).back().row + 1) * ui.px(height_design);
}

int segmented(const Ui& ui, std::string_view name, std::span<const Segment> segments, int selected, float height_design,
              float fill, float most) {
    const Colors& c = ui.colors();
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float height = ui.px(height_design), r = ui.px(8), inset = ui.px(3);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const std::vector<SegmentPlace> places = lay_segments(ui, segments, fill, most);
    float total = 0;
    for (const SegmentPlace& place : places) total = std::max(total, place.x + place.width);
    const float full_height = height * static_cast<float>(places.back().row + 1);
    list.AddRectFilled(start, start + ImVec2{total, full_height}, c.hover, r);
    int pressed = -1;
    const FocusGroup group(ui, name);
    for (int i = 0; i < static_cast<int>(segments.size()); ++i) {
        const Segment& segment = segments[static_cast<size_t>(i)];
        const SegmentPlace& place = places[static_cast<size_t>(i)];
        const ImVec2 at = start + ImVec2{place.x, static_cast<float>(place.row) * height};
        const float x = at.x, width = place.width;
        const std::string_view words = ui.say(segment.label);
        ImGui::SetCursorScreenPos(at);
        const ItemState s =
            item(ui, std::string(name) + "/" + std::string(segment.id), {width, height}, {.chosen = i == selected});
        if (i == selected) {
            list.AddRectFilled({x + inset, at.y + inset}, {x + width - inset, at.y + height - inset}, c.surface,
                               r - ui.px(2));
            list.AddRect({x + inset, at.y + inset}, {x + width - inset, at.y + height - inset}, c.line, r - ui.px(2));
        }
        const ImU32 color = i == selected ? c.accent : !segment.enabled ? faint(c.quiet) : s.hovered ? c.ink : c.quiet;
        const ImVec2 label = text_size(ui, Face::small_strong, words);
        const ImVec2 icon = segment.icon ? text_size(ui, Face::icon, segment.icon) : ImVec2{};
        const float icon_box = segment.icon ? std::max(ui.px(18), icon.x) : 0;
        const float between = segment.icon && !segment.label.empty() ? ui.px(6) : 0;
        float left = x + (width - icon_box - between - (segment.label.empty() ? 0 : label.x)) / 2;
        if (segment.icon)
            draw_text(ui, list, {left + (icon_box - icon.x) / 2, at.y + (height - icon.y) / 2}, Face::icon, color,
                      segment.icon);
        if (!segment.label.empty())
            draw_text(ui, list, {left + icon_box + between, at.y + (height - label.y) / 2}, Face::small_strong, color,
                      words);
        if (s.hovered && !segment.tip.empty()) tooltip(ui, ui.say(segment.tip), segment.keys);
        if (s.pressed && segment.enabled) pressed = i;
    }
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({total, full_height});
    return pressed;
}

bool menu_row(const Ui& ui, std::string_view name, std::string_view label, std::string_view keys, RowMark mark, bool on,
              float width) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(36);
    const ItemState s = item(ui, name, {width, height}, {.chosen = on && mark == RowMark::choice});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (s.hovered) list.AddRectFilled(at, at + ImVec2{width, height}, c.hover, ui.px(6));
    float x = at.x + ui.px(10);
    if (mark == RowMark::none) on = false;
    const ImVec2 box{x, at.y + std::round((height - ui.px(18)) / 2)};
    const ImVec2 end = box + ImVec2{ui.px(18), ui.px(18)};
    if (mark == RowMark::box && on) list.AddRectFilled(box, end, c.accent, ui.px(4));
    if (mark == RowMark::box && !on) list.AddRect(box, end, c.control, ui.px(4), 0, ui.px(1));
    if (on) {
        list.PathLineTo(box + ImVec2{ui.px(4), ui.px(9)});
        list.PathLineTo(box + ImVec2{ui.px(8), ui.px(13)});
        list.PathLineTo(box + ImVec2{ui.px(14), ui.px(5)});
        list.PathStroke(mark == RowMark::box ? c.on_accent : c.accent, 0, ui.px(2));
    }
    x += ui.px(28);
    const ImVec2 text = text_size(ui, Face::body, label), key = text_size(ui, Face::small, keys);
    draw_text(ui, list, {x, at.y + (height - text.y) / 2}, Face::body, c.ink, label);
    draw_text(ui, list, {at.x + width - ui.px(10) - key.x, at.y + (height - key.y) / 2}, Face::small, c.quiet, keys);
    return s.pressed;
}

void notice(const Ui& ui, const char* icon, ImU32 paper, ImU32 color, std::string_view text, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = text_size(ui, Face::small, text, width - ui.px(48));
    const float height = size.y + ui.px(16);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(at, at + ImVec2{width, height}, paper, ui.px(8));
    draw_text_centred(ui, list, {at.x + ui.px(6), at.y, ui.px(28), height}, Face::icon, color, icon);
    draw_text(ui, list, {at.x + ui.px(38), at.y + ui.px(8)}, Face::small, color, text, width - ui.px(48));
    ImGui::Dummy({width, height});
}

bool begin_menu(const Ui& ui, const char* name, const Rect& button, float width) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float edge = ui.px(4), y = button.y + button.height + ui.px(6);
    ImGui::SetNextWindowPos(
        {std::clamp(button.x + button.width - width, edge, std::max(edge, screen.x - width - edge)), y});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::max(ui.px(80), screen.y - y - edge)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.colors().line);
    const bool open = ImGui::BeginPopup(name, ImGuiWindowFlags_NoMove);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    return open;
}

bool text_field(const Ui& ui, std::string_view name, std::string& text, std::initializer_list<std::string_view> hints,
                float width, const char* icon, bool take_focus, bool* entered) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(36), r = ui.px(8);
    const float left = icon ? ui.px(36) : ui.px(12);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImFont* font = ui.look.font(Face::body);
    list.AddRectFilled(at, at + ImVec2{width, height}, c.surface, r);
    if (icon) draw_text_centred(ui, list, {at.x, at.y, ui.px(38), height}, Face::icon, c.quiet, icon);
    ImGui::PushID(name.data(), name.data() + name.size());
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, std::round((height - font->FontSize) / 2)});
    ImGui::PushFont(ui.look.font(Face::body));
    ImGui::SetCursorScreenPos({at.x + left, at.y});
    // Beside a text there is a button that empties the field, beside a hint only the key that leads to it.
    const float room = width - left - ui.px(!icon ? 12 : text.empty() ? 24 : 36);
    ImGui::SetNextItemWidth(room);
    const Focus::Got got =
        add_stop(ui, {.name = std::string(name), .rect = to_rect(at, at + ImVec2{width, height}), .field = true});
    if (take_focus) ui.state.focus.go(name);
    if (take_focus || (got.arrived && got.here)) ImGui::SetKeyboardFocusHere();
    const auto fits = [&](std::string_view hint) { return text_size(ui, Face::body, hint).x <= room; };
    const auto* const fitting = std::ranges::find_if(hints, fits);
    const std::string hint_text(fitting == hints.end() ? *(hints.end() - 1) : *fitting);
    if (text.empty() && ui.items.watched())
        ui.items.show({ImGui::GetCurrentWindow()->RootWindow->Name,
                       hint_text,
                       {at.x + left, at.y, room, height},
                       true,
                       !fits(hint_text)});
    // What is offered is chosen whole, so that typing replaces it. ImGui takes the keyboard a frame later.
    bool* whole = ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID("whole"));
    if (take_focus && !icon) *whole = true;
    const bool changed =
        ImGui::InputTextWithHint("##field", hint_text.c_str(), &text, *whole ? ImGuiInputTextFlags_AutoSelectAll : 0);
    const bool active = ImGui::IsItemActive();
    if (ImGui::IsItemActivated()) {
        ui.state.focus.go(name);
        *whole = false;
    }
    if (entered)
        *entered = ImGui::IsItemDeactivated() &&
                   (ImGui::IsKeyPressedMap(ImGuiKey_Enter) || ImGui::IsKeyPressedMap(ImGuiKey_KeyPadEnter));
    ImGui::PopFont();
    ImGui::PopStyleVar();
    ImGui::PopID();
    const bool hovered = ImGui::IsMouseHoveringRect(at, at + ImVec2{width, height});
    list.AddRect(at, at + ImVec2{width, height},
                 active    ? c.accent
                 : hovered ? c.quiet
                           : c.control,
                 r, 0, ui.px(active ? 2 : 1));
    ui.items.add(name, to_rect(at, at + ImVec2{width, height}));
    if (ui.items.watched()) watch_control(ui, name, to_rect(at, at + ImVec2{width, height}));
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({width, height});
    return changed;
}

void leave_field(Ui& ui) {
    ImGui::ClearActiveID();
    // ImGui would say so two frames later; a key that comes before would be lost.
    GImGui->WantTextInputNextFrame = 0;
    ImGui::GetIO().WantTextInput = ui.state.typing = false;
}

bool dialog(const Ui& ui, std::string_view name, ImVec2 size, const std::function<void()>& body) {
    const Colors& c = ui.colors();
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    size = {std::min(size.x, screen.x - ui.px(24)), std::min(size.y, screen.y - ui.px(24))};
    const ImVec2 at{std::round((screen.x - size.x) / 2), std::round((screen.y - size.y) / 2)};
    // No pane is called like it: two of one name would be one window, drawn where the pane lies.
    const std::string window = "dialog/" + std::string(name);
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(screen);
    ImGui::SetNextWindowBgAlpha(0);
    ImGui::Begin(window.c_str(), nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    // In front of panes that were focused after it opened.
    if (ImGui::IsWindowAppearing()) ImGui::SetWindowFocus();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({0, 0}, screen, c.shade);
    list.AddRectFilled(at + ImVec2{0, ui.px(4)}, at + size + ImVec2{0, ui.px(8)}, IM_COL32(0, 0, 0, 36), ui.px(14));
    list.AddRectFilled(at, at + size, c.surface, ui.px(12));
    list.AddRect(at, at + size, c.line, ui.px(12));
    const bool outside = ImGui::IsMouseClicked(0) && ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) &&
                         !to_rect(at, at + size).contains({ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y});
    const float pad = ui.px(24);
    // The ring of what stands at the edge needs some room.
    const ImVec2 ring{ui.px(4), ui.px(4)};
    ImGui::SetCursorScreenPos(at + ImVec2{pad, pad} - ring);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ring);
    ImGui::BeginChild("body", size - ImVec2{2 * pad, 2 * pad} + ring + ring, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
    ui.state.focus.enter_layer(Focus::Layer::dialog);
    body();
    ui.state.focus.enter_layer(Focus::Layer::panes);
    ImGui::EndChild();
    ImGui::End();
    return !outside;
}

bool begin_pane(const Ui& ui, const char* name, const Rect& rect, ImU32 color, float padding_design,
                ImGuiWindowFlags extra) {
    ImGui::SetNextWindowPos({rect.x, rect.y});
    ImGui::SetNextWindowSize({rect.width, rect.height});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, color);
    const float pad = padding_design > 0 ? ui.px(padding_design) : 0;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{pad, pad});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2{1, 1});
    const bool open = ImGui::Begin(name, nullptr,
                                   ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings |
                                       ImGuiWindowFlags_NoBringToFrontOnFocus | extra |
                                       (color == ui.colors().paper || color == 0 ? ImGuiWindowFlags_NoBackground : 0));
    ImGui::PopStyleVar(3);
    ImGui::PopStyleColor();
    return open;
}

void end_pane() { ImGui::End(); }

}  // namespace myomap
