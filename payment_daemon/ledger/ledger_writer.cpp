// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/ledger_writer.h"

#include "payment_daemon/ledger/column_words.h"
#include "payment_daemon/ledger/event_chain.h"
#include "payment_daemon/ledger/event_row.h"
#include "payment_daemon/ledger/log_head.h"
#include "payment_daemon/ledger/number_list.h"
#include "payment_daemon/ledger/order_parts.h"
#include "payment_daemon/ledger/written_sql.h"
#include "shared/protocol/codec.h"

namespace coffee::daemon {
namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

void mustChange(int rows, std::string_view what, std::int64_t id)
{
    if (rows != 1)
        throw LedgerRefused{"there is no " + std::string{what} + ' ' + std::to_string(id)};
}

// What could be written and never be read again would stop every later start: it is refused
// while it is still one input's mistake.

std::string readableBasket(const PricedBasket& basket)
{
    std::string bytes = protocol::encodeBasket(basket);
    if (const auto read = protocol::decodeBasket(bytes); !read)
        throw LedgerRefused{"a basket that cannot be read again: " + read.error().detail};
    return bytes;
}

std::string readableBody(const EventBody& body)
{
    std::string bytes = protocol::encodeEventBody(body);
    if (const auto read = protocol::decodeEventBody(protocol::typeName(body), bytes); !read)
        throw LedgerRefused{"an event that cannot be read again: " + read.error().detail};
    return bytes;
}

const std::string& readableReport(const std::string& bytes)
{
    if (const auto read = protocol::decodeReport(bytes); !read)
        throw LedgerRefused{"a report that cannot be read again: " + read.error().detail};
    return bytes;
}

std::string_view statusWord(protocol::ReplyStatus status)
{
    switch (status) {
    case protocol::ReplyStatus::Ok:
        return "ok";
    case protocol::ReplyStatus::Refused:
        return "refused";
    case protocol::ReplyStatus::Pending:
        break;
    }
    throw LedgerRefused{"a pending answer is never stored"};
}

} // namespace

void LedgerWriter::write(const Change& change)
{
    std::visit(Overloaded{
                   [this](const AttemptInserted& it) { insert(it.row); },
                   [this](const AttemptChanged& it) { update(it.row); },
                   [this](const TombstoneInserted& it) { insert(it.row); },
                   [this](const OrderInserted& it) { insert(it.row); },
                   [this](const OrderChanged& it) { update(it.row); },
                   [this](const UnitChanged& it) { update(it); },
                   [this](const RefundInserted& it) { insert(it.row); },
                   [this](const RefundChanged& it) { update(it); },
                   [this](const ZInserted& it) { insert(it.row); },
                   [this](const OperationStored& it) { insert(it.row); },
                   [this](const CodeTried& it) { update(it); },
                   [this](const SettingStored& it) { store(it); },
                   [this](const EventAppended& it) { append(it.event); },
                   [this](const ViewStored& it) { store(it); },
               },
               change);
}

void LedgerWriter::insert(const AttemptRow& row)
{
    m_connection.statement(sql::kInsertAttempt)
        .run(row.id, row.key.value, row.machine, row.quote.value, row.locale,
             readableBasket(row.basket), row.basket.total.won(), row.wait.minSeconds,
             row.wait.maxSeconds, toMs(row.openedAt), word(row.state), wordOf(row.declineKind),
             row.cause, row.abandonAsked, row.payment.method, row.payment.maskedCard,
             row.payment.approval, row.order, row.finalBody, row.shown, toMs(row.changedAt));
}

void LedgerWriter::update(const AttemptRow& row)
{
    const int rows =
        m_connection.statement(sql::kUpdateAttempt)
            .run(row.id, word(row.state), wordOf(row.declineKind), row.cause, row.abandonAsked,
                 row.payment.method, row.payment.maskedCard, row.payment.approval, row.order,
                 row.finalBody, row.shown, toMs(row.changedAt));
    mustChange(rows, "attempt", row.id);
}

void LedgerWriter::insert(const TombstoneRow& row)
{
    m_connection.statement("INSERT INTO tombstones(key, machine, final_body, at) VALUES (?,?,?,?)")
        .run(row.key.value, row.machine, row.finalBody, toMs(row.at));
}

void LedgerWriter::insert(const OrderRow& row)
{
    m_connection.statement(sql::kInsertOrder)
        .run(row.id, row.attempt, row.number, row.day, row.code, row.kiosk,
             word(row.basket.service), row.basket.allergyNote, row.basket.total.won(),
             row.payment.method, row.payment.maskedCard, row.payment.approval, row.wait.minSeconds,
             row.wait.maxSeconds, toMs(row.paidAt), word(row.state), toMs(row.startedAt),
             toMs(row.readyAt), toMs(row.finishedAt), toMs(row.lastStepAt), wordOf(row.cancelledBy),
             row.cancelReason, row.stopUnacknowledged, numberList(row.wasted), row.codeFailures,
             row.codeLockedUntilMs);

    const OrderParts parts = partsOf(row.basket);
    m_connection.statement(sql::kInsertLines).run(row.id, parts.lines);
    m_connection.statement(sql::kInsertOptions).run(row.id, parts.options);
    m_connection.statement(sql::kInsertUnits).run(row.id, parts.units);
}

