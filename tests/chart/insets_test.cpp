// Where on the body a close-up is.

#include "chart/insets.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/compose.h"
#include "chart/hit.h"
#include "chart/label_room.h"
#include "chart/standard_views.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

Document chart_of(const char* muscle, const char* point) {
    Document document;
    document.view.layout = Layout::focus;
    document.selection = MuscleSelection{muscle, point};
    return document;
}

Picture picture_of(const Document& document) {
    return compose(test::scene(), document, {{1280, 800}}, test::FixedMeasure());
}

TEST(Insets, SayWhereACloseUpLies) {
    const Document document = chart_of("pectoralis_major_sternal", "arrhythmia");
    const Picture picture = picture_of(document);
    ASSERT_EQ(picture.views.size(), 1u);
    ASSERT_EQ(picture.insets.size(), 1u);
    const Inset& inset = picture.insets[0];
    const Rect &view = picture.views[0].rect, &box = inset.small.rect;
    // On the paper beside the close-up, where it covers none of it.
    EXPECT_GE(box.x, view.x + view.width);
    const Rect all = with_gutters(picture.views[0]);
    EXPECT_TRUE(all.contains({box.x, box.y}) && all.contains({box.x + box.width, box.y + box.height}));
    EXPECT_GT(inset.small.camera.height_cm, 3 * picture.views[0].camera.height_cm);
    // The frame is what the view shows.
    const glm::vec2 corner = project(inset.small, unproject(picture.views[0], {view.x, view.y}).origin);
    EXPECT_NEAR(corner.x, inset.frame.x, 1);
    EXPECT_NEAR(corner.y, inset.frame.y, 1);
    EXPECT_TRUE(box.contains({inset.frame.x, inset.frame.y}));
    // It is no part of the view: no label lies on it, and nothing is taken through it.
    for (const Label& label : picture.labels) EXPECT_FALSE(label.box.overlaps(box)) << label.lines[0];
    const Hit hit = hit_test(test::scene(), document, picture, {box.x + 0.5f * box.width, box.y + 0.5f * box.height});
    EXPECT_EQ(hit.view, -1);
    EXPECT_FALSE(hit.skin);
}

TEST(Insets, AreNotMadeWhereThePartIsSeen) {
    EXPECT_TRUE(picture_of(chart_of("trapezius_upper", "TrP1")).insets.empty());
}

// However much of a trunk it is: without an outline nobody knows it.
TEST(Insets, AreMadeOfSkinFromEdgeToEdge) {
    const Picture picture = picture_of(chart_of("sphincter_ani", ""));
    EXPECT_EQ(picture.insets.size(), picture.views.size());
}

// A spot on a palm is no picture of anything.
TEST(FurtherViews, ShowTheWholeHandOrFootThatAZoneLiesOn) {
    const auto has = [](const PictureView& view, const char* landmark) {
        const Body& body = test::body(BodyId::adult_male);
        const SkinPoint at = body.landmark_skin(test::landmarks().by_name.at(landmark), Side::right);
        return with_gutters(view).contains(project(view, at.position));
    };
    for (const char* point : {"space2", "space3"}) {
        const Picture hand = picture_of(chart_of("dorsal_interossei_hand", point));
        ASSERT_GE(hand.views.size(), 2u);
        EXPECT_EQ(hand.views[1].title, "Anterior");
        for (const char* tip : {"thumb_tip", "index_finger_tip", "middle_finger_tip", "little_finger_tip"})
            EXPECT_TRUE(has(hand.views[1], tip)) << point << " " << tip;
    }
    const Picture sole = picture_of(chart_of("soleus", "TrP1"));
    ASSERT_EQ(sole.views.size(), 2u);
    EXPECT_EQ(sole.views[1].title, "From below");
    EXPECT_TRUE(has(sole.views[1], "big_toe_tip")) << "the foot has its toes";
}

TEST(Insets, LeaveMarksAndPaintFree) {
    const Scene& scene = test::scene();
    int insets = 0;
    for (const PointRef ref : scene.atlas.all_points()) {
        const Document document = chart_of(scene.atlas.muscle(ref).id.c_str(), scene.atlas.point(ref).id.c_str());
        const Picture picture = picture_of(document);
        const SkinAsset& skin = scene.body(picture.body).skin();
        for (const Inset& inset : picture.insets) {
            ++insets;
            const PictureView& view = picture.views[static_cast<size_t>(inset.view)];
            for (const Mark& mark : picture.marks)
                EXPECT_FALSE(mark.view == inset.view && inset.small.rect.contains(mark.at)) << mark.item;
            for (const PaintLayer& layer : picture.layers)
                for (size_t i = 0; i < layer.field.size() && is_subject(layer.paint); ++i)
                    if (const std::uint32_t v = layer.field.vertices[i];
                        layer.field.values[i] >= 128 && dot(skin.normals[v], toward_viewer(view.camera)) > 0.1f)
                        ASSERT_FALSE(inset.small.rect.contains(project(view, skin.positions[v])))
                            << scene.atlas.full_id(ref);
        }
    }
    EXPECT_GT(insets, 30);
}

// A close-up is skin from edge to edge; its labels have paper beside it.
TEST(Gutters, HoldTheLabelsOfACloseUp) {
    const Picture picture = picture_of(chart_of("corrugator_supercilii", "TrP1"));
    ASSERT_EQ(picture.views.size(), 1u);
    ASSERT_EQ(picture.labels.size(), 2u);
    for (const Label& label : picture.labels) EXPECT_FALSE(label.box.overlaps(picture.views[0].rect)) << label.lines[0];
}

}  // namespace
}  // namespace myomap
