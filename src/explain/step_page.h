#pragma once
// A step of a talk as it is shown to a patient: large type, one thought, the picture beside it. Drawn on any canvas, so
// that the window and its pictures are the same. The chart itself is painted by the caller.

#include <optional>
#include <string>
#include <vector>

#include "chart/canvas.h"
#include "chart/view.h"
#include "explain/telling.h"

namespace myomap {

struct StepPlace {
    std::size_t index = 0, count = 1;  // of the steps
    std::string next;                  // the name of the one after it; "" for the last
    bool asks = false;                 // with the line for who tells it
};

enum class StepKey { often, sometimes, drawn };  // what a colour of the pattern says

// One line of text or more that belong together, laid out.
struct StepText {
    std::vector<std::string> lines;
    glm::vec2 at{};  // left end of the first baseline
    float size = 28, leading = 40;
    FontWeight weight = FontWeight::regular;
    bool quiet = false;            // small print
    bool bullet = false;           // a dot before it
    std::optional<StepKey> key{};  // a swatch of it before the words
};

struct StepPage {
    Rect area;
    float scale = 1;  // pixels of one of design
    Rect picture;     // of the chart or drawing; width 0 where the step has none
    std::vector<StepText> texts;
    bool fits = true;  // all of it in the area
};

// A page of less than this many pixels of design has no room for large type.
inline constexpr glm::vec2 least_step_page{1024, 720};

// Pixels of one of design: at least `wanted`, larger in a large window, smaller where there is no room.
float step_scale(const Rect& area, float wanted);

// Pixels. `scale`: of one of design, which makes 28 of what the patient reads.
StepPage lay_out_step(const Scene& scene, const ToldStep& step, const StepPlace& place, const Rect& area, float scale,
                      const TextMeasure& measure);

// All but the chart: words, dots, the needle, the hundred treatments.
void paint_step(const StepPage& page, const ToldStep& step, const StepPlace& place, Theme theme, Canvas& canvas);

// Where the dot of each step is, to be pressed.
std::vector<Rect> step_dots(const StepPlace& place, const Rect& area, float scale);

// A list that is too long for large type goes on over further steps of the same words.
std::vector<ToldStep> in_large_type(const Scene& scene, std::vector<ToldStep> steps, const Rect& area, float scale,
                                    const TextMeasure& measure);

}  // namespace myomap
