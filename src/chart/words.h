#pragma once
// Phrases that several places say, English, for Scene::phrase; and a muscle's name as charts and tables print it.

#include <string>

#include "atlas/atlas.h"
#include "base/word.h"

namespace myomap {

constexpr const char* frequency_words(Frequency frequency) {
    return frequency == Frequency::common       ? word("often met in practice")
           : frequency == Frequency::occasional ? word("sometimes met in practice")
                                                : word("rarely met in practice");
}

// "Fibularis (peroneus) longus": what stands in brackets is for the card.
inline std::string without_brackets(const std::string& name) {
    const size_t open = name.find(" ("), close = name.find(')', open);
    return open == std::string::npos || close == std::string::npos ? name
                                                                   : name.substr(0, open) + name.substr(close + 1);
}

}  // namespace myomap
