#include "body/atlas_fields.h"

#include <algorithm>

#include "body/points.h"

namespace myomap {

AtlasFields::AtlasFields(const Atlas& atlas, const Body& body)
    : atlas_(atlas), body_(body), muscles_(atlas.muscles.size()), ready_(atlas.muscles.size()) {}

MuscleFields AtlasFields::evaluate(int index) const {
    const Muscle& muscle = atlas_.muscles[static_cast<size_t>(index)];
    MuscleFields result;
    const auto at = [&](const PointSpec& place) {
        PointFields fields;
        fields.place = resolve_on_skin(body_, place, Side::left);
        return fields;
    };
    const auto painted = [&](const Zone& zone, const std::vector<Stroke>& strokes) {
        return is_on(zone.bodies, body_.id()) && !strokes.empty() ? paint(body_, strokes, Side::left) : SparseField{};
    };
    for (const TriggerPoint& point : muscle.trigger_points) {
        PointFields fields = at(point.point);
        for (const Zone& zone : point.zones) fields.zones.push_back(painted(zone, zone.strokes));
        for (const Level& level : point.levels) {
            PointFields repeated = at(level.point);
            for (size_t i = 0; i < point.zones.size(); ++i)
                repeated.zones.push_back(painted(point.zones[i], level.zones[i]));
            fields.levels.push_back(std::move(repeated));
        }
        result.points.push_back(std::move(fields));
    }
    return result;
}

int AtlasFields::missing() const {
    const std::lock_guard lock(mutex_);
    try_caches();
    return static_cast<int>(std::ranges::count(muscles_, false, [](const auto& fields) { return fields.has_value(); }));
}

void AtlasFields::evaluate_next() const {
    const std::lock_guard lock(mutex_);
    try_caches();
    const auto next = std::ranges::find(muscles_, false, [](const auto& fields) { return fields.has_value(); });
    if (next != muscles_.end()) make_ready(static_cast<int>(next - muscles_.begin()));
}

const MuscleFields& AtlasFields::muscle(int index) const {
    if (const MuscleFields* fields = ready_.at(static_cast<size_t>(index)).load(std::memory_order_acquire))
        return *fields;
    const std::lock_guard lock(mutex_);
    try_caches();
    return make_ready(index);
}

const MuscleFields& AtlasFields::make_ready(int index) const {
    auto& fields = muscles_[static_cast<size_t>(index)];
    if (!fields) fields = evaluate(index);
    ready_[static_cast<size_t>(index)].store(&*fields, std::memory_order_release);
    return *fields;
}

SkinPoint AtlasFields::place(PointRef ref, Side side) const {
    const SkinPoint& left = point(ref).place;
    if (side == Side::left) return left;
    // The bodies are symmetric, so the mirrored place lies on the skin to within a hair.
    const SkinAsset& skin = body_.skin();
    SkinPoint right = left;
    right.position.x = -left.position.x;
    right.normal.x = -left.normal.x;
    right.vertex = skin.mirror[left.vertex];
    return right;
}

SparseField AtlasFields::zone(PointRef ref, int zone_index, Side side) const {
    const SparseField& left = point(ref).zones.at(static_cast<size_t>(zone_index));
    return side == Side::left ? left : mirrored(body_.skin(), left);
}

}  // namespace myomap
