#include "chart/marks.h"

#include <algorithm>

#include <glm/geometric.hpp>

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
        for (int i = 0; document_.view.show_other_points && i < static_cast<int>(points.size()); ++i)
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
                        // A number tells it from others.
                        .label = document_.view.show_other_points ? scene_.atlas.point(ref).label : "",
                        .emphasis = emphasis};
        const SkinPoint place = scene_.body_fields(document_.view.body).place(ref, side);
        const Place at(*this, ref.muscle, place, side, emphasis);
        const size_t before = marks_.size();
        add(mark, place, at);
        if (emphasis == Emphasis::strong && marks_.size() == before) add_hidden(mark, place, at);
    }

    // Where a mark is drawn: at its place on the skin. Where that is clear, a mark that hangs beside its deep muscle in
    // a view lies on the edge of the muscle there.
    class Place {
    public:
        Place(const Marks& marks, int muscle, const SkinPoint& on_skin, Side side, Emphasis emphasis)
            : on_skin_(on_skin.position), side_(side) {
            const View& view = marks.document_.view;
            const Muscles* muscles = marks.scene_.body_muscles(view.body);
            const bool clear = emphasis != Emphasis::quiet && view.layers != LayerMode::skin && muscles;
            mesh_ = clear ? muscles->mesh_of(muscle) : -1;
            if (mesh_ >= 0) muscles_ = muscles;
        }

        glm::vec3 seen_in(const PictureView& view) const {
            constexpr float before_cm = 100;  // all of the body
            if (!muscles_) return on_skin_;
            const MuscleAsset& asset = muscles_->asset();
            std::vector<bool> alone(2 * asset.meshes.size(), false);
            alone[2 * static_cast<size_t>(mesh_) + (side_ == Side::right ? 1 : 0)] = true;
            const glm::vec3 viewer = toward_viewer(view.camera);
            if (muscles_->query().raycast(on_skin_ + before_cm * viewer, -viewer, alone)) return on_skin_;
            const MuscleMesh& mesh = asset.meshes[static_cast<size_t>(mesh_)];
            const glm::vec3 mirror{side_ == Side::left ? 1 : -1, 1, 1};
            glm::vec3 nearest = on_skin_;
            float least = 1e9f;
            for (std::uint32_t v = mesh.first_vertex; v < mesh.first_vertex + mesh.vertex_count; ++v) {
                const glm::vec3 way = asset.positions[v] * mirror - on_skin_;
                const float beside = glm::length(way - dot(way, viewer) * viewer);
                if (beside < least) least = beside, nearest = on_skin_ + way;
            }
            return nearest;
        }

    private:
        glm::vec3 on_skin_;
        Side side_;
        const Muscles* muscles_ = nullptr;  // null where it stays on the skin
        int mesh_ = -1;
    };

    // In every view that shows the place on the skin.
    void add(Mark mark, const SkinPoint& place, const Place& at) {
        for (size_t v = 0; v < views_.size(); ++v) {
            mark.view = static_cast<int>(v);
            mark.at = project(views_[v], at.seen_in(views_[v]));
            if (views_[v].rect.contains(mark.at) && seen(scene_, body_, views_[v], place)) marks_.push_back(mark);
        }
    }

    // A chosen place that no view shows (under the chin, in the armpit) is drawn through the body where it lies.
    void add_hidden(Mark mark, const SkinPoint& place, const Place& at) {
        if (views_.empty()) return;
        const auto best = std::ranges::max_element(
            views_, {}, [&](const PictureView& view) { return dot(place.normal, toward_viewer(view.camera)); });
        mark.view = static_cast<int>(best - views_.begin());
        mark.at = project(*best, at.seen_in(*best));
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

namespace {

// Where its number is written, about.
Rect number_box(const Mark& mark, float scale) {
    const bool strong = mark.emphasis == Emphasis::strong;
    const float reach = (strong ? 9.f : 7.f) * scale, high = (strong ? 13.f : 11.f) * scale,
                wide = 0.62f * high * static_cast<float>(mark.label.size());
    return {mark.number_on_left ? mark.at.x - reach - wide : mark.at.x + reach,
            mark.number_below ? mark.at.y + 0.2f * high : mark.at.y - 0.35f * reach - 0.8f * high, wide, high};
}

float shared_area(const Rect& a, const Rect& b) {
    const float wide = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const float high = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return std::max(0.f, wide) * std::max(0.f, high);
}

}  // namespace

void part_numbers(std::vector<Mark>& marks, float scale) {
    constexpr float half = 8;  // of a symbol, design px
    const auto counts = [](const Mark& mark) { return mark.emphasis != Emphasis::quiet; };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (marks[i].label.empty() || !counts(marks[i])) continue;
        const auto covered = [&](const Mark& mark) {
            const Rect box = number_box(mark, scale);
            float area = 0;
            for (std::size_t k = 0; k < marks.size(); ++k) {
                if (k == i || marks[k].view != mark.view || !counts(marks[k])) continue;
                area += shared_area(box, {marks[k].at.x - half * scale, marks[k].at.y - half * scale, 2 * half * scale,
                                          2 * half * scale});
                if (k < i && !marks[k].label.empty()) area += shared_area(box, number_box(marks[k], scale));
            }
            return area;
        };
        Mark best = marks[i];
        float least = covered(best);
        for (const auto& [left, below] : {std::pair{true, false}, {false, true}, {true, true}}) {
            Mark tried = marks[i];
            tried.number_on_left = left;
            tried.number_below = below;
            if (const float area = covered(tried); area < least) best = tried, least = area;
        }
        marks[i] = best;
    }
}

}  // namespace myomap
