// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/differences.h"
#include "payment_daemon/ledger/statement.h"

namespace coffee::daemon {

/// SQLite's own checks of the file and of its references.
void checkFile(Connection& ledger, Differences& differences);
/// That lines, units and refunds of every order add up.
void checkMoney(Connection& ledger, Differences& differences);
/// That every stored answer says what the rows say, and that what only these tables know has
/// its form.
void checkAnswers(Connection& ledger, Differences& differences);

} // namespace coffee::daemon
