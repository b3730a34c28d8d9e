// Programs that are killed at any moment: what they had written is whole, the old or the new, and nothing is left lying
// about. A tenth of the counts; tools/faults runs all of them.

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "../cli/run_myomap.h"
#include "app/chart_file.h"
#include "chart/drawing_json.h"
#include "ui/settings.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// Of a count that tools/faults runs whole. Under the sanitizers a program takes several times as long.
int share_of(int count) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr double usual = 0.02;
#else
    constexpr double usual = 0.1;
#endif
    const char* share = std::getenv("MYOMAP_FAULT_SHARE");
    return static_cast<int>(count * (share ? std::atof(share) : usual));
}

class Kills : public testing::Test {
protected:
    void SetUp() override {
        folder_ = fs::path(MYOMAP_TEST_OUTPUT) / ("kills." + std::to_string(::getpid()));
        fs::create_directories(folder_);
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& one : fs::recursive_directory_iterator(folder_))
            if (!one.is_directory()) all.push_back(one.path().filename().string());
        return all;
    }
    size_t parts() const {
        size_t count = 0;
        for (const std::string& name : names()) count += name.ends_with("-part");
        return count;
    }

    static pid_t start(const std::vector<std::string>& arguments) {
        const pid_t child = ::fork();
        if (child != 0) return child;
        const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
        ::dup2(nowhere, 1);
        ::dup2(nowhere, 2);
        std::vector<char*> words{const_cast<char*>(MYOMAP_EXECUTABLE)};
        for (const std::string& one : arguments) words.push_back(const_cast<char*>(one.c_str()));
        words.push_back(nullptr);
        ::execv(words[0], words.data());
        ::_exit(127);
    }
    static int wait_for(pid_t child) {
        int status = 0;
        ::waitpid(child, &status, 0);
        return status;
    }
    // How long the program takes, in seconds.
    static double seconds_of(const std::vector<std::string>& arguments) {
        const auto begin = std::chrono::steady_clock::now();
        EXPECT_EQ(wait_for(start(arguments)), 0);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    }
    // A moment within the last part of that time, where files are written, and a little after.
    void sleep_within(double seconds) {
        std::uniform_real_distribution<double> moment(seconds * 0.3, seconds * 1.1);
        std::this_thread::sleep_for(std::chrono::duration<double>(moment(dice_)));
    }

    fs::path folder_;
    std::mt19937 dice_{7};
};

bool is_whole_png(const fs::path& file) {
    const std::string bytes = read_text(file);
    return bytes.starts_with("\x89PNG") && bytes.ends_with(std::string("IEND\xae\x42\x60\x82"));
}

TEST_F(Kills, AnExportIsWholeOrNotThere) {
    const fs::path picture = folder_ / "soleus.png";
    const std::vector<std::string> command{"export", "--muscle", "soleus", "--size", "640x480", "-o", picture.string()};
    const double seconds = seconds_of(command);
    constexpr int signals[]{SIGKILL, SIGINT, SIGTERM, SIGHUP};
    for (int i = 0; i < share_of(500); ++i) {
        if (i % 3 == 0) fs::remove(picture);
        const size_t before = parts();
        const pid_t child = start(command);
        sleep_within(seconds);
        ::kill(child, signals[i % 4]);
        wait_for(child);
        if (fs::exists(picture)) {
            ASSERT_TRUE(is_whole_png(picture)) << "kill " << i;
        }
        if (signals[i % 4] != SIGKILL) {
            ASSERT_LE(parts(), before) << "signal " << signals[i % 4];
        }
    }
    seconds_of(command);
    EXPECT_EQ(names(), std::vector<std::string>{"soleus.png"});
}

TEST_F(Kills, ChartsAndSettingsAreTheOldOrTheNew) {
    const fs::path chart = folder_ / "visit.myomap", settings = folder_ / "settings.json";
    VisitHeader header;
    header.patient = std::string(3000, 'a');
    const SkinTopology topology{1, 100};
    for (int i = 0; i < share_of(1000); ++i) {
        const pid_t child = ::fork();
        if (child == 0) {
            ChartFile file;
            Settings kept;
            for (int n = 0;; ++n) {
                header.patient[0] = static_cast<char>('a' + n % 26);
                Drawing drawing;
                drawing.header = header;
                file.save(drawing, chart, topology);
                kept.size = {800 + n % 100, 600};
                write_settings(settings, kept);
            }
        }
        std::this_thread::sleep_for(std::chrono::microseconds(500 + dice_() % 20000));
        ::kill(child, SIGKILL);
        wait_for(child);
        for (const fs::path& file : {chart, settings})
            if (fs::exists(file)) {
                ASSERT_TRUE(nlohmann::json::accept(read_text(file))) << file << ", kill " << i;
            }
        ASSERT_LE(parts(), 1u);  // of the last one; the next write takes it away
    }
    write_settings(settings, {});
    EXPECT_EQ(parts(), 0u);
}

TEST_F(Kills, TablesAreEachWhole) {
    const fs::path tables = folder_ / "tables";
    const std::vector<std::string> command{"data", "--force", "-o", tables.string()};
    const double seconds = seconds_of(command);
    std::map<std::string, std::string> whole;
    for (const auto& one : fs::directory_iterator(tables)) whole[one.path().filename()] = read_text(one.path());
    EXPECT_GT(whole.size(), 6u);
    for (int i = 0; i < share_of(200); ++i) {
        if (i % 2 == 0) fs::remove_all(tables);
        const pid_t child = start(command);
        sleep_within(seconds);
        ::kill(child, SIGKILL);
        wait_for(child);
        if (!fs::exists(tables)) continue;
        for (const auto& [name, text] : whole)
            if (fs::exists(tables / name)) {
                ASSERT_TRUE(read_text(tables / name) == text) << name << ", kill " << i;
            }
    }
    seconds_of(command);
    EXPECT_EQ(names().size(), whole.size());
}

TEST_F(Kills, TwoAtOnceMakeOneWholeFile) {
    const fs::path picture = folder_ / "soleus.png";
    const std::vector<std::string> command{"export", "--muscle", "soleus", "--size", "640x480", "-o", picture.string()};
    for (int i = 0; i < std::max(2, share_of(30)); ++i) {
        const pid_t one = start(command), other = start(command);
        EXPECT_EQ(wait_for(one), 0);
        EXPECT_EQ(wait_for(other), 0);
        EXPECT_TRUE(is_whole_png(picture));
        EXPECT_EQ(names(), std::vector<std::string>{"soleus.png"});
    }
}

}  // namespace
}  // namespace myomap
