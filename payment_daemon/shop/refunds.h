// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

#include <optional>

namespace coffee::daemon {

/// Money that goes back. A refund is due from the transaction that decided it, is asked of the
/// provider under one key again and again, and ends done or with a person.
class Refunds {
public:
    explicit Refunds(const ShopMemory& memory) : m_memory{memory} {}

    /// Opens a refund of these units (or of a plain amount when `units` is empty), never more
    /// than is left. `order.refunds` follows, so that several may be opened in one step. Gives 0
    /// when there is nothing to pay back.
    RefundId open(Step& step, const Actor& actor, OrderRow& order, Money amount,
                  std::vector<UnitNumber> units, const std::string& reason);

    /// The bank paid back so much of this order that the log does not know of, after a restore: a
    /// person's task, and never asked of the bank again.
    void adopt(Step& step, const OrderRow& order, Money amount, const std::string& reason);

    void on(Step& step, const RefundFinished& finished);
    /// What the provider said about this refund could not be recorded.
    void review(Step& step, const std::string& refundKey);
    void timers(Step& step, const OpenRefund& refund);
    /// The bank is asked again now, under the refund's own key. A refusal when there is nothing to
    /// ask about.
    [[nodiscard]] std::optional<Refusal> look(Step& step, RefundId refund) const;
    [[nodiscard]] std::optional<Refusal> close(Step& step, const Actor& from, RefundId refund,
                                               protocol::ReviewOutcome outcome,
                                               const std::string& reason);

    /// What is left of the payment.
    [[nodiscard]] static Money remaining(const OrderRow& order);
    [[nodiscard]] static bool isRefunded(const OrderRow& order, UnitNumber unit);

private:
    void ask(Step& step, const OpenRefund& refund) const;
    [[nodiscard]] RefundRow insert(Step& step, const Actor& actor, const OrderRow& order,
                                   Money amount, std::vector<UnitNumber> units,
                                   const std::string& reason) const;
    void move(Step& step, const RefundRow& row, RefundState to, const std::string& reason,
              const Actor& actor);

    const ShopMemory& m_memory;
};

} // namespace coffee::daemon
