// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/report_csv.h"
#include "shared/protocol/messages.h"

#include <chrono>
#include <string>

/// The daemon's answers as text for a person.
namespace coffee::ctl {

[[nodiscard]] std::string statusReport(const protocol::StatusAnswer& status,
                                       std::chrono::minutes utcOffset);
[[nodiscard]] std::string ordersReport(const protocol::OrdersAnswer& orders,
                                       std::chrono::minutes utcOffset);
/// Everything that happened to one order, oldest first.
[[nodiscard]] std::string historyReport(const protocol::HistoryAnswer& history,
                                        std::chrono::minutes utcOffset);

/// An X or a Z.
[[nodiscard]] std::string booksReport(const DayReport& report, const ReportTitle& title);

} // namespace coffee::ctl
