#include "chart/actions/look.h"

#include <algorithm>
#include <cmath>

#include <glm/gtc/constants.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/actions/changed.h"
#include "chart/framing.h"
#include "chart/muscle_view.h"
#include "chart/views.h"

namespace myomap {

namespace {

using Kind = MessageArgument::Kind;

Message view_message(StandardView view) { return {"View: {}", {{Kind::phrase, title_of(view)}}}; }

}  // namespace

Message choose_body(Document& document, BodyId body) {
    return changed(document, body == BodyId::adult_male ? "Show the male body" : "Show the female body",
                   [&] { document.view.body = body; });
}

Message choose_side(Document& document, SideChoice side) {
    return changed(document,
                   side == SideChoice::both   ? "Show both sides"
                   : side == SideChoice::left ? "Show the patient's left"
                                              : "Show the patient's right",
                   [&] {
                       document.view.side = side;
                       auto* region = std::get_if<RegionSelection>(&document.selection);
                       if (side != SideChoice::both && region)
                           region->side = side == SideChoice::left ? Side::left : Side::right;
                   });
}

Message choose_theme(Document& document, Theme theme) {
    return changed(document, theme == Theme::light ? "Light theme" : "Dark theme",
                   [&] { document.view.theme = theme; });
}

Message choose_layout(Document& document, const Scene& scene, Layout layout) {
    if (layout == Layout::focus && selected_points(scene.atlas, document).empty() &&
        shown_regions(scene, document).empty() && document.drawing.areas.empty() && document.question.empty()) {
        return {};
    }
    static constexpr const char* names[] = {"Whole-body plate", "Head and neck plate", "Best views of the selection",
                                            "One large view"};
    return changed(document, names[static_cast<size_t>(layout)], [&] { document.view.layout = layout; });
}

Message toggle_spillover(Document& document) {
    document.view.show_spillover = !document.view.show_spillover;
    return document.view.show_spillover ? "Show spillover zones" : "Hide spillover zones";
}

Message toggle_muscle_area(Document& document) {
    document.view.show_muscle_area = !document.view.show_muscle_area;
    return document.view.show_muscle_area ? "Show the muscle's area" : "Hide the muscle's area";
}

Message toggle_labels(Document& document) {
    document.view.show_labels = !document.view.show_labels;
    return document.view.show_labels ? "Show labels" : "Hide labels";
}

Message toggle_all_points(Document& document) {
    document.view.show_all_points = !document.view.show_all_points;
    return document.view.show_all_points ? "Show all trigger points" : "Show the selected points only";
}

Message choose_depth(Document& document, const Scene& scene, int step) {
    const int chosen = std::clamp(step, 0, depth_steps(scene) - 1);
    return changed(document, {"Depth: {}", {{Kind::phrase, depth_words(chosen)}}},
                   [&] { set_depth(document, chosen); });
}

Message step_depth(Document& document, const Scene& scene, int step) {
    return choose_depth(document, scene, depth_step(scene, document) + step);
}

Message choose_around(Document& document, Around around) {
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

Message hide_muscle(Document& document, const Scene& scene, int muscle) {
    const Muscle& hidden = scene.atlas.muscles.at(static_cast<size_t>(muscle));
    return changed(document, {"Hide {}", {{Kind::muscle, hidden.id}}}, [&] {
        if (std::ranges::find(document.view.hidden, hidden.id) == document.view.hidden.end())
            document.view.hidden.push_back(hidden.id);
    });
}

Message show_hidden_muscles(Document& document) {
    return changed(document, "Show all muscles", [&] {
        document.view.hidden.clear();
        document.view.around = Around::all;
    });
}

Message choose_style(Document& document, Style style) {
    return changed(document, style == Style::shaded ? "Shaded picture" : "Line drawing",
                   [&] { document.view.style = style; });
}

namespace {

// A body turned by hand is whole.
void show_all_of_it(Camera& camera) {
    camera.reach_cm = camera.depth_cm = Camera::far_cm;
    camera.outlined = camera.unseen = 0;
}

// From above head and shoulders, from below the soles: what is seen of a standing body.
Camera whole_body(StandardView view, float height_cm) {
    if (view == StandardView::superior) return standard_camera(view, {0, 0.9f * height_cm, 0}, 0.46f * height_cm);
    if (view == StandardView::inferior) return standard_camera(view, {0, 0, 4}, 0.3f * height_cm);
    return standard_camera(view, {0, 0.5f * height_cm, 3.5f}, 1.12f * height_cm);
}

// What was framed, seen from another side: with all of the head, hand or foot that it lies on.
Camera of_framed(const Body& body, const FramedView& framed, StandardView view) {
    constexpr float share = 0.6f, share_of_part = 0.86f;  // of the view
    const float size_cm = std::max({framed.width_cm, framed.height_cm, 0.5f * framed.part_cm});
    Camera camera = standard_camera(view, framed.target, size_cm / share);
    if (framed.part == SmallPart::none) return camera;
    const glm::vec3 target = camera.orientation * framed.target;
    auto [low, high] = box_of(body, framed.part, camera.orientation);
    low = min(low, glm::vec2(target) - 0.5f * size_cm);
    high = max(high, glm::vec2(target) + 0.5f * size_cm);
    camera.target = glm::inverse(camera.orientation) * glm::vec3(0.5f * (low + high), target.z);
    camera.height_cm = std::max(high.x - low.x, high.y - low.y) / share_of_part;
    return camera;
}

// From above no feet beside the shoulders, from below none before a pelvis.
void show_only_its_part(Camera& camera, StandardView view, float height_cm) {
    constexpr float below_cm = 30, behind_cm = 20, foot_cm = 12, thigh_cm = 10;
    show_all_of_it(camera);
    const bool foot = camera.target.y < 0.1f * height_cm;
    if (view == StandardView::superior) camera.depth_cm = below_cm;
    if (view != StandardView::inferior) return;
    const bool pelvis = !foot && camera.target.y < 0.6f * height_cm;
    if (foot || pelvis) camera.depth_cm = foot ? foot_cm : behind_cm;
    if (foot) return;
    // A head or a chest from below: cut where something would stand before it.
    if (!pelvis) camera.depth_cm = below_cm;
    camera.reach_cm = thigh_cm;
}

}  // namespace

Message show_standard_view(Document& document, const Scene& scene, StandardView view) {
    return changed(document, view_message(view), [&] {
        const float height = scene.body(document.view.body).height_cm();
        const Framing framing = frame_selection(scene, document);
        if (document.view.layout == Layout::single) {
            document.view.single.orientation = orientation_of(view);
        } else if (document.view.layout == Layout::focus && !framing.views.empty()) {
            document.view.single = of_framed(scene.body(document.view.body), framing.views[0], view);
        } else if (document.view.layout == Layout::head_neck) {
            document.view.single = standard_camera(view, {0, 0.895f * height, 4}, 0.26f * height);
        } else {
            document.view.single = whole_body(view, height);
        }
        show_only_its_part(document.view.single, view, height);
        document.view.layout = Layout::single;
    });
}

Message show_single(Document& document, const Camera& camera) {
    return changed(document, "One large view", [&] {
        document.view.single = camera;
        show_all_of_it(document.view.single);
        document.view.layout = Layout::single;
    });
}

void turn(Document& document, glm::vec2 pixels, float pixels_per_turn) {
    const glm::vec2 angle = glm::two_pi<float>() * pixels / pixels_per_turn;
    const glm::quat yaw = glm::angleAxis(angle.x, glm::vec3{0, 1, 0});
    const glm::quat pitch = glm::angleAxis(angle.y, glm::vec3{1, 0, 0});
    document.view.single.orientation = glm::normalize(pitch * document.view.single.orientation * yaw);
    show_all_of_it(document.view.single);
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

Message snap_to_nearest_view(Document& document) {
    if (standard_view_of(document.view.single)) return {};
    const StandardView view = nearest_standard_view(document.view.single);
    return changed(document, view_message(view), [&] { document.view.single.orientation = orientation_of(view); });
}

}  // namespace myomap
