#pragma once
// A contact sheet: one tile per trigger point, or per muscle, so that a person can review a whole region at a glance.

#include <filesystem>
#include <optional>
#include <vector>

#include "app/context.h"
#include "export/sheet_request.h"
#include "render/renderer.h"

namespace myomap {

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
