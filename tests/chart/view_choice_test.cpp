// Which views are chosen for a trigger point and its zones, on the real bodies.

#include "chart/view_choice.h"

#include <gtest/gtest.h>

#include "chart/framing.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

Framing framing_of(const char* muscle, const char* point, BodyId body) {
    Document document;
    document.selection = MuscleSelection{muscle, point};
    document.view.side = SideChoice::right;
    document.view.body = body;
    return frame_selection(test::scene_with_regions(), document);
}

// A calf that sends pain to the jaw: in one view it would be all body, and neither could be seen.
TEST(ViewChoice, WhatLiesFarApartIsShownInViewsOfTheirOwn) {
    for (const BodyId body : body_ids) {
        const Framing framing = framing_of("soleus", "TrP4", body);
        ASSERT_EQ(framing.views.size(), 2u);
        for (const FramedView& view : framing.views) EXPECT_LT(view.height_cm, 40);
    }
}

// Its zones lie on the back, the point on the side, where an arm hangs before it.
TEST(ViewChoice, APointOnTheOutlineGetsAViewThatFacesIt) {
    for (const BodyId body : body_ids) {
        const Framing framing = framing_of("gluteus_medius", "TrP3", body);
        ASSERT_EQ(framing.views.size(), 2u);
        EXPECT_EQ(framing.views[0].view, StandardView::posterior);
        EXPECT_EQ(framing.views[1].view, StandardView::right);
        EXPECT_TRUE(framing.views[1].outlined);
        EXPECT_EQ(framing_of("trapezius_upper", "TrP2", body).views.size(), 1u) << "the neck stands behind the mark";
    }
}

// One view from the side would show both of its zones edge-on.
TEST(ViewChoice, ZonesBeforeAndBehindAreShownFromBeforeAndBehind) {
    for (const BodyId body : body_ids) {
        const Framing framing = framing_of("coracobrachialis", "", body);
        ASSERT_EQ(framing.views.size(), 2u);
        EXPECT_EQ(framing.views[0].view, StandardView::anterior);
        EXPECT_EQ(framing.views[1].view, StandardView::posterior);
        EXPECT_LT(framing.views[0].height_cm, 40) << "of what the other view shows better";
    }
}

// Though the hand covers nothing of its zones, it would float before the thigh.
TEST(ViewChoice, NoHandHangsBeforeAThighThatIsShownFromItsSide) {
    for (const BodyId body : body_ids) {
        const Framing framing = framing_of("vastus_lateralis", "TrP3", body);
        ASSERT_FALSE(framing.views.empty());
        EXPECT_EQ(framing.views[0].view, StandardView::right);
        EXPECT_EQ(framing.views[0].outlined, arms);
        for (const FramedView& view : framing_of("gastrocnemius", "", body).views)
            EXPECT_FALSE(view.outlined & arms) << "no hand reaches down to a calf";
    }
}

// From behind it is a dark gap between two thighs.
TEST(ViewChoice, AnAreaBetweenTheLegsIsShownFromBelow) {
    for (const BodyId body : body_ids) {
        Document document;
        document.selection = RegionSelection{"perineum"};
        document.view.body = body;
        const Framing framing = frame_selection(test::scene_with_regions(), document);
        ASSERT_EQ(framing.views.size(), 1u);
        EXPECT_EQ(framing.views[0].view, StandardView::inferior);
        EXPECT_LT(framing.views[0].reach_cm, Camera::far_cm) << "the thighs are cut";
        document.selection = RegionSelection{"tailbone"};
        const Framing tailbone = frame_selection(test::scene_with_regions(), document);
        ASSERT_EQ(tailbone.views.size(), 1u);
        EXPECT_EQ(tailbone.views[0].view, StandardView::posterior);
    }
}

}  // namespace
}  // namespace myomap
