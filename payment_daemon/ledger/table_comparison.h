// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/differences.h"
#include "payment_daemon/ledger/statement.h"

namespace coffee::daemon {

/// Compares the tables that events tell of, row by row and column by column. Columns that no
/// event tells are left out.
void compareTables(Connection& expected, Connection& found, Differences& differences);

/// Compares the tables, indexes and triggers with those of a new ledger.
void compareSchemas(Connection& expected, Connection& found, Differences& differences);

} // namespace coffee::daemon
