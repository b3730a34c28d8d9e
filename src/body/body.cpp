#include "body/body.h"

#include <algorithm>

namespace myomap {

const char* to_text(Side side) { return side == Side::left ? "left" : "right"; }
Side other(Side side) { return side == Side::left ? Side::right : Side::left; }

Body::Body(BodyId id, SkinAsset skin, Landmarks landmarks)
    : id_(id),
      skin_(std::make_unique<SkinAsset>(std::move(skin))),
      query_(std::make_unique<SkinQuery>(*skin_)),
      landmarks_(std::move(landmarks)) {
    // Landmarks name skin vertices; a file made for another body mesh must not reach beyond ours.
    std::erase_if(landmarks_.by_name,
                  [&](const auto& entry) { return entry.second.vertex >= skin_->positions.size(); });
    const auto top = std::ranges::max_element(skin_->positions, {}, [](const glm::vec3& p) { return p.y; });
    height_cm_ = top == skin_->positions.end() ? 0 : top->y;
}

std::span<const std::uint32_t> Body::neighbours(std::uint32_t vertex) const {
    std::call_once(neighbours_built_, [this] {
        const auto& triangles = skin_->triangles;
        std::vector<std::uint64_t> edges;
        edges.reserve(triangles.size() * 2);
        for (size_t t = 0; t < triangles.size(); t += 3) {
            for (size_t i = 0; i < 3; ++i) {
                const std::uint64_t a = triangles[t + i], b = triangles[t + (i + 1) % 3];
                edges.push_back(a << 32 | b);
                edges.push_back(b << 32 | a);
            }
        }
        std::ranges::sort(edges);
        edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
        neighbour_start_.assign(skin_->positions.size() + 1, 0);
        neighbour_list_.reserve(edges.size());
        for (const std::uint64_t edge : edges) {
            ++neighbour_start_[(edge >> 32) + 1];
            neighbour_list_.push_back(static_cast<std::uint32_t>(edge));
        }
        for (size_t i = 1; i < neighbour_start_.size(); ++i) neighbour_start_[i] += neighbour_start_[i - 1];
    });
    return {neighbour_list_.data() + neighbour_start_[vertex],
            neighbour_list_.data() + neighbour_start_[size_t{vertex} + 1]};
}

SkinPoint Body::landmark_skin(const Landmark& landmark, Side side) const {
    const bool mirror = side == Side::right && !landmark.midline;
    return query_->at_vertex(mirror ? skin_->mirror[landmark.vertex] : landmark.vertex);
}

glm::vec3 Body::landmark_bone(const Landmark& landmark, Side side) const {
    if (landmark.kind == Landmark::Kind::skin) return landmark_skin(landmark, side).position;
    glm::vec3 bone = landmark.bone[static_cast<size_t>(id_)];
    if (side == Side::right && !landmark.midline) bone.x = -bone.x;
    return bone;
}

}  // namespace myomap
