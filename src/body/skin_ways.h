#pragma once
// The shortest ways from a place over the skin, along the edges of its mesh: at most some half longer than
// straight over the skin.

#include <cstdint>
#include <vector>

#include "body/body.h"

namespace myomap {

class SkinWays {
public:
    SkinWays(const Body& body, const SkinPoint& from);

    // cm; infinite where no way leads.
    float length(std::uint32_t vertex) const { return length_[vertex]; }

    // From the place to the vertex, about a centimetre apart; empty where no way leads.
    std::vector<SkinPoint> to(std::uint32_t vertex) const;

private:
    const Body& body_;
    SkinPoint from_;
    std::vector<float> length_;
    std::vector<std::uint32_t> before_;  // the vertex that each is reached from; the first one is its own
};

}  // namespace myomap
