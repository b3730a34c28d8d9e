#include "finder/point_pattern.h"

#include <array>

namespace myomap {

PointPattern pattern_of(const Scene& scene, BodyId body, PointRef ref, Side side, int level) {
    const PointFields& drawn = scene.body_fields(body).point(ref);
    const PointFields& fields = level < 0 ? drawn : drawn.levels.at(static_cast<size_t>(level));
    const auto& zones = scene.atlas.point(ref).zones;
    std::array<SparseField, 2> by_kind;
    for (size_t i = 0; i < zones.size(); ++i) {
        SparseField& kind = by_kind[static_cast<size_t>(zones[i].kind)];
        kind = kind.empty() ? fields.zones[i] : unite(kind, fields.zones[i]);
    }
    PointPattern pattern{by_kind[static_cast<size_t>(ZoneKind::essential)], unite(by_kind[0], by_kind[1])};
    if (side == Side::left) return pattern;
    const SkinAsset& skin = scene.body(body).skin();
    return {mirrored(skin, pattern.essential), mirrored(skin, pattern.any)};
}

}  // namespace myomap
