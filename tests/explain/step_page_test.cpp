// A step as it is shown: large enough, all of it, nothing over the picture.

#include "explain/step_page.h"

#include <gtest/gtest.h>

#include "chart/actions/select.h"
#include "support/fixed_measure.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

class StepPageOn : public testing::TestWithParam<glm::ivec2> {
protected:
    Rect area() const { return {0, 0, static_cast<float>(GetParam().x), static_cast<float>(GetParam().y)}; }
    std::vector<ToldStep> steps_of(const char* point) const {
        const Scene scene = test::whole_context().scene();
        Document document;
        select_point(document, scene, scene.atlas.find_point(point).value());
        return in_large_type(scene, tell(scene, load_talk(test::whole_context().resources.talk()).talk, document),
                             area(), 1, measure);
    }
};
INSTANTIATE_TEST_SUITE_P(Sizes, StepPageOn,
                         testing::Values(glm::ivec2{1280, 720}, glm::ivec2{1024, 768}, glm::ivec2{1280, 800},
                                         glm::ivec2{1920, 1080}, glm::ivec2{3840, 2160}));

TEST_P(StepPageOn, AllOfItIsThereInLargeTypeAndBesideThePicture) {
    const Scene scene = test::whole_context().scene();
    const std::vector<ToldStep> steps = steps_of("trapezius_upper/TrP1");
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const StepPage page =
            lay_out_step(scene, steps[i], {i, steps.size(), "The next step", true}, area(), 1, measure);
        EXPECT_TRUE(page.fits) << steps[i].id;
        EXPECT_EQ(page.picture.width > 0,
                  steps[i].picture || steps[i].shows == StepShows::needle || steps[i].shows == StepShows::hundred)
            << steps[i].id;
        for (const StepText& text : page.texts) {
            if (!text.quiet) EXPECT_GE(text.size, 28) << steps[i].id;
            for (std::size_t line = 0; line < text.lines.size(); ++line) {
                const float y = text.at.y + static_cast<float>(line) * text.leading;
                const Rect box{text.at.x, y - text.size, measure.width(text.lines[line], text.size, text.weight),
                               text.size};
                EXPECT_GE(box.x, 0);
                EXPECT_LE(box.x + box.width, area().width + 1) << text.lines[line];
                EXPECT_LE(y, area().height) << text.lines[line];
                EXPECT_FALSE(page.picture.width > 0 && box.overlaps(page.picture))
                    << steps[i].id << ": " << text.lines[line];
            }
        }
    }
}

// None is lost where there are too many for one.
TEST_P(StepPageOn, LongListsGoOnOverFurtherSteps) {
    const std::vector<ToldStep> steps = steps_of("trapezius_upper/TrP1");
    const Scene scene = test::whole_context().scene();
    Document document;
    select_point(document, scene, scene.atlas.find_point("trapezius_upper/TrP1").value());
    const std::vector<ToldStep> told = tell(scene, load_talk(test::whole_context().resources.talk()).talk, document);
    std::vector<std::string> before, after;
    for (const ToldStep& step : told) before.insert(before.end(), step.words.list.begin(), step.words.list.end());
    for (const ToldStep& step : steps) after.insert(after.end(), step.words.list.begin(), step.words.list.end());
    EXPECT_EQ(before, after);
    EXPECT_GE(steps.size(), told.size());
}

}  // namespace
}  // namespace myomap
