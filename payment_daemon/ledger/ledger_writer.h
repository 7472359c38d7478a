// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/head_witness.h"
#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/ledger/statement.h"

#include <optional>

namespace coffee::daemon {

/// Turns changes into statements, at most three for each, however large the order is.
class LedgerWriter {
public:
    explicit LedgerWriter(Connection& connection) : m_connection{connection} {}

    /// Throws LedgerRefused when the row to change is not there, DatabaseError when SQLite said no.
    void write(const Change& change);

    /// The newest event that was appended, committed or not. Null before the first one, and after
    /// `forgetHead`.
    [[nodiscard]] const LogHead* head() const { return m_head ? &*m_head : nullptr; }
    /// Something that was written was undone.
    void forgetHead() { m_head.reset(); }

private:
    void insert(const AttemptRow& row);
    void update(const AttemptRow& row);
    void insert(const TombstoneRow& row);
    void insert(const OrderRow& row);
    void update(const OrderRow& row);
    void update(const UnitChanged& change);
    void insert(const RefundRow& row);
    void update(const RefundChanged& change);
    void insert(const ZRow& row);
    void insert(const OperationRow& row);
    void update(const CodeTried& change);
    void store(const SettingStored& setting);
    void append(const Event& event);
    void store(const ViewStored& view);
    [[nodiscard]] LogHead readHead();

    Connection& m_connection;
    std::optional<LogHead> m_head; ///< what the next event's chain begins with
};

} // namespace coffee::daemon
