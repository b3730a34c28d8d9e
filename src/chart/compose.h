#pragma once
// (knowledge, bodies, document) -> Picture. Pure: the same input gives the same picture, in the window and on paper.

#include <memory>
#include <optional>
#include <vector>

#include "chart/canvas.h"
#include "chart/document.h"
#include "chart/picture.h"
#include "chart/scene.h"
#include "chart/views.h"

namespace myomap {

// What a mode paints in place of zones and areas, and whose trigger point it is about.
struct LaidOver {
    std::vector<PaintLayer> layers;
    std::optional<PointRef> point;
    Side side = Side::left;
    bool untold = false;  // what is chosen only frames the picture: no mark, label, key or caption tells it
};

struct ComposeSize {
    glm::ivec2 pixels{1280, 800};
    float scale = 1;                         // of text, marks and lines
    bool legend = true;                      // laid out; pages set the entries themselves
    bool zones = true;                       // a portrait of a muscle does without
    bool labels = true;                      // while a body is turned they would jump about; they come when it rests
    float foot_px = 0;                       // without a legend: kept free below the views, at least
    float most_legend = 1;                   // of the height; what has no room then is left out, symbols first
    std::string imprint{};                   // a line at the foot: whose chart it is; "" for none
    std::vector<ViewSubject> subjects{};     // what to show instead of the document's layout
    std::vector<PictureView> views{};        // kept from the picture before, while something is drawn in them
    std::shared_ptr<const LaidOver> over{};  // null: nothing
    bool for_patient = false;                // the key in the words of a talk
};

Picture compose(const Scene& scene, const Document& document, const ComposeSize& size, const TextMeasure& measure);

}  // namespace myomap
