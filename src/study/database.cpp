#include "study/database.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <system_error>

#include "base/word.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr int wait_ms = 5000;  // for another window that writes

Message reason(sqlite3* handle, int code) {
    switch (code & 0xff) {
        case SQLITE_FULL:
            return word("the disk is full");
        case SQLITE_READONLY:
            return word("it can only be read");
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return word("another program is using it");
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return word("it is damaged, or no file of Myomap's");
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return word("it can't be opened");
        case SQLITE_IOERR:
            return word("the disk can't be read or written");
        default:
            return {std::string(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)), {}};
    }
}

}  // namespace

Database::Database(const fs::path& file) : file_(file) {
    const bool in_memory = file.empty();
    std::error_code ignored;
    // Made empty with the right mode first, so that nobody reads it in between. An old one keeps its own.
    const bool is_new = !in_memory && !fs::exists(file, ignored);
    const mode_t mask = is_new ? umask(0077) : 0;
    const std::string name = in_memory ? ":memory:" : file.string();
    int code = sqlite3_open_v2(name.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (is_new) umask(mask);
    if (code != SQLITE_OK && !in_memory && fs::exists(file, ignored)) {
        sqlite3_close_v2(handle_);
        code = sqlite3_open_v2(name.c_str(), &handle_, SQLITE_OPEN_READONLY, nullptr);
    }
    try {
        if (code != SQLITE_OK) fail(code);
        read_only_ = sqlite3_db_readonly(handle_, "main") == 1;
        sqlite3_extended_result_codes(handle_, 1);
        sqlite3_busy_timeout(handle_, wait_ms);
        run("PRAGMA foreign_keys = ON");
    } catch (...) {
        sqlite3_close_v2(handle_);
        throw;
    }
}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::fail(int code) const {
    throw DatabaseError(word("{}: {}"), {file_.string(), MessageArgument(reason(handle_, code))});
}

void Database::run(const char* sql) const {
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) const {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_); }

void Database::copy_to(const fs::path& target) const {
    const Database copy(target);
    sqlite3_backup* const backup = sqlite3_backup_init(copy.handle_, "main", handle_, "main");
    if (!backup) copy.fail(sqlite3_errcode(copy.handle_));
    sqlite3_backup_step(backup, -1);
    if (const int code = sqlite3_backup_finish(backup); code != SQLITE_OK) copy.fail(code);
    // One file, not three: what is handed on has no journal beside it.
    copy.run("PRAGMA journal_mode = DELETE");
}

std::string Database::bytes() const {
    sqlite3_int64 length = 0;
    const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> all(sqlite3_serialize(handle_, "main", &length, 0),
                                                                      &sqlite3_free);
    if (!all) fail(SQLITE_NOMEM);
    return {reinterpret_cast<const char*>(all.get()), static_cast<std::size_t>(length)};
}

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
    if (const int code =
            sqlite3_prepare_v2(database.handle_, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr);
        code != SQLITE_OK)
        database.fail(code);
}

Statement::~Statement() { sqlite3_finalize(statement_); }

Statement& Statement::bind(int number, std::int64_t value) {
    sqlite3_bind_int64(statement_, number, value);
    return *this;
}

Statement& Statement::bind(int number, double value) {
    sqlite3_bind_double(statement_, number, value);
    return *this;
}

Statement& Statement::bind(int number, std::string_view value) {
    sqlite3_bind_text(statement_, number, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement& Statement::bind_nothing(int number) {
    sqlite3_bind_null(statement_, number);
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW && code != SQLITE_DONE) database_.fail(code);
    return code == SQLITE_ROW;
}

void Statement::run() {
    while (step()) {
    }
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }
double Statement::real(int column) const { return sqlite3_column_double(statement_, column); }
bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::string Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : "";
}

Transaction::Transaction(const Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
    if (!open_) return;
    try {
        database_.run("ROLLBACK");
    } catch (const DatabaseError&) {
        // A full disk has rolled it back already.
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace myomap
