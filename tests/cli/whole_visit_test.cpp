// The whole visit, as a clinician does it: a new chart drawn in the window, what explains it asked, the file saved, the
// program killed and what was not saved recovered, compared with last month's, all formats handed over under a
// letterhead.

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "chart_files.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class WholeVisit : public testing::Test {
protected:
    void SetUp() override {
        folder = fs::path(MYOMAP_TEST_OUTPUT) / "whole_visit";
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    std::string file(const std::string& name) const { return "'" + (folder / name).string() + "'"; }
    std::string at_home() const {
        std::string all = "SDL_VIDEODRIVER=offscreen HOME=" + file("");
        for (const char* one : {"CONFIG", "STATE", "CACHE"}) all += std::string(" XDG_") + one + "_HOME=" + file(one);
        return all;
    }
    std::string script(const std::string& name, const std::string& steps) const {
        std::ofstream(folder / name) << steps;
        return "--no-config --language en --size 1280x800 --play " + file(name) + " ";
    }
    Outcome run(const std::string& arguments) const { return run_myomap(arguments, at_home()); }

    fs::path folder;
};

TEST_F(WholeVisit, IsDrawnSavedKilledRecoveredComparedAndHandedOver) {
    const Outcome drawn =
        run(script("draw",
                   "key ctrl+4\nkey p\nkey c\n"
                   "click @quality/burning\ndrag @chart+0.56,0.40 @chart+0.56,0.50\n"
                   "click @quality/tingling\ndrag @chart+0.56,0.56 @chart+0.56,0.66\n"
                   "click @quality/burning\ndrag @chart+0.18,0.36 @chart+0.18,0.40\nexpect drawing P3 F0 N0 K0\n"
                   "key 7\nclick @chart+0.56,0.33\nclick @finding/activity/active\n"
                   "click @finding/familiar/yes\nclick @finding/treatment\n"
                   "click @treatment/begin\n"
                   "click @chart+0.53,0.30\nclick @finding/activity/latent\n"
                   "click @chart+0.56,0.26\nclick @chart+0.53,0.40\nclick @chart+0.49,0.62\n"
                   "expect drawing P3 F5 N0 K0\n"
                   "key 8\nclick @chart+0.16,0.30\ntype worse after sitting\nclick @note/add\n"
                   "key 0\nclick @chart+0.18,0.46\nclick @symbol/scar\n"
                   "expect drawing P3 F5 N2 K0\n"
                   "key ctrl+3\nexpect item find/area/P1\nkey down\nkey down\nkey k\nkey down\nkey k\n"
                   "key ctrl+4\nexpect drawing P3 F5 N2 K2\n"
                   "key ctrl+s\nkey ctrl+a\ntype " +
                       (folder / "visit.myomap").string() + "\nkey enter\nexpect unsaved no\n") +
            "--quit");
    ASSERT_EQ(drawn.code, 0) << drawn.err;
    EXPECT_EQ(fs::status(folder / "visit.myomap").permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(run("check " + file("visit.myomap")).code, 0);

    // Another area, and the power goes.
    const std::string more = script(
        "more",
        "key p\nkey c\nclick @quality/tight\ndrag @chart+0.14,0.60 @chart+0.14,0.66\nexpect drawing P4 F5 N2 K2\n");
    run_shell(at_home() + " env -u DISPLAY -u WAYLAND_DISPLAY '" MYOMAP_EXECUTABLE "' " + more + file("visit.myomap") +
              " & id=$!; for i in $(seq 200); do ls -A " + file("") +
              " | grep -q autosave && break; sleep 0.1; done; kill -9 $id");
    const Outcome back = run(script("back",
                                    "click @question/recover\nexpect drawing P4 F5 N2 K2\nexpect unsaved yes\n"
                                    "key ctrl+s\nexpect unsaved no\n") +
                             "--quit " + file("visit.myomap"));
    ASSERT_EQ(back.code, 0) << back.err;
    const auto kept = nlohmann::json::parse(read_text(folder / "visit.myomap"));
    EXPECT_EQ(kept["areas"].size(), 4u);
    EXPECT_EQ(kept["findings"].size(), 5u);

    ASSERT_EQ(run("letterhead set --name 'Example Clinic' --footer 'Foot line'").code, 0);
    ASSERT_EQ(
        run("chart compare " + chart_file("month_before") + " " + file("visit.myomap") + " -o " + file("both.pdf"))
            .code,
        0);
    EXPECT_THAT(run_shell("pdftotext -layout " + file("both.pdf") + " -").out,
                AllOf(HasSubstr("Example Clinic"), HasSubstr("Findings"), HasSubstr("Pain areas")));
    for (const char* name : {"chart.png", "chart.pdf", "chart.svg", "chart.txt", "chart.json"}) {
        const Outcome made = run("export --chart " + file("visit.myomap") + " -o " + file(name));
        EXPECT_EQ(made.code, 0) << name << made.err;
        EXPECT_GT(fs::file_size(folder / name), 500u) << name;
    }
    EXPECT_THAT(run_shell("pdftotext -layout " + file("chart.pdf") + " -").out,
                AllOf(HasSubstr("Example Clinic"), HasSubstr("P4"), HasSubstr("F5"), HasSubstr("treatment"),
                      HasSubstr("worse after sitting"), HasSubstr("Not asked")));
    EXPECT_THAT(read_text(folder / "chart.svg"), AllOf(HasSubstr("worse after sitting"), HasSubstr("P4")));
}

}  // namespace
}  // namespace myomap
