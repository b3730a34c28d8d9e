#pragma once
// chart/canvas.h over an ImDrawList: the window's way to draw the vector part of a picture, and to measure its text.

#include "chart/canvas.h"
#include "ui/theme.h"

namespace myomap {

class ImGuiMeasure : public TextMeasure {
public:
    explicit ImGuiMeasure(const Look& look) : look_(look) {}
    float width(std::string_view utf8, float size_px, FontWeight weight) const override;

private:
    const Look& look_;
};

class ImGuiCanvas : public Canvas {
public:
    // Everything is moved by `origin`, the picture's top left corner in the window.
    ImGuiCanvas(ImDrawList& list, const Look& look, glm::vec2 origin) : list_(list), look_(look), origin_(origin) {}
    void line(glm::vec2 a, glm::vec2 b, float width_px, Color color) override;
    void circle(glm::vec2 centre, float radius_px, Color fill) override;
    void rectangle(const Rect& rect, float corner_px, Color fill) override;
    void polygon(std::span<const glm::vec2> corners, Color fill) override;
    void text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) override;
    float width(std::string_view utf8, float size_px, FontWeight weight) const override;

private:
    ImVec2 place(glm::vec2 p) const { return {p.x + origin_.x, p.y + origin_.y}; }

    ImDrawList& list_;
    const Look& look_;
    glm::vec2 origin_;
};

ImU32 to_imgui(Color color);

}  // namespace myomap
