#pragma once
// The few things the vector part of a picture is made of. The window draws them with ImGui, pages with cairo.

#include <cstdint>
#include <span>
#include <string_view>

#include <glm/vec2.hpp>

#include "chart/picture.h"

namespace myomap {

enum class FontWeight { regular, semibold };

// How wide text comes out, in pixels. Layout (labels, legend) needs it; canvases provide it.
class TextMeasure {
public:
    virtual ~TextMeasure() = default;
    virtual float width(std::string_view utf8, float size_px, FontWeight weight) const = 0;
};

class Canvas : public TextMeasure {
public:
    virtual void line(glm::vec2 a, glm::vec2 b, float width_px, Color color) = 0;
    virtual void circle(glm::vec2 centre, float radius_px, Color fill) = 0;
    virtual void rectangle(const Rect& rect, float corner_px, Color fill) = 0;
    // Convex, clockwise on the screen.
    virtual void polygon(std::span<const glm::vec2> corners, Color fill) = 0;
    // `at` is the left end of the baseline.
    virtual void text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color) = 0;

    // The same with `right` as the right end of the baseline.
    void text_right(glm::vec2 right, std::string_view utf8, float size_px, FontWeight weight, Color color) {
        text({right.x - width(utf8, size_px, weight), right.y}, utf8, size_px, weight, color);
    }
};

}  // namespace myomap
