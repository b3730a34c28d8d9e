#include "atlas/search.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <ranges>
#include <unordered_map>

#include "atlas/lexicon.h"
#include "base/text.h"

namespace myomap {

namespace {

// A query longer than this is a text that was pasted by mistake; its beginning decides.
constexpr size_t most_query_bytes = 1000;

constexpr float other_language = 0.96f;
constexpr float exact = 1;              // more for a text that was typed as it is
constexpr float said_whole = 0.5f;      // for one that stands among other words
constexpr float of_all_phrases = 0.5f;  // of the score; the rest is of the best phrase
constexpr float of_body_part = 1.8f;    // a word for a part of the body counts so much more
constexpr float least_of_best = 0.3f;
constexpr float saturation = 4;         // phrases of an item with a word, for half of what the word can give
constexpr float name_from = 0.9f;       // weight of a text that names its item
constexpr float muscle_by_text = 0.9f;  // a described complaint comes before a muscle whose card holds the word
constexpr float region_share = 0.88f;   // and before a region
constexpr float least_alarm = 0.3f, alarm_beside_others = 0.8f, beside_an_alarm = 0.85f;
constexpr size_t most_alarms = 2;
constexpr float told_score = 2;         // of a sign that a rule finds: more than any text gets
constexpr float nearly_all = 0.95f;     // of a phrase
constexpr float sure_meaning = 0.8f;    // of a typed word: itself, what it means, hardly a slip
constexpr float least_of_alarm = 0.6f;  // of what an alarm says has been said

}  // namespace

SearchIndex::SearchIndex(SearchIndex&&) noexcept = default;
SearchIndex::~SearchIndex() = default;

int SearchIndex::lexicon_of(const Language& language, std::span<const Vocabulary> vocabularies) {
    const auto known = std::ranges::find_if(lexicons_, [&](const auto& each) { return each->language() == language; });
    if (known != lexicons_.end()) return static_cast<int>(known - lexicons_.begin());
    const auto words = std::ranges::find(vocabularies, language, &Vocabulary::language);
    Vocabulary none;
    none.language = language;
    lexicons_.push_back(std::make_unique<Lexicon>(words == vocabularies.end() ? none : *words));
    return static_cast<int>(lexicons_.size()) - 1;
}

SearchIndex::SearchIndex(std::span<const SearchText> texts, std::span<const Vocabulary> vocabularies,
                         std::span<const SignRule> rules)
    : told_(rules, vocabularies) {
    std::map<std::pair<SearchKind, int>, int> known;
    for (const SearchText& text : texts) {
        Phrase phrase;
        phrase.lexicon = lexicon_of(text.language, vocabularies);
        phrase.terms = lexicons_[static_cast<size_t>(phrase.lexicon)]->add(text.text);
        if (phrase.terms.empty()) continue;
        const auto [found, is_new] = known.emplace(std::pair{text.kind, text.item}, static_cast<int>(items_.size()));
        if (is_new) items_.push_back({text.kind, text.item});
        phrase.item = found->second;
        phrase.point = text.point;
        phrase.weight = text.weight;
        phrase.text = text.text;
        phrase.folded = fold(text.text);
        phrases_.push_back(std::move(phrase));
    }
    for (const auto& lexicon : lexicons_)
        for (const auto& other : lexicons_)
            if (other != lexicon) lexicon->ignore_words_of(*other);
    for (const auto& lexicon : lexicons_) knowledge_.emplace_back(lexicon->size());
    // How rare a word is, among phrases that name their item and among items.
    std::vector<int> naming(lexicons_.size(), 0);
    for (const Phrase& phrase : phrases_) {
        if (phrase.weight < name_from) continue;
        ++naming[static_cast<size_t>(phrase.lexicon)];
        for (const int term : phrase.terms) {
            Knowledge& about = knowledge_[static_cast<size_t>(phrase.lexicon)][static_cast<size_t>(term)];
            about.in_phrases += 1;
            about.of_items[phrase.item] += 1;
        }
    }
    for (size_t l = 0; l < lexicons_.size(); ++l)
        for (size_t term = 0; term < lexicons_[l]->size(); ++term) {
            Knowledge& about = knowledge_[l][term];
            const float part = lexicons_[l]->is_body(static_cast<int>(term)) ? of_body_part : 1;
            const auto rarity = [&](size_t all, float with) {
                return part * std::log(1 + static_cast<float>(all) / (0.5f + with));
            };
            about.worth = rarity(static_cast<size_t>(naming[l]), about.in_phrases);
            about.worth_of_item = rarity(items_.size(), static_cast<float>(about.of_items.size()));
        }
    for (size_t p = 0; p < phrases_.size(); ++p)
        for (const int term : phrases_[p].terms) {
            Knowledge& about = knowledge_[static_cast<size_t>(phrases_[p].lexicon)][static_cast<size_t>(term)];
            about.phrases.push_back(static_cast<int>(p));
            phrases_[p].worth += about.worth;
            if (!lexicons_[static_cast<size_t>(phrases_[p].lexicon)]->is_body(term))
                phrases_[p].beyond_body += about.worth;
        }
}

struct SearchIndex::Best {
    float phrase = 0;    // of the best phrase
    float covered = 0;   // of the typed words, by all phrases that name the item
    float all = 0;       // how much all phrases have to do with the words
    int text = -1;       // the best phrase
    bool exact = false;  // a phrase is what was typed; of an alarm word for word, else but for what says nothing
    float score() const { return (1 - of_all_phrases) * (0.65f * phrase + 0.35f * covered) + of_all_phrases * all; }
};

// Lays what one language knows of the query over what the others knew.
void SearchIndex::find_in(size_t l, std::string_view folded, float share, std::string_view query,
                          std::vector<Best>& best) const {
    const std::vector<Lexicon::Slot> slots = lexicons_[l]->understand(query);
    if (slots.empty()) return;
    const std::vector<Knowledge>& knowledge = knowledge_[l];
    const auto about = [&](int term) -> const Knowledge& { return knowledge[static_cast<size_t>(term)]; };
    // What the query could give; words that nothing knows cost a little.
    const float unknown = 0.175f * std::log(1 + static_cast<float>(phrases_.size()));
    const float unknown_of_item = 0.35f * std::log(1 + static_cast<float>(items_.size()));
    float whole = 0, whole_of_item = 0;
    for (const Lexicon::Slot& slot : slots) {
        float most = 0, most_of_item = 0;
        for (const auto& [term, weight] : slot.meanings) {
            most = std::max(most, weight * about(term).worth);
            most_of_item = std::max(most_of_item, weight * about(term).worth_of_item);
        }
        whole += most > 0 ? most : unknown;
        whole_of_item += most_of_item > 0 ? most_of_item : unknown_of_item;
    }
    // What each phrase and each item gives for each word.
    std::unordered_map<int, std::vector<float>> by_phrase, by_item, covered;
    std::unordered_map<int, std::vector<float>> beyond_body;  // by phrase, of words that name no part of the body
    const auto raise = [&](std::unordered_map<int, std::vector<float>>& of, int key, size_t slot, float value) {
        std::vector<float>& values = of.try_emplace(key, slots.size(), 0.f).first->second;
        values[slot] = std::max(values[slot], value);
    };
    for (size_t s = 0; s < slots.size(); ++s)
        for (const auto& [term, weight] : slots[s].meanings) {
            for (const int p : about(term).phrases) {
                const Phrase& phrase = phrases_[static_cast<size_t>(p)];
                // "lu" begins "lumière", but tells of no light that hurts.
                if (weight < sure_meaning && items_[static_cast<size_t>(phrase.item)].kind == SearchKind::warning)
                    continue;
                const float value = weight * about(term).worth;
                raise(by_phrase, p, s, value);
                if (!lexicons_[l]->is_body(term)) raise(beyond_body, p, s, value);
                raise(covered, phrase.item, s, value * (phrase.weight >= name_from ? 1 : 0.5f));
            }
            for (const auto& [item, count] : about(term).of_items)
                raise(by_item, item, s, weight * about(term).worth_of_item * count / (count + saturation));
        }
    const auto sum = [](const std::vector<float>& values) {
        return std::accumulate(values.begin(), values.end(), 0.f);
    };
    for (const auto& [p, values] : by_phrase) {
        const Phrase& phrase = phrases_[static_cast<size_t>(p)];
        const float given = sum(values), of_query = given / whole;
        const auto said_beyond = beyond_body.find(p);
        const float beyond = said_beyond == beyond_body.end() ? 0 : sum(said_beyond->second);
        // A part of the body alone raises no alarm, unless the alarm says no more itself: "chest pain".
        const SearchKind kind = items_[static_cast<size_t>(phrase.item)].kind;
        const bool is_alarm = kind == SearchKind::warning;
        if (is_alarm && given < least_of_alarm * phrase.worth) continue;
        if (is_alarm && beyond < least_of_alarm * phrase.beyond_body) continue;
        float score = of_query * std::pow(std::min(1.f, given / phrase.worth), 0.3f) * phrase.weight * share;
        if (phrase.folded == folded)
            score += exact;
        else if (kind == SearchKind::complaint && of_query < nearly_all && phrase.weight >= name_from &&
                 given >= nearly_all * phrase.worth && beyond > 0)
            score += said_whole;
        Best& to = best[static_cast<size_t>(phrase.item)];
        const bool all_said =
            !is_alarm && of_query >= nearly_all && given >= nearly_all * phrase.worth && phrase.weight >= name_from;
        to.exact = to.exact || phrase.folded == folded || all_said;
        if (score > to.phrase) to.phrase = score, to.text = p;
    }
    for (const auto& [item, values] : covered)
        best[static_cast<size_t>(item)].covered =
            std::max(best[static_cast<size_t>(item)].covered, share * sum(values) / whole);
    for (const auto& [item, values] : by_item)
        best[static_cast<size_t>(item)].all =
            std::max(best[static_cast<size_t>(item)].all, share * sum(values) / whole_of_item);
}

// A sign that a rule finds is told, however the words sound.
void SearchIndex::add_told(const std::vector<ToldSigns::Told>& told, std::vector<SearchHit>& alarms) const {
    std::vector<SearchHit> all;
    for (const ToldSigns::Told& sign : told)
        all.push_back({SearchKind::warning, sign.sign, -1, told_score + sign.ideas, sign.words});
    for (const SearchHit& alarm : alarms)
        if (std::ranges::find(told, alarm.item, &ToldSigns::Told::sign) == told.end()) all.push_back(alarm);
    alarms = std::move(all);
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, int limit, const Language& shown) const {
    const ToldSigns::Reading reading = told_.read(query.substr(0, most_query_bytes));
    const std::string& folded = reading.left;
    if (folded.empty() || limit <= 0) return {};
    query = folded;
    std::vector<Best> best(items_.size());
    for (size_t l = 0; l < lexicons_.size(); ++l)
        find_in(l, folded, lexicons_[l]->language() == shown ? 1 : other_language, query, best);

    // Who types a name asks for what has it, not for help: then only an alarm of the same words is shown.
    const bool named = std::ranges::any_of(std::views::iota(size_t{0}, items_.size()), [&](size_t i) {
        return best[i].exact && items_[i].kind != SearchKind::warning;
    });
    std::vector<SearchHit> hits, alarms;
    for (size_t i = 0; i < items_.size(); ++i) {
        if (best[i].text < 0) continue;
        if (named && items_[i].kind == SearchKind::warning && !best[i].exact) continue;
        const Phrase& phrase = phrases_[static_cast<size_t>(best[i].text)];
        float score = best[i].score();
        if (items_[i].kind == SearchKind::muscle && best[i].phrase < 1) score *= muscle_by_text;
        if (items_[i].kind == SearchKind::region) score *= region_share;
        (items_[i].kind == SearchKind::warning ? alarms : hits)
            .push_back({items_[i].kind, items_[i].index, phrase.point, score, phrase.text});
    }
    const auto by_score = [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; };
    std::ranges::stable_sort(hits, by_score);
    std::ranges::stable_sort(alarms, by_score);
    // Better one warning too many than one too few, but not one under every complaint.
    const float beside = hits.empty() ? 0 : hits.front().score;
    std::erase_if(alarms, [&](const SearchHit& alarm) {
        return alarm.score < least_alarm || alarm.score < alarm_beside_others * beside;
    });
    std::erase_if(alarms, [&](const SearchHit& alarm) { return alarm.score < beside_an_alarm * alarms.front().score; });
    add_told(reading.told, alarms);
    if (alarms.size() > most_alarms) alarms.resize(most_alarms);
    // What fits far worse than the best is no answer.
    std::erase_if(hits, [&](const SearchHit& hit) { return hit.score < least_of_best * beside; });
    hits.insert(hits.begin(), alarms.begin(), alarms.end());
    if (hits.size() > static_cast<size_t>(limit)) hits.resize(static_cast<size_t>(limit));
    return hits;
}

}  // namespace myomap
