#include "chart/drawing_fields.h"

#include <algorithm>

namespace myomap {

namespace {

// More than a visit has; 40 areas of many strokes take some megabytes.
constexpr std::size_t most_areas = 128, most_strokes = 2048;

}  // namespace

template <class T, class Make>
const SparseField& DrawingFields::keep(Store<T>& store, std::size_t most, const Shared<T>& value, const Make& make) {
    if (const auto known = store.find(&*value); known != store.end()) {
        known->second.used = ++now_;
        return known->second.field;
    }
    if (store.size() >= most)
        store.erase(std::ranges::min_element(store, {}, [](const auto& one) { return one.second.used; }));
    SparseField field = make();
    return store.insert_or_assign(&*value, Kept<T>{value, std::move(field), ++now_}).first->second.field;
}

SparseField DrawingFields::of(const Shared<PainArea>& area, const Body& body, const BodyRegions* regions) {
    const std::scoped_lock lock(mutex_);
    const auto at = static_cast<std::size_t>(body.id());
    return keep(areas_[at], most_areas, area, [&] {
        SparseField field = regions_of(*area, body, regions);
        for (std::size_t i = 0; i < area->strokes.size(); ++i) {
            const Shared<BrushStroke>& stroke = area->strokes.shared(i);
            lay(keep(strokes_[at], most_strokes, stroke, [&] { return field_of(*stroke, body); }), stroke->erase,
                field);
        }
        return field;
    });
}

SparseField field_of(const Scene& scene, const SharedList<PainArea>& areas, std::size_t i, BodyId body) {
    return scene.drawn ? scene.drawn->of(areas.shared(i), scene.body(body), scene.regions)
                       : field_of(areas[i], scene.body(body), scene.regions);
}

}  // namespace myomap
