// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/all_day_counts.h"

#include <QHash>

#include <algorithm>

namespace coffee::station {
namespace {

int openUnitsOf(const TicketLine& line)
{
    return static_cast<int>(
        std::count_if(line.units.begin(), line.units.end(),
                      [](const TicketUnit& unit) { return unit.state == UnitState::Open; }));
}

} // namespace

std::vector<AllDayCount> allDayCounts(const std::vector<Ticket>& tickets)
{
    std::vector<AllDayCount> counts;
    QHash<QString, qsizetype> places; ///< in `counts`, by key
    for (const Ticket& ticket : tickets) {
        const bool toMake =
            ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making;
        if (!toMake || ticket.dimmed)
            continue;
        for (const TicketLine& line : ticket.lines) {
            const int open = openUnitsOf(line);
            if (open == 0)
                continue;
            const QString key = line.item + u'\n' + line.options.join(u'\n');
            const auto next = static_cast<qsizetype>(counts.size());
            const auto place = static_cast<std::size_t>(
                places.contains(key) ? places.value(key) : *places.insert(key, next));
            if (place == counts.size())
                counts.push_back({key, line.name, line.options, line.station, 0, {}});
            AllDayCount& count = counts[place];
            count.open += open;
            if (count.orders.empty() || count.orders.back() != ticket.order)
                count.orders.push_back(ticket.order);
        }
    }
    std::stable_sort(
        counts.begin(), counts.end(),
        [](const AllDayCount& left, const AllDayCount& right) { return left.open > right.open; });
    return counts;
}

} // namespace coffee::station
