#pragma once
// What of the atlas a document shows.

#include <vector>

#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// The selected trigger points: one, all of the muscle's, or none.
std::vector<PointRef> selected_points(const Atlas& atlas, const Document& document);
std::vector<Side> shown_sides(SideChoice side);

// Zones of this kind.
inline bool is_shown(const View& view, ZoneKind kind) {
    return kind == ZoneKind::essential ? view.show_essential : view.show_spillover;
}

// The side that is shown: a point that is found on one side alone, chosen by itself, is shown there whatever the view
// asks for.
SideChoice shown_side(const Atlas& atlas, const Document& document);
std::vector<Side> shown_sides(const Atlas& atlas, const Document& document);
// Those of a point: without the side that it isn't found on.
std::vector<Side> shown_sides(const Atlas& atlas, const Document& document, PointRef ref);

// The chosen region, or those of the chosen complaint on the shown sides; each once.
std::vector<RegionRef> shown_regions(const Scene& scene, const Document& document);

}  // namespace myomap
