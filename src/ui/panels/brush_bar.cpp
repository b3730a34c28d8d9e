#include "ui/panels/brush_bar.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "base/word.h"
#include "chart/drawing_paint.h"
#include "chart/drawing_terms.h"
#include "chart/palette.h"
#include "chart/swatch.h"
#include "report/drawing_words.h"
#include "ui/icons.h"
#include "ui/imgui_canvas.h"
#include "ui/mode.h"
#include "ui/panels/region_menu.h"
#include "ui/tools/brush_tool.h"
#include "ui/widgets.h"

namespace myomap {

namespace {

constexpr int quality_count = static_cast<int>(PainQuality::cold) + 1;
// What most people say comes first.
constexpr std::array common{PainQuality::aching, PainQuality::tight, PainQuality::burning, PainQuality::tingling};
constexpr std::array depths{Segment{"not_sure", nullptr, word("Not sure"), word("Depth: not sure"), ""},
                            Segment{"skin", nullptr, word("Skin"), word("Depth: in the skin"), ""},
                            Segment{"deep", nullptr, word("Deep"), word("Depth: deep"), ""}};

// Of pain; where an examination was felt has no quality.
bool is_brush(const Ui& ui) { return ui.modes.chosen_tool() == "brush" && felt_of(ui) == 0; }

void draw_swatch_of(const Ui& ui, PainQuality quality, ImVec2 at) {
    PainArea area;
    area.qualities = {quality};
    area.depth = ui.state.tools.brush.depth;
    ImGuiCanvas canvas(*ImGui::GetWindowDrawList(), ui.look, {0, 0});
    draw_swatch(canvas, pain_paint(area), {at.x, at.y, ui.px(24), ui.px(20)}, Style::shaded,
                chart_palette(ui.document().view.theme));
}

float words_width(const Ui& ui, PainQuality quality) {
    return text_size(ui, Face::small_strong, capitalised(std::string(ui.say(words_of(quality))))).x + ui.px(8);
}

// Where there is no room for all words the chosen one keeps its own.
float quality_width(const Ui& ui, PainQuality quality, bool in_words) {
    const bool says = in_words || ui.state.tools.brush.quality == quality;
    return ui.px(24 + 16) + (says ? words_width(ui, quality) : 0);
}

bool quality_button(const Ui& ui, PainQuality quality, bool in_words) {
    const Colors& c = ui.colors();
    const std::string label = capitalised(std::string(ui.say(words_of(quality))));
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{quality_width(ui, quality, in_words), ui.px(36)};
    const bool chosen = ui.state.tools.brush.quality == quality;
    const ItemState s = item(ui, std::string("quality/") + to_text(quality), size, {.chosen = chosen});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chosen || s.hovered) list.AddRectFilled(at, at + size, chosen ? c.selected : c.hover, ui.px(8));
    draw_swatch_of(ui, quality, at + ImVec2{ui.px(8), ui.px(8)});
    if (in_words || chosen)
        draw_text(ui, list, {at.x + ui.px(40), at.y + (size.y - text_size(ui, Face::small_strong, label).y) / 2},
                  Face::small_strong, chosen ? c.on_selected : c.ink, label);
    else if (s.hovered)
        tooltip(ui, label);
    return s.pressed;
}

void quality_menu(Ui& ui, const Rect& button) {
    const float width = ui.px(240);
    if (!begin_menu(ui, "qualities", button, width)) return;
    for (int i = 0; i < quality_count; ++i) {
        const auto quality = static_cast<PainQuality>(i);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (menu_row(ui, std::string("qualities/") + to_text(quality), "", "", RowMark::none, false,
                     width - ui.px(16))) {
            ui.state.tools.brush.quality = quality;
            ImGui::CloseCurrentPopup();
        }
        const ImVec2 after = ImGui::GetCursorScreenPos();
        draw_swatch_of(ui, quality, at + ImVec2{ui.px(8), ui.px(8)});
        draw_text(ui, *ImGui::GetWindowDrawList(),
                  {at.x + ui.px(42), at.y + (ui.px(36) - text_size(ui, Face::body, "x").y) / 2}, Face::body,
                  ui.colors().ink, capitalised(std::string(ui.say(words_of(quality)))));
        ImGui::SetCursorScreenPos(after);
    }
    ImGui::EndPopup();
}

// How many centimetres round the pointer; a click on the line sets it.
void radius_slider(Ui& ui, float width) {
    const Colors& c = ui.colors();
    const ImVec2 at = ImGui::GetCursorScreenPos(), size{width, ui.px(36)};
    float& radius = ui.state.tools.brush.radius_cm;
    const ItemState s = item(ui, "brush/radius", size, {.folds = true});
    if (s.fold != 0) step_radius(ui, s.fold);
    const float low = at.x + ui.px(8), long_px = width - ui.px(16);
    // Finer where it is small.
    if (s.held) {
        const float share = std::clamp((ImGui::GetIO().MousePos.x - low) / long_px, 0.f, 1.f);
        radius = std::round((least_radius_cm + share * share * (most_radius_cm - least_radius_cm)) * 10) / 10;
    }
    const float share = std::sqrt((radius - least_radius_cm) / (most_radius_cm - least_radius_cm));
    const float middle = at.y + size.y / 2, x = low + share * long_px;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddLine({low, middle}, {low + long_px, middle}, c.line, ui.px(3));
    list.AddLine({low, middle}, {x, middle}, c.accent, ui.px(3));
    list.AddCircleFilled({x, middle}, ui.px(8), c.accent);
    if (s.hovered) tooltip(ui, ui.say("Radius of the brush"), "[  ]");
}

std::string radius_words(const Ui& ui) {
    return ui.say("{} cm", number_words(ui.scene, ui.state.tools.brush.radius_cm, 2));
}

float menu_width(const Ui& ui) { return text_size(ui, Face::strong, ui.say("All qualities")).x + ui.px(54); }

float qualities_width(const Ui& ui, bool in_words) {
    float width = menu_width(ui) + ui.px(12);
    for (const PainQuality quality : common) width += quality_width(ui, quality, in_words) + ui.px(4);
    return width;
}

constexpr float slider = 80;  // of design

float size_width(const Ui& ui) {
    const float depth = is_brush(ui) ? segmented_width(ui, depths) + ui.px(12) : 0;
    return depth + radius_width(ui) + (is_brush(ui) ? ui.px(8) + region_menu_width(ui) : 0);
}

// In one row where there is room for it, whichever quality is chosen.
bool is_one_row(const Ui& ui, float width) {
    float longest = 0;
    for (int i = 0; i < quality_count; ++i) longest = std::max(longest, words_width(ui, static_cast<PainQuality>(i)));
    const float swatches = menu_width(ui) + ui.px(12) + static_cast<float>(common.size()) * ui.px(24 + 16 + 4);
    return !is_brush(ui) || swatches + longest + size_width(ui) <= width - ui.px(16);
}

}  // namespace

