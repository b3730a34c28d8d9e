#pragma once
// Whether what was typed names a muscle: spelling, accents, order of words and synonyms in any language don't matter.

#include <string_view>
#include <vector>

#include "atlas/atlas.h"

namespace myomap {

enum class Named {
    nothing,  // no muscle, or another one
    whole,    // the muscle that this is a part of: "trapezius" for its upper fibres
    right,
};

// In the language that is shown, in Latin, or by the words of the id; a slip in about every fifth letter is forgiven
// unless what was typed is another muscle's own name.
Named names_muscle(const Atlas& atlas, std::string_view typed, int muscle);

// The muscle that the words name best, or -1.
int named_muscle(const Atlas& atlas, std::string_view typed);

}  // namespace myomap
