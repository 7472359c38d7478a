// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace coffee::terminal {

/// The file cannot be opened, read or written. The program ends: what is committed is safe.
class DatabaseError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One SQLite file, open by this process alone: write-ahead log, every commit synced. One thread.
class SqliteDatabase final {
public:
    /// Opens or makes the file. Throws DatabaseError, also when another process has it.
    explicit SqliteDatabase(const std::string& path);

    /// Runs statements that return nothing. Throws DatabaseError.
    void run(const char* sql);
    [[nodiscard]] sqlite3* handle() const { return m_handle.get(); }

private:
    struct Close {
        void operator()(sqlite3* handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// One prepared statement for one use: bind in order, then `step` until it says no.
class SqliteStatement final {
public:
    SqliteStatement(const SqliteDatabase& database, const char* sql);

    SqliteStatement& bind(std::int64_t value);
    SqliteStatement& bind(std::string_view value);
    /// True while there is a row to read. Throws DatabaseError.
    [[nodiscard]] bool step();
    /// Steps a statement that has no rows.
    void run();

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    sqlite3* m_database;
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    int m_bound{0};
};

/// Everything between its construction and `commit`, or nothing.
class SqliteTransaction final {
public:
    explicit SqliteTransaction(SqliteDatabase& database);
    /// Undoes what was not committed.
    ~SqliteTransaction();
    SqliteTransaction(const SqliteTransaction&) = delete;
    SqliteTransaction& operator=(const SqliteTransaction&) = delete;
    void commit();

private:
    SqliteDatabase& m_database;
    bool m_isOpen{true};
};

} // namespace coffee::terminal
