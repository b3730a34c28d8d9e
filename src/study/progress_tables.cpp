#include "study/progress_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/word.h"
#include "study/database.h"

namespace myomap {

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

bool is_empty(const Database& db) {
    return db.number("PRAGMA application_id") == 0 && db.number("PRAGMA user_version") == 0 &&
           db.number("SELECT count(*) FROM sqlite_master") == 0;
}

}  // namespace

void make_progress_tables(Database& db) {
    if (!is_empty(db)) return;
    Transaction all(db);
    if (!is_empty(db)) return;  // another window has made them meanwhile
    db.run(tables);
    db.run(fmt::format("PRAGMA application_id = {}", application).c_str());
    db.run(fmt::format("PRAGMA user_version = {}", version).c_str());
    all.commit();
}

void require_progress_tables(const Database& db) {
    const std::string file = db.file().string();
    const DatabaseError damaged(
        word("{} is damaged; it is left as it is. Put a backup in its place, or move it elsewhere to begin anew."),
        {file});
    try {
        if (db.number("PRAGMA application_id") != application)
            throw DatabaseError(
                word("{} is no progress of Myomap's learners; it is left as it is. Move it elsewhere, or "
                     "name another file."),
                {file});
        if (db.number("PRAGMA user_version") > version)
            throw DatabaseError(word("{} was written by a newer Myomap; it is left as it is. Use that one, or name "
                                     "another file."),
                                {file});
        if (db.number("SELECT count(*) FROM sqlite_master WHERE name IN ('learners', 'reviews', 'cards')") != 3)
            throw damaged;
        db.check("learners");
        db.check("cards");
    } catch (const DamagedDatabase&) {
        throw damaged;
    }
}

std::int64_t number_of(UtcTime time) { return time.time_since_epoch().count(); }

UtcTime time_of(std::int64_t number) {
    constexpr UtcTime last = std::chrono::sys_days(std::chrono::year(9000) / 1 / 1);
    return UtcTime(std::chrono::milliseconds(std::clamp<std::int64_t>(number, 0, number_of(last))));
}

}  // namespace myomap
