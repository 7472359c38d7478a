// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"

#include <string>

namespace coffee {

/// Which report it is: a Z has a number, an X has none.
struct ReportTitle {
    std::int64_t number{0};
    std::string writtenAt; ///< a date and time for people; empty for an X
    std::string by;
};

/// The report as a table for a spreadsheet: UTF-8 with a byte order mark (Excel takes it for
/// another encoding without), lines end with CR LF, amounts are whole won without separators. One
/// row a figure under fixed column names, so that a sheet made once fits every day:
///
///     section,id,name_ko,name_en,count,amount,count_back,amount_back
///
/// `back` is what was paid back. A text that a spreadsheet would take for a formula gets an
/// apostrophe before it.
[[nodiscard]] std::string reportCsv(const DayReport& report, const ReportTitle& title);

/// The calendar date of a business day: `2026-11-29`.
[[nodiscard]] std::string dateText(BusinessDay day);

} // namespace coffee
