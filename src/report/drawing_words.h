#pragma once
// What a drawing's values are called, in the language that is shown, and what its areas and findings say in a line. The
// chart's panel, its pages and `chart show` use the same.

#include <string>

#include "chart/drawing_figures.h"
#include "chart/drawing_terms.h"
#include "chart/scene.h"

namespace myomap {

// "Temple, right"; the side is the patient's.
std::string region_and_side(const Scene& scene, RegionRef ref);
// The regions that hold most of an area, the largest part first, so that a wrong side is heard: "Temple, right; Behind
// the eye, right". "" for an area without skin.
std::string where_words(const Scene& scene, const AreaFigures& figures);
std::string where_words(const Scene& scene, const std::vector<RegionMap::Share>& regions);
// Where each of several areas lies: "P1 Buttock, right; P2 Forehead, Temple, right".
std::string area_places(const Scene& scene, const DrawingFigures& figures);
// "aching, tight, like a helmet"
std::string quality_words(const Scene& scene, const PainArea& area);
// "now 4, worst 7.5, comes and goes" of what was asked, or "".
std::string intensity_words(const Scene& scene, const PainArea& area);
// "Trapezius, upper fibres, trigger point 1, right", or where a free place lies.
std::string place_words(const Scene& scene, const Finding& finding, BodyId body);
// What was found, of what was examined: "active; familiar pain: yes; tender: 6".
std::string finding_words(const Scene& scene, const Finding& finding);
// "120 cm², 0.7 % of the body"
std::string size_words(const Scene& scene, const AreaFigures& figures);
// A number as it is written in the language, without a needless ".0".
std::string number_words(const Scene& scene, float number, int decimals = 1);

}  // namespace myomap
