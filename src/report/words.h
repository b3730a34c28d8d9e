#pragma once
// Small wordings that reports are made of, in the language that is shown. Lists and menus use them too.

#include <string>
#include <string_view>

#include "chart/document.h"
#include "chart/scene.h"
#include "chart/words.h"

namespace myomap {

// As one tells a patient, or as one writes to a colleague.
enum class Wording { plain, clinical };

std::string region_name(const Scene& scene, const SkinRegion& region, Wording wording);
std::string symptom_name(const Scene& scene, const Symptom& symptom, Wording wording);

std::string side_words(const Scene& scene, Side side);                        // "patient's right"
std::string body_words(const Scene& scene, BodyId body);                      // "Adult male"
std::string body_and_side(const Scene& scene, BodyId body, SideChoice side);  // "Adult male, patient's right side"
std::string confidence_words(const Scene& scene, Confidence confidence);      // "high confidence"
std::string frequency_words(const Scene& scene, Frequency frequency);         // "often met in practice"
std::string rank_words(const Scene& scene, SourceRank rank);                  // "Studies", over several of them
// "Reached from inside the mouth; the cross marks the nearest skin."
std::string reached_from_words(const Scene& scene, ReachedFrom from);
std::string zone_title(const Scene& scene, ZoneKind kind);  // "Essential"

// How far a chart is to be trusted: for a page that leaves the program, and in short for beside the chart.
std::string disclaimer(const Scene& scene);
std::string short_disclaimer(const Scene& scene);

}  // namespace myomap
