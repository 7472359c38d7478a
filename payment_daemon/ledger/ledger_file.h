// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/ledger/statement.h"

#include <filesystem>
#include <memory>

namespace coffee::daemon {

/// What becomes of a file that is not there, or empty.
enum class IfEmpty { Create, Refuse };

/// Opens a ledger for a running shop, or makes a new one. One of an older version grows up, in one
/// transaction, before anything else is done with it. Every setting that its safety rests on
/// is read back. Throws LedgerUnusable, LedgerFull or LedgerBroken.
[[nodiscard]] std::unique_ptr<Connection> openLedgerFile(const std::filesystem::path& file,
                                                         const LedgerIdentity& identityIfNew,
                                                         IfEmpty ifEmpty = IfEmpty::Create);

/// Of a ledger that is open.
[[nodiscard]] std::int32_t schemaVersionOf(Connection& connection);

/// Opens a ledger that is there, of this version or an older one, to look at it. What is in its
/// write-ahead log stays there. Throws LedgerUnusable or LedgerBroken.
[[nodiscard]] std::unique_ptr<Connection> openLedgerToRead(const std::filesystem::path& file);

} // namespace coffee::daemon
