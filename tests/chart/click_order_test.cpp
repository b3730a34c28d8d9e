// One question, one answer: what a click chooses is what the lists say.

#include "chart/click_order.h"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>
#include <glm/geometric.hpp>
#include <glm/gtx/quaternion.hpp>

#include "chart/hit.h"
#include "chart/views.h"
#include "support/real_bodies.h"

namespace myomap {
namespace {

Muscles::Under under(int muscle, bool sheet = false) { return {muscle, Side::left, 1, sheet, 0}; }

TEST(ClickOrder, PassesOverSheetsAndTendons) {
    EXPECT_EQ(click_order({under(4, true), under(-1, true), under(7), under(2)}), (std::vector<int>{7, 2, 4}));
    EXPECT_EQ(click_order({under(7), under(2), under(7)}), (std::vector<int>{7, 2})) << "a muscle met twice is one";
    EXPECT_EQ(click_order({under(4, true)}), std::vector<int>{4}) << "where there is nothing else, a sheet is meant";
    EXPECT_TRUE(click_order({under(-1, true)}).empty());
}

TEST(ClickOrder, ASecondClickOnThePlaceTakesTheNextOneDown) {
    const std::vector<int> order{7, 2, 4};
    EXPECT_EQ(next_under(order, 7), 2);
    EXPECT_EQ(next_under(order, 2), 4);
    EXPECT_EQ(next_under(order, 4), 7) << "and after the last the first again";
    EXPECT_EQ(next_under(order, 9), 7) << "something else was chosen since";
}

class ClickOn : public testing::TestWithParam<BodyId> {};
INSTANTIATE_TEST_SUITE_P(Bodies, ClickOn, testing::ValuesIn(body_ids), test::name_of);

TEST_P(ClickOn, TheSkinChoosesTheFirstOfTheListThatIsNoSheet) {
    const Body& body = test::body(GetParam());
    const Muscles& muscles = test::muscles(GetParam());
    Document document;
    document.view.body = GetParam();
    std::mt19937 random(9);
    std::uniform_int_distribution<std::uint32_t> any(0, static_cast<std::uint32_t>(body.skin().positions.size() - 1));
    int asked = 0, sheets_first = 0;
    for (int i = 0; i < 2000; ++i) {
        // A view that looks straight at the vertex; where another part lies before it, that one is asked.
        const SkinPoint place = body.query().at_vertex(any(random));
        Picture picture;
        picture.body = GetParam();
        picture.size = {100, 100};
        PictureView view;
        view.rect = {0, 0, 100, 100};
        view.camera.target = place.position;
        view.camera.height_cm = 20;
        view.camera.orientation = glm::rotation(place.normal, glm::vec3{0, 0, 1});
        picture.views.push_back(view);
        const Hit hit = hit_test(test::scene(), document, picture, {50, 50});
        if (!hit.skin) continue;
        const auto list = muscles.under(*hit.skin);
        ASSERT_EQ(hit.under.size(), list.size());
        for (size_t k = 0; k < list.size(); ++k) EXPECT_EQ(hit.under[k].mesh, list[k].mesh);
        const auto no_sheet =
            std::ranges::find_if(list, [](const Muscles::Under& one) { return one.muscle >= 0 && !one.sheet; });
        if (no_sheet == list.end()) continue;
        ++asked;
        sheets_first += list.front().sheet;
        ASSERT_FALSE(hit.muscles.empty());
        EXPECT_EQ(hit.muscles.front(), no_sheet->muscle);
        EXPECT_NE(describe(test::scene(), hit).find(test::atlas().muscles[static_cast<size_t>(no_sheet->muscle)].name),
                  std::string::npos);
    }
    EXPECT_GT(asked, 1000);
    EXPECT_GT(sheets_first, 5);
}

}  // namespace
}  // namespace myomap
