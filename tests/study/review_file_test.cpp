#include "study/review_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/vectors.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class ReviewFile : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        fs::create_directories(MYOMAP_TEST_OUTPUT);
        file = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("reviews_") + info->name() + ".json");
    }
    void TearDown() override { fs::remove(file); }

    LoadedReviews read(const std::string& text) const {
        std::ofstream(file) << text;
        return read_reviews(file);
    }
    // Of a file with one history and these members.
    LoadedReviews read_one(const std::string& members) const { return read(R"({"vectors": [{)" + members + "}]}"); }
    LoadedReviews read_parameters(const std::string& members) const {
        return read_one(R"("parameters": {)" + members + R"(}, "reviews": [])");
    }
    LoadedReviews read_review(const std::string& members) const {
        return read_one(R"("reviews": [{)" + members + "}]");
    }

    // "pointer: expected ..., got ..."
    static std::vector<std::string> said(const LoadedReviews& loaded) {
        std::vector<std::string> all;
        for (const Problem& problem : loaded.problems)
            all.push_back(std::to_string(problem.line) + " " + problem.pointer + ": " + to_text(sentence(problem)));
        return all;
    }

    fs::path file;
};

// Also those members that are none of ours stay as they are, and in their order.
TEST_F(ReviewFile, FillsInEveryAfterOfTheVectors) {
    json bare = test::vectors();
    for (json& vector : bare["vectors"])
        for (json& review : vector["reviews"]) review["after"] = "wrong";
    const LoadedReviews loaded = read(bare.dump());
    EXPECT_THAT(said(loaded), testing::IsEmpty());
    ASSERT_EQ(loaded.histories.size(), bare["vectors"].size());
    const json filled = json::parse(scheduled_json(loaded));
    json without = filled;
    for (json& vector : without["vectors"])
        for (json& review : vector["reviews"]) review["after"] = "wrong";
    EXPECT_EQ(without, bare);
    for (std::size_t i = 0; i < bare["vectors"].size(); ++i)
        for (std::size_t k = 0; k < bare["vectors"][i]["reviews"].size(); ++k) {
            const json& after = filled["vectors"][i]["reviews"][k]["after"];
            const json& expected = test::vectors()["vectors"][i]["reviews"][k]["after"];
            ASSERT_EQ(after.size(), expected.size());
            for (const auto& [key, value] : expected.items())
                if (value.is_number())
                    EXPECT_NEAR(after[key].get<double>(), value.get<double>(),
                                1e-6 * std::max(1.0, value.get<double>()))
                        << i << " " << k << " " << key;
                else
                    EXPECT_EQ(after[key], value) << i << " " << k << " " << key;
        }
}

TEST_F(ReviewFile, KeepsTheOrderOfMembers) {
    const LoadedReviews loaded =
        read_review(R"("zebra": [1, 2.50], "rating": 3, "at": "2026-01-05T09:00:00Z", "after": 1, "ant": null)");
    ASSERT_FALSE(has_errors(loaded.problems));
    const std::string text = scheduled_json(loaded);
    EXPECT_LT(text.find("zebra"), text.find("rating"));
    EXPECT_LT(text.find("after"), text.find("ant"));
    EXPECT_THAT(text, HasSubstr("\"due\": \"2026-01-05T09:10:00.000Z\""));
}

TEST_F(ReviewFile, WhatIsMissingHasItsUsualValue) {
    const LoadedReviews loaded = read_one(R"("reviews": [])");
    EXPECT_THAT(said(loaded), testing::IsEmpty());
    ASSERT_EQ(loaded.histories.size(), 1u);
    EXPECT_EQ(loaded.histories[0].parameters.weights, default_fsrs_weights);
    EXPECT_TRUE(loaded.histories[0].parameters.short_term);
    EXPECT_EQ(loaded.histories[0].parameters.learning_steps.size(), 2u);
}

TEST_F(ReviewFile, ReadsParameters) {
    const LoadedReviews loaded = read_parameters(
        R"("request_retention": 0.85, "maximum_interval": 100, "enable_short_term": false, "enable_fuzz": false,
           "learning_steps": ["1m", "2h", "3d"], "relearning_steps": [])");
    EXPECT_THAT(said(loaded), testing::IsEmpty());
    const FsrsParameters& read = loaded.histories[0].parameters;
    EXPECT_EQ(read.retention, 0.85);
    EXPECT_EQ(read.maximum_interval, 100);
    EXPECT_FALSE(read.short_term);
    using std::chrono::minutes;
    EXPECT_THAT(read.learning_steps, ElementsAre(minutes(1), minutes(120), minutes(3 * 1440)));
    EXPECT_TRUE(read.relearning_steps.empty());
}

