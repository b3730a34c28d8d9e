#include "study/question.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/text.h"
#include "chart/words.h"
#include "finder/finder.h"
#include "study/alike.h"
#include "study/deck.h"
#include "study/question_chart.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

const Scene& scene() {
    static const Scene all = test::whole_context().scene();
    return all;
}

std::vector<CardKey> cards(QuestionKind kind, std::string_view id = "all", BodyId body = BodyId::adult_male) {
    const std::vector<Deck> all = decks(scene());
    return cards_of(scene(), *std::ranges::find(all, id, &Deck::id), std::array{kind}, body);
}

class EveryKind : public testing::TestWithParam<QuestionKind> {};

TEST_P(EveryKind, HasWordsAndOneRightAnswerAmongFour) {
    const Questions questions(scene());
    for (const CardKey& card : cards(GetParam())) {
        const Question q = questions.ask(card, BodyId::adult_male, 7);
        EXPECT_FALSE(q.title.empty()) << to_text(card);
        EXPECT_FALSE(q.instruction.empty()) << to_text(card);
        EXPECT_FALSE(questions.lesson(card, BodyId::adult_male).answer.empty()) << to_text(card);
        std::set<std::string> texts, ids;
        std::size_t right = 0;
        for (const AnswerOption& option : q.options) {
            EXPECT_TRUE(ids.insert(option.id).second) << to_text(card) << ": " << option.id << " twice";
            texts.insert((option.sign ? "sign " : "") + fold(option.text));
            right += option.right;
        }
        EXPECT_EQ(texts.size(), q.options.size()) << to_text(card) << ": two options read alike";
        if (asked_of(GetParam()) == AskedOf::complaint) {
            EXPECT_GE(right, 1u) << to_text(card);
            EXPECT_LT(right, q.options.size()) << to_text(card);
        } else if (GetParam() != QuestionKind::locate_point && GetParam() != QuestionKind::paint_zone) {
            EXPECT_EQ(q.options.size(), 4u) << to_text(card);
            EXPECT_EQ(right, 1u) << to_text(card);
        }
    }
}

TEST_P(EveryKind, DoesNotTellItsAnswer) {
    if (GetParam() != QuestionKind::name_muscle && GetParam() != QuestionKind::whose_pattern) return;
    const Questions questions(scene());
    for (const CardKey& card : cards(GetParam(), "head_neck")) {
        const Question q = questions.ask(card, BodyId::adult_male, 7);
        const std::string name = short_name(scene(), scene().atlas.muscle(q.about).name);
        EXPECT_EQ((q.title + q.instruction + q.caution).find(name), std::string::npos) << to_text(card);
    }
}
INSTANTIATE_TEST_SUITE_P(Kinds, EveryKind, testing::ValuesIn(all_question_kinds),
                         [](const auto& kind) { return std::string(to_text(kind.param)); });

// Whoever knows what the atlas says could defend such an answer.
TEST(Questions, OfferNothingThatCouldBeDefended) {
    const Questions questions(scene());
    for (const QuestionKind kind : {QuestionKind::nerve, QuestionKind::attachments, QuestionKind::action})
        for (const CardKey& card : cards(kind))
            for (std::uint64_t seed = 0; seed < 2; ++seed) {
                const Question q = questions.ask(card, BodyId::adult_male, seed);
                const auto right = std::ranges::find(q.options, true, &AnswerOption::right);
                for (const AnswerOption& option : q.options)
                    EXPECT_TRUE(option.right || !too_alike(kind, right->text, option.text))
                        << to_text(card) << ": " << right->text << " / " << option.text;
            }
}

