// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/statement.h"

#include <sqlite3.h>

#include <limits>

namespace coffee::daemon {
namespace {

[[noreturn]] void fail(sqlite3* connection, int code)
{
    throw DatabaseError{sqlite3_extended_errcode(connection) != SQLITE_OK
                            ? sqlite3_extended_errcode(connection)
                            : code,
                        sqlite3_errmsg(connection)};
}

int primary(int code)
{
    return code & 0xff;
}

} // namespace

DatabaseError::DatabaseError(int code, const std::string& sentence)
    : std::runtime_error{sentence}, m_code{code}
{
}

bool DatabaseError::isFull() const
{
    return primary(m_code) == SQLITE_FULL;
}

bool DatabaseError::isConstraint() const
{
    return primary(m_code) == SQLITE_CONSTRAINT;
}

bool DatabaseError::isDamaged() const
{
    return primary(m_code) == SQLITE_CORRUPT;
}

bool DatabaseError::isLocked() const
{
    return primary(m_code) == SQLITE_BUSY || primary(m_code) == SQLITE_LOCKED;
}

bool DatabaseError::isForeign() const
{
    return primary(m_code) == SQLITE_NOTADB;
}

bool DatabaseError::cannotOpen() const
{
    return primary(m_code) == SQLITE_CANTOPEN || primary(m_code) == SQLITE_READONLY ||
           primary(m_code) == SQLITE_PERM;
}

Rows::~Rows()
{
    if (m_statement)
        sqlite3_reset(m_statement);
}

bool Rows::next()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        fail(sqlite3_db_handle(m_statement), code);
    return false;
}

int Rows::columnCount() const
{
    return sqlite3_column_count(m_statement);
}

std::string Rows::columnName(int column) const
{
    return sqlite3_column_name(m_statement, column);
}

std::int64_t Rows::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::int32_t Rows::number(int column) const
{
    const std::int64_t value = integer(column);
    if (value < std::numeric_limits<std::int32_t>::min() ||
        value > std::numeric_limits<std::int32_t>::max())
        throw DatabaseError{SQLITE_CORRUPT, "a number in the ledger is out of range"};
    return static_cast<std::int32_t>(value);
}

std::string_view Rows::view(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return bytes ? std::string_view{bytes, static_cast<std::size_t>(size)} : std::string_view{};
}

bool Rows::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

Cell Rows::cell(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return sqlite3_column_double(m_statement, column);
    case SQLITE_NULL:
        return std::monostate{};
    default:
        return text(column);
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Statement::Statement(sqlite3* connection, std::string_view sql)
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        fail(connection, code);
    m_statement.reset(statement);
}

void Statement::bindAll(std::initializer_list<Parameter> parameters)
{
    ++m_timesRun;
    sqlite3_stmt* statement = m_statement.get();
    if (sqlite3_bind_parameter_count(statement) != static_cast<int>(parameters.size()))
        throw std::logic_error{std::string{"wrong number of parameters: "} +
                               sqlite3_sql(statement)};
    int index = 0;
    for (const Parameter& parameter : parameters) {
        ++index;
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&parameter.m_value))
            code = sqlite3_bind_int64(statement, index, *number);
        else if (const auto* text = std::get_if<std::string_view>(&parameter.m_value))
            // An empty view may have no address, and that would be NULL.
            code = sqlite3_bind_text64(statement, index, text->empty() ? "" : text->data(),
                                       text->size(), SQLITE_TRANSIENT, SQLITE_UTF8);
        else
            code = sqlite3_bind_null(statement, index);
        if (code != SQLITE_OK)
            fail(sqlite3_db_handle(statement), code);
    }
}

int Statement::finish()
{
    sqlite3* connection = sqlite3_db_handle(m_statement.get());
    Rows rows{m_statement.get()};
    while (rows.next()) {
    }
    return sqlite3_changes(connection);
}

void Connection::Close::operator()(sqlite3* connection) const
{
    sqlite3_close_v2(connection);
}

Connection::Connection(const std::filesystem::path& file, OpenMode mode)
{
    // Before SQLite's first use: nobody asks how much memory it uses, and keeping the sum takes a
    // lock at every allocation.
    [[maybe_unused]] static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == OpenMode::Create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3* connection = nullptr;
    const int code = sqlite3_open_v2(file.c_str(), &connection, flags, nullptr);
    m_connection.reset(connection);
    if (code != SQLITE_OK)
        throw DatabaseError{code, connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code)};
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

std::int64_t Connection::statementsRun() const
{
    std::int64_t sum = 0;
    for (const auto& [sql, statement] : m_statements)
        sum += statement.timesRun();
    return sum;
}

std::vector<std::string> Connection::queryPlans()
{
    std::vector<std::string> plans;
    for (const auto& [sql, statement] : m_statements) {
        Statement explain = prepare("EXPLAIN QUERY PLAN " + std::string{sql});
        Rows step = explain.queryUnbound();
        while (step.next())
            plans.push_back(step.text(3) + " | " + std::string{sql});
    }
    return plans;
}

void Connection::leaveLogAtClose(bool leave)
{
    sqlite3_db_config(m_connection.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave ? 1 : 0, nullptr);
}

bool Connection::hasDeferredViolations() const
{
    int current = 0;
    int highest = 0;
    sqlite3_db_status(m_connection.get(), SQLITE_DBSTATUS_DEFERRED_FKS, &current, &highest, 0);
    return current != 0;
}

void Connection::interruptWhen(std::function<bool()> wanted)
{
    constexpr int kInstructionsBetween = 100'000; // a few milliseconds of work
    m_interrupt = std::move(wanted);
    sqlite3_progress_handler(
        m_connection.get(), kInstructionsBetween,
        [](void* self) { return static_cast<Connection*>(self)->m_interrupt() ? 1 : 0; }, this);
}

Statement& Connection::statement(std::string_view sql)
{
    const auto found = m_statements.find(sql);
    if (found != m_statements.end())
        return found->second;
    return m_statements.emplace(sql, Statement{m_connection.get(), sql}).first->second;
}

void Connection::execute(const std::string& sql)
{
    const int code = sqlite3_exec(m_connection.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_connection.get(), code);
}

bool Connection::setPragma(const std::string& name, const std::string& value,
                           std::string_view readBack)
{
    execute("PRAGMA " + name + "=" + value);
    Statement pragma = prepare("PRAGMA " + name);
    Rows rows = pragma.query();
    return rows.next() && rows.view(0) == readBack;
}

std::int64_t Connection::integerOf(std::string_view sql)
{
    Statement query = prepare(sql);
    Rows rows = query.query();
    return rows.next() ? rows.integer(0) : 0;
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_connection.get(), "main") == 1;
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection.get()) == 0;
}

} // namespace coffee::daemon
