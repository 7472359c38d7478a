// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <functional>
#include <memory>
#include <utility>

namespace coffee::test {

/// A ledger that fails when it is told to and is a real one otherwise.
class FaultyLedger final : public daemon::Ledger {
public:
    explicit FaultyLedger(std::unique_ptr<daemon::Ledger> real) : m_real{std::move(real)} {}

    /// While it is set, whatever would be recorded finds the disk full.
    bool full{false};
    /// The same for changes for which this says true.
    std::function<bool(const daemon::Changes&)> fullFor;
    /// While it is set, a commit fails for good.
    bool broken{false};
    /// Changes for which this says true are refused, as by a trigger.
    std::function<bool(const daemon::Changes&)> refuses;
    /// Changes for which this says true end in an exception that nobody has foreseen.
    std::function<bool(const daemon::Changes&)> throws;

    int commits{0};       ///< of transactions in which something was recorded
    bool recorded{false}; ///< in the transaction that is open

    void begin() override
    {
        recorded = false;
        m_real->begin();
    }
    void savepoint() override { m_real->savepoint(); }
    void releaseSavepoint() override { m_real->releaseSavepoint(); }
    void rollbackToSavepoint() override { m_real->rollbackToSavepoint(); }
    void commit() override
    {
        if (broken)
            throw daemon::LedgerBroken{"a test broke the disk"};
        m_real->commit();
        commits += recorded ? 1 : 0;
    }
    void rollback() override { m_real->rollback(); }

    void record(const daemon::Changes& changes) override
    {
        if ((full && !changes.empty()) || (fullFor && fullFor(changes))) {
            m_real->rollback();
            throw daemon::LedgerFull{"a test filled the disk"};
        }
        if (refuses && refuses(changes))
            throw daemon::LedgerRefused{"a test refused it"};
        if (throws && throws(changes))
            throw std::out_of_range{"a test threw it"};
        recorded = recorded || !changes.empty();
        m_real->record(changes);
    }

    [[nodiscard]] daemon::OpenShop load() override { return m_real->load(); }
    [[nodiscard]] std::optional<daemon::KeyRow> findKey(const AttemptKey& key) override
    {
        return m_real->findKey(key);
    }
    [[nodiscard]] std::optional<daemon::AttemptRow> findAttempt(AttemptId attempt) override
    {
        return m_real->findAttempt(attempt);
    }
    [[nodiscard]] std::optional<daemon::OperationRow> findOperation(const OperationKey& op) override
    {
        return m_real->findOperation(op);
    }
    [[nodiscard]] std::optional<daemon::OrderRow> findOrder(OrderId order) override
    {
        return m_real->findOrder(order);
    }
    [[nodiscard]] std::optional<daemon::OrderRow> findOrderByAttempt(const AttemptKey& key) override
    {
        return m_real->findOrderByAttempt(key);
    }
    [[nodiscard]] std::optional<daemon::OrderRow> findOrderByNumber(std::int32_t number) override
    {
        return m_real->findOrderByNumber(number);
    }
    [[nodiscard]] std::optional<daemon::RefundRow> findRefund(RefundId refund) override
    {
        return m_real->findRefund(refund);
    }
    [[nodiscard]] std::optional<daemon::ZRow> findZ(std::int64_t number) override
    {
        return m_real->findZ(number);
    }
    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) override
    {
        return m_real->eventsAfter(after, limit);
    }
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit) override
    {
        return m_real->eventsOfOrder(order, limit);
    }
    [[nodiscard]] std::vector<protocol::OrderSummary>
    ordersBefore(OrderId before, std::int32_t limit, bool openOnly) override
    {
        return m_real->ordersBefore(before, limit, openOnly);
    }
    [[nodiscard]] std::int64_t databaseBytes() override { return m_real->databaseBytes(); }

private:
    std::unique_ptr<daemon::Ledger> m_real;
};

} // namespace coffee::test
