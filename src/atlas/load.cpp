#include "atlas/load.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/levels.h"
#include "atlas/point_reader.h"
#include "base/json_fields.h"
#include "base/schema_check.h"
#include "base/text.h"

namespace myomap {

using nlohmann::json;

namespace {

// What programs that read tables take for an empty cell.
bool reads_as_missing(std::string_view key) {
    const std::string folded = fold(key);
    return folded.empty() || folded == "na" || folded == "n a" || folded == "nan" || folded == "null" ||
           folded == "none";
}

// Several times what any of ours has.
constexpr std::size_t most_points = 40, most_zones = 20, most_strokes = 100;

constexpr int format_version = 3;

// The version before also held where muscles lie.
bool is_version_before(const json& root) {
    const auto version = root.is_object() ? root.find("format_version") : root.end();
    return root.is_object() && version != root.end() && version->is_number() &&
           version->get<double>() == format_version - 1;
}

bool is_point_id(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool is_fma(std::string_view text) {
    if (text.empty()) return true;
    return text.size() > 3 && text.size() <= 20 && text.starts_with("FMA") &&
           std::all_of(text.begin() + 3, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "C1" to "C8", "T1" to "T12", "L1" to "L5", "S1" to "S5", "Co".
bool is_segment(std::string_view text) {
    if (text == "Co") return true;
    if (text.size() < 2 || text.size() > 3 || text[1] == '0') return false;
    int number = 0;
    for (const char c : text.substr(1)) {
        if (c < '0' || c > '9') return false;
        number = 10 * number + (c - '0');
    }
    const int most = text[0] == 'C' ? 8 : text[0] == 'T' ? 12 : text[0] == 'L' || text[0] == 'S' ? 5 : 0;
    return number <= most;
}

class AtlasReader {
public:
    AtlasReader(const LandmarkNames& landmarks, ProblemLog& log) : points_(landmarks, log), log_(log) {}

    Atlas read(const json& root) {
        const Place top;
        Fields fields(
            root, top, log_,
            {"$schema", "format", "format_version", "dataset_version", "license", "regions", "sources", "muscles"});
        version_before_ = is_version_before(root);
        if (!read_format(fields, "myomap-trigger-points", version_before_ ? format_version - 1 : format_version))
            return {};
        if (version_before_)
            log_.add(
                Problem::Severity::warning, "/format_version", std::to_string(format_version),
                std::to_string(format_version - 1),
                {word("the file is of the version before: its \"layer\" and \"attachments\" are passed over, where a "
                      "muscle lies is said by its shape; take them out and write {}"),
                 {std::to_string(format_version)}});
        atlas_.dataset_version = fields.prose("dataset_version");
        atlas_.license = fields.prose("license");
        read_regions(fields);
        read_sources(fields);
        read_muscle_ids(root);
        for_each(fields, "muscles", 0, word("a list of muscles"), [&](const json& value, const Place& at) {
            if (auto each = muscle(value, at)) atlas_.muscles.push_back(std::move(*each));
        });
        leave_out_dropped();
        return std::move(atlas_);
    }

private:
    template <typename Read>
    bool for_each(Fields& fields, std::string_view key, std::size_t at_least, const char* expected, Read&& read,
                  std::size_t at_most = most_list_items) {
        const json* items = fields.array(key, at_least, expected, Need::required, at_most);
        if (!items) return false;
        const Place at = fields.place(key);
        for (std::size_t i = 0; i < items->size(); ++i) read((*items)[i], Place(at, i));
        return true;
    }

    void read_regions(Fields& top) {
        UniqueIds ids(word("a region id that is not used yet"));
        for_each(top, "regions", 1, word("a list of at least one region"), [&](const json& value, const Place& at) {
            if (!value.is_string() || !is_id(value.get_ref<const std::string&>())) {
                log_.error(at, id_form, value);
                return;
            }
            if (!ids.add(value.get<std::string>(), at, log_)) return;
            region_ids_.push_back(value.get<std::string>());
            atlas_.regions.push_back({region_ids_.back(), ""});
        });
        region_names_.assign(region_ids_.begin(), region_ids_.end());
    }

    // All that the file names, so that a muscle with a fault of its own is no unknown one to the others.
    void read_muscle_ids(const json& root) {
        const auto muscles = root.find("muscles");
        if (muscles == root.end() || !muscles->is_array()) return;
        for (const json& muscle : *muscles) {
            if (!muscle.is_object()) continue;
            const auto id = muscle.find("id");
            if (id != muscle.end() && id->is_string()) known_muscles_.insert(id->get_ref<const std::string&>());
        }
    }

    // Ids of other muscles; unknown ones are reported and left out.
    std::vector<std::string> muscle_list(Fields& fields, std::string_view key) {
        std::vector<std::string> ids;
        const json* items = fields.list(key, word("a list of muscle ids"));
        if (!items) return ids;
        const Place at = fields.place(key);
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            const std::string* id = item.get_ptr<const std::string*>();
            if (id && known_muscles_.contains(*id))
                ids.push_back(*id);
            else
                log_.error(Place(at, i), word("the id of one of the file's muscles"), item,
                           id ? did_you_mean(*id, {known_muscles_.begin(), known_muscles_.end()}) : Message());
        }
        return ids;
    }

    // References to muscles that are in the file but were left out as bad.
    void leave_out_dropped() {
        if (atlas_.muscles.size() == known_muscles_.size()) return;
        std::unordered_set<std::string_view> kept;
        for (const Muscle& muscle : atlas_.muscles) kept.insert(muscle.id);
        for (Muscle& muscle : atlas_.muscles)
            for (auto* ids : {&muscle.synergists, &muscle.antagonists, &muscle.satellites})
                std::erase_if(*ids, [&](const std::string& id) { return !kept.contains(id); });
    }

    void read_sources(Fields& top) {
        const json* sources = top.find("sources");
        if (!sources) return;
        const Place at = top.place("sources");
        if (!sources->is_object()) {
            log_.error(at, word("an object: source key to source"), *sources);
            return;
        }
        for (const auto& [key, value] : sources->items()) {
            const Place source_place(at, key);
            if (reads_as_missing(key)) {
                log_.error(source_place, word("a key that no table takes for missing data"), json(key),
                           word("choose another one"));
                continue;
            }
            Fields fields(value, source_place, log_, {"title", "rank", "url", "note"});
            Source source{key, fields.text("title"), fields.prose("url", Need::optional),
                          fields.prose("note", Need::optional)};
            if (value.contains("rank"))
                source.rank = fields.choice(
                    "rank", {SourceRank::textbook, SourceRank::study, SourceRank::teaching, SourceRank::compared});
            if (fields.ok()) atlas_.sources.emplace(key, std::move(source));
        }
        for (const auto& [key, source] : atlas_.sources) source_keys_.push_back(key);
    }

    // Keys that are not known are reported and left out; what they support stays.
    std::vector<std::string> source_list(Fields& fields) {
        std::vector<std::string> keys;
        const json* items = fields.find("sources");
        if (!items) return keys;
        const Place at = fields.place("sources");
        if (!items->is_array() || items->empty()) {
            log_.error(at, word("a list of at least one source key"), *items, word("say where this comes from"));
            return keys;
        }
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            if (!item.is_string()) {
                log_.error(Place(at, i), word("a key of the file's \"sources\""), item);
                continue;
            }
            const auto& key = item.get_ref<const std::string&>();
            if (atlas_.sources.contains(key))
                keys.push_back(key);
            else
                log_.error(Place(at, i), word("a key of the file's \"sources\""), item,
                           did_you_mean(key, source_keys_));
        }
        return keys;
    }

    Confidence confidence(Fields& fields) {
        return fields.choice("confidence", {Confidence::high, Confidence::medium, Confidence::low});
    }

    std::optional<Zone> zone(const json& value, const Place& at) {
        Fields fields(value, at, log_, {"kind", "bodies", "strokes", "confidence", "sources"});
        if (!fields.is_object()) return std::nullopt;
        Zone zone;
        if (value.contains("bodies"))
            zone.bodies = fields.choice("bodies", {OnBodies::both, OnBodies::male, OnBodies::female});
        zone.kind = fields.choice("kind", {ZoneKind::essential, ZoneKind::spillover});
        zone.confidence = confidence(fields);
        zone.sources = source_list(fields);
        for_each(
            fields, "strokes", 1, word("a list of at least one stroke"),
            [&](const json& item, const Place& place) {
                if (auto stroke = points_.stroke(item, place))
                    zone.strokes.push_back(std::move(*stroke));
                else
                    fields.fail();  // a zone with a part missing would mislead
            },
            most_strokes);
        if (!fields.ok()) return std::nullopt;
        return zone;
    }

    // `number` is its place in the list of its muscle, from 1 on. A "label" of the version before is passed over.
    std::optional<TriggerPoint> trigger_point(const json& value, const Place& at, int number, UniqueIds& ids) {
        Fields fields(
            value, at, log_,
            {"id", "label", "point", "levels", "sides", "reached_from", "response", "zones", "confidence", "sources"});
        if (!fields.is_object()) return std::nullopt;
        TriggerPoint point;
        point.id = fields.text("id", is_point_id, word("an id of letters, digits and underscores, at most 100"));
        if (!point.id.empty() && !ids.add(point.id, fields.place("id"), log_)) fields.fail();
        point.label = std::to_string(number);
        if (const json* spec = fields.find("point")) {
            if (auto read = points_.point(*spec, fields.place("point")))
                point.point = std::move(*read);
            else
                fields.fail();
        }
        if (value.contains("sides"))
            point.sides = fields.choice("sides", {OnSides::both, OnSides::left, OnSides::right});
        if (fields.find("reached_from", Need::optional))
            point.reached_from = fields.choice(
                "reached_from", {ReachedFrom::mouth, ReachedFrom::orbit, ReachedFrom::pelvis, ReachedFrom::bone_edge});
        point.response = fields.choice("response", {Response::pain, Response::autonomic});
        for_each(
            fields, "zones", 1, word("a list of at least one zone"),
            [&](const json& item, const Place& place) {
                auto each = zone(item, place);
                const int number = point.zones_in_file++;
                if (!each) return;
                each->number = number;
                point.zones.push_back(std::move(*each));
            },
            most_zones);
        if (value.contains("levels") && fields.ok() && !point.zones.empty()) read_levels(fields, value, point);
        point.confidence = confidence(fields);
        point.sources = source_list(fields);
        if (!fields.ok() || point.zones.empty()) return std::nullopt;
        return point;
    }

    // The pattern at the other levels, by moving the landmarks that it is written with.
    void read_levels(Fields& point_fields, const json& written, TriggerPoint& point) {
        const Place at = point_fields.place("levels");
        Fields fields(written.at("levels"), at, log_, {"drawn", "from", "to"});
        const auto number = [&](std::string_view key) {
            const auto is_level = [](std::string_view text) { return level_number(text).has_value(); };
            return level_number(fields.text(key, is_level, word("a level of the spine from C1 to L5, such as T4")));
        };
        const auto drawn = number("drawn"), from = number("from"), to = number("to");
        if (!drawn || !from || !to) return point_fields.fail();
        point.drawn_level = level_name(*drawn);
        for (int level = *from; level <= *to; ++level) {
            if (level == *drawn) continue;
            const auto spec = moved_by_levels(written.at("point"), level - *drawn);
            auto place = spec ? points_.point(*spec, at) : std::nullopt;
            if (!place) {
                log_.error(at, word("levels that have the landmarks of \"point\""), json(level_name(level)));
                return point_fields.fail();
            }
            Level repeated{level_name(level), std::move(*place), {}};
            for (const Zone& zone : point.zones) {
                std::vector<Stroke> strokes;
                for (const json& stroke : written.at("zones").at(static_cast<size_t>(zone.number)).at("strokes"))
                    if (const auto moved = moved_by_levels(stroke, level - *drawn))
                        if (auto read = points_.stroke(*moved, at)) strokes.push_back(std::move(*read));
                repeated.zones.push_back(std::move(strokes));
            }
            point.levels.push_back(std::move(repeated));
        }
    }

    std::string region(Fields& fields) {
        const json* value = fields.find("region");
        if (!value) return "";
        if (value->is_string()) {
            const auto& id = value->get_ref<const std::string&>();
            if (std::find(region_ids_.begin(), region_ids_.end(), id) != region_ids_.end()) return id;
        }
        log_.error(fields.place("region"), word("the id of one of the file's \"regions\""), *value,
                   value->is_string() ? did_you_mean(value->get_ref<const std::string&>(), region_names_) : "");
        fields.fail();
        return "";
    }

    std::optional<Muscle> muscle(const json& value, const Place& at) {
        Fields fields(value, at, log_,
                      {"id", "parent", "region", "fma", "latin", "synergists", "antagonists", "segments", "satellites",
                       "frequency", "sources", "trigger_points", version_before_ ? "layer" : "id",
                       version_before_ ? "attachments" : "id"});
        if (!fields.is_object()) return std::nullopt;
        Muscle muscle;
        muscle.id = fields.text("id", is_id, id_form);
        if (!muscle.id.empty() && !muscle_ids_.add(muscle.id, fields.place("id"), log_)) fields.fail();
        muscle.parent = fields.text("parent", is_id, id_form);
        muscle.region = region(fields);
        muscle.fma = fields.text("fma", is_fma, word("an id like \"FMA32557\""), Need::optional);
        muscle.latin = fields.prose("latin");
        muscle.synergists = muscle_list(fields, "synergists");
        muscle.antagonists = muscle_list(fields, "antagonists");
        muscle.satellites = muscle_list(fields, "satellites");
        muscle.segments =
            fields.prose_list("segments", is_segment, word("a segment of the spinal cord, such as \"C5\""));
        muscle.frequency = fields.choice("frequency", {Frequency::common, Frequency::occasional, Frequency::rare});
        muscle.sources = source_list(fields);
        UniqueIds point_ids(word("a trigger point id (in this muscle) that is not used yet"));
        int number = 0;
        for_each(
            fields, "trigger_points", 0, word("a list of trigger points"),
            [&](const json& item, const Place& place) {
                if (auto each = trigger_point(item, place, ++number, point_ids))
                    muscle.trigger_points.push_back(std::move(*each));
            },
            most_points);
        if (!fields.ok()) return std::nullopt;
        return muscle;
    }

    PointReader points_;
    ProblemLog& log_;
    Atlas atlas_;
    bool version_before_ = false;
    std::vector<std::string> region_ids_;
    std::vector<std::string_view> region_names_;
    std::vector<std::string_view> source_keys_;
    std::unordered_set<std::string_view> known_muscles_;
    UniqueIds muscle_ids_{word("a muscle id that is not used yet")};
};

// Adds the texts of one language; English comes first.
void add_texts(const JsonDocument& document, const Language& language, LoadedAtlas& loaded) {
    const bool english = language.is_english();
    LoadedTexts read = read_texts(document, {&loaded.atlas, english ? nullptr : &loaded.texts[Language()],
                                             loaded.texts_must_fit, loaded.word_ids ? &*loaded.word_ids : nullptr});
    read.texts.language = language;
    // English stands in for a language that is not there at all.
    std::error_code ignored;
    if (!document.root && !english && !std::filesystem::exists(document.file, ignored))
        for (Problem& problem : read.problems) problem.severity = Problem::Severity::warning;
    loaded.texts[language] = std::move(read.texts);
    loaded.problems.insert(loaded.problems.end(), std::make_move_iterator(read.problems.begin()),
                           std::make_move_iterator(read.problems.end()));
}

// The phrases of all languages in one: the English ones are in the code, so what a language has to translate is known
// from the others.
Texts all_phrases(const LoadedAtlas& loaded) {
    Texts model;
    for (const auto& [language, texts] : loaded.texts) {
        Phrases::Table table = model.phrases.translations(), more = texts.phrases.translations();
        Phrases::Counted counted = model.phrases.counted(), forms = texts.phrases.counted();
        table.merge(more);
        counted.merge(forms);
        model.phrases = Phrases(std::move(table), std::move(counted), {});
    }
    return model;
}

void add_missing_phrases(const JsonDocument& document, const Texts& texts, const Texts& model,
                         const LoadedAtlas& loaded, Problems& all) {
    if (document.root && loaded.word_ids && !texts.language.is_english())
        std::ranges::move(missing_phrases(document, texts, model), std::back_inserter(all));
}

std::vector<Language> with_english(const Language& language) {
    return language.is_english() ? std::vector{language} : std::vector{Language(), language};
}

}  // namespace

std::filesystem::path text_folder(const std::filesystem::path& dataset, const std::filesystem::path& spare_texts) {
    const std::filesystem::path beside = dataset.parent_path() / "text";
    std::error_code ignored;
    return spare_texts.empty() || std::filesystem::is_directory(beside, ignored) ? beside : spare_texts;
}

std::filesystem::path text_file(const std::filesystem::path& folder, const Language& language) {
    return folder / (language.code() + ".json");
}

LoadedAtlas load_atlas(const std::filesystem::path& file, const LandmarkNames& landmarks, const Language& language,
                       const std::filesystem::path& spare_texts, const WordIds* word_ids) {
    LoadedAtlas loaded;
    loaded.file = file;
    loaded.text_folder = text_folder(file, spare_texts);
    const JsonDocument document = read_json(file);
    if (!document.root) {
        loaded.problems = document.problems;
        loaded.texts_must_fit = false;
        loaded.atlas.language = language;  // that its problems are told in
        return loaded;
    }
    ProblemLog log(document);
    loaded.atlas = AtlasReader(landmarks, log).read(*document.root);
    loaded.problems = log.finish();
    loaded.texts_must_fit = !has_errors(loaded.problems) && loaded.text_folder == text_folder(file);
    std::error_code ignored;
    if (word_ids && std::filesystem::equivalent(loaded.text_folder, spare_texts, ignored)) loaded.word_ids = *word_ids;
    for (const Language& each : with_english(language))
        add_texts(read_json(text_file(loaded.text_folder, each)), each, loaded);
    apply_texts(loaded.texts[language], loaded.texts[Language()], loaded.atlas);
    return loaded;
}

const Texts& texts_in(const Language& language, LoadedAtlas& loaded) {
    if (!loaded.texts.contains(language))
        add_texts(read_json(text_file(loaded.text_folder, language)), language, loaded);
    return loaded.texts.at(language);
}

Problems check_dataset(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schemas, const std::filesystem::path& spare_texts,
                       const WordIds* word_ids) {
    LoadedAtlas loaded = load_atlas(file, landmarks, {}, spare_texts, word_ids);
    if (loaded.texts.empty()) return loaded.problems;
    const std::vector<Language> languages = languages_in(loaded.text_folder);
    for (const Language& language : languages) texts_in(language, loaded);

    Problems all;
    const auto add = [&](const JsonDocument& document, const char* schema) {
        Problems problems;
        for (const Problem& problem : loaded.problems)
            if (problem.file == document.file) problems.push_back(problem);
        if (document.root) add_schema_problems(document, schemas / schema, problems);
        all.insert(all.end(), problems.begin(), problems.end());
    };
    // The schema is that of today's version; a file of the version before was told so.
    if (std::ranges::none_of(loaded.problems, [](const Problem& p) { return p.pointer == "/format_version"; }))
        add(read_json(file), "trigger_points.schema.json");
    else
        std::ranges::copy_if(loaded.problems, std::back_inserter(all),
                             [&](const Problem& p) { return p.file == file.string(); });
    const Texts model = all_phrases(loaded);
    for (const Language& language : languages) {
        const JsonDocument document = read_json(text_file(loaded.text_folder, language));
        add(document, "text.schema.json");
        add_missing_phrases(document, loaded.texts.at(language), model, loaded, all);
    }
    return all;
}

Problems check_text_file(const std::filesystem::path& file, const std::filesystem::path& dataset,
                         const LandmarkNames& landmarks, const std::filesystem::path& schemas,
                         const std::filesystem::path& spare_texts, const WordIds* word_ids) {
    LoadedAtlas loaded = load_atlas(dataset, landmarks, {}, spare_texts, word_ids);
    for (const Language& language : languages_in(loaded.text_folder)) texts_in(language, loaded);
    const Texts model = all_phrases(loaded);
    loaded.problems.clear();
    const JsonDocument document = read_json(file);
    const std::string code = document.root && document.root->is_object() && document.root->contains("language") &&
                                     document.root->at("language").is_string()
                                 ? document.root->at("language").get<std::string>()
                                 : file.stem().string();
    const Language language = is_language_code(code) ? Language(code) : Language();
    add_texts(document, language, loaded);
    if (document.root) add_schema_problems(document, schemas / "text.schema.json", loaded.problems);
    add_missing_phrases(document, loaded.texts.at(language), model, loaded, loaded.problems);
    return loaded.problems;
}

}  // namespace myomap
