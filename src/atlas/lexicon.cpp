#include "atlas/lexicon.h"

#include <algorithm>

#include "base/edit_distance.h"
#include "base/text.h"

namespace myomap {

namespace {

constexpr size_t most_query_words = 24;
constexpr size_t longest_saying = 6;  // words that together mean something
constexpr float means = 0.85f, begins = 0.8f, contains = 0.5f, one_slip = 0.85f, two_slips = 0.7f;
constexpr float known_begins = 0.3f;         // "neck" may become "necklace", but is a word already
constexpr size_t least_stem = 3;             // letters, to be the beginning of others
constexpr size_t shortest_foreign_word = 3;  // letters; shorter ones that another language ignores say nothing

bool has_digit(std::string_view word) {
    return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Lexicon::Lexicon(const Vocabulary& words) : language_(words.language), stemmer_(words.language) {
    for (const std::string& text : words.ignored) {
        const std::string folded = fold(text);
        for (const auto word : split_words(folded)) ignored_.emplace(word);
    }
    for (const std::string& text : words.body)
        for (std::string& one : stems(text)) body_stems_.insert(std::move(one));
    for (const Vocabulary::Same& each : words.same) {
        std::vector<std::string>& to = same_[stems(each.say)];
        for (std::string& one : stems(each.means))
            if (std::ranges::find(to, one) == to.end()) to.push_back(std::move(one));
    }
}

std::vector<std::string> Lexicon::telling_words(std::string_view text) const {
    const std::string folded = fold(text);
    std::vector<std::string_view> words = split_words(folded);
    const auto is_number = [](std::string_view word) {
        return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
    };
    const auto says_nothing = [&](std::string_view word) {
        return is_number(word) || ignored_.contains(std::string(word));
    };
    if (!std::ranges::all_of(words, says_nothing)) std::erase_if(words, says_nothing);
    if (words.size() > most_query_words) words.resize(most_query_words);
    return {words.begin(), words.end()};
}

std::vector<std::string> Lexicon::stems(std::string_view text) const {
    std::vector<std::string> stems = telling_words(text);
    for (std::string& word : stems) word = stemmer_.stem(word);
    return stems;
}

std::vector<int> Lexicon::add(std::string_view text) {
    std::vector<int> terms;
    for (std::string& one : stems(text)) {
        const auto [found, is_new] = known_.emplace(one, static_cast<int>(terms_.size()));
        if (is_new) {
            body_.push_back(body_stems_.contains(one));
            terms_.push_back(std::move(one));
        }
        if (std::ranges::find(terms, found->second) == terms.end()) terms.push_back(found->second);
    }
    return terms;
}

void Lexicon::ignore_words_of(const Lexicon& other) {
    for (const std::string& word : other.ignored_)
        if (word.size() < shortest_foreign_word || !known_.contains(stemmer_.stem(word))) ignored_.insert(word);
}

void Lexicon::add_likely(std::string_view word, bool last, std::vector<Meaning>& meanings) const {
    const auto offer = [&](size_t term, float weight) { meanings.push_back({static_cast<int>(term), weight}); };
    const bool known = !meanings.empty();
    // A known word goes on as it was typed: its stem begins others ("tête" is no "téton").
    std::string typed = known ? std::string(word) : stemmer_.stem(word);
    if (typed.size() < least_stem) typed = word;  // "die" begins no "diabetic"
    if (typed.size() >= 2 && (last || !known))
        for (size_t t = 0; t < terms_.size(); ++t)
            if (terms_[t].size() > typed.size() && terms_[t].starts_with(typed))
                offer(t, known ? known_begins : begins);
    if (known || has_digit(typed) || typed.size() < 4) return;  // C5 is no slip of C4
    const bool begun = !meanings.empty();
    const int allowed = typed.size() < 8 ? 1 : 2;
    int fewest = allowed;
    std::vector<std::pair<size_t, int>> slips;
    for (size_t t = 0; t < terms_.size(); ++t) {
        if (terms_[t].front() != typed.front() && typed.size() < 6) continue;
        const int errors = edit_distance(typed, terms_[t], fewest);
        if (errors > fewest) continue;
        fewest = errors;
        slips.emplace_back(t, errors);
    }
    for (const auto& [t, errors] : slips)
        if (errors == fewest) offer(t, errors == 1 ? one_slip : two_slips);
    if (begun || !slips.empty()) return;
    for (size_t t = 0; t < terms_.size(); ++t)
        if (terms_[t].find(typed) != std::string::npos ||
            (typed.size() >= 5 && edit_distance(typed, terms_[t], 1, true) <= 1))
            offer(t, contains);
}

std::vector<Lexicon::Slot> Lexicon::understand(std::string_view query) const {
    const std::vector<std::string> words = telling_words(query), typed = stems(query);
    std::vector<Slot> slots(typed.size());
    for (size_t i = 0; i < typed.size(); ++i) {
        if (const auto found = known_.find(typed[i]); found != known_.end())
            slots[i].meanings.push_back({found->second, 1});
        // Of words that say nothing none is the beginning of one that does.
        if (!ignored_.contains(words[i])) add_likely(words[i], i + 1 == typed.size(), slots[i].meanings);
    }
    for (size_t first = 0; first < typed.size(); ++first)
        for (size_t count = 1; count <= std::min(longest_saying, typed.size() - first); ++count) {
            const auto begin = typed.begin() + static_cast<std::ptrdiff_t>(first);
            const auto same = same_.find({begin, begin + static_cast<std::ptrdiff_t>(count)});
            if (same == same_.end()) continue;
            for (const std::string& stem : same->second)
                if (const auto found = known_.find(stem); found != known_.end())
                    slots[first].meanings.push_back({found->second, means});
        }
    return slots;
}

}  // namespace myomap
