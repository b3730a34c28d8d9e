#pragma once
// Which patterns are nearly the same: an answer that names the other of two such is right too, and what is offered
// beside the right one is what it could be mistaken for.

#include <optional>
#include <vector>

#include "chart/scene.h"

namespace myomap {

inline constexpr float same_pattern = 0.9f;  // Dice of the essential zones, from where on two count as one

class Likeness {
public:
    // Reads every essential zone of the body, on one side. What the scene refers to must outlive this.
    Likeness(const Scene& scene, BodyId body);

    // Dice of the essential zones, 0..1, by value and skin area.
    float between(PointRef a, PointRef b) const;

    // Points of other muscles whose pattern is that of `point`: nearly the same, or one of both is declared to be drawn
    // as the other. Who is the same as another has that one as the same.
    std::vector<PointRef> same_as(PointRef point) const;

    // Muscles other than that of `point`, each with the likest of its points, the likest first; those that share
    // nothing with it come last, in the order of the atlas.
    struct Like {
        PointRef point;
        float dice = 0;
        bool same = false;  // as same_as(), whichever of its points
    };
    std::vector<Like> likest(PointRef point) const;

private:
    const Atlas& atlas_;
    std::vector<float> area_;  // per vertex, cm2
    struct Entry {
        PointRef ref;
        SparseField essential;
        float size = 0;
    };
    std::vector<Entry> entries_;

    const Entry* entry(PointRef ref) const;
    float dice(const Entry& a, const Entry& b) const;
    bool is_same(const Entry& a, const Entry& b, float dice) const;
};

}  // namespace myomap
