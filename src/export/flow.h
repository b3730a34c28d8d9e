#pragma once
// Paragraphs that run through columns and pages.

#include <optional>
#include <span>
#include <vector>

#include "chart/palette.h"
#include "export/cairo_canvas.h"

namespace myomap {

// What stays together: a heading and its first paragraph, one zone, one source.
struct FlowBlock {
    struct Line {
        TextBlock text;
        float x = 0;
        float y = 0;                   // of the top, from the block's top
        std::optional<Swatch> swatch;  // at x = 0, on the first line of the text
    };
    std::vector<Line> lines;
    float height = 0;
    float space_before = 0;  // not at the top of a column

    void add(TextBlock text, float x, float gap_above, std::optional<Swatch> swatch = {});
    void draw(cairo_t* cr, glm::vec2 top_left, const ChartPalette& palette) const;
};

struct FlowPlace {
    int column = 0;
    float y = 0;  // from the column's top
};

// Fills columns of the given heights in turn, from block `first` on. Gives the places of as many blocks as fit.
std::vector<FlowPlace> flow(std::span<const FlowBlock> blocks, size_t first, const std::vector<float>& columns);

// The least height of `columns` equal columns that takes all blocks, or `most` when they need more.
float balanced_height(std::span<const FlowBlock> blocks, int columns, float most);

}  // namespace myomap
