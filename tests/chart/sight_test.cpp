// What a view shows when a limb that stands in the way is drawn as an outline.

#include "chart/sight.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "body/points.h"
#include "chart/framing.h"
#include "chart/standard_views.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

using test::scene_with_regions;

class SightOn : public testing::TestWithParam<BodyId> {
protected:
    const Body& body() const { return test::body(GetParam()); }
    const BodyParts& parts() const { return *body_parts(scene_with_regions(), GetParam()); }

    PictureView view_from(StandardView from, const glm::vec3& target, LimbSet outlined) const {
        PictureView view;
        view.rect = {0, 0, 400, 400};
        view.camera = standard_camera(from, target, 60);
        view.camera.outlined = outlined;
        return view;
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, SightOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(SightOn, EveryVertexIsOfOneLimbAndBothSidesAreAlike) {
    const SkinAsset& skin = body().skin();
    std::map<int, int> count;
    for (std::uint32_t v = 0; v < skin.positions.size(); ++v) ++count[parts().at(v)];
    EXPECT_EQ(count.size(), 5u);
    EXPECT_NEAR(count[left_arm], count[right_arm], 0.02 * count[left_arm]);
    EXPECT_NEAR(count[left_leg], count[right_leg], 0.02 * count[left_leg]);
    EXPECT_EQ(parts().at(resolve_on_skin(body(), test::at("patella_apex"), Side::right).vertex), right_leg);
    EXPECT_EQ(parts().at(resolve_on_skin(body(), test::at("olecranon"), Side::left).vertex), left_arm);
    EXPECT_EQ(parts().at(resolve_on_skin(body(), test::at("umbilicus"), Side::left).vertex), trunk_and_head);
}

TEST_P(SightOn, PastTheArmTheFlankIsSeen) {
    // The trunk right behind the elbow, seen from the left.
    const glm::vec3 elbow = resolve_on_skin(body(), test::at("olecranon"), Side::left).position;
    const PictureView whole = view_from(StandardView::left, elbow, 0);
    const PictureView past = view_from(StandardView::left, elbow, left_arm);
    const auto first = skin_at(scene_with_regions(), body(), whole, {200, 200});
    const auto behind = skin_at(scene_with_regions(), body(), past, {200, 200});
    ASSERT_TRUE(first && behind);
    EXPECT_EQ(parts().at(first->vertex), left_arm);
    EXPECT_EQ(parts().at(behind->vertex), trunk_and_head);
    EXPECT_TRUE(seen(scene_with_regions(), body(), past, *behind));
    int only_past = 0, only_whole = 0;
    for (float x = 20; x < 400; x += 12)
        for (float y = 20; y < 400; y += 12) {
            const auto place = skin_at(scene_with_regions(), body(), past, {x, y});
            if (!place) continue;
            const bool now = seen(scene_with_regions(), body(), past, *place);
            const bool before = seen(scene_with_regions(), body(), whole, *place);
            only_past += now && !before, only_whole += before && !now;
        }
    EXPECT_GT(only_past, 20);
    EXPECT_LT(only_whole, 3);
    EXPECT_FALSE(seen(scene_with_regions(), body(), past, *first)) << "an outline has no skin";
}

TEST_P(SightOn, TheOutlineIsThatOfTheLimb) {
    const glm::vec3 elbow = resolve_on_skin(body(), test::at("olecranon"), Side::left).position;
    const PictureView past = view_from(StandardView::left, elbow, left_arm);
    const std::vector<glm::vec2> outline = limb_outline(body(), parts(), past);
    ASSERT_GT(outline.size(), 100u);
    ASSERT_EQ(outline.size() % 2, 0u);
    const PictureView whole = view_from(StandardView::left, elbow, 0);
    int near_the_rim = 0;
    for (size_t i = 0; i < outline.size(); ++i) {
        // A few pixels to either side one meets the arm on one and something else on the other.
        bool arm = false, other = false;
        for (const glm::vec2 step : {glm::vec2{6, 0}, {-6, 0}, {0, 6}, {0, -6}}) {
            const auto hit = skin_at(scene_with_regions(), body(), whole, outline[i] + step);
            (hit && parts().at(hit->vertex) == left_arm ? arm : other) = true;
        }
        near_the_rim += arm && other;
    }
    EXPECT_GT(near_the_rim, 0.6 * static_cast<double>(outline.size()));
    EXPECT_TRUE(limb_outline(body(), parts(), whole).empty());
}

// A hand by itself, before a thigh, would be all that a view shows of an arm.
TEST_P(SightOn, AnArmWhoseShoulderLiesAboveThePictureIsNotDrawnAtAll) {
    const glm::vec3 knee = resolve_on_skin(body(), test::at("patella_apex"), Side::left).position;
    PictureView thigh = view_from(StandardView::left, knee + glm::vec3{0, 25, 0}, left_arm);
    EXPECT_FALSE(limb_outline(body(), parts(), thigh).empty()) << "the hand hangs into it";
    EXPECT_EQ(ends_only(body(), parts(), thigh), left_arm);
    thigh.camera.unseen = left_arm;
    EXPECT_TRUE(limb_outline(body(), parts(), thigh).empty());
    const glm::vec3 elbow = resolve_on_skin(body(), test::at("olecranon"), Side::left).position;
    EXPECT_EQ(ends_only(body(), parts(), view_from(StandardView::left, elbow + glm::vec3{0, 12, 0}, left_arm)), 0);
    EXPECT_EQ(ends_only(body(), parts(), view_from(StandardView::left, knee, left_leg)), 0) << "a leg is outlined";
}

TEST_P(SightOn, AThighThatIsCutAcrossHasTheOutlineOfTheCut) {
    const glm::vec3 knee = resolve_on_skin(body(), test::at("patella_apex"), Side::left).position;
    const glm::vec3 thigh = knee + glm::vec3{0, 20, 0};
    PictureView cut = view_from(StandardView::inferior, thigh, 0);
    EXPECT_TRUE(cut_outline(body(), &parts(), cut).empty()) << "nothing is cut";
    cut.camera.reach_cm = 0;  // at the height of the target
    const std::vector<glm::vec2> outline = cut_outline(body(), &parts(), cut);
    ASSERT_GT(outline.size(), 60u);
    ASSERT_EQ(outline.size() % 2, 0u);
    // Around each place of it there is skin of that height.
    for (size_t i = 0; i < outline.size(); i += 10) {
        const Ray ray = unproject(cut, outline[i]);
        const glm::vec3 at = ray.origin + dot(thigh - ray.origin, ray.direction) * ray.direction;
        EXPECT_LT(distance(body().query().closest(at).position, at), 0.2f);
    }
    cut.camera.outlined = left_leg;
    EXPECT_LT(cut_outline(body(), &parts(), cut).size(), 0.7 * static_cast<double>(outline.size()));
}

// How the body shows each trigger point of the atlas by itself.
template <typename Look>
void for_every_framing(const Scene& scene, BodyId body, const Look& look) {
    for (const PointRef ref : scene.atlas.all_points()) {
        SCOPED_TRACE(scene.atlas.full_id(ref));
        Document document;
        document.view.body = body;
        document.view.side = SideChoice::left;
        document.selection = MuscleSelection{scene.atlas.muscle(ref).id, scene.atlas.point(ref).id};
        look(ref, frame_selection(scene, document).views);
    }
}

// The pattern lies on the back, on the chest and between them.
TEST_P(SightOn, EachPartOfAZoneHasAViewThatFacesIt) {
    Document document;
    document.view.body = GetParam();
    document.selection = MuscleSelection{"iliocostalis_thoracis", "mid"};
    std::vector<StandardView> views;
    for (const FramedView& view : frame_selection(scene_with_regions(), document).views) views.push_back(view.view);
    std::ranges::sort(views);
    EXPECT_EQ(views, (std::vector{StandardView::anterior, StandardView::posterior, StandardView::right}));
}

// The arm goes with its shoulder: what lies in the armpit is not seen past the arm's stump.
TEST_P(SightOn, PastTheArmTheArmpitIsSeen) {
    Document document;
    document.view.body = GetParam();
    document.view.side = SideChoice::left;
    document.selection = MuscleSelection{"serratus_anterior", "TrP1"};
    const Scene& scene = scene_with_regions();
    const PointRef ref = *scene.atlas.find_point("serratus_anterior/TrP1");
    const SkinPoint place = scene.body_fields(GetParam()).place(ref, Side::left);
    const Framing framing = frame_selection(scene, document);
    ASSERT_FALSE(framing.views.empty());
    EXPECT_EQ(framing.views[0].outlined & left_arm, left_arm);
    EXPECT_TRUE(seen(scene, body(), view_from(framing.views[0].view, place.position, left_arm), place));
}

TEST_P(SightOn, FramingOutlinesOnlyLimbsThatCarryNothingEssential) {
    const Scene& scene = scene_with_regions();
    int outlined = 0;
    for_every_framing(scene, GetParam(), [&](PointRef ref, const std::vector<FramedView>& views) {
        for (const FramedView& view : views) {
            EXPECT_TRUE(view.reach_cm >= Camera::far_cm || view.view == StandardView::inferior)
                << "skin is cut only before a pelvic floor";
            if (!view.outlined) continue;
            ++outlined;
            EXPECT_FALSE(parts().at(scene.body_fields(GetParam()).place(ref, Side::left).vertex) & view.outlined);
        }
    });
    EXPECT_GT(outlined, 5);
}

TEST_P(SightOn, NoTwoViewsLookFromOneSideAndNoFeetStandBeforeAPelvis) {
    int from_below = 0;
    for_every_framing(scene_with_regions(), GetParam(), [&](PointRef, const std::vector<FramedView>& views) {
        std::vector<StandardView> sides;
        for (const FramedView& view : views) {
            EXPECT_EQ(std::ranges::count(sides, view.view), 0);
            sides.push_back(view.view);
            if (view.view != StandardView::inferior) continue;
            ++from_below;
            const bool sole = view.target.y < 0.08f * body().height_cm();
            EXPECT_TRUE(sole || view.reach_cm < Camera::far_cm);
            EXPECT_LT(view.depth_cm, 40) << "what lies behind would only darken it";
        }
        EXPECT_LE(sides.size(), 3u);
    });
    EXPECT_GT(from_below, 15);
}

}  // namespace
}  // namespace myomap
