// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/verify.h"

#include "payment_daemon/ledger/book_checks.h"
#include "payment_daemon/ledger/event_walk.h"
#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/schema.h"
#include "payment_daemon/ledger/table_comparison.h"

namespace coffee::daemon {
namespace {

/// A ledger of its own in a file without a name, which ends with the connection.
std::unique_ptr<Connection> scratchLedger(std::int32_t version)
{
    auto connection = std::make_unique<Connection>("", OpenMode::Create);
    connection->execute("PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON;"
                        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
    connection->execute(schemaSql(version));
    return connection;
}

} // namespace

std::string toText(const LedgerDifference& difference)
{
    return difference.where + ": expected " + difference.expected + ", found " + difference.found;
}

Result<LedgerVerdict, std::string> verifyLedger(const std::filesystem::path& file,
                                                const std::stop_token& stop)
{
    try {
        const auto ledger = openLedgerToRead(file);
        const auto retold = scratchLedger(schemaVersionOf(*ledger));
        const auto stopped = [&stop] { return stop.stop_requested(); };
        ledger->interruptWhen(stopped);
        retold->interruptWhen(stopped);
        LedgerVerdict verdict;
        Differences differences;
        checkFile(*ledger, differences);
        compareSchemas(*retold, *ledger, differences);
        verdict.events = EventWalk{*ledger, *retold, differences}.run();
        verdict.orders = ledger->integerOf("SELECT count(*) FROM orders");
        compareTables(*retold, *ledger, differences);
        checkMoney(*ledger, differences);
        checkAnswers(*ledger, differences);
        verdict.differences = differences.take();
        return verdict;
    } catch (const LedgerUnusable& error) {
        return Failure{std::string{error.what()}};
    } catch (const LedgerBroken& error) {
        return Failure{std::string{error.what()}};
    } catch (const DatabaseError& error) {
        return Failure{file.string() + ": " + error.what()};
    }
}

} // namespace coffee::daemon
