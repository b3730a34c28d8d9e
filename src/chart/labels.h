#pragma once
// Where labels go: beside what they name, never over each other, never over a mark, inside their view.

#include <span>
#include <string>
#include <vector>

#include "chart/canvas.h"
#include "chart/picture.h"

namespace myomap {

struct LabelWish {
    std::string text;
    std::string detail;
    glm::vec2 spot{};  // what it names
};

struct LabelStyle {
    float text_px = 13;
    float detail_px = 12;
    float padding_px = 5;
    float longest_px = 210;  // longer text is shortened with an ellipsis
};

// Places as many wishes as fit, the first ones first; a label that has no free place is left out rather than laid over
// another. `keep_clear` are rectangles no label may touch, `costly` spots a label should rather not cover.
std::vector<Label> place_labels(int view, const Rect& area, std::span<const LabelWish> wishes,
                                std::span<const Rect> keep_clear, std::span<const glm::vec2> costly,
                                const LabelStyle& style, const TextMeasure& measure);

// Shortened with an ellipsis to at most `width` pixels.
std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure);

}  // namespace myomap