TEST(TooAlike, IsWhatNamesTheSameNerve) {
    const auto alike = [](const char* a, const char* b) { return too_alike(QuestionKind::nerve, a, b); };
    EXPECT_TRUE(alike("Musculocutaneous nerve (C5-C6)",
                      "Musculocutaneous nerve (C5-C6); a small lateral part from the radial nerve (C7)"));
    EXPECT_TRUE(alike("Radial nerve (C6-C8)", "Deep branch of the radial nerve (C6-C7), which passes through it"));
    EXPECT_TRUE(alike("Rameaux antérieurs des nerfs spinaux T7 à T12, souvent T6",
                      "Rameaux antérieurs des nerfs spinaux T5 à T12"));
    EXPECT_TRUE(alike("Anterior rami of C4-C6", "Anterior rami of C3-C8"));
    EXPECT_TRUE(alike("Anterior rami of spinal nerves T5 to T12", "Intercostal nerves (T1-T11)"));
    EXPECT_TRUE(alike("Nerf tibial (S1, S2)", "Nerf plantaire médial (S1, S2)"));
    EXPECT_FALSE(alike("Ulnar nerve (C7-T1)", "Median nerve (C7-T1)"));
    EXPECT_FALSE(alike("Nerf fémoral (L2-L4)", "Nerf obturateur (L2-L4)"));
}

// A pattern that the atlas draws as another muscle's is that one's as well, whichever of both is asked.
TEST(Questions, APatternDrawnAsAnothersCountsBothWays) {
    const Questions questions(scene());
    const auto right = [&](const char* asked, const char* named) {
        return questions.is_right({QuestionKind::whose_pattern, asked}, BodyId::adult_male,
                                  *scene().atlas.find_muscle(named));
    };
    for (const char* deep : {"gemellus_superior", "gemellus_inferior", "quadratus_femoris", "obturator_externus"}) {
        EXPECT_TRUE(right((std::string(deep) + "/TrP1").c_str(), "piriformis")) << deep;
        EXPECT_TRUE(right("piriformis/TrP1", deep) || right("piriformis/TrP2", deep)) << deep;
    }
    EXPECT_TRUE(right("stylohyoid/TrP1", "digastric_posterior"));
    for (const CardKey& card : cards(QuestionKind::whose_pattern))
        for (const AnswerOption& option : questions.ask(card, BodyId::adult_male, 1).options) {
            const int named = *scene().atlas.find_muscle(option.id);
            EXPECT_EQ(questions.is_right(card, BodyId::adult_male, named), option.right)
                << to_text(card) << ": " << option.id;
        }
}

TEST(Questions, ComeOutAlikeForOneSeedAndOtherwiseForAnother) {
    const Questions questions(scene());
    const CardKey card{QuestionKind::whose_pattern, "infraspinatus/TrP1"};
    const auto order = [&](std::uint64_t seed) {
        std::vector<std::string> ids;
        for (const AnswerOption& option : questions.ask(card, BodyId::adult_male, seed).options)
            ids.push_back(option.id);
        return ids;
    };
    EXPECT_EQ(order(3), order(3));
    std::set<std::vector<std::string>> orders;
    for (std::uint64_t seed = 0; seed < 8; ++seed) orders.insert(order(seed));
    EXPECT_GT(orders.size(), 3u);
}

TEST(Questions, SayWhereConfidenceIsLow) {
    const Questions questions(scene());
    std::size_t low = 0;
    for (const CardKey& card : cards(QuestionKind::paint_zone)) {
        const TriggerPoint& point = scene().atlas.point(*point_of(scene().atlas, card));
        const bool unsure = std::ranges::any_of(point.zones, [](const Zone& zone) {
            return zone.kind == ZoneKind::essential && zone.confidence == Confidence::low &&
                   is_on(zone.bodies, BodyId::adult_male);
        });
        EXPECT_EQ(!questions.ask(card, BodyId::adult_male, 1).caution.empty(), unsure) << card.of;
        low += unsure;
    }
    EXPECT_GT(low, 10u);
}

