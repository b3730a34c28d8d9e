#pragma once
// A contact sheet: one tile per trigger point, or per muscle, so that a person can review a whole region at a glance.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/context.h"
#include "export/paper.h"
#include "render/renderer.h"

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

// A trigger point in two datasets; a side that has no such point is empty, not both.
struct PointPair {
    std::optional<PointRef> before, after;
    std::string what;  // what changed, printed on the new tile
};

// Gives the files written, in order. Throws PageError, RenderError or ResourceError.
std::vector<std::filesystem::path> write_sheet(const Context& context, Renderer& renderer, const SheetRequest& request);

// Old and new tile side by side. Of the request, `points` is not used, and a picture has an even number of columns.
// `renderer` may have been made for the bodies of either context.
std::vector<std::filesystem::path> write_pair_sheet(const Context& before, const Context& after, Renderer& renderer,
                                                    const SheetRequest& request, const std::vector<PointPair>& pairs);

}  // namespace myomap
