#pragma once
// SQLite, as far as the program needs it: a database, its statements, and what went wrong as a message.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/failure.h"

struct sqlite3;
struct sqlite3_stmt;

namespace myomap {

struct DatabaseError : Failure {
    using Failure::Failure;
};

// What is in the file is no database, or not any more.
struct DamagedDatabase : DatabaseError {
    using DatabaseError::DatabaseError;
};

enum class Access {
    write,  // the file is made where it is missing; where nothing can be written it is opened for reading
    read,   // nothing is written, beside it neither
};

class Database;

// One statement with its values, which are numbered from 1; rows come one after the other.
class Statement {
public:
    Statement(const Database& database, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    Statement& bind(int number, std::int64_t value);
    Statement& bind(int number, double value);
    Statement& bind(int number, std::string_view value);
    Statement& bind_nothing(int number);

    // Whether there is a row. Throws DatabaseError.
    bool step();
    // Does all of it, and makes it ready for other values.
    void run();
    void reset();  // ready for other values

    // Of the row; columns are numbered from 0.
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    bool is_null(int column) const;

private:
    const Database& database_;
    sqlite3_stmt* statement_ = nullptr;
};

class Database {
public:
    // A file that is made is its owner's alone. In memory where the path is empty. Throws DatabaseError.
    explicit Database(const std::filesystem::path& file, Access access = Access::write);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    // For now: where the disk was full, the next transaction tries again.
    bool read_only() const { return read_only_; }
    // Why, while it is; empty otherwise.
    Message why_read_only() const;
    const std::filesystem::path& file() const { return file_; }
    // Another connection has written since this was last asked. False for the first time.
    bool changed_elsewhere();

    // One or several statements without values.
    void run(const char* sql) const;
    std::int64_t number(const char* sql) const;  // the first value of the first row
    std::int64_t last_id() const;
    std::int64_t changes() const;  // rows written so far

    // From now on nobody who reads waits for who writes.
    void write_ahead() const;
    // Throws DamagedDatabase where the pages of these tables, or of all with "", don't hold together.
    void check(const std::string& table = "") const;
    // All of it as the bytes of a file, consistent whatever else is written meanwhile.
    std::vector<std::uint8_t> image() const;

private:
    friend class Statement;
    friend class Transaction;
    [[noreturn]] void fail(int code) const;
    void open(Access access);
    void close();
    int look() const;
    void only_read(int why);
    void begin();

    std::filesystem::path file_;
    sqlite3* handle_ = nullptr;
    bool read_only_ = false;
    bool stands_in_ = false;            // it is read because it could not be opened for writing
    Message why_;                       // it is read only
    std::optional<std::int64_t> seen_;  // version of what others wrote
};

// All of what is done while it lives, or, without commit(), nothing.
class Transaction {
public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Database& database_;
    bool open_ = true;
};

}  // namespace myomap
