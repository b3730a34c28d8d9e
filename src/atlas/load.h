#pragma once
// data/trigger_points.json -> Atlas. Every problem is collected; whatever is valid still opens.

#include <filesystem>
#include <functional>
#include <set>
#include <string>

#include "atlas/atlas.h"
#include "atlas/problem.h"

namespace myomap {

struct LoadedAtlas {
    Atlas atlas;        // the valid rest: a bad zone drops the zone, a bad trigger point drops the point, ...
    Problems problems;  // empty for a good file
};

using LandmarkNames = std::set<std::string, std::less<>>;

// Never throws for bad content: a file that is missing, too large (over 64 MB), not UTF-8 or not JSON gives an empty
// atlas and one problem. Unknown landmark names, duplicate ids, wrong types, radii outside (0, 40], zones without
// strokes, unknown sources or regions each give one problem with its line and JSON pointer.
LoadedAtlas load_atlas(const std::filesystem::path& file, const LandmarkNames& landmarks);

// All that `myomap check` says: load_atlas's problems and, where it found none at a place, those of the JSON Schema.
// `schema` is data/schema/trigger_points.schema.json.
Problems check_dataset(const std::filesystem::path& file, const LandmarkNames& landmarks,
                       const std::filesystem::path& schema);

}  // namespace myomap
