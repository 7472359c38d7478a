// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/event_walk.h"

#include "payment_daemon/ledger/column_words.h"
#include "payment_daemon/ledger/event_chain.h"
#include "payment_daemon/ledger/event_row.h"
#include "payment_daemon/ledger/z_check.h"
#include "shared/domain/report_reading.h"
#include "shared/protocol/codec.h"

namespace coffee::daemon {
namespace {

// The columns after those of `eventOf`.
constexpr int kChainColumn = 8;
constexpr int kOrderColumn = 9;
constexpr int kAttemptColumn = 10;
constexpr int kBodyColumn = 7;

std::string nameOf(Sequence seq)
{
    return "events " + std::to_string(seq);
}

std::string idText(std::optional<std::int64_t> id)
{
    return id ? std::to_string(*id) : "nothing";
}

std::optional<std::int64_t> idIn(const Rows& row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

} // namespace

EventWalk::EventWalk(Connection& ledger, Connection& retold, Differences& differences)
    : m_ledger{ledger},
      m_retold{retold},
      m_differences{differences},
      m_reader{ledger},
      m_writer{retold}
{
    Statement meta = m_ledger.prepare("SELECT (SELECT value FROM meta WHERE name = 'epoch'),"
                                      " (SELECT value FROM meta WHERE name = 'shop_id')");
    Rows row = meta.query();
    if (row.next())
        m_chain = chainStart(row.view(0), row.view(1));
    Statement view = m_ledger.prepare("SELECT seq FROM views WHERE fold_version = ?");
    Rows stored = view.query(kFoldVersion);
    if (stored.next())
        m_storedViewSeq = stored.integer(0);
}

std::int64_t EventWalk::run()
{
    std::int64_t events = 0;
    m_retold.execute("BEGIN");
    if (m_storedViewSeq == 0)
        compareView();
    Statement query = m_ledger.prepare("SELECT " + std::string{kEventColumns} +
                                       ", chain, order_id, attempt_id FROM events ORDER BY seq");
    Rows row = query.query();
    while (row.next() && !m_differences.full()) {
        ++events;
        checkPlace(row);
        try {
            const Event event = eventOf(row);
            checkEvent(row, event);
            checkFrom(event);
            retell(event);
            m_view.apply(event);
            if (event.seq == m_storedViewSeq)
                compareView();
        } catch (const UnreadableRow& error) {
            m_differences.add(nameOf(row.integer(0)), "an event", error.what());
        }
        m_chain = row.text(kChainColumn);
    }
    if (m_storedViewSeq > m_lastSeq)
        m_differences.add("views 1, seq", "at most " + std::to_string(m_lastSeq),
                          std::to_string(m_storedViewSeq));
    // Never committed: a cancel whose refund the events do not tell would forbid that, and shall be
    // reported like anything else.
    return events;
}

void EventWalk::checkPlace(const Rows& row)
{
    const Sequence seq = row.integer(0);
    if (seq != m_lastSeq + 1)
        m_differences.add(nameOf(m_lastSeq + 1), "an event",
                          "none: the next is " + std::to_string(seq));
    const std::int64_t at = row.integer(1);
    if (at < m_lastAt)
        m_differences.add(nameOf(seq) + ", at", "not before " + std::to_string(m_lastAt),
                          std::to_string(at));
    if (row.integer(2) > at)
        m_differences.add(nameOf(seq) + ", occurred_at", "not after " + std::to_string(at),
                          row.text(2));
    m_lastSeq = seq;
    m_lastAt = at;
}

void EventWalk::checkEvent(const Rows& row, const Event& event)
{
    const std::string link = chainLink(m_chain, event, row.view(kBodyColumn));
    if (row.view(kChainColumn) != link)
        m_differences.add(nameOf(event.seq) + ", chain", link, row.text(kChainColumn));
    if (idIn(row, kOrderColumn) != orderOf(event.body))
        m_differences.add(nameOf(event.seq) + ", order_id", idText(orderOf(event.body)),
                          idText(idIn(row, kOrderColumn)));
    if (idIn(row, kAttemptColumn) != attemptOf(event.body))
        m_differences.add(nameOf(event.seq) + ", attempt_id", idText(attemptOf(event.body)),
                          idText(idIn(row, kAttemptColumn)));
}

/// The state that an event says it left must be the one that the events before it led to.
void EventWalk::checkFrom(const Event& event)
{
    const auto check = [&](OrderId id, OrderState from) {
        const OrderView* order = m_view.orders.find(id);
        if (order && order->state != from)
            m_differences.add(nameOf(event.seq) + ", from", std::string{word(order->state)},
                              std::string{word(from)});
    };
    if (const auto* moved = std::get_if<OrderMoved>(&event.body))
        check(moved->order, moved->from);
    else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body))
        check(cancelled->order, cancelled->from);
}

void EventWalk::retell(const Event& event)
{
    m_retold.statement("SAVEPOINT event").run();
    try {
        for (const Change& change : m_replay.changesOf(event))
            if (!std::holds_alternative<EventAppended>(change))
                m_writer.write(change);
        if (const auto* closed = std::get_if<DayClosed>(&event.body))
            retellClosing(*closed, event);
    } catch (const LedgerRefused& error) {
        m_retold.statement("ROLLBACK TO event").run();
        m_differences.add(nameOf(event.seq), "an event that can follow", error.what());
    } catch (const DatabaseError& error) {
        if (!error.isConstraint())
            throw;
        m_retold.statement("ROLLBACK TO event").run();
        m_differences.add(nameOf(event.seq), "an event that can follow", error.what());
    }
    m_retold.statement("RELEASE event").run();
}

/// The Z that was written then, made anew from the events that it says it covers.
void EventWalk::retellClosing(const DayClosed& closed, const Event& event)
{
    const DayReport report =
        readReport(m_reader, m_closedTo, closed.utcOffset, std::move(m_openAtClose),
                   [&](const Event& one, const ReportFold&) { return one.seq <= closed.to; });
    ++m_lastZ;
    checkClosing(closedBy(m_lastZ, report), closed, nameOf(event.seq), m_differences);
    if (const auto stored = m_reader.z(m_lastZ))
        checkReport(m_lastZ, report, stored->report, m_differences);
    m_writer.write(ZInserted{{m_lastZ, report.day, report.from, report.to, event.at, event.actor,
                              protocol::encodeReport(report)}});
    m_closedTo = report.to;
    m_openAtClose = report.open;
}

void EventWalk::compareView()
{
    Statement query = m_ledger.prepare("SELECT bytes FROM views");
    Rows row = query.query();
    if (!row.next() || row.view(0) == protocol::encodeView(m_view))
        return;
    const auto stored = protocol::decodeView(row.view(0));
    m_differences.add("views 1, bytes",
                      "the fold of the events up to " + std::to_string(m_storedViewSeq),
                      stored ? "another view" : "no view: " + stored.error().detail);
}

} // namespace coffee::daemon
