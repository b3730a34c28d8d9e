#pragma once
// What of the muscles and bones is seen in a view, at the points of a grid. Drawn into a grid of depths rather than
// asked with rays: that takes no preparation, so names are there at the first frame.

#include <vector>

#include <glm/vec2.hpp>

#include "body/muscle_asset.h"
#include "chart/picture.h"

namespace myomap {

struct SeenMuscles {
    glm::ivec2 size{};
    std::vector<int> looks;  // row by row from the top left: the index into UnderSkin::looks, -1 where nothing is
    float spacing_px = 1;
    glm::vec2 first{};  // where in the picture the first point of the grid lies

    glm::vec2 pixel(int column, int row) const {
        return first + spacing_px * glm::vec2{static_cast<float>(column), static_cast<float>(row)};
    }
    int at(int column, int row) const { return looks[static_cast<size_t>(row * size.x + column)]; }
};

// The light mesh serves: it strays from the full one by less than a pixel of a window. `looks`: two per mesh.
SeenMuscles seen_muscles(const MuscleAsset& asset, const std::vector<MuscleLook>& looks, const PictureView& view,
                         float spacing_px);

}  // namespace myomap
