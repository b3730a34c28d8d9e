// Questions of every kind, what is said once they are answered, and the figures, as the window shows them.

#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "../cli/run_myomap.h"
#include "pictures.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

TEST(Golden, StudyAsksAndAnswers) {
    const fs::path folder = fs::path(MYOMAP_TEST_OUTPUT) / "golden" / "study";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream script(folder / "study.script");
    const auto shot = [&](const char* name) { script << "wait\nscreenshot " << name << ".png\nwait\n"; };
    script << "clock 2026-03-02T10:00:00Z\nkey ctrl+5\nclick @study/begin\nclick @study/name\ntype Lea\nkey enter\n"
              "click @study/close\nclick @study/begin\nwait\nclick @chart+0.47,0.40\n";
    shot("study_place");
    script << "key enter\n";
    shot("study_place_answered");
    script << "key enter\nwait\ndrag @chart+0.46,0.34 @chart+0.46,0.22\ndrag @chart+0.52,0.12 @chart+0.54,0.13\n";
    shot("study_zone");
    script << "key enter\n";
    shot("study_zone_answered");
    script << "key enter\nwait\nclick @study/four\n";
    shot("study_pattern");
    script << "key 1\nkey enter\nclick @study/begin\n";
    shot("study_name");
    script << "key escape\nkey escape\nwheel @study/kind/name_muscle -12\nclick @study/kind/attachments\n"
              "click @study/kind/name_muscle\nclick @study/kind/locate_point\nclick @study/kind/paint_zone\n"
              "click @study/kind/whose_pattern\nwheel @study/kind/attachments 30\nclick @study/begin\n";
    shot("study_attachments");
    script << "key escape\nclick @study/deck/complaints\nclick @study/begin\n";
    shot("study_complaint");
    script << "key k\n";
    shot("study_figures");
    script << "quit\n";
    script.close();
    const Outcome run = run_shell("'" MYOMAP_EXECUTABLE "' --no-config --size 1280x800 --play '" +
                                  (folder / "study.script").string() + "' --quit");
    EXPECT_EQ(run.code, 0) << run.err;
    for (const char* name : {"study_place", "study_place_answered", "study_zone", "study_zone_answered",
                             "study_pattern", "study_name", "study_attachments", "study_complaint", "study_figures"})
        test::expect_as_approved(folder / (std::string(name) + ".png"), name);
}

}  // namespace
}  // namespace myomap
