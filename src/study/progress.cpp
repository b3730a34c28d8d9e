#include "study/progress.h"

#include <algorithm>
#include <limits>
#include <random>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include "base/folders.h"
#include "base/system_reason.h"
#include "base/text.h"
#include "base/word.h"
#include "study/database.h"
#include "study/progress_tables.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

std::string shortened(std::string name) {
    name = in_one_line(name);
    std::size_t end = std::min(name.size(), longest_learner_name);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
    return name;
}

// The folder above a file, made where it is missing. It is the user's own matter who may look into it.
void make_folder_of(const fs::path& file) {
    std::error_code error;
    if (!file.parent_path().empty()) fs::create_directories(file.parent_path(), error);
    if (error)
        throw DatabaseError(word("The folder {} can't be made: {}"),
                            {file.parent_path().string(), system_reason(error.value())});
}

constexpr auto review_columns = "id, card, rating, at, score, took, before, days";

KeptReview review_of(const Statement& row) {
    KeptReview review{.id = row.integer(0), .card = row.text(1)};
    review.grade = static_cast<Grade>(std::clamp<std::int64_t>(row.integer(2), 1, 4));
    review.at = time_of(row.integer(3));
    if (!row.is_null(4)) review.score = static_cast<float>(row.real(4));
    review.took = std::chrono::milliseconds(row.integer(5));
    review.before = static_cast<StudyStage>(std::clamp<std::int64_t>(row.integer(6), 0, 3));
    review.days = static_cast<int>(row.integer(7));
    return review;
}

}  // namespace

