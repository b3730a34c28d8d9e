#include "chart/views.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <glm/gtc/quaternion.hpp>

#include "chart/focus_layout.h"
#include "chart/framing.h"
#include "chart/sight.h"

namespace myomap {

namespace {

constexpr std::array plate_views{StandardView::anterior, StandardView::posterior, StandardView::left,
                                 StandardView::right};

// Puts the subjects into rows so that they come out as large as possible, all at one scale.
std::vector<PictureView> arrange(std::span<const ViewSubject> subjects, const Rect& area, float header_px,
                                 float footer_px, float gap_px, bool equal_columns) {
    const int count = static_cast<int>(subjects.size());
    float best_scale = -1;
    int best_rows = 1;
    const auto row_begin = [&](int rows, int row) { return row * count / rows; };
    const auto widths_of = [&](int begin, int end) {
        float sum = 0, widest = 0;
        for (int i = begin; i < end; ++i) {
            sum += subjects[size_t(i)].width_cm;
            widest = std::max(widest, subjects[size_t(i)].width_cm);
        }
        return equal_columns ? widest * static_cast<float>(end - begin) : sum;
    };
    float tallest = 0;
    for (const ViewSubject& s : subjects) tallest = std::max(tallest, s.height_cm);
    for (int rows = 1; rows <= count; ++rows) {
        const float row_height = (area.height - gap_px * static_cast<float>(rows - 1)) / static_cast<float>(rows);
        float scale = (row_height - header_px - footer_px) / tallest;
        for (int row = 0; row < rows; ++row) {
            const int begin = row_begin(rows, row), end = row_begin(rows, row + 1);
            const float usable = area.width - gap_px * static_cast<float>(end - begin - 1);
            scale = std::min(scale, usable / widths_of(begin, end));
        }
        if (scale > best_scale) best_scale = scale, best_rows = rows;
    }
    best_scale = std::max(best_scale, 0.01f);

    std::vector<PictureView> views;
    const float row_height = (area.height - gap_px * static_cast<float>(best_rows - 1)) / static_cast<float>(best_rows);
    for (int row = 0; row < best_rows; ++row) {
        const int begin = row_begin(best_rows, row), end = row_begin(best_rows, row + 1);
        const float usable = area.width - gap_px * static_cast<float>(end - begin - 1);
        const float total = widths_of(begin, end);
        float x = area.x;
        for (int i = begin; i < end; ++i) {
            const ViewSubject& subject = subjects[size_t(i)];
            const float share = equal_columns ? 1.f / static_cast<float>(end - begin) : subject.width_cm / total;
            PictureView view;
            view.rect = {std::round(x), std::round(area.y + static_cast<float>(row) * (row_height + gap_px)),
                         std::round(usable * share), std::round(row_height)};
            x += usable * share + gap_px;
            view.camera = standard_camera(subject.view, subject.target, view.rect.height / best_scale);
            // The title takes more room above than the sides below; the body stands in the middle of what is left.
            const float lower_cm = 0.5f * (header_px - footer_px) / best_scale;
            view.camera.target += glm::inverse(view.camera.orientation) * glm::vec3{0, lower_cm, 0};
            views.push_back(view);
        }
    }
    return views;
}

// The inner side of the left leg is seen from the patient's right; the title must not read as the right leg.
std::string title_past(const Scene& scene, StandardView view) {
    switch (view) {
        case StandardView::left:
            return scene.phrase("Seen from the patient's left");
        case StandardView::right:
            return scene.phrase("Seen from the patient's right");
        default:
            return scene.phrase(title_of(view));
    }
}

void name_view(const Scene& scene, PictureView& view, StandardView standard) {
    view.title = scene.phrase(title_of(standard));
    switch (standard) {
        case StandardView::anterior:
        case StandardView::inferior:
            view.left_text = "patient's right", view.right_text = "patient's left";
            break;
        case StandardView::posterior:
        case StandardView::superior:
            view.left_text = "patient's left", view.right_text = "patient's right";
            break;
        case StandardView::left:
            view.left_text = "front", view.right_text = "back";
            break;
        case StandardView::right:
            view.left_text = "back", view.right_text = "front";
            break;
    }
}

void name_free_view(const Scene& scene, PictureView& view) {
    const glm::vec3 left_axis = view.camera.orientation * glm::vec3{1, 0, 0};
    view.title = scene.phrase("Free view, nearest to {}", scene.phrase(title_of(nearest_standard_view(view.camera))));
    if (left_axis.x > 0.3f) {
        view.left_text = "patient's right", view.right_text = "patient's left";
    } else if (left_axis.x < -0.3f) {
        view.left_text = "patient's left", view.right_text = "patient's right";
    } else {
        const glm::vec3 front = view.camera.orientation * glm::vec3{0, 0, 1};
        view.left_text = front.x < 0 ? "front" : "back";
        view.right_text = front.x < 0 ? "back" : "front";
    }
}

// Slides a standing view up or down so that it shows body, not air: a headache pattern with the shoulders below it
// rather than half a view of paper above it.
void keep_on_body(PictureView& view, float body_height, float header_px, float footer_px) {
    const glm::vec3 up = view.camera.orientation * glm::vec3{0, 1, 0};
    if (up.y < 0.9f) return;
    const float cm_per_px = 1 / pixels_per_cm(view);
    const float half = 0.5f * view.camera.height_cm;
    const float highest = 1.01f * body_height + header_px * cm_per_px - half;
    const float lowest = -0.01f * body_height - footer_px * cm_per_px + half;
    view.camera.target.y =
        lowest > highest ? 0.5f * (lowest + highest) : std::clamp(view.camera.target.y, lowest, highest);
}

}  // namespace

std::string title_of(StandardView view) {
    switch (view) {
        case StandardView::anterior:
            return "Anterior";
        case StandardView::posterior:
            return "Posterior";
        case StandardView::left:
            return "Patient's left side";
        case StandardView::right:
            return "Patient's right side";
        case StandardView::superior:
            return "From above";
        case StandardView::inferior:
            return "From below";
    }
    return {};
}

bool looks_past(const Camera& camera) { return camera.reach_cm < Camera::far_cm || (camera.outlined & ~camera.unseen); }

std::string short_title_of(StandardView view, bool past) {
    if (view == StandardView::left) return past ? "From the left" : "Left side";
    if (view == StandardView::right) return past ? "From the right" : "Right side";
    return title_of(view);
}

std::vector<PictureView> lay_out_views(const Scene& scene, const Document& document, const Rect& area, float header_px,
                                       float footer_px, float gap_px, float label_column_px,
                                       std::vector<ViewSubject> subjects) {
    const Body& body = scene.body(document.view.body);
    const float height = body.height_cm();
    bool equal_columns = true;
    const bool given = !subjects.empty();
    Layout layout = given ? Layout::plate : document.view.layout;
    Framing framing;
    if (layout == Layout::focus) {
        framing = frame_selection(scene, document);
        if (framing.views.empty()) layout = Layout::plate;
        if (document.view.best_view_only && framing.views.size() > 1) framing.views.resize(1);
    }
    switch (layout) {
        case Layout::plate:
            equal_columns = false;
            if (given) break;
            for (const StandardView view : plate_views) {
                const bool lateral = view == StandardView::left || view == StandardView::right;
                const float depth_middle = lateral ? 3.7f : 0;
                subjects.push_back(
                    {view, {0, 0.5f * height, depth_middle}, height * (lateral ? 0.2f : 0.5f), height * 1.03f});
            }
            break;
        case Layout::head_neck:
            for (const StandardView view : plate_views) {
                subjects.push_back({view, {0, 0.895f * height, 4}, 0.235f * height, 0.235f * height});
            }
            break;
        case Layout::focus:
            for (const FramedView& framed : framing.views)
                subjects.push_back({framed.view, framed.target, framed.width_cm, framed.height_cm});
            break;
        case Layout::single: {
            PictureView view;
            view.rect = area;
            view.camera = document.view.single;
            if (const auto standard = standard_view_of(view.camera))
                name_view(scene, view, *standard);
            else
                name_free_view(scene, view);
            view.left_text = scene.phrase(view.left_text);
            view.right_text = scene.phrase(view.right_text);
            return {view};
        }
    }
    std::vector<PictureView> views = layout == Layout::focus
                                         ? lay_out_focus(framing, {area, header_px, footer_px, gap_px, label_column_px})
                                         : arrange(subjects, area, header_px, footer_px, gap_px, equal_columns);
    for (size_t i = 0; i < views.size(); ++i) {
        name_view(scene, views[i], subjects[i].view);
        if (layout == Layout::focus) keep_on_body(views[i], height, header_px, footer_px);
        const BodyParts* parts = views[i].camera.outlined ? body_parts(scene, document.view.body) : nullptr;
        if (parts) views[i].camera.unseen = ends_only(body, *parts, views[i]);
        if (looks_past(views[i].camera)) views[i].title = title_past(scene, subjects[i].view);
        views[i].left_text = scene.phrase(views[i].left_text);
        views[i].right_text = scene.phrase(views[i].right_text);
        if (document.view.layers != LayerMode::muscles) views[i].outline = cut_outline(body, parts, views[i]);
        if (parts && views[i].outline.empty()) views[i].outline = limb_outline(body, *parts, views[i]);
    }
    return views;
}

}  // namespace myomap
