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
std::string changed(Document& document, std::string words, Change change) {
    const Document before = document;
    change();
    return document == before ? std::string{} : words;
}

void forget_selection(Document& document) {
    chosen_muscle(document.selection).clear();
    chosen_point(document.selection).clear();
    chosen_region(document.selection).clear();
    chosen_complaint(document.selection).clear();
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
    const Side side = shown_sides(document.view.side).front();
    if (points.empty()) return;
    const SkinPoint place = scene.body_fields(document.view.body).place(points[0], side);
    if (dot(place.normal, toward_viewer(document.view.single)) > 0.2f) return;
    const Framing framing = frame_selection(scene, document);
    document.view.single =
        standard_camera(framing.views[0].view, document.view.single.target, document.view.single.height_cm);
}

}  // namespace

std::string select_point(Document& document, const Scene& scene, PointRef ref) {
    return changed(document, "Select " + scene.atlas.full_id(ref), [&] {
        forget_selection(document);
        document.selection = MuscleSelection{scene.atlas.muscle(ref).id, scene.atlas.point(ref).id};
        bring_to_light(document, scene, ref.muscle);
        show_selection(document, scene);
    });
}

std::string select_muscle(Document& document, const Scene& scene, int muscle) {
    const Muscle& chosen = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, "Select " + chosen.name, [&] {
        forget_selection(document);
        document.selection = MuscleSelection{chosen.id, ""};
        bring_to_light(document, scene, muscle);
        show_selection(document, scene);
    });
}

std::string select_region(Document& document, const Scene& scene, RegionRef region) {
    const SkinRegion& chosen = scene.regions->set().regions.at(static_cast<size_t>(region.region));
    return changed(document, "Select " + chosen.in(to_text(scene.atlas.language)).plain, [&] {
        forget_selection(document);
        chosen_region(document.selection) = chosen.id;
        document.region_side = region.side;
        if (document.view.layout != Layout::single) document.view.layout = Layout::focus;
    });
}

std::string select_symptom(Document& document, const Scene& scene, const std::string& id) {
    const Symptom* symptom = scene.symptoms->find_symptom(id);
    if (!symptom) return {};
    return changed(document, "Select " + symptom->in(to_text(scene.atlas.language)).plain, [&] {
        forget_selection(document);
        chosen_complaint(document.selection) = id;
        if (document.view.layout != Layout::single) document.view.layout = Layout::focus;
    });
}

std::string clear_selection(Document& document) {
    return changed(document, "Clear the selection", [&] {
        forget_selection(document);
        if (document.view.layout == Layout::focus) document.view.layout = Layout::plate;
    });
}

std::string step_point(Document& document, const Scene& scene, int step) {
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

std::string step_muscle(Document& document, const Scene& scene, int step) {
    const int count = static_cast<int>(scene.atlas.muscles.size());
    if (count == 0) return {};
    const auto at = scene.atlas.find_muscle(chosen_muscle(document.selection));
    const int next = at ? (*at + step + count) % count : step > 0 ? 0 : count - 1;
    if (scene.atlas.muscles[static_cast<size_t>(next)].trigger_points.empty()) {
        return select_muscle(document, scene, next);
    }
    return select_point(document, scene, {next, 0});
}

std::string choose_body(Document& document, BodyId body) {
    return changed(document, body == BodyId::adult_male ? "Show the male body" : "Show the female body",
                   [&] { document.view.body = body; });
}

std::string choose_side(Document& document, SideChoice side) {
    return changed(document,
                   side == SideChoice::both ? "Show both sides" : std::string("Show the patient's ") + to_text(side),
                   [&] {
                       document.view.side = side;
                       if (side != SideChoice::both && !chosen_region(document.selection).empty())
                           document.region_side = side == SideChoice::left ? Side::left : Side::right;
                   });
}

std::string choose_theme(Document& document, Theme theme) {
    return changed(document, theme == Theme::light ? "Light theme" : "Dark theme",
                   [&] { document.view.theme = theme; });
}

std::string choose_layout(Document& document, const Scene& scene, Layout layout) {
    if (layout == Layout::focus && selected_points(scene.atlas, document).empty() &&
        shown_regions(scene, document).empty()) {
        return {};
    }
    static constexpr const char* names[] = {"Whole-body plate", "Head and neck plate", "Best views of the selection",
                                            "One large view"};
    return changed(document, names[static_cast<size_t>(layout)], [&] { document.view.layout = layout; });
}

std::string toggle_spillover(Document& document) {
    document.view.show_spillover = !document.view.show_spillover;
    return document.view.show_spillover ? "Show spillover zones" : "Hide spillover zones";
}

std::string toggle_muscle_area(Document& document) {
    document.view.show_muscle_area = !document.view.show_muscle_area;
    return document.view.show_muscle_area ? "Show the muscle's area" : "Hide the muscle's area";
}

std::string toggle_labels(Document& document) {
    document.view.show_labels = !document.view.show_labels;
    return document.view.show_labels ? "Show labels" : "Hide labels";
}

std::string toggle_all_points(Document& document) {
    document.view.show_all_points = !document.view.show_all_points;
    return document.view.show_all_points ? "Show all trigger points" : "Show the selected points only";
}

std::string choose_depth(Document& document, const Scene& scene, int step) {
    const int chosen = std::clamp(step, 0, depth_steps(scene) - 1);
    return changed(document, std::string("Depth: ") + depth_words(chosen), [&] { set_depth(document, chosen); });
}

std::string step_depth(Document& document, const Scene& scene, int step) {
    return choose_depth(document, scene, depth_step(scene, document) + step);
}

std::string choose_around(Document& document, Around around) {
    if (chosen_muscle(document.selection).empty() && around != Around::all) return {};
    return changed(document,
                   around == Around::all     ? "Show all muscles"
                   : around == Around::alone ? "Show the muscle alone"
                   : around == Around::over  ? "Show what lies over the muscle"
                                             : "Show what lies under the muscle",
                   [&] {
                       document.view.around = around;
                       if (around != Around::all) {
                           if (document.view.layers == LayerMode::skin) document.view.layers = LayerMode::muscles;
                           document.view.peeled = 0;
                       }
                   });
}

std::string hide_muscle(Document& document, const Scene& scene, int muscle) {
    const Muscle& hidden = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, "Hide " + hidden.name, [&] {
        if (std::ranges::find(document.view.hidden, hidden.id) == document.view.hidden.end())
            document.view.hidden.push_back(hidden.id);
    });
}

