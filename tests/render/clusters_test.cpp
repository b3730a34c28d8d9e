#include "render/clusters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

#include <glm/gtc/matrix_transform.hpp>
#include <glm/gtc/quaternion.hpp>

#include "chart/views.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

Sight sight_of(const Camera& camera, float width_cm) {
    const glm::mat4 to_view = glm::translate(glm::mat4_cast(camera.orientation), -camera.target);
    return {glm::ortho(-width_cm / 2, width_cm / 2, -camera.height_cm / 2, camera.height_cm / 2, -camera.reach_cm,
                       camera.depth_cm) *
                to_view,
            toward_viewer(camera)};
}

std::uint32_t total(const std::vector<IndexRange>& ranges) {
    return std::accumulate(ranges.begin(), ranges.end(), 0u,
                           [](std::uint32_t sum, auto range) { return sum + range.count; });
}

class ClustersOfTheSkin : public testing::Test {
protected:
    const SkinAsset& skin = test::body(BodyId::adult_male).skin();

    // Of the triangles that are left out, those that the view shows.
    int missed(const Sight& sight) const {
        std::vector<bool> drawn(skin.triangles.size(), false);
        for (const auto& range : visible_ranges(skin.clusters, sight))
            std::fill_n(drawn.begin() + range.first, range.count, true);
        int missed = 0;
        for (size_t i = 0; i < drawn.size(); i += 3) {
            if (drawn[i]) continue;
            std::array<glm::vec3, 3> corner;
            for (size_t c = 0; c < 3; ++c)
                corner[c] = glm::vec3(sight.body_to_clip * glm::vec4(skin.positions[skin.triangles[i + c]], 1));
            const glm::vec3 low = min(corner[0], min(corner[1], corner[2]));
            const glm::vec3 high = max(corner[0], max(corner[1], corner[2]));
            const bool inside = low.x < 1 && low.y < 1 && low.z < 1 && high.x > -1 && high.y > -1 && high.z > -1;
            const float turn = cross(corner[1] - corner[0], corner[2] - corner[0]).z;
            missed += inside && (turn > 0 || sight.both_faces);
        }
        return missed;
    }
};

TEST_F(ClustersOfTheSkin, LeaveOutNothingThatIsSeen) {
    for (const float height : {190.f, 45.f, 20.f}) {
        for (const glm::vec3 target : {glm::vec3{0, 90, 0}, glm::vec3{0, 160, 3}, glm::vec3{60, 110, 0}}) {
            for (int step = 0; step < 7; ++step) {
                Camera camera;
                camera.target = target;
                camera.height_cm = height;
                camera.orientation =
                    glm::angleAxis(0.9f * static_cast<float>(step), normalize(glm::vec3{0.3f, 1, 0.1f}));
                EXPECT_EQ(missed(sight_of(camera, 0.7f * height)), 0) << height << ' ' << step;
                camera.reach_cm = 3;
                camera.depth_cm = 20;
                Sight cut = sight_of(camera, height);
                cut.both_faces = true;
                EXPECT_EQ(missed(cut), 0) << height << ' ' << step;
            }
        }
    }
}

TEST_F(ClustersOfTheSkin, LeaveOutMostOfWhatIsNot) {
    const auto all = static_cast<std::uint32_t>(skin.triangles.size());
    Camera camera;
    EXPECT_LT(total(visible_ranges(skin.clusters, sight_of(camera, 190))), 0.62f * static_cast<float>(all));
    camera.target = {0, 163, 0};
    camera.height_cm = 30;
    EXPECT_LT(total(visible_ranges(skin.clusters, sight_of(camera, 30))), 0.25f * static_cast<float>(all));
    camera.target = {500, 0, 0};
    EXPECT_TRUE(visible_ranges(skin.clusters, sight_of(camera, 30)).empty());
}

TEST(Share, DividesRunsWithoutTearingTriangles) {
    const std::vector<IndexRange> ranges{{0, 30}, {60, 3}, {90, 18}};
    std::vector<std::uint32_t> indices;
    for (int part = 0; part < 4; ++part) {
        std::uint32_t size = 0;
        for (const auto& range : share_of(ranges, part, 4)) {
            EXPECT_EQ(range.first % 3 + range.count % 3, 0u);
            for (std::uint32_t i = 0; i < range.count; ++i) indices.push_back(range.first + i);
            size += range.count;
        }
        EXPECT_NEAR(size, 51 / 4.0, 3);
    }
    std::vector<std::uint32_t> expected;
    for (const auto& range : ranges)
        for (std::uint32_t i = 0; i < range.count; ++i) expected.push_back(range.first + i);
    EXPECT_EQ(indices, expected);
    EXPECT_TRUE(share_of({}, 0, 4).empty());
}

}  // namespace
}  // namespace myomap
