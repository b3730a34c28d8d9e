#pragma once
// The fields of a drawing's areas, kept from picture to picture: while one is drawn on, nothing but its newest stroke
// is painted anew.

#include <array>
#include <mutex>
#include <unordered_map>

#include "chart/area_fields.h"
#include "chart/scene.h"

namespace myomap {

class DrawingFields {
public:
    // As field_of() in area_fields.h has it. `body` and `regions` are always the same ones for a body's id.
    SparseField of(const Shared<PainArea>& area, const Body& body, const BodyRegions* regions);

private:
    // By where the value lies; it stays there while it is kept.
    template <class T>
    struct Kept {
        Shared<T> value;
        SparseField field;
        unsigned used = 0;  // when it was last asked for
    };
    template <class T>
    using Store = std::unordered_map<const T*, Kept<T>>;

    std::mutex mutex_;
    std::array<Store<BrushStroke>, 2> strokes_;  // by body
    std::array<Store<PainArea>, 2> areas_;
    unsigned now_ = 0;

    // Makes it where it isn't kept; one that has not been asked for the longest goes for it.
    template <class T, class Make>
    const SparseField& keep(Store<T>& store, std::size_t most, const Shared<T>& value, const Make& make);
};

// Of areas[i]; from what the scene keeps, where it keeps any.
SparseField field_of(const Scene& scene, const SharedList<PainArea>& areas, std::size_t i, BodyId body);

}  // namespace myomap
