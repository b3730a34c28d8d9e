#include "atlas/texts.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/phrases.h"
#include "base/json_fields.h"

namespace myomap {

using nlohmann::json;

namespace {

template <typename Owner>
struct ProseKey {
    std::string_view key;
    Prose Owner::*member;
    bool required = true;
};

template <typename Owner>
struct ListKey {
    std::string_view key;
    ProseList Owner::*member;
    bool required = true;
};

constexpr ProseKey<MuscleTexts> muscle_prose[] = {
    {"name", &MuscleTexts::name},
    {"origin", &MuscleTexts::origin},
    {"insertion", &MuscleTexts::insertion},
    {"action", &MuscleTexts::action},
    {"innervation", &MuscleTexts::innervation},
    {"needling_caution", &MuscleTexts::needling_caution},
    {"note", &MuscleTexts::note, false},
};

constexpr ListKey<MuscleTexts> muscle_lists[] = {
    {"synonyms", &MuscleTexts::synonyms},   {"symptoms", &MuscleTexts::symptoms},
    {"overload", &MuscleTexts::overload},   {"signs", &MuscleTexts::signs},
    {"self_care", &MuscleTexts::self_care}, {"confused_with", &MuscleTexts::confused_with},
};

constexpr ProseKey<PointTexts> point_prose[] = {{"place", &PointTexts::place}, {"note", &PointTexts::note, false}};
constexpr ListKey<PointTexts> point_lists[] = {{"zones", &PointTexts::zones},
                                               {"symptoms", &PointTexts::symptoms, false}};

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

template <typename Map>
std::vector<std::string_view> keys_of(const Map& map) {
    std::vector<std::string_view> keys;
    for (const auto& [key, value] : map) keys.push_back(key);
    return keys;
}

std::string_view id_of(const Region& region) { return region.id; }
std::string_view id_of(const Muscle& muscle) { return muscle.id; }
std::string_view id_of(const TriggerPoint& point) { return point.id; }

template <typename Item>
std::vector<std::string_view> ids_of(const std::vector<Item>& items) {
    std::vector<std::string_view> ids;
    for (const Item& item : items) ids.push_back(id_of(item));
    return ids;
}

// Ids of whole muscles that are no row of their own, and so need a name.
std::vector<std::string_view> parents_of(const Atlas& atlas) {
    std::vector<std::string_view> rows = ids_of(atlas.muscles), parents;
    std::ranges::sort(rows);
    for (const Muscle& muscle : atlas.muscles)
        if (!std::ranges::binary_search(rows, std::string_view(muscle.parent)) &&
            std::ranges::find(parents, muscle.parent) == parents.end())
            parents.push_back(muscle.parent);
    return parents;
}

class TextReader {
public:
    TextReader(const TextScope& scope, ProblemLog& log) : scope_(scope), log_(log) {}

    Texts read(const json& root, const std::string& stem) {
        const Place top;
        Fields fields(root, top, log_,
                      {"$schema", "format", "format_version", "language", "license", "regions", "parents", "structures",
                       "muscles"});
        if (!read_format(fields, "myomap-text", 1)) return {};
        texts_.language = fields.choice("language", {Language::en, Language::fr});
        if (const auto named = language_of(stem); fields.ok() && named && *named != texts_.language)
            log_.error(fields.place("language"), "\"" + stem + "\", as the file is called", root["language"]);
        fields.prose("license");
        const bool to_compare = scope_.atlas != nullptr;
        names(fields, root, "regions", texts_.regions, english(&Texts::regions),
              to_compare ? ids_of(scope_.atlas->regions) : std::vector<std::string_view>{}, "region");
        names(fields, root, "parents", texts_.parents, english(&Texts::parents),
              to_compare ? parents_of(*scope_.atlas) : std::vector<std::string_view>{}, "parent");
        // A dataset knows nothing of tendons and fasciae, so its texts need not name them.
        if (root.contains("structures"))
            names(fields, root, "structures", texts_.structures, english(&Texts::structures),
                  scope_.english ? keys_of(scope_.english->structures) : std::vector<std::string_view>{}, "");
        muscles(fields, root);
        if (texts_.language == Language::fr) space_french();
        return std::move(texts_);
    }

private:
    void space_french() {
        const auto all = [](auto& owner, const auto& prose, const auto& lists) {
            for (const auto& key : prose)
                if (Prose& text = owner.*key.member) text = french_spacing(*text);
            for (const auto& key : lists)
                if (ProseList& list = owner.*key.member)
                    for (std::string& text : *list) text = french_spacing(text);
        };
        for (auto& [id, muscle] : texts_.muscles) {
            all(muscle, muscle_prose, muscle_lists);
            for (auto& [point_id, point] : muscle.points) all(point, point_prose, point_lists);
        }
    }

