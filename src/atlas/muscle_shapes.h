#pragma once
// data/muscles/*.json and data/bones.json: the form of muscles, tendons and bones as curves on landmarks. What they
// look like on a body is worked out by body/core_surface.h and body/muscle_packing.h.

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/load.h"
#include "atlas/point_spec.h"
#include "base/problem.h"

namespace myomap {

// Where the middle of a muscle passes, and its cross-section there. Left side.
struct ShapeStation {
    std::vector<PointSpec> curve;     // one point: a place with a width; more: from one edge of the muscle to the other
    std::vector<float> thickness_cm;  // one for all, or one per point of the curve
    float width_cm = 0;               // of a one-point station; the curve itself is the width otherwise
    std::optional<float> depth_cm;    // then the points are places on the skin and the station lies this deep
    std::optional<Offset> facing;     // where the flat face looks; the part's, or the nearest skin, otherwise
};

enum class Pennation { none, uni, bi };  // how fibres run towards the tendon

struct ShapePart {
    std::string name;                           // "long head"; may be ""
    std::vector<ShapeStation> stations;         // from origin to insertion, at least two
    bool drape = false;                         // follows the skin between stations
    bool rests = false;                         // lies on what is under it, wherever that is
    bool closed = false;                        // a ring: the last station is joined to the first
    std::array<float, 2> tendon{0.05f, 0.05f};  // share of the length that is tendon at either end
    Pennation pennation = Pennation::none;
    std::optional<Offset> facing;
    std::string pointer;  // where it stands in its file
};

// A tendon here is one of its own, or a fascia: shown and named, but never called a muscle.
enum class ShapeKind { muscle, tendon, bone };

// What a first click passes over on its way to the muscle that is meant: a skin muscle or a broad flat tendon.
enum class Sheet { none, whole, tendon };  // `tendon`: only where the muscle is tendon

struct Shape {
    std::string id;  // of the muscle; of a bone or tendon its own
    ShapeKind kind = ShapeKind::muscle;
    Sheet sheet = Sheet::none;
    Confidence confidence = Confidence::medium;
    std::vector<ShapePart> parts;
    std::filesystem::path file;
    std::string pointer;
};

struct LoadedShapes {
    std::vector<Shape> shapes;  // the valid rest; a shape with a bad part is left out
    Problems problems;
};

// Every *.json file of the folder `muscles`, by name, then `bones` where it is there.
std::vector<std::filesystem::path> shape_files(const std::filesystem::path& muscles,
                                               const std::filesystem::path& bones);

// Same manners as load_atlas. Shapes of a file called bones.json are bones, those of tendons.json tendons. Of an id
// that two files have the first counts.
LoadedShapes load_shapes(const std::vector<std::filesystem::path>& files, const LandmarkNames& landmarks);

// load_shapes's problems and, where it found none at a place, those of data/schema/muscle_shapes.schema.json.
Problems check_shapes(const std::vector<std::filesystem::path>& files, const LandmarkNames& landmarks,
                      const std::filesystem::path& schema);

// Shapes that name no muscle of the atlas, and tendons that its texts do not name; warnings.
Problems unmatched_shapes(const std::vector<Shape>& shapes, const Atlas& atlas);
// Muscles of `dataset` without a shape; warnings.
Problems unshaped_muscles(const std::vector<Shape>& shapes, const Atlas& atlas, const std::filesystem::path& dataset);

const char* to_text(Pennation);
const char* to_text(Sheet);

}  // namespace myomap
