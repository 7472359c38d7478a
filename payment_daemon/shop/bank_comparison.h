// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/payments.h"
#include "payment_daemon/shop/refunds.h"
#include "payment_daemon/shop/step.h"

#include <optional>

namespace coffee::daemon {

/// After a restore: what the bank did since the backup becomes known before the shop sells on.
///
///     the bank holds money under a key that this log does not know    a task (needs_review)
///     … or of an attempt that was under way in the backup             a task
///     a charge of such a key is still under way at the bank           reversed
///     the bank paid back more of an order than this log knows         a task (a refund)
///
/// A sale of after the backup is never made an order again: its customer has it, or has gone.
/// As long as `ShopMemory::compareSince` says that the comparison is due no charge begins, and a
/// key that the log does not know is answered `pending` or `busy`. It is asked for again until the
/// bank answers. Order ids and day numbers go on behind what was given out after the backup.
class BankComparison {
public:
    BankComparison(const ShopMemory& memory, Ledger& ledger, const ShopSettings& settings,
                   Payments& payments, Refunds& refunds)
        : m_memory{memory},
          m_ledger{ledger},
          m_settings{settings},
          m_payments{payments},
          m_refunds{refunds}
    {
    }

    void timers(Step& step) const;
    /// What the bank told could not be recorded: it is asked again later, and the manager is told.
    void notRecorded(Step& step) const;
    /// It is asked now.
    void askNow(Step& step) const;
    void on(Step& step, const ListFinished& finished);
    [[nodiscard]] std::optional<SteadyTime> nextDeadline() const;

private:
    void askLater(Step& step) const;
    void raiseAlarm(Step& step, const char* detail) const;
    void compare(Step& step, const ListedCharge& charge, AttemptId& lastAttempt);
    void compareKnown(Step& step, const ListedCharge& charge, const AttemptRow& attempt);
    void openTask(Step& step, const ListedCharge& charge, AttemptId& lastAttempt);
    void finish(Step& step, const std::vector<ListedCharge>& charges);

    const ShopMemory& m_memory;
    Ledger& m_ledger;
    const ShopSettings& m_settings;
    Payments& m_payments;
    Refunds& m_refunds;
};

} // namespace coffee::daemon
