#include "chart/hit.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/compose.h"
#include "chart/shown.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

struct Shown {
    Document document;
    Picture picture;
};

Shown show(Document document) { return {document, compose(test::scene(), document, {{1280, 800}, 1, true}, measure)}; }

Hit hit_at(const Shown& shown, glm::vec2 pixel) {
    return hit_test(test::scene(), shown.document, shown.picture, pixel);
}

const PictureView& view_named(const Picture& picture, const std::string& title) {
    return *std::ranges::find(picture.views, title, &PictureView::title);
}

class HitOn : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, HitOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(HitOn, ALandmarkIsHitWhereItIsDrawn) {
    Document document;
    document.view.body = GetParam();
    document.view.show_all_points = false;
    const Shown shown = show(document);
    const Body& body = test::body(GetParam());
    for (const auto& [name, title] : {std::pair{"patella_centre_anterior", "Anterior"},
                                      {"sternum_body_mid", "Anterior"},
                                      {"t7_spinous", "Posterior"},
                                      {"lateral_malleolus", "Patient's left side"}}) {
        const SkinPoint expected = body.landmark_skin(body.landmarks().by_name.at(name), Side::left);
        const PictureView& view = view_named(shown.picture, title);
        const Hit hit = hit_at(shown, project(view, expected.position));
        ASSERT_TRUE(hit.skin) << name;
        EXPECT_LT(glm::distance(hit.skin->position, expected.position), 0.7f) << name;
        EXPECT_EQ(hit.side, Side::left) << name;
    }
}

TEST_P(HitOn, PaperIsNotSkin) {
    Document document;
    document.view.body = GetParam();
    const Shown shown = show(document);
    const Rect& rect = shown.picture.views[0].rect;
    const Hit hit = hit_at(shown, {rect.x + 3, rect.y + 40});
    EXPECT_EQ(hit.view, 0);
    EXPECT_FALSE(hit.skin);
    EXPECT_EQ(describe(test::scene(), hit), "");
    EXPECT_EQ(hit_at(shown, {-5, -5}).view, -1);
}

TEST_P(HitOn, EveryMarkCanBeClicked) {
    for (const PointRef ref : test::atlas().all_points()) {
        Document document;
        document.view.body = GetParam();
        document.view.side = SideChoice::left;
        document.view.layout = Layout::focus;
        document.selection = MuscleSelection{test::atlas().muscle(ref).id, test::atlas().point(ref).id};
        const Shown shown = show(document);
        int seen = 0;
        for (const Mark& mark : shown.picture.marks) {
            if (mark.item != test::atlas().full_id(ref)) continue;
            ++seen;
            const Hit hit = hit_at(shown, mark.at);
            EXPECT_EQ(hit.mark, mark.item);
            EXPECT_EQ(marked_point(test::scene(), hit), ref) << mark.item;
            EXPECT_EQ(hit.mark_side, shown_sides(test::atlas(), document, ref).front());
        }
        EXPECT_GE(seen, 1) << test::atlas().full_id(ref) << " is marked in no view";
    }
}

TEST_P(HitOn, TheShoulderSlopeNamesUpperTrapezius) {
    Document document;
    document.view.body = GetParam();
    document.view.show_all_points = false;
    const Shown shown = show(document);
    const PointRef ref = test::atlas().find_point("trapezius_upper/TrP2").value();
    const SkinPoint place = test::scene().body_fields(GetParam()).place(ref, Side::right);
    const Hit hit = hit_at(shown, project(view_named(shown.picture, "Posterior"), place.position));
    ASSERT_TRUE(hit.skin);
    EXPECT_EQ(hit.side, Side::right);
    const std::string words = describe(test::scene(), hit);
    EXPECT_NE(words.find("Trapezius, upper"), std::string::npos) << words;
    EXPECT_NE(words.find("patient's right"), std::string::npos) << words;
}

TEST(Hit, NamesTheZoneUnderTheCursor) {
    Document document;
    document.selection = MuscleSelection{"trapezius_upper", "TrP1"};
    document.view.side = SideChoice::left;
    document.view.show_all_points = false;
    const Shown shown = show(document);
    const Body& body = test::body(document.view.body);
    const SkinPoint temple = body.landmark_skin(body.landmarks().by_name.at("pterion"), Side::left);
    const Hit hit = hit_at(shown, project(view_named(shown.picture, "Patient's left side"), temple.position));
    ASSERT_EQ(hit.zones.size(), 1u);
    EXPECT_EQ(hit.zones[0].find("essential zone of trigger point 1: "), 0u) << hit.zones[0];
}

}  // namespace
}  // namespace myomap
