#include "export/flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "chart/swatch.h"

namespace myomap {

void FlowBlock::add(TextBlock text, float x, float gap_above, std::optional<Swatch> swatch) {
    const float y = height + gap_above;
    height = y + text.height();
    lines.push_back({std::move(text), x, y, swatch});
}

void FlowBlock::draw(cairo_t* cr, glm::vec2 top_left, const ChartPalette& palette) const {
    for (const Line& line : lines) {
        const glm::vec2 at = top_left + glm::vec2(line.x, line.y);
        line.text.draw(cr, at);
        if (!line.swatch) continue;
        const float side = line.x * 0.55f;
        const float baseline = at.y + line.text.first_baseline();
        CairoCanvas canvas(cr);
        draw_swatch(canvas, *line.swatch, {top_left.x, baseline - side * 0.92f, side * 1.35f, side}, Style::shaded,
                    palette);
    }
}

std::vector<FlowPlace> flow(std::span<const FlowBlock> blocks, size_t first, const std::vector<float>& columns) {
    std::vector<FlowPlace> places;
    size_t column = 0;
    float y = 0;
    for (size_t i = first; i < blocks.size(); ++i) {
        const FlowBlock& block = blocks[i];
        float top = y > 0 ? y + block.space_before : 0;
        while (column < columns.size() && top + block.height > columns[column]) {
            ++column;
            top = 0;
        }
        if (column == columns.size()) break;
        places.push_back({static_cast<int>(column), top});
        y = top + block.height;
    }
    return places;
}

float balanced_height(std::span<const FlowBlock> blocks, int columns, float most) {
    auto fits = [&](float height) {
        if (std::ranges::any_of(blocks, [&](const FlowBlock& block) { return block.height > height; })) return false;
        return flow(blocks, 0, std::vector<float>(static_cast<size_t>(columns), height)).size() == blocks.size();
    };
    if (!fits(most)) return most;
    float low = 0, high = most;
    while (high - low > 0.5f) {
        const float middle = (low + high) / 2;
        (fits(middle) ? high : low) = middle;
    }
    return std::ceil(high);
}

}  // namespace myomap
