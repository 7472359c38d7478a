// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/backup.h"

#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/safe_files.h"
#include "payment_daemon/ledger/verify.h"

namespace coffee::daemon {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPart = ".coffee-backup.part";

/// One file that needs no log beside it, as it was made by a connection that had one.
Sequence makeSingleFile(const fs::path& file)
{
    Connection connection{file, OpenMode::Existing};
    if (!connection.setPragma("locking_mode", "EXCLUSIVE", "exclusive") ||
        !connection.setPragma("journal_mode", "DELETE", "delete"))
        throw LedgerUnusable{"it cannot be made a single file"};
    return connection.integerOf("SELECT coalesce(max(seq), 0) FROM events");
}

/// Whose log is in this backup; empty when that cannot be read.
std::string shopOf(const fs::path& backup)
{
    try {
        Connection connection{backup, OpenMode::Existing};
        Statement shop = connection.prepare("SELECT value FROM meta WHERE name = 'shop_id'");
        Rows row = shop.query();
        return row.next() ? row.text(0) : std::string{};
    } catch (const DatabaseError&) {
        return {};
    }
}

Result<Backup, std::string> checkedAndNamed(const fs::path& part, const fs::path& folder,
                                            ShopTime at, const std::stop_token& stop)
{
    const Sequence head = makeSingleFile(part);
    const auto verdict = verifyLedger(part, stop);
    if (!verdict)
        return Failure{verdict.error()};
    if (!verdict->differences.empty())
        return Failure{"the copy is not sound: " + toText(verdict->differences.front())};
    syncFile(part);
    const BackupName name{std::chrono::floor<std::chrono::seconds>(at), head};
    Backup backup{folder / fileNameOf(name), name, static_cast<std::int64_t>(fs::file_size(part))};
    publish(part, backup.file);
    return backup;
}

} // namespace

Result<Backup, std::string> keepBackup(const fs::path& copy, const fs::path& folder, ShopTime at,
                                       const std::stop_token& stop)
{
    const fs::path part = folder / kPart;
    const auto failed = [&](const std::string& why) -> Result<Backup, std::string> {
        std::error_code none;
        fs::remove(copy, none);
        fs::remove(part, none);
        return Failure{folder.string() + ": " + why};
    };
    try {
        fs::create_directories(folder);
        moveSynced(copy, part);
        auto backup = checkedAndNamed(part, folder, at, stop);
        return backup ? backup : failed(backup.error());
    } catch (const std::exception& error) {
        return failed(error.what());
    }
}

int removeOutdated(const fs::path& ours, const BackupRetention& keep)
{
    const fs::path folder = ours.parent_path();
    const std::string shop = shopOf(ours);
    std::vector<BackupName> backups;
    std::error_code none;
    // A disk that fails in the middle is no reason to throw: what was not seen is kept.
    for (fs::directory_iterator entry{folder, none}, end; !none && entry != end;
         entry.increment(none))
        if (const auto name = backupNameOf(entry->path().filename().string()))
            if (!shop.empty() && shopOf(entry->path()) == shop)
                backups.push_back(*name);
    int removed = 0;
    for (const BackupName& name : outdated(std::move(backups), keep))
        removed += fs::remove(folder / fileNameOf(name), none) ? 1 : 0;
    return removed;
}

} // namespace coffee::daemon
