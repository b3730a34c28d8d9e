#include "study/question_chart.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <glm/common.hpp>

#include "base/word.h"
#include "chart/layers.h"
#include "chart/muscle_frame.h"
#include "chart/palette.h"
#include "chart/standard_views.h"
#include "chart/zone_paint.h"
#include "finder/overlay.h"
#include "finder/point_pattern.h"

namespace myomap {

namespace {

struct Box {
    glm::vec3 low{std::numeric_limits<float>::max()}, high{std::numeric_limits<float>::lowest()};

    void add(const glm::vec3& p) {
        low = glm::min(low, p);
        high = glm::max(high, p);
    }
    void add(const Box& other) {
        if (other.low.x > other.high.x) return;
        add(other.low);
        add(other.high);
    }
};

// All of the point's pattern and its place, on the left.
Box box_of(const Scene& scene, BodyId body, PointRef ref) {
    Box box;
    const SparseField any = pattern_of(scene, body, ref).any;
    for (std::size_t i = 0; i < any.size(); ++i)
        if (any.values[i] >= 128) box.add(scene.body(body).skin().positions[any.vertices[i]]);
    box.add(scene.body_fields(body).point(ref).place.position);
    return box;
}

// Where most patterns of a region lie: each border where four of five of them have theirs inside it, so that one that
// runs down to the fingers doesn't make every picture one of the whole arm.
Box usual_box(const Scene& scene, BodyId body, std::string_view region) {
    std::array<std::vector<float>, 6> borders;
    for (const PointRef ref : scene.atlas.all_points()) {
        if (scene.atlas.muscle(ref).region != region) continue;
        const Box box = box_of(scene, body, ref);
        for (int axis = 0; axis < 3; ++axis) {
            borders[static_cast<std::size_t>(axis)].push_back(-box.low[axis]);
            borders[static_cast<std::size_t>(axis) + 3].push_back(box.high[axis]);
        }
    }
    Box usual;
    for (int axis = 0; axis < 3; ++axis) {
        auto& low = borders[static_cast<std::size_t>(axis)];
        auto& high = borders[static_cast<std::size_t>(axis) + 3];
        if (low.empty()) continue;
        std::ranges::sort(low);
        std::ranges::sort(high);
        usual.low[axis] = -low[low.size() * 4 / 5];
        usual.high[axis] = high[high.size() * 4 / 5];
    }
    return usual;
}

std::vector<StandardView> views_of(std::string_view region, Side side) {
    const StandardView outer = side == Side::left ? StandardView::left : StandardView::right;
    if (region == "head_neck") return {outer, StandardView::anterior, StandardView::posterior};
    if (region == "leg_foot") return {StandardView::anterior, StandardView::posterior, outer, StandardView::inferior};
    return {StandardView::anterior, StandardView::posterior, outer};
}

std::vector<ViewSubject> frame_of(const Scene& scene, BodyId body, PointRef ref, Side side) {
    constexpr float room_cm = 4, sole_cm = 12;
    const std::string& region = scene.atlas.muscle(ref).region;
    Box box = usual_box(scene, body, region);
    // What the room around it shows anyway changes nothing: a frame of its own would tell something.
    const Box own = box_of(scene, body, ref);
    for (int axis = 0; axis < 3; ++axis) {
        if (own.low[axis] < box.low[axis] - room_cm / 2) box.low[axis] = own.low[axis];
        if (own.high[axis] > box.high[axis] + room_cm / 2) box.high[axis] = own.high[axis];
    }
    // A zone is looked for on either half of the trunk and the head, shoulders and all; a limb is looked at by itself.
    if (region == "head_neck" || region == "trunk") {
        const float shoulder_cm = 0.115f * scene.body(body).height_cm();
        box.high.x = std::max(box.high.x, shoulder_cm);
        box.low.x = std::min(box.low.x, -box.high.x);
    }
    if (side == Side::right) {
        std::swap(box.low.x, box.high.x);
        box.low.x = -box.low.x;
        box.high.x = -box.high.x;
    }
    std::vector<ViewSubject> frame;
    for (const StandardView view : views_of(region, side)) {
        Box seen = box;
        if (view == StandardView::inferior) seen.high.y = std::min(seen.high.y, sole_cm);
        const glm::quat turned = orientation_of(view);
        Box flat;
        for (int corner = 0; corner < 8; ++corner)
            flat.add(turned * glm::vec3{corner & 1 ? seen.low.x : seen.high.x, corner & 2 ? seen.low.y : seen.high.y,
                                        corner & 4 ? seen.low.z : seen.high.z});
        frame.push_back({view, 0.5f * (seen.low + seen.high), flat.high.x - flat.low.x + 2 * room_cm,
                         flat.high.y - flat.low.y + 2 * room_cm});
    }
    return frame;
}

// A document that shows the body and nothing on it.
Document bare(const View& view, Side side) {
    Document document;
    document.view.body = view.body;
    document.view.theme = view.theme;
    document.view.side = side == Side::left ? SideChoice::left : SideChoice::right;
    document.view.layout = Layout::focus;
    document.view.show_labels = document.view.show_all_points = document.view.show_other_points = false;
    document.view.show_muscle_area = false;
    return document;
}

void add(LaidOver& over, const char* id, SparseField field, const Paint& paint, const char* words) {
    if (!field.empty()) over.layers.push_back({id, std::move(field), paint, Message(words)});
}

// A place of the atlas on the right side is a mirrored one, without a triangle of its own to paint from.
SparseField spot_of(const Body& body, const SkinPoint& at, float radius_cm) {
    return spot(body, body.query().closest(at.position), radius_cm).field;
}

// A muscle alone in a clear body, from the side that shows most of it.
void show_muscle(const Scene& scene, PointRef about, Side side, QuestionChart& chart) {
    const PointRef point{about.muscle, 0};
    chart.document.selection = MuscleSelection{scene.atlas.muscle(point).id, ""};
    chart.document.view.layers = LayerMode::glass;
    chart.document.view.around = Around::alone;
    if (const auto view = view_of_muscle(scene, chart.document, point, side)) chart.frame = {*view};
}

void show_pattern(const Scene& scene, PointRef ref, Side side, const PointPattern& pattern, QuestionChart& chart,
                  LaidOver& over) {
    const ChartPalette& palette = chart_palette(chart.document.view.theme);
    // Low confidence looks low.
    Confidence confidence = Confidence::high;
    for (const Zone& zone : scene.atlas.point(ref).zones)
        if (zone.kind == ZoneKind::essential && is_on(zone.bodies, chart.document.view.body))
            confidence = std::max(confidence, zone.confidence);
    chart.document.selection = MuscleSelection{scene.atlas.muscle(ref).id, scene.atlas.point(ref).id};
    over.side = side;
    add(over, "spillover", pattern.any, zone_paint(ZoneKind::spillover, confidence, palette),
        word("Spillover: felt by some"));
    add(over, "essential", pattern.essential, zone_paint(ZoneKind::essential, confidence, palette),
        word("Essential: felt by nearly everyone"));
}

}  // namespace

Side asked_side(const Scene& scene, const Question& question, const View& view) {
    const Side side = view.side == SideChoice::left ? Side::left : Side::right;
    if (question.about.point < 0) return side;
    const OnSides found = scene.atlas.point(question.about).sides;
    return is_on(found, side) ? side : other(side);
}

Message show_question(Document& document, const QuestionChart& chart, bool begins) {
    const Style style = document.view.style;
    document.selection = chart.document.selection;
    document.view = chart.document.view;
    document.view.style = style;
    if (begins) document.question = {};
    return word("Show the question");
}

PaintLayer painted_layer(SparseField painted) {
    return {"drawn", std::move(painted), drawn_paint(), Message(word("What you painted"))};
}

PaintLayer clicked_layer(const Body& body, const SkinPoint& at) {
    Paint paint = drawn_paint();
    paint.pattern = Pattern::solid;
    paint.fill = with_alpha(paint.edge, 0xff);
    return {"clicked", spot_of(body, at, 0.5f), paint, Message(word("Where you clicked"))};
}

QuestionChart asked_chart(const Scene& scene, const Question& question, const View& view) {
    const Side side = asked_side(scene, question, view);
    QuestionChart chart{.document = bare(view, side)};
    auto over = std::make_shared<LaidOver>();
    over->untold = question.card.kind != QuestionKind::complaint;
    switch (question.card.kind) {
        case QuestionKind::name_muscle:
        case QuestionKind::attachments:
        case QuestionKind::action:
        case QuestionKind::nerve:
            show_muscle(scene, question.about, side, chart);
            break;
        case QuestionKind::locate_point:
        case QuestionKind::paint_zone:
            chart.frame = frame_of(scene, view.body, question.about, side);
            break;
        case QuestionKind::whose_pattern:
            show_pattern(scene, question.about, side, pattern_of(scene, view.body, question.about, side), chart, *over);
            break;
        case QuestionKind::complaint:
            chart.document.selection = ComplaintSelection{question.card.of};
            over->layers = paint_layers(scene, chart.document);
            break;
    }
    chart.over = std::move(over);
    return chart;
}

QuestionChart answered_chart(const Scene& scene, const Question& question, const View& view, const BodyAnswer& given,
                             float tolerance_cm) {
    const QuestionKind kind = question.card.kind;
    // What is told of them is told in words.
    if (asked_of(kind) != AskedOf::point) return asked_chart(scene, question, view);
    const Side side = asked_side(scene, question, view);
    QuestionChart chart{.document = bare(view, side)};
    chart.document.view.show_labels = true;
    const Body& body = scene.body(view.body);
    auto over = std::make_shared<LaidOver>();
    over->point = question.about;
    over->side = side;
    const ChartPalette& palette = chart_palette(view.theme);
    const PointPattern pattern = pattern_of(scene, view.body, question.about, side);
    if (kind == QuestionKind::paint_zone) {
        chart.document.selection =
            MuscleSelection{scene.atlas.muscle(question.about).id, scene.atlas.point(question.about).id};
        const Fit fit = lay_over(given.painted, pattern.essential);
        add(*over, "spillover", pattern.any, zone_paint(ZoneKind::spillover, Confidence::high, palette),
            word("Spillover: not asked, never counted against you"));
        add(*over, "missed", fit.missed, drawn_paint(), word("Beyond: painted, not in the zone"));
        add(*over, "beyond", fit.beyond, undrawn_paint(palette), word("Missed: in the zone, not painted"));
        add(*over, "hit", fit.hit, met_paint(palette), word("Hit"));
    } else if (kind == QuestionKind::whose_pattern) {
        show_pattern(scene, question.about, side, pattern, chart, *over);
    } else {
        // The place alone; its pattern would hide how far off the click was.
        chart.frame = frame_of(scene, view.body, question.about, side);
        chart.document.view.show_labels = false;
        const SkinPoint place = scene.body_fields(view.body).place(question.about, side);
        Paint near = drawn_paint();
        near.pattern = Pattern::solid;
        near.fill = with_alpha(near.edge, 0x38);
        add(*over, "near", spot_of(body, place, tolerance_cm), near, word("Near enough to be right"));
        if (given.clicked) over->layers.push_back(clicked_layer(body, *given.clicked));
    }
    chart.over = std::move(over);
    return chart;
}

}  // namespace myomap
