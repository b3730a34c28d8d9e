#pragma once
// What search looks through: every text by which a person may mean a muscle, a complaint, a skin region or a warning
// sign, in every language that was read.

#include <map>
#include <span>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/regions.h"
#include "atlas/search.h"
#include "atlas/symptoms.h"
#include "atlas/texts.h"

namespace myomap {

// Names, synonyms, symptoms, zones and ids; hits are indices into Atlas::muscles and their trigger points. The texts of
// the atlas itself are those of its language; `others` that have the same one are passed over.
void add_muscle_texts(const Atlas& atlas, std::span<const Texts* const> others, std::vector<SearchText>& texts);

// Hits are indices into SymptomIndex::symptoms, RegionSet::regions.
void add_complaint_texts(const SymptomIndex& symptoms, std::vector<SearchText>& texts);
void add_region_texts(const RegionSet& regions, std::vector<SearchText>& texts);

// What people say; of warning signs (indices into SymptomIndex::red_flags) that is all there is. `regions` and
// `symptoms` may be null: then theirs are left out.
void add_phrases(const Vocabulary& words, const Atlas& atlas, const SymptomIndex* symptoms, const RegionSet* regions,
                 std::vector<SearchText>& texts);

// Of every sign that has one: indices into SymptomIndex::red_flags.
std::vector<SignRule> sign_rules(const SymptomIndex& symptoms);

}  // namespace myomap
