#pragma once
// Phrases that several places say: English, for Scene::phrase.

#include "atlas/atlas.h"
#include "base/word.h"

namespace myomap {

constexpr const char* frequency_words(Frequency frequency) {
    return frequency == Frequency::common       ? word("commonly the cause")
           : frequency == Frequency::occasional ? word("sometimes the cause")
                                                : word("rarely the cause");
}

}  // namespace myomap
