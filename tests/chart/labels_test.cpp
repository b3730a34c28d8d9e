#include "chart/labels.h"

#include <algorithm>

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

TEST(InTwoLines, BreaksInTheMiddleAndNeverCuts) {
    const auto lines = [](std::string_view text) { return in_two_lines(text, 60, 10, FontWeight::regular, measure); };
    EXPECT_EQ(lines("Temple"), std::vector<std::string>{"Temple"});
    EXPECT_EQ(lines("Up the side of the neck"), (std::vector<std::string>{"Up the side", "of the neck"}));
    EXPECT_EQ(lines("Sternocleidomastoideus"), std::vector<std::string>{"Sternocleidomastoideus"});
    EXPECT_TRUE(lines("").empty());
}

// A view of 400 x 300 with a body from 150 to 250.
LabelRoom body_in_the_middle() {
    LabelRoom room({0, 0, 400, 300}, 5);
    room.add(LabelRoom::skin, Rect{150, 0, 100, 300});
    return room;
}

std::vector<Label> placed(LabelRoom room, const std::vector<LabelWish>& wishes) {
    room.finish();
    return place_labels(0, wishes, room, 1, measure);
}

bool cross(const Leader& a, const Leader& b) {
    const auto side = [](const Leader& l, glm::vec2 p) {
        return (l.to.x - l.from.x) * (p.y - l.from.y) - (l.to.y - l.from.y) * (p.x - l.from.x);
    };
    return side(a, b.from) * side(a, b.to) < 0 && side(b, a.from) * side(b, a.to) < 0;
}

TEST(PlaceLabels, StandInColumnsBesideTheBodyNearestToWhatTheyName) {
    const auto labels =
        placed(body_in_the_middle(),
               {{"Left", "", {{160, 100}}}, {"Left too", "", {{170, 200}}}, {"Right", "", {{240, 150}}}});
    ASSERT_EQ(labels.size(), 3u);
    for (const Label& label : labels) {
        const bool left = label.lines[0] != "Right";
        EXPECT_EQ(label.flush_right, left) << label.lines[0];
        if (left)
            EXPECT_LE(label.box.x + label.box.width, 151) << label.lines[0];
        else
            EXPECT_GE(label.box.x, 249);
    }
    EXPECT_FLOAT_EQ(labels[0].box.x + labels[0].box.width, labels[1].box.x + labels[1].box.width) << "flush";
}

TEST(PlaceLabels, LeadersDoNotCross) {
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 8; ++i)
        wishes.push_back({"Zone " + std::to_string(i), "", {{158 + 10 * ((i * 5) % 9), 60 + 22 * ((i * 4) % 9)}}});
    wishes.push_back({"Both", "", {{170, 40}, {180, 62}}});
    const auto labels = placed(body_in_the_middle(), wishes);
    EXPECT_EQ(labels.size(), 9u);
    for (size_t i = 0; i < labels.size(); ++i)
        for (size_t j = i + 1; j < labels.size(); ++j)
            for (const Leader& a : labels[i].leaders)
                for (const Leader& b : labels[j].leaders)
                    EXPECT_FALSE(cross(a, b)) << labels[i].lines[0] << " and " << labels[j].lines[0];
}

TEST(PlaceLabels, KeepOffPaintAndFaces) {
    for (const auto what : {LabelRoom::paint, LabelRoom::face}) {
        LabelRoom room = body_in_the_middle();
        room.add(what, Rect{0, 60, 140, 80});    // beside the spot on the left
        room.add(what, Rect{260, 60, 140, 80});  // and on the right
        const auto labels = placed(room, {{"Temple", "", {{200, 100}}}});
        ASSERT_EQ(labels.size(), 1u);
        EXPECT_TRUE(labels[0].box.y + labels[0].box.height <= 61 || labels[0].box.y >= 139);
    }
}

