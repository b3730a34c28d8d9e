// Lays words over what they are about.

#include <algorithm>

#include "atlas/regions.h"
#include "atlas/symptoms.h"
#include "atlas/texts.h"

namespace myomap {

namespace {

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

// What `wanted` says, or `fallback`, or nothing.
template <typename Owner, typename Value>
Value pick(const Owner* wanted, const Owner* fallback, std::optional<Value> Owner::*member) {
    if (wanted && wanted->*member) return *(wanted->*member);
    if (fallback && fallback->*member) return *(fallback->*member);
    return {};
}

using Names = std::map<std::string, std::string, std::less<>>;
std::string pick_name(const Names& wanted, const Names& fallback, std::string_view id) {
    if (const auto* name = find(wanted, id)) return *name;
    if (const auto* name = find(fallback, id)) return *name;
    return "";
}

void apply(const PointTexts* wanted, const PointTexts* fallback, TriggerPoint& point) {
    point.place = pick(wanted, fallback, &PointTexts::place);
    point.symptoms = pick(wanted, fallback, &PointTexts::symptoms);
    point.note = pick(wanted, fallback, &PointTexts::note);
    // A list that does not fit would put words to the wrong zones.
    const auto list = [&](const PointTexts* texts, ProseList PointTexts::*member) -> const std::vector<std::string>* {
        if (!texts || !(texts->*member)) return nullptr;
        const std::vector<std::string>& all = *(texts->*member);
        return static_cast<int>(all.size()) == point.zones_in_file ? &all : nullptr;
    };
    const bool translated = list(wanted, &PointTexts::zones) != nullptr;
    const PointTexts* from = translated ? wanted : fallback;
    const auto *zones = list(from, &PointTexts::zones), *plain = list(from, &PointTexts::zones_plain);
    // Plain words are those of the language of the others.
    const PointTexts* place_from = wanted && wanted->place ? wanted : fallback;
    point.place_plain = place_from && place_from->place_plain ? *place_from->place_plain : "";
    for (Zone& zone : point.zones) {
        const auto number = static_cast<std::size_t>(zone.number);
        zone.words = zones ? zones->at(number) : "";
        zone.words_plain = plain ? plain->at(number) : "";
        zone.names.clear();
        for (const PointTexts* texts : {wanted, fallback}) {
            if (!zone.names.empty() || !texts || !texts->zone_names || texts->zone_names->size() <= number) continue;
            zone.names = texts->zone_names->at(number);
            if (zone.names.size() == 1) zone.names.resize(zone.strokes.size(), std::string(zone.names.front()));
        }
    }
}

void apply(const MuscleTexts* wanted, const MuscleTexts* fallback, Muscle& muscle) {
    const auto fill = [&](auto& text, auto MuscleTexts::*member) { text = pick(wanted, fallback, member); };
    fill(muscle.name, &MuscleTexts::name);
    if (muscle.name.empty()) muscle.name = muscle.latin.empty() ? muscle.id : muscle.latin;
    fill(muscle.synonyms, &MuscleTexts::synonyms);
    fill(muscle.origin.words, &MuscleTexts::origin);
    fill(muscle.insertion.words, &MuscleTexts::insertion);
    fill(muscle.action, &MuscleTexts::action);
    fill(muscle.does, &MuscleTexts::does);
    fill(muscle.innervation, &MuscleTexts::innervation);
    fill(muscle.symptoms, &MuscleTexts::symptoms);
    fill(muscle.overload, &MuscleTexts::overload);
    fill(muscle.signs, &MuscleTexts::signs);
    fill(muscle.confused_with, &MuscleTexts::confused_with);
    fill(muscle.self_care, &MuscleTexts::self_care);
    fill(muscle.needling_caution, &MuscleTexts::needling_caution);
    fill(muscle.note, &MuscleTexts::note);
    for (TriggerPoint& point : muscle.trigger_points)
        apply(wanted ? find(wanted->points, point.id) : nullptr, fallback ? find(fallback->points, point.id) : nullptr,
              point);
}

}  // namespace

// A whole muscle that is a row itself has its name there.
std::vector<std::string_view> parents_of(const Atlas& atlas) {
    std::vector<std::string_view> rows, parents;
    for (const Muscle& muscle : atlas.muscles) rows.push_back(muscle.id);
    std::ranges::sort(rows);
    for (const Muscle& muscle : atlas.muscles)
        if (!std::ranges::binary_search(rows, std::string_view(muscle.parent)) &&
            std::ranges::find(parents, muscle.parent) == parents.end())
            parents.push_back(muscle.parent);
    return parents;
}

void add_words(const Texts& texts, RegionSet& regions) {
    for (SkinRegion& one : regions.regions)
        if (const RegionNames* names = find(texts.skin_regions, one.id)) one.names[texts.language.code()] = *names;
}

void add_words(const Texts& texts, SymptomIndex& symptoms) {
    for (Symptom& one : symptoms.symptoms)
        if (const SymptomText* text = find(texts.symptoms, one.id)) one.text[texts.language.code()] = *text;
    for (RedFlag& one : symptoms.red_flags) {
        if (const std::string* text = find(texts.red_flags, one.id)) one.text[texts.language.code()] = *text;
        if (const std::string* text = find(texts.red_flags_brief, one.id)) one.brief[texts.language.code()] = *text;
    }
}

void apply_texts(const Texts& wanted, const Texts& fallback, Atlas& atlas) {
    atlas.language = wanted.language;
    for (Region& region : atlas.regions) region.name = pick_name(wanted.regions, fallback.regions, region.id);
    atlas.parents.clear();
    for (const auto parent : parents_of(atlas))
        atlas.parents.emplace(parent, pick_name(wanted.parents, fallback.parents, parent));
    atlas.structures = fallback.structures;
    for (const auto& [id, name] : wanted.structures) atlas.structures[id] = name;
    for (auto& [key, source] : atlas.sources) {
        const std::string* note = find(wanted.source_notes, key);
        source.note = note ? *note : source.english_note;
    }
    for (Muscle& muscle : atlas.muscles)
        apply(find(wanted.muscles, muscle.id), find(fallback.muscles, muscle.id), muscle);
}

}  // namespace myomap
