#include "chart/drawing.h"

#include <set>

#include <gtest/gtest.h>

namespace myomap {
namespace {

PainArea area_with(ItemId id, std::size_t strokes) {
    PainArea area{.id = id};
    for (std::size_t i = 0; i < strokes; ++i) {
        BrushStroke stroke;
        for (std::uint32_t v = 0; v < 20; ++v) stroke.path.push_back({{v, v + 1, v + 2}, 0.25f, 0.5f});
        area.strokes = area.strokes.with(std::move(stroke));
    }
    return area;
}

Drawing busy_drawing() {
    Drawing drawing;
    for (int i = 0; i < 40; ++i) drawing.areas = drawing.areas.with(area_with(take_id(drawing), 10));
    return drawing;
}

TEST(Drawing, IsEqualByWhatItHolds) {
    const Drawing one = busy_drawing(), other = busy_drawing();
    EXPECT_EQ(one, other);
    EXPECT_EQ(Drawing{}, Drawing{});
    Drawing changed = one;
    PainArea area = changed.areas[7];
    area.worst = 3;
    changed.areas = changed.areas.replaced(7, area);
    EXPECT_NE(changed, one);
    EXPECT_EQ(one, other);  // nobody else's list has changed with it
    changed.areas = changed.areas.replaced(7, one.areas[7]);
    EXPECT_EQ(changed, one);
}

TEST(Drawing, FiveHundredStepsShareAllThatDidNotChange) {
    std::vector<Drawing> steps{busy_drawing()};
    for (std::size_t step = 1; step <= 500; ++step) {
        Drawing next = steps.back();
        const std::size_t at = step % next.areas.size();
        PainArea area = next.areas[at];
        area.strokes = area.strokes.with({.path = {{{1, 2, 3}, 0.1f, 0.2f}}});
        next.areas = next.areas.replaced(at, std::move(area));
        steps.push_back(std::move(next));
    }
    std::set<const PainArea*> areas;
    std::set<const BrushStroke*> strokes;
    std::set<const VisitHeader*> headers;
    for (const Drawing& drawing : steps) {
        headers.insert(&*drawing.header);
        for (const PainArea& area : drawing.areas) {
            areas.insert(&area);
            for (const BrushStroke& stroke : area.strokes) strokes.insert(&stroke);
        }
    }
    EXPECT_EQ(headers.size(), 1u);
    EXPECT_EQ(areas.size(), 40u + 500u);     // each step made one area anew
    EXPECT_EQ(strokes.size(), 400u + 500u);  // and in it one stroke
}

TEST(Drawing, GivesNoIdTwice) {
    Drawing drawing;
    const ItemId first = take_id(drawing);
    drawing.notes = drawing.notes.with({.id = first});
    const Drawing before = drawing;
    const ItemId second = take_id(drawing);
    EXPECT_NE(second, first);

    Drawing restored = before;  // undone: the second item is gone, its id must not come back
    remember_ids(restored, drawing);
    EXPECT_EQ(restored, before);
    EXPECT_GT(take_id(restored), second);
}

TEST(Drawing, FindsAFreeIdWhereAFileUsedTheHighest) {
    Drawing drawing;
    drawing.next_id = highest_item_id + 1;
    drawing.areas = drawing.areas.with({.id = 1});
    drawing.findings = drawing.findings.with({.id = highest_item_id});
    EXPECT_EQ(take_id(drawing), 2u);
}

TEST(Drawing, FindsItemsByTheirIds) {
    const Drawing drawing = busy_drawing();
    ASSERT_TRUE(find_item(drawing.areas, 12));
    EXPECT_EQ(find_item(drawing.areas, 12)->id, 12u);
    EXPECT_FALSE(find_item(drawing.areas, 99));
    EXPECT_FALSE(find_item(drawing.findings, 12));
}

TEST(Drawing, ListsLoseAndGainItems) {
    SharedList<int> list;
    list = list.with(1).with(2).with(3);
    EXPECT_EQ(std::vector<int>(list.begin(), list.end()), (std::vector{1, 2, 3}));
    const SharedList<int> shorter = list.without(1);
    EXPECT_EQ(std::vector<int>(shorter.begin(), shorter.end()), (std::vector{1, 3}));
    EXPECT_EQ(list.size(), 3u);
    EXPECT_TRUE(SharedList<int>().empty());
}

}  // namespace
}  // namespace myomap
