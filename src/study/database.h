#pragma once
// SQLite, as far as the program needs it: a database, its statements, and what went wrong as a message.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/failure.h"

struct sqlite3;
struct sqlite3_stmt;

namespace myomap {

struct DatabaseError : Failure {
    using Failure::Failure;
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
    // Opens the file, or makes it, readable by its owner alone. In memory where the path is empty. Throws
    // DatabaseError; a file that can only be read is opened so.
    explicit Database(const std::filesystem::path& file);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    bool read_only() const { return read_only_; }
    const std::filesystem::path& file() const { return file_; }

    // One or several statements without values.
    void run(const char* sql) const;
    std::int64_t number(const char* sql) const;  // the first value of the first row
    std::int64_t last_id() const;

    // Copies all of it into a new file, consistent whatever else is written meanwhile.
    void copy_to(const std::filesystem::path& target) const;
    // What a file of it would hold.
    std::string bytes() const;

private:
    friend class Statement;
    [[noreturn]] void fail(int code) const;

    std::filesystem::path file_;
    sqlite3* handle_ = nullptr;
    bool read_only_ = false;
};

// All of what is done while it lives, or, without commit(), nothing.
class Transaction {
public:
    explicit Transaction(const Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    const Database& database_;
    bool open_ = true;
};

}  // namespace myomap
