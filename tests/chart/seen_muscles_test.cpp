#include "chart/seen_muscles.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <glm/gtc/quaternion.hpp>

#include "chart/muscle_view.h"
#include "chart/views.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

constexpr float spacing = 9;

struct Agreement {
    int points = 0, same = 0, seen = 0;
};

// Ray by ray against what drew the grid.
Agreement with_rays(BodyId body, const Document& document, const Camera& camera) {
    const PictureView view{{40, 30, 500, 700}, camera, "", "", ""};
    const Muscles& muscles = test::muscles(body);
    const UnderSkin under = under_skin_of(test::scene(), document);
    const SeenMuscles grid = seen_muscles(muscles.asset(), under.looks, view, spacing);
    const std::vector<bool> shown = shown_meshes(under);
    Agreement result;
    for (int row = 0; row < grid.size.y; ++row) {
        for (int column = 0; column < grid.size.x; ++column) {
            const Ray ray = unproject(view, grid.pixel(column, row));
            const auto hit = muscles.query().raycast(ray.origin, ray.direction, shown);
            const int look = hit ? 2 * hit->mesh + (hit->side == Side::right) : -1;
            ++result.points;
            result.same += look == grid.at(column, row);
            result.seen += look >= 0;
        }
    }
    return result;
}

TEST(SeenMuscles, AreThoseThatRaysMeet) {
    for (const BodyId body : body_ids) {
        Document document;
        document.view.body = body;
        document.view.layers = LayerMode::muscles;
        for (const int peeled : {0, 2}) {
            document.view.peeled = peeled;
            Camera camera = standard_camera(StandardView::posterior, {0, 100, 0}, 90);
            for (const glm::vec3 axis : {glm::vec3{0, 1, 0}, glm::vec3{1, 0, 0}}) {
                const Agreement found = with_rays(body, document, camera);
                EXPECT_GT(found.seen, 400) << to_text(body) << peeled;
                // Two rays may fall on different sides of a border by rounding.
                EXPECT_GE(found.same, found.points - 3) << to_text(body) << peeled;
                camera.orientation = glm::angleAxis(0.7f, axis) * camera.orientation;
            }
        }
    }
}

TEST(SeenMuscles, LeaveOutWhatIsHidden) {
    Document document;
    document.view.layers = LayerMode::muscles;
    document.selection = MuscleSelection{"gluteus_maximus", ""};
    document.view.around = Around::alone;
    const Agreement found =
        with_rays(BodyId::adult_male, document, standard_camera(StandardView::posterior, {0, 95, 0}, 60));
    EXPECT_GE(found.same, found.points - 1);
    EXPECT_LT(found.seen, found.points / 2);
}

TEST(SeenMuscles, StartAtTheCut) {
    Document document;
    document.view.layers = LayerMode::muscles;
    Camera camera = standard_camera(StandardView::anterior, {0, 120, 0}, 60);
    const PictureView whole{{0, 0, 400, 400}, camera, "", "", ""};
    camera.reach_cm = 1;
    const PictureView cut{{0, 0, 400, 400}, camera, "", "", ""};
    const auto& asset = test::muscles(BodyId::adult_male).asset();
    const auto looks = under_skin_of(test::scene(), document).looks;
    const auto pectoral =
        2 * test::muscles(BodyId::adult_male).mesh_of(*test::atlas().find_muscle("pectoralis_major_sternal"));
    const auto count = [&](const SeenMuscles& seen) { return std::ranges::count(seen.looks, pectoral); };
    EXPECT_GT(count(seen_muscles(asset, looks, whole, spacing)), 20);
    EXPECT_LT(count(seen_muscles(asset, looks, cut, spacing)), 3);
}

TEST(SeenMuscles, OfAViewWithoutRoomAreNone) {
    const PictureView view{{0, 0, 0, 300}, {}, "", "", ""};
    EXPECT_TRUE(seen_muscles(test::muscles(BodyId::adult_male).asset(), {}, view, spacing).looks.empty());
}

}  // namespace
}  // namespace myomap
