// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ctl/daemon_line.h"
#include "shared/domain/day_report.h"

#include <chrono>

namespace coffee::ctl {

/// What happened since the newest Z, folded here from the daemon's events: it costs the daemon a
/// few pages and changes nothing.
[[nodiscard]] Result<DayReport, LineFailure> readX(DaemonLine& line,
                                                   std::chrono::minutes utcOffset);

} // namespace coffee::ctl
