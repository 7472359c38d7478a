// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/memory_ledger.h"

namespace coffee::test {

/// Writes changes into the books or throws LedgerRefused, by the rules that the database keeps as
/// triggers and constraints. Each change leaves its way back in `undo`.
class MemoryLedgerWriter {
public:
    MemoryLedgerWriter(MemoryBooks& books, std::vector<std::function<void()>>& undo,
                       bool proveBytes)
        : m_books{books}, m_undo{undo}, m_proveBytes{proveBytes}
    {
    }

    void write(const daemon::Change& change);
    /// What may only be judged when all changes of a step are there.
    void checkDeferred() const;

private:
    void insert(const daemon::AttemptRow& row);
    void update(const daemon::AttemptRow& row);
    void insert(const daemon::TombstoneRow& row);
    void insert(const daemon::OrderRow& row);
    void update(const daemon::OrderRow& row);
    void update(const daemon::UnitChanged& change);
    void insert(const daemon::RefundRow& row);
    void update(const daemon::RefundChanged& change);
    void insert(const daemon::ZRow& row);
    void insert(const daemon::OperationRow& row);
    void update(const daemon::CodeTried& change);
    void store(const daemon::SettingStored& setting);
    void append(const Event& event);
    void store(const daemon::ViewStored& view);

    [[nodiscard]] daemon::OrderRow& orderRow(OrderId id);
    void proveBasket(const PricedBasket& basket) const;
    void checkNumberIsFree(const daemon::OrderRow& row) const;

    MemoryBooks& m_books;
    std::vector<std::function<void()>>& m_undo;
    bool m_proveBytes;
    std::vector<AttemptId> m_paid;    ///< whose order must be there at the end
    std::vector<OrderId> m_cancelled; ///< that must be paid back in full at the end
};

} // namespace coffee::test
