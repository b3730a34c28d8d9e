#pragma once
// The words on a page: what is shown, where, and how sure it is; in the language that is shown.

#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "chart/document.h"
#include "chart/scene.h"

namespace myomap {

// English; Scene::phrase has it in the language that is shown.
inline constexpr const char* disclaimer =
    "Educational: zones as commonly drawn, not a diagnosis. Patterns differ between people; a zone on this page "
    "neither "
    "proves nor excludes a cause.";

// The trigger points that the document shows: the selected one, or all of the selected muscle; else none.
std::vector<PointRef> shown_points(const Atlas& atlas, const Document& document);

// "Trapezius, upper fibres · Trigger point 1"; the name of a chosen region or complaint;
// "Trigger point chart" when nothing is selected.
std::string chart_title(const Scene& scene, const Document& document);

// "Trigger point 1"
std::string point_title(const Scene& scene, const TriggerPoint& point);

// "Adult male, patient's right side"
std::string body_and_side(const Scene& scene, const Document& document);

std::string zone_title(const Scene& scene, ZoneKind kind);  // "Essential"

std::string confidence_words(const Scene& scene, Confidence confidence);  // "high confidence"

// Keys of the sources behind one trigger point and its zones, each once; without spillover only those of what is shown.
std::vector<std::string> point_sources(const TriggerPoint& point, bool spillover);

// Keys of the sources behind all that is shown, each once, in order of appearance. Zones that are not shown do not
// count.
std::vector<std::string> shown_sources(const Atlas& atlas, const std::vector<PointRef>& points, bool spillover);

std::string joined(const std::vector<std::string>& parts, std::string_view between);

// ISO date of today, or of SOURCE_DATE_EPOCH so that a page can be made again byte for byte.
std::string page_date();

}  // namespace myomap
