#pragma once
// data/regions.json: the named regions of the skin, in landmarks. Their words come from the texts (texts.h), by id.
// Where their borders fall on a body is worked out by body/region_map.h.

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/point_spec.h"
#include "atlas/words.h"
#include "base/problem.h"

namespace myomap {

// What a region is part of; the trunk with the head but for the face, where nothing is said.
enum class RegionPart { trunk, face, arm, leg };

std::string_view to_text(RegionPart);

struct SkinRegion {
    using Names = RegionNames;

    std::string id;        // "temple"
    bool midline = false;  // one region over both halves; otherwise a left and a right one
    RegionPart part = RegionPart::trunk;
    std::map<std::string, Names, std::less<>> names;  // by language, those that were read; "en" always
    std::vector<Stroke> seeds;                        // left half; the region grows from them

    // In that language, in English where it has none.
    const Names& in(std::string_view language) const;
};

struct RegionSet {
    std::string license;
    std::vector<SkinRegion> regions;

    int find(std::string_view id) const;  // index, or -1
    // By id or by a name in any language that was read, however it is written ("Temporal region"); index, or -1.
    int find_named(std::string_view typed) const;
};

struct LoadedRegions {
    RegionSet set;  // the valid rest: a bad region is left out, its neighbours grow over it
    Problems problems;
};

// Same manners as load_atlas.
LoadedRegions load_regions(const std::filesystem::path& file, const LandmarkNames& landmarks);

// load_regions's problems and, where it found none at a place, those of data/schema/regions.schema.json.
Problems check_regions(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schema);

}  // namespace myomap
