// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/days.h"

#include "shared/domain/report_reading.h"

#include <optional>
#include <stdexcept>

namespace coffee::daemon {
namespace {

/// It was proven readable when it was written: if it is not, somebody changed the file.
DayReport reportIn(const ZRow& row)
{
    auto report = protocol::decodeReport(row.report);
    if (!report)
        throw std::runtime_error{"Z " + std::to_string(row.number) +
                                 " cannot be read: " + report.error().detail};
    return std::move(*report);
}

} // namespace

bool Days::mayBeOver(const Moment& now) const
{
    const Step step{now, m_memory, m_settings.utcOffset};
    return m_memory.closedBefore < step.day();
}

std::vector<OpenOrder> Days::openBefore()
{
    const auto last = m_ledger.findZ(m_memory.lastZ);
    return last ? reportIn(*last).open : std::vector<OpenOrder>{};
}

void Days::closeOldest(Step& step)
{
    const BusinessDay today = step.day();
    std::optional<BusinessDay> day;
    const DayReport report = readReport(
        m_ledger, m_memory.closedTo, m_settings.utcOffset, openBefore(),
        [&](const Event& event, const ReportFold& fold) {
            if (event.day >= today || (day && event.day != *day && !fold.report().isQuiet()))
                return false;
            day = event.day;
            return true;
        });
    if (report.isQuiet())
        step.remember([today](ShopMemory& memory) { memory.closedBefore = today; });
    else
        write(step, daemonActor(), report);
}

Result<protocol::ClosedAnswer, Refusal> Days::close(Step& step, const Actor& from,
                                                    const protocol::DayClose& command)
{
    if (m_memory.closedBefore < step.day()) {
        Refusal refused = refusal(RefusalCode::Busy, "the days before are just being closed");
        refused.retryAfter = 2s;
        return Failure{refused};
    }
    if (command.last != m_memory.lastZ) {
        Refusal refused =
            refusal(RefusalCode::WrongState, "the newest Z is " + std::to_string(m_memory.lastZ));
        refused.state = std::to_string(m_memory.lastZ);
        return Failure{refused};
    }
    const DayReport report =
        readReport(m_ledger, m_memory.closedTo, m_settings.utcOffset, openBefore(),
                   [](const Event&, const ReportFold&) { return true; });
    if (report.isQuiet())
        return Failure{refusal(RefusalCode::NotPossible, "nothing happened since the last Z")};
    return write(step, from, report);
}

protocol::ClosedAnswer Days::write(Step& step, const Actor& actor, const DayReport& report)
{
    const std::int64_t number = m_memory.lastZ + 1;
    step.event(actor, closedBy(number, report));
    step.record(ZInserted{{number, report.day, report.from, report.to, step.now().shop, actor,
                           protocol::encodeReport(report)}});
    return {number, report.from, report.to};
}

void Days::answer(Step& step, const ReplyTo& to, const protocol::ZGet& request) const
{
    const std::int64_t number = request.number != 0 ? request.number : m_memory.lastZ;
    const auto row = m_ledger.findZ(number);
    if (!row)
        return step.refuse(to, refusal(RefusalCode::NotFound, "there is no such Z"));
    step.ok(to, protocol::ZAnswer{row->number, row->at, row->by, reportIn(*row)});
}

} // namespace coffee::daemon
