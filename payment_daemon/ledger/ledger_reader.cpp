// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/ledger_reader.h"

#include "payment_daemon/ledger/event_row.h"
#include "payment_daemon/ledger/row_values.h"
#include "payment_daemon/ledger/schema.h"
#include "payment_daemon/ledger/written_sql.h"

#include <limits>

namespace coffee::daemon {

OpenShop LedgerReader::load()
{
    OpenShop shop;
    loadHead(shop);
    loadOpen(shop);
    return shop;
}

void LedgerReader::loadHead(OpenShop& shop)
{
    Rows meta = m_connection.statement("SELECT name, value FROM meta").query();
    while (meta.next())
        (meta.view(0) == "epoch" ? shop.epoch : shop.shopId) = meta.text(1);
    Rows settings = m_connection.statement("SELECT name, value FROM settings").query();
    while (settings.next())
        shop.settings.insert_or_assign(settings.text(0), settings.text(1));
    if (const auto restored = shop.settings.find(std::string{kRestoredEpoch});
        restored != shop.settings.end())
        shop.epoch = restored->second;

    Rows event =
        m_connection.statement("SELECT seq, at FROM events ORDER BY seq DESC LIMIT 1").query();
    if (event.next()) {
        shop.head = event.integer(0);
        shop.lastAt = fromMs(event.integer(1));
    }
    Rows ids = m_connection
                   .statement("SELECT (SELECT coalesce(max(id), 0) FROM attempts),"
                              " (SELECT coalesce(max(id), 0) FROM orders),"
                              " (SELECT coalesce(max(id), 0) FROM refunds)")
                   .query();
    if (ids.next()) {
        shop.lastAttempt = ids.integer(0);
        shop.lastOrder = ids.integer(1);
        shop.lastRefund = ids.integer(2);
    }
    Rows number =
        m_connection
            .statement("SELECT day, number FROM orders ORDER BY day DESC, number DESC LIMIT 1")
            .query();
    if (number.next()) {
        shop.lastDay = number.number(0);
        shop.lastNumber = number.number(1);
    }
    Rows closed =
        m_connection.statement("SELECT number, to_seq FROM z_reports ORDER BY number DESC LIMIT 1")
            .query();
    if (closed.next()) {
        shop.lastZ = closed.integer(0);
        shop.closedTo = closed.integer(1);
    }
    Rows view = m_connection.statement("SELECT seq, bytes FROM views WHERE fold_version = ?")
                    .query(kFoldVersion);
    if (view.next())
        shop.view = ViewStored{view.integer(0), view.text(1)};
}

void LedgerReader::loadOpen(OpenShop& shop)
{
    static const std::string attempts = "SELECT " + std::string{kAttemptColumns} +
                                        " FROM attempts WHERE " + std::string{kUnsettledAttempt} +
                                        " ORDER BY id";
    Rows attempt = m_connection.statement(attempts).query();
    while (attempt.next())
        shop.attempts.push_back(attemptOf(attempt));

    static const std::string orders = "SELECT id FROM orders WHERE " + std::string{kOpenOrder} +
                                      " UNION SELECT id FROM orders WHERE stop_unacknowledged = 1"
                                      " ORDER BY id";
    Rows order = m_connection.statement(orders).query();
    while (order.next())
        shop.orders.push_back(*this->order(order.integer(0)));

    static const std::string refunds = "SELECT " + std::string{kRefundColumns} +
                                       " FROM refunds WHERE " + std::string{kUnsettledRefund} +
                                       " ORDER BY id";
    Rows refund = m_connection.statement(refunds).query();
    while (refund.next()) {
        shop.refunds.push_back(refundOf(refund));
        addUnits(shop.refunds.back());
    }
}

std::optional<KeyRow> LedgerReader::findKey(const AttemptKey& key)
{
    static const std::string sql =
        "SELECT " + std::string{kAttemptColumns} + " FROM attempts WHERE key = ?";
    Rows attempt = m_connection.statement(sql).query(key.value);
    if (attempt.next())
        return attemptOf(attempt);
    Rows tombstone = m_connection.statement(sql::kFindTombstone).query(key.value);
    if (tombstone.next())
        return TombstoneRow{key, tombstone.text(0), tombstone.text(1),
                            fromMs(tombstone.integer(2))};
    return std::nullopt;
}

std::optional<AttemptRow> LedgerReader::attempt(AttemptId id)
{
    static const std::string sql =
        "SELECT " + std::string{kAttemptColumns} + " FROM attempts WHERE id = ?";
    Rows row = m_connection.statement(sql).query(id);
    if (!row.next())
        return std::nullopt;
    return attemptOf(row);
}

std::optional<OperationRow> LedgerReader::operation(const OperationKey& key)
{
    Rows row = m_connection
                   .statement("SELECT machine, fingerprint, status, body, at FROM operations"
                              " WHERE key = ?")
                   .query(key.value);
    if (!row.next())
        return std::nullopt;
    return OperationRow{
        key,
        row.text(0),
        row.text(1),
        row.view(2) == "ok" ? protocol::ReplyStatus::Ok : protocol::ReplyStatus::Refused,
        row.text(3),
        fromMs(row.integer(4))};
}

std::optional<OrderRow> LedgerReader::order(OrderId id)
{
    static const std::string sql = "SELECT " + std::string{kOrderColumns} +
                                   " FROM orders o JOIN attempts a ON a.id = o.attempt_id"
                                   " WHERE o.id = ?";
    return orderWithParts(m_connection.statement(sql).query(id));
}

std::optional<OrderRow> LedgerReader::orderByAttempt(const AttemptKey& key)
{
    static const std::string sql = "SELECT " + std::string{kOrderColumns} +
                                   " FROM attempts a JOIN orders o ON o.id = a.order_id"
                                   " WHERE a.key = ?";
    return orderWithParts(m_connection.statement(sql).query(key.value));
}

std::optional<OrderRow> LedgerReader::orderByNumber(std::int32_t number)
{
    static const std::string sql = "SELECT " + std::string{kOrderColumns} +
                                   " FROM orders o JOIN attempts a ON a.id = o.attempt_id"
                                   " WHERE o.number = ? ORDER BY o.id DESC LIMIT 1";
    return orderWithParts(m_connection.statement(sql).query(number));
}

std::optional<OrderRow> LedgerReader::orderWithParts(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    OrderRow order = orderRowOf(rows);
    order.basket.lines = lines(order.id);
    order.units = units(order.id);
    for (const UnitRow& unit : order.units)
        order.basket.lines.at(static_cast<std::size_t>(unit.line) - 1)
            .units.push_back({unit.cup, unit.price});
    order.refunds = refundsOf(order.id);
    return order;
}

std::vector<PricedLine> LedgerReader::lines(OrderId order)
{
    std::vector<PricedLine> lines;
    Rows row = m_connection
                   .statement("SELECT item, name_ko, name_en, station, tax, total FROM order_lines"
                              " WHERE order_id = ? ORDER BY line")
                   .query(order);
    while (row.next())
        lines.push_back(lineOf(row));
    addOptions(order, lines);
    return lines;
}

void LedgerReader::addOptions(OrderId order, std::vector<PricedLine>& lines)
{
    Rows row = m_connection
                   .statement("SELECT line, option_group, choice, name_ko, name_en, count,"
                              " price_difference FROM line_options WHERE order_id = ?"
                              " ORDER BY line, place")
                   .query(order);
    while (row.next())
        lines.at(static_cast<std::size_t>(row.number(0)) - 1).options.push_back(optionOf(row));
}

std::vector<UnitRow> LedgerReader::units(OrderId order)
{
    std::vector<UnitRow> units;
    Rows row = m_connection
                   .statement("SELECT unit, line, cup, price, state, reason FROM units"
                              " WHERE order_id = ? ORDER BY unit")
                   .query(order);
    while (row.next())
        units.push_back(unitOf(row));
    return units;
}

std::vector<RefundRow> LedgerReader::refundsOf(OrderId order)
{
    static const std::string sql =
        "SELECT " + std::string{kRefundColumns} + " FROM refunds WHERE order_id = ? ORDER BY id";
    std::vector<RefundRow> refunds;
    Rows row = m_connection.statement(sql).query(order);
    while (row.next()) {
        refunds.push_back(refundOf(row));
        addUnits(refunds.back());
    }
    return refunds;
}

void LedgerReader::addUnits(RefundRow& refund)
{
    Rows row =
        m_connection.statement("SELECT unit FROM refund_units WHERE refund_id = ? ORDER BY place")
            .query(refund.id);
    while (row.next())
        refund.units.push_back(row.number(0));
}

std::optional<RefundRow> LedgerReader::refund(RefundId id)
{
    static const std::string sql =
        "SELECT " + std::string{kRefundColumns} + " FROM refunds WHERE id = ?";
    Rows row = m_connection.statement(sql).query(id);
    if (!row.next())
        return std::nullopt;
    RefundRow refund = refundOf(row);
    addUnits(refund);
    return refund;
}

std::optional<ZRow> LedgerReader::z(std::int64_t number)
{
    Rows row = m_connection
                   .statement("SELECT number, day, from_seq, to_seq, at, role, name, report"
                              " FROM z_reports WHERE number = ?")
                   .query(number);
    if (!row.next())
        return std::nullopt;
    return ZRow{row.integer(0), row.number(1),          row.integer(2),
                row.integer(3), fromMs(row.integer(4)), {wordIn<Role>(row, 5), row.text(6)},
                row.text(7)};
}

std::vector<Event> LedgerReader::eventsAfter(Sequence after, std::int32_t limit)
{
    static const std::string sql =
        "SELECT " + std::string{kEventColumns} + " FROM events WHERE seq > ? ORDER BY seq LIMIT ?";
    std::vector<Event> events;
    Rows row = m_connection.statement(sql).query(after, limit);
    while (row.next())
        events.push_back(eventOf(row));
    return events;
}

std::vector<Event> LedgerReader::eventsOfOrder(OrderId order, std::int32_t limit)
{
    static const std::string sql =
        "SELECT " + std::string{kEventColumns} +
        " FROM events WHERE seq IN (SELECT seq FROM events WHERE order_id = ?1 UNION"
        " SELECT e.seq FROM orders o JOIN events e ON e.attempt_id = o.attempt_id WHERE o.id = ?1)"
        " ORDER BY seq LIMIT ?2";
    std::vector<Event> events;
    Rows row = m_connection.statement(sql).query(order, limit);
    while (row.next())
        events.push_back(eventOf(row));
    return events;
}

std::vector<protocol::OrderSummary> LedgerReader::ordersBefore(OrderId before, std::int32_t limit,
                                                               bool openOnly)
{
    constexpr std::string_view kColumns =
        "SELECT id, number, day, state, total,"
        " (SELECT coalesce(sum(amount), 0) FROM refunds WHERE order_id = orders.id), kiosk,"
        " (SELECT count(*) FROM units WHERE order_id = orders.id), paid_at FROM orders"
        " WHERE id < ?1";
    static const std::string all = std::string{kColumns} + " ORDER BY id DESC LIMIT ?2";
    static const std::string open =
        std::string{kColumns} + " AND " + std::string{kOpenOrder} + " ORDER BY id DESC LIMIT ?2";
    constexpr OrderId kAllOrders = std::numeric_limits<OrderId>::max();
    std::vector<protocol::OrderSummary> orders;
    Rows row = m_connection.statement(openOnly ? open : all)
                   .query(before > 0 ? before : kAllOrders, limit);
    while (row.next())
        orders.push_back({row.integer(0), row.number(1), row.number(2), wordIn<OrderState>(row, 3),
                          Money::fromWon(row.integer(4)), Money::fromWon(row.integer(5)),
                          row.text(6), row.number(7), fromMs(row.integer(8))});
    return orders;
}

} // namespace coffee::daemon
