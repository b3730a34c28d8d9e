#pragma once
// Labels beside the body, as a printed atlas has them: in a column on either side of what they name, with straight
// leaders that do not cross, never over each other, over paint, a mark or a face.

#include <span>
#include <string>
#include <vector>

#include "chart/canvas.h"
#include "chart/label_room.h"
#include "chart/picture.h"

namespace myomap {

inline constexpr float label_line_height = 1.28f;                 // of the text size
inline constexpr float label_text_px = 12, label_padding_px = 4;  // design px

struct LabelWish {
    std::string text;
    std::string detail;
    std::vector<glm::vec2> spots;  // what it names, the most important first; at least one
    bool may_be_cut = false;       // a text that is no name, and may be of any length
    bool is_tag = false;           // a number, light on dark
};

// Places as many wishes as fit, the first ones first; a label that has no free place is left out. `scale`: pixels of
// one of design.
std::vector<Label> place_labels(int view, std::span<const LabelWish> wishes, const LabelRoom& room, float scale,
                                const TextMeasure& measure);

// A wish as a label whose box has a size and no place yet. Text longer than `column_px` takes two lines.
Label make_label(int view, const LabelWish& wish, float column_px, float scale, const TextMeasure& measure);

// Whether boxes or leaders of two labels lie over each other.
bool in_conflict(const Label& a, const Label& b);

// In at most two lines of about equal length where it is longer than `width` pixels. Never cut: wider if need be.
std::vector<std::string> in_two_lines(std::string_view utf8, float width, float size_px, FontWeight weight,
                                      const TextMeasure& measure);

// Shortened with an ellipsis to at most `width` pixels.
std::string elide(std::string_view utf8, float width, float size_px, FontWeight weight, const TextMeasure& measure);

}  // namespace myomap
