// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/ledger/statement.h"

#include <string>

namespace coffee::daemon {

/// Turns changes into statements, at most three for each, however large the order is.
class LedgerWriter {
public:
    explicit LedgerWriter(Connection& connection) : m_connection{connection} {}

    /// Throws LedgerRefused when the row to change is not there, DatabaseError when SQLite said no.
    void write(const Change& change);

private:
    void insert(const AttemptRow& row);
    void update(const AttemptRow& row);
    void insert(const TombstoneRow& row);
    void insert(const OrderRow& row);
    void update(const OrderRow& row);
    void update(const UnitChanged& change);
    void insert(const RefundRow& row);
    void update(const RefundChanged& change);
    void insert(const OperationRow& row);
    void update(const CodeTried& change);
    void store(const SettingStored& setting);
    void append(const Event& event);
    void store(const ViewStored& view);
    [[nodiscard]] std::string chainBefore(Sequence seq);

    Connection& m_connection;
};

} // namespace coffee::daemon
