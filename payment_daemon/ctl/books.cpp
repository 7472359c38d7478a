// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/books.h"

#include "shared/domain/report_reading.h"

namespace coffee::ctl {
namespace {

/// The running daemon's log; throws a LineFailure when it does not answer.
class RemoteLog {
public:
    explicit RemoteLog(DaemonLine& line) : m_line{line} {}

    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit)
    {
        return ask<protocol::EventsPage>(
                   protocol::EventsGet{protocol::Stream::Events, after, limit})
            .events;
    }
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t)
    {
        return ask<protocol::HistoryAnswer>(protocol::OrderHistory{0, order}).events;
    }
    /// Nothing when no day was closed yet.
    [[nodiscard]] std::optional<protocol::ZAnswer> newestZ()
    {
        auto newest = m_line.askIfThere<protocol::ZAnswer>(protocol::ZGet{0});
        if (!newest)
            throw newest.error();
        return std::move(*newest);
    }

private:
    template <class Body>
    Body ask(const protocol::RequestBody& question)
    {
        auto answer = m_line.ask<Body>(question);
        if (!answer)
            throw answer.error();
        return std::move(*answer);
    }

    DaemonLine& m_line;
};

} // namespace

Result<DayReport, LineFailure> readX(DaemonLine& line, std::chrono::minutes utcOffset)
{
    try {
        RemoteLog log{line};
        const auto last = log.newestZ();
        const Sequence after = last ? last->report.to : 0;
        return readReport(log, after, utcOffset,
                          last ? last->report.open : std::vector<OpenOrder>{},
                          [](const Event&, const ReportFold&) { return true; });
    } catch (const LineFailure& failure) {
        return Failure{failure};
    }
}

} // namespace coffee::ctl
