// find: places and regions in, ranked trigger points out.

#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;

std::filesystem::path write_places(const std::string& text) {
    const std::filesystem::path file =
        std::filesystem::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + "places.txt");
    std::ofstream(file) << text;
    return file;
}

std::vector<std::string> keys(const json& object) {
    std::vector<std::string> names;
    for (const auto& [key, value] : object.items()) names.push_back(key);
    return names;
}

TEST(FindCommand, JsonHasThePlaceAndTheRankedPoints) {
    const Outcome run = run_myomap("find --at pterion --side left --json --limit 6");
    ASSERT_EQ(run.code, 0) << run.err;
    const json answer = json::parse(run.out);
    EXPECT_THAT(keys(answer), testing::ElementsAre("at", "results"));
    ASSERT_EQ(answer["at"].size(), 3u);
    EXPECT_GT(answer["at"][0], 0);  // the patient's left
    ASSERT_EQ(answer["results"].size(), 6u);
    bool trapezius = false;
    double last = 1;
    for (const json& one : answer["results"]) {
        EXPECT_THAT(keys(one), testing::ElementsAre("muscle", "parent", "point", "reason", "score", "side", "zone"));
        EXPECT_LE(one["score"].get<double>(), last);
        last = one["score"];
        EXPECT_EQ(one["side"], "left");
        EXPECT_THAT(one["reason"].get<std::string>(), HasSubstr("temple"));
        if (one["point"] == "trapezius_upper/TrP1") {
            trapezius = true;
            EXPECT_EQ(one["muscle"], "trapezius_upper");
            EXPECT_EQ(one["parent"], "trapezius");
            EXPECT_EQ(one["zone"], "essential");
        }
    }
    EXPECT_TRUE(trapezius) << run.out;
}

TEST(FindCommand, CountsMusclesAndNamesEachOnce) {
    const auto muscles = [](const std::string& limit) {
        const Outcome run = run_myomap("find --region temple --json" + limit);
        std::vector<std::string> all;
        const json answer = json::parse(run.out);
        for (const json& one : answer["results"]) all.push_back(one["muscle"]);
        return all;
    };
    const auto few = muscles(" --limit 3"), usual = muscles(""), all = muscles(" --limit 0");
    EXPECT_EQ(few.size(), 3u);
    EXPECT_EQ(std::set(all.begin(), all.end()).size(), all.size()) << "no muscle twice";
    EXPECT_EQ(usual.size(), std::min<size_t>(15, all.size()));
    EXPECT_TRUE(std::equal(usual.begin(), usual.end(), all.begin()));
    EXPECT_THAT(all, testing::IsSupersetOf({"trapezius_upper", "temporalis", "scm_sternal"}));
}

TEST(FindCommand, ThePlaceSaysTheSide) {
    const auto first_side = [](const std::string& arguments) {
        const Outcome run = run_myomap("find --json " + arguments);
        EXPECT_EQ(run.code, 0) << run.err;
        return json::parse(run.out)["results"][0]["side"].get<std::string>();
    };
    EXPECT_EQ(first_side("--at pterion"), "right");
    EXPECT_EQ(first_side(R"(--at '{"mirror": "pterion"}')"), "left");
    EXPECT_EQ(first_side("--region temple --side left"), "left");
    const json place = json::parse(run_myomap("find --json --side left --at pterion").out)["at"];
    EXPECT_EQ(first_side("--at=" + place[0].dump() + "," + place[1].dump() + "," + place[2].dump()), "left");
    EXPECT_EQ(first_side("--at=-" + place[0].dump() + "," + place[1].dump() + "," + place[2].dump()), "right");
}

TEST(FindCommand, OnTheMidlineBothSidesAnswerUnlessOneIsAskedFor) {
    const auto sides = [](const std::string& arguments) {
        std::set<std::string> found;
        const json answer = json::parse(run_myomap("find --json --at vertex " + arguments).out);
        for (const json& one : answer["results"]) found.insert(one["side"].get<std::string>());
        return found;
    };
    EXPECT_EQ(sides(""), (std::set<std::string>{"left", "right"}));
    EXPECT_EQ(sides("--side left"), (std::set<std::string>{"left"}));
}

TEST(FindCommand, TableNamesPointsAndReasons) {
    const Outcome run = run_myomap("find --at vertex --body female");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("RANK"), HasSubstr("splenius_capitis/TrP1"), HasSubstr("Splenius capitis"),
                               HasSubstr("% of the area"), HasSubstr("not a diagnosis")));
}

TEST(FindCommand, AFileGivesOneAnswerALine) {
    const auto file = write_places(
        "# places\n\npterion\n  mastoid_process  # behind the ear\r\n[\"vertex\", \"pterion\", 0.5]\n0,170,0\n");
    const Outcome run = run_myomap("find --file '" + file.string() + "'");
    EXPECT_EQ(run.code, 0) << run.err << run.out;
    std::istringstream lines(run.out);
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count)
        EXPECT_FALSE(json::parse(line)["results"].empty()) << line;
    EXPECT_EQ(count, 4);
}

TEST(FindCommand, ABadLineIsSaidAndTheOthersAreAnswered) {
    const auto file = write_places("pterion\nmastoid_proces\n1,2\n[\"vertex\", \n\xff\xfe\nvertex\n");
    const Outcome run = run_myomap("find --file '" + file.string() + "'");
    EXPECT_EQ(run.code, 1);
    std::istringstream lines(run.out);
    std::vector<json> answers;
    for (std::string line; std::getline(lines, line);) answers.push_back(json::parse(line));
    ASSERT_EQ(answers.size(), 6u) << run.out;
    EXPECT_TRUE(answers[0].contains("results"));
    EXPECT_TRUE(answers[5].contains("results"));
    for (int i = 1; i < 5; ++i) {
        EXPECT_EQ(answers[static_cast<size_t>(i)]["line"], i + 1);
        EXPECT_FALSE(answers[static_cast<size_t>(i)]["error"].get<std::string>().empty());
    }
    EXPECT_THAT(answers[1]["error"].get<std::string>(), HasSubstr("did you mean \"mastoid_process\"?"));
}

TEST(FindCommand, RefusesWhatItCannotUse) {
    for (const auto& [arguments, said] : std::initializer_list<std::pair<const char*, const char*>>{
             {"", "--at"},
             {"--at pterion --region temple", "--region"},
             {"--at pteryon", "did you mean \"pterion\"?"},
             {"--at 1,two,3", "1,two,3"},
             {"--at 1,2,nan", "1,2,nan"},
             {"--at 60,150,0", "away from the skin"},
             {R"(--at '["vertex", "pterion", 3]')", "from 0 to 1"},
             {R"(--at '{"at": "vertex", "offset": {}}')", "offset"},
             {"--at pterion --radius 0", "--radius"},
             {"--at pterion --radius 100", "--radius"},
             {"--at pterion --limit=-1", "--limit"},
             {"--at pterion --side both", "--side"},
             {"--region elbow", "elbow_outer"},
             {"--region tempel", "did you mean temple?"},
             {"--region zzzzzz", "regions.json"},
             {"--file /nonesuch/points.txt", "/nonesuch/points.txt"},
             {"--file /", "\"/\""}}) {
        const Outcome run = run_myomap(std::string("find ") + arguments);
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_THAT(run.err, HasSubstr(said)) << arguments;
        EXPECT_TRUE(run.out.empty()) << run.out;
    }
}

}  // namespace
}  // namespace myomap
