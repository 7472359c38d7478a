// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/setup_ledger.h"

#include "payment_daemon/ledger/ledger_file.h"
#include "payment_daemon/ledger/sqlite_ledger.h"

namespace coffee::daemon {
namespace {

/// What libsodium makes; anything else is no hash that a PIN could ever fit.
constexpr std::string_view kHashBegins = "$argon2id$";
constexpr std::size_t kHashBytesMax = 128;

} // namespace

Result<std::string, std::string> pinHashIn(const std::filesystem::path& ledger)
{
    try {
        const auto connection = openLedgerToRead(ledger);
        Rows row =
            connection->statement("SELECT value FROM settings WHERE name = ?").query(kPinHash);
        return row.next() ? row.text(0) : std::string{};
    } catch (const std::exception& error) {
        return Failure{std::string{error.what()}};
    }
}

Result<Done, std::string> makeLedger(const NewLedger& wanted)
{
    const auto file = wanted.folder / "shop.sqlite";
    if (!wanted.pinHash.empty() &&
        (!wanted.pinHash.starts_with(kHashBegins) || wanted.pinHash.size() >= kHashBytesMax))
        return Failure{std::string{"what is said to be the PIN's hash is none"}};
    try {
        std::filesystem::create_directories(wanted.folder);
        if (std::filesystem::exists(file) || std::filesystem::exists(file.string() + "-head"))
            return Failure{file.string() + " is there already; nothing was changed"};
        SqliteLedger ledger{file, {wanted.epoch, wanted.shopId}, Witness::Kept};
        if (!wanted.pinHash.empty()) {
            ledger.begin();
            ledger.record({SettingStored{std::string{kPinHash}, wanted.pinHash}});
            ledger.commit();
        }
        return Done{};
    } catch (const std::exception& error) {
        return Failure{std::string{error.what()}};
    }
}

} // namespace coffee::daemon
