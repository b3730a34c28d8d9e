#pragma once
// Finds complaints, muscles, skin regions and warning signs by what a person types: a sentence, a name in any language
// the program speaks, an abbreviation. Accents, case, endings and small typing errors do not matter.
//
// Each text of an item is a phrase. Of the typed words those that say nothing are dropped; each other one counts more
// the rarer it is, and the more when it names a part of the body. An item's score is half how well its best phrase
// fits, half how much all of its phrases have to do with the words. Snowball gives the stems.

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/language.h"
#include "atlas/told_signs.h"
#include "atlas/vocabulary.h"

namespace myomap {

class Lexicon;

enum class SearchKind { complaint, muscle, region, warning };

constexpr const char* to_text(SearchKind kind) {
    return kind == SearchKind::complaint ? "complaint"
           : kind == SearchKind::muscle  ? "muscle"
           : kind == SearchKind::region  ? "region"
                                         : "warning";
}

struct SearchText {
    SearchKind kind{};
    int item = -1;     // index of whatever list the caller has
    int point = -1;    // of a muscle, the trigger point that the text is about
    float weight = 1;  // of a name 1, of less telling texts less
    Language language;
    std::string text;
};

struct SearchHit {
    SearchKind kind{};
    int item = -1;
    int point = -1;       // of the text that matched, where it is about one
    float score = 0;      // an exact name more than 1, others less; hits come best first, warning signs before all
    std::string matched;  // the text that fits best, as it was given
};

class SearchIndex {
public:
    // A vocabulary of each language says which words are ignored and which mean the same; it may be missing. `rules`:
    // of the warning signs among the texts.
    explicit SearchIndex(std::span<const SearchText> texts, std::span<const Vocabulary> vocabularies = {},
                         std::span<const SignRule> rules = {});
    SearchIndex(SearchIndex&&) noexcept;
    ~SearchIndex();

    // At most `limit` hits, one an item; "" gives none. Texts of the language that is shown come before equal ones of
    // another. Warning signs are among the hits only where the words tell of one: then they come first, those that a
    // rule finds before those that only sound alike. What the words deny ("no fever") is not looked for.
    std::vector<SearchHit> find(std::string_view query, int limit = 50, const Language& shown = {}) const;

private:
    struct Item {
        SearchKind kind{};
        int index = -1;
    };
    struct Phrase {
        int item;  // index into items_
        int lexicon;
        int point;
        float weight;
        std::string text, folded;
        std::vector<int> terms;  // each once
        float worth = 0;         // of all its terms
        float beyond_body = 0;   // of those that name no part of the body
    };
    struct Knowledge {                  // about a term
        float in_phrases = 0;           // that name their item
        std::map<int, float> of_items;  // in how many such phrases of each item
        std::vector<int> phrases;       // all
        float worth = 0, worth_of_item = 0;
    };
    struct Best;
    ToldSigns told_;
    std::vector<Item> items_;
    std::vector<Phrase> phrases_;
    std::vector<std::unique_ptr<Lexicon>> lexicons_;  // one a language

    std::vector<std::vector<Knowledge>> knowledge_;  // by lexicon and term

    void find_in(size_t lexicon, std::string_view folded, float share, std::string_view query,
                 std::vector<Best>& best) const;
    void add_told(const std::vector<ToldSigns::Told>& told, std::vector<SearchHit>& alarms) const;
    int lexicon_of(const Language& language, std::span<const Vocabulary> vocabularies);
};

}  // namespace myomap
