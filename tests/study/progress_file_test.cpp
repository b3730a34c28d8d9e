// The file of progress: what it meets on a disk, beside other windows, and on other computers.

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "study/progress_file.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using test::answer;
using test::failure;
using test::FullDisk;
using test::ProgressFile;
using test::start;
using testing::HasSubstr;

std::string bytes(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(ProgressFile, TwoWindowsWriteTheSameFile) {
    Progress one(file()), two(file());
    const Learner learner = one.add_learner("A", start);
    one.keep(learner.id, answer("nerve:a", Grade::good, start));
    two.keep(learner.id, answer("nerve:a", Grade::good, start + std::chrono::minutes(10)));
    one.keep(learner.id, answer("nerve:b", Grade::good, start));
    EXPECT_EQ(two.reviews(learner.id).size(), 3u);
    EXPECT_EQ(one.cards(learner.id), two.cards(learner.id));
    EXPECT_EQ(one.cards(learner.id).at("nerve:a").reps, 2);
}

TEST_F(ProgressFile, WhatIsNotOursIsLeftAsItIs) {
    fs::create_directories(file().parent_path());
    std::string noise(20000, ' ');
    std::mt19937 random(1);
    for (char& c : noise) c = static_cast<char>(random());
    std::ofstream(file(), std::ios::binary) << noise;
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("damaged"));
    EXPECT_EQ(bytes(file()), noise);

    fs::remove(file());
    Database(file()).run("CREATE TABLE recipes(id INTEGER)");
    const std::string recipes = bytes(file());
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("no progress of Myomap"));
    EXPECT_EQ(bytes(file()), recipes);
}

TEST_F(ProgressFile, ACutFileIsSaid) {
    {
        Progress progress(file());
        const Learner one = progress.add_learner("A", start);
        for (int i = 0; i < 300; ++i) progress.keep(one.id, answer("nerve:" + std::to_string(i), Grade::good, start));
    }
    fs::resize_file(file(), fs::file_size(file()) / 2);
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("damaged"));
}

TEST_F(ProgressFile, ANewerVersionIsLeftAsItIs) {
    { Progress progress(file()); }
    Database(file()).run("PRAGMA user_version = 99");
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("newer Myomap"));
}

// Root may write everywhere: it becomes nobody meanwhile.
class Unprivileged {
public:
    explicit Unprivileged(const fs::path& folder) {
        if (geteuid() != 0) return;
        constexpr uid_t nobody = 65534;
        for (const auto& entry : fs::recursive_directory_iterator(folder))
            EXPECT_EQ(chown(entry.path().c_str(), nobody, static_cast<gid_t>(-1)), 0);
        EXPECT_EQ(chown(folder.c_str(), nobody, static_cast<gid_t>(-1)), 0);
        is_ = seteuid(nobody) == 0;
    }
    ~Unprivileged() {
        if (is_) {
            EXPECT_EQ(seteuid(0), 0);
        }
    }

private:
    bool is_ = false;
};

TEST_F(ProgressFile, WhatCanOnlyBeReadIsRead) {
    Learner one;
    {
        Progress progress(file());
        one = progress.add_learner("A", start);
        progress.keep(one.id, answer("nerve:a", Grade::good, start));
    }
    const Unprivileged user(folder_);
    const fs::path below = file().parent_path();
    for (const auto folder_may : {fs::perms::owner_all, fs::perms::owner_read | fs::perms::owner_exec}) {
        fs::permissions(file(), fs::perms::owner_read);
        fs::permissions(below, folder_may);
        Progress progress(file());
        EXPECT_TRUE(progress.read_only());
        EXPECT_EQ(progress.cards(one.id).size(), 1u);
        EXPECT_EQ(progress.reviews(one.id).size(), 1u);
        EXPECT_THAT(failure([&] { progress.keep(one.id, answer("nerve:b", Grade::good, start)); }),
                    HasSubstr("only be read"));
        EXPECT_NO_THROW(progress.back_up(folder_ / "backup.db"));
        fs::permissions(below, fs::perms::owner_all);
    }
    fs::permissions(below, fs::perms::none);
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("study.db"));
    fs::permissions(below, fs::perms::owner_all);
    fs::permissions(folder_, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT(failure([&] { Progress progress(folder_ / "other" / "study.db"); }), HasSubstr("can't be made"));
    fs::permissions(folder_, fs::perms::owner_all);
}

