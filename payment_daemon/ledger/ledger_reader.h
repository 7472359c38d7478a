// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/ledger/statement.h"

namespace coffee::daemon {

/// Turns rows into values. Every query finds its rows by a key or an index: none walks through a
/// table that grows with the shop's history.
class LedgerReader {
public:
    explicit LedgerReader(Connection& connection) : m_connection{connection} {}

    [[nodiscard]] OpenShop load();
    [[nodiscard]] std::optional<KeyRow> findKey(const AttemptKey& key);
    [[nodiscard]] std::optional<AttemptRow> attempt(AttemptId id);
    [[nodiscard]] std::optional<OperationRow> operation(const OperationKey& key);
    [[nodiscard]] std::optional<OrderRow> order(OrderId id);
    [[nodiscard]] std::optional<OrderRow> orderByAttempt(const AttemptKey& key);
    [[nodiscard]] std::optional<OrderRow> orderByNumber(std::int32_t number);
    [[nodiscard]] std::optional<RefundRow> refund(RefundId id);
    [[nodiscard]] std::optional<ZRow> z(std::int64_t number);
    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit);
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit);
    [[nodiscard]] std::vector<protocol::OrderSummary>
    ordersBefore(OrderId before, std::int32_t limit, bool openOnly);

private:
    void loadHead(OpenShop& shop);
    void loadOpen(OpenShop& shop);
    [[nodiscard]] std::optional<OrderRow> orderWithParts(Rows rows);
    [[nodiscard]] std::vector<PricedLine> lines(OrderId order);
    void addOptions(OrderId order, std::vector<PricedLine>& lines);
    [[nodiscard]] std::vector<UnitRow> units(OrderId order);
    [[nodiscard]] std::vector<RefundRow> refundsOf(OrderId order);
    void addUnits(RefundRow& refund);

    Connection& m_connection;
};

} // namespace coffee::daemon
