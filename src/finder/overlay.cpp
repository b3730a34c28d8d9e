#include "finder/overlay.h"

#include <algorithm>

namespace myomap {

Fit lay_over(const SparseField& drawn, const SparseField& pattern) {
    Fit laid;
    const auto add = [](SparseField& field, std::uint32_t vertex, std::uint8_t value) {
        if (value == 0) return;
        field.vertices.push_back(vertex);
        field.values.push_back(value);
    };
    const auto rest = [](std::uint8_t value) { return static_cast<std::uint8_t>(255 - value); };
    for (size_t d = 0, p = 0; d < drawn.size() || p < pattern.size();) {
        const bool of_drawn = p >= pattern.size() || (d < drawn.size() && drawn.vertices[d] <= pattern.vertices[p]);
        const bool of_pattern = d >= drawn.size() || (p < pattern.size() && pattern.vertices[p] <= drawn.vertices[d]);
        const std::uint32_t vertex = of_drawn ? drawn.vertices[d] : pattern.vertices[p];
        const std::uint8_t in_drawing = of_drawn ? drawn.values[d] : std::uint8_t{0};
        const std::uint8_t in_pattern = of_pattern ? pattern.values[p] : std::uint8_t{0};
        add(laid.hit, vertex, std::min(in_drawing, in_pattern));
        add(laid.missed, vertex, std::min(in_drawing, rest(in_pattern)));
        add(laid.beyond, vertex, std::min(in_pattern, rest(in_drawing)));
        d += of_drawn;
        p += of_pattern;
    }
    return laid;
}

Fit lay_over(const Scene& scene, BodyId body, const SparseField& drawn, const Found& found) {
    return lay_over(drawn, pattern_of(scene, body, found.ref, found.side, found.level).any);
}

}  // namespace myomap
