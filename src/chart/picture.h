#pragma once
// The composed chart as a value: everything a renderer or a page needs, nothing it has to look up.
// Pixels: origin top left, y down. The same Picture serves the window and every export.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <glm/vec2.hpp>
#include <glm/vec3.hpp>

#include "base/message.h"
#include "body/fields.h"
#include "chart/document.h"
#include "chart/paint.h"

namespace myomap {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;

    bool contains(glm::vec2 p) const { return p.x >= x && p.y >= y && p.x < x + width && p.y < y + height; }
    bool overlaps(const Rect& o) const {
        return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
    }
    bool operator==(const Rect&) const = default;
};

// One thing painted on the skin. Any number of them, each drawn over the ones before it.
struct PaintLayer {
    std::string id;  // what it shows: "essential", "region"; unlike any other of the picture
    SparseField field;
    Paint paint;
    Message legend;  // empty where the legend has no entry for it

    bool operator==(const PaintLayer&) const = default;
};

// How one muscle or bone of one side is drawn.
struct MuscleLook {
    bool shown = false;
    bool chosen = false;  // leads: drawn stronger, and outlined
    bool bone = false;
    std::uint32_t rgba = 0;  // 0xRRGGBBAA
    bool operator==(const MuscleLook&) const = default;
};

// What is drawn under the skin, and how the skin lies over it.
struct UnderSkin {
    LayerMode layers = LayerMode::skin;
    std::vector<MuscleLook> looks;  // two per mesh of the body's MuscleAsset: left, right; empty: nothing is drawn
    bool operator==(const UnderSkin&) const = default;
};

struct PictureView {
    Rect rect;
    Camera camera;
    std::string title;      // "Anterior"
    std::string left_text;  // on the view's left edge: "patient's right"; "" where neither side is to that edge
    std::string right_text;
    float gutter_left = 0, gutter_right = 0;  // pixels beside the rect that are paper: of a close-up, for labels
    std::vector<glm::vec2> outline;  // of limbs looked past or cut across: line segments, pixels, two ends each
    float clear = 1;  // of LayerMode::glass: 0 the skin is as if whole, 1 glass, 2 gone; between them while it changes

    bool operator==(const PictureView&) const = default;
};

// In the corner of a close-up: the part of the body that it lies on, and which piece of that it shows.
struct Inset {
    int view = 0;
    PictureView small;  // without words
    Rect frame;         // what the close-up shows, pixels of the picture
    bool operator==(const Inset&) const = default;
};

// The symbols that are set on the body; drawn by glyphs.cpp.
enum class Glyph : std::uint8_t { cross, disc, ring, half_disc, tick, triangle, square, scar, swelling, bruise, clear };
enum class Emphasis : std::uint8_t { quiet, normal, strong };

// A symbol in one view where its place can be seen.
struct Mark {
    int view = 0;
    glm::vec2 at{};
    Glyph glyph = Glyph::cross;
    std::string item;  // what it stands for: "trapezius_upper/TrP1"
    Side side = Side::left;
    std::string label;  // beside it; may be ""
    Emphasis emphasis = Emphasis::quiet;
    bool hidden = false;  // lies behind what the view shows; no view of the picture shows it
    bool number_on_left = false, number_below = false;  // the label, so that it lies over no neighbour
    std::optional<Glyph> badge{};                       // a small symbol on its shoulder: of a finding that was treated

    bool operator==(const Mark&) const = default;
};

// Text tied to a spot by a leader line.
struct Leader {
    glm::vec2 from{};  // on the label's edge
    glm::vec2 to{};    // the spot
    bool operator==(const Leader&) const = default;
};

struct Label {
    int view = 0;
    std::vector<std::string> lines;  // wrapped; at least one
    bool cut = false;                // the last line ends in an ellipsis
    std::string detail;              // a last, quieter line; may be ""
    bool flush_right = false;        // of the column on the left
    bool is_tag = false;             // a number, light on dark
    Rect box;
    std::vector<Leader> leaders;  // straight; at least one
    bool operator==(const Label&) const = default;
};

// Where a pain spreads: a line with a head at its end, pixels of one view.
struct Arrow {
    int view = 0;
    std::vector<glm::vec2> path;  // two or more
    bool operator==(const Arrow&) const = default;
};

// How a layer or a mark looks in small; see swatch.h.
using Swatch = std::variant<Paint, Glyph>;

struct LegendEntry {
    Swatch swatch;
    std::string text;
    Rect swatch_rect;     // without width where a page sets the legend itself
    glm::vec2 text_at{};  // left, baseline
    bool operator==(const LegendEntry&) const = default;
};

struct Picture {
    glm::ivec2 size{};
    BodyId body = BodyId::adult_male;
    Theme theme = Theme::light;
    float scale = 1;  // 1 px of design = `scale` px of picture (hi-DPI, print)
    Style style = Style::shaded;
    std::vector<PaintLayer> layers;
    UnderSkin under_skin;
    std::vector<PictureView> views;
    std::vector<Inset> insets;
    std::vector<Mark> marks;
    std::vector<Arrow> arrows;
    std::vector<Label> labels;
    std::vector<LegendEntry> legend;
    std::string imprint;  // a line at the foot; may be ""
    std::string caption;  // what is shown: "Trapezius, upper fibres - TrP 1 - patient's right"

    bool operator==(const Picture&) const = default;
};

// Null where the picture has no such layer.
const PaintLayer* find_layer(const Picture& picture, std::string_view id);

// cm <-> pixels of one view.
glm::vec2 project(const PictureView& view, const glm::vec3& p);
// The ray through a pixel, from outside the body into it.
struct Ray {
    glm::vec3 origin, direction;
};
Ray unproject(const PictureView& view, glm::vec2 pixel);
float pixels_per_cm(const PictureView& view);

}  // namespace myomap
