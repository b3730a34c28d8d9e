#pragma once
// What is asked of a comparison as a file.

#include <filesystem>
#include <memory>
#include <vector>

#include <glm/vec2.hpp>

#include "chart/compare_picture.h"
#include "export/letterhead.h"
#include "export/paper.h"

namespace myomap {

struct ComparisonExport {
    const Comparison& comparison;
    View view{};                                         // theme, style; what is shown where there are no subjects
    std::vector<ViewSubject> subjects{};                 // see comparison_views
    std::filesystem::path path{};                        // its suffix says which: .png or .pdf
    glm::ivec2 size{1800, 960};                          // pixels; of a picture
    float scale = 1;                                     // of text and marks, likewise
    Paper paper = Paper::a4;                             // of a page
    std::shared_ptr<const PageLetterhead> letterhead{};  // likewise; null for none
};

}  // namespace myomap
