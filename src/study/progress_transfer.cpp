// How progress leaves its file and comes from another: backups, other computers, tables.

#include <set>
#include <system_error>

#include <fmt/format.h>

#include "base/atomic_file.h"
#include "base/csv.h"
#include "base/word.h"
#include "study/card.h"
#include "study/database.h"
#include "study/progress.h"
#include "study/progress_tables.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

// A database that stands at the target and is open: its journal would be taken for one of what replaces it.
bool is_in_use(const fs::path& target) {
    fs::path journal = target;
    journal += "-wal";
    std::error_code error;
    const auto size = fs::file_size(journal, error);
    return !error && size > 0;
}

// Whether a row of another file is an answer as this program keeps them: what it is not can't be scheduled.
bool is_answer(const std::string& card, std::int64_t at, std::int64_t rating, std::int64_t took) {
    return card_key(card) && number_of(time_of(at)) == at && rating >= static_cast<int>(Grade::again) &&
           rating <= static_cast<int>(Grade::easy) && took >= 0;
}

}  // namespace

void Progress::back_up(const fs::path& target) const {
    std::error_code error;
    if (!in_memory() && fs::equivalent(target, database_->file(), error))
        throw DatabaseError(word("{} is what is to be backed up; name another file"), {target.string()});
    if (is_in_use(target))
        throw DatabaseError("{}: {}", {target.string(), Message(word("another program is using it"))});
    const std::vector<std::uint8_t> bytes = database_->image();
    try {
        write_file(target, std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()), OnDisk::yes,
                   Readers::owner);
    } catch (const FileError& failed) {
        throw DatabaseError(failed.message);
    }
}

std::size_t Progress::take_over(const fs::path& backup) {
    std::error_code error;
    if (!fs::is_regular_file(backup, error)) throw DatabaseError(word("{}: there is no such file"), {backup.string()});
    const Database from(backup, Access::read);
    from.check();
    require_progress_tables(from);
    std::size_t came = 0;
    Transaction all(*database_);
    Statement learners(from, "SELECT id, uid, name, since, settings FROM learners ORDER BY id");
    Statement own(*database_, "SELECT id FROM learners WHERE uid = ?");
    const auto own_id = [&]() -> std::optional<std::int64_t> {
        own.bind(1, learners.text(1));
        const auto id = own.step() ? std::optional(own.integer(0)) : std::nullopt;
        own.reset();
        return id;
    };
    while (learners.step()) {
        if (!own_id())
            Statement(*database_, "INSERT INTO learners(uid, name, since, settings) VALUES(?, ?, ?, ?)")
                .bind(1, learners.text(1))
                .bind(2, name_for(learners.text(2)))
                .bind(3, learners.integer(3))
                .bind(4, learners.text(4))
                .run();
        const std::int64_t learner = own_id().value();
        std::set<std::string> changed;
        Statement rows(from,
                       "SELECT uid, card, at, follows, rating, score, took FROM reviews WHERE learner = ? ORDER BY id");
        rows.bind(1, learners.integer(0));
        Statement add(*database_,
                      "INSERT OR IGNORE INTO reviews(uid, learner, card, at, follows, rating, score, took, before, "
                      "days) VALUES(?, ?, ?, ?, ?, ?, ?, ?, 0, 0)");
        while (rows.step()) {
            const std::string card = rows.text(1);
            if (!is_answer(card, rows.integer(2), rows.integer(4), rows.integer(6))) continue;
            add.bind(1, rows.text(0)).bind(2, learner).bind(3, card).bind(4, rows.integer(2));
            add.bind(5, rows.integer(3)).bind(6, rows.integer(4));
            if (!rows.is_null(5)) add.bind(7, rows.real(5));
            add.bind(8, rows.integer(6));
            const std::int64_t before = database_->changes();
            add.run();
            if (database_->changes() == before) continue;
            changed.insert(card);
            ++came;
        }
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
        text += fmt::format("{},{},{},{},{},{},{:.1f},{},{}\r\n", to_text(review.at), csv_cell(review.card),
                            key ? to_text(key->kind) : "", csv_cell(key ? key->of : ""), static_cast<int>(review.grade),
                            review.score ? fmt::format("{:.3f}", *review.score) : "",
                            static_cast<double>(review.took.count()) / 1000, to_text(review.before), review.days);
    }
    return text;
}

}  // namespace myomap
