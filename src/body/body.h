#pragma once
// One body: its skin, and what can be asked of it. Immutable; read from disk when first asked for, because most
// sessions look at one body only.

#include <functional>
#include <memory>
#include <mutex>
#include <span>

#include "atlas/atlas.h"
#include "body/asset.h"
#include "body/landmarks.h"
#include "body/neighbours.h"
#include "body/skin_query.h"

namespace myomap {

enum class Side { left, right };  // always the patient's

inline bool is_on(OnSides sides, Side side) {
    return sides == OnSides::both || (sides == OnSides::left) == (side == Side::left);
}
inline bool is_on(OnBodies bodies, BodyId body) {
    return bodies == OnBodies::both || (bodies == OnBodies::male) == (body == BodyId::adult_male);
}

const char* to_text(Side side);  // "left"
Side other(Side side);

class Body {
public:
    Body(BodyId id, SkinAsset skin, Landmarks landmarks);
    // `read` is called once, by whoever first needs the skin; what it throws reaches that caller.
    Body(BodyId id, std::function<SkinAsset()> read, Landmarks landmarks);

    BodyId id() const { return id_; }
    const SkinAsset& skin() const { return loaded().skin; }
    const Landmarks& landmarks() const { return loaded().landmarks; }
    const SkinQuery& query() const { return loaded().query; }
    float height_cm() const { return loaded().height_cm; }
    // The vertices joined to a vertex by an edge; kept for the next stroke that is painted.
    std::span<const std::uint32_t> neighbours(std::uint32_t vertex) const;

    // The skin point over a landmark on the given side.
    SkinPoint landmark_skin(const Landmark& landmark, Side side) const;
    // The bone (or joint) point itself, cm.
    glm::vec3 landmark_bone(const Landmark& landmark, Side side) const;

private:
    struct Loaded {
        Loaded(SkinAsset skin, Landmarks landmarks);
        SkinAsset skin;
        SkinQuery query;
        Landmarks landmarks;
        float height_cm;
    };

    const Loaded& loaded() const;

    BodyId id_;
    mutable std::function<SkinAsset()> read_;
    mutable Landmarks landmarks_to_load_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<Loaded> loaded_;
    mutable std::once_flag neighbours_built_;  // only painting needs them
    mutable Neighbours neighbours_;
};

}  // namespace myomap
