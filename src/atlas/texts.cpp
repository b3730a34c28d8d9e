#include "atlas/texts.h"

#include <algorithm>
#include <set>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/regions.h"
#include "atlas/symptoms.h"
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

constexpr std::size_t longest_zone_name_bytes = 200;

constexpr ProseKey<MuscleTexts> muscle_prose[] = {
    {"name", &MuscleTexts::name},
    {"origin", &MuscleTexts::origin},
    {"insertion", &MuscleTexts::insertion},
    {"action", &MuscleTexts::action},
    {"does", &MuscleTexts::does, false},
    {"innervation", &MuscleTexts::innervation},
    {"needling_caution", &MuscleTexts::needling_caution},
    {"note", &MuscleTexts::note, false},
};

constexpr ListKey<MuscleTexts> muscle_lists[] = {
    {"synonyms", &MuscleTexts::synonyms},   {"symptoms", &MuscleTexts::symptoms},
    {"overload", &MuscleTexts::overload},   {"signs", &MuscleTexts::signs},
    {"self_care", &MuscleTexts::self_care}, {"confused_with", &MuscleTexts::confused_with},
};

constexpr ProseKey<PointTexts> point_prose[] = {{"place", &PointTexts::place},
                                                {"place_plain", &PointTexts::place_plain, false},
                                                {"note", &PointTexts::note, false}};
constexpr ListKey<PointTexts> point_lists[] = {{"zones", &PointTexts::zones},
                                               {"zones_plain", &PointTexts::zones_plain, false},
                                               {"symptoms", &PointTexts::symptoms, false}};

