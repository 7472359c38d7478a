// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"

#include <map>

namespace coffee::daemon {

/// Says what each event means for the tables, knowing nothing but the events before it. Columns
/// that no event tells (keys, codes, stored answers) carry placeholders.
class Replay {
public:
    /// The changes of the next event, the event itself last. An event that cannot follow those
    /// before it gives a change that a ledger refuses.
    [[nodiscard]] Changes changesOf(const Event& event);

private:
    struct Follow;

    // Without baskets: they are written once and never needed again.
    std::map<AttemptId, AttemptRow> m_attempts;
    std::map<OrderId, OrderRow> m_orders;
};

} // namespace coffee::daemon
