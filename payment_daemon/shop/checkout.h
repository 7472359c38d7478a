// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/admission.h"
#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

#include <optional>

namespace coffee::daemon {

/// Prices baskets and promises them for a while. Nothing here touches the ledger: a quote that is
/// lost is asked for again.
class Checkout {
public:
    Checkout(const ShopMemory& memory, const ShopSettings& settings, const ShopSources& sources,
             const Admission& admission)
        : m_memory{memory}, m_settings{settings}, m_sources{sources}, m_admission{admission}
    {
    }

    void open(Step& step, const ReplyTo& to, const Actor& from,
              const protocol::CheckoutOpen& request) const;

    /// What somebody who pays so many units more now is told.
    [[nodiscard]] WaitRange waitFor(const KindCounts& units, ShopTime now) const;
    /// The same for one drink: what is shown before anything is chosen.
    [[nodiscard]] WaitRange waitForOne(ShopTime now) const;
    /// How long an order that is queued or in making still takes: later ones do not hold it up.
    [[nodiscard]] WaitRange waitOf(OrderId order, ShopTime now) const;

    void forgetExpired(Step& step) const;

private:
    [[nodiscard]] std::optional<Refusal> paused(const Step& step) const;
    [[nodiscard]] std::optional<Refusal> beyondPace(const Step& step,
                                                    const KindCounts& units) const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
    const Admission& m_admission;
};

} // namespace coffee::daemon
