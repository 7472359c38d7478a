// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/restore.h"

#include "payment_daemon/ledger/backup_names.h"
#include "payment_daemon/ledger/database_copy.h"
#include "payment_daemon/ledger/head_witness.h"
#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/log_head.h"
#include "payment_daemon/ledger/safe_files.h"
#include "payment_daemon/ledger/verify.h"

#include <algorithm>
#include <chrono>

namespace coffee::daemon {
namespace {

namespace fs = std::filesystem;

constexpr int kPagesAtOnce = 4096;

/// So much earlier than the newest event of the backup the bank's books are read: its clock is
/// another one, and a refund after the backup may be of an order of the days before.
constexpr auto kCompareBack = std::chrono::hours{72};

class RestoreFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The files of a ledger in a folder.
struct Place {
    explicit Place(const fs::path& folder)
        : ledger{folder / "shop.sqlite"},
          log{folder / "shop.sqlite-wal"},
          witness{folder / "shop.sqlite-head"},
          part{folder / ".coffee-restore.part"}
    {
    }
    fs::path ledger;
    fs::path log;
    fs::path witness;
    fs::path part;
};

/// Holds the ledger that is there, so that no daemon begins on it meanwhile. A damaged one cannot
/// be held, and need not be.
std::unique_ptr<Connection> hold(const Place& place)
{
    if (!fs::exists(place.ledger))
        return nullptr;
    try {
        auto connection = std::make_unique<Connection>(place.ledger, OpenMode::Existing);
        connection->leaveLogAtClose(true);
        connection->execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
        return connection;
    } catch (const DatabaseError& error) {
        if (error.isLocked())
            throw RestoreFailed{place.ledger.string() +
                                ": database in use by another process; stop the daemon first"};
        return nullptr;
    }
}

/// How far the log that is there had been written, as far as that can be known.
std::optional<LogHead> headOfWhatIsThere(Connection* held, const Place& place)
{
    std::optional<LogHead> head = HeadWitness{place.witness}.read();
    try {
        if (held) {
            const LogHead read = headOf(*held);
            if (!head || read.seq > head->seq)
                head = read;
        }
    } catch (const DatabaseError&) {
        // Damaged: the witness alone is asked.
    }
    return head;
}

void refuseNewer(const std::optional<LogHead>& there, const LogHead& backup, const Place& place)
{
    const std::string name = place.ledger.string();
    const std::string onPurpose =
        "; --over-newer does it on purpose and keeps the files that are there";
    if (!there && fs::exists(place.ledger))
        throw RestoreFailed{name + ": nobody can tell how far this file goes" + onPurpose};
    if (!there || there->seq == 0)
        return;
    if (there->epoch != backup.epoch)
        throw RestoreFailed{name +
                            ": this is another log than the backup is of (it ends at event " +
                            std::to_string(there->seq) + ")" + onPurpose};
    if (there->seq > backup.seq)
        throw RestoreFailed{name + ": this log ends at event " + std::to_string(there->seq) +
                            ", the backup already at event " + std::to_string(backup.seq) +
                            "; what happened in between would be gone" + onPurpose};
}

void writeSettings(Connection& copy, const std::string& epoch, ShopTime lastAt)
{
    // A comparison that was still to be made begins where that one would have.
    const std::int64_t waiting =
        copy.integerOf("SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'compare_since'");
    std::int64_t since = std::max<std::int64_t>(1, toMs(lastAt - kCompareBack));
    if (waiting > 0)
        since = std::min(since, waiting);
    Statement put = copy.prepare("INSERT INTO settings(name, value) VALUES (?,?)"
                                 " ON CONFLICT(name) DO UPDATE SET value = excluded.value");
    put.run(kRestoredEpoch, epoch);
    put.run(kCompareSince, std::to_string(since));
}

/// Copies the backup and makes it a log of its own. Gives back when its last event happened.
ShopTime prepare(Connection& backup, const Place& place, const std::string& epoch)
{
    fs::remove(place.part);
    DatabaseCopy copying{backup, place.part};
    while (!copying.some(kPagesAtOnce)) {
    }
    Connection copy{place.part, OpenMode::Existing};
    if (!copy.setPragma("locking_mode", "EXCLUSIVE", "exclusive") ||
        !copy.setPragma("journal_mode", "DELETE", "delete"))
        throw RestoreFailed{"the copy cannot be made a single file"};
    const ShopTime lastAt = fromMs(copy.integerOf("SELECT coalesce(max(at), 0) FROM events"));
    writeSettings(copy, epoch, lastAt);
    return lastAt;
}

void refuseUnsound(const Place& place, const fs::path& backup)
{
    const auto verdict = verifyLedger(place.part);
    if (!verdict)
        throw RestoreFailed{verdict.error()};
    if (!verdict->differences.empty())
        throw RestoreFailed{backup.string() + ": this backup is not sound (" +
                            toText(verdict->differences.front()) + ")"};
}

/// A folder for the files that make room.
fs::path folderForReplaced(const fs::path& folder)
{
    const auto now =
        std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const std::string stamp = fileNameOf({now, 0}).substr(5, 16);
    for (int n = 1;; ++n) {
        fs::path made = folder / ("replaced-" + stamp + (n == 1 ? "" : "-" + std::to_string(n)));
        if (fs::create_directory(made))
            return made;
    }
}

void moveIfThere(const fs::path& from, const fs::path& folder)
{
    if (fs::exists(from))
        fs::rename(from, folder / from.filename());
}

/// In this order no moment leaves a file that a daemon would begin on and that is not whole: the
/// old ledger keeps its name until the new one takes it, its log is gone before, and as long as the
/// old witness is there only the old ledger is good enough.
fs::path changeOver(const Place& place, const fs::path& folder)
{
    fs::path replaced;
    const bool anything =
        fs::exists(place.ledger) || fs::exists(place.log) || fs::exists(place.witness);
    if (anything) {
        replaced = folderForReplaced(folder);
        if (fs::exists(place.ledger))
            fs::create_hard_link(place.ledger, replaced / place.ledger.filename());
        moveIfThere(place.log, replaced);
        syncFolder(replaced);
        syncFolder(folder);
    }
    publish(place.part, place.ledger);
    if (anything) {
        moveIfThere(place.witness, replaced);
        syncFolder(replaced);
        syncFolder(folder);
    }
    return replaced;
}

Restored restored(const RestoreOrder& order, const Place& place)
{
    fs::create_directories(order.folder);
    const auto held = hold(place);
    Restored result;
    {
        const auto backup = openLedgerToRead(order.backup);
        const LogHead head = headOf(*backup);
        if (!order.overNewer)
            refuseNewer(headOfWhatIsThere(held.get(), place), head, place);
        result.head = head.seq;
        result.at = prepare(*backup, place, order.epoch);
    }
    refuseUnsound(place, order.backup);
    syncFile(place.part);
    result.replaced = changeOver(place, order.folder);
    return result;
}

} // namespace

Result<Restored, std::string> restoreLedger(const RestoreOrder& order)
{
    const Place place{order.folder};
    const auto failed = [&](const std::string& why) -> Result<Restored, std::string> {
        std::error_code none;
        fs::remove(place.part, none);
        return Failure{why};
    };
    try {
        return restored(order, place);
    } catch (const DatabaseError& error) {
        return failed(order.backup.string() + ": " + error.what());
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

} // namespace coffee::daemon
