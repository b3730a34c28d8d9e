#include "body/atlas_fields.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include <glm/geometric.hpp>

#include "body/points.h"

namespace myomap {

namespace {

// A curve on the skin that can be asked for a place by fraction of its length.
class SkinCurve {
public:
    SkinCurve(const Body& body, const std::vector<PointSpec>& specs) {
        std::vector<SkinPoint> points;
        for (const PointSpec& spec : specs) points.push_back(resolve_on_skin(body, spec, Side::left));
        const float any_radius = 1;
        samples_ = lay_on_skin(body, points, {&any_radius, 1}).points;
        for (size_t i = 1; i < samples_.size(); ++i) {
            along_.push_back(along_.back() + glm::distance(samples_[i - 1].position, samples_[i].position));
        }
    }

    float length_cm() const { return along_.back(); }

    SkinPoint at(const Body& body, float fraction) const {
        const float wanted = fraction * along_.back();
        const auto next = static_cast<size_t>(std::ranges::lower_bound(along_, wanted) - along_.begin());
        if (next == 0) return samples_.front();
        if (next >= samples_.size()) return samples_.back();
        const float t = (wanted - along_[next - 1]) / (along_[next] - along_[next - 1]);
        return body.query().closest(glm::mix(samples_[next - 1].position, samples_[next].position, t));
    }

private:
    std::vector<SkinPoint> samples_;
    std::vector<float> along_{0};
};

// The muscle's own area: fibres from origin through via to insertion, side by side over the skin.
SparseField muscle_area(const Body& body, const Muscle& muscle) {
    std::vector<SkinCurve> curves;
    curves.emplace_back(body, muscle.origin.curve);
    for (const auto& via : muscle.via) curves.emplace_back(body, via);
    curves.emplace_back(body, muscle.insertion.curve);

    float widest = 0;
    for (const SkinCurve& curve : curves) widest = std::max(widest, curve.length_cm());
    // Fibres overlap by a third, so that the area's ends are straight and not scalloped.
    const int fibres = std::clamp(1 + static_cast<int>(std::ceil(widest / (0.66f * muscle.fibre_radius_cm))), 1, 60);

    std::vector<SkinPath> paths;
    for (int i = 0; i < fibres; ++i) {
        const float fraction = fibres == 1 ? 0.5f : static_cast<float>(i) / static_cast<float>(fibres - 1);
        std::vector<SkinPoint> points;
        for (const SkinCurve& curve : curves) points.push_back(curve.at(body, fraction));
        paths.push_back(lay_on_skin(body, points, {&muscle.fibre_radius_cm, 1}));
    }
    return paint(body, paths);
}

}  // namespace

AtlasFields::AtlasFields(const Atlas& atlas, const Body& body)
    : atlas_(atlas), body_(body), muscles_(atlas.muscles.size()), ready_(atlas.muscles.size()) {}

MuscleFields AtlasFields::evaluate(int index) const {
    const Muscle& muscle = atlas_.muscles[static_cast<size_t>(index)];
    MuscleFields result;
    result.area = muscle_area(body_, muscle);
    for (const TriggerPoint& point : muscle.trigger_points) {
        PointFields fields;
        fields.place = resolve_on_skin(body_, point.point, Side::left);
        for (const Zone& zone : point.zones) fields.zones.push_back(paint(body_, zone.strokes, Side::left));
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

SparseField AtlasFields::area(int index, Side side) const {
    return side == Side::left ? muscle(index).area : mirrored(body_.skin(), muscle(index).area);
}

std::vector<int> AtlasFields::muscles_at(std::uint32_t vertex, Side side) const {
    const std::uint32_t left = side == Side::left ? vertex : body_.skin().mirror[vertex];
    struct Covering {
        Layer layer;
        float value;
        int muscle;
    };
    std::vector<Covering> covering;
    for (int i = 0; i < static_cast<int>(atlas_.muscles.size()); ++i) {
        const float value = muscle(i).area.at(left);
        if (value >= 0.5f) covering.push_back({atlas_.muscles[static_cast<size_t>(i)].layer, value, i});
    }
    std::ranges::stable_sort(covering, [](const Covering& a, const Covering& b) {
        return a.layer != b.layer ? a.layer < b.layer : a.value > b.value;
    });
    std::vector<int> muscles;
    for (const Covering& c : covering) muscles.push_back(c.muscle);
    return muscles;
}

}  // namespace myomap