    template <typename Map>
    const Map* english(Map Texts::*member) const {
        return scope_.english ? &(scope_.english->*member) : nullptr;
    }

    // Says that something is missing which the atlas needs.
    void missing(const Place& at, std::string_view key, const json& value) {
        const std::string expected = "a member \"" + std::string(key) + "\"";
        if (scope_.english)
            log_.add(Problem::Severity::warning, at.pointer(), expected, excerpt(value),
                     "translate it; until then the English text is shown");
        else
            log_.error(at, expected, value, "write it; until then nothing is shown");
    }

    // Ids that the atlas does not have.
    void unknown(const json& object, const Place& at, std::string_view what,
                 const std::vector<std::string_view>& known) {
        if (!scope_.atlas || !scope_.complete) return;
        const std::set<std::string_view> ids(known.begin(), known.end());
        for (const auto& [key, value] : object.items()) {
            if (ids.contains(key)) continue;
            const std::string advice = did_you_mean(key, known);
            log_.add(Problem::Severity::warning, Place(at, key).pointer(),
                     "the id of a " + std::string(what) + " of the dataset", excerpt(json(key)),
                     advice.empty() ? "it is ignored; remove it" : advice);
        }
    }

    // The member, an object, or null (reported). Its place is fields.place(key).
    const json* object(Fields& fields, std::string_view key, std::string_view expected, const json& parent) {
        const json* value = fields.find(key, Need::optional);
        if (value && value->is_object()) return value;
        if (value)
            log_.error(fields.place(key), std::string(expected), *value);
        else
            missing(fields.place(), key, parent);
        return nullptr;
    }

    using Names = std::map<std::string, std::string, std::less<>>;
    void names(Fields& top, const json& root, std::string_view key, Names& names, const Names* english,
               const std::vector<std::string_view>& wanted, std::string_view what) {
        const json* value = object(top, key, "an object: id to name", root);
        if (!value) return;
        const Place at = top.place(key);
        for (const auto& [id, name] : value->items()) {
            if (name.is_string() && !name.get_ref<const std::string&>().empty())
                names.emplace(id, name.get<std::string>());
            else
                log_.error(Place(at, id), "a text that is not empty", name);
        }
        if (!what.empty()) unknown(*value, at, what, wanted);
        for (const auto id : wanted)
            if (!value->contains(id) && (!english || english->contains(id))) missing(at, id, *value);
    }

    void muscles(Fields& top, const json& root) {
        const json* value = object(top, "muscles", "an object: muscle id to texts", root);
        if (!value) return;
        const Place at = top.place("muscles");
        const Atlas* atlas = scope_.atlas;
        if (!atlas) {
            for (const auto& [id, item] : value->items()) muscle(id, item, Place(at, id), nullptr);
            return;
        }
        unknown(*value, at, "muscle", ids_of(atlas->muscles));
        for (const Muscle& each : atlas->muscles) {
            const auto found = value->find(each.id);
            if (found != value->end())
                muscle(each.id, *found, Place(at, each.id), &each);
            else if (!scope_.english || scope_.english->muscles.contains(each.id))
                missing(at, each.id, *value);
        }
    }

    template <typename Owner, std::size_t proses, std::size_t lists>
    void read_keys(Fields& fields, Owner& into, const Owner* english, const ProseKey<Owner> (&prose_keys)[proses],
                   const ListKey<Owner> (&list_keys)[lists], const json& value) {
        const auto wanted = [&](const auto& key) {
            return scope_.atlas && (scope_.english ? english && english->*(key.member) : key.required);
        };
        for (const auto& key : prose_keys) {
            if (fields.find(key.key, Need::optional)) {
                std::string text = fields.prose(key.key, key.required ? Need::required : Need::optional);
                if (!text.empty() || !key.required) into.*(key.member) = std::move(text);
            } else if (wanted(key)) {
                missing(fields.place(), key.key, value);
            }
        }
        for (const auto& key : list_keys) {
            if (const json* list = fields.find(key.key, Need::optional)) {
                auto texts = fields.prose_list(key.key);
                if (list->is_array()) into.*(key.member) = std::move(texts);
            } else if (wanted(key)) {
                missing(fields.place(), key.key, value);
            }
        }
    }

