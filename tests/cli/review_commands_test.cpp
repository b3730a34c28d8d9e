// check --lint, diff, data: the reviewers' tools through the real program.

#include <algorithm>
#include <functional>

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

class ReviewCommands : public testing::Test {
protected:
    const fs::path folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("review." + std::to_string(::getpid()));

    void SetUp() override { fs::create_directories(folder_); }
    void TearDown() override { fs::remove_all(folder_); }

    // The shipped dataset, changed; gives its name for a command line.
    std::string write_changed(const std::string& name, const std::function<void(json&)>& change) const {
        json data = json::parse(read_text(fs::path(MYOMAP_SOURCE_DIR) / "data" / "trigger_points.json"));
        change(data);
        std::ofstream(folder_ / name) << data.dump(1);
        return "'" + (folder_ / name).string() + "'";
    }

    std::string quoted(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }

    static json& first_point(json& data) { return data["muscles"][0]["trigger_points"][0]; }

    size_t files_in(const fs::path& at) const {
        return static_cast<size_t>(std::distance(fs::directory_iterator(at), fs::directory_iterator()));
    }
};

TEST_F(ReviewCommands, LintWarnsAndEndsWithZero) {
    const std::string file = write_changed("far.json", [](json& data) { first_point(data)["point"] = "patella_apex"; });
    EXPECT_THAT(run_myomap("check " + file).out, HasSubstr("no problems"));
    const Outcome run = run_myomap("check --lint " + file);
    EXPECT_EQ(run.code, 0);
    EXPECT_THAT(run.out,
                AllOf(HasSubstr("/muscles/0/trigger_points/0/point: warning: expected"), HasSubstr(" cm on the")));
    const json answer = json::parse(run_myomap("check --lint --json " + file).out);
    const auto found = std::ranges::find(answer["problems"], "/muscles/0/trigger_points/0/point",
                                         [](const json& one) { return one["pointer"].get<std::string>(); });
    ASSERT_NE(found, answer["problems"].end());
    EXPECT_EQ((*found)["severity"], "warning");
    EXPECT_GT((*found)["line"].get<int>(), 1);
}

TEST_F(ReviewCommands, LintWaitsForErrorsToBeMended) {
    const std::string file = write_changed("bad.json", [](json& data) { first_point(data)["point"] = "nowhere"; });
    const Outcome run = run_myomap("check --lint " + file);
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.out, AllOf(HasSubstr("nowhere"), testing::Not(HasSubstr("warning"))));
    EXPECT_THAT(run.err, HasSubstr("mend"));
}

TEST_F(ReviewCommands, LintTellsAMissingTranslationOnce) {
    fs::create_directories(folder_ / "text");
    const fs::path texts = fs::path(MYOMAP_SOURCE_DIR) / "data" / "text";
    fs::copy_file(texts / "en.json", folder_ / "text" / "en.json");
    json french = json::parse(read_text(texts / "fr.json"));
    french["muscles"]["trapezius_upper"].erase("action");
    std::ofstream(folder_ / "text" / "fr.json") << french.dump(1);
    const std::string file = write_changed("points.json", [](json&) {});
    const Outcome run = run_myomap("check --lint " + file), whole = run_myomap("check --lint");
    EXPECT_EQ(run.code, 0) << run.err;
    const auto count = [](const std::string& text, const std::string& what) {
        int found = 0;
        for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++found;
        return found;
    };
    EXPECT_EQ(count(run.out, "fr.json"), 1) << run.out;
    EXPECT_EQ(count(run.out, "warning:"), count(whole.out, "warning:") + 1);
}