void LedgerWriter::update(const OrderRow& row)
{
    const int rows = m_connection
                         .statement("UPDATE orders SET state = ?2, started_at = ?3, ready_at = ?4,"
                                    " finished_at = ?5, last_step_at = ?6, cancelled_by = ?7,"
                                    " cancel_reason = ?8, stop_unacknowledged = ?9, wasted = ?10"
                                    " WHERE id = ?1")
                         .run(row.id, word(row.state), toMs(row.startedAt), toMs(row.readyAt),
                              toMs(row.finishedAt), toMs(row.lastStepAt), wordOf(row.cancelledBy),
                              row.cancelReason, row.stopUnacknowledged, numberList(row.wasted));
    mustChange(rows, "order", row.id);
}

void LedgerWriter::update(const UnitChanged& change)
{
    const int rows =
        m_connection
            .statement("UPDATE units SET state = ?3, reason = ?4 WHERE order_id = ?1 AND unit = ?2")
            .run(change.order, change.unit, word(change.state), change.reason);
    mustChange(rows, "unit " + std::to_string(change.unit) + " of order", change.order);
}

void LedgerWriter::insert(const RefundRow& row)
{
    m_connection
        .statement("INSERT INTO refunds(id, order_id, key, amount, reason, state, opened_at,"
                   " changed_at) VALUES (?,?,?,?,?,?,?,?)")
        .run(row.id, row.order, row.key, row.amount.won(), row.reason, word(row.state),
             toMs(row.openedAt), toMs(row.changedAt));
    if (row.units.empty())
        return;
    m_connection
        .statement("INSERT INTO refund_units(order_id, unit, refund_id, place)"
                   " SELECT ?1, value, ?2, key + 1 FROM json_each(?3)")
        .run(row.order, row.id, numberList(row.units));
}

void LedgerWriter::update(const RefundChanged& change)
{
    const int rows =
        m_connection.statement("UPDATE refunds SET state = ?2, changed_at = ?3 WHERE id = ?1")
            .run(change.refund, word(change.state), toMs(change.at));
    mustChange(rows, "refund", change.refund);
}

void LedgerWriter::insert(const ZRow& row)
{
    m_connection
        .statement("INSERT INTO z_reports(number, day, from_seq, to_seq, at, role, name, report)"
                   " VALUES (?,?,?,?,?,?,?,?)")
        .run(row.number, row.day, row.from, row.to, toMs(row.at), word(row.by.role), row.by.name,
             readableReport(row.report));
}

void LedgerWriter::insert(const OperationRow& row)
{
    m_connection
        .statement("INSERT INTO operations(key, machine, fingerprint, status, body, at)"
                   " VALUES (?,?,?,?,?,?)")
        .run(row.op.value, row.machine, row.fingerprint, statusWord(row.status), row.body,
             toMs(row.at));
}

void LedgerWriter::update(const CodeTried& change)
{
    const int rows =
        m_connection
            .statement("UPDATE orders SET code_failures = ?2, code_locked_until = ?3 WHERE id = ?1")
            .run(change.order, change.failures, change.lockedUntilMs);
    mustChange(rows, "order", change.order);
}

void LedgerWriter::store(const SettingStored& setting)
{
    m_connection
        .statement("INSERT INTO settings(name, value) VALUES (?,?)"
                   " ON CONFLICT(name) DO UPDATE SET value = excluded.value")
        .run(setting.name, setting.value);
}

void LedgerWriter::append(const Event& event)
{
    const std::string body = readableBody(event.body);
    if (!m_head)
        m_head = readHead();
    std::string chain = chainLink(m_head->chain, event, body);
    m_connection.statement(sql::kInsertEvent)
        .run(event.seq, toMs(event.at), toMs(event.occurredAt), event.day, word(event.actor.role),
             event.actor.name, protocol::typeName(event.body), orderOf(event.body),
             attemptOf(event.body), body, chain);
    // The trigger let only the next one pass.
    m_head->seq = event.seq;
    m_head->chain = std::move(chain);
}

LogHead LedgerWriter::readHead()
{
    LogHead head;
    Rows meta = m_connection
                    .statement("SELECT (SELECT value FROM meta WHERE name = 'epoch'),"
                               " (SELECT value FROM meta WHERE name = 'shop_id')")
                    .query();
    static_cast<void>(meta.next());
    head.epoch = epochOf(m_connection);
    Rows last =
        m_connection.statement("SELECT seq, chain FROM events ORDER BY seq DESC LIMIT 1").query();
    if (last.next()) {
        head.seq = last.integer(0);
        head.chain = last.text(1);
    } else {
        head.chain = chainStart(meta.view(0), meta.view(1));
    }
    return head;
}

void LedgerWriter::store(const ViewStored& view)
{
    m_connection
        .statement("INSERT INTO views(id, fold_version, seq, bytes) VALUES (1,?,?,?)"
                   " ON CONFLICT(id) DO UPDATE SET fold_version = excluded.fold_version,"
                   " seq = excluded.seq, bytes = excluded.bytes")
        .run(kFoldVersion, view.seq, view.bytes);
}

} // namespace coffee::daemon
