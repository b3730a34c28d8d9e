#include "chart/actions.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/framing.h"
#include "chart/muscle_view.h"
#include "chart/views.h"

namespace myomap {

namespace {

// Runs the change; its words count only when the document is another one afterwards.
template <class Change>
std::string changed(ChartDocument& document, std::string words, Change change) {
    const ChartDocument before = document;
    change();
    return document == before ? std::string{} : words;
}

void forget_selection(ChartDocument& document) {
    document.muscle.clear();
    document.point.clear();
    document.region.clear();
    document.symptom.clear();
    document.around = Around::all;
}

// A chosen muscle that is hidden, or lies over or under the layers that are shown, is brought back.
void bring_to_light(ChartDocument& document, const Scene& scene, int muscle) {
    std::erase(document.hidden, scene.atlas.muscles[static_cast<size_t>(muscle)].id);
    const Muscles* muscles = scene.body_muscles(document.body);
    if (document.layers != LayerMode::muscles || !muscles) return;
    const int mesh = muscles->mesh_of(muscle);
    if (mesh >= 0) document.peeled = muscles->asset().meshes[static_cast<size_t>(mesh)].peel;
}

// In the free view the camera stays as long as the selection faces it.
void show_selection(ChartDocument& document, const Scene& scene) {
    if (document.layout != Layout::single) {
        document.layout = Layout::focus;
        return;
    }
    const auto points = selected_points(scene.atlas, document);
    const Side side = shown_sides(document.side).front();
    if (points.empty()) return;
    const SkinPoint place = scene.body_fields(document.body).place(points[0], side);
    if (dot(place.normal, toward_viewer(document.single)) > 0.2f) return;
    const Framing framing = frame_selection(scene, document);
    document.single = standard_camera(framing.views[0].view, document.single.target, document.single.height_cm);
}

}  // namespace

std::string select_point(ChartDocument& document, const Scene& scene, PointRef ref) {
    return changed(document, "Select " + scene.atlas.full_id(ref), [&] {
        forget_selection(document);
        document.muscle = scene.atlas.muscle(ref).id;
        document.point = scene.atlas.point(ref).id;
        bring_to_light(document, scene, ref.muscle);
        show_selection(document, scene);
    });
}

std::string select_muscle(ChartDocument& document, const Scene& scene, int muscle) {
    const Muscle& chosen = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, "Select " + chosen.name, [&] {
        forget_selection(document);
        document.muscle = chosen.id;
        bring_to_light(document, scene, muscle);
        show_selection(document, scene);
    });
}

std::string select_region(ChartDocument& document, const Scene& scene, RegionRef region) {
    const SkinRegion& chosen = scene.regions->set().regions.at(static_cast<size_t>(region.region));
    return changed(document, "Select " + chosen.in(to_text(scene.atlas.language)).plain, [&] {
        forget_selection(document);
        document.region = chosen.id;
        document.region_side = region.side;
        if (document.layout != Layout::single) document.layout = Layout::focus;
    });
}

std::string select_symptom(ChartDocument& document, const Scene& scene, const std::string& id) {
    const Symptom* symptom = scene.symptoms->find_symptom(id);
    if (!symptom) return {};
    return changed(document, "Select " + symptom->in(to_text(scene.atlas.language)).plain, [&] {
        forget_selection(document);
        document.symptom = id;
        if (document.layout != Layout::single) document.layout = Layout::focus;
    });
}

std::string clear_selection(ChartDocument& document) {
    return changed(document, "Clear the selection", [&] {
        forget_selection(document);
        if (document.layout == Layout::focus) document.layout = Layout::plate;
    });
}

std::string step_point(ChartDocument& document, const Scene& scene, int step) {
    const std::vector<PointRef> all = scene.atlas.all_points();
    if (all.empty()) return {};
    const auto selected = selected_points(scene.atlas, document);
    const int count = static_cast<int>(all.size());
    int next = step > 0 ? 0 : count - 1;
    if (!selected.empty()) {
        const int at = static_cast<int>(std::ranges::find(all, selected.front()) - all.begin());
        // From a whole muscle the first step forward goes to its first point.
        next = document.point.empty() && step > 0 ? at : (at + step + count) % count;
    }
    return select_point(document, scene, all[static_cast<size_t>(next)]);
}

std::string step_muscle(ChartDocument& document, const Scene& scene, int step) {
    const int count = static_cast<int>(scene.atlas.muscles.size());
    if (count == 0) return {};
    const auto at = scene.atlas.find_muscle(document.muscle);
    const int next = at ? (*at + step + count) % count : step > 0 ? 0 : count - 1;
    if (scene.atlas.muscles[static_cast<size_t>(next)].trigger_points.empty()) {
        return select_muscle(document, scene, next);
    }
    return select_point(document, scene, {next, 0});
}

std::string choose_body(ChartDocument& document, BodyId body) {
    return changed(document, body == BodyId::adult_male ? "Show the male body" : "Show the female body",
                   [&] { document.body = body; });
}

std::string choose_side(ChartDocument& document, SideChoice side) {
    return changed(document,
                   side == SideChoice::both ? "Show both sides" : std::string("Show the patient's ") + to_text(side),
                   [&] {
                       document.side = side;
                       if (side != SideChoice::both && !document.region.empty())
                           document.region_side = side == SideChoice::left ? Side::left : Side::right;
                   });
}

std::string choose_theme(ChartDocument& document, Theme theme) {
    return changed(document, theme == Theme::light ? "Light theme" : "Dark theme", [&] { document.theme = theme; });
}

