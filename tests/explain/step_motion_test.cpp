// Between two steps, on the shipped data and the real bodies.

#include "explain/step_motion.h"

#include <algorithm>
#include <numeric>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>

#include "chart/actions/select.h"
#include "explain/step_chart.h"
#include "support/fixed_measure.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

class StepMotionOn : public testing::TestWithParam<BodyId> {
protected:
    Scene scene = test::whole_context().scene();
    std::vector<ToldStep> told = [this] {
        Document document;
        document.view.body = GetParam();
        select_point(document, scene, scene.atlas.find_point("trapezius_upper/TrP1").value());
        return tell(scene, load_talk(test::whole_context().resources.talk()).talk, document);
    }();

    const ToldStep& step(std::string_view id) const { return *std::ranges::find(told, id, &ToldStep::id); }
    Picture chart(std::string_view id) const {
        const StepPage page = lay_out_step(scene, step(id), {}, {0, 0, 1280, 800}, 1, measure);
        return compose_step(scene, step(id), page, Theme::light, false, measure);
    }
    StepMotion motion(std::string_view from, std::string_view to) const {
        return {scene, chart(from), chart(to), step(to).subject};
    }
    static int painted(const Picture& picture, std::string_view id) {
        const PaintLayer* layer = find_layer(picture, id);
        if (!layer) return 0;
        return static_cast<int>(std::ranges::count_if(layer->field.values, [](int value) { return value >= 128; }));
    }
};
INSTANTIATE_TEST_SUITE_P(Bodies, StepMotionOn, testing::ValuesIn(body_ids));

TEST_P(StepMotionOn, BeginsAndEndsWhereTheStepsAre) {
    const StepMotion over = motion("muscle", "felt");
    const Camera from = chart("muscle").views.front().camera, to = chart("felt").views.front().camera;
    EXPECT_LT(glm::distance(over.at(0).views.front().camera.target, from.target), 0.01f);
    EXPECT_NEAR(over.at(0).views.front().camera.height_cm, from.height_cm, 0.01f);
    EXPECT_LT(glm::distance(over.at(1).views.front().camera.target, to.target), 0.01f);
    EXPECT_NEAR(over.at(1).views.front().camera.height_cm, to.height_cm, 0.01f);
    EXPECT_EQ(over.at(1).views.front().rect, chart("felt").views.front().rect);
    EXPECT_EQ(painted(over.at(1), "essential"), painted(chart("felt"), "essential"));
    EXPECT_EQ(find_layer(over.at(1), "trail"), nullptr);
}

TEST_P(StepMotionOn, WhatIsFeltGrowsOutOfThePoint) {
    const StepMotion over = motion("spot", "felt");
    ASSERT_TRUE(over.grows());
    const SkinPoint point = scene.body_fields(GetParam()).place(step("felt").subject->point, Side::right);
    const SkinAsset& skin = scene.body(GetParam()).skin();
    int before = -1;
    float reach_before = 0;
    for (const float share : {0.f, 0.4f, 0.55f, 0.65f, 0.75f, 0.9f, 1.f}) {
        const Picture picture = over.at(share);
        const int now = painted(picture, "essential");
        EXPECT_GE(now, before) << share;
        before = now;
        const PaintLayer* layer = find_layer(picture, "essential");
        float reach = 0;
        for (std::size_t i = 0; layer && i < layer->field.size(); ++i)
            if (layer->field.values[i] >= 128)
                reach = std::max(reach, glm::distance(skin.positions[layer->field.vertices[i]], point.position));
        EXPECT_GE(reach, reach_before) << share;
        reach_before = reach;
    }
    EXPECT_EQ(painted(over.at(0), "essential"), 0);
    EXPECT_GT(painted(over.at(0.65f), "trail"), 0) << "a way leads to where it is felt";
}

TEST_P(StepMotionOn, TheSkinBecomesClearAndCloses) {
    const auto clear = [](const StepMotion& motion, float share) { return motion.at(share).views.front().clear; };
    const StepMotion opens = motion("felt", "muscle"), goes = motion("muscle", "spot"), closes = motion("spot", "felt");
    EXPECT_EQ(clear(opens, 0), 0);
    EXPECT_EQ(clear(opens, 1), 1);
    EXPECT_EQ(clear(goes, 1), 2);
    EXPECT_EQ(clear(closes, 1), 0);
    EXPECT_EQ(opens.at(0.5f).under_skin.layers, LayerMode::glass);
    EXPECT_FALSE(closes.at(0.5f).under_skin.looks.empty()) << "the muscle is there until the skin hides it";
}

TEST_P(StepMotionOn, ASymbolStaysOnItsPlace) {
    const StepMotion over = motion("muscle", "felt");
    const SkinPoint point = scene.body_fields(GetParam()).place(step("felt").subject->point, Side::right);
    for (const float share : {0.f, 0.3f, 0.6f, 1.f}) {
        const Picture picture = over.at(share);
        ASSERT_EQ(picture.marks.size(), 1u) << share;
        const float off = glm::distance(picture.marks[0].at, project(picture.views[0], point.position));
        EXPECT_LT(off, 0.5f * pixels_per_cm(picture.views[0])) << share;
    }
}

TEST(StepMotion, IsSlowAtBothEnds) {
    EXPECT_EQ(eased(0), 0);
    EXPECT_EQ(eased(1), 1);
    EXPECT_LT(eased(0.1f), 0.02f);
    EXPECT_GT(eased(0.9f), 0.98f);
    EXPECT_NEAR(eased(0.5f), 0.5f, 1e-5f);
}

}  // namespace
}  // namespace myomap
