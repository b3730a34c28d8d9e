#pragma once
// All steps from the npm package to a skin asset. Both bodies come from one baker, so they share vertex order and
// triangles. Vertices are numbered as the refined source mesh numbers them: by the package, whose version is fixed
// by the npm lock, and never by the order in which triangles are drawn. Landmarks and skin anchors rest on that.

#include <filesystem>
#include <memory>
#include <vector>

#include <glm/vec3.hpp>

#include "bake/clusters.h"
#include "bake/model.h"
#include "bake/pose.h"
#include "bake/refine.h"
#include "body/asset.h"

namespace myomap {

class BodyBaker {
public:
    // `package` is the unpacked npm package. `cluster_cm`: the edge of the cells that clusters of triangles are
    // gathered in, and so the order in which triangles are drawn. Throws BakeError.
    explicit BodyBaker(std::filesystem::path package, float cluster_cm = 14);

    // In the frame of the asset: cm, feet on the floor. Throws BakeError.
    PosedBody posed(BodyId id) const;
    std::vector<glm::vec3> refined_positions(BodyId id) const;
    SkinAsset bake(BodyId id) const;

    const BaseModel& model() const { return model_; }
    const Refiner& refiner() const { return *refiner_; }
    std::size_t skin_vertex_count() const { return used_.size(); }

private:
    std::vector<glm::vec3> skin_only(const std::vector<glm::vec3>& all) const;
    void sort_into_clusters(SkinAsset& skin) const;

    std::filesystem::path package_;
    BaseModel model_;
    std::vector<std::uint32_t> used_;  // the model's index of each skin vertex
    std::vector<Quad> skin_quads_;     // over the skin vertices
    std::unique_ptr<Refiner> refiner_;
    std::vector<std::uint32_t> mirror_, triangles_, coarse_;
    ClusterOrder clusters_, coarse_clusters_;
};

}  // namespace myomap
