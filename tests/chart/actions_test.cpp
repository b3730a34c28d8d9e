#include <algorithm>
#include <set>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "chart/views.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const Scene& scene() { return test::scene(); }
PointRef trp1() { return test::atlas().find_point("trapezius_upper/TrP1").value(); }

TEST(Actions, SelectingAPointFramesIt) {
    Document document;
    EXPECT_EQ(to_text(select_point(document, scene(), trp1())), "Select trapezius_upper/TrP1");
    EXPECT_EQ(chosen_muscle(document.selection), "trapezius_upper");
    EXPECT_EQ(chosen_point(document.selection), "TrP1");
    EXPECT_EQ(document.view.layout, Layout::focus);
    EXPECT_EQ(select_point(document, scene(), trp1()), Message{}) << "a second time changes nothing";
}

TEST(Actions, SelectingInTheFreeViewKeepsTheCameraIfItShowsThePoint) {
    Document document;
    document.view.side = SideChoice::left;
    show_single(document, standard_camera(StandardView::posterior, {0, 140, 0}, 60));
    const PointRef visible = test::atlas().find_point("trapezius_upper/TrP2").value();
    select_point(document, scene(), visible);
    EXPECT_EQ(document.view.layout, Layout::single);
    EXPECT_EQ(standard_view_of(document.view.single), StandardView::posterior);
    select_point(
        document, scene(),
        test::atlas()
            .find_point("frontalis/" + test::atlas()
                                           .muscles[static_cast<size_t>(*test::atlas().find_muscle("frontalis"))]
                                           .trigger_points[0]
                                           .id)
            .value());
    EXPECT_EQ(standard_view_of(document.view.single), StandardView::anterior) << "a forehead is not shown from behind";
}

TEST(Actions, AFramedHeadIsWholeFromEverySide) {
    Document document;
    select_point(document, scene(), trp1());
    const SkinAsset& skin = test::body(document.view.body).skin();
    const glm::vec3 crown = *std::ranges::max_element(skin.positions, {}, [](const glm::vec3& at) { return at.y; });
    for (const StandardView view :
         {StandardView::anterior, StandardView::posterior, StandardView::left, StandardView::right}) {
        Document shown = document;
        show_standard_view(shown, scene(), view);
        EXPECT_EQ(standard_view_of(shown.view.single), view);
        const PictureView square{{0, 0, 400, 400}, shown.view.single, "", "", ""};
        EXPECT_TRUE(square.rect.contains(project(square, crown))) << static_cast<int>(view);
        EXPECT_TRUE(square.rect.contains(
            project(square, test::scene().body_fields(document.view.body).place(trp1(), Side::right).position)))
            << static_cast<int>(view);
    }
}

TEST(Actions, SteppingVisitsEveryPointOnceAndWraps) {
    Document document;
    std::set<std::string> visited;
    const size_t count = test::atlas().all_points().size();
    for (size_t i = 0; i < count; ++i) {
        EXPECT_NE(step_point(document, scene(), +1), Message{});
        visited.insert(chosen_muscle(document.selection) + "/" + chosen_point(document.selection));
    }
    EXPECT_EQ(visited.size(), count);
    step_point(document, scene(), +1);
    EXPECT_EQ(chosen_muscle(document.selection) + "/" + chosen_point(document.selection),
              test::atlas().full_id(test::atlas().all_points().front()));
    step_point(document, scene(), -1);
    EXPECT_EQ(chosen_muscle(document.selection) + "/" + chosen_point(document.selection),
              test::atlas().full_id(test::atlas().all_points().back()));
}

TEST(Actions, SteppingMusclesSelectsTheirFirstPoint) {
    Document document;
    step_muscle(document, scene(), +1);
    EXPECT_EQ(chosen_muscle(document.selection), test::atlas().muscles.front().id);
    step_muscle(document, scene(), -1);
    EXPECT_EQ(chosen_muscle(document.selection), test::atlas().muscles.back().id);
    EXPECT_FALSE(chosen_point(document.selection).empty());
}

TEST(Actions, ClearReturnsToThePlate) {
    Document document;
    select_point(document, scene(), trp1());
    EXPECT_NE(clear_selection(document), Message{});
    EXPECT_EQ(chosen_muscle(document.selection), "");
    EXPECT_EQ(document.view.layout, Layout::plate);
    EXPECT_EQ(clear_selection(document), Message{});
}

TEST(Actions, FocusNeedsASelection) {
    Document document;
    EXPECT_EQ(choose_layout(document, scene(), Layout::focus), Message{});
    EXPECT_EQ(document.view.layout, Layout::plate);
}

TEST(Actions, ZoomKeepsThePlaceUnderTheCursor) {
    Document document;
    show_single(document, standard_camera(StandardView::left, {0, 100, 0}, 80));
    turn(document, {37, -12}, 900);
    const auto under = [&](glm::vec2 pixel) {
        const PictureView view{{0, 0, 800, 600}, document.view.single, "", "", ""};
        const Ray ray = unproject(view, pixel);
        return ray.origin - dot(ray.origin - document.view.single.target, ray.direction) * ray.direction;
    };
    const glm::vec2 pixel{610, 155};
    const glm::vec3 before = under(pixel);
    zoom(document, 1.7f, {(pixel.x - 400) / 600, (300 - pixel.y) / 600});
    EXPECT_NEAR(document.view.single.height_cm, 80 / 1.7f, 1e-3);
    EXPECT_LT(glm::distance(before, under(pixel)), 0.01f);
}

TEST(Actions, ZoomStaysWithinLimits) {
    Document document;
    for (int i = 0; i < 100; ++i) zoom(document, 2, {});
    EXPECT_GE(document.view.single.height_cm, 3.9f);
    for (int i = 0; i < 100; ++i) zoom(document, 0.5f, {});
    EXPECT_LE(document.view.single.height_cm, 301);
}

TEST(Actions, DraggingRightTurnsTheBodyWithTheHand) {
    Document document;
    show_single(document, standard_camera(StandardView::anterior, {0, 100, 0}, 80));
    turn(document, {250, 0}, 1000);  // a quarter turn to the right brings the patient's right side to the front
    EXPECT_EQ(nearest_standard_view(document.view.single), StandardView::right);
    EXPECT_EQ(snap_to_nearest_view(document), Message{});
    turn(document, {20, 35}, 1000);
    EXPECT_FALSE(standard_view_of(document.view.single));
    EXPECT_NE(snap_to_nearest_view(document), Message{});
    EXPECT_EQ(standard_view_of(document.view.single), StandardView::right);
}

TEST(Actions, PanMovesTheBodyWithTheHand) {
    Document document;
    show_single(document, standard_camera(StandardView::posterior, {0, 100, 0}, 100));
    PictureView view{{0, 0, 500, 500}, document.view.single, "", "", ""};
    const glm::vec2 before = project(view, {5, 110, -3});
    pan(document, {40, -25}, 500);
    view.camera = document.view.single;
    const glm::vec2 after = project(view, {5, 110, -3});
    EXPECT_NEAR(after.x - before.x, 40, 0.01);
    EXPECT_NEAR(after.y - before.y, -25, 0.01);
}

}  // namespace
}  // namespace myomap
