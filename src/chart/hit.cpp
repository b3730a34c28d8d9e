#include "chart/hit.h"
#include "chart/shown.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "base/text.h"
#include "chart/click_order.h"
#include "chart/muscle_view.h"
#include "chart/sight.h"
#include "chart/views.h"

namespace myomap {

std::optional<PointRef> marked_point(const Scene& scene, const Hit& hit) { return scene.atlas.find_point(hit.mark); }

Hit hit_test(const Scene& scene, const Document& document, const Picture& picture, glm::vec2 pixel) {
    Hit hit;
    for (int v = 0; v < static_cast<int>(picture.views.size()); ++v) {
        if (picture.views[static_cast<size_t>(v)].rect.contains(pixel)) hit.view = v;
    }
    // An inset shows where the view is; it lies over the view and is no part of it.
    if (std::ranges::any_of(picture.insets, [&](const Inset& inset) { return inset.small.rect.contains(pixel); }))
        hit.view = -1;
    if (hit.view < 0) return hit;

    float reach = 9 * picture.scale;
    for (const Mark& mark : picture.marks) {
        // A quiet mark must not steal the click from the selected muscle's own.
        const float distance = glm::distance(mark.at, pixel) + (mark.emphasis == Emphasis::quiet ? 2 : 0);
        if (mark.view != hit.view || distance > reach) continue;
        reach = distance;
        hit.mark = mark.item;
        hit.mark_side = mark.side;
    }

    const Body& body = scene.body(document.view.body);
    const Ray ray = unproject(picture.views[static_cast<size_t>(hit.view)], pixel);
    hit.skin = skin_at(scene, body, picture.views[static_cast<size_t>(hit.view)], pixel);
    if (!hit.skin) return hit;
    hit.side = hit.skin->position.x >= 0 ? Side::left : Side::right;
    if (scene.regions) hit.region = scene.regions->on(body).at(hit.skin->vertex);
    const AtlasFields& fields = scene.body_fields(document.view.body);
    const Muscles* muscles = scene.body_muscles(document.view.body);
    if (muscles) hit.under = muscles->under(*hit.skin);
    if (muscles && !picture.under_skin.looks.empty()) {
        const std::vector<bool> shown =
            shown_meshes(picture.under_skin, muscles->asset(), picture.views[static_cast<size_t>(hit.view)].camera);
        if (const auto seen = muscles->query().raycast(ray.origin, ray.direction, shown)) {
            hit.side = seen->side;
            const int muscle = muscles->muscle_of(seen->mesh);
            const MuscleMesh& seen_mesh = muscles->asset().meshes[static_cast<size_t>(seen->mesh)];
            if (muscle >= 0)
                hit.muscles = {muscle};
            else if (seen_mesh.kind == ShapeKind::tendon)
                hit.structure = seen_mesh.id;
            else
                hit.bone = true;
        }
    } else {
        hit.muscles = click_order(hit.under);
        if (hit.muscles.empty() && !hit.under.empty())
            hit.structure = muscles->asset().meshes[static_cast<size_t>(hit.under.front().mesh)].id;
    }
    for (const PointRef ref : selected_points(scene.atlas, document)) {
        const TriggerPoint& point = scene.atlas.point(ref);
        for (int i = 0; i < static_cast<int>(point.zones.size()); ++i) {
            const Zone& zone = point.zones[static_cast<size_t>(i)];
            if (!is_shown(document.view, zone.kind)) continue;
            for (const Side side : shown_sides(scene.atlas, document, ref)) {
                if (fields.zone(ref, i, side).at(hit.skin->vertex) < 0.5f) continue;
                hit.zones.push_back(scene.phrase("{}: ", scene.phrase(zone.kind == ZoneKind::essential
                                                                          ? "essential zone of trigger point {}"
                                                                          : "spillover zone of trigger point {}",
                                                                      point.label)) +
                                    (zone.words_plain.empty() ? zone.words : zone.words_plain));
                break;
            }
        }
    }
    return hit;
}

std::string describe(const Scene& scene, const Hit& hit, bool with_zones) {
    const auto side_text = [&](Side side) {
        return " · " + scene.phrase(side == Side::left ? "patient's left" : "patient's right");
    };
    if (const auto point = marked_point(scene, hit)) {
        return scene.atlas.muscle(*point).name + " · " +
               scene.phrase("Trigger point {}", scene.atlas.point(*point).label) + side_text(hit.mark_side);
    }
    if (!hit.skin) return {};
    std::string text;
    if (hit.region && hit.region->region >= 0) {
        text = scene.regions->set()
                   .regions[static_cast<size_t>(hit.region->region)]
                   .in(to_text(scene.atlas.language))
                   .plain;
    }
    if (hit.bone) text += (text.empty() ? "" : " · ") + scene.phrase("Bone");
    if (!hit.structure.empty())
        text += (text.empty() ? "" : " · ") + scene.phrase("{} (context)", scene.atlas.structure_name(hit.structure));
    if (hit.muscles.empty() && text.empty()) text = scene.phrase("Skin");
    for (size_t i = 0; i < hit.muscles.size() && i < 3; ++i) {
        text += (i == 0 ? (text.empty() ? "" : " · ") : " › ") +
                scene.atlas.muscles[static_cast<size_t>(hit.muscles[i])].name;
    }
    text += side_text(hit.side);
    if (with_zones)
        for (const std::string& zone : hit.zones) text += " · " + zone;
    return capitalised(text);
}

}  // namespace myomap
