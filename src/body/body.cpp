#include "body/body.h"

#include <algorithm>

namespace myomap {

const char* to_text(Side side) { return side == Side::left ? "left" : "right"; }
Side other(Side side) { return side == Side::left ? Side::right : Side::left; }

Body::Loaded::Loaded(SkinAsset the_skin, Landmarks the_landmarks)
    : skin(std::move(the_skin)), query(skin), landmarks(std::move(the_landmarks)) {
    // Landmarks name skin vertices; a file made for another body mesh must not reach beyond ours.
    std::erase_if(landmarks.by_name, [&](const auto& entry) { return entry.second.vertex >= skin.positions.size(); });
    const auto top = std::ranges::max_element(skin.positions, {}, [](const glm::vec3& p) { return p.y; });
    height_cm = top == skin.positions.end() ? 0 : top->y;
}

Body::Body(BodyId id, SkinAsset skin, Landmarks landmarks)
    : id_(id), loaded_(std::make_unique<Loaded>(std::move(skin), std::move(landmarks))) {}

Body::Body(BodyId id, std::function<SkinAsset()> read, Landmarks landmarks)
    : id_(id), read_(std::move(read)), landmarks_to_load_(std::move(landmarks)) {}

const Body::Loaded& Body::loaded() const {
    std::call_once(once_, [this] {
        if (!loaded_) loaded_ = std::make_unique<Loaded>(read_(), std::move(landmarks_to_load_));
    });
    return *loaded_;
}

std::span<const std::uint32_t> Body::neighbours(std::uint32_t vertex) const {
    std::call_once(neighbours_built_, [this] { neighbours_ = Neighbours(skin()); });
    return neighbours_.of(vertex);
}

SkinPoint Body::landmark_skin(const Landmark& landmark, Side side) const {
    const bool mirror = side == Side::right && !landmark.midline;
    return query().at_vertex(mirror ? skin().mirror[landmark.vertex] : landmark.vertex);
}

glm::vec3 Body::landmark_bone(const Landmark& landmark, Side side) const {
    if (landmark.kind == Landmark::Kind::skin) return landmark_skin(landmark, side).position;
    glm::vec3 bone = landmark.bone[static_cast<size_t>(id_)];
    if (side == Side::right && !landmark.midline) bone.x = -bone.x;
    return bone;
}

}  // namespace myomap
