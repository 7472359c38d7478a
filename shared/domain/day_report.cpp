// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/day_report.h"

#include <algorithm>

namespace coffee {

bool DayReport::isQuiet() const
{
    const auto tallies = {&sales,  &refunds,       &refundsOpened, &declined,
                          &voided, &discrepancies, &kept,          &wasted};
    return cancels.empty() && remakes.empty() && making.count == 0 && promised == 0 &&
           std::all_of(tallies.begin(), tallies.end(),
                       [](const Tally* tally) { return tally->count == 0; });
}

DayClosed closedBy(std::int64_t number, const DayReport& report)
{
    return {number,           report.day,           report.from,
            report.to,        report.utcOffset,     report.sales.count,
            report.sales.sum, report.refunds.count, report.refunds.sum};
}

} // namespace coffee
