#pragma once
// What lies under a pixel of a picture.

#include <optional>
#include <string>
#include <vector>

#include "chart/picture.h"
#include "chart/scene.h"

namespace myomap {

struct Hit {
    int view = -1;                  // index into Picture::views, -1 outside of all
    std::optional<SkinPoint> skin;  // where the skin was hit
    Side side = Side::left;         // the patient's side of that place
    std::string mark;               // the item whose mark is within reach of the cursor, "" for none
    Side mark_side = Side::left;
    std::optional<RegionRef> region;    // the named skin region there
    std::vector<Muscles::Under> under;  // all that lies under that place of the skin
    std::vector<int> muscles;  // of the skin: those of `under` as clicks choose them; of muscles: the one that is seen
    bool bone = false;         // a bone is seen there
    std::string structure;     // id of the tendon or fascia that is seen there, or that is all that lies there
    std::vector<std::string> zones;  // in words: the shown zones that cover the place
};

// The trigger point whose mark that is, if any.
std::optional<PointRef> marked_point(const Scene& scene, const Hit& hit);

// Marks win within 9 px (times the picture's scale).
Hit hit_test(const Scene& scene, const Document& document, const Picture& picture, glm::vec2 pixel);

// One line for the status bar: "Trapezius, upper fibres · patient's right"; "" over nothing.
std::string describe(const Scene& scene, const Hit& hit, bool with_zones = true);

}  // namespace myomap
