#pragma once
// What to think of before muscles where a drawing lies: warning signs, and for what is numb or tingles, nerves.

#include <vector>

#include "chart/area_fields.h"
#include "chart/scene.h"

namespace myomap {

// A region counts as painted where the areas cover a third of it, or where a tenth of one of them lies in it.
struct DrawingSigns {
    // Of the complaints felt in the painted regions: emergencies first, then those of most complaints.
    std::vector<const RedFlag*> warning_signs;
    // Complaints that a nerve may be behind, felt in regions where numbness or tingling was painted, or anywhere; what
    // is known of the nerve is their note. Empty where no area is numb or tingles.
    std::vector<const Symptom*> nerve;
    SparseField numb;  // where numbness or tingling was painted
};

// Points into the scene's complaints; empty for a scene without regions or complaints.
DrawingSigns signs_of(const Scene& scene, const std::vector<const PainArea*>& areas, BodyId body);

}  // namespace myomap
