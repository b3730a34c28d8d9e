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

    // With an edge around the letters, so that they can be read on anything.
    virtual void edged_text(glm::vec2 at, std::string_view utf8, float size_px, FontWeight weight, Color color,
                            Color edge, float edge_px) {
        for (const glm::vec2 shift : {glm::vec2{-1, 0}, {1, 0}, {0, -1}, {0, 1}})
            text(at + edge_px * shift, utf8, size_px, weight, edge);
        text(at, utf8, size_px, weight, color);
    }

    // What is drawn until end_part() belongs together and to the part that is open already: "marks", "label-temple".
    // For those who keep such names; others are not asked.
    virtual bool names_parts() const { return false; }
    virtual void begin_part(std::string_view) {}
    virtual void end_part() {}

    // The same with `right` as the right end of the baseline.
    void text_right(glm::vec2 right, std::string_view utf8, float size_px, FontWeight weight, Color color) {
        text({right.x - width(utf8, size_px, weight), right.y}, utf8, size_px, weight, color);
    }
};

}  // namespace myomap