std::string Review::new_uid() {
    std::random_device random;
    return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

Progress::Progress(const fs::path& file) {
    make_folder_of(file);
    database_ = std::make_unique<Database>(file);
    try {
        if (!read_only()) make_progress_tables(*database_);
    } catch (const DamagedDatabase&) {
        // What to do about it is said by the next.
    }
    require_progress_tables(*database_);
    if (!read_only()) database_->write_ahead();
}

Progress::Progress() : database_(std::make_unique<Database>("")) { make_progress_tables(*database_); }

Progress::~Progress() = default;

bool Progress::read_only() const { return database_->read_only(); }
bool Progress::in_memory() const { return database_->file().empty(); }
Message Progress::why_read_only() const { return database_->why_read_only(); }
bool Progress::changed_elsewhere() { return database_->changed_elsewhere(); }

std::vector<Learner> Progress::learners() const {
    std::vector<Learner> all;
    Statement rows(*database_, "SELECT id, name, since, settings FROM learners ORDER BY id");
    while (rows.step())
        all.push_back({rows.integer(0), rows.text(1), time_of(rows.integer(2)), learner_settings(rows.text(3))});
    return all;
}

std::string Progress::name_for(const std::string& name, std::int64_t learner) const {
    const std::string plain = shortened(name);
    std::set<std::string> taken;
    for (const Learner& other : learners())
        if (other.id != learner) taken.insert(other.name);
    std::string free = plain;
    for (int i = 2; taken.contains(free); ++i) free = fmt::format("{} {}", plain, i);
    return free;
}

Learner Progress::add_learner(const std::string& name, UtcTime now) {
    Transaction all(*database_);
    Learner learner{.name = name_for(name), .since = now};
    Statement(*database_, "INSERT INTO learners(uid, name, since, settings) VALUES(?, ?, ?, ?)")
        .bind(1, Review::new_uid())
        .bind(2, learner.name)
        .bind(3, number_of(now))
        .bind(4, to_json(learner.settings))
        .run();
    learner.id = database_->last_id();
    all.commit();
    return learner;
}

void Progress::rename_learner(std::int64_t learner, const std::string& name) {
    Transaction all(*database_);
    Statement(*database_, "UPDATE learners SET name = ? WHERE id = ?")
        .bind(1, name_for(name, learner))
        .bind(2, learner)
        .run();
    all.commit();
}

void Progress::change_settings(std::int64_t learner, const LearnerSettings& settings) {
    Transaction all(*database_);
    Statement before(*database_, "SELECT settings FROM learners WHERE id = ?");
    before.bind(1, learner);
    if (!before.step()) return;
    Statement(*database_, "UPDATE learners SET settings = ? WHERE id = ?")
        .bind(1, to_json(settings, before.text(0)))
        .bind(2, learner)
        .run();
    all.commit();
}

void Progress::remove_learner(std::int64_t learner) {
    Transaction all(*database_);
    Statement(*database_, "DELETE FROM learners WHERE id = ?").bind(1, learner).run();
    all.commit();
}

void Progress::reset(std::int64_t learner) {
    Transaction all(*database_);
    Statement(*database_, "DELETE FROM reviews WHERE learner = ?").bind(1, learner).run();
    Statement(*database_, "DELETE FROM cards WHERE learner = ?").bind(1, learner).run();
    all.commit();
}

Fsrs Progress::schedule_of(std::int64_t learner) const {
    Statement row(*database_, "SELECT settings FROM learners WHERE id = ?");
    row.bind(1, learner);
    if (!row.step())
        throw DatabaseError(word("This learner was removed from {} meanwhile."), {database_->file().string()});
    FsrsParameters parameters;
    parameters.retention = learner_settings(row.text(0)).retention;
    return Fsrs(parameters);
}

// The card's answers in the order in which they were given, and what each found.
StudyCard Progress::replay(std::int64_t learner, const std::string& card, const Fsrs& fsrs) {
    StudyCard state;
    Statement rows(*database_,
                   "SELECT id, rating, at FROM reviews WHERE learner = ? AND card = ? ORDER BY follows, id");
    rows.bind(1, learner).bind(2, card);
    Statement found(*database_, "UPDATE reviews SET before = ?, days = ? WHERE id = ? AND (before <> ? OR days <> ?)");
    while (rows.step()) {
        const UtcTime at = time_of(rows.integer(2));
        const auto before = static_cast<std::int64_t>(state.stage);
        const std::int64_t days = state.last_review ? std::max(0, utc_days_between(*state.last_review, at)) : 0;
        found.bind(1, before).bind(2, days).bind(3, rows.integer(0)).bind(4, before).bind(5, days).run();
        state = fsrs.review(state, static_cast<Grade>(std::clamp<std::int64_t>(rows.integer(1), 1, 4)), at);
    }
    if (state == StudyCard{}) {
        Statement(*database_, "DELETE FROM cards WHERE learner = ? AND card = ?").bind(1, learner).bind(2, card).run();
        return state;
    }
    Statement kept(*database_,
                   "INSERT OR REPLACE INTO cards(learner, card, stage, stability, difficulty, step, scheduled_days, "
                   "reps, lapses, due, last) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    kept.bind(1, learner).bind(2, card).bind(3, static_cast<std::int64_t>(state.stage));
    kept.bind(4, state.stability).bind(5, state.difficulty).bind(6, std::int64_t{state.step});
    kept.bind(7, std::int64_t{state.scheduled_days}).bind(8, std::int64_t{state.reps});
    kept.bind(9, std::int64_t{state.lapses}).bind(10, number_of(state.due));
    if (state.last_review)
        kept.bind(11, number_of(*state.last_review));
    else
        kept.bind_nothing(11);
    kept.run();
    return state;
}

Progress::Kept Progress::keep(std::int64_t learner, const Review& review) {
    Database& db = *database_;
    Transaction all(db);
    const Fsrs fsrs = schedule_of(learner);
    Kept kept;
    Statement last(db, "SELECT max(at), max(follows) FROM reviews WHERE learner = ? AND card = ? AND uid <> ?");
    last.bind(1, learner).bind(2, review.card).bind(3, review.uid);
    std::int64_t follows = number_of(review.at);
    if (last.step() && !last.is_null(0)) {
        kept.clock_set_back = number_of(review.at) < last.integer(0);
        follows = std::max(follows, last.integer(1));
    }
    Statement add(db,
                  "INSERT OR IGNORE INTO reviews(uid, learner, card, at, follows, rating, score, took, before, days) "
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, 0)");
    add.bind(1, review.uid).bind(2, learner).bind(3, review.card).bind(4, number_of(review.at)).bind(5, follows);
    add.bind(6, static_cast<std::int64_t>(review.grade));
    if (review.score) add.bind(7, static_cast<double>(*review.score));
    add.bind(8, std::int64_t{review.took.count()});
    add.run();
    Statement id(db, "SELECT id FROM reviews WHERE uid = ?");
    id.bind(1, review.uid);
    if (id.step()) kept.review = id.integer(0);
    kept.card = replay(learner, review.card, fsrs);
    all.commit();
    return kept;
}

StudyCard Progress::regrade(std::int64_t review, Grade grade) {
    Transaction all(*database_);
    Statement(*database_, "UPDATE reviews SET rating = ? WHERE id = ?")
        .bind(1, static_cast<std::int64_t>(grade))
        .bind(2, review)
        .run();
    Statement of(*database_, "SELECT learner, card FROM reviews WHERE id = ?");
    of.bind(1, review);
    StudyCard card;
    if (of.step()) card = replay(of.integer(0), of.text(1), schedule_of(of.integer(0)));
    all.commit();
    return card;
}

StudyCard Progress::take_back(std::int64_t review) {
    Transaction all(*database_);
    StudyCard card;
    Statement of(*database_, "SELECT learner, card FROM reviews WHERE id = ?");
    of.bind(1, review);
    if (of.step()) {
        const std::int64_t learner = of.integer(0);
        const std::string text = of.text(1);
        Statement(*database_, "DELETE FROM reviews WHERE id = ?").bind(1, review).run();
        card = replay(learner, text, schedule_of(learner));
    }
    all.commit();
    return card;
}

CardStates Progress::cards(std::int64_t learner) const {
    CardStates states;
    Statement rows(
        *database_,
        "SELECT card, stage, stability, difficulty, step, scheduled_days, reps, lapses, due, last FROM cards "
        "WHERE learner = ?");
    rows.bind(1, learner);
    while (rows.step()) {
        StudyCard card;
        card.stage = static_cast<StudyStage>(std::clamp<std::int64_t>(rows.integer(1), 0, 3));
        card.stability = rows.real(2);
        card.difficulty = rows.real(3);
        card.step = static_cast<int>(rows.integer(4));
        card.scheduled_days = static_cast<int>(rows.integer(5));
        card.reps = static_cast<int>(rows.integer(6));
        card.lapses = static_cast<int>(rows.integer(7));
        card.due = time_of(rows.integer(8));
        if (!rows.is_null(9)) card.last_review = time_of(rows.integer(9));
        states.insert_or_assign(rows.text(0), card);
    }
    return states;
}

std::vector<KeptReview> Progress::reviews(std::int64_t learner, std::optional<UtcTime> since) const {
    std::vector<KeptReview> all;
    Statement rows(*database_,
                   fmt::format("SELECT {} FROM reviews WHERE learner = ? AND at >= ? ORDER BY at, id", review_columns));
    rows.bind(1, learner).bind(2, since ? number_of(*since) : std::numeric_limits<std::int64_t>::min());
    while (rows.step()) all.push_back(review_of(rows));
    return all;
}

std::int64_t Progress::answers(std::int64_t learner) const {
    Statement row(*database_, "SELECT count(*) FROM reviews WHERE learner = ?");
    row.bind(1, learner);
    return row.step() ? row.integer(0) : 0;
}

DoneToday Progress::done_between(std::int64_t learner, UtcTime day_begins, UtcTime day_ends) const {
    DoneToday done;
    for (const KeptReview& review : reviews(learner, day_begins))
        if (review.at < day_ends && done.cards.insert(review.card).second)
            done.new_cards += review.before == StudyStage::fresh;
    return done;
}

Progress::Latest Progress::latest(std::int64_t learner) const {
    Latest latest;
    Statement last(*database_, "SELECT at, id FROM reviews WHERE learner = ? ORDER BY at DESC, id DESC LIMIT 1");
    last.bind(1, learner);
    if (!last.step()) return latest;
    latest.at = time_of(last.integer(0));
    Statement since(*database_, "SELECT DISTINCT card FROM reviews WHERE id > ? AND +learner = ?");
    since.bind(1, last.integer(1)).bind(2, learner);
    while (since.step()) latest.since.insert(since.text(0));
    return latest;
}

fs::path progress_file() {
    const fs::path folder = data_folder();
    return folder.empty() ? fs::path{} : folder / "study.db";
}

}  // namespace myomap
