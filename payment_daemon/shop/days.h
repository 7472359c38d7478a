// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"
#include "shared/domain/day_report.h"

namespace coffee::daemon {

/// The books at the end of the day: writes the numbered Zs, each of the events behind the one
/// before.
///
/// At the change of the business day the oldest day that is over is closed, one at a time: a
/// daemon that was away finds the days it missed. Where a day ends follows from its events, so it
/// does not matter how long after the change that is. A day on which nothing happened that a
/// report tells goes into the Z of the next one.
class Days {
public:
    Days(const ShopMemory& memory, Ledger& ledger, const ShopSettings& settings)
        : m_memory{memory}, m_ledger{ledger}, m_settings{settings}
    {
    }

    /// There may be a day to close that nobody has looked for yet.
    [[nodiscard]] bool mayBeOver(const Moment& now) const;
    /// Closes the oldest day that is over, or remembers that there is none.
    void closeOldest(Step& step);
    /// By a person, up to now.
    [[nodiscard]] Result<protocol::ClosedAnswer, Refusal> close(Step& step, const Actor& from,
                                                                const protocol::DayClose& command);
    void answer(Step& step, const ReplyTo& to, const protocol::ZGet& request) const;

private:
    /// What was open at the end of the newest Z.
    [[nodiscard]] std::vector<OpenOrder> openBefore();
    protocol::ClosedAnswer write(Step& step, const Actor& actor, const DayReport& report);

    const ShopMemory& m_memory;
    Ledger& m_ledger;
    const ShopSettings& m_settings;
};

} // namespace coffee::daemon
