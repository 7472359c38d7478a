// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/ledger_file.h"

#include "payment_daemon/ledger/schema.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

namespace coffee::daemon {
namespace {

struct Setting {
    std::string_view name;
    std::string_view value;
    std::string_view readBack;
};

// What each is for stands in the architecture notes; the order matters for the first two: a lock
// that is exclusive before the log is made needs no file of shared memory.
constexpr std::array kSettings{
    Setting{"journal_mode", "WAL", "wal"}, Setting{"synchronous", "FULL", "2"},
    Setting{"foreign_keys", "ON", "1"},    Setting{"recursive_triggers", "ON", "1"},
    Setting{"trusted_schema", "OFF", "0"}, Setting{"cell_size_check", "ON", "1"},
    Setting{"temp_store", "MEMORY", "2"},  Setting{"cache_size", "-16384", "-16384"},
};

/// A larger file would take longer to look through than a shop should wait for its daemon; of such
/// a one damage shows when the damaged part is read, or by `coffeectl verify`.
constexpr std::int64_t kLookThroughBytesMax = 256 * 1024 * 1024;

enum class Content { Empty, Ledger };

void refuseSetting(std::string_view name)
{
    throw LedgerUnusable{"SQLite on this computer does not take the setting " + std::string{name}};
}

/// Looks only; a file of somebody else stays as it is.
Content identify(Connection& connection)
{
    const std::int64_t application = connection.integerOf("PRAGMA application_id");
    const std::int64_t version = connection.integerOf("PRAGMA user_version");
    if (application == 0 && version == 0 &&
        connection.integerOf("SELECT count(*) FROM sqlite_schema") == 0)
        return Content::Empty;
    if (application != kApplicationId)
        throw LedgerUnusable{"this is a database of another program, not a ledger"};
    if (version > kSchemaVersion)
        throw LedgerUnusable{"this ledger was written by a newer version (its tables are version " +
                             std::to_string(version) + ", this program knows version " +
                             std::to_string(kSchemaVersion) + ")"};
    if (version < kOldestSchemaVersion)
        throw LedgerUnusable{"the tables of this ledger have the unknown version " +
                             std::to_string(version)};
    return Content::Ledger;
}

LedgerUnusable damaged(const std::string& how)
{
    return LedgerUnusable{"the file is damaged and is left as it is (" + how +
                          "); put back a backup, or look with coffeectl verify"};
}

void refuseDamaged(Connection& connection)
{
    if (connection.integerOf("PRAGMA page_count") * connection.integerOf("PRAGMA page_size") >
        kLookThroughBytesMax)
        return;
    Statement check = connection.prepare("PRAGMA quick_check(1)");
    Rows rows = check.query();
    if (!rows.next() || rows.view(0) == "ok")
        return;
    std::string how = rows.text(0);
    std::replace(how.begin(), how.end(), '\n', ' ');
    throw damaged(how);
}

void create(Connection& connection, const LedgerIdentity& identity)
{
    // One transaction: a ledger is whole or it is not there.
    connection.execute("BEGIN IMMEDIATE");
    connection.execute(schemaSql());
    Statement meta = connection.prepare("INSERT INTO meta(name, value) VALUES (?,?)");
    meta.run("epoch", identity.epoch);
    meta.run("shop_id", identity.shopId);
    connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                       "; PRAGMA user_version = " + std::to_string(kSchemaVersion) + "; COMMIT");
}

/// What an older program wrote gets the tables of this one.
void growUp(Connection& connection)
{
    const std::int32_t version = schemaVersionOf(connection);
    if (version == kSchemaVersion)
        return;
    // A table that others refer to is made anew: nothing of theirs is lost with the old one.
    connection.execute("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
    for (std::int32_t step = version + 1; step <= kSchemaVersion; ++step)
        connection.execute(schemaStep(step));
    connection.execute("PRAGMA user_version = " + std::to_string(kSchemaVersion) +
                       "; COMMIT; PRAGMA foreign_keys = ON");
}

#ifdef COFFEE_BENCH_BUILD
/// For a measurement of everything but the disk.
void syncAsMeasured(Connection& connection)
{
    const char* synchronous = std::getenv("COFFEE_BENCH_SYNCHRONOUS");
    if (synchronous && std::string_view{synchronous} == "OFF")
        connection.execute("PRAGMA synchronous=OFF");
}
#endif

/// SQLite's words become the ledger's; `work` opens the file.
template <class Work>
std::unique_ptr<Connection> opened(const std::filesystem::path& file, Work work)
{
    const std::string name = file.string() + ": ";
    try {
        return work();
    } catch (const LedgerUnusable& error) {
        throw LedgerUnusable{name + error.what()};
    } catch (const DatabaseError& error) {
        if (error.isLocked())
            throw LedgerUnusable{name + "database in use by another process"};
        if (error.isForeign())
            throw LedgerUnusable{name + "this is not a database"};
        if (error.cannotOpen())
            throw LedgerUnusable{name + error.what()};
        if (error.isDamaged())
            throw LedgerUnusable{name + damaged(error.what()).what()};
        if (error.isFull())
            throw LedgerFull{name + error.what()};
        throw LedgerBroken{name + error.what()};
    }
}

} // namespace

std::int32_t schemaVersionOf(Connection& connection)
{
    return static_cast<std::int32_t>(connection.integerOf("PRAGMA user_version"));
}

std::unique_ptr<Connection> openLedgerFile(const std::filesystem::path& file,
                                           const LedgerIdentity& identityIfNew, IfEmpty ifEmpty)
{
    return opened(file, [&] {
        auto connection = std::make_unique<Connection>(
            file, ifEmpty == IfEmpty::Create ? OpenMode::Create : OpenMode::Existing);
        if (connection->isReadOnly())
            throw LedgerUnusable{"the file or its disk is read-only"};
        connection->leaveLogAtClose(true); // a file that is refused stays as it is
        if (!connection->setPragma("locking_mode", "EXCLUSIVE", "exclusive"))
            refuseSetting("locking_mode");
        const Content content = identify(*connection);
        if (content == Content::Empty && ifEmpty == IfEmpty::Refuse)
            throw LedgerUnusable{"the file is empty"};
        for (const Setting& setting : kSettings)
            if (!connection->setPragma(std::string{setting.name}, std::string{setting.value},
                                       setting.readBack))
                refuseSetting(setting.name);
        if (content == Content::Empty) {
            create(*connection, identityIfNew);
        } else {
            refuseDamaged(*connection);
            growUp(*connection);
        }
        // The lock is taken by the first write and never given back.
        connection->execute("BEGIN EXCLUSIVE; COMMIT");
#ifdef COFFEE_BENCH_BUILD
        syncAsMeasured(*connection);
#endif
        connection->leaveLogAtClose(false);
        return connection;
    });
}

std::unique_ptr<Connection> openLedgerToRead(const std::filesystem::path& file)
{
    return opened(file, [&] {
        auto connection = std::make_unique<Connection>(file, OpenMode::Existing);
        connection->leaveLogAtClose(true);
        if (!connection->setPragma("locking_mode", "EXCLUSIVE", "exclusive"))
            refuseSetting("locking_mode");
        if (identify(*connection) == Content::Empty)
            throw LedgerUnusable{"this is an empty database, not a ledger"};
        connection->execute("PRAGMA query_only = ON");
        return connection;
    });
}

} // namespace coffee::daemon
