#include "app/chart_file.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/recent_files.h"
#include "chart/sample_chart.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

using testing::chart_of;
using ::testing::HasSubstr;
using testing::sample_topology;
using ::testing::UnorderedElementsAre;
using testing::visit_text;

Drawing noted(const std::string& text, int notes = 1) {
    Drawing drawing;
    for (int i = 0; i < notes; ++i)
        drawing.notes = drawing.notes.with({.id = take_id(drawing), .path = {{{1, 2, 3}, 0, 0}}, .text = text});
    return drawing;
}

// Another process works on a chart, says that it is done, and then waits to be killed.
class Other {
public:
    explicit Other(const fs::path& state, const std::function<void(ChartFile&)>& work) {
        if (::pipe(pipe_) != 0) throw std::runtime_error("no pipe");
        process_ = ::fork();
        if (process_ == 0) {
            ChartFile chart(state);
            work(chart);
            [[maybe_unused]] const auto said = ::write(pipe_[1], "x", 1);
            for (;;) ::pause();
        }
        char done = 0;
        ::close(pipe_[1]);
        if (::read(pipe_[0], &done, 1) != 1) throw std::runtime_error("the other process ended");
    }
    ~Other() { kill(); }
    void kill() {
        if (process_ <= 0) return;
        ::kill(process_, SIGKILL);
        ::waitpid(process_, nullptr, 0);
        ::close(pipe_[0]);
        process_ = 0;
    }

private:
    int pipe_[2]{};
    pid_t process_ = 0;
};

class ChartFileTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
        root_ = fs::path(MYOMAP_TEST_OUTPUT) / (std::string("chart_file_") + info->name());
        fs::remove_all(root_);
        fs::create_directories(folder_ = root_ / "charts");
        state_ = root_ / "state" / "myomap";
        file_ = folder_ / "visit.myomap";
    }

    static std::string content(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    static void put(const fs::path& file, std::string_view text) { std::ofstream(file, std::ios::binary) << text; }
    static mode_t mode(const fs::path& file) {
        struct stat now {};
        return ::stat(file.c_str(), &now) == 0 ? now.st_mode & 0777 : 0;
    }
    static std::vector<std::string> names(const fs::path& folder) {
        std::vector<std::string> all;
        for (const auto& entry : fs::directory_iterator(folder)) all.push_back(entry.path().filename().string());
        return all;
    }
    size_t left_in_state() const { return fs::exists(state_) ? names(state_).size() : 0; }

    // Opened, as the window does it.
    Drawing open(ChartFile& chart, const fs::path& file) const {
        ReadChart read = chart.read(file, sample_topology);
        Drawing drawing = read.loaded.drawing.value();
        chart.open(std::move(read));
        return drawing;
    }
    void autosave_and_die(const Drawing& drawing, const fs::path& file = {}) const {
        Other other(state_, [&](ChartFile& chart) {
            if (!file.empty()) open(chart, file);
            chart.autosave(drawing, sample_topology);
        });
    }

    fs::path root_, folder_, state_, file_;
};

TEST_F(ChartFileTest, SavesForItsOwnerAloneAndReadsBack) {
    ChartFile chart(state_);
    EXPECT_FALSE(chart.is_unsaved({}));
    const Drawing drawing = noted("stiff");
    EXPECT_TRUE(chart.is_unsaved(drawing));
    put(file_, "older");
    fs::permissions(file_, fs::perms(0644));
    chart.save(drawing, file_, sample_topology);
    EXPECT_EQ(mode(file_), 0600u);
    EXPECT_EQ(chart.path(), file_);
    EXPECT_FALSE(chart.is_unsaved(drawing));
    EXPECT_TRUE(chart.is_unsaved(noted("stiffer")));
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
    chart.save(drawing, chart.path(), sample_topology);
    EXPECT_EQ(chart.path(), file_);
    ChartFile again(state_);
    EXPECT_EQ(again.read(file_, sample_topology).loaded.drawing, drawing);
}

TEST_F(ChartFileTest, FollowsALink) {
    put(folder_ / "real.myomap", visit_text());
    fs::create_symlink("real.myomap", file_);
    ChartFile chart(state_);
    open(chart, file_);
    chart.save(noted("new"), file_, sample_topology);
    EXPECT_TRUE(fs::is_symlink(file_));
    EXPECT_THAT(content(folder_ / "real.myomap"), HasSubstr("new"));
}

