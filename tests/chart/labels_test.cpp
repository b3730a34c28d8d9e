#include "chart/labels.h"

#include <gtest/gtest.h>

#include "chart/compose.h"
#include "support/fixed_measure.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const test::FixedMeasure measure;

TEST(Elide, KeepsWhatFitsAndCutsAtCharacters) {
    EXPECT_EQ(elide("temple", 100, 10, FontWeight::regular, measure), "temple");
    EXPECT_EQ(elide("side of the neck", 45, 10, FontWeight::regular, measure), "side of…");
    EXPECT_EQ(elide("élévateur", 22, 10, FontWeight::regular, measure), "élé…");
    EXPECT_EQ(elide("abc", 1, 10, FontWeight::regular, measure), "") << "not even the ellipsis fits";
}

TEST(Wrap, BreaksAtBlanksAndCutsTheLastLine) {
    const auto lines = wrap("up the side of the neck to the temple", 61, 3, 10, FontWeight::regular, measure);
    EXPECT_EQ(lines, (std::vector<std::string>{"up the side", "of the neck", "to the tem…"}));
    EXPECT_EQ(wrap("temple", 60, 3, 10, FontWeight::regular, measure), std::vector<std::string>{"temple"});
    EXPECT_TRUE(wrap("", 60, 3, 10, FontWeight::regular, measure).empty());
    for (const std::string& line :
         wrap("sternocleidomastoideus et splenius", 60, 3, 10, FontWeight::regular, measure)) {
        EXPECT_LE(measure.width(line, 10, FontWeight::regular), 60);
    }
}

TEST(PlaceLabels, LeavesOutWhatHasNoRoom) {
    std::vector<LabelWish> wishes(40, LabelWish{"A trigger point", "of some muscle", {200, 150}});
    const Rect area{0, 0, 400, 300};
    const auto labels = place_labels(0, area, wishes, {}, {}, Coverage(area, 10), {}, measure);
    EXPECT_GE(labels.size(), 2u);
    EXPECT_LT(labels.size(), 40u);
}

TEST(PlaceLabels, PrefersPaperOverBody) {
    const Rect area{0, 0, 400, 200};
    Coverage body(area, 10);
    for (float x = 0; x < 200; x += 5) {
        for (float y = 0; y < 200; y += 5) body.mark({x, y});
    }
    const std::vector wishes{LabelWish{"Point", "", {190, 100}}};
    const auto labels = place_labels(0, area, wishes, {}, {}, body, {}, measure);
    ASSERT_EQ(labels.size(), 1u);
    EXPECT_GE(labels[0].box.x, 195);
}

// The promise to the reader: whatever is selected, in whatever size, no label lies over another, over a selected mark,
// or outside its view.
class NoOverlap : public testing::TestWithParam<std::tuple<Layout, SideChoice, glm::ivec2>> {};
INSTANTIATE_TEST_SUITE_P(Charts, NoOverlap,
                         testing::Combine(testing::Values(Layout::plate, Layout::head_neck, Layout::focus),
                                          testing::Values(SideChoice::left, SideChoice::both),
                                          testing::Values(glm::ivec2{660, 700}, glm::ivec2{1600, 1000})));

TEST_P(NoOverlap, OfLabels) {
    const auto [layout, side, size] = GetParam();
    const Scene& scene = test::scene();
    int labels_seen = 0;
    for (size_t m = 0; m < scene.atlas.muscles.size(); ++m) {
        Document document;
        document.view.layout = layout;
        document.view.side = side;
        const Muscle& muscle = scene.atlas.muscles[m];
        document.selection = MuscleSelection{muscle.id, m % 2 == 0 ? muscle.trigger_points.at(0).id : ""};
        const Picture picture = compose(scene, document, {size, 1, true}, measure);
        for (size_t i = 0; i < picture.labels.size(); ++i) {
            const Label& label = picture.labels[i];
            const Rect& view = picture.views[static_cast<size_t>(label.view)].rect;
            EXPECT_TRUE(view.contains({label.box.x, label.box.y})) << chosen_muscle(document.selection);
            EXPECT_TRUE(view.contains({label.box.x + label.box.width, label.box.y + label.box.height}))
                << chosen_muscle(document.selection);
            for (size_t j = i + 1; j < picture.labels.size(); ++j) {
                EXPECT_FALSE(label.box.overlaps(picture.labels[j].box)) << chosen_muscle(document.selection);
            }
            for (const Mark& mark : picture.marks) {
                if (mark.emphasis == Emphasis::quiet || mark.view != label.view) continue;
                EXPECT_FALSE(label.box.contains(mark.at)) << chosen_muscle(document.selection);
            }
            ++labels_seen;
        }
    }
    EXPECT_GT(labels_seen, 30);
}

}  // namespace
}  // namespace myomap
