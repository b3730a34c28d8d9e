#include "chart/focus_layout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/standard_views.h"

namespace myomap {

namespace {

// Of the view's height or width, whichever is more: what is to be seen takes at most this much, and at least what the
// framing says. Between them the part of the body that it lies on decides.
constexpr float most_share = 0.8f;
constexpr float promised_share = 0.47f;    // at least this much, even where labels then have no margin
constexpr float whole_part_share = 0.46f;  // enough where a whole head, hand or foot is seen for it
constexpr float gutter = 1.4f;             // of a column's width: nothing may reach over its edge
constexpr float most_beside = 0.6f;        // of a view's height: its width where it shows a small zone on a whole hand
constexpr float inset_gutter = 0.19f;      // of a view's width: room on paper for a small view of the whole
constexpr float least_inner = 0.45f;       // of a view's width, beside its gutters
constexpr float beside_cm = 6;             // half a limb
constexpr float margin = 0.1f;             // of the view, round a zone at the end of a head or hand
constexpr float least_cm = 2.5f;           // a single spot is shown with what is round it
constexpr float small_cm = 7;              // what is smaller needs more round it to be known by
constexpr float small_share = 0.5f;        // of the view, then
constexpr float chin_cm = 1.5f;            // below the lip
constexpr float most_lower = 0.3f;         // of a view's height, to look past a face
constexpr float narrow = 2.4f;             // columns of labels: less leaves the body no room beside them
constexpr float air_cm = 0.6f;             // before a nose, round a zone at the edge

struct Placed {
    PictureView view;
    float px_per_cm = 0;
    float filled = 1;  // of the view's height, by what is to be seen, or the head, hand or foot that it is of
};

// Two columns of labels where there is room for them, else one: on the side of the body that is shown, as there the
// body ends and paper begins; of its middle and of a profile, on the outer side.
enum class Columns { none, left, right, both };

Columns columns_of(const FramedView& framed, const Rect& rect, const Rect& area, float column_px) {
    if (column_px <= 0) return Columns::none;
    if (rect.width > 4.2f * column_px) return Columns::both;
    constexpr float to_one_side_cm = 5;
    if (const float x = (orientation_of(framed.view) * framed.target).x;
        framed.view <= StandardView::posterior && std::abs(x) > to_one_side_cm)
        return x < 0 ? Columns::left : Columns::right;
    const bool on_the_left = rect.x + 0.5f * rect.width < area.x + 0.45f * area.width;
    return on_the_left ? Columns::left : Columns::right;
}

// The scale at which a view that would cut a face has room for the whole head; `px_per_cm` where it cuts none, or what
// is to be seen would become too small.
float scale_for_the_head(const FramedView& framed, const Rect& rect, const FocusRoom& room, float px_per_cm,
                         float least) {
    const float top = 0.5f * (rect.height - room.header_px) / px_per_cm;
    const float chin = framed.head_low.y, crown = framed.head_high.y;
    if (top <= chin || top >= crown || framed.part != SmallPart::none) return px_per_cm;
    const float with_head =
        (rect.height - 0.5f * room.header_px - room.footer_px) / (crown + air_cm + 0.5f * framed.height_cm + air_cm);
    return with_head < px_per_cm && with_head >= least ? with_head : px_per_cm;
}

// How much farther up a view has to look that its upper edge cuts no face: as far up as there is room for, or a little
// down, so that it cuts the neck.
float past_the_face(const FramedView& framed, float up_cm, float half_height_cm, float header_cm, float footer_cm) {
    const float top = up_cm + half_height_cm, bottom = up_cm - half_height_cm;
    const float chin = framed.head_low.y, crown = framed.head_high.y;
    if (top <= chin || top >= crown) return 0;
    const float room = -0.5f * framed.height_cm - footer_cm - bottom;
    const float wanted = crown + air_cm - top;
    if (room >= wanted) return wanted;
    // A chin may be seen from below.
    const float lower = top - std::max(chin, 0.5f * framed.height_cm + std::max(air_cm, header_cm));
    return top - lower < chin + chin_cm && lower < most_lower * (top - bottom) ? -lower : 0;
}

// How much farther to the right a view has to look that its side cuts no face, where what is to be seen leaves room.
float round_the_face(const FramedView& framed, const glm::vec2& at_cm, const glm::vec2& half_cm) {
    if (at_cm.y + half_cm.y <= framed.head_low.y || at_cm.y - half_cm.y >= framed.head_high.y) return 0;
    float left = framed.head_low.x - air_cm, right = framed.head_high.x + air_cm;  // of the face
    const float profile = 0.55f * (right - left);
    // Of a head from behind a sliver says nothing; more of it is a head, cut or not.
    constexpr float sliver = 0.4f;
    const float shown = std::min(right, at_cm.x + half_cm.x) - std::max(left, at_cm.x - half_cm.x);
    if (framed.view == StandardView::posterior && shown > sliver * (right - left)) return 0;
    if (framed.view == StandardView::right) left = right - profile;
    if (framed.view == StandardView::left) right = left + profile;
    const float from = at_cm.x - half_cm.x, to = at_cm.x + half_cm.x;
    if (right <= from || left >= to) return 0;
    const float reach = 0.5f * framed.width_cm + air_cm;
    const float least = std::min(0.f, reach - to), most = std::max(0.f, -reach - from);
    float wanted = to < right ? right - to : from > left ? left - from : 0;
    if (framed.view == StandardView::posterior) wanted = to < right ? left - to : from > left ? right - from : 0;
    return wanted >= least && wanted <= most ? wanted : 0;
}

Placed place(const FramedView& framed, const Rect& rect, FocusRoom room) {
    const Columns columns = columns_of(framed, rect, room.area, room.column_px);
    const float left = columns == Columns::left || columns == Columns::both ? room.column_px : 0;
    const float right = columns == Columns::right || columns == Columns::both ? room.column_px : 0;
    const float width_cm = std::max(least_cm, framed.width_cm), height_cm = std::max(least_cm, framed.height_cm);
    const float free_width = std::max(0.3f * rect.width, rect.width - left - right);
    const float free_height = std::max(0.3f * rect.height, rect.height - room.header_px - room.footer_px);
    const float fits_upright = 0.94f * free_height / height_cm;
    const float fits = std::min(0.94f * free_width / width_cm, fits_upright);
    const float larger = std::max(framed.width_cm / rect.width, framed.height_cm / rect.height);
    const float whole = 1 / std::max(larger, 0.3f * least_cm / rect.height);  // scale at which it fills the view
    const glm::vec2 part_cm = framed.part_high - framed.part_low;
    const bool has_part = part_cm.x > 0 && part_cm.y > 0;
    const float part = has_part ? 0.95f * std::min(free_width / part_cm.x, free_height / part_cm.y)
                                : std::min(rect.width, rect.height) / framed.part_cm;
    Placed placed;
    // A whole head is worth a little of its zones' size.
    const float largest_cm = std::max(framed.width_cm, framed.height_cm);
    const float least_share = has_part                ? std::min(framed.least_share, whole_part_share)
                              : largest_cm < small_cm ? std::min(framed.least_share, small_share)
                                                      : framed.least_share;
    // In a narrow view labels give way: in a close-up they may stand on the body.
    const float least = std::min(std::min(promised_share, framed.least_share) * whole,
                                 std::min(0.94f * rect.width / width_cm, fits_upright));
    placed.px_per_cm =
        std::max({0.01f, least, std::min(fits, std::clamp(part, least_share * whole, most_share * whole))});
    placed.px_per_cm = scale_for_the_head(framed, rect, room, placed.px_per_cm, least);
    // Skin fills a close-up: its labels stand on paper beside it.
    const bool is_head = framed.part == SmallPart::head;  // in profile they stand behind it
    const auto gutter_px = [&](float column_px) {
        return column_px > 0 ? std::max(gutter * column_px, inset_gutter * rect.width) : 0;
    };
    const float gutter_left = is_head && framed.view == StandardView::left ? 0 : gutter_px(left);
    const float gutter_right = is_head && framed.view == StandardView::right ? 0 : gutter_px(right);
    const Rect inner{rect.x + gutter_left, rect.y, rect.width - gutter_left - gutter_right, rect.height};
    const float shorter_cm = std::min(inner.width, inner.height) / placed.px_per_cm;
    // A head or hand that nearly fits leaves paper of its own.
    const bool nearly_whole = has_part && part_cm.x * placed.px_per_cm < std::max(1.5f * inner.width, rect.width);
    if (columns != Columns::none && framed.least_share > 0 && !nearly_whole && shorter_cm < 0.75f * framed.part_cm &&
        inner.width > least_inner * rect.width) {
        room.column_px = 0;
        placed = place(framed, inner, room);
        placed.view.gutter_left = gutter_left;
        placed.view.gutter_right = gutter_right;
        return placed;
    }
    placed.view.rect = rect;
    placed.filled = std::max(part_cm.y, height_cm) * placed.px_per_cm / rect.height;
    placed.view.camera = standard_camera(framed.view, framed.target, rect.height / placed.px_per_cm);
    placed.view.camera.reach_cm = framed.reach_cm;
    placed.view.camera.depth_cm = framed.depth_cm;
    placed.view.camera.outlined = framed.outlined;
    // What is to be seen stands in the middle of what titles and labels leave; of a head or hand as much as there is
    // room for.
    glm::vec2 shift = glm::vec2{right - left, room.header_px - room.footer_px} / (2 * placed.px_per_cm);
    // The edge of a view cuts no limb that has something on it; labels rather stand over the body.
    const float most_shift = std::max(0.f, 0.5f * (rect.width / placed.px_per_cm - framed.width_cm) - beside_cm);
    shift.x = std::clamp(shift.x, -most_shift, most_shift);
    if (has_part) {
        // What is to be seen keeps away from the edge.
        const glm::vec2 half = max(0.5f * (1 - 2 * margin) * glm::vec2{free_width, free_height} / placed.px_per_cm,
                                   0.5f * glm::vec2{framed.width_cm, framed.height_cm});
        const glm::vec2 low = framed.part_low + half, high = framed.part_high - half;
        const glm::vec2 free = glm::vec2{free_width, free_height} / placed.px_per_cm;
        for (int axis = 0; axis < 2; ++axis) {
            const bool whole_fits = part_cm[axis] <= free[axis] || low[axis] > high[axis];
            shift[axis] += whole_fits ? 0.5f * (low[axis] + high[axis]) : std::clamp(0.f, low[axis], high[axis]);
        }
    }
    if (framed.head_high.y > framed.head_low.y) {
        const glm::vec2 half = 0.5f * glm::vec2{rect.width, rect.height} / placed.px_per_cm;
        // The title stands in a corner, which in a narrow view is most of its upper edge.
        const float header_px = (rect.width < narrow * room.column_px ? 1 : 0.6f) * room.header_px;
        if (!has_part)
            shift.y +=
                past_the_face(framed, shift.y, half.y, header_px / placed.px_per_cm, room.footer_px / placed.px_per_cm);
        shift.x += round_the_face(framed, shift, half);
    }
    placed.view.camera.target += glm::inverse(placed.view.camera.orientation) * glm::vec3(shift, 0);
    return placed;
}

// How wide each view of a row would like to be, at the row's height.
std::vector<float> widths_of(std::span<const FramedView> row, float width, float height, const FocusRoom& room) {
    std::vector<float> wishes;
    for (const FramedView& framed : row) {
        const float height_cm = std::max(least_cm, framed.height_cm);
        float content_px = 1.25f * most_share * height / height_cm * std::max(least_cm, framed.width_cm);
        // Where a head, hand or foot may be whole.
        const glm::vec2 part_cm = framed.part_high - framed.part_low;
        if (part_cm.y > 0) content_px = std::max(content_px, height * part_cm.x / part_cm.y);
        // Beside the first view a small zone needs no more room than that has.
        if (framed.least_share < promised_share) content_px = std::min(content_px, most_beside * height);
        // A point by itself: half of what lies round it.
        if (framed.least_share <= 0) content_px = 0.5f * height;
        wishes.push_back(std::clamp(room.column_px + content_px, 0.25f * width, 0.7f * width));
    }
    const float sum = std::accumulate(wishes.begin(), wishes.end(), 0.f);
    for (float& wish : wishes) wish *= width / sum;
    return wishes;
}

std::vector<Placed> arrange(const Framing& framing, int rows, const FocusRoom& room) {
    const int count = static_cast<int>(framing.views.size());
    std::vector<Placed> placed;
    const float row_height = (room.area.height - room.gap_px * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (int row = 0; row < rows; ++row) {
        const int begin = row * count / rows, end = (row + 1) * count / rows;
        const std::span<const FramedView> views(framing.views.data() + begin, static_cast<size_t>(end - begin));
        const float usable = room.area.width - room.gap_px * static_cast<float>(end - begin - 1);
        const std::vector<float> widths = widths_of(views, usable, row_height, room);
        float x = room.area.x;
        for (size_t i = 0; i < views.size(); ++i) {
            const Rect rect{std::round(x),
                            std::round(room.area.y + static_cast<float>(row) * (row_height + room.gap_px)),
                            std::round(widths[i]), std::round(row_height)};
            placed.push_back(place(views[i], rect, room));
            x += widths[i] + room.gap_px;
        }
    }
    return placed;
}

// The first view beside the others, which stand over one another.
std::vector<Placed> arrange_beside(const Framing& framing, const FocusRoom& room) {
    const std::span<const FramedView> views(framing.views);
    const auto others = static_cast<float>(views.size() - 1);
    const float row_height = (room.area.height - room.gap_px * (others - 1)) / others;
    const float usable = room.area.width - room.gap_px;
    Rect rect{room.area.x, room.area.y, std::round(0.5f * usable), room.area.height};
    std::vector<Placed> placed{place(views.front(), rect, room)};
    rect = {std::round(rect.x + rect.width + room.gap_px), rect.y, std::round(usable - rect.width),
            std::round(row_height)};
    for (const FramedView& framed : views.subspan(1)) {
        placed.push_back(place(framed, rect, room));
        rect.y = std::round(rect.y + row_height + room.gap_px);
    }
    return placed;
}

// The larger things are shown the better, and the less a view shows above and below what it is about; but labels need
// paper beside them.
float worth_of(const std::vector<Placed>& placed, const FocusRoom& room) {
    constexpr float well_filled = 0.6f;
    float worth = 0;
    for (const Placed& each : placed) {
        worth += std::log(each.px_per_cm) + std::log(std::min(well_filled, each.filled));
        if (room.column_px > 0) worth -= 2 * std::max(0.f, 1 - each.view.rect.width / (narrow * room.column_px));
    }
    return worth;
}

}  // namespace

std::vector<PictureView> lay_out_focus(const Framing& framing, const FocusRoom& room) {
    std::vector<std::vector<Placed>> tries;
    for (int rows = 1; rows <= static_cast<int>(framing.views.size()); ++rows)
        tries.push_back(arrange(framing, rows, room));
    if (framing.views.size() > 2) tries.push_back(arrange_beside(framing, room));
    std::vector<Placed> best = std::move(*std::ranges::max_element(
        tries, {}, [&](const std::vector<Placed>& placed) { return worth_of(placed, room); }));
    std::vector<PictureView> views;
    for (Placed& placed : best) views.push_back(std::move(placed.view));
    return views;
}

}  // namespace myomap
