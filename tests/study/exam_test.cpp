#include "study/exam.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "finder/point_pattern.h"
#include "study/over_skin.h"
#include "study/shuffle.h"
#include "support/whole_context.h"

namespace myomap {
namespace {

using testing::HasSubstr;
using testing::Not;

const Scene& scene() {
    static const Scene all = test::whole_context().scene();
    return all;
}
const Questions& questions() {
    static const Questions all(scene());
    return all;
}

ExamRequest request(const char* deck, int count, std::uint64_t seed, std::vector<QuestionKind> kinds = {}) {
    const std::vector<Deck> all = decks(scene());
    if (kinds.empty()) kinds.assign(all_question_kinds.begin(), all_question_kinds.end());
    return {*std::ranges::find(all, deck, &Deck::id), kinds, count, seed};
}

std::vector<std::string> cards(const Exam& exam) {
    std::vector<std::string> all;
    for (const Question& question : exam.questions) all.push_back(to_text(question.card));
    return all;
}

Exam exam_of(QuestionKind kind, const char* deck = "first_twelve") {
    return make_exam(scene(), questions(), request(deck, 1, 3, {kind}));
}

// One without a line in the way of the midline.
const Question& only(const Exam& exam) { return exam.questions.front(); }

TEST(Chance, IsSplitMix64OnEveryMachine) {
    EXPECT_EQ(Chance(0).next(), 0xe220a8397b1dcdafu);
    Chance chance(1, "exam");
    std::vector<int> order{1, 2, 3, 4, 5, 6};
    chance.shuffle(order);
    std::vector<int> again{1, 2, 3, 4, 5, 6};
    Chance(1, "exam").shuffle(again);
    EXPECT_EQ(order, again);
}

TEST(Exam, IsTheSameForTheSameSeedInEveryLanguageAndAnotherForAnother) {
    const Exam first = make_exam(scene(), questions(), request("shoulder_arm", 20, 7));
    EXPECT_EQ(first.questions.size(), 20u);
    EXPECT_FALSE(first.is_short());
    const Exam again = make_exam(scene(), questions(), request("shoulder_arm", 20, 7));
    EXPECT_EQ(cards(first), cards(again));
    for (std::size_t i = 0; i < first.questions.size(); ++i)
        for (std::size_t k = 0; k < first.questions[i].options.size(); ++k)
            EXPECT_EQ(first.questions[i].options[k].id, again.questions[i].options[k].id);
    EXPECT_NE(cards(first), cards(make_exam(scene(), questions(), request("shoulder_arm", 20, 8))));
    // Whatever order the deck has.
    ExamRequest turned = request("shoulder_arm", 20, 7);
    std::ranges::reverse(turned.deck.muscles);
    EXPECT_EQ(cards(make_exam(scene(), questions(), turned)), cards(first));
    // What was printed once is printed again: a paper of today's cards.
    const Deck own = chosen_deck(scene(), std::array<std::string, 2>{"temporalis", "soleus"});
    const Exam small = make_exam(scene(), questions(), {own, {QuestionKind::nerve, QuestionKind::action}, 4, 7});
    EXPECT_THAT(cards(small), testing::UnorderedElementsAre("nerve:temporalis", "action:temporalis", "nerve:soleus",
                                                            "action:soleus"));
}

TEST(Exam, MixesKindsEvenlyAndAsksAboutAMuscleOnceWhileThereAreOthers) {
    for (const std::uint64_t seed : {1u, 7u, 99u}) {
        const Exam exam = make_exam(scene(), questions(), request("shoulder_arm", 21, seed));
        std::map<QuestionKind, int> kinds;
        std::set<int> muscles;
        for (const Question& question : exam.questions) {
            ++kinds[question.card.kind];
            EXPECT_TRUE(muscles.insert(question.about.muscle).second) << to_text(question.card);
        }
        EXPECT_EQ(kinds.size(), 7u) << "no complaints in a region's deck";
        for (const auto& [kind, count] : kinds) EXPECT_EQ(count, 3) << to_text(kind);
    }
}

TEST(Exam, AsksAllThatASmallDeckHasAndNothingTwice) {
    const Exam names = make_exam(scene(), questions(), request("first_twelve", 50, 1, {QuestionKind::name_muscle}));
    EXPECT_EQ(names.questions.size(), 12u);
    EXPECT_TRUE(names.is_short());
    const Deck own = chosen_deck(scene(), std::array<std::string, 3>{"temporalis", "soleus", "temporalis"});
    std::vector<QuestionKind> kinds(all_question_kinds.begin(), all_question_kinds.end());
    const Exam all = make_exam(scene(), questions(), {own, kinds, 200, 5});
    const std::vector<std::string> asked = cards(all);
    EXPECT_EQ(std::set<std::string>(asked.begin(), asked.end()).size(), asked.size());
    EXPECT_GT(asked.size(), 20u);
    // Siblings only once nothing else is left: of eight questions each is about another pattern.
    const Exam eight = make_exam(scene(), questions(), {own, kinds, 8, 5});
    std::set<std::string> about;
    for (const Question& question : eight.questions) about.insert(question.card.of);
    EXPECT_EQ(about.size(), 8u);
    EXPECT_TRUE(make_exam(scene(), questions(), {own, {QuestionKind::complaint}, 3, 5}).questions.empty());
}

TEST(ExamMarks, ChoicesAndNamesAreRightOrWrongAndTheWholeMuscleHalf) {
    const Exam exam = make_exam(
        scene(), questions(),
        {chosen_deck(scene(), std::array<std::string, 1>{"trapezius_upper"}), {QuestionKind::name_muscle}, 1, 3});
    const Question& q = only(exam);
    for (std::size_t i = 0; i < q.options.size(); ++i) {
        const MarkedAnswer answer = mark(scene(), questions(), exam, q, {.option = i}, 4);
        EXPECT_EQ(answer.points, q.options[i].right ? 1 : 0);
        EXPECT_EQ(answer.said, q.options[i].text);
        EXPECT_EQ(answer.seconds, 4);
    }
    const auto typed = [&](const char* name) { return mark(scene(), questions(), exam, q, {.typed = name}, 1); };
    EXPECT_EQ(typed("upper trapezius").points, 1);
    EXPECT_EQ(typed("trapezius").points, 0.5f);
    EXPECT_EQ(typed("soleus").points, 0);
    EXPECT_EQ(typed("soleus").said, "soleus");
    EXPECT_EQ(typed("").points, 0);
    EXPECT_EQ(typed("").said, "");
    EXPECT_EQ(mark(scene(), questions(), exam, q, {.option = 17}, 1).points, 0);
}

TEST(ExamMarks, PlacesByTheirDistanceOverTheSkin) {
    const Exam exam =
        make_exam(scene(), questions(),
                  {chosen_deck(scene(), std::array<std::string, 1>{"temporalis"}), {QuestionKind::locate_point}, 1, 3});
    const Question& q = only(exam);
    const Body& body = scene().body(BodyId::adult_male);
    const SkinPoint place = scene().body_fields(BodyId::adult_male).place(q.about, Side::right);
    const float tolerance = questions().tolerance_cm(q.about.muscle, BodyId::adult_male);
    const auto marked = [&](const glm::vec3& at) {
        return mark(scene(), questions(), exam, q, {.on_body = {.clicked = body.query().closest(at)}}, 1);
    };
    EXPECT_EQ(marked(place.position).points, 1);
    EXPECT_EQ(marked(place.position + glm::vec3{0, 0.8f * tolerance, 0}).points, 1);
    EXPECT_EQ(marked(place.position + glm::vec3{0, 1.3f * tolerance, 0}).points, 0.5f);
    EXPECT_EQ(marked(place.position + glm::vec3{0, -12, 0}).points, 0);
    glm::vec3 other = place.position;
    other.x = -other.x;
    EXPECT_EQ(marked(other).points, 0) << "the other temple";
    EXPECT_THAT(marked(other).said, HasSubstr("cm away"));
    EXPECT_EQ(mark(scene(), questions(), exam, q, {}, 1).said, "");
}

TEST(ExamMarks, ZonesInShares) {
    const Exam exam =
        make_exam(scene(), questions(),
                  {chosen_deck(scene(), std::array<std::string, 1>{"temporalis"}), {QuestionKind::paint_zone}, 1, 3});
    const Question& q = only(exam);
    const auto marked = [&](SparseField painted) {
        return mark(scene(), questions(), exam, q, {.on_body = {.painted = std::move(painted)}}, 1);
    };
    const SparseField zone = pattern_of(scene(), BodyId::adult_male, q.about, Side::right).essential;
    EXPECT_EQ(marked(zone).points, 1);
    const MarkedAnswer mirrored = marked(pattern_of(scene(), BodyId::adult_male, q.about, Side::left).essential);
    EXPECT_EQ(mirrored.points, 0);
    EXPECT_THAT(mirrored.said, HasSubstr("other side"));
    SparseField part;
    for (std::size_t i = 0; i < zone.size() / 3; ++i) {
        part.vertices.push_back(zone.vertices[i]);
        part.values.push_back(zone.values[i]);
    }
    const float share = marked(part).points;
    EXPECT_GT(share, 0);
    EXPECT_LT(share, 1);
    EXPECT_THAT(marked(part).said, HasSubstr("% of the zone"));
    EXPECT_EQ(marked({}).points, 0);
}

TEST(ExamMarks, TicksHaveNothingForAllAndNothingForNone) {
    const Exam exam = exam_of(QuestionKind::complaint, "complaints");
    const Question& q = only(exam);
    std::vector<bool> right, all(q.options.size(), true), wrong;
    for (const AnswerOption& option : q.options) {
        right.push_back(option.right);
        wrong.push_back(!option.right);
    }
    EXPECT_EQ(points_of_ticks(q, right), 1);
    EXPECT_EQ(points_of_ticks(q, all), 0);
    EXPECT_EQ(points_of_ticks(q, wrong), 0);
    EXPECT_EQ(points_of_ticks(q, {}), 0);
    std::vector<bool> fewer = right;
    *std::ranges::find(fewer, true) = false;
    EXPECT_GT(points_of_ticks(q, fewer), 0.5f);
    EXPECT_LT(points_of_ticks(q, fewer), 1);
    EXPECT_EQ(mark(scene(), questions(), exam, q, {.ticked = right}, 1).said,
              right_answer(scene(), questions(), q, BodyId::adult_male));
    EXPECT_EQ(mark(scene(), questions(), exam, q, {}, 1).said, "");
}

TEST(ExamResult, IsATableAsRfc4180HasIt) {
    ExamResult result{.exam = make_exam(scene(), questions(), request("all", 16, 2))};
    for (const Question& question : result.exam.questions)
        result.answers.push_back({.said = "a \"quote\", a comma\nand a line of " + to_text(question.card),
                                  .points = 0.25f,
                                  .seconds = 12.34f});
    EXPECT_EQ(result.points(), 4);
    EXPECT_NEAR(result.seconds(), 16 * 12.34f, 0.01f);
    const std::string csv = result_csv(scene(), questions(), result);
    EXPECT_THAT(csv,
                testing::StartsWith("number,kind,asked,answer,right_answer,points,seconds,confidence,sources\r\n1,"));
    EXPECT_THAT(csv, HasSubstr("\"a \"\"quote\"\", a comma\nand a line of "));
    EXPECT_THAT(csv, HasSubstr(",0.25,12.3,low confidence,TS1-48\r\n"));
    // Read back: as many cells in each record as in the first.
    std::vector<std::size_t> cells{1};
    bool quoted = false;
    for (std::size_t i = 0; i < csv.size(); ++i) {
        if (csv[i] == '"') quoted = !quoted;
        if (quoted) continue;
        if (csv[i] == ',') ++cells.back();
        if (csv[i] == '\n' && i + 1 < csv.size()) cells.push_back(1);
    }
    EXPECT_EQ(cells, std::vector<std::size_t>(17, 9));
    result.answers.clear();
    EXPECT_EQ(result.points(), 0);
    EXPECT_THAT(result_csv(scene(), questions(), result), HasSubstr(",,")) << "left out";
}

TEST(ExamQuestions, HaveARightAnswerInWords) {
    const Exam exam = make_exam(scene(), questions(), request("all", 40, 4));
    for (const Question& question : exam.questions) {
        const std::string right = right_answer(scene(), questions(), question, BodyId::adult_male);
        EXPECT_NE(right, "") << to_text(question.card);
        for (const AnswerOption& option : question.options)
            EXPECT_EQ(right.find(option.text) != std::string::npos, option.right)
                << to_text(question.card) << ": " << right << " / " << option.text;
    }
}

}  // namespace
}  // namespace myomap
