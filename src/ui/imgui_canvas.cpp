#include "ui/imgui_canvas.h"

#include <array>
#include <cmath>
#include <span>

namespace myomap {

namespace {

// The rasterised font nearest in height (ascender to descender), so that text comes out as sharp as the panels'.
const ImFont* nearest_font(const Look& look, float height, FontWeight weight) {
    static constexpr std::array regular{Face::chart, Face::small, Face::body};
    static constexpr std::array semibold{Face::small_strong, Face::strong, Face::title, Face::large};
    const auto faces = weight == FontWeight::regular ? std::span<const Face>(regular) : std::span<const Face>(semibold);
    const ImFont* best = nullptr;
    for (const Face face : faces) {
        const ImFont* font = look.font(face);
        if (!best || std::abs(font->FontSize - height) < std::abs(best->FontSize - height)) best = font;
    }
    return best;
}

// Within a pixel of a rasterised height, that height: scaled glyphs blur.
float drawn_height(const ImFont& font, float height) {
    return std::abs(font.FontSize - height) <= 1 ? font.FontSize : height;
}

}  // namespace

ImU32 to_imgui(Color color) {
    const std::uint32_t v = color.rgba;
    return IM_COL32(v >> 24, (v >> 16) & 255, (v >> 8) & 255, v & 255);
}

float ImGuiMeasure::width(std::string_view utf8, float size_px, FontWeight weight) const {
    const ImFont* font = nearest_font(look_, size_px * look_.em_height, weight);
    return font
        ->CalcTextSizeA(drawn_height(*font, size_px * look_.em_height), FLT_MAX, 0, utf8.data(),
                        utf8.data() + utf8.size())
        .x;
}

void ImGuiCanvas::line(glm::vec2 a, glm::vec2 b, float width_px, Color color) {
    list_.AddLine(place(a), place(b), to_imgui(color), width_px);
}

void ImGuiCanvas::circle(glm::vec2 centre, float radius_px, Color fill) {
    list_.AddCircleFilled(place(centre), radius_px, to_imgui(fill));
}

void ImGuiCanvas::rectangle(const Rect& rect, float corner_px, Color fill) {
    list_.AddRectFilled(place({rect.x, rect.y}), place({rect.x + rect.width, rect.y + rect.height}), to_imgui(fill),
                        corner_px);
}

void ImGuiCanvas::polygon(std::span<const glm::vec2> corners, Color fill) {
    for (const glm::vec2 corner : corners) list_.PathLineTo(place(corner));
    list_.PathFillConvex(to_imgui(fill));
}

void ImGuiCanvas::text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) {
    const ImFont* font = nearest_font(look_, size_px * look_.em_height, weight);
    const float height = drawn_height(*font, size_px * look_.em_height);
    const ImVec2 p = place({at.x, at.y - font->Ascent * height / font->FontSize});
    list_.AddText(font, height, {std::round(p.x), std::round(p.y)}, to_imgui(color), utf8.data(),
                  utf8.data() + utf8.size());
}

float ImGuiCanvas::width(std::string_view utf8, float size_px, FontWeight weight) const {
    return ImGuiMeasure(look_).width(utf8, size_px, weight);
}

}  // namespace myomap
