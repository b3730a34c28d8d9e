#include "study/session.h"

#include <algorithm>
#include <utility>

#include "base/local_day.h"
#include "base/word.h"
#include "chart/words.h"
#include "study/database.h"
#include "study/over_skin.h"
#include "study/statistics.h"
#include "study/typed_name.h"

namespace myomap {

namespace {

constexpr std::size_t weakest_cards = 60;

// The lesson of a new learner: place, zone and pattern of the point that every book begins with.
const std::array<CardKey, StudySession::first_lesson_steps>& first_lesson() {
    static const std::array<CardKey, StudySession::first_lesson_steps> cards{
        CardKey{QuestionKind::locate_point, "trapezius_upper/TrP1"},
        CardKey{QuestionKind::paint_zone, "trapezius_upper/TrP1"},
        CardKey{QuestionKind::whose_pattern, "trapezius_upper/TrP1"}};
    return cards;
}

}  // namespace

StudySession::StudySession(const Scene& scene, std::unique_ptr<Progress> progress, Clock clock, Message why_not_kept)
    : scene_(scene),
      questions_(scene),
      clock_(std::move(clock)),
      progress_(std::move(progress)),
      why_not_kept_(std::move(why_not_kept)) {
    if (!progress_) progress_ = std::make_unique<Progress>();
    read_again();
}

bool StudySession::try_file(const std::function<void()>& act) {
    try {
        act();
        return true;
    } catch (const DatabaseError& error) {
        problem_ = error.message;
        return false;
    }
}

const Learner* StudySession::learner() const {
    const auto it = std::ranges::find(learners_, learner_, &Learner::id);
    return it == learners_.end() ? nullptr : &*it;
}

void StudySession::read_again() {
    try_file([&] { progress_->changed_elsewhere(); });
    try_file([&] { learners_ = progress_->learners(); });
    if (!learner()) learner_ = learners_.empty() ? 0 : learners_.front().id;
    read_learner();
}

void StudySession::read_learner() {
    read_answers();
    stop();
}

void StudySession::read_answers() {
    states_.clear();
    done_ = {};
    latest_.reset();
    since_latest_.clear();
    day_ = local_day(now());
    prepared_ = false;
    if (learner_ == 0) return;
    try_file([&] {
        states_ = progress_->cards(learner_);
        done_ = progress_->done_between(learner_, begin_of_day(day_), begin_of_day(day_ + 1));
        Progress::Latest latest = progress_->latest(learner_);
        latest_ = latest.at;
        since_latest_ = std::move(latest.since);
    });
}

// Another window may have answered what would be asked here next.
void StudySession::take_in() {
    bool changed = false;
    try_file([&] { changed = progress_->changed_elsewhere(); });
    if (!changed) return;
    if (!std::exchange(other_said_, true))
        news_.emplace_back(word("Another window learns from the same file; what is answered there counts here, too."));
    std::vector<Learner> all;
    if (!try_file([&] { all = progress_->learners(); })) return;
    learners_ = std::move(all);
    if (!learner()) return read_again();
    read_answers();
    // What could not be kept yet was answered all the same.
    for (const auto& [whose, review] : unsaved_) {
        if (whose != learner_) continue;
        StudyCard& card = states_[review.card];
        done_.new_cards += done_.cards.insert(review.card).second && card.stage == StudyStage::fresh;
        card = fsrs().review(card, review.grade, review.at);
    }
}

// Set back by more than clocks of two computers differ: said once, whatever is asked.
void StudySession::look_at_the_clock() {
    if (!latest_ || now() >= *latest_ - std::chrono::minutes(1) || std::exchange(clock_said_, true)) return;
    news_.emplace_back(
        word("The clock is before the last answer: it was set back. What was due stays due, and no days count between "
             "the two."));
}

CardStates StudySession::states_by_now() const {
    CardStates states = states_;
    if (!latest_ || now() >= *latest_) return states;
    for (auto& [id, card] : states)
        if (!since_latest_.contains(id)) card.due -= *latest_ - now();
    return states;
}

void StudySession::choose_learner(std::int64_t id) {
    if (id == learner_) return;
    learner_ = id;
    read_learner();
}

void StudySession::add_learner(const std::string& name) {
    Learner added{.name = name, .since = now()};
    if (!try_file([&] { added = progress_->add_learner(name, now()); })) return;
    try_file([&] { learners_ = progress_->learners(); });
    choose_learner(added.id);
}

void StudySession::change(const LearnerSettings& settings) {
    const auto it = std::ranges::find(learners_, learner_, &Learner::id);
    if (it == learners_.end() || it->settings == settings) return;
    it->settings = settings;
    prepared_ = false;
    try_file([&] { progress_->change_settings(learner_, settings); });
}

Fsrs StudySession::fsrs() const {
    FsrsParameters parameters;
    if (const Learner* one = learner()) parameters.retention = one->settings.retention;
    return Fsrs(parameters);
}

// ---- decks

std::vector<CardKey> StudySession::cards_of_deck(const Deck& deck) const {
    const std::vector<QuestionKind> kinds = learner() ? learner()->settings.kinds : LearnerSettings{}.kinds;
    if (deck.id == "weakest") {
        std::vector<CardKey> all;
        for (const auto& [id, state] : states_)
            if (const auto key = card_key(id);
                key && can_ask(scene_, *key, body_) && std::ranges::find(kinds, key->kind) != kinds.end())
                all.push_back(*key);
        return weakest_of(all, states_, fsrs(), now(), weakest_cards);
    }
    // Whoever chooses the deck of complaints wants to be asked about them.
    if (deck.muscles.empty() && !deck.complaints.empty())
        return cards_of(scene_, deck, std::array{QuestionKind::complaint}, body_);
    return cards_of(scene_, deck, kinds, body_);
}

void StudySession::prepare(BodyId body, const Drawing& drawing) {
    const bool same_chart = drawing_.findings == drawing.findings && drawing_.kept == drawing.kept;
    if (const int today = local_day(now()); today != day_) {
        // Learning went on past midnight.
        day_ = today;
        done_ = {};
        prepared_ = false;
        if (learner_ != 0)
            try_file([&] { done_ = progress_->done_between(learner_, begin_of_day(today), begin_of_day(today + 1)); });
    }
    look_at_the_clock();
    if (prepared_ && body == body_ && same_chart && language_ == scene_.atlas.language) return;
    prepared_ = true;
    body_ = body;
    drawing_ = drawing;
    language_ = scene_.atlas.language;
    decks_.clear();
    for (Deck& one : myomap::decks(scene_)) decks_.push_back({std::move(one), {}});
    decks_.push_back({{"weakest", scene_.phrase(word("Weakest")), {}, {}}, {}});
    if (Deck chart = chart_deck(scene_, drawing_); !chart.muscles.empty()) decks_.push_back({std::move(chart), {}});
    if (const Learner* one = learner(); one && !one->settings.own_muscles.empty())
        decks_.push_back({chosen_deck(scene_, one->settings.own_muscles), {}});
    const UtcTime ends = begin_of_day(local_day(now()) + 1);
    const Fsrs schedule = fsrs();
    const CardStates states = states_by_now();
    for (DeckRow& row : decks_) {
        const std::vector<CardKey> cards = cards_of_deck(row.deck);
        row.count = count_of(cards, states, ends);
        row.known = states_.empty() ? 0 : known_share(cards, states_, schedule, now());
    }
    make_plan();
}

const Deck* StudySession::deck() const {
    const std::string id = learner() ? learner()->settings.deck : first_deck;
    const auto it = std::ranges::find(decks_, id, [](const DeckRow& row) { return row.deck.id; });
    return it == decks_.end() ? (decks_.empty() ? nullptr : &decks_.front().deck) : &it->deck;
}

void StudySession::choose_deck(const std::string& id) {
    if (!learner() || learner()->settings.deck == id) return;
    LearnerSettings settings = learner()->settings;
    settings.deck = id;
    change(settings);
    stop();
    prepare(body_, Drawing(drawing_));
}

void StudySession::toggle_own(const std::string& muscle) {
    if (!learner()) return;
    LearnerSettings settings = learner()->settings;
    if (std::erase(settings.own_muscles, muscle) == 0) settings.own_muscles.push_back(muscle);
    change(settings);
    prepare(body_, Drawing(drawing_));
}

void StudySession::make_plan() {
    plan_ = {};
    if (!deck()) return;
    PlanLimits limits;
    if (const Learner* one = learner()) limits = {one->settings.cards_a_day, one->settings.new_a_day};
    plan_ = plan_of(cards_of_deck(*deck()), states_by_now(), done_, limits, now(), begin_of_day(local_day(now()) + 1));
}

// ---- questions

void StudySession::stop() {
    step_ = StudyStep::idle;
    lesson_step_ = -1;
    exam_.reset();
    given_ = {};
}

void StudySession::ask(const CardKey& card) {
    exam_.reset();
    if (!can_ask(scene_, card, body_)) return stop();
    const auto state = states_.find(to_text(card));
    before_ = state == states_.end() ? StudyCard{} : state->second;
    // Another choice among four each time it is asked.
    question_ = questions_.ask(card, body_, static_cast<std::uint64_t>(before_->reps));
    step_ = StudyStep::asking;
    asked_at_ = now();
    outcome_ = {};
    given_ = {};
    kept_.reset();
    given_uid_.clear();
}

void StudySession::ask_next() {
    if (lesson_step_ >= 0 && ++lesson_step_ < first_lesson_steps)
        return ask(first_lesson()[static_cast<std::size_t>(lesson_step_)]);
    if (std::exchange(lesson_step_, -1) >= 0 && learner()) {
        LearnerSettings settings = learner()->settings;
        settings.first_lesson_done = true;
        change(settings);
        prepare(body_, Drawing(drawing_));
        return stop();
    }
    if (step_ == StudyStep::answered) news_.clear();
    take_in();
    prepared_ = false;  // what was answered counts in every deck
    prepare(body_, Drawing(drawing_));
    if (plan_.cards.empty()) return stop();
    ask(plan_.cards.front());
}

void StudySession::begin_first_lesson() {
    lesson_step_ = 0;
    ask(first_lesson().front());
}

void StudySession::put_again(BodyId body) {
    if (step_ == StudyStep::idle) return;
    body_ = body;
    if (exam_) {
        // Another language; an exam stays on its figure.
        exam_ = make_exam(scene_, questions_, exam_->request);
        question_ = exam_->questions[marked_.size()];
        return;
    }
    if (!can_ask(scene_, question_.card, body)) return stop();
    const StudyStep step = step_;
    question_ = questions_.ask(question_.card, body, static_cast<std::uint64_t>(before_->reps));
    lesson_ = questions_.lesson(question_.card, body);
    if (step == StudyStep::asking) given_ = {};
}

void StudySession::keep(const Review& review) {
    unsaved_.push_back({learner_, review});
    given_uid_ = review.uid;
    keep_all();
    look_at_the_clock();
    ++answers_;
    if (latest_ && review.at < *latest_) {
        since_latest_.insert(review.card);
    } else {
        latest_ = review.at;
        since_latest_.clear();
    }
}

void StudySession::keep_all() {
    while (!unsaved_.empty()) {
        const auto& [whose, review] = unsaved_.front();
        Progress::Kept kept;
        if (!try_file([&] { kept = progress_->keep(whose, review); })) return;
        if (review.uid == given_uid_) kept_ = kept.review;
        if (whose == learner_) states_.insert_or_assign(review.card, kept.card);
        unsaved_.erase(unsaved_.begin());
    }
    problem_ = {};
}

Message StudySession::why_not_kept() const {
    if (progress_->in_memory()) return why_not_kept_;
    return progress_->why_read_only();
}

std::size_t StudySession::would_be_lost() {
    keep_all();
    return progress_->in_memory() && !why_not_kept_.empty() ? answers_ : unsaved_.size();
}

void StudySession::judge(Outcome outcome) {
    if (step_ != StudyStep::asking) return;
    outcome_ = std::move(outcome);
    lesson_ = questions_.lesson(question_.card, body_);
    step_ = StudyStep::answered;
    if (learner_ == 0) return;
    using std::chrono::minutes;
    constexpr std::chrono::milliseconds longest = minutes(5);  // longer, and it was no thinking
    Review review{.card = to_text(question_.card), .grade = outcome_.grade, .at = now()};
    review.took = std::clamp<std::chrono::milliseconds>(review.at - asked_at_, std::chrono::milliseconds(0), longest);
    if (outcome_.zone) review.score = outcome_.zone->score;
    if (outcome_.tick_score) review.score = outcome_.tick_score;
    if (done_.cards.insert(review.card).second) done_.new_cards += before_->stage == StudyStage::fresh;
    states_.insert_or_assign(review.card, fsrs().review(*before_, review.grade, review.at));
    keep(review);
}

void StudySession::regrade(Grade grade) {
    if (step_ != StudyStep::answered || outcome_.grade == grade) return;
    outcome_.grade = grade;
    if (learner_ == 0) return;
    const std::string card = to_text(question_.card);
    if (kept_) {
        try_file([&] { states_.insert_or_assign(card, progress_->regrade(*kept_, grade)); });
        return;
    }
    states_.insert_or_assign(card, fsrs().review(*before_, grade, now()));
    if (!unsaved_.empty() && unsaved_.back().review.uid == given_uid_) unsaved_.back().review.grade = grade;
}

std::array<std::chrono::minutes, 4> StudySession::intervals() const {
    std::array<std::chrono::minutes, 4> all{};
    const Fsrs schedule = fsrs();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const UtcTime at = now();
        const StudyCard after = schedule.review(before_.value_or(StudyCard{}), static_cast<Grade>(i + 1), at);
        all[i] = std::chrono::round<std::chrono::minutes>(after.due - at);
    }
    return all;
}