TEST(Questions, CountAMuscleWithTheSamePatternAsRight) {
    const Questions questions(scene());
    std::size_t pairs = 0;
    for (const CardKey& card : cards(QuestionKind::whose_pattern)) {
        const Question q = questions.ask(card, BodyId::adult_male, 1);
        for (const Confusion& confusion : questions.lesson(card, BodyId::adult_male).confusions)
            pairs += confusion.counts;
        for (const AnswerOption& option : q.options)
            EXPECT_EQ(option.right, questions.is_right(card, BodyId::adult_male, *scene().atlas.find_muscle(option.id)))
                << to_text(card) << ": " << option.id << " has the same pattern and can't be a wrong answer";
    }
    EXPECT_GT(pairs, 0u) << "some patterns of the atlas are the same";
}

TEST(Questions, GiveLargeMusclesMoreRoom) {
    const Questions questions(scene());
    const auto tolerance = [&](const char* id) {
        return questions.tolerance_cm(*scene().atlas.find_muscle(id), BodyId::adult_male);
    };
    EXPECT_FLOAT_EQ(tolerance("masseter_superficial"), 1.5f);
    EXPECT_GT(tolerance("latissimus_dorsi"), 3);
    EXPECT_LE(tolerance("latissimus_dorsi"), 4);
}

TEST(Questions, GradeDistanceAndTicks) {
    EXPECT_EQ(grade_of_distance(2, 2), Grade::good);
    EXPECT_EQ(grade_of_distance(2.9f, 2), Grade::hard);
    EXPECT_EQ(grade_of_distance(3.1f, 2), Grade::again);
    Question q;
    q.options = {{"a", "a", true, false},
                 {"b", "b", true, false},
                 {"c", "c", false, false},
                 {"s", "s", true, true},
                 {"t", "t", false, true}};
    EXPECT_EQ(grade_of_ticks(q, {true, true, false, true, false}), Grade::good);
    EXPECT_FLOAT_EQ(score_of_ticks(q, {true, true, false, true, false}), 1);
    EXPECT_EQ(grade_of_ticks(q, {true, true, false, false, false}), Grade::hard) << "the warning sign was forgotten";
    EXPECT_EQ(grade_of_ticks(q, {true, true, true, true, true}), Grade::hard) << "everything was ticked";
    EXPECT_EQ(grade_of_ticks(q, {false, false, true, false, true}), Grade::again);
    EXPECT_EQ(grade_of_ticks(q, {}), Grade::again);
}

TEST(QuestionCharts, OfAPlaceShowNoMarkAndTheSameFrameForARegion) {
    const Questions questions(scene());
    View view;
    const auto frame = [&](const char* id) {
        const QuestionChart chart =
            asked_chart(scene(), questions.ask({QuestionKind::paint_zone, id}, BodyId::adult_male, 1), view);
        EXPECT_TRUE(is_nothing(chart.document.selection));
        EXPECT_TRUE(chart.over->layers.empty());
        EXPECT_FALSE(chart.over->point);
        EXPECT_FALSE(chart.document.view.show_labels || chart.document.view.show_all_points);
        return chart.frame;
    };
    EXPECT_EQ(frame("temporalis/TrP1"), frame("masseter_deep/D")) << "a frame of its own would tell";
    EXPECT_FALSE(frame("temporalis/TrP1").empty());
}

TEST(QuestionCharts, ShowHitMissedAndBeyondOnceAnswered) {
    const Questions questions(scene());
    const Question q = questions.ask({QuestionKind::paint_zone, "infraspinatus/TrP1"}, BodyId::adult_male, 1);
    const Body& body = scene().body(BodyId::adult_male);
    const SkinPoint place = scene().body_fields(BodyId::adult_male).place(q.about, Side::right);
    const SparseField painted = spot(body, body.query().closest(place.position), 12).field;
    ASSERT_FALSE(painted.empty());
    const QuestionChart chart = answered_chart(scene(), q, View{}, {painted, {}}, 2);
    std::vector<std::string> ids;
    for (const PaintLayer& layer : chart.over->layers) ids.push_back(layer.id);
    EXPECT_THAT(ids, testing::IsSupersetOf({"beyond", "missed"}));
    EXPECT_EQ(chart.over->point, q.about);
    EXPECT_TRUE(chart.document.view.show_labels);
}

}  // namespace
}  // namespace myomap
