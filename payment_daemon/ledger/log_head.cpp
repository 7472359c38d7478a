// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/log_head.h"

#include "payment_daemon/ledger/ledger.h"

namespace coffee::daemon {

std::string epochOf(Connection& connection)
{
    Rows epoch = connection
                     .statement("SELECT coalesce((SELECT value FROM settings WHERE name = ?),"
                                " (SELECT value FROM meta WHERE name = 'epoch'))")
                     .query(kRestoredEpoch);
    return epoch.next() ? epoch.text(0) : std::string{};
}

LogHead headOf(Connection& connection, Sequence upTo)
{
    LogHead head;
    head.epoch = epochOf(connection);
    Rows last = connection
                    .statement("SELECT seq, chain FROM events WHERE seq <= ?"
                               " ORDER BY seq DESC LIMIT 1")
                    .query(upTo);
    if (last.next()) {
        head.seq = last.integer(0);
        head.chain = last.text(1);
    }
    return head;
}

} // namespace coffee::daemon
