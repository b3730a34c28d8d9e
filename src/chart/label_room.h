#pragma once
// Where in a view a label may stand: never over paint, marks or a face, over the rest of the body only at a price.

#include <algorithm>
#include <array>
#include <vector>

#include "chart/scene.h"
#include "chart/view_grid.h"

namespace myomap {

class LabelRoom {
public:
    // `area`: where labels may be, pixels; `cell_px`: how finely what they could cover is kept; `drawn`: where
    // triangles are seen.
    LabelRoom(const Rect& area, float cell_px, const Rect& drawn);
    LabelRoom(const Rect& area, float cell_px) : LabelRoom(area, cell_px, area) {}

    const Rect& area() const { return grid_.area(); }
    // How much paper there is beside what is drawn; 0 where that begins at the edge.
    float gutter(bool on_left) const {
        const Rect& all = area();
        return std::max(0.f, on_left ? drawn_.x - all.x : all.x + all.width - drawn_.x - drawn_.width);
    }
    enum What { skin, paint, face, mark, kinds };
    void add(What what, glm::vec2 a, glm::vec2 b, glm::vec2 c);  // a triangle
    void add(What what, const Rect& box);

    // What a box would cover. Outside of the area nothing is.
    bool covers(What what, const Rect& box) const { return count(what, box) > 0; }
    float share(What what, const Rect& box) const;  // 0..1
    void finish();                                  // after the last add, before the first question

private:
    ViewGrid grid_;
    Rect drawn_;
    std::array<std::vector<int>, kinds> sums_;  // cells that are covered, summed up from the top left after finish()

    int& at(What what, glm::ivec2 cell) {
        return sums_[what][static_cast<size_t>((cell.y + 1) * (grid_.size().x + 1) + cell.x + 1)];
    }
    int count(What what, const Rect& box) const;
};

// Whether paint is what a chart is about, a zone or where it is felt, and not a mere tint of a muscle's area.
inline bool is_subject(const Paint& paint) { return !is_tint(paint) || paint.border == Border::soft; }

// The view and the paper beside it: where its labels may be.
Rect with_gutters(const PictureView& view);

// The body as the view shows it, its face, its paint and its marks (as paint and by themselves).
LabelRoom label_room(const Scene& scene, const Document& document, const Picture& picture, int view, const Rect& area);

}  // namespace myomap