void StudySession::answer_with_name(const std::string& typed) {
    if (step_ != StudyStep::asking || !question_.by_name) return;
    if (exam_) return hand_in({.typed = typed});
    Outcome outcome{.said = typed};
    const Named named = names_muscle(scene_.atlas, typed, question_.about.muscle);
    outcome.near_name = named == Named::whole;
    if (named == Named::nothing)
        if (const int other = named_muscle(scene_.atlas, typed); other >= 0)
            outcome.same_pattern = questions_.is_right(question_.card, body_, other);
    outcome.right = named == Named::right || outcome.same_pattern;
    outcome.grade = outcome.right ? Grade::good : outcome.near_name ? Grade::hard : Grade::again;
    judge(std::move(outcome));
}

void StudySession::answer_with_option(std::size_t index) {
    if (step_ != StudyStep::asking || index >= question_.options.size()) return;
    if (exam_) return hand_in({.option = index});
    const AnswerOption& option = question_.options[index];
    Outcome outcome{.right = option.right, .said = option.text};
    // Chosen among four is easier than known by heart.
    outcome.grade = !option.right ? Grade::again : question_.by_name ? Grade::hard : Grade::good;
    judge(std::move(outcome));
}

void StudySession::answer_with_ticks(const std::vector<bool>& ticked) {
    if (step_ != StudyStep::asking || asked_of(question_.card.kind) != AskedOf::complaint) return;
    if (exam_) return hand_in({.ticked = ticked});
    Outcome outcome{.grade = grade_of_ticks(question_, ticked)};
    outcome.tick_score = score_of_ticks(question_, ticked);
    outcome.right = outcome.grade != Grade::again;
    judge(std::move(outcome));
}