TEST_F(ChartFileTest, AFailedSaveLeavesAllAsItWas) {
    ChartFile chart(state_);
    const Drawing before = noted("before");
    chart.save(before, file_, sample_topology);
    const std::string old = content(file_);
    EXPECT_THROW(chart.save(noted("x"), folder_ / "missing" / "a.myomap", sample_topology), FileError);
    EXPECT_THROW(chart.save(noted("x"), folder_, sample_topology), FileError);
    // The disk is full in the middle.
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    const auto signal = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit little{1000, usual.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &little);
    EXPECT_THROW(chart.save(noted(std::string(2000, 'x')), file_, sample_topology), FileError);
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, signal);
    EXPECT_EQ(content(file_), old);
    EXPECT_EQ(chart.path(), file_);
    EXPECT_FALSE(chart.is_unsaved(before));
    EXPECT_FALSE(chart.changed_elsewhere());
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
}

TEST_F(ChartFileTest, AProtectedFolderIsSaid) {
    if (::geteuid() == 0) GTEST_SKIP() << "root may write anywhere";
    put(file_, visit_text());
    ChartFile chart(state_);
    const Drawing drawing = open(chart, file_);
    fs::permissions(folder_, fs::perms(0500));
    EXPECT_THROW(chart.save(noted("x"), file_, sample_topology), FileError);
    chart.autosave(noted("x"), sample_topology);
    EXPECT_EQ(left_in_state(), 1u);
    fs::permissions(folder_, fs::perms(0700));
}

TEST_F(ChartFileTest, TheCopyBesideGoesWithWhatItIsFor) {
    put(file_, visit_text());
    ChartFile chart(state_);
    const Drawing saved = open(chart, file_);
    const fs::path copy = folder_ / ".visit.myomap.autosave";
    const auto change = [&] {
        chart.autosave(noted("changed"), sample_topology);
        EXPECT_EQ(mode(copy), 0600u);
        EXPECT_EQ(load_drawing(copy, sample_topology).drawing, noted("changed"));
        EXPECT_EQ(content(file_), visit_text());
    };
    const auto gone = [&] { return !fs::exists(copy) && left_in_state() == 0; };
    EXPECT_FALSE(chart.autosave_is_due(saved));
    EXPECT_TRUE(chart.autosave_is_due(noted("changed")));
    change();
    EXPECT_FALSE(chart.autosave_is_due(noted("changed")));
    EXPECT_TRUE(chart.autosave_is_due(saved)) << "undone";
    chart.autosave(saved, sample_topology);
    EXPECT_TRUE(gone());
    change();
    chart.remove_autosave();
    EXPECT_TRUE(gone());
    change();
    open(chart, file_);
    EXPECT_TRUE(gone());
    change();
    chart.begin();
    EXPECT_TRUE(gone());
    open(chart, file_);
    change();
    chart.save(noted("changed"), file_, sample_topology);
    EXPECT_TRUE(gone());
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
}

TEST_F(ChartFileTest, WithoutAStateFolderAChartWithoutANameHasNoCopy) {
    ChartFile chart;
    EXPECT_TRUE(chart.autosave_is_due(noted("x")));
    chart.autosave(noted("x"), sample_topology);
    EXPECT_FALSE(chart.autosave_is_due(noted("x")));
    EXPECT_TRUE(chart.left_behind().empty());
}

TEST_F(ChartFileTest, AChartWithoutANameIsRecoveredAfterAKill) {
    autosave_and_die(noted("lost?"));
    EXPECT_EQ(mode(state_), 0700u);
    ChartFile chart(state_);
    const auto left = chart.left_behind();
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].chart, "");
    EXPECT_EQ(mode(left[0].file), 0600u);
    EXPECT_GT(left[0].written, 1'000'000'000);
    const LoadedDrawing copy = chart.recover(left[0], sample_topology);
    EXPECT_EQ(copy.drawing, noted("lost?"));
    EXPECT_EQ(chart.path(), "");
    EXPECT_TRUE(chart.is_unsaved(*copy.drawing));
    EXPECT_EQ(left_in_state(), 1u) << "killed again, nothing would be lost";
    EXPECT_TRUE(chart.left_behind().empty()) << "it is this program's now";
    chart.save(*copy.drawing, file_, sample_topology);
    EXPECT_EQ(left_in_state(), 0u);
}

