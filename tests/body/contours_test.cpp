#include "body/contours.h"

#include <numbers>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "support/patch.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

TEST(Contours, GoAroundWhatIsPaintedWithItOnTheirLeft) {
    const Body& body = test::body(BodyId::adult_male);
    const SparseField field = unite(test::front_patch(body, 8, 125, 3), test::front_patch(body, -8, 105, 4));
    const std::vector<Contour> all = contours(body.skin(), field);
    ASSERT_EQ(all.size(), 2u);
    for (const Contour& contour : all) {
        EXPECT_TRUE(contour.closed);
        const bool upper = contour.points[0].x > 0;
        const glm::vec3 middle = body.query().raycast({upper ? 8 : -8, upper ? 125 : 105, 300}, {0, 0, -1})->position;
        const float radius = upper ? 3 : 4;
        float length = 0;
        for (size_t i = 0; i < contour.points.size(); ++i) {
            const glm::vec3 here = contour.points[i], next = contour.points[(i + 1) % contour.points.size()];
            EXPECT_NEAR(distance(here, middle), radius, 0.35f);
            if (next != here) {
                EXPECT_GT(dot(cross(contour.normals[i], next - here), middle - here), 0);
            }
            length += distance(here, next);
        }
        EXPECT_NEAR(length, 2 * std::numbers::pi_v<float> * radius, 0.1f * length);
    }
    EXPECT_TRUE(contours(body.skin(), {}).empty());
}

}  // namespace
}  // namespace myomap
