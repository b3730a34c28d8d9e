#pragma once
// The steps of a talk as pictures, as the screen shows them to a patient.

#include <filesystem>
#include <vector>

#include "app/context.h"
#include "explain/step_page.h"
#include "explain/telling.h"
#include "render/renderer.h"

namespace myomap {

struct StepPictures {
    std::vector<ToldStep> steps;
    std::filesystem::path folder;  // made if it is not there; "01-signs.png", "02-pain.png", ...
    glm::ivec2 size{1280, 800};    // pixels
    float scale = 1;               // pixels of one of design: 28 of those is what a patient reads
    Theme theme = Theme::light;
};

enum class StepParts { all, words };  // words: all but the chart, for one that moves

// One step, as it is shown. Throws RenderError.
Image step_image(const Context& context, Renderer& renderer, const ToldStep& step, const StepPlace& place,
                 glm::ivec2 size, float scale, Theme theme, StepParts parts = StepParts::all);

// Those steps with long lists split, so that all is there in large type at that size.
std::vector<ToldStep> steps_for_screen(const Context& context, std::vector<ToldStep> steps, glm::ivec2 size,
                                       float scale);

// Gives the files, in order. Throws FileError, RenderError.
std::vector<std::filesystem::path> export_steps(const Context& context, Renderer& renderer, const StepPictures& asked);

}  // namespace myomap
