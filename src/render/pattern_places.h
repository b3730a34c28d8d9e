#pragma once
// Where the glyphs of a pattern lie on the skin. The places of the bake are nested from coarse to fine, so that none
// moves when the picture is scaled; where they are too close together they are thinned, where they are too far apart
// more are made, within the painted area only.

#include <span>
#include <vector>

#include "body/fields.h"

namespace myomap {

struct PatternPlace {
    glm::vec3 position, normal;
    float room_cm;         // to the border of what is painted
    std::uint32_t vertex;  // of the skin, beside it
};

class PatternPlaces {
public:
    // `covered` by vertex: what is painted over this field; empty for nothing. `skin` must outlive this.
    PatternPlaces(const SkinAsset& skin, const SparseField& field, std::span<const std::uint8_t> covered);

    // The first `count` places, no two of them nearer than the spacing.
    struct Level {
        float spacing_cm;
        size_t count;
    };
    // The finest whose spacing is at least `spacing_cm`. May make places. A field so large that it would take
    // hundreds of thousands keeps the finest it has.
    Level level(float spacing_cm);

    const std::vector<PatternPlace>& places() const { return places_; }  // those made so far, coarsest first

private:
    const SkinAsset& skin_;
    std::vector<std::uint32_t> triangles_;        // on which something is painted
    std::vector<std::uint8_t> values_, covered_;  // three a triangle of those
    std::vector<PatternPlace> places_;
    std::vector<Level> levels_;  // spacing falling, count rising
    float area_cm2_ = 0;

    void add(size_t triangle, float u, float v);
    void thin();
    bool refine();
};

}  // namespace myomap