TEST_F(ChartFileTest, AChartWithANameIsRecoveredAfterAKill) {
    put(file_, visit_text());
    autosave_and_die(noted("lost?"), file_);
    ChartFile chart(state_);
    const auto left = chart.left_behind();
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].chart, file_);
    const auto found = chart.read(file_, sample_topology).autosave;
    ASSERT_TRUE(found) << "and also when it is opened";
    EXPECT_EQ(found->chart, file_);
    EXPECT_EQ(chart.recover(left[0], sample_topology).drawing, noted("lost?"));
    EXPECT_EQ(chart.path(), file_);
    EXPECT_TRUE(chart.is_unsaved(noted("lost?")));
    EXPECT_EQ(content(file_), visit_text());
    EXPECT_TRUE(fs::exists(folder_ / ".visit.myomap.autosave"));
    EXPECT_TRUE(chart.left_behind().empty());
    chart.save(noted("lost?"), file_, sample_topology);
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
    EXPECT_EQ(left_in_state(), 0u);
}

TEST_F(ChartFileTest, WhatARunningProgramHasIsItsOwn) {
    put(file_, visit_text());
    ChartFile chart(state_);
    {
        Other other(state_, [&](ChartFile& theirs) {
            open(theirs, file_);
            theirs.autosave(noted("theirs"), sample_topology);
        });
        EXPECT_TRUE(chart.left_behind().empty());
        EXPECT_FALSE(chart.read(file_, sample_topology).autosave);
    }
    EXPECT_EQ(chart.left_behind().size(), 1u);
}

TEST_F(ChartFileTest, WhatIsLeftForLaterIsNeitherLostNorWrittenOver) {
    put(file_, visit_text());
    autosave_and_die(noted("first"), file_);
    ChartFile chart(state_);
    ReadChart read = chart.read(file_, sample_topology);
    const Autosave autosave = read.autosave.value();
    chart.open(std::move(read));
    chart.leave(autosave);
    chart.autosave(noted("second"), sample_topology);
    EXPECT_EQ(left_in_state(), 2u);
    chart.save(noted("second"), file_, sample_topology);
    EXPECT_EQ(load_drawing(autosave.file, sample_topology).drawing, noted("first"));
    EXPECT_EQ(chart.read(file_, sample_topology).autosave.value().chart_is_later,
              stamp_of(file_).seconds > autosave.written);
    ChartFile::remove(autosave);
    EXPECT_TRUE(chart.left_behind().empty());
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
    EXPECT_EQ(left_in_state(), 0u) << "the link that led to it";
}

TEST_F(ChartFileTest, ACopyLikeTheChartIsNoNews) {
    put(file_, visit_text());
    put(folder_ / ".visit.myomap.autosave", visit_text());
    ChartFile chart(state_);
    ReadChart read = chart.read(file_, sample_topology);
    EXPECT_FALSE(read.autosave);
    chart.open(std::move(read));
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
}

TEST_F(ChartFileTest, WhatCannotBeReadStaysWhereItIs) {
    fs::create_directories(state_);
    put(state_ / "999999999-0.myomap", "{");
    ChartFile chart(state_);
    const auto left = chart.left_behind();
    ASSERT_EQ(left.size(), 1u);
    const LoadedDrawing copy = chart.recover(left[0], sample_topology);
    EXPECT_FALSE(copy.drawing);
    EXPECT_FALSE(copy.problems.empty());
    EXPECT_EQ(left_in_state(), 1u);
    ChartFile::remove(left[0]);
    EXPECT_EQ(left_in_state(), 0u);
}

