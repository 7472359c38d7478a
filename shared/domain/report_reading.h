// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/report_fold.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

/// Reports out of a log: `Source` is whatever gives `eventsAfter` and `eventsOfOrder`.
namespace coffee {

inline constexpr std::int32_t kReportPage = 500;
inline constexpr std::int32_t kOrderEventsMax = 10'000;

/// Folds the events behind `start.after` as long as `belongs(event, fold)` says so.
template <class Source, class Belongs>
[[nodiscard]] DayReport readReport(Source& source, Sequence after, std::chrono::minutes utcOffset,
                                   std::vector<OpenOrder> open, Belongs belongs)
{
    ReportFold fold{{after, utcOffset, std::move(open), [&source, after](OrderId order) {
                         std::vector<Event> events = source.eventsOfOrder(order, kOrderEventsMax);
                         std::erase_if(events,
                                       [after](const Event& event) { return event.seq > after; });
                         return events;
                     }}};
    for (;;) {
        const std::vector<Event> page = source.eventsAfter(after, kReportPage);
        for (const Event& event : page) {
            if (!belongs(event, std::as_const(fold)))
                return fold.report();
            fold.apply(event);
            after = event.seq;
        }
        if (page.empty())
            return fold.report();
    }
}

} // namespace coffee
