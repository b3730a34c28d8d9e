// Every trigger point lies over its own muscle, on both figures: what `under` says of its place names it, however deep.

#include <algorithm>
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/points.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

constexpr float far_cm = 1;     // farther off needs a reason
constexpr float looked_cm = 8;  // what is farther than that is as good as nowhere

bool lies_under(const Muscles& muscles, const SkinPoint& place, int muscle) {
    return std::ranges::any_of(muscles.under(place), [&](const Muscles::Under& one) {
        return one.muscle == muscle && one.side == Side::left;
    });
}

// From a place to the nearest skin that has the muscle under it, cm: 0 where it is under the place itself. Skin that
// faces the other way is no neighbour: nobody reaches through a limb.
float off_muscle(const Body& body, const Muscles& muscles, const SkinPoint& place, int muscle) {
    if (lies_under(muscles, place, muscle)) return 0;
    std::vector<std::pair<float, std::uint32_t>> near;
    const SkinAsset& skin = body.skin();
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) {
        const float distance = glm::distance(skin.positions[v], place.position);
        if (distance < looked_cm && dot(skin.normals[v], place.normal) > 0) near.emplace_back(distance, v);
    }
    std::ranges::sort(near);
    for (const auto& [distance, v] : near)
        if (lies_under(muscles, body.query().at_vertex(v), muscle)) return distance;
    return looked_cm;
}

// On the figure where it is worse.
float off_muscle(PointRef ref) {
    float worst = 0;
    for (const BodyId id : body_ids) {
        const Body& body = test::body(id);
        const SkinPoint place = resolve_on_skin(body, test::atlas().point(ref).point, Side::left);
        worst = std::max(worst, off_muscle(body, test::muscles(id), place, ref.muscle));
    }
    return worst;
}

TEST(PointsOverMuscles, LieOverTheirOwnOrSayHowTheyAreReached) {
    int reached_otherwise = 0;
    for (const PointRef ref : test::atlas().all_points()) {
        const float off = off_muscle(ref);
        const auto& reached = test::atlas().point(ref).reached_from;
        reached_otherwise += reached.has_value();
        if (!reached) {
            EXPECT_LE(off, far_cm) << test::atlas().full_id(ref);
            continue;
        }
        // Who lies over the muscle on either figure is reached through the skin there.
        EXPECT_GT(off, 0) << test::atlas().full_id(ref) << " is over its muscle";
    }
    EXPECT_LE(reached_otherwise, 12);
}

TEST(PointsOverMuscles, OfManyBelliesLieOverTheirOwnOne) {
    // The second space's muscle is not under the third space's cross.
    const auto x_of = [](const char* id) {
        const PointRef ref = test::atlas().find_point(id).value();
        return resolve_on_skin(test::body(BodyId::adult_male), test::atlas().point(ref).point, Side::left).position.x;
    };
    for (const auto& [muscle, points] : std::map<std::string, std::vector<std::string>>{
             {"dorsal_interossei_foot", {"space1", "space2", "space3", "space4"}},
             {"plantar_interossei", {"toe3", "toe4", "toe5"}},
             {"lumbricals_foot", {"toe2", "toe3", "toe4", "toe5"}}})
        for (size_t i = 1; i < points.size(); ++i)
            EXPECT_GT(x_of((muscle + "/" + points[i]).c_str()), x_of((muscle + "/" + points[i - 1]).c_str()) + 0.8f)
                << muscle << " " << points[i];
}

}  // namespace
}  // namespace myomap
