#pragma once
// One body: its skin, and what can be asked of it. Cheap to open; immutable afterwards.

#include <filesystem>
#include <memory>
#include <mutex>
#include <span>

#include "body/asset.h"
#include "body/landmarks.h"
#include "body/skin_query.h"

namespace myomap {

enum class Side { left, right };  // always the patient's

const char* to_text(Side side);  // "left"
Side other(Side side);

class Body {
public:
    Body(BodyId id, SkinAsset skin, Landmarks landmarks);

    BodyId id() const { return id_; }
    const SkinAsset& skin() const { return *skin_; }
    const Landmarks& landmarks() const { return landmarks_; }
    const SkinQuery& query() const { return *query_; }
    float height_cm() const { return height_cm_; }
    // The vertices joined to a vertex by an edge.
    std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const;

    // The skin point over a landmark on the given side.
    SkinPoint landmark_skin(const Landmark& landmark, Side side) const;
    // The bone (or joint) point itself, cm.
    glm::vec3 landmark_bone(const Landmark& landmark, Side side) const;

private:
    BodyId id_;
    std::unique_ptr<SkinAsset> skin_;
    std::unique_ptr<SkinQuery> query_;
    Landmarks landmarks_;
    float height_cm_;
    mutable std::once_flag neighbours_built_;  // only painting needs them
    mutable std::vector<std::uint32_t> neighbour_start_, neighbour_list_;
};

}  // namespace myomap
