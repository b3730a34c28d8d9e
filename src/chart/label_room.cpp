#include "chart/label_room.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "chart/sight.h"
#include "chart/standard_views.h"
#include "chart/views.h"

namespace myomap {

LabelRoom::LabelRoom(const Rect& area, float cell_px, const Rect& drawn) : grid_(area, cell_px) {
    // A cell that the edge runs through counts.
    const float half = 0.5f * cell_px;
    drawn_ = {drawn.x - half, drawn.y - half, drawn.width + cell_px, drawn.height + cell_px};
    for (auto& sums : sums_) sums.assign(static_cast<size_t>((grid_.size().x + 1) * (grid_.size().y + 1)), 0);
}

void LabelRoom::add(What what, const Rect& box) {
    const auto [low, high] = grid_.range({box.x, box.y}, {box.x + box.width, box.y + box.height});
    for (int row = low.y; row <= high.y; ++row)
        for (int column = low.x; column <= high.x; ++column) at(what, {column, row}) = 1;
}

void LabelRoom::add(What what, glm::vec2 a, glm::vec2 b, glm::vec2 c) {
    grid_.each_in(a, b, c, [&](glm::ivec2 cell) {
        if (drawn_.contains(grid_.middle(cell))) at(what, cell) = 1;
    });
}

void LabelRoom::finish() {
    for (const What what : {skin, paint, face, mark})
        for (int row = 0; row < grid_.size().y; ++row)
            for (int column = 0; column < grid_.size().x; ++column)
                at(what, {column, row}) +=
                    at(what, {column - 1, row}) + at(what, {column, row - 1}) - at(what, {column - 1, row - 1});
}

int LabelRoom::count(What what, const Rect& box) const {
    const auto [low, high] = grid_.range({box.x, box.y}, {box.x + box.width, box.y + box.height});
    if (low.x > high.x || low.y > high.y) return 0;
    const auto sum = [&](int column, int row) {
        return sums_[what][static_cast<size_t>((row + 1) * (grid_.size().x + 1) + column + 1)];
    };
    return sum(high.x, high.y) - sum(low.x - 1, high.y) - sum(high.x, low.y - 1) + sum(low.x - 1, low.y - 1);
}

float LabelRoom::share(What what, const Rect& box) const {
    const float cell = grid_.cell_px(), cells = std::max(1.f, (box.width / cell + 1) * (box.height / cell + 1));
    return std::min(1.f, static_cast<float>(count(what, box)) / cells);
}

Rect with_gutters(const PictureView& view) {
    return {view.rect.x - view.gutter_left, view.rect.y, view.rect.width + view.gutter_left + view.gutter_right,
            view.rect.height};
}

LabelRoom label_room(const Scene& scene, const Document& document, const Picture& picture, int index,
                     const Rect& area) {
    const PictureView& view = picture.views[static_cast<size_t>(index)];
    const float s = picture.scale;
    const SkinAsset& skin = scene.body(document.view.body).skin();
    const glm::vec3 viewer = toward_viewer(view.camera);
    LabelRoom room(area, 5 * s, view.rect);

    const BodyParts* parts = body_parts(scene, document.view.body);
    // The light mesh serves: only where there is any body counts.
    std::vector<glm::vec2> at(skin.positions.size(), glm::vec2{0});
    std::vector<bool> known(skin.positions.size(), false), shown(skin.positions.size(), false);
    // What is cut off leaves a cut that it would have covered; what is looked past leaves its outline, and a stump.
    const bool cut = view.camera.reach_cm < Camera::far_cm && looks_along_limbs(view.camera);
    const bool past = view.camera.outlined;
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
        if (cut || past) room.add(LabelRoom::skin, pa, pb, pc);
        if (!shown[a] || !shown[b] || !shown[c] || (parts && parts->at(a) & view.camera.outlined)) continue;
        room.add(LabelRoom::skin, pa, pb, pc);
        if (parts && (parts->on_face(a) || parts->on_face(b) || parts->on_face(c)))
            room.add(LabelRoom::face, pa, pb, pc);
    }
    // Every triangle that paint reaches into: its border lies between their corners.
    std::vector<bool> painted(skin.positions.size(), false);
    bool any = false;
    for (const PaintLayer& layer : picture.layers) {
        if (!is_subject(layer.paint)) continue;
        for (size_t i = 0; i < layer.field.size(); ++i)
            if (layer.field.values[i] >= 110) painted[layer.field.vertices[i]] = any = true;
    }
    const float rim = 3 * s;
    for (size_t t = 0; any && t + 2 < skin.triangles.size(); t += 3) {
        const std::uint32_t a = skin.triangles[t], b = skin.triangles[t + 1], c = skin.triangles[t + 2];
        if (!painted[a] && !painted[b] && !painted[c]) continue;
        if (dot(skin.normals[a] + skin.normals[b] + skin.normals[c], viewer) < -0.3f) continue;
        const glm::vec2 pa = corner(a), pb = corner(b), pc = corner(c);
        if (!shown[a] || !shown[b] || !shown[c]) continue;
        room.add(LabelRoom::paint, pa, pb, pc);
        for (const glm::vec2 p : {pa, pb, pc})
            if (view.rect.contains(p)) room.add(LabelRoom::paint, Rect{p.x - rim, p.y - rim, 2 * rim, 2 * rim});
    }
    const float mark_reach = 11 * s;
    for (const Mark& mark : picture.marks)
        if (mark.view == index && mark.emphasis != Emphasis::quiet) {
            // One figure of its number lies within reach: "F2" needs more.
            const float number = (4 + 8 * (std::max<float>(1, static_cast<float>(mark.label.size())) - 1)) * s;
            const float left = mark_reach + (mark.number_on_left ? number : 0);
            const float right = mark_reach + (mark.number_on_left ? 0 : number);
            for (const LabelRoom::What what : {LabelRoom::paint, LabelRoom::mark})
                room.add(what, Rect{mark.at.x - left, mark.at.y - mark_reach, left + right,
                                    2 * mark_reach + (mark.number_below ? 5 * s : 0)});
        }
    for (const Inset& inset : picture.insets)
        if (inset.view == index) room.add(LabelRoom::paint, inset.small.rect);
    room.finish();
    return room;
}

}  // namespace myomap
