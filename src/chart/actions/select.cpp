#include "chart/actions/select.h"

#include <algorithm>

#include <glm/geometric.hpp>

#include "chart/actions/changed.h"
#include "chart/framing.h"
#include "chart/views.h"

namespace myomap {

namespace {

using Kind = MessageArgument::Kind;

// What lay around the muscle that was chosen before says nothing about another one.
void select(Document& document, Selection selection) {
    document.selection = std::move(selection);
    document.view.around = Around::all;
}

// A chosen muscle that is hidden, or lies over or under the layers that are shown, is brought back.
void bring_to_light(Document& document, const Scene& scene, int muscle) {
    std::erase(document.view.hidden, scene.atlas.muscles[static_cast<size_t>(muscle)].id);
    const Muscles* muscles = scene.body_muscles(document.view.body);
    if (document.view.layers != LayerMode::muscles || !muscles) return;
    const int mesh = muscles->mesh_of(muscle);
    if (mesh >= 0) document.view.peeled = muscles->asset().meshes[static_cast<size_t>(mesh)].peel;
}

// In the free view the camera stays as long as the selection faces it.
void show_selection(Document& document, const Scene& scene) {
    if (document.view.layout != Layout::single) {
        document.view.layout = Layout::focus;
        return;
    }
    const auto points = selected_points(scene.atlas, document);
    if (points.empty()) return;
    const Side side = shown_sides(scene.atlas, document).front();
    const SkinPoint place = scene.body_fields(document.view.body).place(points[0], side);
    if (dot(place.normal, toward_viewer(document.view.single)) > 0.2f) return;
    const Framing framing = frame_selection(scene, document);
    document.view.single =
        standard_camera(framing.views[0].view, document.view.single.target, document.view.single.height_cm);
}

}  // namespace

Message select_point(Document& document, const Scene& scene, PointRef ref) {
    return changed(document, {"Select {}", {{Kind::point, scene.atlas.full_id(ref)}}}, [&] {
        select(document, MuscleSelection{scene.atlas.muscle(ref).id, scene.atlas.point(ref).id});
        bring_to_light(document, scene, ref.muscle);
        show_selection(document, scene);
    });
}

Message select_muscle(Document& document, const Scene& scene, int muscle) {
    const Muscle& chosen = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, {"Select {}", {{Kind::muscle, chosen.id}}}, [&] {
        select(document, MuscleSelection{chosen.id, ""});
        bring_to_light(document, scene, muscle);
        show_selection(document, scene);
    });
}

Message select_region(Document& document, const Scene& scene, RegionRef region) {
    const SkinRegion& chosen = scene.regions->set().regions.at(static_cast<size_t>(region.region));
    return changed(document, {"Select {}", {{Kind::region, chosen.id}}}, [&] {
        select(document, RegionSelection{chosen.id, region.side});
        if (document.view.layout != Layout::single) document.view.layout = Layout::focus;
    });
}

Message select_symptom(Document& document, const Scene& scene, const std::string& id) {
    if (!scene.symptoms->find_symptom(id)) return {};
    return changed(document, {"Select {}", {{Kind::symptom, id}}}, [&] {
        select(document, ComplaintSelection{id});
        if (document.view.layout != Layout::single) document.view.layout = Layout::focus;
    });
}

Message clear_selection(Document& document) {
    return changed(document, "Clear the selection", [&] {
        select(document, {});
        if (document.view.layout == Layout::focus) document.view.layout = Layout::plate;
    });
}

Message step_point(Document& document, const Scene& scene, int step) {
    const std::vector<PointRef> all = scene.atlas.all_points();
    if (all.empty()) return {};
    const auto selected = selected_points(scene.atlas, document);
    const int count = static_cast<int>(all.size());
    int next = step > 0 ? 0 : count - 1;
    if (!selected.empty()) {
        const int at = static_cast<int>(std::ranges::find(all, selected.front()) - all.begin());
        // From a whole muscle the first step forward goes to its first point.
        next = chosen_point(document.selection).empty() && step > 0 ? at : (at + step + count) % count;
    }
    return select_point(document, scene, all[static_cast<size_t>(next)]);
}

Message step_muscle(Document& document, const Scene& scene, int step) {
    const int count = static_cast<int>(scene.atlas.muscles.size());
    if (count == 0) return {};
    const auto at = scene.atlas.find_muscle(chosen_muscle(document.selection));
    const int next = at ? (*at + step + count) % count : step > 0 ? 0 : count - 1;
    if (scene.atlas.muscles[static_cast<size_t>(next)].trigger_points.empty()) {
        return select_muscle(document, scene, next);
    }
    return select_point(document, scene, {next, 0});
}

}  // namespace myomap