TEST_F(ProgressFile, AnEmptyFileOfNobodyIsBegun) {
    fs::create_directories(file().parent_path());
    std::ofstream(file()).flush();
    Progress progress(file());
    EXPECT_NO_THROW(progress.add_learner("A", start));
}

TEST_F(ProgressFile, DamageWithinIsSaidWhereItIsMet) {
    Learner one;
    {
        Progress progress(file());
        one = progress.add_learner("A", start);
        for (int i = 0; i < 300; ++i)
            progress.keep(one.id, answer("nerve:" + std::to_string(i), Grade::good, start + std::chrono::minutes(i)));
        progress.back_up(folder_ / "backup.db");
    }
    const std::string good = bytes(folder_ / "backup.db");
    std::int64_t page = 0;
    {
        const Database db(file());
        page = db.number("SELECT rootpage FROM sqlite_master WHERE name = 'reviews'");
    }
    {
        std::fstream out(file(), std::ios::binary | std::ios::in | std::ios::out);
        out.seekp((page - 1) * 4096);
        out << std::string(4096, '\x7f');
    }
    Progress progress(file());
    EXPECT_EQ(progress.cards(one.id).size(), 300u) << "the rest works";
    EXPECT_THAT(failure([&] { progress.reviews(one.id); }), HasSubstr("damaged"));
    EXPECT_THAT(failure([&] { progress.back_up(folder_ / "backup.db"); }), HasSubstr("study.db"));
    EXPECT_EQ(bytes(folder_ / "backup.db"), good) << "a good backup is not replaced by a bad one";
}

TEST_F(ProgressFile, TablesThatAreGoneAreDamage) {
    { Progress progress(file()); }
    Database(file()).run("DROP TABLE cards");
    EXPECT_THAT(failure([&] { Progress progress(file()); }), HasSubstr("damaged"));
}

TEST_F(ProgressFile, ManyWindowsBeginItAtOnce) {
    constexpr int windows = 6, rounds = 10;
    for (int round = 0; round < rounds; ++round) {
        fs::remove_all(file().parent_path());
        std::array<int, 2> start_all{};
        ASSERT_EQ(pipe(start_all.data()), 0);
        std::vector<pid_t> children;
        for (int i = 0; i < windows; ++i) {
            const pid_t child = fork();
            ASSERT_GE(child, 0);
            if (child == 0) {
                close(start_all[1]);
                char nothing = 0;
                if (read(start_all[0], &nothing, 1) < 0) _exit(2);
                try {
                    Progress progress(file());
                    const Learner one = progress.add_learner("A", start);
                    for (int n = 0; n < 3; ++n) progress.keep(one.id, answer("nerve:a", Grade::good, start));
                } catch (const std::exception& error) {
                    fprintf(stderr, "%s\n", error.what());
                    _exit(1);
                }
                _exit(0);
            }
            children.push_back(child);
        }
        close(start_all[0]);
        close(start_all[1]);
        for (const pid_t child : children) {
            int status = 0;
            waitpid(child, &status, 0);
            EXPECT_EQ(status, 0);
        }
        const Progress progress(file());
        const std::vector<Learner> learners = progress.learners();
        EXPECT_EQ(learners.size(), static_cast<std::size_t>(windows));
        for (const Learner& one : learners) EXPECT_EQ(progress.reviews(one.id).size(), 3u) << one.name;
    }
}

TEST_F(ProgressFile, OnAFullDiskNothingIsHalfKept) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    const Review lost = answer("nerve:b", Grade::good, start);
    std::string said;
    {
        const FullDisk full;
        said = failure([&] { progress.keep(one.id, lost); });
    }
    EXPECT_NE(said, "");
    EXPECT_EQ(progress.reviews(one.id).size(), 1u);
    EXPECT_EQ(progress.cards(one.id).size(), 1u);
    progress.keep(one.id, lost);
    EXPECT_EQ(progress.reviews(one.id).size(), 2u) << "once there is room, the same answer is kept";
}

