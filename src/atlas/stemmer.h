#pragma once
// Endings off a word, as Snowball knows a language.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/language.h"

struct sb_stemmer;

namespace myomap {

class Stemmer {
public:
    explicit Stemmer(const Language& language);

    // Of a word that is folded (base/text.h); the word itself in a language that Snowball doesn't know.
    std::string stem(std::string_view word) const;

private:
    struct Close {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Close> stemmer_;
};

// The words of a folded text.
std::vector<std::string_view> split_words(std::string_view folded);

}  // namespace myomap
