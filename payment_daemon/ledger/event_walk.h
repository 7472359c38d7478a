// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/differences.h"
#include "payment_daemon/ledger/ledger_reader.h"
#include "payment_daemon/ledger/ledger_writer.h"
#include "payment_daemon/ledger/replay.h"
#include "payment_daemon/ledger/statement.h"

#include <string>

namespace coffee::daemon {

/// Walks through all events of a ledger, checks each against the one before it, and writes what
/// they tell into an empty ledger of its own.
class EventWalk {
public:
    EventWalk(Connection& ledger, Connection& retold, Differences& differences);

    /// The number of events.
    std::int64_t run();

private:
    void checkPlace(const Rows& row);
    void checkEvent(const Rows& row, const Event& event);
    void checkFrom(const Event& event);
    void retell(const Event& event);
    void retellClosing(const DayClosed& closed, const Event& event);
    void compareView();

    Connection& m_ledger;
    Connection& m_retold;
    Differences& m_differences;
    LedgerReader m_reader; ///< of the ledger
    LedgerWriter m_writer; ///< of what is retold
    Replay m_replay;
    std::int64_t m_lastZ{0};
    Sequence m_closedTo{0};
    std::vector<OpenOrder> m_openAtClose;
    ShopView m_view;
    std::string m_chain;
    Sequence m_lastSeq{0};
    std::int64_t m_lastAt{0};
    Sequence m_storedViewSeq{-1};
};

} // namespace coffee::daemon
