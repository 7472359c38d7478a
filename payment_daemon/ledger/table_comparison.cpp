// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/table_comparison.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

namespace coffee::daemon {
namespace {

struct ComparedTable {
    std::string_view name;
    int keyColumns; ///< the first columns, in the table's own order
    std::initializer_list<std::string_view> untold;
};

const std::array kTables{
    ComparedTable{"attempts",
                  1,
                  {"key", "quote", "locale", "basket", "wait_min", "wait_max", "decline_kind",
                   "cause", "abandon_asked", "final_body", "shown"}},
    ComparedTable{"orders", 1, {"code", "code_failures", "code_locked_until"}},
    ComparedTable{"order_lines", 2, {}},
    ComparedTable{"line_options", 3, {}},
    ComparedTable{"units", 2, {}},
    ComparedTable{"refunds", 1, {"key"}},
    ComparedTable{"refund_units", 2, {}},
    ComparedTable{"owed_refunds", 1, {}},
    ComparedTable{"z_reports", 1, {"report"}},
};

std::string cellText(const Cell& cell)
{
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        return std::to_string(*number);
    if (const auto* real = std::get_if<double>(&cell))
        return std::to_string(*real);
    if (const auto* text = std::get_if<std::string>(&cell))
        return '"' + *text + '"';
    return "nothing";
}

/// A table read in the order of its key.
class TableWalk {
public:
    TableWalk(Connection& connection, const ComparedTable& table)
        : m_table{table}, m_statement{connection.prepare(sql(table))}, m_rows{m_statement.query()}
    {
        advance();
    }

    [[nodiscard]] bool ended() const { return m_ended; }
    [[nodiscard]] const Rows& row() const { return m_rows; }
    void advance() { m_ended = !m_rows.next(); }

    [[nodiscard]] std::vector<std::int64_t> key() const
    {
        std::vector<std::int64_t> key;
        for (int column = 0; column < m_table.keyColumns; ++column)
            key.push_back(m_rows.integer(column));
        return key;
    }
    [[nodiscard]] std::string rowName() const
    {
        std::string name = std::string{m_table.name} + ' ';
        for (int column = 0; column < m_table.keyColumns; ++column)
            name += (column == 0 ? "" : "/") + m_rows.text(column);
        return name;
    }

private:
    static std::string sql(const ComparedTable& table)
    {
        std::string order;
        for (int column = 1; column <= table.keyColumns; ++column)
            order += (order.empty() ? "" : ", ") + std::to_string(column);
        return "SELECT * FROM " + std::string{table.name} + " ORDER BY " + order;
    }

    const ComparedTable& m_table;
    Statement m_statement;
    Rows m_rows;
    bool m_ended{false};
};

void compareRows(const ComparedTable& table, const TableWalk& expected, const TableWalk& found,
                 Differences& differences)
{
    for (int column = table.keyColumns; column < expected.row().columnCount(); ++column) {
        const std::string name = expected.row().columnName(column);
        if (std::find(table.untold.begin(), table.untold.end(), name) != table.untold.end())
            continue;
        const Cell told = expected.row().cell(column);
        const Cell stored = found.row().cell(column);
        if (told != stored)
            differences.add(found.rowName() + ", " + name, cellText(told), cellText(stored));
    }
}

void compareTable(const ComparedTable& table, Connection& expectedIn, Connection& foundIn,
                  Differences& differences)
{
    TableWalk expected{expectedIn, table};
    TableWalk found{foundIn, table};
    while (!(expected.ended() && found.ended()) && !differences.full()) {
        if (found.ended() || (!expected.ended() && expected.key() < found.key())) {
            differences.add(expected.rowName(), "this row", "none");
            expected.advance();
        } else if (expected.ended() || found.key() < expected.key()) {
            differences.add(found.rowName(), "no such row: no event made it", "one");
            found.advance();
        } else {
            compareRows(table, expected, found, differences);
            expected.advance();
            found.advance();
        }
    }
}

std::map<std::string, std::string> schemaOf(Connection& connection)
{
    std::map<std::string, std::string> schema;
    Statement query = connection.prepare(
        "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL");
    Rows rows = query.query();
    while (rows.next())
        schema.emplace(rows.text(0), rows.text(1));
    return schema;
}

/// A ledger of an older version has fewer; whether it has its own, the schema's comparison says.
bool isThere(const ComparedTable& table, Connection& connection)
{
    Statement query = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
    Rows row = query.query(table.name);
    return row.next();
}

} // namespace

void compareTables(Connection& expected, Connection& found, Differences& differences)
{
    for (const ComparedTable& table : kTables)
        if (isThere(table, found))
            compareTable(table, expected, found, differences);
}

void compareSchemas(Connection& expected, Connection& found, Differences& differences)
{
    const auto told = schemaOf(expected);
    const auto stored = schemaOf(found);
    for (const auto& [name, sql] : told) {
        const auto same = stored.find(name);
        if (same == stored.end())
            differences.add(name, "it is there", "none");
        else if (same->second != sql)
            differences.add(name, sql, same->second);
    }
    for (const auto& [name, sql] : stored)
        if (!told.contains(name))
            differences.add(name, "none", sql);
}

} // namespace coffee::daemon