TEST_F(ReviewFile, SaysWhatIsWrongAndWhere) {
    const LoadedReviews loaded = read(R"({"vectors": [
  {"parameters": {"request_retention": 1.5, "maximum_interval": 2.5,
    "learning_steps": ["10m", "10s"],
    "w": [1, 2]},
   "reviews": [
    {"rating": 5, "at": "2026-01-05T09:00:00Z"},
    {"rating": "3", "at": "2026-02-30T09:00:00Z"},
    {"at": "2026-01-05T09:00:00Z"},
    7]},
  {"reviews": {}},
  []]})");
    EXPECT_TRUE(has_errors(loaded.problems));
    EXPECT_THAT(
        said(loaded),
        ElementsAre(AllOf(testing::StartsWith("2 /vectors/0/parameters/request_retention: "), HasSubstr("got 1.5")),
                    AllOf(testing::StartsWith("2 /vectors/0/parameters/maximum_interval: "), HasSubstr("got 2.5")),
                    AllOf(testing::StartsWith("3 /vectors/0/parameters/learning_steps/1: "), HasSubstr("10s")),
                    AllOf(testing::StartsWith("4 /vectors/0/parameters/w: "), HasSubstr("21 weights")),
                    AllOf(testing::StartsWith("6 /vectors/0/reviews/0/rating: "), HasSubstr("got 5")),
                    AllOf(testing::StartsWith("7 /vectors/0/reviews/1/rating: "), HasSubstr("without quotes")),
                    AllOf(testing::StartsWith("7 /vectors/0/reviews/1/at: "), HasSubstr("2026-02-30")),
                    AllOf(testing::StartsWith("8 /vectors/0/reviews/2: "), HasSubstr("\"rating\"")),
                    testing::StartsWith("9 /vectors/0/reviews/3: expected an object"),
                    testing::StartsWith("10 /vectors/1/reviews: expected a list of reviews"),
                    testing::StartsWith("11 /vectors/2: expected an object")));
}

TEST_F(ReviewFile, RefusesWhatCantBeWorkedOut) {
    for (const char* parameters :
         {R"("request_retention": 0)", R"("request_retention": -1)", R"("request_retention": null)",
          R"("maximum_interval": 0)", R"("maximum_interval": 36501)", R"("enable_short_term": 1)",
          R"("enable_fuzz": true)", R"("learning_steps": "1m")", R"("learning_steps": [10])",
          R"("learning_steps": ["0m"])", R"("learning_steps": ["-1m"])", R"("learning_steps": ["m"])",
          R"("learning_steps": ["1.5h"])", R"("relearning_steps": ["36501d"])",
          R"("relearning_steps": ["99999999999999999999m"])", R"("w": null)",
          R"("w": [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,"x"])"})
        EXPECT_TRUE(has_errors(read_parameters(parameters).problems)) << parameters;
    for (const char* review :
         {R"("rating": 0, "at": "2026-01-05T09:00:00Z")", R"("rating": 2.5, "at": "2026-01-05T09:00:00Z")",
          R"("rating": 1e300, "at": "2026-01-05T09:00:00Z")", R"("rating": 3, "at": 1767603600)",
          R"("rating": 3, "at": "1969-12-31T09:00:00Z")", R"("rating": 3, "at": "3000-01-01T00:00:00Z")",
          R"("rating": 3)", R"("rating": 3, "rating": 4, "at": "2026-01-05T09:00:00Z")"})
        EXPECT_TRUE(has_errors(read_review(review).problems)) << review;
    for (const char* text : {"", "[]", "{}", "null", R"({"vectors": 3})", R"({"vectors": [)", "\xff"})
        EXPECT_TRUE(has_errors(read(text).problems)) << text;
    EXPECT_TRUE(has_errors(read_reviews(file.parent_path() / "nonesuch.json").problems));
    EXPECT_TRUE(has_errors(read_reviews(file.parent_path()).problems));
}

TEST_F(ReviewFile, HasLimits) {
    std::string many = R"({"vectors": [{"reviews": [0)";
    for (std::size_t i = 0; i < most_reviews; ++i) many += ",0";
    const LoadedReviews loaded = read(many + "]}]}");
    EXPECT_THAT(said(loaded), ElementsAre(HasSubstr("200000 reviews")));
    std::string steps = R"("learning_steps": ["1m")";
    for (std::size_t i = 0; i < most_steps_of_learning; ++i) steps += R"(,"1m")";
    EXPECT_THAT(said(read_parameters(steps + "]")), ElementsAre(HasSubstr("at most 100")));
}

// In thousands of histories that all do the same.
TEST_F(ReviewFile, WarnsOnceOfEachKind) {
    json many;
    for (int i = 0; i < 1500; ++i) {
        json parameters{{"w", default_fsrs_weights}, {"maximum_intervall", 3}};
        parameters["w"][8] = 99;
        parameters["w"][9] = -1;
        many["vectors"].push_back({{"parameters", std::move(parameters)},
                                   {"reviews",
                                    {{{"rating", 3}, {"at", "2026-01-05T09:00:00Z"}, {"mood", "good"}},
                                     {{"rating", 3}, {"at", "2025-01-05T09:00:00Z"}},
                                     {{"rating", 3}, {"at", "2024-01-05T09:00:00Z"}}}}});
    }
    const LoadedReviews loaded = read(many.dump());
    EXPECT_FALSE(has_errors(loaded.problems));
    EXPECT_THAT(said(loaded),
                testing::UnorderedElementsAre(
                    AllOf(HasSubstr("/vectors/0/parameters/maximum_intervall"), HasSubstr("maximum_interval\"?")),
                    AllOf(HasSubstr("/vectors/0/parameters/w/8"), HasSubstr("4.5 is used")),
                    AllOf(HasSubstr("/vectors/0/reviews/1/at"), HasSubstr("2025"))));
    EXPECT_EQ(json::parse(scheduled_json(loaded))["vectors"].size(), 1500u);
}

}  // namespace
}  // namespace myomap
