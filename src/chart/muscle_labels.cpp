#include "chart/muscle_labels.h"

#include <algorithm>
#include <map>

#include <glm/geometric.hpp>

#include "chart/muscle_view.h"
#include "chart/views.h"

namespace myomap {

std::vector<LabelWish> muscle_label_wishes(const Scene& scene, const ChartDocument& document, const Picture& picture,
                                           const PictureView& view, float spacing_px, size_t most) {
    const Muscles* muscles = scene.body_muscles(document.body);
    if (!muscles || picture.under_skin.looks.empty()) return {};
    const std::vector<bool> shown = shown_meshes(picture.under_skin);
    const std::vector<Side> sides = shown_sides(document.side);
    const Side named = sides.front();

    // Where each muscle is seen, on the side that is spoken of.
    std::map<int, std::vector<glm::vec2>> seen;
    for (float y = view.rect.y + 0.5f * spacing_px; y < view.rect.y + view.rect.height; y += spacing_px) {
        for (float x = view.rect.x + 0.5f * spacing_px; x < view.rect.x + view.rect.width; x += spacing_px) {
            const Ray ray = unproject(view, {x, y});
            const auto hit = muscles->query().raycast(ray.origin, ray.direction, shown);
            if (!hit || hit->side != named) continue;
            if (const int muscle = muscles->muscle_of(hit->mesh); muscle >= 0) seen[muscle].push_back({x, y});
        }
    }
    std::vector<std::pair<int, const std::vector<glm::vec2>*>> order;
    for (const auto& [muscle, pixels] : seen)
        if (pixels.size() >= 2) order.emplace_back(muscle, &pixels);
    const auto chosen = scene.atlas.find_muscle(document.muscle);
    std::ranges::stable_sort(order, [&](const auto& a, const auto& b) {
        if ((a.first == chosen) != (b.first == chosen)) return a.first == chosen;
        return a.second->size() > b.second->size();
    });
    std::vector<LabelWish> wishes;
    for (const auto& [muscle, pixels] : order) {
        if (wishes.size() == most) break;
        glm::vec2 middle{0};
        for (const glm::vec2 p : *pixels) middle += p;
        middle /= static_cast<float>(pixels->size());
        const glm::vec2 spot =
            *std::ranges::min_element(*pixels, {}, [&](glm::vec2 p) { return dot(p - middle, p - middle); });
        wishes.push_back({scene.atlas.muscles[static_cast<size_t>(muscle)].name, "", spot});
    }
    return wishes;
}

}  // namespace myomap