void StudySession::answer_with_place(const SkinPoint& at, Side side) {
    if (step_ != StudyStep::asking || question_.card.kind != QuestionKind::locate_point) return;
    if (exam_) return hand_in({.on_body = {.clicked = at}});
    const Body& body = scene_.body(body_);
    const float cm = cm_over_skin(body, scene_.body_fields(body_).place(question_.about, side), at);
    Outcome outcome{.distance_cm = cm};
    const float tolerance = questions_.tolerance_cm(question_.about.muscle, body_);
    outcome.grade = grade_of_distance(cm, tolerance);
    outcome.right = cm <= tolerance;
    given_.clicked = at;
    judge(std::move(outcome));
}

void StudySession::answer_with_zone(const SparseField& painted, Side side) {
    if (step_ != StudyStep::asking || question_.card.kind != QuestionKind::paint_zone) return;
    if (exam_) return hand_in({.on_body = {.painted = painted}});
    Outcome outcome;
    outcome.zone = score_zone(scene_.body(body_), painted, pattern_of(scene_, body_, question_.about, side));
    outcome.grade = grade_of(*outcome.zone);
    outcome.right = outcome.grade != Grade::again;
    given_.painted = painted;
    judge(std::move(outcome));
}

void StudySession::give_up() {
    if (exam_ && step_ == StudyStep::asking) return hand_in({});
    judge({});
}