template <typename Map>
const typename Map::mapped_type* find(const Map& map, std::string_view key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
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

class TextReader {
public:
    TextReader(const TextScope& scope, ProblemLog& log) : scope_(scope), log_(log) {}

    Texts read(const json& root, const std::string& stem) {
        const Place top;
        Fields fields(root, top, log_,
                      {"$schema",   "format",          "format_version", "language",   "name",         "short",
                       "plural",    "list_heads",      "keep_before",    "keep_after", "license",      "regions",
                       "parents",   "structures",      "source_notes",   "muscles",    "skin_regions", "symptoms",
                       "red_flags", "red_flags_brief", "phrases",        "counted"});
        if (!read_format(fields, "myomap-text", 1)) return {};
        const std::string code =
            fields.text("language", is_language_code, word("the code of a language, such as \"en\" or \"pt-BR\""));
        if (!code.empty()) texts_.language = Language(code);
        if (!code.empty() && is_language_code(stem) && stem != code)
            log_.error(fields.place("language"), {word("\"{}\", as the file is called"), {stem}}, root["language"]);
        head(fields, root);
        fields.prose("license");
        const bool to_compare = scope_.atlas != nullptr;
        const bool whole = to_compare && scope_.complete;
        names(fields, root, "regions", texts_.regions, english(&Texts::regions),
              to_compare ? ids_of(scope_.atlas->regions) : std::vector<std::string_view>{},
              word("the id of a region of the data"), whole);
        names(fields, root, "parents", texts_.parents, english(&Texts::parents),
              to_compare ? parents_of(*scope_.atlas) : std::vector<std::string_view>{},
              word("the id of a parent of the data"), whole);
        // A dataset knows nothing of tendons and fasciae, so its texts need not name them.
        if (root.contains("structures")) {
            std::vector<std::string_view> wanted;
            if (scope_.english)
                for (const auto& [id, name] : scope_.english->structures) wanted.push_back(id);
            names(fields, root, "structures", texts_.structures, english(&Texts::structures), wanted, "", false);
        }
        if (root.contains("source_notes")) {
            std::vector<std::string_view> wanted;
            if (to_compare)
                for (const auto& [key, source] : scope_.atlas->sources)
                    if (!source.english_note.empty()) wanted.push_back(key);
            names(fields, root, "source_notes", texts_.source_notes, nullptr, wanted,
                  word("the key of a source of the data that has a note"), whole);
        }
        muscles(fields, root);
        skin_regions(fields, root);
        symptoms(fields, root);
        if (scope_.ids || fields.find("red_flags", Need::optional))
            names(fields, root, "red_flags", texts_.red_flags, english(&Texts::red_flags),
                  scope_.ids ? views_of(scope_.ids->red_flags) : std::vector<std::string_view>{},
                  word("the id of a warning sign of the data"), scope_.ids != nullptr);
        if (fields.find("red_flags_brief", Need::optional)) {
            std::vector<std::string_view> wanted;
            if (scope_.english)
                for (const auto& [id, text] : scope_.english->red_flags_brief) wanted.push_back(id);
            names(fields, root, "red_flags_brief", texts_.red_flags_brief, english(&Texts::red_flags_brief), wanted, "",
                  false);
        }
        phrases(fields);
        space();
        return std::move(texts_);
    }

private:
    static std::vector<std::string_view> views_of(const std::vector<std::string>& ids) {
        return {ids.begin(), ids.end()};
    }

    void head(Fields& fields, const json& root) {
        // Texts of the program before had no head.
        for (const char* key : {"name", "short"}) {
            if (fields.find(key, Need::optional))
                fields.prose(key);
            else if (scope_.ids)
                log_.error(fields.place(), {word("a member \"{}\""), {key}}, root,
                           word("how the language calls itself, as \"name\": \"English\", \"short\": \"EN\""));
        }
        texts_.list_heads = signs(fields, "list_heads");
        spacing_.before = signs(fields, "keep_before");
        spacing_.after = signs(fields, "keep_after");
        const json* plural = fields.find("plural", Need::optional);
        if (!plural) {
            if (scope_.ids)
                log_.error(fields.place(), {word("a member \"{}\""), {"plural"}}, root,
                           word("the rule of gettext, as {\"forms\": 2, \"rule\": \"n != 1\"}"));
            return;
        }
        const Place at = fields.place("plural");
        Fields rule(*plural, at, log_, {"forms", "rule"});
        if (!rule.is_object()) return;
        const auto forms = rule.number("forms", {1, 6, true, word("a number of forms, 1 to 6")});
        const std::string text = rule.text("rule");
        if (!forms || text.empty()) return;
        if (auto read = PluralRule::read(text, static_cast<int>(*forms)))
            plural_ = std::move(*read);
        else
            log_.error(
                rule.place("rule"),
                {word("an expression in n that gives a form, 0 to {}"), {std::to_string(static_cast<int>(*forms) - 1)}},
                (*plural)["rule"], word("as gettext writes it, such as \"n != 1\""));
    }

    std::vector<std::string> signs(Fields& fields, std::string_view key) {
        return fields.find(key, Need::optional) ? fields.prose_list(key) : std::vector<std::string>{};
    }

    void space() {
        const auto all = [&](auto& owner, const auto& prose, const auto& lists) {
            for (const auto& key : prose)
                if (Prose& text = owner.*key.member) text = spacing_.apply(*text);
            for (const auto& key : lists)
                if (ProseList& list = owner.*key.member)
                    for (std::string& text : *list) text = spacing_.apply(text);
        };
        if (spacing_.before.empty() && spacing_.after.empty()) return;
        for (auto& [id, symptom] : texts_.symptoms)
            for (std::string* text : {&symptom.plain, &symptom.clinical, &symptom.note}) *text = spacing_.apply(*text);
        for (auto* flags : {&texts_.red_flags, &texts_.red_flags_brief})
            for (auto& [id, text] : *flags) text = spacing_.apply(text);
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
        const Message expected{word("a member \"{}\""), {std::string(key)}};
        if (scope_.english)
            log_.add(Problem::Severity::warning, at.pointer(), expected, excerpt(value),
                     word("translate it; until then the English text is shown"));
        else
            log_.error(at, expected, value, word("write it; until then nothing is shown"));
    }

    // Ids that the atlas does not have.
    void unknown(const json& object, const Place& at, const char* what, const std::vector<std::string_view>& known,
                 bool compare) {
        if (!compare) return;
        const std::set<std::string_view> ids(known.begin(), known.end());
        for (const auto& [key, value] : object.items()) {
            if (ids.contains(key)) continue;
            Message advice = did_you_mean(key, known);
            log_.add(Problem::Severity::warning, Place(at, key).pointer(), what, excerpt(json(key)),
                     advice.empty() ? word("it is ignored; remove it") : std::move(advice));
        }
    }

    // The member, an object, or null (reported). Its place is fields.place(key).
    const json* object(Fields& fields, std::string_view key, const char* expected, const json& parent) {
        const json* value = fields.find(key, Need::optional);
        if (value && value->is_object()) return value;
        if (value)
            log_.error(fields.place(key), expected, *value);
        else
            missing(fields.place(), key, parent);
        return nullptr;
    }

    using Names = std::map<std::string, std::string, std::less<>>;
    void names(Fields& top, const json& root, std::string_view key, Names& names, const Names* english,
               const std::vector<std::string_view>& wanted, const char* what, bool compare) {
        const json* value = object(top, key, word("an object: id to name"), root);
        if (!value) return;
        const Place at = top.place(key);
        for (const auto& [id, name] : value->items()) {
            if (name.is_string() && !name.get_ref<const std::string&>().empty())
                names.emplace(id, name.get<std::string>());
            else
                log_.error(Place(at, id), word("a text that is not empty"), name);
        }
        unknown(*value, at, what, wanted, compare);
        for (const auto id : wanted)
            if (!value->contains(id) && (!english || english->contains(id))) missing(at, id, *value);
    }

    void muscles(Fields& top, const json& root) {
        const json* value = object(top, "muscles", word("an object: muscle id to texts"), root);
        if (!value) return;
        const Place at = top.place("muscles");
        const Atlas* atlas = scope_.atlas;
        if (!atlas) {
            for (const auto& [id, item] : value->items()) muscle(id, item, Place(at, id), nullptr);
            return;
        }
        unknown(*value, at, word("the id of a muscle of the data"), ids_of(atlas->muscles), scope_.complete);
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
                      {"name", "synonyms", "origin", "insertion", "action", "does", "innervation", "symptoms",
                       "overload", "signs", "confused_with", "self_care", "needling_caution", "note", "points"});
        if (!fields.is_object()) return;
        const MuscleTexts* english = scope_.english ? find(scope_.english->muscles, id) : nullptr;
        MuscleTexts& texts = texts_.muscles[id];
        read_keys(fields, texts, english, muscle_prose, muscle_lists, value);

        const json* points = object(fields, "points", word("an object: trigger point id to texts"), value);
        if (!points) return;
        const Place list = fields.place("points");
        if (!known) {
            for (const auto& [key, item] : points->items()) point(key, item, Place(list, key), nullptr, texts, english);
            return;
        }
        unknown(*points, list, word("the id of a trigger point of the data"), ids_of(known->trigger_points),
                scope_.complete);
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
        Fields fields(value, at, log_,
                      {"place", "zones", "place_plain", "zones_plain", "zone_names", "symptoms", "note"});
        if (!fields.is_object()) return;
        PointTexts& texts = muscle.points[id];
        read_keys(fields, texts, english_muscle ? find(english_muscle->points, id) : nullptr, point_prose, point_lists,
                  value);
        zone_names(fields, value, known, english_muscle ? find(english_muscle->points, id) : nullptr, texts);
        if (!known || !scope_.complete) return;
        // A text that was bad in itself has been reported and left out of the list: count those of the file.
        const auto count = static_cast<std::size_t>(known->zones_in_file);
        for (const auto& [key, list] : {std::pair{"zones", &texts.zones}, {"zones_plain", &texts.zones_plain}})
            if (*list && value[key].size() != count)
                log_.error(fields.place(key), {word("a list of {} texts, one for each zone"), {std::to_string(count)}},
                           value[key]);
    }

    // What charts call the zones: of each a list of one name, or of one for each stroke.
    void zone_names(Fields& fields, const json& value, const TriggerPoint* known, const PointTexts* english,
                    PointTexts& texts) {
        if (english && english->zone_names && !value.contains("zone_names"))
            missing(fields.place(), "zone_names", value);
        const json* list =
            fields.list("zone_names", word("a list of lists of names, one for each zone"), Need::optional);
        if (!list) return;
        const Place at = fields.place("zone_names");
        if (known && scope_.complete && list->size() != static_cast<std::size_t>(known->zones_in_file)) {
            log_.error(at,
                       {word("a list of {} lists of names, one for each zone"), {std::to_string(known->zones_in_file)}},
                       *list);
            return;
        }
        std::vector<std::vector<std::string>> all;
        for (std::size_t z = 0; z < list->size(); ++z) {
            const json& item = (*list)[z];
            const Place place(at, z);
            std::vector<std::string>& names = all.emplace_back();
            const auto is_name = [](const json& name) {
                return name.is_string() && !name.get_ref<const std::string&>().empty() &&
                       name.get_ref<const std::string&>().size() <= longest_zone_name_bytes;
            };
            if (!item.is_array() || item.empty() || !std::ranges::all_of(item, is_name)) {
                log_.error(place,
                           {word("a list of names of at most {} bytes"), {std::to_string(longest_zone_name_bytes)}},
                           item);
                continue;
            }
            item.get_to(names);
            const auto zone = known ? std::ranges::find(known->zones, static_cast<int>(z), &Zone::number)
                                    : std::vector<Zone>::const_iterator{};
            if (!known || zone == known->zones.end() || names.size() == 1) continue;
            if (names.size() == zone->strokes.size()) continue;
            log_.error(place,
                       zone->strokes.size() == 1 ? Message(word("one name"))
                                                 : Message(word("one name, or {}, one for each stroke"),
                                                           {std::to_string(zone->strokes.size())}),
                       item);
            names.clear();
        }
        texts.zone_names = std::move(all);
    }

    // Reads the members of an object of ids: `read` gets each, and says itself what is wrong with it.
    template <typename Map, typename Read>
    void each_id(Fields& top, const json& root, std::string_view key, const Map* english,
                 const std::vector<std::string>* wanted, const char* what, const Read& read) {
        if (!wanted && !top.find(key, Need::optional)) return;
        const json* value = object(top, key, word("an object: id to words"), root);
        if (!value) return;
        const Place at = top.place(key);
        for (const auto& [id, item] : value->items()) read(id, item, Place(at, id));
        if (!wanted) return;
        unknown(*value, at, what, views_of(*wanted), true);
        for (const std::string& id : *wanted)
            if (!value->contains(id) && (!english || english->contains(id))) missing(at, id, *value);
    }

    // A text that English has and this language should have; English where it lacks it.
    std::string translated(Fields& fields, std::string_view key, const std::string* english, const json& value) {
        if (!english) return fields.text(key);
        if (fields.find(key, Need::optional) && value[std::string(key)] != "") {
            const std::string text = fields.prose(key);
            return text.empty() ? *english : text;
        }
        if (!english->empty()) missing(fields.place(), key, value);
        return *english;
    }

    void skin_regions(Fields& top, const json& root) {
        const auto* english = this->english(&Texts::skin_regions);
        each_id(top, root, "skin_regions", english, scope_.ids ? &scope_.ids->regions : nullptr,
                word("the id of a region of the skin of the data"),
                [&](const std::string& id, const json& item, const Place& at) {
                    Fields fields(item, at, log_, {"plain", "clinical"});
                    if (!fields.is_object()) return;
                    const RegionNames* from = english ? find(*english, id) : nullptr;
                    RegionNames read{translated(fields, "plain", from ? &from->plain : nullptr, item),
                                     translated(fields, "clinical", from ? &from->clinical : nullptr, item)};
                    if (fields.ok()) texts_.skin_regions.emplace(id, std::move(read));
                });
    }

    void symptoms(Fields& top, const json& root) {
        const auto* english = this->english(&Texts::symptoms);
        each_id(top, root, "symptoms", english, scope_.ids ? &scope_.ids->symptoms : nullptr,
                word("the id of a complaint of the data"),
                [&](const std::string& id, const json& item, const Place& at) {
                    Fields fields(item, at, log_, {"plain", "clinical", "synonyms", "note"});
                    if (!fields.is_object()) return;
                    const SymptomText* from = english ? find(*english, id) : nullptr;
                    SymptomText read{
                        translated(fields, "plain", from ? &from->plain : nullptr, item),
                        translated(fields, "clinical", from ? &from->clinical : nullptr, item),
                        fields.prose_list("synonyms", Need::optional),
                        from ? translated(fields, "note", &from->note, item) : fields.prose("note", Need::optional)};
                    if (!read.plain.empty() && !read.clinical.empty()) texts_.symptoms.emplace(id, std::move(read));
                });
    }

    void phrases(Fields& top) {
        Phrases::Table table;
        Phrases::Counted counted;
        const auto each = [&](std::string_view key, const auto& read) {
            const json* value = top.find(key, Need::optional);
            if (!value) return;
            const Place at = top.place(key);
            if (!value->is_object())
                return log_.error(at, word("an object: English phrase to its translation"), *value);
            for (const auto& [english, item] : value->items()) read(english, item, Place(at, english));
        };
        each("phrases", [&](const std::string& english, const json& item, const Place& at) {
            if (const auto text = phrase(english, item, at)) table.emplace(english, *text);
        });
        each("counted", [&](const std::string& english, const json& item, const Place& at) {
            const auto forms = static_cast<std::size_t>(plural_.forms());
            if (!item.is_array() || item.size() != forms)
                return log_.error(
                    at, {word("a list of {} texts, one for each form of \"plural\""), {std::to_string(forms)}}, item);
            std::vector<std::string> texts;
            for (std::size_t i = 0; i < forms; ++i)
                if (const auto text = phrase(english, item[i], Place(at, i))) texts.push_back(*text);
            if (texts.size() == forms) counted.emplace(english, std::move(texts));
        });
        texts_.phrases = Phrases(std::move(table), std::move(counted), plural_);
    }

    std::optional<std::string> phrase(const std::string& english, const json& item, const Place& at) {
        if (!item.is_string() || item.get_ref<const std::string&>().empty()) {
            log_.error(at, word("a text"), item);
            return std::nullopt;
        }
        const auto& text = item.get_ref<const std::string&>();
        if (const int blanks = blanks_in(english); blanks_in(text) != blanks) {
            log_.error(at,
                       blanks == 0   ? Message(word("a text without {}, as the English"), {"{}"})
                       : blanks == 1 ? Message(word("a text with {} exactly where the English has it"), {"{}"})
                                     : Message(word("a text with {} {} (or {} ...), as the English"),
                                               {std::to_string(blanks), "{}", "{0}, {1}"}),
                       item);
            return std::nullopt;
        }
        return spacing_.apply(text);
    }

    const TextScope& scope_;
    ProblemLog& log_;
    Texts texts_;
    PluralRule plural_;
    Spacing spacing_;
};

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

WordIds word_ids(const RegionSet& regions, const SymptomIndex& symptoms) {
    WordIds ids;
    for (const SkinRegion& one : regions.regions) ids.regions.push_back(one.id);
    for (const Symptom& one : symptoms.symptoms) ids.symptoms.push_back(one.id);
    for (const RedFlag& one : symptoms.red_flags) ids.red_flags.push_back(one.id);
    return ids;
}

Problems missing_phrases(const JsonDocument& document, const Texts& texts, const Texts& model) {
    ProblemLog log(document);
    const bool section = document.root && document.root->is_object() && document.root->contains("phrases");
    const auto warn = [&](const auto& table) {
        for (const auto& [english, words] : table)
            if (!texts.phrases.has(english))
                log.add(Problem::Severity::warning, section ? "/phrases" : "",
                        {word("a translation of {}"), {excerpt(json(english))}}, word("none"),
                        word("translate it; until then the English phrase is shown"));
    };
    warn(model.phrases.translations());
    warn(model.phrases.counted());
    return log.finish();
}

}  // namespace myomap
