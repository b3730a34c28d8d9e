#include "chart/history.h"

#include <gtest/gtest.h>

#include "chart/actions/look.h"
#include "chart/actions/select.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

const Scene& scene() { return test::scene(); }
PointRef trp1() { return test::atlas().find_point("trapezius_upper/TrP1").value(); }

TEST(History, GoesBackAndForwardStepByStep) {
    DocumentHistory history;
    EXPECT_FALSE(history.can_go_back());
    history.commit(select_point(history.scratch(), scene(), trp1()));
    history.commit(choose_body(history.scratch(), BodyId::adult_female));
    EXPECT_EQ(history.back_message(), Message("Show the female body"));
    history.back();
    EXPECT_EQ(history.document().view.body, BodyId::adult_male);
    EXPECT_EQ(chosen_point(history.document().selection), "TrP1");
    history.back();
    EXPECT_EQ(history.document(), Document{});
    EXPECT_FALSE(history.can_go_back());
    history.forward();
    history.forward();
    EXPECT_EQ(history.document().view.body, BodyId::adult_female);
    EXPECT_FALSE(history.can_go_forward());
}

TEST(History, AnUncommittedDragIsOneStep) {
    DocumentHistory history;
    history.commit(show_single(history.scratch(), {}));
    for (int i = 0; i < 30; ++i) turn(history.scratch(), {3, 1}, 900);
    history.commit("Turn the body");
    history.back();
    EXPECT_EQ(history.document().view.single, Camera{});
    EXPECT_EQ(history.document().view.layout, Layout::single);
}

TEST(History, ADragThatIsNoStepYetIsWhatIsTakenBackFirst) {
    DocumentHistory history;
    history.commit(show_single(history.scratch(), {}));
    turn(history.scratch(), {30, 10}, 900);
    EXPECT_TRUE(history.can_go_back());
    history.back();
    EXPECT_EQ(history.document().view.single, Camera{});
    EXPECT_EQ(history.document().view.layout, Layout::single);
}

TEST(History, ANewStepForgetsTheWayForward) {
    DocumentHistory history;
    history.commit(choose_theme(history.scratch(), Theme::dark));
    history.back();
    history.commit(choose_side(history.scratch(), SideChoice::both));
    EXPECT_FALSE(history.can_go_forward());
    EXPECT_EQ(history.document().view.theme, Theme::light);
}

PainArea area(Drawing& drawing) { return {.id = take_id(drawing), .qualities = {PainQuality::aching}}; }

TEST(History, UndoingAStrokeLeavesTheViewAndGoingBackLeavesTheStroke) {
    DocumentHistory history;
    history.commit(choose_theme(history.scratch(), Theme::dark));
    Drawing& drawing = history.scratch().drawing;
    drawing.areas = drawing.areas.with(area(drawing));
    history.commit("Add an area");
    history.commit(choose_side(history.scratch(), SideChoice::both));
    EXPECT_EQ(history.undo_message(), Message("Add an area"));
    history.back();
    EXPECT_EQ(history.document().view.side, SideChoice::right);
    EXPECT_EQ(history.document().drawing.areas.size(), 1u);
    history.forward();
    history.undo();
    EXPECT_TRUE(history.document().drawing.areas.empty());
    EXPECT_EQ(history.document().view.theme, Theme::dark);
    EXPECT_EQ(history.document().view.side, SideChoice::both);
    history.redo();
    EXPECT_EQ(history.document().drawing.areas.size(), 1u);
    EXPECT_FALSE(history.can_redo());
}

TEST(History, AnActionThatDrawsAndChoosesIsAStepOfBoth) {
    DocumentHistory history;
    Drawing& drawing = history.scratch().drawing;
    drawing.areas = drawing.areas.with(area(drawing));
    history.scratch().selection = ItemSelection{drawing.areas[0].id};
    history.commit("Add an area");
    EXPECT_TRUE(history.can_undo());
    EXPECT_TRUE(history.can_go_back());
    history.back();
    EXPECT_TRUE(is_nothing(history.document().selection));
    EXPECT_EQ(history.document().drawing.areas.size(), 1u);
}

TEST(History, AnIdThatWasTakenBackIsNotUsedAgain) {
    DocumentHistory history;
    Drawing& drawing = history.scratch().drawing;
    drawing.areas = drawing.areas.with(area(drawing));
    const ItemId first = drawing.areas[0].id;
    history.commit("Add an area");
    history.undo();
    EXPECT_NE(take_id(history.scratch().drawing), first);
}

TEST(History, KeepsTheLastFiveHundredSteps) {
    DocumentHistory history;
    for (int i = 0; i < 600; ++i) history.commit(step_point(history.scratch(), scene(), 1));
    int back = 0;
    for (; history.can_go_back(); ++back) history.back();
    EXPECT_EQ(back, 499);
}

}  // namespace
}  // namespace myomap
