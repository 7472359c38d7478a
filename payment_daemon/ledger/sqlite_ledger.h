// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace coffee::daemon {

/// The file cannot be used as this shop's ledger; one sentence says why: another program has it
/// open, it belongs to a newer version or to another program, it is damaged, its newest part is
/// missing, or it cannot be opened at all.
class LedgerUnusable : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What a new log is called for ever. Ignored when the file is a ledger already.
struct LedgerIdentity {
    std::string epoch; ///< 32 hex digits, random
    std::string shopId;
};

/// Whether a small file beside the ledger keeps how far the log was written.
enum class Witness {
    None,
    Kept ///< in FILE-head; a ledger that is behind it is not opened
};

/// The ledger in one SQLite file, with its one connection for the life of the process. While it
/// lives nobody else can open the file, not even for reading.
class SqliteLedger final : public Ledger {
public:
    /// Opens the file, or makes it. Throws LedgerUnusable, LedgerFull or LedgerBroken; a file that
    /// is refused stays as it is.
    SqliteLedger(const std::filesystem::path& file, const LedgerIdentity& identityIfNew,
                 Witness witness = Witness::None);
    ~SqliteLedger() override;

    void begin() override;
    void savepoint() override;
    void releaseSavepoint() override;
    void rollbackToSavepoint() override;
    void commit() override;
    void rollback() override;

    void record(const Changes& changes) override;

    [[nodiscard]] OpenShop load() override;
    [[nodiscard]] std::optional<KeyRow> findKey(const AttemptKey& key) override;
    [[nodiscard]] std::optional<AttemptRow> findAttempt(AttemptId attempt) override;
    [[nodiscard]] std::optional<OperationRow> findOperation(const OperationKey& op) override;
    [[nodiscard]] std::optional<OrderRow> findOrder(OrderId order) override;
    [[nodiscard]] std::optional<OrderRow> findOrderByAttempt(const AttemptKey& key) override;
    [[nodiscard]] std::optional<OrderRow> findOrderByNumber(std::int32_t number) override;
    [[nodiscard]] std::optional<RefundRow> findRefund(RefundId refund) override;
    [[nodiscard]] std::optional<ZRow> findZ(std::int64_t number) override;
    [[nodiscard]] std::vector<Event> eventsAfter(Sequence after, std::int32_t limit) override;
    [[nodiscard]] std::vector<Event> eventsOfOrder(OrderId order, std::int32_t limit) override;
    [[nodiscard]] std::vector<protocol::OrderSummary>
    ordersBefore(OrderId before, std::int32_t limit, bool openOnly) override;
    [[nodiscard]] std::int64_t databaseBytes() override;

    /// Begins a copy of everything into a new file. The copy must end before the ledger does.
    /// Throws LedgerCopy::Failed.
    [[nodiscard]] std::unique_ptr<LedgerCopy> copyTo(const std::filesystem::path& file);

    // For tests and benchmarks.
    /// How many statements were run so far.
    [[nodiscard]] std::int64_t statementsRun() const;
    /// SQLite's plan for every query used so far, one line a step.
    [[nodiscard]] std::vector<std::string> queryPlans();

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace coffee::daemon
