#include "study/typed_name.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>

#include "base/edit_distance.h"
#include "base/text.h"
#include "study/muscle_words.h"

namespace myomap {

namespace {

constexpr int none = std::numeric_limits<int>::max();

using Words = std::vector<std::string>;

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

// Where a muscle is said before one of its parts: "Triceps brachii" of "Triceps brachii, long head", "semispinalis" of
// "Semispinalis capitis". Nothing where the name is no such.
Words head_of(const std::string& name) {
    if (const auto comma = name.find(','); comma != std::string::npos) return name_words(name.substr(0, comma));
    static const Words places = name_words("capitis cervicis thoracis lumborum tete cou thorax lombes colli");
    Words words = name_words(name);
    const auto is_place = [](const std::string& word) { return std::ranges::find(places, word) != places.end(); };
    const auto only_tells = [](const std::string& word) {
        return std::ranges::find(telling_words(), word) != telling_words().end();
    };
    if (std::erase_if(words, is_place) == 0 || std::ranges::all_of(words, only_tells)) return {};
    return words;
}

class Names {
public:
    explicit Names(const Atlas& atlas) {
        for (const Muscle& muscle : atlas.muscles) {
            Entry& entry = entries_.emplace_back();
            entry.parent = muscle.parent;
            for (const std::string& name : names_of(muscle)) {
                add(entry.own, name_words(name));
                add(entry.heads, head_of(name));
            }
        }
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            for (std::size_t k = 0; k < entries_.size(); ++k)
                if (i != k) find_whole(entries_[i], entries_[k]);
            const Muscle& muscle = atlas.muscles[i];
            if (entries_[i].has_parts) {
                add(entries_[i].whole, name_words(atlas.whole_name(muscle)));
                add(entries_[i].whole, name_words(spaced(muscle.parent)));
            }
        }
    }

    std::size_t size() const { return entries_.size(); }
    int errors(const Words& typed, std::size_t muscle) const { return errors(typed, entries_[muscle].own); }
    bool is_called(const Words& typed, std::size_t muscle) const { return typed == entries_[muscle].own.front(); }
    int whole_errors(const Words& typed, std::size_t muscle) const { return errors(typed, entries_[muscle].whole); }

private:
    struct Entry {
        std::string parent;
        bool has_parts = false;         // other rows are of the same muscle
        std::vector<Words> own, heads;  // heads: of what it is a part of, perhaps
        std::vector<Words> whole;       // names of what it is a part of
    };
    std::vector<Entry> entries_;
    std::set<std::string, std::less<>> known_;  // words of all names

    void add(std::vector<Words>& names, Words words) {
        if (words.empty()) return;
        known_.insert(words.begin(), words.end());
        names.push_back(std::move(words));
    }

    // What two parts of one muscle are both called is no name of either, nor is what both names begin with.
    static void find_whole(Entry& entry, const Entry& other) {
        const bool is_part = entry.parent == other.parent;
        entry.has_parts = entry.has_parts || is_part;
        if (is_part)
            for (const Words& name : entry.own)
                if (std::ranges::find(other.own, name) != other.own.end()) entry.whole.push_back(name);
        for (const Words& head : entry.heads)
            if (std::ranges::find(other.heads, head) != other.heads.end()) entry.whole.push_back(head);
    }

    int errors(const Words& typed, const std::vector<Words>& names) const {
        int best = none;
        for (const Words& name : names) best = std::min(best, errors_between(typed, name));
        return best;
    }

    // Letters that one word differs from another by, where it can be a slip of it.
    std::optional<int> slips(const std::string& typed, const std::string& meant) const {
        if (same_word(typed, meant)) return 0;
        if (known_.contains(typed) || is_anatomical(typed)) return {};
        const int length = static_cast<int>(meant.size()), limit = length < 4    ? 0
                                                                   : length < 7  ? 1
                                                                   : length < 11 ? 2
                                                                                 : 3;
        const int found = edit_distance(typed, meant, limit);
        if (found > limit) return {};
        const auto is_nearer = [&](const std::string& other, int by) {
            return !same_word(other, meant) && edit_distance(typed, other, found) <= found - by;
        };
        // As near to a word that tells muscles apart: whoever knows neither would be right.
        if (std::ranges::any_of(telling_words(), [&](const std::string& other) { return is_nearer(other, 0); }))
            return {};
        if (std::ranges::any_of(known_, [&](const std::string& other) { return is_nearer(other, 1); })) return {};
        return found;
    }

    int errors_between(const Words& typed, const Words& name) const {
        if (join(typed, "") == join(name, "")) return 0;  // "infra spinatus"
        if (typed.size() != name.size()) return none;
        Words left = name, odd;
        int letters = 0, all = 0;
        for (const std::string& word : typed) {
            letters += static_cast<int>(word.size());
            const auto same =
                std::ranges::find_if(left, [&](const std::string& other) { return same_word(word, other); });
            if (same == left.end())
                odd.push_back(word);
            else
                left.erase(same);
        }
        for (const std::string& word : odd) {
            auto best = left.end();
            int least = none;
            for (auto it = left.begin(); it != left.end(); ++it)
                if (const auto found = slips(word, *it); found && *found < least) best = it, least = *found;
            if (best == left.end()) return none;
            left.erase(best);
            all += least;
        }
        return all <= std::max(1, letters / 5) ? all : none;
    }
};

// "QL" is as short as names get.
bool is_name(const Words& typed) { return join(typed, "").size() >= 2; }

}  // namespace

int named_muscle(const Atlas& atlas, std::string_view typed) {
    const Words words = name_words(typed);
    int best = -1, least = none;
    if (!is_name(words)) return best;
    const Names names(atlas);
    for (std::size_t i = 0; i < names.size(); ++i)
        if (const int found = names.errors(words, i); found < least) {
            least = found;
            best = static_cast<int>(i);
        }
    return best;
}

Named names_muscle(const Atlas& atlas, std::string_view typed, int muscle) {
    const Words words = name_words(typed);
    if (!is_name(words)) return Named::nothing;
    const Names names(atlas);
    const auto asked = static_cast<std::size_t>(muscle);
    if (names.is_called(words, asked)) return Named::right;
    int others = none;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (i != asked) others = std::min(others, names.errors(words, i));
    const int own = names.errors(words, asked), whole = names.whole_errors(words, asked);
    if (whole != none && whole <= own && whole <= others) return Named::whole;
    return own != none && own <= others ? Named::right : Named::nothing;
}

}  // namespace myomap
