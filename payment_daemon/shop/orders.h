// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/step.h"
#include "shared/domain/result.h"

#include <optional>

namespace coffee::daemon {

/// An order that a command works on: a copy that follows the changes of this step, so that a step
/// of several edges sees each of them.
class WorkingOrder {
public:
    WorkingOrder(Step& step, OrderRow row, Actor actor, std::int64_t ageMs);

    [[nodiscard]] OrderRow& row() { return m_row; }
    [[nodiscard]] OrderState state() const { return m_row.state; }
    [[nodiscard]] int unitsIn(UnitState state) const;
    [[nodiscard]] const UnitRow* unit(UnitNumber number) const;

    /// Takes an edge of the order's table; the caller has checked that it is there.
    void take(OrderStep edge, const std::string& reason = {});
    void cancel(CancelledBy by, const std::string& reason, bool stopCard);
    void moveUnit(UnitNumber number, UnitState to, const std::string& reason);
    void acknowledgeStop(const std::vector<UnitNumber>& made);
    void call();

private:
    void record();

    Step& m_step;
    OrderRow m_row;
    Actor m_actor;
    ShopTime m_occurredAt; ///< now less the command's age, never before the order's last step
};

/// The order from memory, or from the history.
[[nodiscard]] std::optional<OrderRow> findOrder(const ShopMemory& memory, Ledger& ledger,
                                                OrderId order);

} // namespace coffee::daemon
