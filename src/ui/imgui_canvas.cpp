#include "ui/imgui_canvas.h"

#include <cmath>

namespace myomap {

namespace {

// The rasterised font nearest in size, so that text comes out as sharp as the panels'.
const ImFont* nearest_font(const Look& look, float size_px, FontWeight weight) {
    const auto styles = weight == FontWeight::regular
                            ? std::initializer_list<TextStyle>{TextStyle::small, TextStyle::body}
                            : std::initializer_list<TextStyle>{TextStyle::small_strong, TextStyle::strong,
                                                               TextStyle::title, TextStyle::large};
    const ImFont* best = nullptr;
    for (const TextStyle style : styles) {
        const ImFont* font = look.font(style);
        if (!best || std::abs(font->FontSize - size_px) < std::abs(best->FontSize - size_px)) best = font;
    }
    return best;
}

// Within half a pixel of a rasterised size, that size: scaled glyphs blur.
float drawn_size(const ImFont& font, float size_px) {
    return std::abs(font.FontSize - size_px) <= 0.5f ? font.FontSize : size_px;
}

}  // namespace

ImU32 to_imgui(Color color) {
    const std::uint32_t v = color.rgba;
    return IM_COL32(v >> 24, (v >> 16) & 255, (v >> 8) & 255, v & 255);
}

float ImGuiMeasure::width(std::string_view utf8, float size_px, FontWeight weight) const {
    const ImFont* font = nearest_font(look_, size_px, weight);
    return font->CalcTextSizeA(drawn_size(*font, size_px), FLT_MAX, 0, utf8.data(), utf8.data() + utf8.size()).x;
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

void ImGuiCanvas::text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) {
    const ImFont* font = nearest_font(look_, size_px, weight);
    const float size = drawn_size(*font, size_px);
    const ImVec2 p = place({at.x, at.y - font->Ascent * size / font->FontSize});
    list_.AddText(font, size, {std::round(p.x), std::round(p.y)}, to_imgui(color), utf8.data(),
                  utf8.data() + utf8.size());
}

}  // namespace myomap
