// Values that mean nothing, outputs that can't be written, places that are not there: one sentence and exit code 2.

#include <fstream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "run_myomap.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class Refusals : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("refusals." + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string at(const std::string& name) const { return "'" + (folder_ / name).string() + "'"; }
    std::string write(const std::string& name, const std::string& text) const {
        std::ofstream(folder_ / name, std::ios::binary) << text;
        return at(name);
    }
    size_t count() const { return static_cast<size_t>(std::distance(fs::directory_iterator(folder_), {})); }

    fs::path folder_;
};

const char* const offscreen = "SDL_VIDEODRIVER=offscreen";

TEST_F(Refusals, NothingIsNoValue) {
    for (const char* command : {"check \"\"",
                                "list points --search \"\"",
                                "list muscles --data \"\"",
                                "export --muscle soleus -o \"\"",
                                "export --region \"\" -o x.png",
                                "export --chart \"\" -o x.png",
                                "find --at \"\"",
                                "find --file \"\"",
                                "find --chart \"\"",
                                "under --at \"\"",
                                "search \"\"",
                                "sheet --region \"\" -o x.png",
                                "diff \"\" \"\"",
                                "data -o \"\"",
                                "study figures --progress \"\"",
                                "study schedule --file \"\"",
                                "chart show \"\"",
                                "explain --talk \"\" --muscle soleus",
                                "--chart \"\"",
                                "--play \"\"",
                                "--record \"\"",
                                "--screenshot \"\"",
                                "--progress \"\"",
                                "--data \"\"",
                                "letterhead set --logo \"\""}) {
        const Outcome run = run_myomap(command);
        EXPECT_EQ(run.code, 2) << command;
        EXPECT_FALSE(run.err.empty()) << command;
        EXPECT_LT(std::ranges::count(run.err, '\n'), 3) << run.err;
    }
    EXPECT_THAT(run_myomap("check \"\"").err, HasSubstr("an empty value"));
    EXPECT_THAT(run_myomap("check \"\" --language fr").err, HasSubstr("une valeur vide"));
}

TEST_F(Refusals, NumbersAreFiniteAndInTheirRange) {
    for (const char* command : {"find --at pterion --radius nan",
                                "find --at pterion --radius inf",
                                "find --at pterion --radius 1e30",
                                "find --at pterion --radius -1",
                                "find --at nan,0,0",
                                "find --at 1e30,0,0",
                                "find --at pterion --limit -1",
                                "find --at pterion --limit 1e9",
                                "under --at 0,nan,0",
                                "under --at 0,1e300,0",
                                "export --muscle soleus --scale nan -o x.png",
                                "export --muscle soleus --scale 1e9 -o x.png",
                                "export --muscle soleus --size nanxnan -o x.png",
                                "export --muscle soleus --size 1e9x10 -o x.png",
                                "export --muscle soleus --size -5x-5 -o x.png",
                                "sheet --columns 0 -o x.png",
                                "sheet --columns nan -o x.png",
                                "sheet --tile 1x1 -o x.png",
                                "study exam --count -1 -o x.pdf",
                                "study exam --count 1e9 -o x.pdf",
                                "--scale nan",
                                "--scale 0",
                                "--size 1x1",
                                "--size 99999x99999"}) {
        const Outcome run = run_myomap(command);
        EXPECT_EQ(run.code, 2) << command << run.out;
        EXPECT_FALSE(run.err.empty()) << command;
    }
}

TEST_F(Refusals, WhatCantBeWrittenIsSaidAndLeavesNothing) {
    const std::string chart = "--chart '" MYOMAP_SOURCE_DIR "/tests/data/chart/full_visit.myomap'";
    for (const std::string command :
         {"export --muscle soleus -o ", "export --symptom plantar_heel_pain -o ", "sheet --muscle soleus -o ",
          "study exam --muscles soleus --count 2 -o ", "study export --muscles soleus -o "}) {
        for (const char* suffix : {".png", ".pdf", ".svg", ".txt", ".json", ".apkg"}) {
            const bool study = command.starts_with("study");
            if (study && std::string(suffix) != (command.starts_with("study export") ? ".apkg" : ".pdf")) continue;
            if (!study && std::string(suffix) == ".apkg") continue;
            // A disk that is full after two kilobytes.
            const std::string name = "out" + std::string(suffix);
            const Outcome full = run_shell("ulimit -f 2; env -u DISPLAY '" MYOMAP_EXECUTABLE "' " + command + at(name));
            if (full.code != 0) {  // what needs less than that is written
                EXPECT_EQ(full.code, 2) << command << suffix << full.err;
                EXPECT_THAT(full.err, HasSubstr(name));
                EXPECT_FALSE(fs::exists(folder_ / name));
            }
            fs::remove(folder_ / name);
            EXPECT_EQ(count(), 0u) << command << suffix;
            const Outcome missing = run_myomap(command + at("missing/" + name));
            EXPECT_EQ(missing.code, 2) << command << suffix;
            EXPECT_EQ(count(), 0u) << command << suffix;
        }
    }
}

