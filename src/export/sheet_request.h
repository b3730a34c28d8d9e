#pragma once
// What is asked of a contact sheet.

#include <filesystem>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "chart/document.h"
#include "export/paper.h"

namespace myomap {

struct SheetRequest {
    std::vector<PointRef> points;
    std::vector<int> muscles;  // when not empty, these are drawn instead: their bodies in a clear skin
    std::string title;         // "Head and neck"
    BodyId body = BodyId::adult_male;
    SideChoice side = SideChoice::right;
    Theme theme = Theme::light;
    int columns = 4;             // of a picture; a page has as many as fit
    glm::ivec2 tile{520, 420};   // pixels of a picture
    Paper paper = Paper::a4;     // of a page, landscape
    std::filesystem::path path;  // its suffix chooses the exporter
};

// A picture that would be higher than this goes on in further files: "sheet.png", "sheet-2.png", ...
inline constexpr int highest_sheet_px = 16000;

}  // namespace myomap
