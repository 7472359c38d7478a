// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include "shared/domain/day_report.h"

#include <QStringList>

#include <vector>

/// The figures of a report in words, once for the screen and for paper. Everything comes from the
/// report and nothing is reckoned here but its differences.
namespace coffee::station {

/// The first cell of a row says what it is, the others how much.
struct ReportTable {
    QString title;
    QStringList head; ///< may be empty
    std::vector<QStringList> rows;
    friend bool operator==(const ReportTable&, const ReportTable&) = default;
};

/// "12건", and "12건 · 54,000원".
[[nodiscard]] QString countWords(std::int64_t count);
[[nodiscard]] QString tallyWords(const Tally& tally);

/// Sales, refunds and VAT: what stands large on the screen.
[[nodiscard]] ReportTable reportTotals(const DayReport& report);
/// Sales by the hour: a plot on the screen.
[[nodiscard]] ReportTable reportHours(const DayReport& report);
/// All others that have rows: items, options, parts of the shop, making, cancels, open orders.
[[nodiscard]] std::vector<ReportTable> reportTables(const DayReport& report, Language language);

} // namespace coffee::station
