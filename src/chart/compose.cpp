#include "chart/compose.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "chart/chart_labels.h"
#include "chart/drawing_layers.h"
#include "chart/drawing_marks.h"
#include "chart/insets.h"
#include "chart/labels.h"
#include "chart/layers.h"
#include "chart/legend.h"
#include "chart/marks.h"
#include "chart/muscle_view.h"
#include "chart/views.h"

namespace myomap {

namespace {

// Sizes in design pixels; multiplied by ComposeSize::scale.
// Close-ups stand farther apart than the views of a plate: two halves must not read as one body.
constexpr float margin_px = 12, gap_px = 10, focus_gap_px = 22, text_px = 13, label_column_px = 112;

// What a chart without a muscle shows: a region or a complaint.
std::string way_in_caption(const Scene& scene, const Document& document) {
    const std::string_view language = to_text(scene.atlas.language);
    if (scene.symptoms) {
        if (const Symptom* symptom = scene.symptoms->find_symptom(chosen_complaint(document.selection)))
            return symptom->in(language).clinical;
    }
    for (const RegionRef ref : shown_regions(scene, document)) {
        const SkinRegion& region = scene.regions->set().regions[static_cast<size_t>(ref.region)];
        const std::string name = region.in(language).clinical;
        if (region.midline) return name;
        return name + " · " + scene.phrase(ref.side == Side::left ? "patient's left" : "patient's right");
    }
    return {};
}

std::string caption_of(const Scene& scene, const Document& document) {
    const std::vector<PointRef> points = selected_points(scene.atlas, document);
    if (points.empty()) return way_in_caption(scene, document);
    std::string caption = scene.atlas.muscle(points[0]).name;
    if (points.size() == 1) caption += " · " + scene.phrase("Trigger point {}", scene.atlas.point(points[0]).label);
    switch (shown_side(scene.atlas, document)) {
        case SideChoice::left:
            return caption + " · " + scene.phrase("patient's left");
        case SideChoice::right:
            return caption + " · " + scene.phrase("patient's right");
        case SideChoice::both:
            return caption + " · " + scene.phrase("both sides");
    }
    return caption;
}

// Where a pattern is laid over the drawing, other symbols and patterns would be taken for its.
Document without_marks(Document document) {
    document.drawing.findings = {};
    document.drawing.notes = {};
    document.drawing.kept = {};
    return document;
}

}  // namespace

Picture compose(const Scene& scene, const Document& whole, const ComposeSize& size, const TextMeasure& measure) {
    const Document document = size.over ? without_marks(whole) : whole;
    Document told = document;
    if (size.over && size.over->untold) told.selection = {};
    Picture picture;
    picture.size = size.pixels;
    picture.body = document.view.body;
    picture.theme = document.view.theme;
    picture.scale = size.scale;
    picture.style = document.view.style;
    if (size.zones && size.over) {
        picture.layers = size.over->layers;
    } else if (size.zones) {
        picture.layers = paint_layers(scene, document);
    }
    if (size.for_patient) put_plainly(picture.layers);
    picture.legend = legend_of(scene, told, picture.layers);
    picture.under_skin = under_skin_of(scene, document);
    picture.caption = caption_of(scene, told);

    const float s = size.scale;
    constexpr float imprint_px = 11, imprint_room_px = 16;
    const float foot = size.imprint.empty() ? 0 : imprint_room_px * s;
    picture.imprint = elide(size.imprint, static_cast<float>(size.pixels.x) - 2 * margin_px * s, imprint_px * s,
                            FontWeight::regular, measure);
    const float bottom =
        size.legend ? lay_out_legend(picture, measure, size.most_legend, foot) : std::max(margin_px * s, size.foot_px);
    // A portrait fills its frame; a chart keeps a margin and room for words.
    const float side = size.zones ? margin_px * s : 0;
    const Rect area{side, 0, static_cast<float>(size.pixels.x) - 2 * side,
                    static_cast<float>(size.pixels.y) - (size.zones ? bottom : 0)};
    picture.views =
        !size.views.empty()
            ? size.views
            : lay_out_views(scene, document, area, size.zones ? view_header_px * s : 0,
                            size.zones ? view_footer_px * s : 0,
                            (document.view.layout == Layout::focus ? focus_gap_px : gap_px) * s,
                            size.zones && document.view.show_labels ? label_column_px * s : 0, size.subjects);
    if (!size.zones)
        for (PictureView& view : picture.views) view.title = view.left_text = view.right_text = "";
    for (PictureView& view : picture.views) {
        const auto fits = [&](const std::string& text) {
            return measure.width(text, text_px * s, FontWeight::semibold) <= view.rect.width - 8 * s;
        };
        if (const auto standard = standard_view_of(view.camera); standard && !fits(view.title)) {
            view.title = scene.phrase(short_title_of(*standard, looks_past(view.camera)));
            const bool of_side = *standard == StandardView::left || *standard == StandardView::right;
            if (of_side && !fits(view.title) && !looks_past(view.camera))
                view.title = scene.phrase(*standard == StandardView::left ? "Left" : "Right");
            if (*standard == StandardView::superior && !fits(view.title)) view.title = scene.phrase("Above");
            if (*standard == StandardView::inferior && !fits(view.title)) view.title = scene.phrase("Below");
        }
        view.title = elide(view.title, view.rect.width - 8 * s, text_px * s, FontWeight::semibold, measure);
    }
    if (size.zones) {
        picture.marks = marks_of(scene, told, picture.views);
        if (size.over && size.over->point)
            std::ranges::move(marks_of(scene, document, *size.over->point, size.over->side, picture.views),
                              std::back_inserter(picture.marks));
        std::ranges::move(drawing_marks(scene, document, picture.views), std::back_inserter(picture.marks));
        part_numbers(picture.marks, s);
        picture.arrows = drawing_arrows(scene, document, picture.views);
    }
    if (size.zones && document.view.layout == Layout::focus)
        add_insets(scene, picture, view_header_px * s, view_footer_px * s);
    if (size.labels && told.view.show_labels) add_labels(scene, told, measure, picture);
    return picture;
}

}  // namespace myomap
