// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

namespace coffee::daemon {

/// Keeps baskets for customers who would rather not wait in front of one kiosk: under a code of six
/// digits, for `kParkedLife` on the steady clock, until somebody takes it, once.
///
/// Only in memory: a restart of the daemon loses them, and whoever parks is told so. What is parked
/// is neither ordered nor paid. A repeat under the same operation key gets the same answer as long
/// as the basket would be kept, so that a lost reply loses no basket.
class Parking {
public:
    Parking(const ShopMemory& memory, const ShopSettings& settings, const ShopSources& sources)
        : m_memory{memory}, m_settings{settings}, m_sources{sources}
    {
    }

    void park(Step& step, const ReplyTo& to, const Actor& from,
              const protocol::BasketPark& request) const;
    void take(Step& step, const ReplyTo& to, const Actor& from,
              const protocol::BasketTake& request) const;

    void forgetExpired(Step& step) const;

private:
    [[nodiscard]] std::string newCode() const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
};

} // namespace coffee::daemon
