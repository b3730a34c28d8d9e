// The letterhead as the command line sets it, and the pages that it stands on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chart_files.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class LetterheadCommand : public testing::Test {
protected:
    void SetUp() override {
        const auto* info = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("cli_letterhead_") + info->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    Outcome run(const std::string& arguments) const {
        return run_myomap(arguments, "XDG_CONFIG_HOME='" + (folder / "config").string() + "'");
    }
    std::string file(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    std::string page(const std::string& arguments) const {
        const Outcome made = run("export --muscle soleus " + arguments + " -o " + file("page.pdf"));
        EXPECT_EQ(made.code, 0) << made.err;
        said = made.err;
        return run_shell("pdftotext -layout " + file("page.pdf") + " -").out;
    }

    fs::path folder;
    mutable std::string said;
};

TEST_F(LetterheadCommand, IsSetShownUsedAndTakenAway) {
    EXPECT_THAT(run("letterhead show").out, HasSubstr("No letterhead"));
    ASSERT_EQ(run("export --size 90x90 -o " + file("logo.png")).code, 0);
    const Outcome set =
        run("letterhead set --name 'Example Physiotherapy' --address '1 Example Street' --address "
            "'12345 Exampletown' --phone '+00 000' --footer 'Foot line' --logo " +
            file("logo.png"));
    ASSERT_EQ(set.code, 0) << set.err;
    fs::remove(folder / "logo.png");
    EXPECT_THAT(run("letterhead show").out,
                AllOf(HasSubstr("Name: Example Physiotherapy"), HasSubstr("Address: 12345 Exampletown"),
                      HasSubstr("Phone: +00 000"), HasSubstr("Footer: Foot line"), HasSubstr("letterhead_logo.png")));
    EXPECT_THAT(page(""), AllOf(HasSubstr("Example Physiotherapy"), HasSubstr("Foot line")));
    EXPECT_EQ(said, "");
    EXPECT_THAT(page("--no-letterhead"), Not(HasSubstr("Example Physiotherapy")));
    const std::string both = chart_file("month_before") + " " + chart_file("full_visit") + " -o " + file("both.pdf");
    for (const bool with : {true, false}) {
        ASSERT_EQ(run("chart compare " + both + (with ? "" : " --no-letterhead")).code, 0);
        const std::string words = run_shell("pdftotext -layout " + file("both.pdf") + " -").out;
        EXPECT_EQ(words.find("Example Physiotherapy") != std::string::npos, with);
        EXPECT_EQ(words.find("Foot line") != std::string::npos, with);
    }
    ASSERT_EQ(run("letterhead set --phone '' --name 'Other'").code, 0);
    EXPECT_THAT(run("letterhead show").out,
                AllOf(HasSubstr("Name: Other"), Not(HasSubstr("Phone")), HasSubstr("12345 Exampletown")));
    ASSERT_EQ(run("letterhead clear").code, 0);
    EXPECT_THAT(page(""), Not(HasSubstr("Other")));
}

TEST_F(LetterheadCommand, WhatCantBeUsedIsRefusedAndNothingIsKept) {
    std::ofstream(folder / "text.png") << "no picture";
    const Outcome text = run("letterhead set --name Example --logo " + file("text.png"));
    EXPECT_EQ(text.code, 2);
    EXPECT_THAT(text.err, HasSubstr("PNG or JPEG"));
    const Outcome missing = run("letterhead set --name Example --logo " + file("missing.png"));
    EXPECT_EQ(missing.code, 2);
    EXPECT_THAT(missing.err, HasSubstr("missing.png"));
    EXPECT_EQ(run("letterhead set").code, 2);
    EXPECT_EQ(run("letterhead").code, 2);
    EXPECT_FALSE(fs::exists(folder / "config"));
    const Outcome picture = run("export --no-letterhead -o " + file("a.png"));
    EXPECT_EQ(picture.code, 2);
    EXPECT_THAT(picture.err, HasSubstr("is of no use for a png file"));
}

TEST_F(LetterheadCommand, ALogoThatHasGoneIsSaidAndThePageIsMade) {
    ASSERT_EQ(run("export --size 90x90 -o " + file("logo.png")).code, 0);
    ASSERT_EQ(run("letterhead set --name Example --logo " + file("logo.png")).code, 0);
    fs::remove(folder / "config/myomap/letterhead_logo.png");
    EXPECT_THAT(page(""), HasSubstr("Example"));
    EXPECT_THAT(said, AllOf(HasSubstr("logo"), HasSubstr("letterhead_logo.png")));
    EXPECT_EQ(run("letterhead show").code, 1);
    std::ofstream(folder / "config/myomap/letterhead.json") << "{";
    EXPECT_THAT(page(""), Not(HasSubstr("Example")));
    EXPECT_THAT(said, HasSubstr("letterhead.json"));
}

TEST_F(LetterheadCommand, ATextCantSteerTheTerminal) {
    ASSERT_EQ(run("letterhead set --name \"$(printf 'a\\033[31mb')\"").code, 0);
    EXPECT_THAT(run("letterhead show").out, AllOf(HasSubstr("a [31mb"), Not(HasSubstr("\x1b"))));
}

}  // namespace
}  // namespace myomap
