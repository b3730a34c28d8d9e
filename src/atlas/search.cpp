#include "atlas/search.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/edit_distance.h"
#include "base/text.h"

namespace myomap {

namespace {

// How much a kind of text says about what its muscle is.
constexpr float name_weight = 1;
constexpr float latin_weight = 0.95f;
constexpr float synonym_weight = 0.9f;
constexpr float id_weight = 0.85f;
constexpr float parent_weight = 0.8f;
constexpr float symptom_weight = 0.6f;
constexpr float point_id_weight = 0.55f;
constexpr float zone_weight = 0.45f;
constexpr float place_weight = 0.4f;
constexpr float region_weight = 0.35f;
constexpr float innervation_weight = 0.3f;

// A query longer than this is a text that was pasted by mistake; its beginning decides.
constexpr std::size_t most_query_bytes = 1000;
constexpr std::size_t most_query_words = 16;

// Matches in different texts of a muscle count a little less than in one text.
constexpr float scattered = 0.9f;

std::vector<std::string_view> split(std::string_view folded) {
    std::vector<std::string_view> words;
    while (!folded.empty()) {
        const auto blank = folded.find(' ');
        words.push_back(folded.substr(0, blank));
        folded.remove_prefix(blank == std::string_view::npos ? folded.size() : blank + 1);
    }
    return words;
}

bool has_digit(std::string_view word) {
    return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 1 for the word itself, less for weaker likeness, 0 for none.
float likeness(std::string_view typed, std::string_view word, bool typed_has_digit) {
    if (word.starts_with(typed))
        return 0.75f + 0.25f * static_cast<float>(typed.size()) / static_cast<float>(word.size());
    if (typed.size() < 4) return 0;
    if (word.size() > typed.size() && word.find(typed) != std::string_view::npos) return 0.5f;
    if (typed_has_digit) return 0;  // C5 is no slip of C4
    const int allowed = typed.size() >= 8 ? 2 : 1;
    const int errors = edit_distance(typed, word, allowed);
    if (errors <= allowed) return errors == 1 ? 0.7f : 0.55f;
    if (typed.size() >= 5 && edit_distance(typed, word, 1, true) <= 1) return 0.45f;
    return 0;
}

struct Best {
    float score = 0;
    int entry = -1;

    void offer(float other, int index) {
        if (other > score) *this = {other, index};
    }
};

}  // namespace

void SearchIndex::add(int muscle, int point, float weight, std::string_view text) {
    Entry entry{muscle, point, weight, std::string(text), 0, {}};
    const std::string folded = fold(text);
    for (const auto word : split(folded)) {
        const auto [found, is_new] = known_.emplace(word, static_cast<int>(words_.size()));
        if (is_new) words_.emplace_back(word);
        entry.words.push_back(found->second);
        entry.letters += static_cast<int>(word.size());
    }
    if (!entry.words.empty()) entries_.push_back(std::move(entry));
}

SearchIndex::SearchIndex(std::span<const SearchText> texts) {
    for (const SearchText& one : texts) add(one.item, -1, one.weight, one.text);
    known_ = {};
}

SearchIndex::SearchIndex(const Atlas& atlas, const std::vector<const Texts*>& others) {
    std::unordered_map<std::string_view, std::string_view> region_names;
    for (const Region& region : atlas.regions) region_names.emplace(region.id, region.name);

    for (int m = 0; m < static_cast<int>(atlas.muscles.size()); ++m) {
        const auto add_text = [&](int point, float weight, std::string_view text) { add(m, point, weight, text); };
        const auto add_list = [&](int point, float weight, const std::vector<std::string>& texts) {
            for (const std::string& text : texts) add_text(point, weight, text);
        };
        const Muscle& muscle = atlas.muscles[static_cast<std::size_t>(m)];
        add_text(-1, name_weight, muscle.name);
        add_text(-1, latin_weight, muscle.latin);
        add_list(-1, synonym_weight, muscle.synonyms);
        add_text(-1, id_weight, muscle.id);
        add_text(-1, parent_weight, muscle.parent);
        if (const auto parent = atlas.parents.find(muscle.parent); parent != atlas.parents.end())
            add_text(-1, parent_weight, parent->second);
        add_list(-1, symptom_weight, muscle.symptoms);
        if (const auto region = region_names.find(muscle.region); region != region_names.end())
            add_text(-1, region_weight, region->second);
        add_text(-1, innervation_weight, muscle.innervation);
        for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p) {
            const TriggerPoint& point = muscle.trigger_points[static_cast<std::size_t>(p)];
            add_text(p, point_id_weight, muscle.id + "/" + point.id);
            add_text(p, place_weight, point.place);
            add_list(p, symptom_weight, point.symptoms);
            for (const Zone& zone : point.zones) {
                add_text(p, zone_weight, zone.words);
                add_list(p, zone_weight, zone.names);
            }
        }

        for (const Texts* other : others)
            if (other->language != atlas.language) add_texts(m, muscle, *other);
    }
    known_ = {};
}

void SearchIndex::add_texts(int m, const Muscle& muscle, const Texts& texts) {
    const auto add_list = [&](int point, float weight, const ProseList& list) {
        if (!list) return;
        for (const std::string& text : *list) add(m, point, weight, text);
    };
    if (const auto region = texts.regions.find(muscle.region); region != texts.regions.end())
        add(m, -1, region_weight, region->second);
    if (const auto parent = texts.parents.find(muscle.parent); parent != texts.parents.end())
        add(m, -1, parent_weight, parent->second);
    const auto found = texts.muscles.find(muscle.id);
    if (found == texts.muscles.end()) return;
    const MuscleTexts& own = found->second;
    if (own.name) add(m, -1, name_weight, *own.name);
    add_list(-1, synonym_weight, own.synonyms);
    add_list(-1, symptom_weight, own.symptoms);
    for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p) {
        const auto point = own.points.find(muscle.trigger_points[static_cast<std::size_t>(p)].id);
        if (point == own.points.end()) continue;
        add_list(p, symptom_weight, point->second.symptoms);
        add_list(p, zone_weight, point->second.zones);
        if (point->second.zone_names)
            for (const auto& names : *point->second.zone_names) add_list(p, zone_weight, names);
    }
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, int limit) const {
    const std::string folded = fold(query.substr(0, most_query_bytes));
    auto typed = split(folded);
    if (typed.size() > most_query_words) typed.resize(most_query_words);
    if (typed.empty() || limit <= 0) return {};

    // likenesses[q * words + w]
    std::vector<float> likenesses(typed.size() * words_.size());
    float typed_letters = 0;
    for (std::size_t q = 0; q < typed.size(); ++q) {
        typed_letters += static_cast<float>(typed[q].size());
        const bool digit = has_digit(typed[q]);
        bool any = false;
        for (std::size_t w = 0; w < words_.size(); ++w) {
            const float value = likeness(typed[q], words_[w], digit);
            likenesses[q * words_.size() + w] = value;
            any = any || value > 0;
        }
        if (!any) return {};
    }

    std::vector<SearchHit> hits;
    std::vector<Best> best_for_word(typed.size());
    for (std::size_t begin = 0; begin < entries_.size();) {
        const int muscle = entries_[begin].muscle;
        std::size_t end = begin;
        std::fill(best_for_word.begin(), best_for_word.end(), Best{});
        Best whole;  // all words in one text
        for (; end < entries_.size() && entries_[end].muscle == muscle; ++end) {
            const Entry& entry = entries_[end];
            const float covered = std::min(1.0f, typed_letters / static_cast<float>(entry.letters));
            const float weight = entry.weight * (0.85f + 0.15f * covered);
            float sum = 0;
            bool all = true;
            for (std::size_t q = 0; q < typed.size(); ++q) {
                float like = 0;
                for (const int w : entry.words)
                    like = std::max(like, likenesses[q * words_.size() + static_cast<std::size_t>(w)]);
                if (like == 0) {
                    all = false;
                    continue;
                }
                const float score = weight * like;
                best_for_word[q].offer(score, static_cast<int>(end));
                sum += score * static_cast<float>(typed[q].size());
            }
            if (all) whole.offer(sum / typed_letters, static_cast<int>(end));
        }
        begin = end;

        // Scattered over several texts: a word that only one of the muscle's points knows decides for that point.
        float sum = 0;
        Best strongest;
        Best strongest_of_point;
        bool all = true;
        for (std::size_t q = 0; q < typed.size(); ++q) {
            const float score = best_for_word[q].score * static_cast<float>(typed[q].size());
            all = all && score > 0;
            sum += score;
            strongest.offer(score, best_for_word[q].entry);
            if (score > 0 && entries_[static_cast<std::size_t>(best_for_word[q].entry)].point >= 0)
                strongest_of_point.offer(score, best_for_word[q].entry);
        }
        if (!all) continue;
        Best best = whole;
        best.offer(scattered * sum / typed_letters,
                   strongest_of_point.entry >= 0 ? strongest_of_point.entry : strongest.entry);
        const Entry& entry = entries_[static_cast<std::size_t>(best.entry)];
        hits.push_back({muscle, entry.point, best.score, entry.text});
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
    if (hits.size() > static_cast<std::size_t>(limit)) hits.resize(static_cast<std::size_t>(limit));
    return hits;
}

}  // namespace myomap
