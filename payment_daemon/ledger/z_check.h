// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/differences.h"
#include "shared/domain/day_report.h"

#include <string>
#include <string_view>

/// Whether a Z is still what its events come to.
namespace coffee::daemon {

/// `where` names the event that says `found`.
void checkClosing(const DayClosed& expected, const DayClosed& found, const std::string& where,
                  Differences& differences);

/// Names the figures of the stored report that the events do not come to.
void checkReport(std::int64_t number, const DayReport& expected, std::string_view stored,
                 Differences& differences);

} // namespace coffee::daemon