TEST_F(ReviewCommands, DiffEndsLikeDiff) {
    const std::string old_file = write_changed("old.json", [](json&) {});
    fs::create_directories(folder_ / "new");
    fs::copy(fs::path(MYOMAP_SOURCE_DIR) / "data" / "text", folder_ / "new" / "text");
    json texts = json::parse(read_text(folder_ / "new" / "text" / "en.json"));
    texts["muscles"]["trapezius_upper"]["action"] = "Other.";
    std::ofstream(folder_ / "new" / "text" / "en.json") << texts.dump(1);
    const std::string new_file = write_changed("new/new.json", [](json&) {});
    EXPECT_EQ(run_myomap("diff " + old_file + " " + old_file).code, 0);
    const Outcome run = run_myomap("diff " + old_file + " " + new_file);
    EXPECT_EQ(run.code, 1) << run.err;
    EXPECT_THAT(run.out, AllOf(HasSubstr("-> \"Other.\""), HasSubstr("1 change;")));
    EXPECT_EQ(run_myomap("diff " + old_file + " /nonesuch.json").code, 2);
    EXPECT_EQ(run_myomap("diff " + old_file).code, 2);
}

TEST_F(ReviewCommands, DiffDrawsWhatIsPaintedOtherwise) {
    const std::string old_file = write_changed("old.json", [](json&) {});
    const std::string new_file = write_changed("new.json", [](json& data) {
        first_point(data)["zones"][0]["strokes"] = json::array({{{"path", {"umbilicus"}}, {"radius_cm", 4}}});
        data["muscles"][1]["trigger_points"].erase(0);
    });
    for (const char* name : {"diff.png", "diff.pdf"}) {
        const Outcome run = run_myomap("diff " + old_file + " " + new_file + " --tile 240x240 -o " + quoted(name));
        EXPECT_EQ(run.code, 1) << run.err;
        EXPECT_THAT(run.err, HasSubstr(name));
        EXPECT_GT(fs::file_size(folder_ / name), 5000u) << name;
    }
    const json answer = json::parse(run_myomap("diff --json " + old_file + " " + new_file).out);
    EXPECT_EQ(answer["same"], false);
    EXPECT_EQ(answer["redrawn"].size(), 2u);
    EXPECT_EQ(answer["changes"][0]["kind"], "changed");

    const Outcome same = run_myomap("diff " + old_file + " " + old_file + " -o " + quoted("none.png"));
    EXPECT_EQ(same.code, 0);
    EXPECT_FALSE(fs::exists(folder_ / "none.png"));
    EXPECT_EQ(run_myomap("diff " + old_file + " " + old_file + " -o " + quoted("x.bmp")).code, 2);
}

TEST_F(ReviewCommands, DataWritesAFolderWithAReadme) {
    const Outcome run = run_myomap("data -o " + quoted("tables/csv"));
    ASSERT_EQ(run.code, 0) << run.err;
    for (const char* name :
         {"muscles.csv", "trigger_points.csv", "zones.csv", "zone_vertices.csv", "skin.csv", "README.txt"}) {
        EXPECT_TRUE(fs::exists(folder_ / "tables" / "csv" / name)) << name;
        EXPECT_THAT(run.out, HasSubstr(name));
    }
    EXPECT_EQ(files_in(folder_ / "tables"), 1u) << "nothing stays beside the folder";
    const std::string muscles = read_text(folder_ / "tables" / "csv" / "muscles.csv");
    EXPECT_THAT(muscles, testing::StartsWith("id,parent,region,"));
    EXPECT_THAT(muscles, testing::EndsWith("\r\n"));
}

TEST_F(ReviewCommands, DataLeavesAFullFolderAlone) {
    const fs::path full = folder_ / "full";
    fs::create_directories(full);
    std::ofstream(full / "mine.txt") << "mine";
    const Outcome refused = run_myomap("data --format json -o " + quoted("full"));
    EXPECT_EQ(refused.code, 2);
    EXPECT_THAT(refused.err, AllOf(HasSubstr("full"), HasSubstr("--force")));
    EXPECT_EQ(files_in(full), 1u);

    const Outcome forced = run_myomap("data --format json --force -o " + quoted("full"));
    EXPECT_EQ(forced.code, 0) << forced.err;
    EXPECT_EQ(read_text(full / "mine.txt"), "mine");
    EXPECT_FALSE(json::parse(read_text(full / "zones.json"))["rows"].empty());

    EXPECT_EQ(run_myomap("data -o " + quoted("full/mine.txt")).code, 2);
}

}  // namespace
}  // namespace myomap
