// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/orders.h"
#include "payment_daemon/shop/refunds.h"
#include "shared/domain/result.h"

namespace coffee::daemon {

/// What the bar does with an order. Each command names the state that its sender saw; in another
/// one it is refused with the true state, so that two screens never fight.
class Kitchen {
public:
    Kitchen(const ShopMemory& memory, Ledger& ledger, Refunds& refunds)
        : m_memory{memory}, m_ledger{ledger}, m_refunds{refunds}
    {
    }

    using Outcome = Result<protocol::OrderAnswer, Refusal>;

    [[nodiscard]] Outcome order(Step& step, const Actor& from,
                                const protocol::OrderCommand& command);
    [[nodiscard]] Outcome unit(Step& step, const Actor& from, const protocol::UnitCommand& command);
    [[nodiscard]] Outcome acknowledge(Step& step, const Actor& from,
                                      const protocol::StopAck& command);

private:
    [[nodiscard]] std::optional<Refusal> mayTake(const WorkingOrder& order, OrderStep edge) const;
    [[nodiscard]] std::optional<Refusal> tick(WorkingOrder& order, UnitNumber unit);
    [[nodiscard]] std::optional<Refusal> untick(WorkingOrder& order, UnitNumber unit);
    /// What was handed over or is ready comes back to the bar; refused on the terms of a recall.
    [[nodiscard]] std::optional<Refusal> remake(WorkingOrder& order, UnitNumber unit,
                                                const std::string& reason);
    /// Whether a collected order may still come back.
    [[nodiscard]] std::optional<Refusal> mayComeBack(const OrderRow& order) const;
    [[nodiscard]] std::optional<Refusal> refuse(Step& step, WorkingOrder& order, UnitNumber unit,
                                                const std::string& reason, const Actor& from);

    const ShopMemory& m_memory;
    Ledger& m_ledger;
    Refunds& m_refunds;
};

/// `WrongState` with the state as it is.
[[nodiscard]] Refusal wrongState(OrderState truth);

} // namespace coffee::daemon
