// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// The small part of SQLite's C interface that the ledger uses, with errors as exceptions. All of
/// it belongs to the one thread that opened the connection.
namespace coffee::daemon {

/// What SQLite could not do. `code` is its extended result code.
class DatabaseError : public std::runtime_error {
public:
    DatabaseError(int code, const std::string& sentence);

    [[nodiscard]] int code() const { return m_code; }
    [[nodiscard]] bool isFull() const;
    /// A CHECK, a key or a trigger said no; the statement alone was undone.
    [[nodiscard]] bool isConstraint() const;
    /// The file's bytes are not what SQLite wrote.
    [[nodiscard]] bool isDamaged() const;
    /// Another process holds the file.
    [[nodiscard]] bool isLocked() const;
    /// The file is not a database at all.
    [[nodiscard]] bool isForeign() const;
    /// It is not there, or may not be read or written.
    [[nodiscard]] bool cannotOpen() const;

private:
    int m_code;
};

/// A value to bind; nothing is NULL.
class Parameter {
public:
    Parameter(std::int64_t value) : m_value{value} {}
    Parameter(std::int32_t value) : m_value{std::int64_t{value}} {}
    Parameter(bool value) : m_value{std::int64_t{value ? 1 : 0}} {}
    Parameter(std::string_view value) : m_value{value} {}
    Parameter(const std::string& value) : m_value{std::string_view{value}} {}
    Parameter(const char* value) : m_value{std::string_view{value}} {}
    Parameter(std::nullopt_t) {}
    template <class T>
    Parameter(const std::optional<T>& value)
    {
        if (value)
            *this = Parameter{*value};
    }

private:
    friend class Statement;
    std::variant<std::monostate, std::int64_t, std::string_view> m_value;
};

/// One column of one row, as it is stored.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

/// The rows of one query. While it lives its statement cannot run again; its end frees the
/// statement, read to the end or not.
class Rows {
public:
    explicit Rows(sqlite3_stmt* statement) : m_statement{statement} {}
    Rows(Rows&& other) noexcept : m_statement{other.m_statement} { other.m_statement = nullptr; }
    Rows& operator=(Rows&&) = delete;
    ~Rows();

    /// Goes to the next row, at first to the first one. False after the last.
    [[nodiscard]] bool next();

    [[nodiscard]] int columnCount() const;
    [[nodiscard]] std::string columnName(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::int32_t number(int column) const;
    /// Good until the next call of `next`.
    [[nodiscard]] std::string_view view(int column) const;
    [[nodiscard]] std::string text(int column) const { return std::string{view(column)}; }
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] Cell cell(int column) const;

private:
    sqlite3_stmt* m_statement;
};

/// A prepared statement. Good as long as its connection.
class Statement {
public:
    Statement(sqlite3* connection, std::string_view sql);

    /// For a statement without rows; gives back how many rows it changed.
    template <class... P>
    int run(const P&... parameters)
    {
        bindAll({Parameter{parameters}...});
        return finish();
    }
    template <class... P>
    [[nodiscard]] Rows query(const P&... parameters)
    {
        bindAll({Parameter{parameters}...});
        return Rows{m_statement.get()};
    }
    /// With every parameter NULL, for `EXPLAIN`.
    [[nodiscard]] Rows queryUnbound() { return Rows{m_statement.get()}; }
    [[nodiscard]] std::int64_t timesRun() const { return m_timesRun; }

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    void bindAll(std::initializer_list<Parameter> parameters);
    int finish();

    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
    std::int64_t m_timesRun{0};
};

/// How a file is opened.
enum class OpenMode {
    Create,  ///< reading and writing, made when it is not there
    Existing ///< reading and writing, refused when it is not there
};

/// One connection with its prepared statements.
class Connection {
public:
    Connection(const std::filesystem::path& file, OpenMode mode);

    /// Prepared at its first use and kept. `sql` must outlive the connection: pass a literal.
    Statement& statement(std::string_view sql);
    /// For texts that are made up at run time; not kept.
    [[nodiscard]] Statement prepare(std::string_view sql) { return {m_connection.get(), sql}; }
    /// One or several statements without parameters.
    void execute(const std::string& sql);

    /// Sets a pragma and reads it back. False when the database did not take it.
    [[nodiscard]] bool setPragma(const std::string& name, const std::string& value,
                                 std::string_view readBack);
    [[nodiscard]] std::int64_t integerOf(std::string_view sql);
    [[nodiscard]] bool inTransaction() const;
    /// Neither the file nor, it may be, its disk can be written.
    [[nodiscard]] bool isReadOnly() const;
    /// How often kept statements ran since the connection was opened, for tests and benchmarks.
    [[nodiscard]] std::int64_t statementsRun() const;
    /// How SQLite finds the rows of every kept statement, one line a step.
    [[nodiscard]] std::vector<std::string> queryPlans();
    /// Whether the write-ahead log stays as it is when the connection ends, or is emptied into the
    /// file.
    void leaveLogAtClose(bool leave);
    /// True while a foreign key that is checked at the commit does not hold.
    [[nodiscard]] bool hasDeferredViolations() const;
    /// From now on a statement that runs ends with a DatabaseError soon after `wanted` says true,
    /// which is asked often. Only once.
    void interruptWhen(std::function<bool()> wanted);
    /// For `DatabaseCopy`.
    [[nodiscard]] sqlite3* raw() const { return m_connection.get(); }

private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };

    std::function<bool()> m_interrupt;
    std::unique_ptr<sqlite3, Close> m_connection;
    std::map<std::string_view, Statement> m_statements;
};

} // namespace coffee::daemon
