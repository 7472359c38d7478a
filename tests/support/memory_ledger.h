// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace coffee::test {

/// What a memory ledger holds: the disk of a shop that lives in a test. It outlives the ledgers
/// that are opened on it one after the other.
struct MemoryBooks {
    std::string epoch;
    std::string shopId;
    std::vector<Event> events; ///< event `seq` is events[seq - 1]
    std::map<AttemptId, daemon::AttemptRow> attempts;
    std::unordered_map<std::string, AttemptId> attemptOfKey;
    std::map<std::string, daemon::TombstoneRow> tombstones;
    std::map<OrderId, daemon::OrderRow> orders; ///< with their units and refunds
    std::map<RefundId, OrderId> orderOfRefund;
    std::unordered_map<std::string, RefundId> refundOfKey;
    std::unordered_map<std::string, daemon::OperationRow> operations;
    std::map<std::string, std::string> settings;
    std::optional<daemon::ViewStored> view;
    std::vector<daemon::ZRow> zs; ///< Z `number` is zs[number - 1]

    [[nodiscard]] const daemon::AttemptRow* attempt(const std::string& key) const;
    [[nodiscard]] const daemon::RefundRow* refund(RefundId id) const;
    /// By its key at the provider.
    [[nodiscard]] const daemon::RefundRow* refundByKey(const std::string& key) const;
};

/// A ledger without a disk that keeps every promise of the conformance suite: one transaction,
/// savepoints, the same refusals. Fast enough for millions of commits a minute. A ledger that is
/// destroyed within a transaction leaves what a killed process leaves: nothing of it.
///
/// One thread. The methods are open to a test that wants a disk with faults.
class MemoryLedger : public daemon::Ledger {
public:
    /// Whether `record` proves that what it keeps can be read again from its bytes. Where bytes
    /// are read by others anyway, the proof is only expense.
    enum class Proof { Bytes, None };

    explicit MemoryLedger(MemoryBooks& books, Proof proof = Proof::Bytes);
    ~MemoryLedger() override;

    void begin() override;
    void savepoint() override;
    void releaseSavepoint() override;
    void rollbackToSavepoint() override;
    void commit() override;
    void rollback() override;
    void record(const daemon::Changes& changes) override;

    [[nodiscard]] daemon::OpenShop load() override;
    [[nodiscard]] std::optional<daemon::KeyRow> findKey(const AttemptKey& key) override;
    [[nodiscard]] std::optional<daemon::AttemptRow> findAttempt(AttemptId attempt) override;
    [[nodiscard]] std::optional<daemon::OperationRow>
    findOperation(const OperationKey& op) override;
    [[nodiscard]] std::optional<daemon::OrderRow> findOrder(OrderId order) override;
    [[nodiscard]] std::optional<daemon::OrderRow>
    findOrderByAttempt(const AttemptKey& key) override;
    [[nodiscard]] std::optional<daemon::OrderRow> findOrderByNumber(std::int32_t number) override;
    [[nodiscard]] std::optional<daemon::RefundRow> findRefund(RefundId refund) override;
    [[nodiscard]] std::optional<daemon::ZRow> findZ(std::int64_t number) override;
    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) override;
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit) override;
    [[nodiscard]] std::vector<protocol::OrderSummary>
    ordersBefore(OrderId before, std::int32_t limit, bool openOnly) override;
    [[nodiscard]] std::int64_t databaseBytes() override { return 4096; }

protected:
    [[nodiscard]] const MemoryBooks& books() const { return m_books; }

private:
    void undoTo(std::size_t length);

    MemoryBooks& m_books;
    Proof m_proof;
    bool m_open{false};
    std::size_t m_savepoint{0};
    std::vector<std::function<void()>> m_undo; ///< the way back, newest last
};

} // namespace coffee::test
