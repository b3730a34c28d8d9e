#pragma once
// A learner at work: which deck, which question, what was answered, what comes next. No window: panels show it, tests
// drive it. What can't be kept is said, tried again with the next answer, and learning goes on meanwhile.

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/message.h"
#include "study/deck.h"
#include "study/exam.h"
#include "study/progress.h"
#include "study/question.h"
#include "study/question_chart.h"
#include "study/zone_score.h"

namespace myomap {

enum class StudyStep { idle, asking, answered };

// How an answer was judged.
struct Outcome {
    Grade grade = Grade::again;  // suggested, or as the learner changed it
    bool right = false;
    std::string said;  // what was answered, in words; "" for what was painted, clicked or left out
    std::optional<ZoneScore> zone;
    std::optional<float> distance_cm;  // over the skin
    std::optional<float> tick_score;
    bool near_name = false;     // it named the muscle that the right one is a part of
    bool same_pattern = false;  // it named another muscle whose pattern is the same
};

struct DeckRow {
    Deck deck;
    DeckCount count;
    float known = 0;  // chance of recall now, over all of its cards
};

class StudySession {
public:
    using Clock = std::function<UtcTime()>;

    // `progress` null: nothing is kept, for the reason that is given. What the scene refers to must outlive this.
    StudySession(const Scene& scene, std::unique_ptr<Progress> progress, Clock clock, Message why_not_kept = {});

    // ---- learners
    Progress& progress() { return *progress_; }
    const std::vector<Learner>& learners() const { return learners_; }
    const Learner* learner() const;  // null where there is none yet
    void choose_learner(std::int64_t id);
    void add_learner(const std::string& name);
    void change(const LearnerSettings& settings);
    // Reads everything anew: another window wrote, a backup was taken over, a learner was removed.
    void read_again();

    // ---- decks and what is to be done today
    // On that figure and in the language that is shown; `drawing` for the deck of what is on the chart.
    void prepare(BodyId body, const Drawing& drawing);
    const std::vector<DeckRow>& decks() const { return decks_; }
    const Deck* deck() const;
    void choose_deck(const std::string& id);
    // Puts a muscle into the deck of the learner's own choice, or takes it out.
    void toggle_own(const std::string& muscle);
    const Plan& plan() const { return plan_; }
    // Of the deck: the card that is asked, and how many there are today with those that were answered.
    int number_today() const { return done_today() + (step_ == StudyStep::asking ? 1 : 0); }
    int all_today() const {
        return std::max(number_today(),
                        done_today() + static_cast<int>(plan_.cards.size()) - (step_ == StudyStep::answered ? 1 : 0));
    }
    const Scene& scene() const { return scene_; }
    int done_today() const { return static_cast<int>(done_.cards.size()); }
    const CardStates& states() const { return states_; }
    // The same by the latest time that is known: where the clock was set back, what was due stays due.
    CardStates states_by_now() const;
    UtcTime now() const { return clock_(); }
    Fsrs fsrs() const;

    // ---- one question after the other
    StudyStep step() const { return step_; }
    // The first of the plan; idle where there is none.
    void ask_next();
    void ask(const CardKey& card);  // a card of one's choice
    void stop();
    const Question& question() const { return question_; }  // while not idle
    const Questions& questions() const { return questions_; }
    // The same question in another language, on the other figure; what was answered so far goes.
    void put_again(BodyId body);

    void answer_with_name(const std::string& typed);
    void answer_with_option(std::size_t index);
    void answer_with_ticks(const std::vector<bool>& ticked);
    void answer_with_place(const SkinPoint& at, Side side);
    void answer_with_zone(const SparseField& painted, Side side);
    void give_up();

    const Outcome& outcome() const { return outcome_; }  // once answered
    const Lesson& lesson() const { return lesson_; }
    const BodyAnswer& given() const { return given_; }
    void regrade(Grade grade);
    // When the card would be asked again after each grade, from now on.
    std::array<std::chrono::minutes, 4> intervals() const;

    // ---- the first lesson: three kinds of question about one point
    bool in_first_lesson() const { return lesson_step_ >= 0; }
    int first_lesson_step() const { return lesson_step_; }  // 0 to 2
    void begin_first_lesson();
    static constexpr int first_lesson_steps = 3;

    // ---- an exam: no feedback until its end, and nothing of it counts for the schedule
    void begin_exam(const ExamRequest& request);
    bool in_exam() const { return exam_.has_value(); }
    const Exam* exam() const { return exam_ ? &*exam_ : nullptr; }
    std::size_t exam_number() const { return marked_.size(); }  // of the question that is asked, from 0
    std::chrono::seconds exam_time() const;                     // that it has taken so far
    const ExamResult* exam_result() const { return result_ ? &*result_ : nullptr; }
    void forget_result() { result_.reset(); }

    // Why nothing is kept in this session, for as long as it is so; empty while answers are kept.
    Message why_not_kept() const;
    // What went wrong with the file last; empty when nothing, and when it went well again.
    const Message& problem() const { return problem_; }
    // What is to be known once: the clock was set back, another window learns from the same file. Until the next card.
    const std::vector<Message>& news() const { return news_; }
    std::size_t unsaved() const { return unsaved_.size(); }
    // Tries once more to keep what is not kept yet. How many answers would be lost if the program ended now.
    std::size_t would_be_lost();

private:
    const Scene& scene_;
    Questions questions_;
    Clock clock_;
    std::unique_ptr<Progress> progress_;
    std::vector<Learner> learners_;
    std::int64_t learner_ = 0;
    BodyId body_ = BodyId::adult_male;
    Drawing drawing_;
    bool prepared_ = false;
    Language language_;

    std::vector<DeckRow> decks_;
    CardStates states_;
    DoneToday done_;
    int day_ = 0;  // that `done_` is of; see base/local_day.h
    Plan plan_;

    StudyStep step_ = StudyStep::idle;
    Question question_;
    UtcTime asked_at_{};
    Outcome outcome_;
    Lesson lesson_;
    BodyAnswer given_;
    std::optional<StudyCard> before_;   // the card as it was when it was asked
    std::optional<std::int64_t> kept_;  // the answer in the file; nothing while it is not there
    std::string given_uid_;             // of the answer that is shown
    struct Unsaved {
        std::int64_t learner;
        Review review;
    };
    std::vector<Unsaved> unsaved_;
    int lesson_step_ = -1;
    std::optional<Exam> exam_;
    std::vector<MarkedAnswer> marked_;
    std::optional<ExamResult> result_;
    std::optional<UtcTime> latest_;                    // moment of an answer, by whatever clock
    std::set<std::string, std::less<>> since_latest_;  // cards that were answered after it, by a clock set back
    bool clock_said_ = false, other_said_ = false;
    std::size_t answers_ = 0;  // given in this session, but for exams
    Message why_not_kept_, problem_;
    std::vector<Message> news_;

    void read_learner();
    void read_answers();
    void look_at_the_clock();
    void take_in();
    void keep_all();
    void make_plan();
    std::vector<CardKey> cards_of_deck(const Deck& deck) const;
    void judge(Outcome outcome);
    void hand_in(const ExamAnswer& answer);
    void keep(const Review& review);
    // What throws DatabaseError is said, and false.
    bool try_file(const std::function<void()>& act);
};

}  // namespace myomap
