#pragma once
// Sheets of paper, in PostScript points (1/72 inch).

#include <glm/vec2.hpp>

namespace myomap {

enum class Paper { a4, letter };

inline glm::vec2 paper_size(Paper paper, bool landscape) {
    const glm::vec2 portrait = paper == Paper::a4 ? glm::vec2(595.276f, 841.89f) : glm::vec2(612, 792);
    return landscape ? glm::vec2(portrait.y, portrait.x) : portrait;
}

}  // namespace myomap
