#pragma once
// Small matters of wording that several panels share.

#include <string>
#include <string_view>
#include <vector>

#include "base/word.h"
#include "ui/ui.h"

namespace myomap {

// Those of report/words.h, in the chosen wording.
std::string short_name(const Ui& ui, std::string_view name);
std::string region_name(const Ui& ui, const SkinRegion& region);
std::string symptom_name(const Ui& ui, const Symptom& symptom);
std::string side_words(const Ui& ui, Side side);

// The parts of the body that regions and complaints are listed under, from head to foot.
struct BodyPart {
    std::string_view id;  // "neck"
    std::string_view name;
};
// Of a region of the shipped data; "" for one of somebody's own that comes before all that are known.
const BodyPart& body_part_of(const Scene& scene, std::string_view region);

}  // namespace myomap
