#include "study/typed_name.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>

#include "base/edit_distance.h"
#include "base/text.h"

namespace myomap {

namespace {

// Folded, its words in alphabetical order, without those that every name may have.
std::string key_of(std::string_view text) {
    static const std::set<std::string, std::less<>> empty_words{"muscle", "musculus", "m",    "the",  "of",    "le",
                                                                "la",     "les",      "du",   "de",   "des",   "d",
                                                                "l",      "fibres",   "pars", "part", "partie"};
    std::vector<std::string> words = parts_of(fold(text), ' ');
    std::erase_if(words, [&](const std::string& word) { return empty_words.contains(word); });
    std::ranges::sort(words);
    return join(words, " ");
}

std::string spaced(std::string id) {
    std::ranges::replace(id, '_', ' ');
    return id;
}

std::vector<std::string> names_of(const Muscle& muscle) {
    std::vector<std::string> names{muscle.name, muscle.latin, spaced(muscle.id)};
    names.insert(names.end(), muscle.synonyms.begin(), muscle.synonyms.end());
    // "Fibularis (peroneus) longus": either, or both.
    if (const auto open = muscle.name.find('('), close = muscle.name.find(')');
        open != std::string::npos && close != std::string::npos) {
        const std::string before = muscle.name.substr(0, open), inner = muscle.name.substr(open + 1, close - open - 1),
                          after = muscle.name.substr(close + 1);
        names.push_back(before + after);
        // The word before the bracket is the one that it stands for.
        const auto last = without_end_blanks(before).rfind(' ');
        names.push_back((last == std::string::npos ? "" : before.substr(0, last + 1)) + inner + after);
    }
    return names;
}

int slips_allowed(const std::string& name) { return std::max(1, static_cast<int>(name.size()) / 5); }

// Typing errors between the words and the nearest of the names; more than any name has letters where none is near.
int errors(const std::string& typed, const std::vector<std::string>& names) {
    int best = std::numeric_limits<int>::max();
    for (const std::string& name : names) {
        const std::string key = key_of(name);
        if (key.empty()) continue;
        if (key == typed) return 0;
        const int limit = slips_allowed(key);
        if (const int found = edit_distance(typed, key, limit); found <= limit) best = std::min(best, found);
    }
    return best;
}

}  // namespace

int named_muscle(const Atlas& atlas, std::string_view typed) {
    const std::string key = key_of(typed);
    int best = -1, least = std::numeric_limits<int>::max();
    if (key.size() < 3) return best;
    for (int i = 0; i < static_cast<int>(atlas.muscles.size()); ++i)
        if (const int found = errors(key, names_of(atlas.muscles[static_cast<std::size_t>(i)])); found < least) {
            least = found;
            best = i;
        }
    return best;
}

Named names_muscle(const Atlas& atlas, std::string_view typed, int muscle) {
    const std::string key = key_of(typed);
    if (key.size() < 3) return Named::nothing;
    const Muscle& asked = atlas.muscles[static_cast<std::size_t>(muscle)];
    const int own = errors(key, names_of(asked));
    int others = std::numeric_limits<int>::max();
    for (const Muscle& other : atlas.muscles)
        if (&other != &asked) others = std::min(others, errors(key, names_of(other)));
    if (own != std::numeric_limits<int>::max() && own <= others) return Named::right;
    const int whole = errors(key, {atlas.whole_name(asked), spaced(asked.parent)});
    return whole < others ? Named::whole : Named::nothing;
}

}  // namespace myomap