TEST_F(Refusals, AWindowsPicturesAndRecordingsAreWrittenOrSaid) {
    const std::string window = "--no-config --size 800x600 ";
    const Outcome missing =
        run_myomap(window + "--record " + at("missing/a.script") + " --screenshot x.png", offscreen);
    EXPECT_EQ(missing.code, 2);
    EXPECT_THAT(missing.err, HasSubstr("missing/a.script"));
    const Outcome full = run_shell("ulimit -f 8; " + std::string(offscreen) + " '" MYOMAP_EXECUTABLE "' " + window +
                                   "--screenshot " + at("a.png"));
    EXPECT_EQ(full.code, 2);
    EXPECT_THAT(full.err, HasSubstr("a.png"));
    EXPECT_EQ(count(), 0u);
}

TEST_F(Refusals, AScriptReplacesNothingButItsOwnPictures) {
    const std::string window = "--no-config --size 800x600 --quit --play ";
    write("diary.png", "Dear diary");
    const std::string script = write("a.script", "wait\nscreenshot diary.png\n");
    const Outcome run = run_myomap(window + script, offscreen);
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, AllOf(HasSubstr("a.script:2: "), HasSubstr("diary.png is there and is no picture")));
    EXPECT_EQ(read_text(folder_ / "diary.png"), "Dear diary");
    fs::create_symlink("diary.png", folder_ / "link.png");
    EXPECT_EQ(run_myomap(window + write("b.script", "screenshot link.png\n"), offscreen).code, 1);
    fs::remove(folder_ / "diary.png");
    EXPECT_EQ(run_myomap(window + script, offscreen).code, 0);
    EXPECT_TRUE(read_text(folder_ / "diary.png").starts_with("\x89PNG"));
    EXPECT_EQ(run_myomap(window + script, offscreen).code, 0);  // its own picture again
    for (const std::string other : {"missing.script", ""}) {
        const Outcome none = run_myomap(window + at(other), offscreen);  // "": the folder
        EXPECT_NE(none.code, 0);
        EXPECT_THAT(none.err, HasSubstr("can't be read"));
    }
}

TEST_F(Refusals, WithoutAHomeNothingIsKeptAndTheRestWorks) {
    const std::string bare = "env -i LIBGL_ALWAYS_SOFTWARE=1 PATH=\"$PATH\" SDL_VIDEODRIVER=offscreen ";
    const Outcome run =
        run_shell("cd " + at(".") + " && " + bare + "'" MYOMAP_EXECUTABLE "' --size 800x600 --screenshot a.png");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(count(), 1u);  // the picture
}

TEST_F(Refusals, SettingsBehindALinkStayBehindIt) {
    fs::create_directories(folder_ / "config" / "myomap");
    fs::create_directories(folder_ / "elsewhere");
    write("elsewhere/settings.json", "{}");
    fs::create_symlink("../../elsewhere/settings.json", folder_ / "config" / "myomap" / "settings.json");
    const Outcome run = run_myomap("--size 800x600 --quit --play " + write("a.script", "wait\n"),
                                   "XDG_CONFIG_HOME=" + at("config") + " XDG_STATE_HOME=" + at("state") +
                                       " XDG_DATA_HOME=" + at("data") + " " + offscreen);
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(fs::is_symlink(folder_ / "config" / "myomap" / "settings.json"));
    EXPECT_THAT(read_text(folder_ / "elsewhere" / "settings.json"), HasSubstr("\"theme\""));
}

TEST_F(Refusals, KillingTheWindowKindlyKeepsTheSettings) {
    const std::string environment = "XDG_CONFIG_HOME=" + at("config") + " XDG_STATE_HOME=" + at("state") +
                                    " XDG_DATA_HOME=" + at("data") + " " + offscreen;
    for (const char* signal : {"TERM", "INT", "HUP"}) {
        fs::remove_all(folder_ / "config");
        // Ended as soon as it has drawn what the script asks for.
        const std::string script = write("a.script", "key d\nwait\nscreenshot drawn.png\nwait\n");
        const Outcome run =
            run_shell("rm -f " + at("drawn.png") + "; env --default-signal=INT " + environment +
                      " '" MYOMAP_EXECUTABLE "' --size 800x600 --play " + script + " & program=$!; i=0; while [ ! -e " +
                      at("drawn.png") + " ] && [ $i -lt 600 ]; do sleep 0.1; i=$((i+1)); done; kill -" + signal +
                      " $program; wait $program");
        EXPECT_EQ(run.code, 0) << signal << run.err;
        EXPECT_THAT(read_text(folder_ / "config" / "myomap" / "settings.json"), HasSubstr("\"theme\": \"dark\""))
            << signal;
    }
}

TEST_F(Refusals, RegionsAndMusclesAreFoundByWhateverNamesThem) {
    for (const char* name : {"temple", "Temporal region", "TEMPORAL REGION", "Région temporale", "tempe"}) {
        const Outcome find = run_myomap("find --json --region \"" + std::string(name) + "\"");
        EXPECT_EQ(find.code, 0) << name << find.err;
        const Outcome run = run_myomap("export --region \"" + std::string(name) + "\" -o " + at("a.json"));
        EXPECT_EQ(run.code, 0) << name << run.err;
    }
    EXPECT_THAT(run_myomap("list muscles --search FMA32557").out, HasSubstr("trapezius_upper"));
    EXPECT_THAT(run_myomap("search FMA32557").out, HasSubstr("trapezius"));
}

}  // namespace
}  // namespace myomap
