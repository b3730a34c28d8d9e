// list, check, landmarks, help: the commands that only need words.

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

json shipped() { return json::parse(read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json")); }

size_t line_count(const std::string& text) { return static_cast<size_t>(std::ranges::count(text, '\n')); }

fs::path write_dataset(const std::string& name, const std::string& text) {
    const fs::path file = fs::path(MYOMAP_TEST_OUTPUT) / (std::to_string(::getpid()) + name);
    std::ofstream(file) << text;
    return file;
}

TEST(ListCommand, JsonHasEveryMuscleAndPointOfTheFile) {
    const Outcome run = run_myomap("list --json");
    ASSERT_EQ(run.code, 0) << run.err;
    const json answer = json::parse(run.out);
    const json file = shipped();
    size_t points = 0;
    for (const auto& muscle : file["muscles"]) points += muscle["trigger_points"].size();
    EXPECT_EQ(answer["muscles"].size(), file["muscles"].size());
    EXPECT_EQ(answer["points"].size(), points);
    for (const auto& point : answer["points"]) {
        EXPECT_FALSE(point["zones"].empty()) << point["id"];
        for (const auto& key : point["sources"]) EXPECT_TRUE(answer["sources"].contains(key)) << point["id"];
    }
}

TEST(ListCommand, TableHasOneLineForEach) {
    const Outcome run = run_myomap("list muscles");
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(line_count(run.out), shipped()["muscles"].size() + 1);
    EXPECT_THAT(run.out, HasSubstr("trapezius_upper"));
}

TEST(ListCommand, SearchFindsASymptomWithATypingError) {
    const json answer = json::parse(run_myomap("list points --json --search 'tempel headache'").out);
    const auto found = std::ranges::any_of(answer["points"], [](const json& point) {
        return point["muscle"].get<std::string>().starts_with("trapezius_upper");
    });
    EXPECT_TRUE(found) << answer.dump(1).substr(0, 500);
    EXPECT_FALSE(answer.contains("muscles"));
}

TEST(ListCommand, UnknownRegionNamesTheKnownOnes) {
    const Outcome run = run_myomap("list --region elbow");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, AllOf(HasSubstr("elbow"), HasSubstr("head_neck")));
}

TEST(ListCommand, SaysAlongWhichLevelsAPointRepeats) {
    EXPECT_THAT(run_myomap("list points --search multifidi").out, HasSubstr("multifidi_thoracic/"));
    EXPECT_THAT(run_myomap("list points --region trunk").out, HasSubstr("intercostals/space (T"));
}

TEST(CheckCommand, TheShippedDatasetIsInOrder) {
    const Outcome run = run_myomap("check");
    EXPECT_EQ(run.code, 0) << run.out;
    EXPECT_THAT(run.out, HasSubstr("no problems"));
}

TEST(CheckCommand, NamesFileLinePointerAndBothValues) {
    std::string text = read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json");
    const std::string from = "\"radius_cm\": ";
    const auto at = text.find(from) + from.size();
    const auto end = text.find_first_of("}\n", at);
    text.replace(at, end - at, "-2");
    const fs::path file = write_dataset("radius.json", text);
    const Outcome run = run_myomap("check '" + file.string() + "'");
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.out, AllOf(StartsWith(file.string() + ":" + std::to_string(line) + ": /muscles/0/"),
                               HasSubstr("radius_cm"), HasSubstr("-2"), HasSubstr("1 problem\n")));

    const json answer = json::parse(run_myomap("check --json '" + file.string() + "'").out);
    ASSERT_EQ(answer["problems"].size(), 1u);
    EXPECT_EQ(answer["problems"][0]["line"], line);
    EXPECT_EQ(answer["problems"][0]["got"], "-2");
}

TEST(CheckCommand, BadFilesGiveOneClearProblem) {
    for (const auto& [name, text] :
         {std::pair{"syntax.json", std::string("{\"format\": \n oops}")},
          std::pair{"utf8.json", std::string("{\"format\": \"\xff\xfe\"}")}, std::pair{"empty.json", std::string()}}) {
        const fs::path file = write_dataset(name, text);
        const Outcome run = run_myomap("check '" + file.string() + "'");
        EXPECT_EQ(run.code, 1) << name;
        EXPECT_EQ(line_count(run.out), 2u) << run.out;
        EXPECT_THAT(run.out, StartsWith(file.string())) << name;
        EXPECT_EQ(run_myomap("check --json '" + file.string() + "'").code, 1) << name;
    }
    const Outcome missing = run_myomap("check /nonesuch/x.json");
    EXPECT_EQ(missing.code, 1);
    EXPECT_THAT(missing.out, HasSubstr("/nonesuch/x.json"));
}

