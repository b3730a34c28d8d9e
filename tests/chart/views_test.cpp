#include "chart/views.h"
#include "chart/framing.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/shown.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

PictureView square_view(StandardView view) {
    return {{100, 50, 200, 200}, standard_camera(view, {0, 100, 0}, 100), "", "", ""};
}

TEST(Views, PatientsLeftIsOnTheRightOfAnAnteriorView) {
    const glm::vec3 left_hand{30, 100, 0};
    EXPECT_GT(project(square_view(StandardView::anterior), left_hand).x, 200);
    EXPECT_LT(project(square_view(StandardView::posterior), left_hand).x, 200);
    EXPECT_LT(project(square_view(StandardView::superior), left_hand).x, 200);
    EXPECT_GT(project(square_view(StandardView::inferior), left_hand).x, 200);
}

TEST(Views, FaceLooksToTheLeftInTheViewOfThePatientsLeft) {
    const glm::vec3 nose{0, 100, 16};
    EXPECT_LT(project(square_view(StandardView::left), nose).x, 200);
    EXPECT_GT(project(square_view(StandardView::right), nose).x, 200);
    EXPECT_LT(project(square_view(StandardView::superior), nose).y, 150);  // up on the page
    EXPECT_LT(project(square_view(StandardView::inferior), nose).y, 150);
}

TEST(Views, ProjectionIsToScale) {
    const PictureView view = square_view(StandardView::anterior);
    EXPECT_FLOAT_EQ(pixels_per_cm(view), 2);
    const glm::vec2 p = project(view, {10, 120, 33});
    EXPECT_NEAR(p.x, 100 + 100 + 20, 1e-3);
    EXPECT_NEAR(p.y, 50 + 100 - 40, 1e-3);
}

TEST(Views, UnprojectIsTheInverse) {
    for (const StandardView standard : {StandardView::anterior, StandardView::posterior, StandardView::left,
                                        StandardView::right, StandardView::superior, StandardView::inferior}) {
        PictureView view = square_view(standard);
        view.camera.orientation = glm::angleAxis(0.3f, glm::vec3{0.6f, 0.8f, 0}) * view.camera.orientation;
        const Ray ray = unproject(view, {137, 211});
        for (const float t : {0.f, 250.f, 500.f}) {
            const glm::vec2 back = project(view, ray.origin + t * ray.direction);
            EXPECT_NEAR(back.x, 137, 0.02);
            EXPECT_NEAR(back.y, 211, 0.02);
        }
        EXPECT_NEAR(dot(ray.direction, toward_viewer(view.camera)), -1, 1e-5);
    }
}

TEST(Views, EveryStandardViewIsRecognised) {
    for (int i = 0; i < standard_view_count; ++i) {
        const auto view = static_cast<StandardView>(i);
        const Camera camera = standard_camera(view, {}, 100);
        EXPECT_EQ(standard_view_of(camera), view);
        EXPECT_NEAR(glm::distance(toward_viewer(camera), toward_viewer(view)), 0, 1e-5);
    }
    Camera tilted = standard_camera(StandardView::left, {}, 100);
    tilted.orientation = glm::angleAxis(0.2f, glm::vec3{1, 0, 0}) * tilted.orientation;
    EXPECT_FALSE(standard_view_of(tilted));
    EXPECT_EQ(nearest_standard_view(tilted), StandardView::left);
}

class PlateOf : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, PlateOf, testing::ValuesIn(body_ids), test::name_of);

TEST_P(PlateOf, WholeBodyFitsIntoEveryView) {
    Document document;
    document.view.body = GetParam();
    for (const glm::vec2 size : {glm::vec2{660, 700}, {1280, 800}, {1900, 900}, {500, 1200}, {320, 240}}) {
        const auto views = lay_out_views(test::scene(), document, {0, 0, size.x, size.y}, 30, 22, 10);
        ASSERT_EQ(views.size(), 4u);
        for (const PictureView& view : views) {
            EXPECT_GE(view.rect.x, -0.5f);
            EXPECT_LE(view.rect.x + view.rect.width, size.x + 1);
            EXPECT_LE(view.rect.y + view.rect.height, size.y + 1);
            for (const glm::vec3& p : test::body(GetParam()).skin().positions) {
                if (!view.rect.contains(project(view, p))) {
                    ADD_FAILURE() << view.title << " cuts off (" << p.x << ", " << p.y << ", " << p.z << ") at "
                                  << size.x << " x " << size.y;
                    break;
                }
            }
        }
    }
}

TEST_P(PlateOf, EveryViewNamesThePatientsSidesOrFrontAndBack) {
    Document document;
    document.view.body = GetParam();
    const auto views = lay_out_views(test::scene(), document, {0, 0, 1280, 800}, 30, 22, 10);
    EXPECT_EQ(views[0].left_text, "patient's right");
    EXPECT_EQ(views[1].left_text, "patient's left");
    EXPECT_EQ(views[2].title, "Patient's left side");
    EXPECT_EQ(views[2].left_text, "front");
    EXPECT_EQ(views[3].left_text, "back");
}

TEST(Framing, ShowsThePointAndItsZones) {
    const Scene& scene = test::scene();
    for (const PointRef ref : scene.atlas.all_points()) {
        Document document;
        document.selection = MuscleSelection{scene.atlas.muscle(ref).id, scene.atlas.point(ref).id};
        document.view.layout = Layout::focus;
        document.view.side = SideChoice::left;
        const auto views = lay_out_views(scene, document, {0, 0, 900, 700}, 30, 22, 10);
        ASSERT_FALSE(views.empty());
        ASSERT_LE(views.size(), 3u);
        const Side side = shown_sides(scene.atlas, document, ref).front();
        const SkinPoint place = scene.body_fields(document.view.body).place(ref, side);
        // Each view is framed around what it is there for; one of them has the point.
        EXPECT_TRUE(std::ranges::any_of(views, [&](const PictureView& view) {
            return view.rect.contains(project(view, place.position));
        })) << scene.atlas.full_id(ref);
    }
}

TEST(Framing, FacialPatternIsNotShownFromBehind) {
    const Scene& scene = test::scene();
    Document document;
    document.selection = MuscleSelection{"frontalis", ""};
    document.view.side = SideChoice::left;
    const Framing framing = frame_selection(scene, document);
    ASSERT_FALSE(framing.views.empty());
    EXPECT_EQ(framing.views[0].view, StandardView::anterior);
}

TEST(Framing, NothingSelectedHasNoViews) {
    EXPECT_TRUE(frame_selection(test::scene(), {}).views.empty());
    Document document;
    document.view.layout = Layout::focus;
    EXPECT_EQ(lay_out_views(test::scene(), document, {0, 0, 800, 600}, 30, 22, 10).size(), 4u)
        << "falls back to the plate";
}

}  // namespace
}  // namespace myomap
