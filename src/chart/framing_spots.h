#pragma once
// What framing has to show, as spots on the skin: of each point, zone and region of the selection.

#include <cstdint>
#include <vector>

#include "body/body.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// A spot of the selection: where, how it faces, how much it matters.
struct Spot {
    SkinPoint place;
    std::uint8_t visible_from;
    float area;  // of skin that it stands for, of any unit: a face has many vertices, a back few
    float weight;
    bool core;     // the point or an essential zone
    int item;      // which of the points, zones and regions it is of
    int piece;     // of the whole selection: what of an item lies together
    float rim_cm;  // from here to a border that lies between this vertex and the next; 0: the spot is a point

    bool is_point() const { return rim_cm == 0; }
};

std::vector<Spot> spots_of_selection(const Scene& scene, const Document& document);

// How much of each piece one view shows, 0..1: of its area, what is shown better than `least`.
inline constexpr float at_all = 0.15f, plainly = 0.4f;
std::vector<float> shares_of(const std::vector<float>& shown, const std::vector<Spot>& spots, float least = at_all);

// How well the best faced spot of each piece is shown, 0..1.
std::vector<float> faced(const std::vector<float>& shown, const std::vector<Spot>& spots);

}  // namespace myomap
