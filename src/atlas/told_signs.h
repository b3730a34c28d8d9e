#pragma once
// Which warning signs words tell of by the ideas that are in them together: a fever and a neck, in whatever words, in
// whatever order. What is denied ("no fever") is not there.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/stemmer.h"
#include "atlas/vocabulary.h"

namespace myomap {

struct SignRule {
    int sign = -1;                   // index of whatever list the caller has
    std::vector<std::string> ideas;  // ids of Vocabulary::ideas; "body" is any of Vocabulary::body
};

class ToldSigns {
public:
    ToldSigns(std::span<const SignRule> rules, std::span<const Vocabulary> vocabularies);

    struct Told {
        int sign;
        float ideas;        // how many tell of it; any part of the body is half of one
        std::string words;  // those that say them, as they were typed
    };
    struct Reading {
        std::vector<Told> told;  // what most ideas tell of first, each sign once
        std::string left;        // the text without what is denied
    };
    Reading read(std::string_view text) const;

private:
    using Stems = std::vector<std::string>;
    struct Tongue {  // what is known of one language
        Stemmer stemmer;
        std::vector<std::vector<Stems>> ideas;  // ways to say each of ideas_
        std::vector<Stems> denials;
        Stems body, ignored;
    };
    std::vector<std::string> ideas_;  // every idea of a rule, once
    struct Rule {
        int sign;
        std::vector<int> ideas;  // indices into ideas_
    };
    std::vector<Rule> rules_;
    std::vector<Tongue> tongues_;
};

}  // namespace myomap