float radius_width(const Ui& ui) { return ui.px(slider + 4) + text_size(ui, Face::small_strong, "0.00 cm").x; }

void draw_radius(Ui& ui, const Rect& rect, bool slides) {
    const std::string words = radius_words(ui);
    ImGui::SetCursorScreenPos({rect.x, rect.y});
    if (slides) radius_slider(ui, ui.px(slider));
    draw_text(ui, *ImGui::GetWindowDrawList(),
              {rect.x + (slides ? ui.px(slider + 4) : 0),
               rect.y + (rect.height - text_size(ui, Face::small_strong, words).y) / 2},
              Face::small_strong, ui.colors().ink, words);
}

float brush_bar_height(const Ui& ui, float width) { return ui.px(is_one_row(ui, width) ? 52 : 94); }

void draw_brush_bar(Ui& ui, const Rect& rect) {
    const Colors& c = ui.colors();
    begin_pane(ui, "brush", rect, c.surface, 0, ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({rect.x, rect.y + rect.height - ui.px(1)}, {rect.x + rect.width, rect.y + rect.height}, c.line);
    float x = rect.x + ui.px(8), y = rect.y + ui.px(8);
    const float room = rect.width - ui.px(16);
    if (is_brush(ui)) {
        Brush& brush = ui.state.tools.brush;
        // One that is not among the common ones takes the place of the last.
        std::vector<PainQuality> qualities(common.begin(), common.end());
        if (std::ranges::find(qualities, brush.quality) == qualities.end()) qualities.back() = brush.quality;
        const bool one_row = is_one_row(ui, rect.width);
        const bool in_words = qualities_width(ui, true) + (one_row ? size_width(ui) : 0) <= room;
        {
            const FocusGroup group(ui, "quality");
            for (const PainQuality quality : qualities) {
                ImGui::SetCursorScreenPos({x, y});
                if (quality_button(ui, quality, in_words)) brush.quality = quality;
                x += quality_width(ui, quality, in_words) + ui.px(4);
            }
        }
        const std::string_view all = ui.say("All qualities");
        ImGui::SetCursorScreenPos({x, y});
        if (text_button(ui, "quality/more", icon::down, all, ButtonKind::plain)) ImGui::OpenPopup("qualities");
        quality_menu(ui, {x, y, menu_width(ui), ui.px(36)});
        x += menu_width(ui) + ui.px(12);
        if (!one_row) x = rect.x + ui.px(8), y += ui.px(42);
        ImGui::SetCursorScreenPos({x, y});
        if (const int i = segmented(ui, "depth", depths, static_cast<int>(brush.depth)); i >= 0)
            brush.depth = static_cast<PainDepth>(i);
        x += segmented_width(ui, depths) + ui.px(12);
    }
    if (const std::string_view tool = ui.modes.chosen_tool(); !tool.empty() && tool != "brush" && tool != "erase") {
        const std::string use = fit(ui, Face::small, ui.say(ui.modes.tool(tool).use), room - ui.px(8));
        draw_text(ui, list, {x + ui.px(4), y + (ui.px(36) - text_size(ui, Face::small, use).y) / 2}, Face::small,
                  c.quiet, use);
        end_pane();
        return;
    }
    if (felt_of(ui) != 0) {
        const std::string words = ui.say("Where {} was felt", item_name(ui.document().drawing, felt_of(ui)));
        draw_text(ui, list, {x, y + (ui.px(36) - text_size(ui, Face::small_strong, words).y) / 2}, Face::small_strong,
                  c.accent, words);
        x += text_size(ui, Face::small_strong, words).x + ui.px(16);
    }
    // Where there is no room for a slider its number stays, and its keys.
    const float regions = is_brush(ui) ? ui.px(8) + region_menu_width(ui) : 0;
    const bool slides = x + radius_width(ui) + regions <= rect.x + rect.width - ui.px(8);
    draw_radius(ui, {x, y, radius_width(ui), ui.px(36)}, slides);
    if (is_brush(ui)) {
        ImGui::SetCursorScreenPos({x + radius_width(ui) - (slides ? 0 : ui.px(slider)) + ui.px(8), y});
        if (const auto region = draw_region_menu(ui))
            ui.act([&](Document& d) { return paint_region(d, ui.scene, ui.state.tools.brush, *region); });
    }
    end_pane();
}

}  // namespace myomap
