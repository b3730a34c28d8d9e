#pragma once
// Two charts of one patient, the older one first, laid over each other on one figure: which pain areas are the same,
// what came and what went, and how what was found at a place changed.

#include <optional>
#include <vector>

#include "chart/drawing_figures.h"

namespace myomap {

// What people draw differently though nothing changed. Drawings made again after a minute were as large as before (ICC
// of the extent 0.96), yet shared only 0.62 +- 0.18 of their skin (Jaccard index; Leoni 2013, n = 52); those of
// shoulders 0.42 +- 0.19 at an ICC of 0.80 (PubMed 37897081, n = 31). The lower mean is taken. No study names a share
// for the extent: a fifth is our choice.
inline constexpr float redraw_jaccard = 0.42f;
inline constexpr float redraw_extent = 0.2f;  // the change must be less, of the extent before

// Areas of the two charts are the same one, whatever they are called, where they share at least this of the smaller.
// Two of equal size then have a Jaccard index of 0.2: as low as one patient in six draws the same shoulder again. Each
// area has at most one partner: those with the highest index find each other first.
inline constexpr float least_shared = 1 / 3.f;

// Findings at free places are the same one on the same side within this, cm, on skin that faces the same way; our
// choice, two fingers wide.
inline constexpr float same_place_cm = 3;

enum class AreaChange { as_before, changed, new_, gone };
const char* to_text(AreaChange);  // "as_before", "changed", "new", "gone"

struct ComparedValue {
    std::optional<float> before, after;  // nothing: not asked

    std::optional<float> difference() const { return before && after ? std::optional(*after - *before) : std::nullopt; }
    bool empty() const { return !before && !after; }
};

struct ComparedArea {
    AreaChange change = AreaChange::changed;
    int before = -1, after = -1;  // index in that chart's figures: its P number less one; -1: it has none there
    float jaccard = 0;            // 0..1, of skin; 0 without a partner
    // Of an area without a partner: how much of it is skin that the areas of the other chart, together, cover too.
    float shared = 0;
    ComparedValue now, worst, usual;  // 0-10
};

struct ComparedFinding {
    const Finding* before = nullptr;  // of the drawing; null where that chart has none there
    const Finding* after = nullptr;
};

struct ComparedChart {
    Drawing drawing;  // keeps alive what the figures and findings point into
    DrawingFigures figures;
};

// How much of the skin hurts no more, as before, newly. Taken area by area: an area that is as before stays, as it is
// drawn now, whatever its edge does; one that changed stays where it was and is; a new one is new even where another
// area was. What is new is not counted as stayed, and gone is only what neither is: no place is two of them.
struct ComparedSkin {
    AreaFigures gone, stayed, new_;
};

struct Comparison {
    BodyId body = BodyId::adult_male;  // on which all was measured
    ComparedChart before, after;
    std::vector<ComparedArea> areas;  // P1 of the later chart first, then those that are gone
    ComparedSkin skin;
    float jaccard = 0;                      // of all areas together
    std::vector<ComparedFinding> findings;  // in the later chart's order, then those that it lacks
};

// The extent after as a change of the one before: -0.44 is 44 % less. Nothing where there was none.
std::optional<float> extent_change(float before_cm2, float after_cm2);

// Findings at an atlas point match by muscle, point and side; at free places by nearness (same_place_cm), and never of
// two muscles. The scene must have regions. The answer needs neither of the drawings.
Comparison compare(const Scene& scene, const Drawing& before, const Drawing& after, BodyId body);

}  // namespace myomap
