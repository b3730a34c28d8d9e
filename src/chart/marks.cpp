#include "chart/marks.h"

#include <algorithm>

#include "chart/sight.h"
#include "chart/views.h"

namespace myomap {

namespace {

class Marks {
public:
    Marks(const Scene& scene, const Document& document, const std::vector<PictureView>& views)
        : scene_(scene), document_(document), body_(scene.body(document.view.body)), views_(views) {}

    std::vector<Mark> make(PointRef point, Side side) {
        add_point(point, side, Emphasis::strong);
        return std::move(marks_);
    }

    std::vector<Mark> make() {
        const std::vector<PointRef> selected = selected_points(scene_.atlas, document_);
        const int muscle = selected.empty() ? -1 : selected.front().muscle;
        if (document_.view.show_all_points && document_.view.layout != Layout::focus)
            for (const PointRef ref : scene_.atlas.all_points())
                if (ref.muscle != muscle) add_point(ref, Emphasis::quiet);
        if (muscle < 0) return std::move(marks_);
        const auto& points = scene_.atlas.muscles[static_cast<size_t>(muscle)].trigger_points;
        for (int i = 0; i < static_cast<int>(points.size()); ++i)
            if (std::ranges::find(selected, PointRef{muscle, i}) == selected.end())
                add_point({muscle, i}, Emphasis::normal);
        for (const PointRef ref : selected) add_point(ref, Emphasis::strong);
        return std::move(marks_);
    }

private:
    const Scene& scene_;
    const Document& document_;
    const Body& body_;
    const std::vector<PictureView>& views_;
    std::vector<Mark> marks_;

    void add_point(PointRef ref, Emphasis emphasis) {
        for (const Side side : shown_sides(scene_.atlas, document_, ref)) add_point(ref, side, emphasis);
    }

    void add_point(PointRef ref, Side side, Emphasis emphasis) {
        const Mark mark{.item = scene_.atlas.full_id(ref),
                        .side = side,
                        .label = scene_.atlas.point(ref).label,
                        .emphasis = emphasis};
        const SkinPoint place = scene_.body_fields(document_.view.body).place(ref, side);
        const size_t before = marks_.size();
        add(mark, place);
        if (emphasis == Emphasis::strong && marks_.size() == before) add_hidden(mark, place);
    }

    // In every view that shows the place.
    void add(Mark mark, const SkinPoint& place) {
        for (size_t v = 0; v < views_.size(); ++v) {
            mark.view = static_cast<int>(v);
            mark.at = project(views_[v], place.position);
            if (views_[v].rect.contains(mark.at) && seen(scene_, body_, views_[v], place)) marks_.push_back(mark);
        }
    }

    // A chosen place that no view shows (under the chin, in the armpit) is drawn through the body where it lies.
    void add_hidden(Mark mark, const SkinPoint& place) {
        if (views_.empty()) return;
        const auto best = std::ranges::max_element(
            views_, {}, [&](const PictureView& view) { return dot(place.normal, toward_viewer(view.camera)); });
        mark.view = static_cast<int>(best - views_.begin());
        mark.at = project(*best, place.position);
        mark.hidden = true;
        if (best->rect.contains(mark.at)) marks_.push_back(mark);
    }
};

}  // namespace

std::vector<Mark> marks_of(const Scene& scene, const Document& document, const std::vector<PictureView>& views) {
    return Marks(scene, document, views).make();
}

std::vector<Mark> marks_of(const Scene& scene, const Document& document, PointRef point, Side side,
                           const std::vector<PictureView>& views) {
    return Marks(scene, document, views).make(point, side);
}

}  // namespace myomap