std::string choose_layout(ChartDocument& document, const Scene& scene, Layout layout) {
    if (layout == Layout::focus && selected_points(scene.atlas, document).empty() &&
        shown_regions(scene, document).empty()) {
        return {};
    }
    static constexpr const char* names[] = {"Whole-body plate", "Head and neck plate", "Best views of the selection",
                                            "One large view"};
    return changed(document, names[static_cast<size_t>(layout)], [&] { document.layout = layout; });
}

std::string toggle_spillover(ChartDocument& document) {
    document.show_spillover = !document.show_spillover;
    return document.show_spillover ? "Show spillover zones" : "Hide spillover zones";
}

std::string toggle_muscle_area(ChartDocument& document) {
    document.show_muscle_area = !document.show_muscle_area;
    return document.show_muscle_area ? "Show the muscle's area" : "Hide the muscle's area";
}

std::string toggle_labels(ChartDocument& document) {
    document.show_labels = !document.show_labels;
    return document.show_labels ? "Show labels" : "Hide labels";
}

std::string toggle_all_points(ChartDocument& document) {
    document.show_all_points = !document.show_all_points;
    return document.show_all_points ? "Show all trigger points" : "Show the selected points only";
}

std::string choose_depth(ChartDocument& document, const Scene& scene, int step) {
    const int chosen = std::clamp(step, 0, depth_steps(scene) - 1);
    return changed(document, std::string("Depth: ") + depth_words(chosen), [&] { set_depth(document, chosen); });
}

std::string step_depth(ChartDocument& document, const Scene& scene, int step) {
    return choose_depth(document, scene, depth_step(scene, document) + step);
}

std::string choose_around(ChartDocument& document, Around around) {
    if (document.muscle.empty() && around != Around::all) return {};
    return changed(document,
                   around == Around::all     ? "Show all muscles"
                   : around == Around::alone ? "Show the muscle alone"
                   : around == Around::over  ? "Show what lies over the muscle"
                                             : "Show what lies under the muscle",
                   [&] {
                       document.around = around;
                       if (around != Around::all) {
                           if (document.layers == LayerMode::skin) document.layers = LayerMode::muscles;
                           document.peeled = 0;
                       }
                   });
}

std::string hide_muscle(ChartDocument& document, const Scene& scene, int muscle) {
    const Muscle& hidden = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, "Hide " + hidden.name, [&] {
        if (std::ranges::find(document.hidden, hidden.id) == document.hidden.end())
            document.hidden.push_back(hidden.id);
    });
}

std::string show_hidden_muscles(ChartDocument& document) {
    return changed(document, "Show all muscles", [&] {
        document.hidden.clear();
        document.around = Around::all;
    });
}

std::string choose_style(ChartDocument& document, Style style) {
    return changed(document, style == Style::shaded ? "Shaded picture" : "Line drawing",
                   [&] { document.style = style; });
}

std::string show_standard_view(ChartDocument& document, const Scene& scene, StandardView view) {
    return changed(document, "View: " + title_of(view), [&] {
        const float height = scene.body(document.body).height_cm();
        const Framing framing = frame_selection(scene, document);
        if (document.layout == Layout::single) {
            document.single.orientation = orientation_of(view);
        } else if (document.layout == Layout::focus && !framing.views.empty()) {
            document.single = standard_camera(view, framing.views[0].target, framing.height_cm);
        } else if (document.layout == Layout::head_neck) {
            document.single = standard_camera(view, {0, 0.895f * height, 4}, 0.26f * height);
        } else {
            document.single = standard_camera(view, {0, 0.5f * height, 3.5f}, 1.12f * height);
        }
        document.layout = Layout::single;
    });
}

std::string show_single(ChartDocument& document, const Camera& camera) {
    return changed(document, "One large view", [&] {
        document.single = camera;
        document.single.reach_cm = document.single.depth_cm = Camera::far_cm;  // a body turned by hand is whole
        document.layout = Layout::single;
    });
}

void turn(ChartDocument& document, glm::vec2 pixels, float pixels_per_turn) {
    const glm::vec2 angle = glm::two_pi<float>() * pixels / pixels_per_turn;
    const glm::quat yaw = glm::angleAxis(angle.x, glm::vec3{0, 1, 0});
    const glm::quat pitch = glm::angleAxis(angle.y, glm::vec3{1, 0, 0});
    document.single.orientation = glm::normalize(pitch * document.single.orientation * yaw);
}

void pan(ChartDocument& document, glm::vec2 pixels, float view_height_px) {
    const float cm_per_px = document.single.height_cm / view_height_px;
    document.single.target -=
        glm::inverse(document.single.orientation) * glm::vec3{pixels.x * cm_per_px, -pixels.y * cm_per_px, 0};
}

void zoom(ChartDocument& document, float factor, glm::vec2 at) {
    constexpr float nearest_cm = 4, farthest_cm = 300;
    Camera& camera = document.single;
    const float height = std::clamp(camera.height_cm / factor, nearest_cm, farthest_cm);
    // The body's place under the cursor stays under the cursor.
    camera.target += glm::inverse(camera.orientation) * (glm::vec3{at, 0} * (camera.height_cm - height));
    camera.height_cm = height;
}

std::string snap_to_nearest_view(ChartDocument& document) {
    if (standard_view_of(document.single)) return {};
    const StandardView view = nearest_standard_view(document.single);
    return changed(document, "View: " + title_of(view), [&] { document.single.orientation = orientation_of(view); });
}

}  // namespace myomap
