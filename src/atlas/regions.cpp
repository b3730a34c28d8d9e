#include "atlas/regions.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "atlas/point_reader.h"
#include "base/json_fields.h"
#include "base/schema_check.h"
#include "base/text.h"

namespace myomap {

using nlohmann::json;

namespace {

std::optional<SkinRegion> read_region(const json& value, const Place& at, ProblemLog& log, PointReader& points,
                                      UniqueIds& ids) {
    Fields fields(value, at, log, {"id", "midline", "part", "seeds"});
    if (!fields.is_object()) return std::nullopt;
    SkinRegion region;
    region.id = fields.text("id", is_id, id_form);
    region.midline = fields.flag("midline", false, Need::required);
    if (fields.find("part", Need::optional))
        region.part = fields.choice("part", {RegionPart::trunk, RegionPart::face, RegionPart::arm, RegionPart::leg});
    region.names["en"] = {region.id, region.id};  // until the texts have better ones
    if (const json* seeds = fields.array("seeds", 1, word("a list of at least one stroke"))) {
        const Place list = fields.place("seeds");
        for (std::size_t i = 0; i < seeds->size(); ++i) {
            const Place place(list, i);
            auto stroke = points.stroke((*seeds)[i], place);
            if (stroke && stroke->through) {
                log.error(Place(place, "through"), word("no \"through\" in a seed"), (*seeds)[i]["through"],
                          word("a region grows over the skin; give it a seed on each face"));
                stroke.reset();
            }
            if (stroke)
                region.seeds.push_back(std::move(*stroke));
            else
                fields.fail();  // without it the borders would lie elsewhere
        }
    }
    // Last, so that a left-out entry does not take the id of a good one.
    if (!fields.ok() || !ids.add(region.id, fields.place("id"), log)) return std::nullopt;
    return region;
}

LoadedRegions read_regions(const JsonDocument& document, const LandmarkNames& landmarks) {
    if (!document.root) return {{}, document.problems};
    ProblemLog log(document);
    LoadedRegions loaded;
    const Place top;
    Fields fields(*document.root, top, log, {"$schema", "format", "format_version", "license", "regions"});
    if (read_format(fields, "myomap-regions", 2)) {
        loaded.set.license = fields.prose("license");
        if (const json* items = fields.array("regions", 1, word("a list of at least one region"))) {
            const Place at = fields.place("regions");
            PointReader points(landmarks, log);
            UniqueIds ids(word("a region id that is not used yet"));
            for (std::size_t i = 0; i < items->size(); ++i)
                if (auto region = read_region((*items)[i], Place(at, i), log, points, ids))
                    loaded.set.regions.push_back(std::move(*region));
        }
    }
    loaded.problems = log.finish();
    return loaded;
}

}  // namespace

std::string_view to_text(RegionPart part) {
    constexpr std::array<std::string_view, 4> names{"trunk", "face", "arm", "leg"};
    return names.at(static_cast<size_t>(part));
}

const SkinRegion::Names& SkinRegion::in(std::string_view language) const {
    const auto found = names.find(language);
    return found != names.end() ? found->second : names.at("en");
}

int RegionSet::find(std::string_view id) const {
    const auto found = std::ranges::find(regions, id, &SkinRegion::id);
    return found == regions.end() ? -1 : static_cast<int>(found - regions.begin());
}

int RegionSet::find_named(std::string_view typed) const {
    const std::string asked = fold(typed);
    const auto found = std::ranges::find_if(regions, [&](const SkinRegion& one) {
        return asked == fold(one.id) || std::ranges::any_of(one.names, [&](const auto& names) {
                   return asked == fold(names.second.plain) || asked == fold(names.second.clinical);
               });
    });
    return asked.empty() || found == regions.end() ? -1 : static_cast<int>(found - regions.begin());
}

LoadedRegions load_regions(const std::filesystem::path& file, const LandmarkNames& landmarks) {
    return read_regions(read_json(file), landmarks);
}

Problems check_regions(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schema) {
    const JsonDocument document = read_json(file);
    Problems problems = read_regions(document, landmarks).problems;
    if (document.root) add_schema_problems(document, schema, problems);
    return problems;
}

}  // namespace myomap
