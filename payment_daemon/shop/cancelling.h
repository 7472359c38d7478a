// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/checkout.h"
#include "payment_daemon/shop/orders.h"
#include "payment_daemon/shop/refunds.h"
#include "payment_daemon/shop/settings.h"

namespace coffee::daemon {

/// Looking an order up and cancelling it, by the customer with a proof or by staff. A cancel is
/// one transaction: no more making, the refund due, the stop for the bar. A dead provider does
/// not hold it up.
class Cancelling {
public:
    Cancelling(const ShopMemory& memory, Ledger& ledger, const ShopSettings& settings,
               Refunds& refunds, const Checkout& checkout)
        : m_memory{memory},
          m_ledger{ledger},
          m_settings{settings},
          m_refunds{refunds},
          m_checkout{checkout}
    {
    }

    using Outcome = Result<protocol::CancelAnswer, Refusal>;

    void show(Step& step, const ReplyTo& to, const Actor& from, const protocol::OrderShow& request);
    [[nodiscard]] Outcome byCustomer(Step& step, const Actor& from,
                                     const protocol::OrderCancel& command);
    /// The PIN was checked before.
    [[nodiscard]] Outcome byStaff(Step& step, const Actor& from,
                                  const protocol::OrderCancelByStaff& command);
    /// The PIN was checked before.
    [[nodiscard]] Result<protocol::RefundAnswer, Refusal>
    refund(Step& step, const Actor& from, const protocol::OrderRefund& command);

private:
    /// The order that the proof is for; counts wrong codes.
    [[nodiscard]] Result<OrderRow, Refusal> proven(Step& step, const Actor& from,
                                                   const protocol::Proof& proof);
    /// Why a customer can no longer cancel; empty when they can.
    [[nodiscard]] std::optional<Refusal> tooLate(const OrderRow& order) const;
    [[nodiscard]] protocol::CancelAnswer cancel(Step& step, WorkingOrder& order, const Actor& from,
                                                CancelledBy by, const std::string& reason);

    const ShopMemory& m_memory;
    Ledger& m_ledger;
    const ShopSettings& m_settings;
    Refunds& m_refunds;
    const Checkout& m_checkout;
};

/// The order as the read models show it, made from its row.
[[nodiscard]] OrderView viewOf(const OrderRow& row);

} // namespace coffee::daemon
