#include "study/alike.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/text.h"

namespace myomap {

namespace {

using WordSet = std::set<std::string, std::less<>>;

WordSet set_of(std::string_view words) {
    const auto all = parts_of(words, ' ');
    return {all.begin(), all.end()};
}

// Words that say no nerve's name, of both languages.
const WordSet& of_no_nerve() {
    static const WordSet all = set_of(
        "nerve nerves branch branches part parts division of the to by from for and or as well its which through it "
        "between heads head passes pierced often sometimes usually varies variable below above also with a an small "
        "first others index middle ring little finger fingers fibres fibers sensory proprioceptive recurrent common "
        "deep superficial long great greater lesser anterior posterior ventral dorsal medial lateral upper lower "
        "superior inferior internal external internus externus "
        "nerf nerfs branche branches partie composante racine du de des la le les l d un une et ou aussi par pour au "
        "aux qui son sa ses en bas haut entre deux chef chefs passe traverse souvent parfois issu petit petite grand "
        "premier autres majeur annulaire doigt muscle fibres sensitives proprioceptifs recurrent commune "
        "profond profonde profonds superficiel superficielle long anterieur anterieure anterieurs posterieur "
        "posterieure posterieurs dorsaux lateral laterale laterales median mediale mediales superieur superieurs "
        "inferieur inferieurs interne externe derniers peripherie variable avec dans rim");
    return all;
}

// What comes from the spinal nerves themselves, without a name of its own.
const WordSet& of_spinal_nerves() {
    static const WordSet all = set_of(
        "ramus rami rameau rameaux spinal spinaux intercostal intercostals intercostaux subcostal cervical cervicaux "
        "thoracic thoraciques lumbar lombaires sacral sacraux moyens");
    return all;
}

// The names of nerves in a text; those without one are all of the spinal nerves.
WordSet nerves_in(std::string_view text) {
    WordSet names;
    for (const std::string& word : parts_of(fold(text), ' ')) {
        if (word.empty() || of_no_nerve().contains(word) ||
            std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }))
            continue;
        if (of_spinal_nerves().contains(word)) {
            names.insert("spinal");
            continue;
        }
        // A nerve's ends go by other names than itself.
        if (word == "plantar" || word == "plantaire") names.insert("tibial");
        if (word == "sciatique") names.insert("sciatic");
        names.insert(word);
    }
    if (names.empty()) names.insert("spinal");
    return names;
}

WordSet words_in(std::string_view text) {
    constexpr std::size_t least = 4;  // shorter ones join others
    WordSet words;
    for (const std::string& word : parts_of(fold(text), ' '))
        if (word.size() >= least) words.insert(word);
    return words;
}

std::size_t common(const WordSet& a, const WordSet& b) {
    return static_cast<std::size_t>(
        std::ranges::count_if(a, [&](const std::string& word) { return b.contains(word); }));
}

}  // namespace

bool too_alike(QuestionKind kind, std::string_view a, std::string_view b) {
    constexpr double most = 0.6;
    if (kind == QuestionKind::nerve) return common(nerves_in(a), nerves_in(b)) > 0;
    if (kind == QuestionKind::attachments || kind == QuestionKind::action) {
        const WordSet one = words_in(a), two = words_in(b);
        const auto shorter = static_cast<double>(std::min(one.size(), two.size()));
        return fold(a) == fold(b) || static_cast<double>(common(one, two)) > most * shorter;
    }
    return fold(a) == fold(b);
}

}  // namespace myomap
