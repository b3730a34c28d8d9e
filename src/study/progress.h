#pragma once
// What learners have answered: who they are, every answer, and what the schedule makes of each card. In one file, which
// several windows may have open; an answer is on the disk when keep() returns. The form of the file is in
// docs/study-progress.md.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/message.h"
#include "study/fsrs.h"
#include "study/learner.h"
#include "study/plan.h"

namespace myomap {

class Database;

struct Review {
    std::string card;  // to_text(CardKey)
    Grade grade = Grade::again;
    UtcTime at{};
    std::optional<float> score;  // of a painted zone or of ticks, 0..1
    std::chrono::milliseconds took{0};
    std::string uid = new_uid();  // of this answer and no other: kept twice, it is there once

    static std::string new_uid();
};

struct KeptReview {
    std::int64_t id = 0;
    std::string card;
    Grade grade = Grade::again;
    UtcTime at{};
    std::optional<float> score;
    std::chrono::milliseconds took{0};
    StudyStage before = StudyStage::fresh;  // what the card was
    int days = 0;                           // since its last answer, whole days in UTC
};

// Every member throws DatabaseError when the file can't be read or written; nothing is half done then.
class Progress {
public:
    // Opens the file, or makes it and the folders above it. Throws DatabaseError, with what to do, for a file that is
    // damaged, of another program or of a newer version; such a file is left as it is.
    // What can only be read is opened so; then all that would write throws.
    explicit Progress(const std::filesystem::path& file);
    Progress();  // in memory: for a session whose file can't be used
    ~Progress();

    bool read_only() const;
    bool in_memory() const;
    Message why_read_only() const;  // empty where it can be written
    // Another window or program has written since this was last asked; false for the first time.
    bool changed_elsewhere();

    std::vector<Learner> learners() const;  // in the order in which they came
    // The name is shortened where it is too long. Where another has it already it gets a number.
    Learner add_learner(const std::string& name, UtcTime now);
    void rename_learner(std::int64_t learner, const std::string& name);
    void change_settings(std::int64_t learner, const LearnerSettings& settings);
    void remove_learner(std::int64_t learner);
    // Forgets every answer; the profile stays.
    void reset(std::int64_t learner);

    struct Kept {
        std::int64_t review = 0;
        StudyCard card;
        bool clock_set_back = false;  // it was answered before the answer before: no days count between them
    };
    Kept keep(std::int64_t learner, const Review& review);
    // The grade of an answer was another one. The card as it is then.
    StudyCard regrade(std::int64_t review, Grade grade);
    // It was not given at all. A card without any other is a fresh one.
    StudyCard take_back(std::int64_t review);

    CardStates cards(std::int64_t learner) const;
    std::vector<KeptReview> reviews(std::int64_t learner, std::optional<UtcTime> since = {}) const;
    std::int64_t answers(std::int64_t learner) const;  // how many there are
    // Of one day: what a clock in the future has dated later is not of it.
    DoneToday done_between(std::int64_t learner, UtcTime day_begins, UtcTime day_ends) const;

    // The latest moment that the file knows of, and which cards were answered after it was: by a clock set back.
    struct Latest {
        std::optional<UtcTime> at;
        std::set<std::string, std::less<>> since;  // by to_text(CardKey)
    };
    Latest latest(std::int64_t learner) const;

    // All of it as one file, its owner's alone, whole or not at all.
    void back_up(const std::filesystem::path& target) const;
    // Adds what a backup has and this doesn't: learners by who they are, whatever they are called, answers by which
    // they are; of learners who are in both name and settings stay. The backup is only read. Says how many answers
    // came.
    std::size_t take_over(const std::filesystem::path& backup);

    // Every answer of the learner, RFC 4180 with a header; times in UTC.
    std::string csv(std::int64_t learner) const;

private:
    std::unique_ptr<Database> database_;

    // The name, shortened, with a number where another learner has it already.
    std::string name_for(const std::string& name, std::int64_t learner = 0) const;
    Fsrs schedule_of(std::int64_t learner) const;
    StudyCard replay(std::int64_t learner, const std::string& card, const Fsrs& fsrs);
};

// Where the progress of this user is kept; "" when the environment names no place.
std::filesystem::path progress_file();

}  // namespace myomap
