#pragma once
// Two or three trigger points that explain a drawing together: the smallest set of points whose patterns cover at least
// nine tenths of it, without much beyond it.
//
// Much beyond: of the points' patterns taken together, essential zones counted whole and spillover zones a tenth
// (finder/point_pattern.h), more than half lies outside of the drawing, by value and skin area.
//
// Of several sets as small that do it, the one that fits best is the answer: as the finder ranks single points, by how
// much it explains and how much of its patterns was drawn. Of those that fit alike, to a hundredth, the one with less
// beyond the drawing; then the one whose muscles are more often the cause. Where no set does it, the best of all is
// given.

#include <vector>

#include "finder/finder.h"

namespace myomap {

struct TogetherPart {
    PointRef ref;
    Side side = Side::left;
    int level = -1;           // of TriggerPoint::levels; see Found
    float explained = 0;      // share of the drawing that this pattern covers
    float pattern_share = 0;  // share of this pattern that was drawn
    float adds = 0;           // share of the drawing that it covers and none of those before it does
};

struct Together {
    std::vector<TogetherPart> parts;  // at most three, what explains most first; empty where nothing explains anything
    float explained = 0;              // share of the drawing, 0..1
    float pattern_share = 0;          // share of their patterns, taken together, that was drawn
    bool enough = false;              // at least nine tenths are explained
    bool much_beyond = false;         // see above
};

// Tried are all sets of up to three among thirty points: those that the finder ranks first, and those that it ranks
// first for what a greedy cover leaves over. Points of one muscle and of both sides may stand together; points that
// bring no pain are left out. A tenth of a second at most.
Together explain_together(const Scene& scene, const Finder& finder, BodyId body, const Query& query);

}  // namespace myomap
