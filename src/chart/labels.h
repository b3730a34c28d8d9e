#pragma once
// Where labels go: beside what they name, never over each other, never over a mark, inside their view.

#include <span>
#include <string>
#include <vector>

#include "chart/canvas.h"
#include "chart/picture.h"

namespace myomap {

inline constexpr float label_line_height = 1.28f;  // of the text size

struct LabelWish {
    std::string text;
    std::string detail;
    glm::vec2 spot{};  // what it names
};

struct LabelStyle {
    float text_px = 13;
    float detail_px = 12;
    float padding_px = 5;
    float longest_px = 190;  // longer text is wrapped
    int most_lines = 3;      // and cut with an ellipsis after these
};

// What a label would cover: a coarse map of how much of each cell is body.
class Coverage {
public:
    Coverage(const Rect& area, float cell_px);
    void mark(glm::vec2 pixel);
    // 0..1, the share of the box's cells that are marked.
    float share(const Rect& box) const;

private:
    Rect area_;
    float cell_;
    int columns_, rows_;
    std::vector<bool> marked_;
};

// Places as many wishes as fit, the first ones first; a label that has no free place is left out rather than laid over
// another. `keep_clear` are rectangles no label may touch, `costly` spots a label should rather not cover (zones), and
// bare paper is preferred over `body`.
std::vector<Label> place_labels(int view, const Rect& area, std::span<const LabelWish> wishes,
                                std::span<const Rect> keep_clear, std::span<const glm::vec2> costly,
                                const Coverage& body, const LabelStyle& style, const TextMeasure& measure);

// Broken at blanks into lines of at most `width` pixels; after `most_lines` cut with an ellipsis.
std::vector<std::string> wrap(std::string_view utf8, float width, int most_lines, float size_px, FontWeight weight,
                              const TextMeasure& measure);

// Shortened with an ellipsis to at most `width` pixels.
std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure);

}  // namespace myomap
