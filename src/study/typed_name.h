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

// In the language that is shown, in Latin, or by the words of the id. A slip in about every fifth letter is forgiven,
// but never one that makes another word of anatomy of a word: "abductor" is no slip of "adductor", nor "minor" of
// "major", whether or not the atlas has the muscle that was named then.
Named names_muscle(const Atlas& atlas, std::string_view typed, int muscle);

// The muscle that the words name best, or -1.
int named_muscle(const Atlas& atlas, std::string_view typed);

}  // namespace myomap
