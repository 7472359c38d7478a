// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/older_ledger.h"

#include "payment_daemon/ledger/schema.h"
#include "payment_daemon/ledger/statement.h"
#include "tests/ledger/told_shop.h"

#include <algorithm>
#include <filesystem>

namespace coffee::test {

using namespace daemon;

namespace {

std::vector<std::string> namesOf(Connection& connection, std::string_view type)
{
    Statement named = connection.prepare("SELECT name FROM sqlite_schema WHERE type = '" +
                                         std::string{type} + "' AND name NOT LIKE 'sqlite_%'");
    std::vector<std::string> names;
    Rows rows = named.query();
    while (rows.next())
        names.push_back(rows.text(0));
    return names;
}

} // namespace

std::vector<Event> historyWithoutKept()
{
    for (std::uint64_t seed = 5;; ++seed) {
        auto events = wholeHistory(seed, 300);
        if (std::none_of(events.begin(), events.end(), [](const Event& event) {
                const auto* moved = std::get_if<AttemptMoved>(&event.body);
                return moved && moved->to == AttemptState::Kept;
            }))
            return events;
    }
}

void writeAgainAsVersion(const std::string& file, std::int32_t version)
{
    const std::string older = file + ".older";
    {
        Connection raw{older, OpenMode::Create};
        raw.execute("PRAGMA foreign_keys = OFF");
        raw.execute(schemaSql(version));
        std::string rules;
        for (const std::string& name : namesOf(raw, "trigger")) {
            Statement sql =
                raw.prepare("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
            Rows row = sql.query();
            if (row.next())
                rules += row.text(0) + ";\n";
        }
        for (const std::string& name : namesOf(raw, "trigger"))
            raw.execute("DROP TRIGGER " + name);
        raw.execute("ATTACH '" + file + "' AS newer");
        for (const std::string& name : namesOf(raw, "table"))
            raw.execute("INSERT INTO " + name + " SELECT * FROM newer." + name);
        raw.execute(rules);
        raw.execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                    "; PRAGMA user_version = " + std::to_string(version));
    }
    for (const char* part : {"", "-wal", "-shm"})
        std::filesystem::remove(file + part);
    std::filesystem::rename(older, file);
}

} // namespace coffee::test
