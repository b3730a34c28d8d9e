#pragma once
// Phrases that several places say, English, for Scene::phrase; and a muscle's name as charts and tables print it.

#include <string>
#include <string_view>

#include "atlas/atlas.h"
#include "base/text.h"
#include "base/word.h"
#include "chart/scene.h"

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

// The muscle's name without what the language begins it with ("Muscle ..."), as lists print it.
inline std::string short_name(const Scene& scene, std::string_view muscle) {
    if (scene.list_heads)
        for (const std::string& head : *scene.list_heads)
            if (muscle.starts_with(head)) return capitalised(std::string(muscle.substr(head.size())));
    return std::string(muscle);
}

}  // namespace myomap
