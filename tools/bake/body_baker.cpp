#include "bake/body_baker.h"

#include <algorithm>
#include <utility>

#include <glm/geometric.hpp>

#include "bake/occlusion.h"
#include "bake/shape.h"
#include "bake/stipple.h"
#include "bake/surface.h"

namespace myomap {

namespace {

// The skin within mouth and eye sockets. Only the head is asked: an armpit is as dark, but it is outer skin.
std::vector<bool> find_openings(const SkinAsset& skin, const PosedBody& body) {
    constexpr float opening_occlusion = 0.3f;
    const float head_above = body.joints.at("neck01").y;
    std::vector<bool> inside(skin.positions.size());
    for (std::size_t v = 0; v < inside.size(); ++v) {
        inside[v] = skin.positions[v].y > head_above && skin.occlusion[v] < opening_occlusion;
    }
    return inside;
}

// The mesh has sockets and no eyeballs. Light in them, the face looks like a sculpture's; dark, like a skull's.
void lighten_eyes(SkinAsset& skin, const PosedBody& body) {
    constexpr float socket_radius_cm = 2.2f, socket_light = 0.8f;
    for (const char* bone : {"eye.L", "eye.R"}) {
        const glm::vec3 eye = body.joints.at(bone);
        for (std::size_t v = 0; v < skin.positions.size(); ++v) {
            if (glm::distance(skin.positions[v], eye) > socket_radius_cm) continue;
            skin.occlusion[v] = std::max(skin.occlusion[v], socket_light);
            if (glm::dot(skin.normals[v], eye - skin.positions[v]) > 0) skin.visible_from[v] = 0;  // lining, no skin
        }
    }
}

}  // namespace

BodyBaker::BodyBaker(std::filesystem::path package, float cluster_cm)
    : package_(std::move(package)), model_(read_base_model(package_)), skin_quads_(model_.body_quads) {
    for (const Quad& quad : skin_quads_) used_.insert(used_.end(), quad.begin(), quad.end());
    std::sort(used_.begin(), used_.end());
    used_.erase(std::unique(used_.begin(), used_.end()), used_.end());
    for (Quad& quad : skin_quads_) {
        for (std::uint32_t& v : quad) {
            v = static_cast<std::uint32_t>(std::lower_bound(used_.begin(), used_.end(), v) - used_.begin());
        }
    }
    refiner_ = std::make_unique<Refiner>(skin_quads_, used_.size());

    // Only the base mesh is modelled symmetric; shaped and posed bodies are so but for rounding.
    constexpr float tolerance_dm = 0.02f;
    mirror_ = mirror_partners(refiner_->refine(skin_only(model_.vertices)), tolerance_dm);

    const std::vector<glm::vec3> reference = refined_positions(BodyId::adult_male);
    std::vector<Quad> coarse_quads = skin_quads_;
    for (Quad& quad : coarse_quads) {
        for (std::uint32_t& v : quad) v = refiner_->children()[v];
    }
    triangles_ = ordered_triangles(refiner_->quads(), reference);
    coarse_ = ordered_triangles(coarse_quads, reference);
    clusters_ = order_in_clusters(triangles_, reference, cluster_cm);
    coarse_clusters_ = order_in_clusters(coarse_, reference, cluster_cm);
}

std::vector<glm::vec3> BodyBaker::skin_only(const std::vector<glm::vec3>& all) const {
    std::vector<glm::vec3> skin;
    skin.reserve(used_.size());
    for (std::uint32_t v : used_) skin.push_back(all[v]);
    return skin;
}

PosedBody BodyBaker::posed(BodyId id) const {
    constexpr float cm_per_dm = 10.0f;
    PosedBody body = pose_anatomical(model_, shape_body(model_, package_, id));
    const float floor_dm = bounds(skin_only(body.vertices)).first.y;
    const auto place = [&](glm::vec3& p) { p = (p - glm::vec3(0, floor_dm, 0)) * cm_per_dm; };
    for (glm::vec3& vertex : body.vertices) place(vertex);
    for (auto& [bone, joint] : body.joints) place(joint);
    return body;
}

std::vector<glm::vec3> BodyBaker::refined_positions(BodyId id) const {
    return refiner_->refine(skin_only(posed(id).vertices));
}

SkinAsset BodyBaker::bake(BodyId id) const {
    const PosedBody body = posed(id);
    SkinAsset skin;
    skin.positions = refiner_->refine(skin_only(body.vertices));
    skin.triangles = triangles_;
    skin.coarse = coarse_;
    skin.mirror = mirror_;
    skin.topology = topology_hash(refiner_->quads());
    skin.normals = smooth_normals(skin.triangles, skin.positions);
    Openness openness = measure_openness(skin.triangles, skin.positions, skin.normals);
    skin.occlusion = std::move(openness.occlusion);
    skin.visible_from = std::move(openness.visible_from);
    scatter_dots(skin, find_openings(skin, body));
    lighten_eyes(skin, body);  // last: until here their darkness tells that they are openings
    sort_into_clusters(skin);
    return skin;
}

// After the dots, so that these lie where they always lay.
void BodyBaker::sort_into_clusters(SkinAsset& skin) const {
    std::vector<std::uint32_t> place(clusters_.triangles.size());
    for (std::size_t i = 0; i < place.size(); ++i) place[clusters_.triangles[i]] = static_cast<std::uint32_t>(i);
    for (Dot& dot : skin.dots) dot.triangle = place[dot.triangle];
    skin.triangles = in_order(skin.triangles, clusters_);
    skin.coarse = in_order(skin.coarse, coarse_clusters_);
    skin.clusters = bound_clusters(clusters_.sizes, skin.triangles, skin.positions);
    skin.coarse_clusters = bound_clusters(coarse_clusters_.sizes, skin.coarse, skin.positions);
}

}  // namespace myomap
