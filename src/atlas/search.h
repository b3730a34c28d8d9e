#pragma once
// Finds muscles (and regions and complaints) by what a person types: part of a name in any language the atlas has, a
// synonym, a body part or a symptom; accents, case and small typing errors do not matter.

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/texts.h"
#include "base/text.h"

namespace myomap {

struct SearchHit {
    int muscle = -1;      // index into Atlas::muscles
    int point = -1;       // index of the trigger point whose text matched, -1 when the muscle's own did
    float score = 0;      // 1 is an exact name, lower is weaker; hits come best first
    std::string matched;  // the text that matched, as written in the atlas: "temporal headache"
};

// One text of something that is not a muscle: a region or a complaint.
struct SearchText {
    int item = -1;     // comes back as SearchHit::muscle
    float weight = 1;  // of a name 1, of less telling texts less
    std::string text;
};

class SearchIndex {
public:
    // The texts of one item follow each other.
    explicit SearchIndex(std::span<const SearchText> texts);

    // Finds the atlas's own texts and those of `others`, more languages: whatever is shown, people type what they know.
    // All are copied; a change of the shown language needs no new index.
    explicit SearchIndex(const Atlas& atlas, const std::vector<const Texts*>& others = {});

    // Every word of the query must match something of the muscle, exactly, as a prefix, or with one typing error in
    // words of 4 letters and more (two from 8); also as the inner part of a word (4 letters and more) or as a prefix
    // with one typing error (5 and more). At most `limit` hits, one per muscle. "" gives none.
    std::vector<SearchHit> find(std::string_view query, int limit = 50) const;

private:
    struct Entry {
        int muscle;
        int point;
        float weight;            // of a name 1, of a symptom less
        std::string text;        // as written in the atlas
        int letters;             // of all its words
        std::vector<int> words;  // indices into words_
    };
    std::vector<Entry> entries_;      // grouped by muscle
    std::vector<std::string> words_;  // every folded word once, so that a query word is compared once with each
    std::unordered_map<std::string, int> known_;  // only while the index is built

    void add(int muscle, int point, float weight, std::string_view text);
    void add_texts(int index, const Muscle& muscle, const Texts& texts);
};

}  // namespace myomap
