// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// Named places at which a test lets the daemon die: `COFFEE_FAILPOINT=name:n:kill` ends it by
/// SIGKILL when the place is reached for the n-th time, `name:n:hold` stops that thread there for
/// ever, so that a test kills the daemon once it has seen what had left it before. Before either
/// the name is written to the file named by `COFFEE_FAILPOINT_LOG` (and synced), so that a test
/// can prove that the place was reached. Without the environment, or without the build option
/// COFFEE_FAILPOINTS, nothing happens. Any thread.
namespace coffee::daemon {

/// Every place there is.
inline constexpr std::array<std::string_view, 22> kFailpoints{
    "recovery.committed",
    "charging.before_commit",
    "charging.after_commit",
    "charge.sent",
    "charge.approved_before_commit",
    "paid.committed_before_answer",
    "paid.answered_before_publish",
    "declined.committed",
    "given_up.committed",
    "voided.committed",
    "tombstone.committed",
    "lookup.before_call",
    "lookup.after_call",
    "reverse.before_call",
    "reverse.after_call",
    "kitchen.before_commit",
    "kitchen.committed",
    "cancel.before_commit",
    "cancel.committed",
    "refund.before_call",
    "refund.after_call",
    "refund.committed",
};

#ifdef COFFEE_FAILPOINTS
void failpoint(std::string_view name);
#else
inline void failpoint(std::string_view) {}
#endif

} // namespace coffee::daemon
