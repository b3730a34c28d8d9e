#include "study/deck.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "support/whole_context.h"

namespace myomap {
namespace {

const Scene& scene() {
    static const Scene all = test::whole_context().scene();
    return all;
}

const Deck& deck(std::string_view id) {
    static const std::vector<Deck> all = decks(scene());
    return *std::ranges::find(all, id, &Deck::id);
}

TEST(Decks, BeginWithTwelveAndHoldEveryMuscleInItsRegion) {
    const std::vector<Deck> all = decks(scene());
    ASSERT_EQ(all.front().id, first_deck);
    EXPECT_EQ(all.front().muscles.size(), 12u) << "each of them is in the atlas";
    EXPECT_EQ(all.front().muscles.front(), "trapezius_upper") << "the first lesson is about it";
    std::size_t in_regions = 0;
    for (const Region& region : scene().atlas.regions) in_regions += deck(region.id).muscles.size();
    EXPECT_EQ(in_regions, scene().atlas.muscles.size());
    EXPECT_EQ(deck("all").muscles.size(), scene().atlas.muscles.size());
    EXPECT_EQ(deck("complaints").complaints.size(), scene().symptoms->symptoms.size());
}

TEST(Decks, MakeCardsOfTheKindsThatAreWanted) {
    const auto cards = cards_of(scene(), deck(first_deck), std::array{QuestionKind::paint_zone}, BodyId::adult_male);
    EXPECT_GE(cards.size(), 12u);
    for (const CardKey& card : cards) EXPECT_EQ(card.kind, QuestionKind::paint_zone);
    const auto all = cards_of(scene(), deck("all"), all_question_kinds, BodyId::adult_male);
    std::set<std::string> ids;
    for (const CardKey& card : all) {
        ids.insert(to_text(card));
        EXPECT_EQ(card_key(to_text(card)), card);
    }
    EXPECT_EQ(ids.size(), all.size()) << "each once";
    EXPECT_GT(all.size(), 1400u);
}

TEST(Decks, BeginEachPointWithAnotherKind) {
    const std::array kinds{QuestionKind::locate_point, QuestionKind::paint_zone, QuestionKind::whose_pattern};
    std::vector<QuestionKind> first;
    std::string point;
    for (const CardKey& card : cards_of(scene(), deck("head_neck"), kinds, BodyId::adult_male))
        if (card.of != point) first.push_back(card.kind), point = card.of;
    for (std::size_t i = 0; i < kinds.size(); ++i) EXPECT_EQ(first[i], kinds[i]);
    for (const QuestionKind kind : kinds)
        EXPECT_GT(std::ranges::count(first, kind), static_cast<std::ptrdiff_t>(first.size() / 4)) << to_text(kind);
}

TEST(Decks, AskForNoPlaceTheAtlasIsUnsureOf) {
    for (const CardKey& card :
         cards_of(scene(), deck("all"), std::array{QuestionKind::locate_point}, BodyId::adult_male))
        EXPECT_NE(scene().atlas.point(*point_of(scene().atlas, card)).confidence, Confidence::low) << card.of;
}

TEST(Decks, AskForNoPainWhereAPointBringsAboutNone) {
    const auto cards = cards_of(scene(), deck("all"), std::array{QuestionKind::paint_zone}, BodyId::adult_female);
    for (const CardKey& card : cards)
        EXPECT_EQ(scene().atlas.point(*point_of(scene().atlas, card)).response, Response::pain) << card.of;
    EXPECT_FALSE(can_ask(scene(), {QuestionKind::paint_zone, "external_oblique/belch"}, BodyId::adult_female));
    EXPECT_FALSE(can_ask(scene(), {QuestionKind::paint_zone, "no_such/TrP1"}, BodyId::adult_female));
    for (const char* id :
         {"pronator_quadratus", "abductor_pollicis_longus", "abductor_pollicis_brevis", "flexor_pollicis_brevis"}) {
        ASSERT_TRUE(scene().atlas.find_muscle(id)) << id;
        for (const CardKey& card : cards)
            EXPECT_FALSE(card.of.starts_with(std::string(id) + "/")) << "sources dispute it";
    }
}

TEST(Decks, OfAChartAreItsFindingsAndKeptPatterns) {
    Drawing drawing;
    EXPECT_TRUE(chart_deck(scene(), drawing).muscles.empty());
    drawing.kept = drawing.kept.with({'A', "masseter_deep", "", Side::left, ""});
    drawing.kept = drawing.kept.with({'B', "nobody", "", Side::left, ""});
    EXPECT_THAT(chart_deck(scene(), drawing).muscles, testing::ElementsAre("masseter_deep"));
}

TEST(Cards, OfOnePatternAreSiblings) {
    const CardKey paint{QuestionKind::paint_zone, "trapezius_upper/TrP1"};
    EXPECT_TRUE(are_siblings(paint, {QuestionKind::locate_point, "trapezius_upper/TrP1"}));
    EXPECT_FALSE(are_siblings(paint, paint));
    EXPECT_FALSE(are_siblings(paint, {QuestionKind::locate_point, "trapezius_upper/TrP2"}));
}

TEST(Cards, AreReadFromTheirTextOnly) {
    EXPECT_FALSE(card_key("paint_zone"));
    EXPECT_FALSE(card_key("paint_zone:"));
    EXPECT_FALSE(card_key("dance:trapezius_upper"));
}

}  // namespace
}  // namespace myomap
