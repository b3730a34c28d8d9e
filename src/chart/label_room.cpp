#include "chart/label_room.h"

#include <algorithm>
#include <cmath>

#include <glm/geometric.hpp>

#include "chart/sight.h"
#include "chart/views.h"

namespace myomap {

LabelRoom::LabelRoom(const Rect& area, float cell_px)
    : area_(area),
      cell_(cell_px),
      columns_(std::max(1, static_cast<int>(std::ceil(area.width / cell_px)))),
      rows_(std::max(1, static_cast<int>(std::ceil(area.height / cell_px)))) {
    for (auto& sums : sums_) sums.assign(static_cast<size_t>((columns_ + 1) * (rows_ + 1)), 0);
}

glm::ivec2 LabelRoom::cell(glm::vec2 at) const {
    // Clamped before they are whole numbers, as a corner may lie anywhere.
    const glm::vec2 most{static_cast<float>(columns_), static_cast<float>(rows_)};
    return glm::ivec2(glm::clamp(glm::floor((at - glm::vec2{area_.x, area_.y}) / cell_), glm::vec2{-1}, most));
}

void LabelRoom::add(What what, glm::vec2 at) {
    if (area_.contains(at)) {
        const glm::ivec2 in = cell(at);
        this->at(what, std::min(in.x, columns_ - 1), std::min(in.y, rows_ - 1)) = 1;
    }
}

void LabelRoom::add(What what, const Rect& box) {
    const glm::ivec2 low = max(cell({box.x, box.y}), glm::ivec2{0});
    const glm::ivec2 high = min(cell({box.x + box.width, box.y + box.height}), glm::ivec2{columns_ - 1, rows_ - 1});
    for (int row = low.y; row <= high.y; ++row)
        for (int column = low.x; column <= high.x; ++column) at(what, column, row) = 1;
}

void LabelRoom::add(What what, glm::vec2 a, glm::vec2 b, glm::vec2 c) {
    const glm::ivec2 low = max(cell(min(a, min(b, c))), glm::ivec2{0});
    const glm::ivec2 high = min(cell(max(a, max(b, c))), glm::ivec2{columns_ - 1, rows_ - 1});
    const auto side = [](glm::vec2 p, glm::vec2 q, glm::vec2 r) {
        return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
    };
    for (int row = low.y; row <= high.y; ++row) {
        for (int column = low.x; column <= high.x; ++column) {
            // In the middle of the cell or at one of its corners.
            for (const glm::vec2 in : {glm::vec2{0.5f, 0.5f}, {0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                const glm::vec2 p = glm::vec2{area_.x, area_.y} + cell_ * (glm::vec2{column, row} + in);
                const float u = side(a, b, p), v = side(b, c, p), w = side(c, a, p);
                if ((u < 0 || v < 0 || w < 0) && (u > 0 || v > 0 || w > 0)) continue;
                at(what, column, row) = 1;
                break;
            }
        }
    }
    add(what, (a + b + c) / 3.f);  // one that lies between the middles of cells
}

void LabelRoom::finish() {
    for (int what = 0; what < kinds; ++what)
        for (int row = 0; row < rows_; ++row)
            for (int column = 0; column < columns_; ++column) {
                const What w = static_cast<What>(what);
                at(w, column, row) += at(w, column - 1, row) + at(w, column, row - 1) - at(w, column - 1, row - 1);
            }
}

int LabelRoom::count(What what, const Rect& box) const {
    const glm::ivec2 low = max(cell({box.x, box.y}), glm::ivec2{0});
    const glm::ivec2 high = min(cell({box.x + box.width, box.y + box.height}), glm::ivec2{columns_ - 1, rows_ - 1});
    if (low.x > high.x || low.y > high.y) return 0;
    const auto sum = [&](int column, int row) {
        return sums_[what][static_cast<size_t>((row + 1) * (columns_ + 1) + column + 1)];
    };
    return sum(high.x, high.y) - sum(low.x - 1, high.y) - sum(high.x, low.y - 1) + sum(low.x - 1, low.y - 1);
}

float LabelRoom::share(What what, const Rect& box) const {
    const float cells = std::max(1.f, (box.width / cell_ + 1) * (box.height / cell_ + 1));
    return std::min(1.f, static_cast<float>(count(what, box)) / cells);
}

LabelRoom label_room(const Scene& scene, const Document& document, const Picture& picture, int index,
                     const Rect& area) {
    const PictureView& view = picture.views[static_cast<size_t>(index)];
    const float s = picture.scale;
    const SkinAsset& skin = scene.body(document.view.body).skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    LabelRoom room(area, 5 * s);

    const BodyParts* parts = body_parts(scene, document.view.body);
    // The light mesh serves: only where there is any body counts.
    std::vector<glm::vec2> at(skin.positions.size(), glm::vec2{0});
    std::vector<bool> known(skin.positions.size(), false), shown(skin.positions.size(), false);
    const auto corner = [&](std::uint32_t v) {
        if (!known[v]) {
            known[v] = true;
            at[v] = project(view, skin.positions[v]);
            const float toward = dot(skin.positions[v] - view.camera.target, viewer);
            shown[v] = toward < view.camera.reach_cm && toward > -view.camera.depth_cm;
        }
        return at[v];
    };
    for (size_t t = 0; t + 2 < skin.coarse.size(); t += 3) {
        const std::uint32_t a = skin.coarse[t], b = skin.coarse[t + 1], c = skin.coarse[t + 2];
        const glm::vec2 pa = corner(a), pb = corner(b), pc = corner(c);
        if (!shown[a] || !shown[b] || !shown[c] || (parts && parts->at(a) & view.camera.outlined)) continue;
        room.add(LabelRoom::skin, pa, pb, pc);
        if (parts && (parts->on_face(a) || parts->on_face(b) || parts->on_face(c)))
            room.add(LabelRoom::face, pa, pb, pc);
    }
    // Grown by the length of an edge, for the paint fills what lies between its vertices.
    constexpr float edge_cm = 0.85f;
    const float reach = edge_cm * pixels_per_cm(view) + 3 * s;
    for (const PaintLayer& layer : picture.layers) {
        if (is_tint(layer.paint)) continue;
        for (size_t i = 0; i < layer.field.size(); ++i) {
            const std::uint32_t v = layer.field.vertices[i];
            if (layer.field.values[i] < 110 || dot(skin.normals[v], viewer) < -0.1f) continue;
            const glm::vec2 p = corner(v);
            if (shown[v] && area.contains(p))
                room.add(LabelRoom::paint, Rect{p.x - reach, p.y - reach, 2 * reach, 2 * reach});
        }
    }
    const float mark_reach = 11 * s;
    for (const Mark& mark : picture.marks)
        if (mark.view == index && mark.emphasis != Emphasis::quiet)
            room.add(LabelRoom::paint,
                     Rect{mark.at.x - mark_reach, mark.at.y - mark_reach, 2 * mark_reach + 4 * s, 2 * mark_reach});
    room.finish();
    return room;
}

}  // namespace myomap
