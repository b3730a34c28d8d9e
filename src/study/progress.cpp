#include "study/progress.h"

#include <algorithm>
#include <array>
#include <limits>
#include <random>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/atomic_file.h"
#include "base/folders.h"
#include "base/text.h"
#include "base/word.h"
#include "study/database.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t application = 0x4d796f53;  // "MyoS"
constexpr std::int64_t version = 1;

constexpr const char* tables = R"(
    CREATE TABLE learners(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, name TEXT NOT NULL, since INTEGER NOT NULL,
                          settings TEXT NOT NULL);
    CREATE TABLE reviews(id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
                         learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE,
                         card TEXT NOT NULL, at INTEGER NOT NULL, follows INTEGER NOT NULL, rating INTEGER NOT NULL,
                         score REAL, took INTEGER NOT NULL, before INTEGER NOT NULL, days INTEGER NOT NULL);
    CREATE INDEX reviews_of_card ON reviews(learner, card, follows);
    CREATE INDEX reviews_by_time ON reviews(learner, at);
    CREATE TABLE cards(learner INTEGER NOT NULL REFERENCES learners(id) ON DELETE CASCADE, card TEXT NOT NULL,
                       stage INTEGER NOT NULL, stability REAL NOT NULL, difficulty REAL NOT NULL, step INTEGER NOT NULL,
                       scheduled_days INTEGER NOT NULL, reps INTEGER NOT NULL, lapses INTEGER NOT NULL,
                       due INTEGER NOT NULL, last INTEGER, PRIMARY KEY(learner, card)) WITHOUT ROWID;
)";

std::int64_t number(UtcTime time) { return time.time_since_epoch().count(); }
UtcTime time_of(std::int64_t number) { return UtcTime(std::chrono::milliseconds(number)); }

std::string shortened(std::string name) {
    name = in_one_line(name);
    std::size_t end = std::min(name.size(), longest_learner_name);
    while (end > 0 && end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) --end;
    name.resize(end);
    return name;
}

// RFC 4180: quoted where it has a sign that means something.
std::string quoted(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string all = "\"";
    for (const char c : text) all += c == '"' ? std::string("\"\"") : std::string(1, c);
    return all + "\"";
}

// The folder above a file, made where it is missing. It is the user's own matter who may look into it.
void make_folder_of(const fs::path& file) {
    std::error_code error;
    if (!file.parent_path().empty()) fs::create_directories(file.parent_path(), error);
    if (error)
        throw DatabaseError(word("The folder {} can't be made: {}"), {file.parent_path().string(), error.message()});
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
    std::error_code ignored;
    const bool is_new = !fs::exists(file, ignored) || fs::file_size(file, ignored) == 0;
    database_ = std::make_unique<Database>(file);
    make_tables(is_new);
}

Progress::Progress() : database_(std::make_unique<Database>("")) { make_tables(true); }

Progress::~Progress() = default;

void Progress::make_tables(bool is_new) {
    const Database& db = *database_;
    if (is_new) {
        Transaction all(db);
        // Another window may have made them meanwhile.
        if (db.number("PRAGMA user_version") == 0 && db.number("SELECT count(*) FROM sqlite_master") == 0) {
            db.run(tables);
            db.run(fmt::format("PRAGMA application_id = {}", application).c_str());
            db.run(fmt::format("PRAGMA user_version = {}", version).c_str());
        }
        all.commit();
    }
    if (db.number("PRAGMA application_id") != application)
        throw DatabaseError(
            word("{} is no progress of Myomap's learners; it is left as it is. Move it elsewhere, or name "
                 "another file."),
            {db.file().string()});
    if (db.number("PRAGMA user_version") > version)
        throw DatabaseError(word("{} was written by a newer Myomap; it is left as it is. Use that one, or name another "
                                 "file."),
                            {db.file().string()});
    const auto is_whole = [&] {
        Statement check(db, "PRAGMA quick_check(1)");
        return check.step() && check.text(0) == "ok";
    };
    if (!is_whole())
        throw DatabaseError(
            word("{} is damaged; it is left as it is. Put a backup in its place, or move it elsewhere to "
                 "begin anew."),
            {db.file().string()});
    if (!db.read_only()) {
        db.run("PRAGMA journal_mode = WAL");
        db.run("PRAGMA synchronous = FULL");  // on the disk at every commit
    }
}

bool Progress::read_only() const { return database_->read_only(); }
bool Progress::in_memory() const { return database_->file().empty(); }

std::vector<Learner> Progress::learners() const {
    std::vector<Learner> all;
    Statement rows(*database_, "SELECT id, name, since, settings FROM learners ORDER BY id");
    while (rows.step())
        all.push_back({rows.integer(0), rows.text(1), time_of(rows.integer(2)), learner_settings(rows.text(3))});
    return all;
}

