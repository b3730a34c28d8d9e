#include "atlas/search_texts.h"

#include <algorithm>

namespace myomap {

namespace {

// How much a kind of text says about what its item is.
constexpr float name_weight = 1;
constexpr float synonym_weight = 0.97f;
constexpr float region_name_weight = 0.93f;
constexpr float id_weight = 0.9f;
constexpr float symptom_weight = 0.6f;
constexpr float point_id_weight = 0.55f;
constexpr float zone_weight = 0.45f;
constexpr float place_weight = 0.4f;
constexpr float part_weight = 0.35f;
constexpr float nerve_weight = 0.3f;

// A name as it is written, without what explains it in brackets, and without the word that French begins it with:
// "Muscle droit fémoral".
std::vector<std::string> ways_to_say(const std::string& name) {
    std::vector<std::string> ways{name.substr(0, name.find(" ("))};
    if (ways.front() != name) ways.push_back(name);
    for (const std::string_view first : {"Muscle ", "Muscles "})
        if (ways.front().starts_with(first)) ways.push_back(ways.front().substr(first.size()));
    return ways;
}

class MuscleTextsOf {
public:
    MuscleTextsOf(int muscle, const Language& language, std::vector<SearchText>& texts)
        : muscle_(muscle), language_(language), texts_(texts) {}

    void add(int point, float weight, const std::string& text) {
        if (!text.empty()) texts_.push_back({SearchKind::muscle, muscle_, point, weight, language_, text});
    }
    void add(int point, float weight, const std::vector<std::string>& texts) {
        for (const std::string& text : texts) add(point, weight, text);
    }
    void add(int point, float weight, const ProseList& texts) {
        if (texts) add(point, weight, *texts);
    }

private:
    int muscle_;
    Language language_;
    std::vector<SearchText>& texts_;
};

void add_own(const Atlas& atlas, int index, std::vector<SearchText>& texts) {
    const Muscle& muscle = atlas.muscles[static_cast<size_t>(index)];
    MuscleTextsOf to(index, atlas.language, texts);
    to.add(-1, name_weight, ways_to_say(muscle.name));
    to.add(-1, synonym_weight, muscle.latin);
    to.add(-1, synonym_weight, muscle.synonyms);
    to.add(-1, id_weight, muscle.id);
    to.add(-1, id_weight, muscle.fma);
    if (const auto parent = atlas.parents.find(muscle.parent); parent != atlas.parents.end())
        to.add(-1, id_weight, parent->second);
    to.add(-1, symptom_weight, muscle.symptoms);
    const auto region = std::ranges::find(atlas.regions, muscle.region, &Region::id);
    if (region != atlas.regions.end()) to.add(-1, part_weight, region->name);
    to.add(-1, nerve_weight, muscle.innervation);
    for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p) {
        const TriggerPoint& point = muscle.trigger_points[static_cast<size_t>(p)];
        to.add(p, point_id_weight, muscle.id + "/" + point.id);
        to.add(p, place_weight, point.place);
        to.add(p, symptom_weight, point.symptoms);
        for (const Zone& zone : point.zones) {
            to.add(p, zone_weight, zone.words);
            to.add(p, zone_weight, zone.names);
        }
    }
}

void add_other(const Texts& texts, const Muscle& muscle, int index, std::vector<SearchText>& to_texts) {
    MuscleTextsOf to(index, texts.language, to_texts);
    if (const auto region = texts.regions.find(muscle.region); region != texts.regions.end())
        to.add(-1, part_weight, region->second);
    if (const auto parent = texts.parents.find(muscle.parent); parent != texts.parents.end())
        to.add(-1, id_weight, parent->second);
    const auto found = texts.muscles.find(muscle.id);
    if (found == texts.muscles.end()) return;
    const MuscleTexts& own = found->second;
    if (own.name) to.add(-1, name_weight, ways_to_say(*own.name));
    to.add(-1, synonym_weight, own.synonyms);
    to.add(-1, symptom_weight, own.symptoms);
    for (int p = 0; p < static_cast<int>(muscle.trigger_points.size()); ++p) {
        const auto point = own.points.find(muscle.trigger_points[static_cast<size_t>(p)].id);
        if (point == own.points.end()) continue;
        to.add(p, symptom_weight, point->second.symptoms);
        to.add(p, zone_weight, point->second.zones);
        if (point->second.zone_names)
            for (const auto& names : *point->second.zone_names) to.add(p, zone_weight, names);
    }
}

}  // namespace

void add_muscle_texts(const Atlas& atlas, std::span<const Texts* const> others, std::vector<SearchText>& texts) {
    for (int m = 0; m < static_cast<int>(atlas.muscles.size()); ++m) {
        add_own(atlas, m, texts);
        for (const Texts* other : others)
            if (other->language != atlas.language) add_other(*other, atlas.muscles[static_cast<size_t>(m)], m, texts);
    }
}

void add_complaint_texts(const SymptomIndex& symptoms, std::vector<SearchText>& texts) {
    for (int i = 0; i < static_cast<int>(symptoms.symptoms.size()); ++i)
        for (const auto& [code, words] : symptoms.symptoms[static_cast<size_t>(i)].text) {
            const Language language(code);
            const auto add = [&](float weight, const std::string& text) {
                texts.push_back({SearchKind::complaint, i, -1, weight, language, text});
            };
            add(name_weight, words.plain);
            add(name_weight, words.clinical);
            for (const std::string& text : words.synonyms) add(synonym_weight, text);
        }
}

void add_region_texts(const RegionSet& regions, std::vector<SearchText>& texts) {
    for (int i = 0; i < static_cast<int>(regions.regions.size()); ++i)
        for (const auto& [language, names] : regions.regions[static_cast<size_t>(i)].names)
            for (const std::string& text : {names.plain, names.clinical})
                texts.push_back({SearchKind::region, i, -1, region_name_weight, Language(language), text});
}

void add_phrases(const Vocabulary& words, const Atlas& atlas, const SymptomIndex* symptoms, const RegionSet* regions,
                 std::vector<SearchText>& texts) {
    const auto add = [&](SearchKind kind, const Vocabulary::Phrases& phrases, float weight, const auto& index_of) {
        for (const auto& [id, list] : phrases) {
            const int index = index_of(id);
            if (index < 0) continue;
            for (const std::string& text : list) texts.push_back({kind, index, -1, weight, words.language, text});
        }
    };
    const auto index_in = [](const auto& list) {
        return [&list](std::string_view id) {
            const auto found = std::ranges::find_if(list, [&](const auto& each) { return each.id == id; });
            return found == list.end() ? -1 : static_cast<int>(found - list.begin());
        };
    };
    add(SearchKind::muscle, words.muscles, synonym_weight, index_in(atlas.muscles));
    if (symptoms) add(SearchKind::complaint, words.complaints, synonym_weight, index_in(symptoms->symptoms));
    if (symptoms) add(SearchKind::warning, words.warnings, name_weight, index_in(symptoms->red_flags));
    if (regions) add(SearchKind::region, words.regions, id_weight, index_in(regions->regions));
}

std::vector<SignRule> sign_rules(const SymptomIndex& symptoms) {
    std::vector<SignRule> rules;
    for (int i = 0; i < static_cast<int>(symptoms.red_flags.size()); ++i)
        for (const auto& ideas : symptoms.red_flags[static_cast<size_t>(i)].told_by) rules.push_back({i, ideas});
    return rules;
}

}  // namespace myomap