TEST_F(ProgressFile, ADiskThatIsFullAtFirstIsRead) {
    Learner one;
    {
        Progress progress(file());
        one = progress.add_learner("A", start);
        progress.keep(one.id, answer("nerve:a", Grade::good, start));
    }
    std::unique_ptr<Progress> progress;
    std::string said;
    const Review next = answer("nerve:b", Grade::good, start);
    {
        const FullDisk full;
        progress = std::make_unique<Progress>(file());
        EXPECT_TRUE(progress->read_only());
        EXPECT_EQ(progress->cards(one.id).size(), 1u);
        said = failure([&] { progress->keep(one.id, next); });
        EXPECT_EQ(progress->cards(one.id).size(), 1u) << "it is read still";
    }
    EXPECT_THAT(said, HasSubstr("the disk is full"));
    progress->keep(one.id, next);
    EXPECT_FALSE(progress->read_only()) << "there is room again";
    EXPECT_EQ(Progress(file()).cards(one.id).size(), 2u);
}

TEST_F(ProgressFile, MovesToAnotherComputer) {
    Progress here(file()), there(folder_ / "there.db");
    const Learner lea = here.add_learner("Lea", start);
    here.keep(lea.id, answer("nerve:a", Grade::good, start));
    here.back_up(folder_ / "backup.db");
    EXPECT_EQ(there.take_over(folder_ / "backup.db"), 1u);
    EXPECT_EQ(there.take_over(folder_ / "backup.db"), 0u) << "taken over twice doubles nothing";
    const Learner moved = there.learners().at(0);
    EXPECT_EQ(moved.name, "Lea");
    EXPECT_EQ(there.cards(moved.id), here.cards(lea.id));
    // What was answered on either goes together.
    there.keep(moved.id, answer("nerve:a", Grade::good, start + std::chrono::days(2)));
    here.keep(lea.id, answer("nerve:a", Grade::good, start + std::chrono::days(1)));
    there.back_up(folder_ / "backup.db");
    EXPECT_EQ(here.take_over(folder_ / "backup.db"), 1u);
    EXPECT_EQ(here.cards(lea.id).at("nerve:a").reps, 3);
    const Fsrs fsrs{FsrsParameters{}};
    StudyCard expected;
    for (const int day : {0, 1, 2}) expected = fsrs.review(expected, Grade::good, start + std::chrono::days(day));
    EXPECT_EQ(here.cards(lea.id).at("nerve:a"), expected);
    EXPECT_THAT(failure([&] { here.take_over(folder_ / "missing.db"); }), HasSubstr("no such file"));
    EXPECT_THAT(failure([&] { here.back_up(folder_ / "no" / "such" / "backup.db"); }), HasSubstr("cannot write"));
    EXPECT_THAT(failure([&] { here.back_up(file()); }), HasSubstr("name another file"));
    EXPECT_EQ(here.cards(lea.id).at("nerve:a").reps, 3);
}

