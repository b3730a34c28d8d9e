#include "chart/muscle_labels.h"

#include <algorithm>
#include <map>
#include <optional>

#include <glm/geometric.hpp>
#include <glm/vector_relational.hpp>

#include "chart/muscle_view.h"
#include "chart/standard_views.h"
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

    const auto selected = scene.atlas.find_muscle(chosen_muscle(document.selection));
    const int chosen = selected ? muscles->mesh_of(*selected) : -1;

    const MuscleAsset& asset = muscles->asset();
    const glm::vec3 viewer = toward_viewer(view.camera);
    const SkinQuery& skin = scene.body(document.view.body).query();
    std::map<int, glm::vec3> outward;
    const auto lies_outward = [&](int mesh) {
        const auto [known, added] = outward.try_emplace(mesh);
        if (added)
            known->second = outward_of(scene.body(document.view.body), asset, asset.meshes[static_cast<size_t>(mesh)],
                                       right ? Side::right : Side::left);
        return known->second;
    };

    // What is met at a pixel, if it lies on the side that is spoken of and is not cut away.
    const auto met_at = [&](glm::vec2 pixel, const std::vector<bool>& of) -> std::optional<MuscleHit> {
        Ray ray = unproject(view, pixel);
        const float beyond = dot(ray.origin - view.camera.target, viewer) - view.camera.reach_cm;
        if (beyond > 0) ray.origin += beyond * ray.direction;
        const auto hit = muscles->query().raycast(ray.origin, ray.direction, of);
        if (!hit || (hit->side == Side::right) != right) return std::nullopt;
        if (dot(hit->position - view.camera.target, viewer) < -view.camera.depth_cm) return std::nullopt;
        return hit;
    };
    // At the rim of a limb a muscle of its far side peeps round it, between bones through it: that view shows another.
    // Deep muscles have no such side.
    const auto faces_the_viewer = [&](const MuscleHit& hit) {
        constexpr float away = -0.3f, grazing = 0.2f;
        if (dot(hit.normal, viewer) < grazing) return false;
        if (asset.meshes[static_cast<size_t>(hit.mesh)].peel > 0) return dot(lies_outward(hit.mesh), viewer) > away;
        return dot(skin.closest(hit.position).normal, viewer) > grazing;
    };

    // Where each mesh is seen, and how often not from the side that it turns outwards.
    struct Seen {
        std::vector<glm::vec2> flesh, tendon;
        size_t aslant = 0;
        size_t count() const { return flesh.size() + tendon.size(); }
    };
    std::map<int, Seen> seen;
    const NearPaint near_paint(scene.body(document.view.body).skin(), picture, view, 3 * spacing_px);
    const glm::vec2 low{view.rect.x, view.rect.y}, high = low + glm::vec2{view.rect.width, view.rect.height};
    const auto for_each_pixel = [&](const auto& look) {
        for (float y = low.y + 0.5f * spacing_px; y < high.y; y += spacing_px)
            for (float x = low.x + 0.5f * spacing_px; x < high.x; x += spacing_px)
                if (near_paint.at({x, y})) look(glm::vec2{x, y});
    };
    const auto remember = [&](glm::vec2 pixel, const MuscleHit& hit) {
        constexpr float half = 0.5f;
        (hit.tendon > half ? seen[hit.mesh].tendon : seen[hit.mesh].flesh).push_back(pixel);
    };
    const std::vector<bool> shown = shown_meshes(picture.under_skin);
    for_each_pixel([&](glm::vec2 pixel) {
        const auto hit = met_at(pixel, shown);
        if (!hit || asset.meshes[static_cast<size_t>(hit->mesh)].kind == ShapeKind::bone) return;
        if (hit->mesh == chosen || faces_the_viewer(*hit))
            remember(pixel, *hit);
        else
            ++seen[hit->mesh].aslant;
    });

    // The chosen one shines through what lies close before it and has its name there too; not through the trunk.
    const size_t its_own = 2 * static_cast<size_t>(std::max(chosen, 0)) + right;
    std::vector<bool> alone(shown.size(), false);
    const auto shines_at = [&](glm::vec2 pixel) -> std::optional<MuscleHit> {
        constexpr float deepest_cm = 6;
        const auto hit = met_at(pixel, alone), before = met_at(pixel, shown);
        if (!hit || !before || dot(before->position - hit->position, viewer) > deepest_cm) return std::nullopt;
        return dot(skin.closest(hit->position).normal, viewer) > 0 ? hit : std::nullopt;
    };
    bool shines = false;
    if (chosen >= 0 && shown[its_own] && !seen.contains(chosen) && shines_through(lies_outward(chosen), viewer)) {
        shines = true;
        alone[its_own] = true;
        for_each_pixel([&](glm::vec2 pixel) {
            if (const auto hit = shines_at(pixel)) remember(pixel, *hit);
        });
    }

    // A leader ends where the mesh is met all round its end, or it would seem to end on a neighbour.
    const auto ends_on = [&](int mesh, glm::vec2 spot) {
        const float round = 0.2f * spacing_px;
        int met = 0;
        for (const glm::vec2 step : {glm::vec2{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            const auto hit =
                mesh == chosen && shines ? shines_at(spot + round * step) : met_at(spot + round * step, shown);
            met += hit && hit->mesh == mesh;
        }
        return met >= 3;
    };
    const auto spot_of = [&](int mesh, std::vector<glm::vec2> pixels) -> std::optional<glm::vec2> {
        glm::vec2 middle{0};
        for (const glm::vec2 p : pixels) middle += p / static_cast<float>(pixels.size());
        std::ranges::stable_sort(pixels, {}, [&](glm::vec2 p) { return dot(p - middle, p - middle); });
        const auto spot = std::ranges::find_if(pixels, [&](glm::vec2 p) { return ends_on(mesh, p); });
        return spot == pixels.end() ? std::nullopt : std::optional(*spot);
    };
    const PaintedBox painted(scene.body(document.view.body).skin(), picture);
    std::vector<std::pair<int, const Seen*>> order;
    for (const auto& [mesh, where] : seen)
        if (where.count() >= 2 && where.count() > where.aslant && (mesh == chosen || painted.near(asset, mesh, right)))
            order.emplace_back(mesh, &where);
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
        if ((a.first == chosen) != (b.first == chosen)) return a.first == chosen;
        // Muscles are what people look for; context takes the room they leave.
        const bool muscle = muscles->muscle_of(a.first) >= 0;
        if (muscle != (muscles->muscle_of(b.first) >= 0)) return muscle;
        return a.second->count() > b.second->count();
    });
    std::vector<LabelWish> wishes;
    for (const auto& [mesh, where] : order) {
        if (wishes.size() == most) break;
        auto spot = spot_of(mesh, where->flesh);
        if (!spot) spot = spot_of(mesh, where->tendon);
        if (!spot) continue;
        const int muscle = muscles->muscle_of(mesh);
        wishes.push_back({muscle >= 0 ? without_brackets(scene.atlas.muscles[static_cast<size_t>(muscle)].name)
                                      : scene.atlas.structure_name(asset.meshes[static_cast<size_t>(mesh)].id),
                          muscle >= 0 ? "" : scene.phrase("context"),
                          {*spot}});
    }
    return wishes;
}

}  // namespace myomap
