#include "export/flow.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace myomap {

namespace {

Color tint(Color color, unsigned alpha) { return {(color.rgba & 0xffffff00u) | alpha}; }

}  // namespace

void draw_swatch(cairo_t* cr, LegendSwatch swatch, const Rect& box, const ChartPalette& palette) {
    CairoCanvas canvas(cr);
    const float corner = box.height * 0.22f;
    const glm::vec2 middle{box.x + box.width / 2, box.y + box.height / 2};
    switch (swatch) {
        case LegendSwatch::essential:
            canvas.rectangle(box, corner, palette.essential);
            break;
        case LegendSwatch::area:
            canvas.rectangle(box, corner, tint(palette.area, 0x70));
            break;
        case LegendSwatch::region:
            canvas.rectangle(box, corner, tint(palette.region, 0x80));
            break;
        case LegendSwatch::spillover: {
            canvas.rectangle(box, corner, tint(palette.spillover, 0x20));
            cairo_save(cr);
            rounded_path(cr, box, corner);
            cairo_clip(cr);
            const float step = box.height / 3;
            for (int row = 0; row <= 3; ++row)
                for (int column = -1; column <= static_cast<int>(box.width / step) + 1; ++column)
                    canvas.circle({box.x + (static_cast<float>(column) + (row % 2 ? 0.5f : 0.f)) * step + step * 0.3f,
                                   box.y + (static_cast<float>(row) + 0.5f) * step * 0.95f},
                                  step * 0.27f, palette.spillover);
            cairo_restore(cr);
            break;
        }
        case LegendSwatch::marker: {
            const float r = box.height * 0.4f;
            const float width = box.height * 0.2f;
            canvas.line(middle - glm::vec2(r, r), middle + glm::vec2(r, r), width, palette.marker);
            canvas.line(middle + glm::vec2(-r, r), middle + glm::vec2(r, -r), width, palette.marker);
            break;
        }
    }
}

void FlowBlock::add(TextBlock text, float x, float gap_above, std::optional<LegendSwatch> swatch) {
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
        draw_swatch(cr, *line.swatch, {top_left.x, baseline - side * 0.92f, side * 1.35f, side}, palette);
    }
}

std::vector<FlowPlace> flow(const std::vector<FlowBlock>& blocks, size_t first, const std::vector<float>& columns) {
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

float balanced_height(const std::vector<FlowBlock>& blocks, int columns, float most) {
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