// ---- an exam

void StudySession::begin_exam(const ExamRequest& request) {
    stop();
    result_.reset();
    exam_ = make_exam(scene_, questions_, request);
    body_ = request.body;
    marked_.clear();
    if (exam_->questions.empty()) return stop();
    question_ = exam_->questions.front();
    step_ = StudyStep::asking;
    asked_at_ = now();
}

std::chrono::seconds StudySession::exam_time() const {
    float all = std::max(0.f, std::chrono::duration<float>(now() - asked_at_).count());
    for (const MarkedAnswer& answer : marked_) all += answer.seconds;
    return std::chrono::seconds(static_cast<long>(all));
}

// Marked at once, told at the end.
void StudySession::hand_in(const ExamAnswer& answer) {
    const auto took = std::chrono::duration<float>(now() - asked_at_).count();
    marked_.push_back(mark(scene_, questions_, *exam_, question_, answer, std::max(0.f, took)));
    if (marked_.size() < exam_->questions.size()) {
        question_ = exam_->questions[marked_.size()];
        asked_at_ = now();
        return;
    }
    result_ = ExamResult{.exam = *exam_,
                         .answers = marked_,
                         .name = learner() ? learner()->name : "",
                         .day = date_of_day(local_day(now()))};
    stop();
}

}  // namespace myomap
