#pragma once
// A pain drawing as a question to the atlas. The words that a query goes by come from the report (report/find_words.h).

#include "chart/area_fields.h"
#include "finder/finder.h"

namespace myomap {

// All pain areas together; what several cover counts once. Nothing is asked where none covers any skin.
Query query_of(const Scene& scene, const Drawing& drawing, BodyId body);

// One area alone.
Query query_of(const Scene& scene, const PainArea& area, BodyId body);

}  // namespace myomap
