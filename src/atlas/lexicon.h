#pragma once
// The words of one language as search knows them: stems, which of them say nothing, which mean the same, and what a
// typed word may stand for.

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "atlas/stemmer.h"
#include "atlas/vocabulary.h"

namespace myomap {

class Lexicon {
public:
    explicit Lexicon(const Vocabulary& words);

    const Language& language() const { return language_; }

    // The terms of a text, each once, in its order; those that are new are added. Words that say nothing are left out,
    // unless the text has no others.
    std::vector<int> add(std::string_view text);
    size_t size() const { return terms_.size(); }

    // Takes what says nothing in another language for saying nothing here, too, where it is no word of this one: "my"
    // begins no French "mylo-hyoïdien". To be called when all texts are added.
    void ignore_words_of(const Lexicon& other);

    // Whether a term names a part of the body.
    bool is_body(int term) const { return body_[static_cast<size_t>(term)]; }

    // What one typed word may stand for: itself, a word that it begins, or one that it may be a slip of; or what the
    // vocabulary says that it means. Weights are 0..1.
    struct Meaning {
        int term;
        float weight;
    };
    struct Slot {
        std::vector<Meaning> meanings;  // empty for a word that nothing knows
    };
    std::vector<Slot> understand(std::string_view query) const;

    // The stems of a text, as add() sees them.
    std::vector<std::string> stems(std::string_view text) const;

private:
    Language language_;
    Stemmer stemmer_;
    std::unordered_set<std::string> ignored_, body_stems_;
    std::map<std::vector<std::string>, std::vector<std::string>> same_;  // stems to stems
    std::vector<std::string> terms_;
    std::vector<bool> body_;
    std::unordered_map<std::string, int> known_;

    std::vector<std::string> telling_words(std::string_view text) const;  // folded, without those that say nothing
    // What else a typed word may mean: what it begins, or is a slip of. `meanings`: not empty for a known word.
    void add_likely(std::string_view word, bool last, std::vector<Meaning>& meanings) const;
};

}  // namespace myomap
