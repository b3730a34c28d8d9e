#pragma once
// One level of Catmull-Clark. Built once from the faces; then any body of that topology is refined the same way, so
// that every body has the same vertex order.

#include <cstdint>
#include <memory>
#include <vector>

#include <glm/vec3.hpp>

#include "bake/model.h"

namespace myomap {

class Refiner {
public:
    // Every vertex must belong to a face. Throws BakeError when the faces are no surface.
    Refiner(const std::vector<Quad>& quads, std::size_t vertex_count);
    ~Refiner();

    std::vector<glm::vec3> refine(const std::vector<glm::vec3>& coarse) const;

    const std::vector<Quad>& quads() const { return quads_; }
    // The refined vertex that each coarse vertex became.
    const std::vector<std::uint32_t>& children() const { return children_; }

private:
    struct Topology;
    std::unique_ptr<Topology> topology_;
    std::vector<Quad> quads_;
    std::vector<std::uint32_t> children_;
};

}  // namespace myomap
