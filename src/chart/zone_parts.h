#pragma once
// The parts of points' zones that charts name: strokes with one name are one part, of whatever zone.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "chart/scene.h"
#include "chart/view.h"

namespace myomap {

struct ZonePart {
    std::string name;     // "Temple"; the full words where the texts have no name
    bool is_name = true;  // false: full words
    // Vertices of the skin. Pieces lie apart from each other: a label has a leader to each of them.
    std::vector<std::vector<std::uint32_t>> pieces;
};

// In the order of the zones; without spillover zones unless they are wanted.
std::vector<ZonePart> zone_parts(const Scene& scene, BodyId body, std::span<const PointRef> points, Side side,
                                 bool with_spillover);

}  // namespace myomap
