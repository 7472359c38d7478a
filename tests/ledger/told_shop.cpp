// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/told_shop.h"

#include "payment_daemon/ledger/event_row.h"
#include "payment_daemon/ledger/replay.h"
#include "payment_daemon/ledger/z_check.h"
#include "shared/domain/report_reading.h"
#include "shared/protocol/codec.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/support/random_history.h"

#include <algorithm>
#include <map>

namespace coffee::test {
namespace {

using namespace daemon;
using protocol::AttemptAnswer;

constexpr std::chrono::minutes kKorea{540};

/// A history as a log that reports are read from.
class ToldLog {
public:
    explicit ToldLog(const std::vector<Event>& events) : m_events{events} {}

    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) const
    {
        const auto size = static_cast<Sequence>(m_events.size());
        return {m_events.begin() + after, m_events.begin() + std::min(size, after + limit)};
    }
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t) const
    {
        std::vector<Event> own;
        for (const Event& event : m_events)
            if (orderOf(event.body) == order)
                own.push_back(event);
        return own;
    }
    [[nodiscard]] DayReport report(Sequence after, Sequence to, std::vector<OpenOrder> open) const
    {
        return readReport(*this, after, kKorea, std::move(open),
                          [to](const Event& event, const ReportFold&) { return event.seq <= to; });
    }

private:
    const std::vector<Event>& m_events;
};

/// Fills in what no event tells.
class Teller {
public:
    explicit Teller(const std::vector<Event>& events) : m_events{events}
    {
        for (const Event& event : events)
            if (const auto* paid = std::get_if<OrderPaid>(&event.body))
                m_paid.insert_or_assign(paid->attempt, *paid);
    }

    Changes changesOf(const Event& event)
    {
        Changes changes = m_replay.changesOf(event);
        for (Change& change : changes) {
            if (auto* inserted = std::get_if<AttemptInserted>(&change))
                complete(inserted->row);
            else if (auto* changed = std::get_if<AttemptChanged>(&change))
                answer(changed->row, event);
            else if (auto* order = std::get_if<OrderInserted>(&change))
                order->row.code = codeOf(order->row.id);
            else if (auto* refund = std::get_if<RefundInserted>(&change))
                refund->row.key = "refund-0011223344556677-" + std::to_string(refund->row.id);
        }
        if (const auto* closed = std::get_if<DayClosed>(&event.body))
            changes.emplace_back(ZInserted{close(*closed, event)});
        return changes;
    }

private:
    ZRow close(const DayClosed& closed, const Event& event)
    {
        const DayReport report =
            ToldLog{m_events}.report(closed.from - 1, closed.to, std::move(m_open));
        m_open = report.open;
        return {closed.number,
                report.day,
                report.from,
                report.to,
                event.at,
                event.actor,
                protocol::encodeReport(report)};
    }

    static std::string codeOf(OrderId order) { return std::to_string(1000 + order % 9000); }

    void complete(AttemptRow& row)
    {
        row.key = attemptKey(row.id, row.machine);
        row.quote.value = "quote-" + std::to_string(row.id);
        row.locale = row.id % 3 == 0 ? "en" : "ko";
        const auto paid = m_paid.find(row.id);
        if (paid != m_paid.end()) {
            row.basket = paid->second.basket;
            row.wait = paid->second.wait;
        }
    }

    void answer(AttemptRow& row, const Event& event)
    {
        std::string& body = m_answers[row.id];
        if (body.empty())
            body = answerOf(row, event);
        row.finalBody = body;
    }

    std::string answerOf(const AttemptRow& row, const Event& event)
    {
        switch (row.state) {
        case AttemptState::Paid: {
            const auto& paid = std::get<OrderPaid>(event.body);
            return protocol::encodeBody(AttemptAnswer{
                protocol::PaidAnswer{paid.order, paid.number, codeOf(paid.order), event.day,
                                     event.at, paid.basket, paid.payment, paid.wait, 2}});
        }
        case AttemptState::Declined:
            return protocol::encodeBody(
                AttemptAnswer{protocol::DeclinedAnswer{*row.declineKind, "refused", 0}});
        case AttemptState::Voided:
            return protocol::encodeBody(AttemptAnswer{protocol::VoidedAnswer{}});
        case AttemptState::NeedsReview:
            return protocol::encodeBody(AttemptAnswer{protocol::GivenUpAnswer{}});
        case AttemptState::Charging:
        case AttemptState::Unknown:
        case AttemptState::Reversing:
        case AttemptState::Kept: // has its answer since it went to review
            break;
        }
        return {};
    }

    const std::vector<Event>& m_events;
    Replay m_replay;
    std::vector<OpenOrder> m_open;
    std::map<AttemptId, OrderPaid> m_paid;
    std::map<AttemptId, std::string> m_answers;
};

} // namespace

std::vector<Event> wholeHistory(std::uint64_t seed, std::size_t about)
{
    RandomHistory history{seed};
    std::vector<Event> events = history.take(about);
    while (std::holds_alternative<OrderCancelled>(events.back().body))
        events.push_back(history.next());
    return events;
}

std::vector<Event> withClosings(std::vector<Event> events)
{
    const auto size = static_cast<Sequence>(events.size());
    std::vector<OpenOrder> open;
    Sequence after = 0;
    std::int64_t number = 0;
    for (const Sequence to : {size / 2, size}) {
        const DayReport report = ToldLog{events}.report(after, to, std::move(open));
        const Event& last = events.back();
        Event closing{last.seq + 1,
                      last.at,
                      last.at,
                      last.day,
                      {Role::Daemon, "daemon"},
                      closedBy(++number, report)};
        events.push_back(std::move(closing));
        after = to;
        open = report.open;
    }
    return events;
}

std::vector<Changes> changesOf(const std::vector<Event>& events)
{
    Teller teller{events};
    std::vector<Changes> steps;
    for (std::size_t i = 0; i < events.size(); ++i) {
        Changes& changes = steps.emplace_back(teller.changesOf(events[i]));
        if (std::holds_alternative<OrderCancelled>(events[i].body))
            while (i + 1 < events.size() &&
                   std::holds_alternative<RefundOpened>(events[i + 1].body)) {
                const Changes refund = teller.changesOf(events[++i]);
                changes.insert(changes.end(), refund.begin(), refund.end());
            }
    }
    return steps;
}

void writeHistory(Ledger& ledger, const std::vector<Event>& events)
{
    ledger.begin();
    for (const Changes& changes : changesOf(events)) {
        ledger.savepoint();
        ledger.record(changes);
        ledger.releaseSavepoint();
    }
    ledger.commit();
}

} // namespace coffee::test
