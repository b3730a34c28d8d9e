#pragma once
// How regions of the skin and complaints are called in one language; see texts.h for where the words come from.

#include <string>
#include <vector>

namespace myomap {

// Plain: what a patient says ("temple"). Clinical: what a chart says ("Temporal region").
struct RegionNames {
    std::string plain, clinical;
};

struct SymptomText {
    std::string plain;     // "headache in the temple"
    std::string clinical;  // "Temporal headache"
    std::vector<std::string> synonyms;
    std::string note;  // "" or what a careful reader should know
};

}  // namespace myomap