Learner Progress::add_learner(const std::string& name, UtcTime now) {
    Learner learner{.name = shortened(name), .since = now};
    Transaction all(*database_);
    const std::vector<Learner> there = learners();
    const std::string plain = learner.name;
    for (int i = 2; std::ranges::find(there, learner.name, &Learner::name) != there.end(); ++i)
        learner.name = fmt::format("{} {}", plain, i);
    Statement(*database_, "INSERT INTO learners(uid, name, since, settings) VALUES(?, ?, ?, ?)")
        .bind(1, Review::new_uid())
        .bind(2, learner.name)
        .bind(3, number(now))
        .bind(4, to_json(learner.settings))
        .run();
    learner.id = database_->last_id();
    all.commit();
    return learner;
}

void Progress::rename_learner(std::int64_t learner, const std::string& name) {
    Statement(*database_, "UPDATE learners SET name = ? WHERE id = ?").bind(1, shortened(name)).bind(2, learner).run();
}

void Progress::change_settings(std::int64_t learner, const LearnerSettings& settings) {
    Statement(*database_, "UPDATE learners SET settings = ? WHERE id = ?")
        .bind(1, to_json(settings))
        .bind(2, learner)
        .run();
}

void Progress::remove_learner(std::int64_t learner) {
    Statement(*database_, "DELETE FROM learners WHERE id = ?").bind(1, learner).run();
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
    FsrsParameters parameters;
    if (row.step()) parameters.retention = learner_settings(row.text(0)).retention;
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
    Statement kept(*database_,
                   "INSERT OR REPLACE INTO cards(learner, card, stage, stability, difficulty, step, scheduled_days, "
                   "reps, lapses, due, last) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    kept.bind(1, learner).bind(2, card).bind(3, static_cast<std::int64_t>(state.stage));
    kept.bind(4, state.stability).bind(5, state.difficulty).bind(6, std::int64_t{state.step});
    kept.bind(7, std::int64_t{state.scheduled_days}).bind(8, std::int64_t{state.reps});
    kept.bind(9, std::int64_t{state.lapses}).bind(10, number(state.due));
    if (state.last_review)
        kept.bind(11, number(*state.last_review));
    else
        kept.bind_nothing(11);
    kept.run();
    return state;
}

Progress::Kept Progress::keep(std::int64_t learner, const Review& review) {
    const Database& db = *database_;
    Transaction all(db);
    Kept kept;
    Statement last(db, "SELECT max(at), max(follows) FROM reviews WHERE learner = ? AND card = ? AND uid <> ?");
    last.bind(1, learner).bind(2, review.card).bind(3, review.uid);
    std::int64_t follows = number(review.at);
    if (last.step() && !last.is_null(0)) {
        kept.clock_set_back = number(review.at) < last.integer(0);
        follows = std::max(follows, last.integer(1));
    }
    Statement add(db,
                  "INSERT OR IGNORE INTO reviews(uid, learner, card, at, follows, rating, score, took, before, days) "
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, 0)");
    add.bind(1, review.uid).bind(2, learner).bind(3, review.card).bind(4, number(review.at)).bind(5, follows);
    add.bind(6, static_cast<std::int64_t>(review.grade));
    if (review.score) add.bind(7, static_cast<double>(*review.score));
    add.bind(8, std::int64_t{review.took.count()});
    add.run();
    Statement id(db, "SELECT id FROM reviews WHERE uid = ?");
    id.bind(1, review.uid);
    if (id.step()) kept.review = id.integer(0);
    kept.card = replay(learner, review.card, schedule_of(learner));
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
    rows.bind(1, learner).bind(2, since ? number(*since) : std::numeric_limits<std::int64_t>::min());
    while (rows.step()) all.push_back(review_of(rows));
    return all;
}

DoneToday Progress::done_since(std::int64_t learner, UtcTime day_begins) const {
    DoneToday done;
    for (const KeptReview& review : reviews(learner, day_begins))
        if (done.cards.insert(review.card).second) done.new_cards += review.before == StudyStage::fresh;
    return done;
}

void Progress::back_up(const fs::path& target) const {
    // Beside it first: an older backup stays whole until the new one is.
    fs::path beside = target;
    beside += ".part";
    std::error_code error;
    fs::remove(beside, error);
    try {
        database_->copy_to(beside);
    } catch (...) {
        fs::remove(beside, error);
        throw;
    }
    fs::rename(beside, target, error);
    if (!error) return;
    const std::string reason = error.message();
    fs::remove(beside, error);
    throw DatabaseError(word("{} can't be written: {}"), {target.string(), reason});
}

std::size_t Progress::take_over(const fs::path& backup) {
    std::error_code error;
    if (!fs::is_regular_file(backup, error)) throw DatabaseError(word("{}: there is no such file"), {backup.string()});
    const Progress other(backup);
    const Database& from = *other.database_;
    std::size_t came = 0;
    Transaction all(*database_);
    Statement learners(from, "SELECT id, uid, name, since, settings FROM learners ORDER BY id");
    while (learners.step()) {
        Statement(*database_, "INSERT OR IGNORE INTO learners(uid, name, since, settings) VALUES(?, ?, ?, ?)")
            .bind(1, learners.text(1))
            .bind(2, learners.text(2))
            .bind(3, learners.integer(3))
            .bind(4, learners.text(4))
            .run();
        Statement own(*database_, "SELECT id FROM learners WHERE uid = ?");
        own.bind(1, learners.text(1));
        if (!own.step()) continue;
        const std::int64_t learner = own.integer(0);
        std::set<std::string> changed;
        Statement rows(from,
                       "SELECT uid, card, at, follows, rating, score, took FROM reviews WHERE learner = ? ORDER BY id");
        rows.bind(1, learners.integer(0));
        Statement add(*database_,
                      "INSERT OR IGNORE INTO reviews(uid, learner, card, at, follows, rating, score, took, before, "
                      "days) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, 0)");
        const std::int64_t before = database_->number("SELECT total_changes()");
        while (rows.step()) {
            add.bind(1, rows.text(0)).bind(2, learner).bind(3, rows.text(1)).bind(4, rows.integer(2));
            add.bind(5, rows.integer(3)).bind(6, rows.integer(4));
            if (!rows.is_null(5)) add.bind(7, rows.real(5));
            add.bind(8, rows.integer(6));
            add.run();
            changed.insert(rows.text(1));
        }
        came += static_cast<std::size_t>(database_->number("SELECT total_changes()") - before);
        const Fsrs fsrs = schedule_of(learner);
        for (const std::string& card : changed) replay(learner, card, fsrs);
    }
    all.commit();
    return came;
}

std::string Progress::csv(std::int64_t learner) const {
    std::string text = "at,card,kind,of,grade,score,seconds,stage_before,days_since\r\n";
    for (const KeptReview& review : reviews(learner)) {
        const auto key = card_key(review.card);
        text += fmt::format("{},{},{},{},{},{},{:.1f},{},{}\r\n", to_text(review.at), quoted(review.card),
                            key ? to_text(key->kind) : "", quoted(key ? key->of : ""), static_cast<int>(review.grade),
                            review.score ? fmt::format("{:.3f}", *review.score) : "",
                            static_cast<double>(review.took.count()) / 1000, to_text(review.before), review.days);
    }
    return text;
}

fs::path progress_file() {
    const fs::path folder = data_folder();
    return folder.empty() ? fs::path{} : folder / "study.db";
}

std::string to_json(const LearnerSettings& settings) {
    nlohmann::json json{{"retention", settings.retention},     {"cards_a_day", settings.cards_a_day},
                        {"new_a_day", settings.new_a_day},     {"deck", settings.deck},
                        {"own_muscles", settings.own_muscles}, {"first_lesson_done", settings.first_lesson_done}};
    json["kinds"] = nlohmann::json::array();
    for (const QuestionKind kind : settings.kinds) json["kinds"].push_back(to_text(kind));
    return json.dump();
}

LearnerSettings learner_settings(const std::string& text) {
    LearnerSettings settings;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) return settings;
    const auto take = [&](const char* key, auto& into, const auto& is_right) {
        if (const auto it = json.find(key); it != json.end() && is_right(*it)) it->get_to(into);
    };
    const auto is_count = [](const nlohmann::json& j) {
        return j.is_number_integer() && j >= 0 && j <= most_cards_a_day;
    };
    take("retention", settings.retention,
         [](const nlohmann::json& j) { return j.is_number() && j >= least_retention && j <= most_retention; });
    take("cards_a_day", settings.cards_a_day, is_count);
    take("new_a_day", settings.new_a_day, is_count);
    take("deck", settings.deck, [](const nlohmann::json& j) { return j.is_string(); });
    take("first_lesson_done", settings.first_lesson_done, [](const nlohmann::json& j) { return j.is_boolean(); });
    take("own_muscles", settings.own_muscles, [](const nlohmann::json& j) {
        return j.is_array() && std::ranges::all_of(j, [](const auto& one) { return one.is_string(); });
    });
    if (const auto it = json.find("kinds"); it != json.end() && it->is_array()) {
        settings.kinds.clear();
        for (const auto& one : *it)
            if (one.is_string())
                if (const auto kind = question_kind(one.get<std::string>())) settings.kinds.push_back(*kind);
        if (settings.kinds.empty()) settings.kinds = LearnerSettings{}.kinds;
    }
    return settings;
}

}  // namespace myomap
