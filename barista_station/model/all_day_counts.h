// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <vector>

namespace coffee::station {

/// How many units that are made alike are still to make: one glance before the milk is steamed.
struct AllDayCount {
    QString key; ///< what they have in common; the same in every language
    QString name;
    QStringList options;
    StationKind station{StationKind::Espresso};
    int open{0};
    std::vector<OrderId> orders; ///< whose tickets hold them, oldest first
    friend bool operator==(const AllDayCount&, const AllDayCount&) = default;
};

/// Open units over the tickets that wait or are being made, grouped by item and options, most
/// first; equal counts in the order in which they were first needed. Dimmed tickets and stop cards
/// do not count.
[[nodiscard]] std::vector<AllDayCount> allDayCounts(const std::vector<Ticket>& tickets);

} // namespace coffee::station
