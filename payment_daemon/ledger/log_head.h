// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/head_witness.h"
#include "payment_daemon/ledger/statement.h"

#include <limits>

namespace coffee::daemon {

/// The log's newest event up to this one, and what the log is called now; no sequence when it is
/// empty.
[[nodiscard]] LogHead headOf(Connection& connection,
                             Sequence upTo = std::numeric_limits<Sequence>::max());

/// What the log is called now: the epoch that it began with, or the one that a restore gave it. The
/// chain of its events begins with the former for ever.
[[nodiscard]] std::string epochOf(Connection& connection);

} // namespace coffee::daemon
