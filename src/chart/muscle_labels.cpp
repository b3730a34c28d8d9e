#include "chart/muscle_labels.h"

#include <algorithm>
#include <map>

#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "chart/muscle_view.h"
#include "chart/view.h"
#include "chart/view_grid.h"
#include "chart/views.h"
#include "chart/words.h"

namespace myomap {

namespace {

// Beside paint those muscles are named that lie under it or next to it: the others are not what the chart is about.
class NearPaint {
public:
    NearPaint(const SkinAsset& skin, const Picture& picture, const PictureView& view, float cell_px)
        : grid_(view.rect, cell_px) {
        if (picture.layers.empty()) return;
        on_.assign(grid_.count(), false);
        for (const PaintLayer& layer : picture.layers)
            for (const std::uint32_t v : layer.field.vertices) {
                const glm::ivec2 cell = grid_.cell(project(view, skin.positions[v]));
                for (const glm::ivec2 step : {glm::ivec2{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}})
                    if (grid_.holds(cell + step)) on_[grid_.index(cell + step)] = true;
            }
    }

    bool at(glm::vec2 pixel) const {
        const glm::ivec2 cell = grid_.cell(pixel);
        return on_.empty() || (grid_.holds(cell) && on_[grid_.index(cell)]);
    }

private:
    ViewGrid grid_;
    std::vector<bool> on_;
};

// A muscle of the trunk is seen behind a forearm, and is not what its chart is about.
class PaintedBox {
public:
    PaintedBox(const SkinAsset& skin, const Picture& picture) {
        for (const PaintLayer& layer : picture.layers)
            for (const std::uint32_t v : layer.field.vertices) {
                low_ = min(low_, skin.positions[v] - reach_cm);
                high_ = max(high_, skin.positions[v] + reach_cm);
            }
    }

    bool near(const MuscleAsset& asset, int mesh_index, bool right) const {
        if (low_.x > high_.x) return true;
        const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(mesh_index)];
        const glm::vec3 mirror{right ? -1 : 1, 1, 1};
        for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
            const glm::vec3 at = asset.positions[v] * mirror;
            if (all(lessThan(low_, at)) && all(lessThan(at, high_))) return true;
        }
        return false;
    }

private:
    static constexpr float reach_cm = 3;
    glm::vec3 low_{1e9f}, high_{-1e9f};
};

}  // namespace

std::vector<LabelWish> muscle_label_wishes(const Scene& scene, const Document& document, const Picture& picture,
                                           const PictureView& view, float spacing_px, size_t most) {
    const Muscles* muscles = scene.body_muscles(document.view.body);
    if (!muscles || picture.under_skin.looks.empty()) return {};
    const bool right = shown_sides(scene.atlas, document).front() == Side::right;

    // Where each mesh is seen, on the side that is spoken of.
    std::map<int, std::vector<glm::vec2>> seen;
    const NearPaint near_paint(scene.body(document.view.body).skin(), picture, view, 3 * spacing_px);
    const std::vector<bool> shown = shown_meshes(picture.under_skin);
    const glm::vec2 low{view.rect.x, view.rect.y}, high = low + glm::vec2{view.rect.width, view.rect.height};
    for (float y = low.y + 0.5f * spacing_px; y < high.y; y += spacing_px) {
        for (float x = low.x + 0.5f * spacing_px; x < high.x; x += spacing_px) {
            if (!near_paint.at({x, y})) continue;
            Ray ray = unproject(view, {x, y});
            const float beyond =
                dot(ray.origin - view.camera.target, toward_viewer(view.camera)) - view.camera.reach_cm;
            if (beyond > 0) ray.origin += beyond * ray.direction;
            const auto hit = muscles->query().raycast(ray.origin, ray.direction, shown);
            if (!hit || (hit->side == Side::right) != right) continue;
            // What lies deeper is cut away.
            if (dot(hit->position - view.camera.target, toward_viewer(view.camera)) < -view.camera.depth_cm) continue;
            if (muscles->asset().meshes[static_cast<size_t>(hit->mesh)].kind != ShapeKind::bone)
                seen[hit->mesh].push_back({x, y});
        }
    }
    const PaintedBox painted(scene.body(document.view.body).skin(), picture);
    std::vector<std::pair<int, const std::vector<glm::vec2>*>> order;
    for (const auto& [mesh, pixels] : seen)
        if (pixels.size() >= 2 && painted.near(muscles->asset(), mesh, right)) order.emplace_back(mesh, &pixels);
    const auto selected = scene.atlas.find_muscle(chosen_muscle(document.selection));
    const int chosen = selected ? muscles->mesh_of(*selected) : -1;
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
        if ((a.first == chosen) != (b.first == chosen)) return a.first == chosen;
        // Muscles are what people look for; context takes the room they leave.
        const bool muscle = muscles->muscle_of(a.first) >= 0;
        if (muscle != (muscles->muscle_of(b.first) >= 0)) return muscle;
        return a.second->size() > b.second->size();
    });
    std::vector<LabelWish> wishes;
    for (const auto& [mesh, pixels] : order) {
        if (wishes.size() == most) break;
        glm::vec2 middle{0};
        for (const glm::vec2 p : *pixels) middle += p;
        middle /= static_cast<float>(pixels->size());
        const glm::vec2 spot =
            *std::ranges::min_element(*pixels, {}, [&](glm::vec2 p) { return dot(p - middle, p - middle); });
        const int muscle = muscles->muscle_of(mesh);
        wishes.push_back({muscle >= 0
                              ? without_brackets(scene.atlas.muscles[static_cast<size_t>(muscle)].name)
                              : scene.atlas.structure_name(muscles->asset().meshes[static_cast<size_t>(mesh)].id),
                          muscle >= 0 ? "" : scene.phrase("context"),
                          {spot}});
    }
    return wishes;
}

}  // namespace myomap