std::string show_hidden_muscles(Document& document) {
    return changed(document, "Show all muscles", [&] {
        document.view.hidden.clear();
        document.view.around = Around::all;
    });
}

std::string choose_style(Document& document, Style style) {
    return changed(document, style == Style::shaded ? "Shaded picture" : "Line drawing",
                   [&] { document.view.style = style; });
}

std::string show_standard_view(Document& document, const Scene& scene, StandardView view) {
    return changed(document, "View: " + title_of(view), [&] {
        const float height = scene.body(document.view.body).height_cm();
        const Framing framing = frame_selection(scene, document);
        if (document.view.layout == Layout::single) {
            document.view.single.orientation = orientation_of(view);
        } else if (document.view.layout == Layout::focus && !framing.views.empty()) {
            document.view.single = standard_camera(view, framing.views[0].target, framing.height_cm);
        } else if (document.view.layout == Layout::head_neck) {
            document.view.single = standard_camera(view, {0, 0.895f * height, 4}, 0.26f * height);
        } else {
            document.view.single = standard_camera(view, {0, 0.5f * height, 3.5f}, 1.12f * height);
        }
        document.view.layout = Layout::single;
    });
}

std::string show_single(Document& document, const Camera& camera) {
    return changed(document, "One large view", [&] {
        document.view.single = camera;
        document.view.single.reach_cm = document.view.single.depth_cm =
            Camera::far_cm;  // a body turned by hand is whole
        document.view.layout = Layout::single;
    });
}

void turn(Document& document, glm::vec2 pixels, float pixels_per_turn) {
    const glm::vec2 angle = glm::two_pi<float>() * pixels / pixels_per_turn;
    const glm::quat yaw = glm::angleAxis(angle.x, glm::vec3{0, 1, 0});
    const glm::quat pitch = glm::angleAxis(angle.y, glm::vec3{1, 0, 0});
    document.view.single.orientation = glm::normalize(pitch * document.view.single.orientation * yaw);
}

void pan(Document& document, glm::vec2 pixels, float view_height_px) {
    const float cm_per_px = document.view.single.height_cm / view_height_px;
    document.view.single.target -=
        glm::inverse(document.view.single.orientation) * glm::vec3{pixels.x * cm_per_px, -pixels.y * cm_per_px, 0};
}

void zoom(Document& document, float factor, glm::vec2 at) {
    constexpr float nearest_cm = 4, farthest_cm = 300;
    Camera& camera = document.view.single;
    const float height = std::clamp(camera.height_cm / factor, nearest_cm, farthest_cm);
    // The body's place under the cursor stays under the cursor.
    camera.target += glm::inverse(camera.orientation) * (glm::vec3{at, 0} * (camera.height_cm - height));
    camera.height_cm = height;
}

std::string snap_to_nearest_view(Document& document) {
    if (standard_view_of(document.view.single)) return {};
    const StandardView view = nearest_standard_view(document.view.single);
    return changed(document, "View: " + title_of(view),
                   [&] { document.view.single.orientation = orientation_of(view); });
}

}  // namespace myomap