TEST_F(ProgressFile, ABackupIsOneFileOfItsOwner) {
    Progress progress(file());
    const Learner one = progress.add_learner("A", start);
    progress.keep(one.id, answer("nerve:a", Grade::good, start));
    const fs::path backup = folder_ / "kept" / "backup #1?.db";
    fs::create_directories(backup.parent_path());
    std::ofstream(backup) << "an older one";
    progress.back_up(backup);
    EXPECT_EQ(fs::status(backup).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const std::string before = bytes(backup);
    // Nor is it touched when it is taken over, even where nothing could be written.
    const Unprivileged user(folder_);
    fs::permissions(backup.parent_path(), fs::perms::owner_read | fs::perms::owner_exec);
    Progress there;
    EXPECT_EQ(there.take_over(backup), 1u);
    EXPECT_EQ(bytes(backup), before);
    EXPECT_EQ(std::distance(fs::directory_iterator(backup.parent_path()), {}), 1);
    fs::permissions(backup.parent_path(), fs::perms::owner_all);
}

TEST_F(ProgressFile, AnOpenFileCanBeTakenOver) {
    Progress open(file()), there;
    const Learner one = open.add_learner("A", start);
    open.keep(one.id, answer("nerve:a", Grade::good, start));
    // As who copies the file with its journal from a computer that runs.
    EXPECT_EQ(there.take_over(file()), 1u);
    EXPECT_THAT(failure([&] { there.back_up(file()); }), HasSubstr("using it"));
}

TEST_F(ProgressFile, WhatIsNoBackupIsNotTakenOver) {
    Progress progress;
    std::ofstream(folder_ / "text.db") << "hello";
    EXPECT_THAT(failure([&] { progress.take_over(folder_ / "text.db"); }), HasSubstr("damaged"));
    std::ofstream(folder_ / "empty.db").flush();
    EXPECT_NE(failure([&] { progress.take_over(folder_ / "empty.db"); }), "");
    EXPECT_EQ(fs::file_size(folder_ / "empty.db"), 0u);
    {
        Progress other(file());
        const Learner one = other.add_learner("A", start);
        other.keep(one.id, answer("nerve:a", Grade::good, start));
        for (const char* card : {"nerve:b", "nerve:c", "nerve:d", "no card"})
            other.keep(one.id, answer(card, Grade::good, start));
    }
    Database(file()).run(R"(UPDATE reviews SET rating = 9 WHERE card = 'nerve:b';
                            UPDATE reviews SET at = -5 WHERE card = 'nerve:c';
                            UPDATE reviews SET at = 9000000000000000000 WHERE card = 'nerve:d';)");
    EXPECT_EQ(progress.take_over(file()), 1u) << "what is no answer stays where it is";
    EXPECT_EQ(progress.cards(progress.learners().at(0).id).size(), 1u);
}

TEST_F(ProgressFile, LearnersOfOneNameStayTwo) {
    Progress here(file()), there;
    here.keep(here.add_learner("Sam", start).id, answer("nerve:a", Grade::good, start));
    there.keep(there.add_learner("Sam", start).id, answer("nerve:b", Grade::good, start));
    there.back_up(folder_ / "backup.db");
    EXPECT_EQ(here.take_over(folder_ / "backup.db"), 1u);
    ASSERT_EQ(here.learners().size(), 2u);
    EXPECT_EQ(here.learners()[1].name, "Sam 2");
    EXPECT_EQ(here.take_over(folder_ / "backup.db"), 0u);
    EXPECT_EQ(here.learners().size(), 2u);
}

// Killed at any moment: what was said to be kept is there, once, and the file is whole.
TEST_F(ProgressFile, SurvivesBeingKilled) {
#ifdef __SANITIZE_ADDRESS__
    constexpr int kills = 60;
#else
    constexpr int kills = 500;
#endif
    std::int64_t learner = 0;
    {
        Progress progress(file());
        learner = progress.add_learner("A", start).id;
    }
    std::mt19937 random(7);
    std::multiset<std::string> said;
    int number = 0;
    for (int kill_number = 0; kill_number < kills; ++kill_number) {
        std::array<int, 2> ends{};
        ASSERT_EQ(pipe(ends.data()), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(ends[0]);
            try {
                Progress progress(file());
                for (int i = 0;; ++i) {
                    const std::string card = "nerve:" + std::to_string(kill_number) + "_" + std::to_string(i);
                    progress.keep(learner, answer(card, Grade::good, start + std::chrono::seconds(number + i)));
                    const std::string line = card + "\n";
                    if (write(ends[1], line.data(), line.size()) < 0) _exit(1);
                }
            } catch (...) {
                _exit(1);
            }
        }
        close(ends[1]);
        // From before the file is open to some answers later.
        usleep(std::uniform_int_distribution<useconds_t>(0, 20000)(random));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        std::string lines(1 << 16, ' ');
        for (ssize_t got = 0; (got = read(ends[0], lines.data(), lines.size())) > 0;) {
            std::string_view rest(lines.data(), static_cast<std::size_t>(got));
            for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1))
                said.insert(std::string(rest.substr(0, end))), ++number;
        }
        close(ends[0]);
    }
    EXPECT_NO_THROW(Database(file()).check());
    const Progress progress(file());
    std::multiset<std::string> kept;
    for (const KeptReview& review : progress.reviews(learner)) kept.insert(review.card);
    EXPECT_GT(said.size(), static_cast<std::size_t>(kills) / 4);
    for (const std::string& card : said) EXPECT_EQ(kept.count(card), 1u) << card;
    for (const std::string& card : kept) EXPECT_EQ(kept.count(card), 1u) << card;
    // One that was kept but not said any more can be there, at most one a kill.
    EXPECT_LE(kept.size(), said.size() + static_cast<std::size_t>(kills));
    EXPECT_EQ(progress.cards(learner).size(), kept.size());
}

}  // namespace
}  // namespace myomap
