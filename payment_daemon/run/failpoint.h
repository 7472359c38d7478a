// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Named places at which a test lets the daemon die: `COFFEE_FAILPOINT=name:n:kill` ends it by
/// SIGKILL when the place is reached for the n-th time, `name:n:hold` stops that thread there for
/// ever, so that a test kills the daemon once it has seen what had left it before. Before either
/// the name is written to the file named by `COFFEE_FAILPOINT_LOG` (and synced), so that a test
/// can prove that the place was reached. Without the environment, or without the build option
/// COFFEE_FAILPOINTS, nothing happens. Any thread.
namespace coffee::daemon {

#ifdef COFFEE_FAILPOINTS
void failpoint(std::string_view name);
#else
inline void failpoint(std::string_view) {}
#endif

} // namespace coffee::daemon
