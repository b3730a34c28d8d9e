#include "atlas/load.h"

#include <algorithm>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/json_fields.h"
#include "atlas/point_reader.h"
#include "atlas/schema_check.h"

namespace myomap {

using nlohmann::json;

namespace {

constexpr NumberRange fibre_radius_range{0, 40, false, "a number above 0 and at most 40 (cm)"};

bool is_point_id(std::string_view text) {
    return !text.empty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

bool is_label(std::string_view text) {
    const auto letters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; });
    return letters >= 1 && letters <= 4;
}

bool is_fma(std::string_view text) {
    if (text.empty()) return true;
    return text.size() > 3 && text.size() <= 20 && text.starts_with("FMA") &&
           std::all_of(text.begin() + 3, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class AtlasReader {
public:
    AtlasReader(const LandmarkNames& landmarks, Report& report) : points_(landmarks, report), report_(report) {}

    Atlas read(const json& root) {
        const Place top;
        Fields fields(root, top, report_,
                      {"$schema", "format", "format_version", "dataset_version", "license", "regions", "sources",
                       "muscles"});
        if (!read_format(fields, "myomap-trigger-points", 1)) return {};
        atlas_.dataset_version = fields.prose("dataset_version");
        atlas_.license = fields.prose("license");
        read_regions(fields);
        read_sources(fields);
        for_each(fields, "muscles", 0, "a list of muscles", [&](const json& value, const Place& at) {
            if (auto each = muscle(value, at)) atlas_.muscles.push_back(std::move(*each));
        });
        return std::move(atlas_);
    }

private:
    template <typename Read>
    bool for_each(Fields& fields, std::string_view key, std::size_t at_least, std::string_view expected, Read&& read) {
        const json* items = fields.array(key, at_least, expected);
        if (!items) return false;
        const Place at = fields.place(key);
        for (std::size_t i = 0; i < items->size(); ++i) read((*items)[i], Place(at, i));
        return true;
    }

    void read_regions(Fields& top) {
        UniqueIds ids("region id");
        for_each(top, "regions", 1, "a list of at least one region", [&](const json& value, const Place& at) {
            Fields fields(value, at, report_, {"id", "name"});
            Region region{fields.text("id", is_id, "an id of lower case letters, digits and underscores"),
                          fields.text("name")};
            if (!fields.ok() || !ids.add(region.id, fields.place("id"), report_)) return;
            region_ids_.push_back(region.id);
            atlas_.regions.push_back(std::move(region));
        });
        region_names_.assign(region_ids_.begin(), region_ids_.end());
    }

    void read_sources(Fields& top) {
        const json* sources = top.find("sources");
        if (!sources) return;
        const Place at = top.place("sources");
        if (!sources->is_object()) {
            report_.error(at, "an object: source key to source", *sources);
            return;
        }
        for (const auto& [key, value] : sources->items()) {
            const Place source_place(at, key);
            Fields fields(value, source_place, report_, {"title", "url", "note"});
            Source source{key, fields.text("title"), fields.prose("url", Need::optional),
                          fields.prose("note", Need::optional)};
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
            report_.error(at, "a list of at least one source key", *items, "say where this comes from");
            return keys;
        }
        for (std::size_t i = 0; i < items->size(); ++i) {
            const json& item = (*items)[i];
            if (!item.is_string()) {
                report_.error(Place(at, i), "a key of the file's \"sources\"", item);
                continue;
            }
            const auto& key = item.get_ref<const std::string&>();
            if (atlas_.sources.contains(key))
                keys.push_back(key);
            else
                report_.error(Place(at, i), "a key of the file's \"sources\"", item, did_you_mean(key, source_keys_));
        }
        return keys;
    }

    Confidence confidence(Fields& fields) {
        return fields.choice("confidence", {Confidence::high, Confidence::medium, Confidence::low});
    }

    std::optional<Zone> zone(const json& value, const Place& at) {
        Fields fields(value, at, report_, {"kind", "words", "strokes", "confidence", "sources"});
        if (!fields.is_object()) return std::nullopt;
        Zone zone;
        zone.kind = fields.choice("kind", {ZoneKind::essential, ZoneKind::spillover});
        zone.words = fields.prose("words");
        zone.confidence = confidence(fields);
        zone.sources = source_list(fields);
        for_each(fields, "strokes", 1, "a list of at least one stroke", [&](const json& item, const Place& place) {
            if (auto stroke = points_.stroke(item, place))
                zone.strokes.push_back(std::move(*stroke));
            else
                fields.fail();  // a zone with a part missing would mislead
        });
        if (!fields.ok()) return std::nullopt;
        return zone;
    }

    std::optional<TriggerPoint> trigger_point(const json& value, const Place& at, UniqueIds& ids) {
        Fields fields(value, at, report_,
                      {"id", "label", "place", "point", "response", "zones", "symptoms", "note", "confidence",
                       "sources"});
        if (!fields.is_object()) return std::nullopt;
        TriggerPoint point;
        point.id = fields.text("id", is_point_id, "an id of letters, digits and underscores, at most 100");
        if (!point.id.empty() && !ids.add(point.id, fields.place("id"), report_)) fields.fail();
        point.label = fields.text("label", is_label, "a text of 1 to 4 characters");
        point.place = fields.prose("place");
        if (const json* spec = fields.find("point")) {
            if (auto read = points_.point(*spec, fields.place("point")))
                point.point = std::move(*read);
            else
                fields.fail();
        }
        point.response = fields.choice("response", {Response::pain, Response::autonomic});
        for_each(fields, "zones", 1, "a list of at least one zone", [&](const json& item, const Place& place) {
            if (auto each = zone(item, place)) point.zones.push_back(std::move(*each));
        });
        point.symptoms = fields.prose_list("symptoms", Need::optional);
        point.note = fields.prose("note", Need::optional);
        point.confidence = confidence(fields);
        point.sources = source_list(fields);
        if (!fields.ok() || point.zones.empty()) return std::nullopt;
        return point;
    }

    bool attachment(Fields& parent, std::string_view key, Attachment& attachment) {
        const json* value = parent.find(key);
        if (!value) return false;
        const Place at = parent.place(key);
        Fields fields(*value, at, report_, {"words", "curve"});
        attachment.words = fields.prose("words");
        const json* curve = fields.find("curve");
        if (!curve) return false;
        auto points = points_.curve(*curve, fields.place("curve"));
        if (!points) return false;
        attachment.curve = std::move(*points);
        return fields.ok();
    }

    bool attachments(Fields& parent, Muscle& muscle) {
        const json* value = parent.find("attachments");
        if (!value) return false;
        const Place at = parent.place("attachments");
        Fields fields(*value, at, report_, {"origin", "insertion", "via", "fibre_radius_cm"});
        if (!fields.is_object()) return false;
        if (!attachment(fields, "origin", muscle.origin)) fields.fail();
        if (!attachment(fields, "insertion", muscle.insertion)) fields.fail();
        if (fields.find("via", Need::optional))
            for_each(fields, "via", 0, "a list of curves", [&](const json& item, const Place& place) {
                if (auto curve = points_.curve(item, place))
                    muscle.via.push_back(std::move(*curve));
                else
                    fields.fail();
            });
        muscle.fibre_radius_cm = static_cast<float>(fields.number("fibre_radius_cm", fibre_radius_range).value_or(1));
        return fields.ok();
    }

    bool names(Fields& parent, Muscle& muscle) {
        const json* value = parent.find("names");
        if (!value) return false;
        const Place at = parent.place("names");
        Fields fields(*value, at, report_, {"en", "la", "synonyms"});
        if (!fields.is_object()) return false;
        muscle.name = fields.text("en");
        muscle.latin = fields.prose("la");
        muscle.synonyms = fields.prose_list("synonyms", Need::optional);
        return fields.ok();
    }

    std::string region(Fields& fields) {
        const json* value = fields.find("region");
        if (!value) return "";
        if (value->is_string()) {
            const auto& id = value->get_ref<const std::string&>();
            if (std::find(region_ids_.begin(), region_ids_.end(), id) != region_ids_.end()) return id;
        }
        report_.error(fields.place("region"), "the id of one of the file's \"regions\"", *value,
                      value->is_string() ? did_you_mean(value->get_ref<const std::string&>(), region_names_) : "");
        fields.fail();
        return "";
    }

    std::optional<Muscle> muscle(const json& value, const Place& at) {
        Fields fields(value, at, report_,
                      {"id", "parent", "region", "layer", "fma", "names", "attachments", "action", "innervation",
                       "symptoms", "note", "sources", "trigger_points"});
        if (!fields.is_object()) return std::nullopt;
        constexpr std::string_view id_form = "an id of lower case letters, digits and underscores, at most 100";
        Muscle muscle;
        muscle.id = fields.text("id", is_id, id_form);
        if (!muscle.id.empty() && !muscle_ids_.add(muscle.id, fields.place("id"), report_)) fields.fail();
        muscle.parent = fields.text("parent", is_id, id_form);
        muscle.region = region(fields);
        muscle.layer = fields.choice("layer", {Layer::superficial, Layer::intermediate, Layer::deep});
        muscle.fma = fields.text("fma", is_fma, "an id like \"FMA32557\"", Need::optional);
        if (!names(fields, muscle)) fields.fail();
        if (!attachments(fields, muscle)) fields.fail();
        muscle.action = fields.prose("action");
        muscle.innervation = fields.prose("innervation");
        muscle.symptoms = fields.prose_list("symptoms");
        muscle.note = fields.prose("note", Need::optional);
        muscle.sources = source_list(fields);
        UniqueIds point_ids("trigger point id (in this muscle)");
        for_each(fields, "trigger_points", 0, "a list of trigger points", [&](const json& item, const Place& place) {
            if (auto each = trigger_point(item, place, point_ids)) muscle.trigger_points.push_back(std::move(*each));
        });
        if (!fields.ok()) return std::nullopt;
        return muscle;
    }

    PointReader points_;
    Report& report_;
    Atlas atlas_;
    std::vector<std::string> region_ids_;
    std::vector<std::string_view> region_names_;
    std::vector<std::string_view> source_keys_;
    UniqueIds muscle_ids_{"muscle id"};
};

LoadedAtlas read_atlas(const JsonDocument& document, const LandmarkNames& landmarks) {
    if (!document.root) return {{}, document.problems};
    Report report(document);
    LoadedAtlas loaded;
    loaded.atlas = AtlasReader(landmarks, report).read(*document.root);
    loaded.problems = report.finish();
    return loaded;
}

}  // namespace

LoadedAtlas load_atlas(const std::filesystem::path& file, const LandmarkNames& landmarks) {
    return read_atlas(read_json(file), landmarks);
}

Problems check_dataset(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schema) {
    const JsonDocument document = read_json(file);
    Problems problems = read_atlas(document, landmarks).problems;
    if (document.root) add_schema_problems(document, schema, problems);
    return problems;
}

}  // namespace myomap
