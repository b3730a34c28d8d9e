#pragma once
// What the lint and the exports ask of a body beside its shape: areas and body parts.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "body/areas.h"
#include "body/atlas_fields.h"
#include "body/body.h"
#include "body/fields.h"

namespace myomap {

// Asks for the fields of every muscle, of the two bodies at once on two threads.
void evaluate_all(const Atlas& atlas, const std::array<const AtlasFields*, 2>& fields);

// The skin inside the drawn border (where the field is 0.5 or more, interpolated in the triangles), cm2.
float painted_area_cm2(const SkinAsset& skin, const SparseField& field);

// The vertices inside the drawn border.
std::vector<std::uint32_t> painted_vertices(const SparseField& field);

enum class BodyPart { head, neck, trunk, arm, forearm, hand, thigh, leg, foot };

// A part of the body; limbs have a side, the others are always left.
struct SidedPart {
    BodyPart part = BodyPart::trunk;
    Side side = Side::left;

    bool operator==(const SidedPart&) const = default;
};

const char* to_text(SidedPart part);  // "left thigh", "trunk"

// Every vertex belongs to the body part of the landmark that is nearest over the skin.
class SkinFacts {
public:
    explicit SkinFacts(const Body& body);

    float area_cm2() const { return area_cm2_; }
    float vertex_area_cm2(std::uint32_t vertex) const { return vertex_area_[vertex]; }
    SidedPart part(std::uint32_t vertex) const;
    // The same part, or two that meet somewhere on the skin.
    bool adjacent(SidedPart a, SidedPart b) const;

private:
    static constexpr std::size_t slots = 18;

    float area_cm2_ = 0;
    std::vector<float> vertex_area_;
    std::vector<std::uint8_t> slot_;  // per vertex: part and side
    std::array<std::array<bool, slots>, slots> adjacent_{};
};

}  // namespace myomap