TEST_F(ChartFileTest, TheSameChartOpenTwiceIsTold) {
    put(file_, visit_text());
    ChartFile chart(state_);
    {
        Other other(state_, [&](ChartFile& theirs) {
            open(theirs, file_);
            theirs.save(noted("theirs"), file_, sample_topology);  // another file under the same name
        });
        EXPECT_TRUE(chart.read(file_, sample_topology).elsewhere);
        EXPECT_TRUE(ChartFile::is_open_elsewhere(file_));
        EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap")) << "no lock lies about";
        open(chart, file_);
        chart.autosave(noted("mine"), sample_topology);
        EXPECT_FALSE(fs::exists(folder_ / ".visit.myomap.autosave")) << "the other's place";
    }
    EXPECT_FALSE(chart.read(file_, sample_topology).elsewhere);
    open(chart, file_);
    EXPECT_FALSE(chart.read(file_, sample_topology).elsewhere) << "opened again here";
}

TEST_F(ChartFileTest, NoticesThatSomebodyElseWroteTheFile) {
    put(file_, visit_text());
    ChartFile chart(state_);
    open(chart, file_);
    EXPECT_FALSE(chart.changed_elsewhere());
    chart.save(noted("mine"), file_, sample_topology);
    EXPECT_FALSE(chart.changed_elsewhere());
    put(file_, visit_text());
    EXPECT_TRUE(chart.changed_elsewhere());
    fs::remove(file_);
    EXPECT_FALSE(chart.changed_elsewhere()) << "nothing there to lose";
}

TEST_F(ChartFileTest, ANewerFileLosesNothing) {
    const std::string newer = R"({"format": "myomap-chart", "format_version": 7, "topology": "0123456789abcdef",
        "weather": {"rain": [1, 2]}, "notes": [{"id": 1, "kind": "text", "path": [[1, 2, 3, 0, 0]], "text": "a",
        "colour": "blue"}, {"id": 2, "kind": "hologram"}]})";
    put(file_, newer);
    ChartFile chart(state_);
    ReadChart read = chart.read(file_, sample_topology);
    ASSERT_TRUE(read.loaded.drawing);
    EXPECT_FALSE(read.loaded.problems.empty());
    EXPECT_FALSE(has_errors(read.loaded.problems));
    const Drawing drawing = *read.loaded.drawing;
    chart.open(std::move(read));
    EXPECT_FALSE(chart.is_unsaved(drawing));
    chart.save(drawing, file_, sample_topology);
    for (const char* kept : {"\"format_version\": 7", "weather", "rain", "colour", "hologram"})
        EXPECT_THAT(content(file_), HasSubstr(kept));
}

