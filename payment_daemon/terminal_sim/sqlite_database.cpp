// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/sqlite_database.h"

#include <sqlite3.h>

namespace coffee::terminal {

namespace {

[[noreturn]] void fail(sqlite3* database, std::string_view what)
{
    if (database && sqlite3_errcode(database) == SQLITE_BUSY)
        throw DatabaseError{"another terminal_sim has these books open"};
    const char* why = database ? sqlite3_errmsg(database) : "out of memory";
    throw DatabaseError{std::string{what} + ": " + why};
}

} // namespace

SqliteDatabase::SqliteDatabase(const std::string& path)
{
    sqlite3* handle = nullptr;
    const int opened =
        sqlite3_open_v2(path.c_str(), &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    m_handle.reset(handle);
    if (opened != SQLITE_OK)
        fail(handle, "cannot open " + path);
    sqlite3_extended_result_codes(handle, 1);
    // EXCLUSIVE before WAL: no shared-memory file, and a second process is refused.
    run("PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; BEGIN IMMEDIATE; COMMIT;");
    const auto holds = [this](const char* pragma, std::string_view value) {
        SqliteStatement statement{*this, pragma};
        return statement.step() && statement.text(0) == value;
    };
    if (!holds("PRAGMA journal_mode", "wal") || !holds("PRAGMA synchronous", "2") ||
        !holds("PRAGMA locking_mode", "exclusive") || !holds("PRAGMA foreign_keys", "1"))
        throw DatabaseError{path + " does not keep its settings"};
}

void SqliteDatabase::run(const char* sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(m_handle.get(), "the ledger refused a step");
}

void SqliteDatabase::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

SqliteStatement::SqliteStatement(const SqliteDatabase& database, const char* sql)
    : m_database{database.handle()}
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        fail(m_database, "the ledger does not understand a statement");
    m_statement.reset(statement);
}

SqliteStatement& SqliteStatement::bind(std::int64_t value)
{
    if (sqlite3_bind_int64(m_statement.get(), ++m_bound, value) != SQLITE_OK)
        fail(m_database, "a number was not bound");
    return *this;
}

SqliteStatement& SqliteStatement::bind(std::string_view value)
{
    if (sqlite3_bind_text64(m_statement.get(), ++m_bound, value.data(), value.size(),
                            SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
        fail(m_database, "a text was not bound");
    return *this;
}

bool SqliteStatement::step()
{
    const int result = sqlite3_step(m_statement.get());
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        fail(m_database, "the ledger refused a step");
    return result == SQLITE_ROW;
}

void SqliteStatement::run()
{
    while (step()) {
    }
}

std::int64_t SqliteStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string SqliteStatement::text(int column) const
{
    const unsigned char* bytes = sqlite3_column_text(m_statement.get(), column);
    std::string text;
    for (int i = 0; i < sqlite3_column_bytes(m_statement.get(), column); ++i)
        text.push_back(static_cast<char>(bytes[i]));
    return text;
}

void SqliteStatement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

SqliteTransaction::SqliteTransaction(SqliteDatabase& database) : m_database{database}
{
    m_database.run("BEGIN IMMEDIATE");
}

SqliteTransaction::~SqliteTransaction()
{
    if (m_isOpen)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteTransaction::commit()
{
    m_database.run("COMMIT");
    m_isOpen = false;
}

} // namespace coffee::terminal
