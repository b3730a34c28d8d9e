#pragma once
// The comparison of two charts as a file: a picture of before, after and what differs beside each other, or a page with
// that picture and what it says in words.

#include <filesystem>
#include <vector>

#include <glm/vec2.hpp>

#include "app/context.h"
#include "chart/compare_picture.h"
#include "export/paper.h"
#include "render/renderer.h"

namespace myomap {

struct ComparisonExport {
    const Comparison& comparison;
    View view{};                          // theme, style; what is shown where there are no subjects
    std::vector<ViewSubject> subjects{};  // see comparison_views
    std::filesystem::path path{};         // its suffix says which: .png or .pdf
    glm::ivec2 size{1800, 960};           // pixels; of a picture
    float scale = 1;                      // of text and marks, likewise
    Paper paper = Paper::a4;              // of a page
};

// Whether a page is meant, by the suffix. Throws PageError, which names the suffixes that there are.
bool is_comparison_page(const std::filesystem::path& path);

// Throws PageError or FileError (nothing is left behind), RenderError or ResourceError.
void export_comparison(const Context& context, Renderer& renderer, const ComparisonExport& request);

}  // namespace myomap