    void muscle(const std::string& id, const json& value, const Place& at, const Muscle* known) {
        Fields fields(value, at, log_,
                      {"name", "synonyms", "origin", "insertion", "action", "innervation", "symptoms", "overload",
                       "signs", "confused_with", "self_care", "needling_caution", "note", "points"});
        if (!fields.is_object()) return;
        const MuscleTexts* english = scope_.english ? find(scope_.english->muscles, id) : nullptr;
        MuscleTexts& texts = texts_.muscles[id];
        read_keys(fields, texts, english, muscle_prose, muscle_lists, value);

        const json* points = object(fields, "points", "an object: trigger point id to texts", value);
        if (!points) return;
        const Place list = fields.place("points");
        if (!known) {
            for (const auto& [key, item] : points->items()) point(key, item, Place(list, key), nullptr, texts, english);
            return;
        }
        unknown(*points, list, "trigger point", ids_of(known->trigger_points));
        for (const TriggerPoint& each : known->trigger_points) {
            const auto found = points->find(each.id);
            if (found != points->end())
                point(each.id, *found, Place(list, each.id), &each, texts, english);
            else if (!scope_.english || (english && english->points.contains(each.id)))
                missing(list, each.id, *points);
        }
    }

    void point(const std::string& id, const json& value, const Place& at, const TriggerPoint* known,
               MuscleTexts& muscle, const MuscleTexts* english_muscle) {
        Fields fields(value, at, log_, {"place", "zones", "symptoms", "note"});
        if (!fields.is_object()) return;
        PointTexts& texts = muscle.points[id];
        read_keys(fields, texts, english_muscle ? find(english_muscle->points, id) : nullptr, point_prose, point_lists,
                  value);
        if (!known || !texts.zones) return;
        // A text that was bad in itself has been reported and left out of the list: count those of the file.
        const json& zones = value["zones"];
        const auto count = static_cast<std::size_t>(known->zones_in_file);
        if (zones.size() != count && scope_.complete)
            log_.error(fields.place("zones"), "a list of " + std::to_string(count) + " texts, one for each zone",
                       zones);
    }

    const TextScope& scope_;
    ProblemLog& log_;
    Texts texts_;
};

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
    const auto fits = [&](const PointTexts* texts) {
        return texts && texts->zones && static_cast<int>(texts->zones->size()) == point.zones_in_file;
    };
    const PointTexts* from = fits(wanted) ? wanted : fits(fallback) ? fallback : nullptr;
    for (Zone& zone : point.zones) zone.words = from ? from->zones->at(static_cast<std::size_t>(zone.number)) : "";
}

void apply(const MuscleTexts* wanted, const MuscleTexts* fallback, Muscle& muscle) {
    const auto fill = [&](auto& text, auto MuscleTexts::*member) { text = pick(wanted, fallback, member); };
    fill(muscle.name, &MuscleTexts::name);
    fill(muscle.synonyms, &MuscleTexts::synonyms);
    fill(muscle.origin.words, &MuscleTexts::origin);
    fill(muscle.insertion.words, &MuscleTexts::insertion);
    fill(muscle.action, &MuscleTexts::action);
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

LoadedTexts read_texts(const JsonDocument& document, const TextScope& scope) {
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedTexts loaded;
    loaded.texts = TextReader(scope, log).read(*document.root, std::filesystem::path(document.file).stem().string());
    loaded.problems = log.finish();
    return loaded;
}

LoadedTexts load_texts(const std::filesystem::path& file, const TextScope& scope) {
    return read_texts(read_json(file), scope);
}

void apply_texts(const Texts& wanted, const Texts& fallback, Atlas& atlas) {
    atlas.language = wanted.language;
    for (Region& region : atlas.regions) region.name = pick_name(wanted.regions, fallback.regions, region.id);
    atlas.parents.clear();
    for (const auto parent : parents_of(atlas))
        atlas.parents.emplace(parent, pick_name(wanted.parents, fallback.parents, parent));
    atlas.structures = fallback.structures;
    for (const auto& [id, name] : wanted.structures) atlas.structures[id] = name;
    for (Muscle& muscle : atlas.muscles)
        apply(find(wanted.muscles, muscle.id), find(fallback.muscles, muscle.id), muscle);
}

}  // namespace myomap