TEST_F(ChartFileTest, WhatIsNoChartIsSaidAndChangesNothing) {
    ChartFile chart(state_);
    chart.save(noted("mine"), folder_ / "mine.myomap", sample_topology);
    const auto refused = [&](std::string_view text) {
        put(file_, text);
        const ReadChart read = chart.read(file_, sample_topology);
        return !read.loaded.drawing && has_errors(read.loaded.problems);
    };
    EXPECT_TRUE(refused(""));
    EXPECT_TRUE(refused(visit_text().substr(0, 700))) << "cut";
    EXPECT_TRUE(refused("%PDF-1.7"));
    EXPECT_TRUE(refused(R"({"format": "other", "format_version": 1})"));
    EXPECT_TRUE(refused(chart_of(R"({"id": 1, "now": NaN})")));
    EXPECT_TRUE(refused(std::string(100'000, '[')));
    put(file_, "");
    fs::resize_file(file_, 500'000'000);
    EXPECT_THAT(to_text(chart.read(file_, sample_topology).loaded.problems.at(0)), HasSubstr("476 MB"));
    EXPECT_FALSE(chart.read(folder_, sample_topology).loaded.drawing);
    EXPECT_FALSE(chart.read(folder_ / "missing.myomap", sample_topology).loaded.drawing);
    EXPECT_FALSE(chart.read("", sample_topology).loaded.drawing);
    EXPECT_EQ(chart.path(), folder_ / "mine.myomap");
    EXPECT_FALSE(chart.is_unsaved(noted("mine")));
}

TEST_F(ChartFileTest, WhatCannotBeUsedIsSaidAndComesBackWhenSaved) {
    const std::string bad_place = R"({"id": 1, "strokes": [{"path": [[1, 2, 4000000, 0, 0]], "radius_cm": 1}]})";
    const std::string twice = R"({"id": 3, "note": "first"}, {"id": 3, "note": "second"})";
    put(file_, chart_of(bad_place + ", " + twice));
    ChartFile chart(state_);
    ReadChart read = chart.read(file_, sample_topology);
    ASSERT_TRUE(read.loaded.drawing);
    EXPECT_EQ(read.loaded.problems.size(), 2u);
    EXPECT_EQ(read.loaded.problems[0].pointer, "/areas/0/strokes/0/path/0");
    const Drawing drawing = *read.loaded.drawing;
    chart.open(std::move(read));
    chart.save(drawing, file_, sample_topology);
    for (const char* kept : {"4000000", "first", "second"}) EXPECT_THAT(content(file_), HasSubstr(kept));
}

TEST_F(ChartFileTest, WhereNothingCanBeWrittenBesideTheCopyGoesElsewhere) {
    put(file_, visit_text());
    ChartFile chart(state_);
    open(chart, file_);
    chart.autosave(noted("one"), sample_topology);
    fs::remove_all(folder_);
    chart.autosave(noted("two"), sample_topology);
    const auto entries = names(state_);
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(load_drawing(state_ / entries[0], sample_topology).drawing, noted("two"));
    put(root_ / "state_is_a_file", "");
    ChartFile nowhere(root_ / "state_is_a_file");
    EXPECT_THROW(nowhere.autosave(noted("x"), sample_topology), FileError);
    EXPECT_FALSE(nowhere.autosave_is_due(noted("x"))) << "not again for the same";
    EXPECT_TRUE(nowhere.autosave_is_due(noted("y")));
}

// Whole old or whole new, whenever the end comes; what is left lying about is one file, and only until the next save.
TEST_F(ChartFileTest, KilledWhileSavingTwoHundredTimes) {
    const Drawing one = noted(std::string(300, 'a'), 900), two = noted(std::string(300, 'b'), 900);
    const std::string text_one = drawing_text(one, sample_topology), text_two = drawing_text(two, sample_topology);
    put(file_, text_one);
    ChartFile opened(state_);
    opened.open(opened.read(file_, sample_topology));
    // The end comes within three saves of this machine: most of the time in the middle of one.
    const auto start = std::chrono::steady_clock::now();
    opened.save(one, file_, sample_topology);
    const auto once = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    std::uniform_int_distribution<useconds_t> moment(1, 1 + 3 * static_cast<useconds_t>(once.count()));
    std::mt19937 random(12);
    for (int i = 0; i < 200; ++i) {
        const pid_t process = ::fork();
        if (process == 0) {
            ChartFile chart(state_);
            for (;;) {
                chart.save(two, file_, sample_topology);
                chart.save(one, file_, sample_topology);
            }
        }
        ::usleep(moment(random));
        ::kill(process, SIGKILL);
        ::waitpid(process, nullptr, 0);
        const std::string found = content(file_);
        ASSERT_TRUE(found == text_one || found == text_two) << i << ": " << found.size() << " bytes";
        ASSERT_LE(names(folder_).size(), 2u) << i;
        for (const std::string& name : names(folder_))
            if (name != "visit.myomap") EXPECT_TRUE(name.starts_with('.') && name.ends_with(".myomap-part")) << name;
    }
    ChartFile chart(state_);
    chart.save(one, file_, sample_topology);
    EXPECT_THAT(names(folder_), UnorderedElementsAre("visit.myomap"));
}

TEST(RecentFiles, HaveEachOnceTheLastFirstAndNotTooMany) {
    RecentFiles recent;
    for (int i = 0; i < 12; ++i) recent.add("/charts/" + std::to_string(i));
    recent.add("/charts/5");
    ASSERT_EQ(recent.files.size(), RecentFiles::most);
    EXPECT_EQ(recent.files[0], "/charts/5");
    EXPECT_EQ(recent.files[1], "/charts/11");
    EXPECT_EQ(std::ranges::count(recent.files, "/charts/5"), 1);
    recent.keep(false);
    EXPECT_TRUE(recent.files.empty());
    recent.add("/charts/1");
    EXPECT_TRUE(recent.files.empty());
}

}  // namespace
}  // namespace myomap
