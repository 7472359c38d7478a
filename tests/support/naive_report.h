// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"

#include <vector>

namespace coffee::test {

/// The report of the events after `after` up to `to`, counted anew for each figure by going
/// through the whole history: slow, and nothing of it is shared with `ReportFold`.
[[nodiscard]] DayReport naiveReport(const std::vector<Event>& history, Sequence after, Sequence to,
                                    std::chrono::minutes utcOffset);

} // namespace coffee::test
