// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"
#include "shared/domain/result.h"

namespace coffee::daemon {

/// What can be ordered, and whether at all; and calls for help, which need no more than this.
class Offer {
public:
    Offer(const ShopMemory& memory, const ShopSettings& settings)
        : m_memory{memory}, m_settings{settings}
    {
    }

    using Outcome = Result<protocol::Accepted, Refusal>;

    [[nodiscard]] Outcome setAvailability(Step& step, const Actor& from,
                                          const protocol::SetAvailability& command);
    [[nodiscard]] Outcome pause(Step& step, const Actor& from,
                                const protocol::OrderingPause& command);
    [[nodiscard]] Outcome resume(Step& step, const Actor& from);
    [[nodiscard]] Outcome pace(Step& step, const Actor& from,
                               const protocol::OrderingPace& command);
    [[nodiscard]] Outcome setHours(Step& step, const Actor& from,
                                   const protocol::HoursSet& command);
    [[nodiscard]] Outcome callHelp(Step& step, const Actor& from);
    [[nodiscard]] Outcome takeHelp(Step& step, const Actor& from,
                                   const protocol::HelpTake& command);

    /// Publishes a menu that is another one than the last.
    void publishMenu(Step& step);
    /// What was away or paused until now comes back.
    void timers(Step& step);

private:
    /// What holds while nobody has paused ordering.
    [[nodiscard]] OrderingChanged ordinary() const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
};

} // namespace coffee::daemon
