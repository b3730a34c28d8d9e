#include "study/database.h"

#include <cerrno>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "base/word.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr int wait_ms = 5000;  // for another window that writes

bool is_no_room(int error) { return error == ENOSPC || error == EDQUOT || error == EFBIG; }

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
            // What stands beside the file for several windows takes room on the disk, too.
            if (code == SQLITE_IOERR_SHMSIZE || (handle && is_no_room(sqlite3_system_errno(handle))))
                return word("the disk is full");
            return word("the disk can't be read or written");
        default:
            return {std::string(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code)), {}};
    }
}

// Whether not the file is to blame, but where it lies: protected, full, not there.
bool is_of_the_place(int code) {
    const int kind = code & 0xff;
    return kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY || kind == SQLITE_PERM || kind == SQLITE_IOERR ||
           kind == SQLITE_FULL;
}

// Whether all of it is in the one file: nobody has it open, nor was anyone killed who had.
bool lies_still(const fs::path& file) {
    const auto is_empty = [&](const char* ending) {
        fs::path beside = file;
        beside += ending;
        std::error_code error;
        const auto size = fs::file_size(beside, error);
        return error || size == 0;
    };
    return is_empty("-wal") && is_empty("-journal");
}

// As SQLite is told of a file that nobody changes: read without locks and without a file beside it.
std::string immutable(const fs::path& file) {
    std::string uri = "file:";
    for (const char c : fs::absolute(file).string()) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/';
        uri += is_plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

}  // namespace

Database::Database(const fs::path& file, Access access) : file_(file) {
    try {
        open(access);
        // The first look shows whether what SQLite needs beside the file can be made.
        if (const int code = look(); access == Access::write && is_of_the_place(code))
            only_read(code);
        else if (code != SQLITE_OK)
            fail(code);
    } catch (...) {
        close();
        throw;
    }
}

Database::~Database() { close(); }

void Database::open(Access access) {
    const bool in_memory = file_.empty();
    // Empty with the right mode first, so that nobody reads it in between. An old one keeps its own.
    if (access == Access::write && !in_memory)
        if (const int made = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600); made >= 0)
            ::close(made);
    const std::string name = in_memory                                     ? ":memory:"
                             : access == Access::read && lies_still(file_) ? immutable(file_)
                                                                           : file_.string();
    const int flags =
        access == Access::read ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(name.c_str(), &handle_, flags, nullptr);
    if (code != SQLITE_OK) fail(code);
    read_only_ = sqlite3_db_readonly(handle_, "main") == 1;
    sqlite3_extended_result_codes(handle_, 1);
    sqlite3_busy_timeout(handle_, wait_ms);
}

int Database::look() const {
    // The second needs to read the file: what is committed is on the disk.
    return sqlite3_exec(handle_, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA schema_version", nullptr,
                        nullptr, nullptr);
}

void Database::only_read(int why) {
    const DatabaseError first("{}: {}", {file_.string(), MessageArgument(reason(handle_, why))});
    close();
    open(Access::read);
    if (look() != SQLITE_OK) throw first;
    stands_in_ = true;
    why_ = first.message;
}

Message Database::why_read_only() const {
    if (!read_only_) return {};
    return stands_in_ ? why_ : Message("{}: {}", {file_.string(), MessageArgument(reason(handle_, SQLITE_READONLY))});
}

bool Database::changed_elsewhere() {
    const std::int64_t now = number("PRAGMA data_version");
    const auto before = std::exchange(seen_, now);
    return before && *before != now;
}

void Database::begin() {
    if (stands_in_) {
        close();
        open(Access::write);
        if (const int code = look(); code == SQLITE_OK) {
            stands_in_ = false;
        } else {
            const bool is_full = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_FULL;
            const DatabaseError why(
                "{}: {}", {file_.string(), MessageArgument(reason(handle_, is_full ? code : SQLITE_READONLY))});
            only_read(code);
            throw why;
        }
    }
    run("BEGIN IMMEDIATE");
}

void Database::close() {
    sqlite3_close_v2(handle_);
    handle_ = nullptr;
    seen_.reset();  // of that connection
}

void Database::fail(int code) const {
    Message what("{}: {}", {file_.string(), MessageArgument(reason(handle_, code))});
    if (const int kind = code & 0xff; kind == SQLITE_NOTADB || kind == SQLITE_CORRUPT)
        throw DamagedDatabase(std::move(what));
    throw DatabaseError(std::move(what));
}

void Database::run(const char* sql) const {
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

std::int64_t Database::number(const char* sql) const {
    Statement statement(*this, sql);
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_total_changes64(handle_); }

std::int64_t Database::last_id() const { return sqlite3_last_insert_rowid(handle_); }

void Database::write_ahead() const {
    // Several who begin a file at once get into each other's way here, where SQLite itself doesn't wait.
    constexpr int step_ms = 10;
    int code = SQLITE_BUSY;
    for (int waited = 0; code == SQLITE_BUSY && waited < wait_ms; waited += step_ms) {
        code = sqlite3_exec(handle_, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr) & 0xff;
        if (code == SQLITE_BUSY) sqlite3_sleep(step_ms);
    }
    if (code != SQLITE_OK) fail(code);
}

void Database::check(const std::string& table) const {
    Statement check(*this, table.empty() ? "PRAGMA quick_check(1)" : "PRAGMA quick_check('" + table + "')");
    if (!check.step() || check.text(0) != "ok") fail(SQLITE_CORRUPT);
}

std::vector<std::uint8_t> Database::image() const {
    // By way of the memory: what is written out has been read whole and looked through.
    const Database copy("");
    copy.run(fmt::format("PRAGMA page_size = {}", number("PRAGMA page_size")).c_str());
    sqlite3_backup* const backup = sqlite3_backup_init(copy.handle_, "main", handle_, "main");
    if (!backup) copy.fail(sqlite3_errcode(copy.handle_));
    const int code = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE) fail(code);
    try {
        copy.check();
    } catch (const DamagedDatabase&) {
        fail(SQLITE_CORRUPT);  // by the name of this file
    }
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(sqlite3_serialize(copy.handle_, "main", &size, 0),
                                                                sqlite3_free);
    if (!bytes) fail(SQLITE_NOMEM);
    std::vector<std::uint8_t> image(bytes.get(), bytes.get() + size);
    // One file, not three: what is handed on has no journal beside it. These two bytes say that it needs none.
    constexpr std::size_t write_version = 18, read_version = 19;
    if (image.size() > read_version) image[write_version] = image[read_version] = 1;
    return image;
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
    reset();
}

void Statement::reset() {
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

Transaction::Transaction(Database& database) : database_(database) { database.begin(); }

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
