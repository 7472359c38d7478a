// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

#include <optional>

namespace coffee::daemon {

/// Prices baskets and promises them for a while. Nothing here touches the ledger: a quote that is
/// lost is asked for again.
class Checkout {
public:
    Checkout(const ShopMemory& memory, const ShopSettings& settings, const ShopSources& sources)
        : m_memory{memory}, m_settings{settings}, m_sources{sources}
    {
    }

    void open(Step& step, const ReplyTo& to, const Actor& from,
              const protocol::CheckoutOpen& request) const;

    /// Whether a charge could begin now. A `Busy` with how long to wait, if not: a customer who
    /// cannot be served is told before the card is asked for.
    [[nodiscard]] std::optional<Refusal> busy() const;
    /// What somebody who pays `units` more now is told.
    [[nodiscard]] WaitRange waitFor(std::int32_t units) const;
    /// How long an order that is queued or in making still takes: later ones do not hold it up.
    [[nodiscard]] WaitRange waitOf(OrderId order) const;

    void forgetExpired(Step& step) const;

private:
    [[nodiscard]] std::optional<Refusal> closed(const Step& step) const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
};

} // namespace coffee::daemon
