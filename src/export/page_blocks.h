#pragma once
// What a report says as blocks of one column's width, for flow.h.

#include <vector>

#include "export/flow.h"
#include "export/page_frame.h"
#include "report/report.h"

namespace myomap {

// What stands beside the chart on the first page, and goes on where that is full.
std::vector<FlowBlock> first_blocks(cairo_t* cr, const PageStyles& styles, float width, const Scene& scene,
                                    const Report& report);

// Of a chart of a visit: findings, treatment, notes, kept patterns and sizes, for pages of their own. Else none.
std::vector<FlowBlock> further_blocks(cairo_t* cr, const PageStyles& styles, float width, const Scene& scene,
                                      const Report& report);

}  // namespace myomap
