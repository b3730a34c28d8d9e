#pragma once
// What is said of a drawing's answers, in the language that is shown: the same in the window and on the command line.

#include <string>
#include <vector>

#include "finder/drawing_signs.h"
#include "finder/finder.h"
#include "finder/together.h"
#include "report/report_parts.h"

namespace myomap {

// Where it hurts: "Temple, right; Eye, right". "" for a query without skin. The scene must have regions, as below.
std::string query_words(const Scene& scene, const Query& query, BodyId body);

// Why an answer is one: the named regions that drawing and pattern share; those that were drawn and lie outside of the
// pattern, where it covers at least half of the drawing; those of its essential zones that were not drawn; how often;
// whether a nerve is to be thought of, where the pattern reaches what is numb and the data names the muscle: "Temple,
// eye; not in its pattern: forehead; not drawn: side of the neck; often met in practice". Regions of the other side
// than the answer's say so: "calf (left)".
std::string fit_words(const Scene& scene, const Query& query, BodyId body, const Found& found,
                      const DrawingSigns& signs = {});

// "Trapezius, upper fibres, Trigger point 1, right + Suboccipitals, ...: together they explain 96 % of the drawing; 71
// % of their patterns was drawn." And what is wanting, where it isn't enough.
std::string together_words(const Scene& scene, const Together& together, BodyId body);

// What to think of first: emergencies in brief; what is known of nerves where it is numb or tingles; other warning
// signs in brief. The ids are those of warning signs and complaints.
std::vector<ReportItem> sign_items(const Scene& scene, const DrawingSigns& signs);

}  // namespace myomap