TEST(CheckCommand, AFileOfTextsIsCheckedWhereverItLies) {
    const fs::path file = write_dataset("fr.json", R"({"format": "myomap-text", "format_version": 1, "language": "fr",
 "name": 7, "muscles": {"no_such_muscle": {"name": "x"}}})");
    const Outcome run = run_myomap("check '" + file.string() + "'");
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.out, AllOf(HasSubstr("fr.json:2: /name: "), HasSubstr("no_such_muscle")));
    const fs::path copy =
        write_dataset("texts.json", read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "text" / "fr.json"));
    EXPECT_THAT(run_myomap("check '" + copy.string() + "'").out, HasSubstr("texts.json: no problems"));
}

TEST(LandmarksCommand, KnowsSidesAndDistances) {
    const json all = json::parse(run_myomap("landmarks --json").out)["landmarks"];
    EXPECT_GT(all.size(), 300u);
    const auto mastoid =
        std::ranges::find(all, "mastoid_process", [](const json& one) { return one["name"].get<std::string>(); });
    ASSERT_NE(mastoid, all.end());
    EXPECT_EQ((*mastoid)["side"], "left");
    const auto skin = (*mastoid)["skin_cm"]["adult_male"];
    EXPECT_GT(skin[0].get<double>(), 0);  // the body's left

    // The same place on the other side is the right one's.
    const auto place = std::to_string(-skin[0].get<double>()) + "," + skin[1].dump() + "," + skin[2].dump();
    const json near = json::parse(run_myomap("landmarks --json --at=" + place).out)["landmarks"];
    ASSERT_FALSE(near.empty());
    const auto found =
        std::ranges::find(near, "mastoid_process", [](const json& one) { return one["name"].get<std::string>(); });
    ASSERT_NE(found, near.end());
    EXPECT_EQ((*found)["side"], "right");
    EXPECT_LT((*found)["distance_cm"].get<double>(), 0.1);
    EXPECT_TRUE(std::ranges::is_sorted(near, {}, [](const json& one) { return one["distance_cm"].get<double>(); }));
}

TEST(LandmarksCommand, RefusesAPlaceThatIsNone) {
    const Outcome run = run_myomap("landmarks --at 1,two,3");
    EXPECT_EQ(run.code, 2);
    EXPECT_THAT(run.err, HasSubstr("1,two,3"));
}

TEST(CommandLine, HelpNamesEveryCommandAndEndsWell) {
    const Outcome run = run_myomap("--help");
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out, StartsWith("Shows on a human body"));
    for (const char* command : {"export", "sheet", "list", "find", "check", "landmarks"}) {
        EXPECT_THAT(run.out, HasSubstr(std::string("  ") + command));
        const Outcome help = run_myomap(std::string(command) + " --help");
        EXPECT_EQ(help.code, 0);
        EXPECT_THAT(help.out, AllOf(HasSubstr("Usage:"), HasSubstr("Examples:"))) << command;
    }
    EXPECT_THAT(run_myomap("--version").out, StartsWith("myomap "));
}

TEST(CommandLine, BadArgumentsEndWithTwo) {
    for (const char* arguments :
         {"export", "nonesuch", "list --colour", "export --side up -o x.png", "export --size 10 -o x.png",
          "export --size 99999x99999 -o x.png", "sheet --columns 0 -o x.png"}) {
        const Outcome run = run_myomap(arguments);
        EXPECT_EQ(run.code, 2) << arguments;
        EXPECT_FALSE(run.err.empty()) << arguments;
        EXPECT_TRUE(run.out.empty()) << arguments;
    }
}

TEST(CommandLine, MissingAssetsAreSaidInOneSentence) {
    for (const char* variable : {"MYOMAP_ASSETS", "MYOMAP_DATA"}) {
        const Outcome run = run_myomap("landmarks", std::string(variable) + "=/nonesuch");
        EXPECT_EQ(run.code, 2) << variable;
        EXPECT_THAT(run.err, AllOf(StartsWith("myomap: "), HasSubstr("/nonesuch"))) << variable;
        EXPECT_EQ(line_count(run.err), 1u) << run.err;
    }
}

TEST(CommandLine, AFullOutputIsSaid) {
    if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
    const Outcome run = run_shell("'" MYOMAP_EXECUTABLE "' list > /dev/full");
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(line_count(run.err), 1u) << run.err;
}

}  // namespace
}  // namespace myomap
