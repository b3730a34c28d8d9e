#include "atlas/stemmer.h"

#include <libstemmer.h>

namespace myomap {

void Stemmer::Close::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(const Language& language) : stemmer_(sb_stemmer_new(language.code().substr(0, 2).c_str(), "UTF_8")) {}

std::string Stemmer::stem(std::string_view word) const {
    if (!stemmer_) return std::string(word);
    const sb_symbol* stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    return stem ? std::string(reinterpret_cast<const char*>(stem),
                              static_cast<size_t>(sb_stemmer_length(stemmer_.get())))
                : std::string(word);
}

std::vector<std::string_view> split_words(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const auto blank = folded.find(' ');
        words.push_back(folded.substr(0, blank));
        folded.remove_prefix(blank == std::string_view::npos ? folded.size() : blank + 1);
    }
    return words;
}

}  // namespace myomap
