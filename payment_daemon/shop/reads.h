// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/checkout.h"
#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

namespace coffee::daemon {

/// Questions that change nothing.
class Reads {
public:
    Reads(const ShopMemory& memory, Ledger& ledger, const ShopSettings& settings,
          const ShopSources& sources, const Checkout& checkout)
        : m_memory{memory},
          m_ledger{ledger},
          m_settings{settings},
          m_sources{sources},
          m_checkout{checkout}
    {
    }

    void answer(Step& step, const ReplyTo& to, const protocol::MenuGet& request) const;
    void answer(Step& step, const ReplyTo& to, const protocol::SnapshotGet& request) const;
    void answer(Step& step, const ReplyTo& to, const protocol::EventsGet& request) const;
    void answer(Step& step, const ReplyTo& to, const protocol::StatusGet& request) const;
    void answer(Step& step, const ReplyTo& to, const protocol::OrdersList& request) const;
    void answer(Step& step, const ReplyTo& to, const protocol::OrderHistory& request) const;

private:
    const ShopMemory& m_memory;
    Ledger& m_ledger;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
    const Checkout& m_checkout;
};

} // namespace coffee::daemon