TEST(PlaceLabels, LieOnTheBodyOnlyWhereThereIsNoPaper) {
    LabelRoom room({0, 0, 400, 300}, 5);
    room.add(LabelRoom::skin, Rect{0, 0, 400, 300});
    EXPECT_EQ(placed(room, {{"Back", "", {{200, 150}}}}).size(), 1u);
}

TEST(PlaceLabels, BreakIntoTwoLinesRatherThanLieOnTheBody) {
    LabelRoom room({0, 0, 400, 300}, 5);
    room.add(LabelRoom::skin, Rect{0, 0, 320, 300});
    const auto labels = placed(room, {{"Trigger point 1", "", {{280, 150}}}});
    ASSERT_EQ(labels.size(), 1u);
    EXPECT_EQ(labels[0].lines.size(), 2u);
    EXPECT_GE(labels[0].box.x, 319);
    EXPECT_EQ(placed(body_in_the_middle(), {{"Trigger point 1", "", {{240, 150}}}})[0].lines.size(), 1u)
        << "where there is room for one line";
}

TEST(PlaceLabels, LeadersRatherRunOverWhatTheyMeanThanOverAnotherZone) {
    LabelRoom room({0, 0, 400, 300}, 5);
    room.add(LabelRoom::skin, Rect{100, 0, 200, 300});
    room.add(LabelRoom::paint, Rect{120, 0, 30, 300});   // the other zone
    room.add(LabelRoom::paint, Rect{170, 130, 90, 40});  // its own
    const auto labels = placed(room, {{"Jaw", "", {{190, 150}}}});
    ASSERT_EQ(labels.size(), 1u);
    EXPECT_FALSE(labels[0].flush_right) << "the left margin is nearer, but the other zone lies before it";
}

TEST(PlaceLabels, AreNoneInARoomWithoutHeight) {
    for (const float height : {0.f, -1.f, -40.f}) {
        LabelRoom room({0, 0, 400, height}, 5);
        EXPECT_TRUE(placed(room, {{"Left", "", {{160, 0}}}, {"Right", "", {{240, 0}}}}).empty()) << height;
    }
}

TEST(PlaceLabels, LeaveOutTheLastWhereThereIsNoRoom) {
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 60; ++i) wishes.push_back({"Number " + std::to_string(i), "", {{200, 3 + 5 * i}}});
    const auto labels = placed(body_in_the_middle(), wishes);
    EXPECT_GE(labels.size(), 8u);
    EXPECT_LT(labels.size(), 60u);
    EXPECT_TRUE(std::ranges::any_of(labels, [](const Label& l) { return l.lines[0] == "Number"; }) ||
                std::ranges::any_of(labels, [](const Label& l) { return l.lines[0] == "Number 0"; }));
}

// A panel of bare skin with a zone on it and no name says nothing.
TEST(ChartLabels, AViewWithoutANameOfItsOwnNamesWhatItShowsOnceMore) {
    Document document;
    document.view.layout = Layout::focus;
    document.view.body = BodyId::adult_female;
    document.selection = MuscleSelection{"pectoralis_minor", "upper"};
    const Picture picture = compose(test::scene(), document, {{1280, 800}, 1, true}, measure);
    ASSERT_GT(picture.views.size(), 1u);
    for (size_t v = 0; v < picture.views.size(); ++v)
        EXPECT_TRUE(std::ranges::any_of(picture.labels, [&](const Label& l) { return l.view == static_cast<int>(v); }))
            << picture.views[v].title;
}

// It shines through those over it.
TEST(ChartLabels, AChosenMuscleUnderOthersHasItsName) {
    Document document;
    document.view.layout = Layout::focus;
    document.view.layers = LayerMode::muscles;
    document.selection = MuscleSelection{"quadratus_femoris", ""};
    const Picture picture = compose(test::scene(), document, {{1280, 800}, 1, true}, measure);
    EXPECT_TRUE(std::ranges::any_of(picture.labels, [](const Label& l) { return l.lines[0] == "Quadratus femoris"; }));
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
            const Rect view = with_gutters(picture.views[static_cast<size_t>(label.view)]);
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
