#include "bake/refine.h"

#include <opensubdiv/far/primvarRefiner.h>
#include <opensubdiv/far/topologyDescriptor.h>
#include <opensubdiv/far/topologyRefinerFactory.h>

namespace myomap {

namespace {

namespace Far = OpenSubdiv::Far;
namespace Sdc = OpenSubdiv::Sdc;

// The shape OpenSubdiv asks of a value it interpolates.
struct Point {
    glm::vec3 value{0};

    void Clear() { value = glm::vec3(0); }
    void AddWithWeight(const Point& other, float weight) { value += weight * other.value; }
};

}  // namespace

struct Refiner::Topology {
    std::unique_ptr<Far::TopologyRefiner> refiner;
};

Refiner::Refiner(const std::vector<Quad>& quads, std::size_t vertex_count) : topology_(std::make_unique<Topology>()) {
    const std::vector<int> corner_counts(quads.size(), 4);
    std::vector<int> corners;
    for (const Quad& quad : quads) corners.insert(corners.end(), quad.begin(), quad.end());

    Far::TopologyDescriptor descriptor;
    descriptor.numVertices = static_cast<int>(vertex_count);
    descriptor.numFaces = static_cast<int>(quads.size());
    descriptor.numVertsPerFace = corner_counts.data();
    descriptor.vertIndicesPerFace = corners.data();
    Sdc::Options options;
    options.SetVtxBoundaryInterpolation(Sdc::Options::VTX_BOUNDARY_EDGE_AND_CORNER);
    using Factory = Far::TopologyRefinerFactory<Far::TopologyDescriptor>;
    topology_->refiner.reset(Factory::Create(descriptor, Factory::Options(Sdc::SCHEME_CATMARK, options)));
    if (!topology_->refiner) throw BakeError("The base mesh can't be refined: its faces do not make a surface.");
    topology_->refiner->RefineUniform(Far::TopologyRefiner::UniformOptions(1));

    const Far::TopologyLevel& before = topology_->refiner->GetLevel(0);
    for (int v = 0; v < before.GetNumVertices(); ++v) {
        children_.push_back(static_cast<std::uint32_t>(before.GetVertexChildVertex(v)));
    }
    const Far::TopologyLevel& after = topology_->refiner->GetLevel(1);
    for (int f = 0; f < after.GetNumFaces(); ++f) {
        const Far::ConstIndexArray face = after.GetFaceVertices(f);
        Quad& quad = quads_.emplace_back();
        for (int i = 0; i < 4; ++i) quad[static_cast<std::size_t>(i)] = static_cast<std::uint32_t>(face[i]);
    }
}

Refiner::~Refiner() = default;

std::vector<glm::vec3> Refiner::refine(const std::vector<glm::vec3>& coarse) const {
    std::vector<Point> from(coarse.size());
    for (std::size_t i = 0; i < coarse.size(); ++i) from[i].value = coarse[i];
    std::vector<Point> to(static_cast<std::size_t>(topology_->refiner->GetLevel(1).GetNumVertices()));
    Far::PrimvarRefiner(*topology_->refiner).Interpolate(1, from, to);
    std::vector<glm::vec3> refined;
    refined.reserve(to.size());
    for (const Point& point : to) refined.push_back(point.value);
    return refined;
}

}  // namespace myomap
