#include "atlas/told_signs.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "base/edit_distance.h"
#include "base/text.h"

namespace myomap {

namespace {

constexpr const char* any_part = "body";
constexpr size_t most_words = 60;
constexpr size_t most_between = 2;       // words that say nothing, between two of one saying: "between my legs"
constexpr size_t least_with_a_slip = 6;  // letters

using Stems = std::vector<std::string>;

// "can't", with and without its apostrophe, "can not" and "cannot" are one word.
struct Word {
    std::string one;
    std::string typed;  // folded
};

std::vector<Word> words_of(std::string_view text) {
    const std::string folded = fold(text);
    std::vector<Word> words;
    for (const std::string_view word : split_words(folded)) {
        const bool goes_on = !words.empty() && ((word == "t" && words.back().one.ends_with('n')) ||
                                                (word == "not" && words.back().one == "can"));
        if (!goes_on) {
            words.push_back({word == "cannot" ? std::string("can") + 't' : std::string(word), std::string(word)});
            continue;
        }
        words.back().one += 't';
        words.back().typed += ' ' + std::string(word);
    }
    return words;
}

Stems stems_of(const Stemmer& stemmer, const std::vector<Word>& words) {
    Stems stems;
    for (const Word& word : words) stems.push_back(stemmer.stem(word.one));
    return stems;
}

bool is_said(const std::string& typed, const std::string& meant) {
    if (typed == meant) return true;
    return meant.size() >= least_with_a_slip && typed.size() >= least_with_a_slip && typed.front() == meant.front() &&
           edit_distance(typed, meant, 1) <= 1;
}

// The words of a saying that begins at `first`: the index after its last word.
std::optional<size_t> end_of(const Stems& saying, const Stems& typed, size_t first, const Stems& ignored) {
    size_t at = first;
    for (size_t i = 0; i < saying.size(); ++i) {
        size_t skipped = 0;
        while (at < typed.size() && !is_said(typed[at], saying[i])) {
            if (i == 0 || skipped == most_between || !std::ranges::binary_search(ignored, typed[at])) return {};
            ++skipped, ++at;
        }
        if (at == typed.size()) return {};
        ++at;
    }
    return at;
}

}  // namespace

ToldSigns::ToldSigns(std::span<const SignRule> rules, std::span<const Vocabulary> vocabularies) {
    for (const SignRule& rule : rules) {
        Rule own{rule.sign, {}};
        for (const std::string& idea : rule.ideas) {
            const auto known = std::ranges::find(ideas_, idea);
            own.ideas.push_back(static_cast<int>(known - ideas_.begin()));
            if (known == ideas_.end()) ideas_.push_back(idea);
        }
        rules_.push_back(std::move(own));
    }
    if (rules_.empty()) return;
    for (const Vocabulary& words : vocabularies) {
        Tongue tongue{Stemmer(words.language), {}, {}, {}, {}};
        const auto add_all = [&](const std::vector<std::string>& texts, std::vector<Stems>& to) {
            for (const std::string& text : texts) to.push_back(stems_of(tongue.stemmer, words_of(text)));
        };
        for (const std::string& idea : ideas_) {
            std::vector<Stems>& sayings = tongue.ideas.emplace_back();
            if (const auto found = words.ideas.find(idea); found != words.ideas.end()) add_all(found->second, sayings);
            if (idea == any_part) add_all(words.body, sayings);
        }
        add_all(words.denials, tongue.denials);
        for (const std::string& text : words.body)
            std::ranges::move(stems_of(tongue.stemmer, words_of(text)), std::back_inserter(tongue.body));
        for (const std::string& text : words.ignored)
            std::ranges::move(stems_of(tongue.stemmer, words_of(text)), std::back_inserter(tongue.ignored));
        std::ranges::sort(tongue.body);
        std::ranges::sort(tongue.ignored);
        tongues_.push_back(std::move(tongue));
    }
}

ToldSigns::Reading ToldSigns::read(std::string_view text) const {
    std::vector<Word> words = words_of(text);
    if (words.size() > most_words) words.resize(most_words);
    Reading reading;
    std::vector<bool> is_denied(words.size(), false);
    for (const Tongue& tongue : tongues_) {
        const Stems typed = stems_of(tongue.stemmer, words);
        const auto says_nothing = [&](const std::string& stem) {
            return std::ranges::binary_search(tongue.ignored, stem);
        };
        // Where the last denial before a word begins, with nothing but words that say nothing between the two.
        const auto denied_from = [&](size_t first, size_t least_words) -> std::optional<size_t> {
            for (size_t at = first; at-- > 0;) {
                for (const Stems& denial : tongue.denials)
                    if (denial.size() >= least_words && at + denial.size() <= first &&
                        std::ranges::equal(denial, std::span(typed).subspan(at, denial.size())))
                        return at;
                if (!says_nothing(typed[at])) return {};
            }
            return {};
        };
        std::vector<std::string> said(ideas_.size());  // the words that say each idea
        for (size_t idea = 0; idea < ideas_.size(); ++idea)
            for (const Stems& saying : tongue.ideas[idea])
                for (size_t first = 0; first < typed.size() && said[idea].empty(); ++first) {
                    const auto end = end_of(saying, typed, first, tongue.ignored);
                    if (!end) continue;
                    // "I can't feel my legs" denies no legs; "no chest pain" and "no pain in my chest" do.
                    const bool is_part = std::ranges::all_of(
                        saying, [&](const std::string& stem) { return std::ranges::binary_search(tongue.body, stem); });
                    auto from = denied_from(first, 1);
                    if (is_part && from && (*from + 1 != first || *end == typed.size() || !says_nothing(typed[*end])))
                        from = denied_from(first, 2);
                    if (from) {
                        std::fill(is_denied.begin() + static_cast<std::ptrdiff_t>(*from),
                                  is_denied.begin() + static_cast<std::ptrdiff_t>(*end), true);
                        continue;
                    }
                    for (size_t at = first; at < *end; ++at)
                        said[idea] += std::string(at > first ? " " : "") + words[at].typed;
                }
        for (const Rule& rule : rules_) {
            if (!std::ranges::all_of(rule.ideas, [&](int idea) { return !said[static_cast<size_t>(idea)].empty(); }))
                continue;
            Told told{rule.sign, 0, {}};
            for (const int idea : rule.ideas) {
                told.ideas += ideas_[static_cast<size_t>(idea)] == any_part ? 0.5f : 1.f;
                told.words += (told.words.empty() ? "" : ", ") + said[static_cast<size_t>(idea)];
            }
            const auto known = std::ranges::find(reading.told, rule.sign, &Told::sign);
            if (known == reading.told.end())
                reading.told.push_back(std::move(told));
            else if (known->ideas < told.ideas)
                *known = std::move(told);
        }
    }
    std::ranges::stable_sort(reading.told, [](const Told& a, const Told& b) { return a.ideas > b.ideas; });
    for (size_t i = 0; i < words.size(); ++i)
        if (!is_denied[i]) reading.left += std::string(reading.left.empty() ? "" : " ") + words[i].typed;
    return reading;
}

}  // namespace myomap
