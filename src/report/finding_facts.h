#pragma once
// All that was recorded of one finding, as facts: what a record keeps, where finding_words has room for a line. What
// was not examined and what a treatment's record lacks is said as such, so that nothing missing reads like a "no".

#include <vector>

#include "chart/drawing.h"
#include "chart/scene.h"
#include "report/report_parts.h"

namespace myomap {

// Of the examination, never empty. The scene must have regions.
std::vector<ReportItem> finding_facts(const Scene& scene, const Finding& finding, BodyId body);

// Of the treatment.
std::vector<ReportItem> treatment_facts(const Scene& scene, const Treatment& treatment);

}  // namespace myomap
