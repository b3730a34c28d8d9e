#include "export/page_text.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace myomap {
namespace {

using testing::ElementsAre;

Atlas two_points() {
    Atlas atlas;
    Muscle muscle;
    muscle.id = "masseter";
    muscle.name = "Masseter";
    muscle.sources = {"BOOK"};
    TriggerPoint one{.id = "TrP1", .label = "1"};
    one.sources = {"A"};
    one.zones = {{.kind = ZoneKind::essential, .words = "jaw", .sources = {"A", "B"}},
                 {.kind = ZoneKind::spillover, .words = "brow", .sources = {"C"}}};
    TriggerPoint two{.id = "TrP2", .label = "2"};
    two.sources = {"D"};
    muscle.trigger_points = {one, two};
    atlas.muscles = {muscle};
    return atlas;
}

TEST(PageText, TitlesNameWhatIsSelected) {
    const Atlas atlas = two_points();
    const Scene scene{atlas, {}, {}};
    Document document;
    EXPECT_EQ(chart_title(scene, document), "Trigger point chart");
    document.selection = MuscleSelection{"masseter", ""};
    EXPECT_EQ(chart_title(scene, document), "Masseter");
    chosen_point(document.selection) = "TrP2";
    EXPECT_EQ(chart_title(scene, document), "Masseter \u00b7 Trigger point 2");
}

TEST(PageText, SourcesAreThoseOfWhatIsShown) {
    const Atlas atlas = two_points();
    Document document;
    document.selection = MuscleSelection{"masseter", "TrP1"};
    EXPECT_THAT(shown_sources(atlas, shown_points(atlas, document), true), ElementsAre("A", "B", "C", "BOOK"));
    EXPECT_THAT(shown_sources(atlas, shown_points(atlas, document), false), ElementsAre("A", "B", "BOOK"));
    chosen_point(document.selection).clear();
    EXPECT_THAT(shown_sources(atlas, shown_points(atlas, document), true), ElementsAre("A", "B", "C", "D", "BOOK"));
    document.selection = MuscleSelection{"nonesuch", ""};
    EXPECT_TRUE(shown_points(atlas, document).empty());
}

TEST(PageText, SaysTheSide) {
    const Atlas atlas = two_points();
    const Scene scene{atlas, {}, {}};
    Document document;
    document.view.side = SideChoice::left;
    document.view.body = BodyId::adult_female;
    EXPECT_EQ(body_and_side(scene, document), "Adult female, patient\u2019s left side");
    document.view.side = SideChoice::both;
    EXPECT_EQ(body_and_side(scene, document), "Adult female, both sides");
}

TEST(PageText, TheDateCanBeFixed) {
    ::setenv("SOURCE_DATE_EPOCH", "1700000000", 1);
    EXPECT_EQ(page_date(), "2023-11-14");
    ::unsetenv("SOURCE_DATE_EPOCH");
}

}  // namespace
}  // namespace myomap
