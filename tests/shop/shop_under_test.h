// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/words.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

/// The rig with the words of the bar, the till and the customer. When a test is over its books are
/// recomputed from the events: every total, state and refund must be what the tables say.
class ShopUnderTest : public ShopRig {
public:
    using ShopRig::ShopRig;
    ~ShopUnderTest()
    {
        const std::string differences = verify();
        if (!differences.empty())
            QTest::qFail(differences.c_str(), __FILE__, __LINE__);
    }

    /// The answer is an `ok` of this type.
    template <class Body>
    void wentThrough(const std::string& route)
    {
        static_cast<void>(okOn<Body>(route));
    }

    // ---- the bar
    [[nodiscard]] protocol::OrderCommand command(protocol::OrderAction action, OrderId order,
                                                 OrderState seen, std::int64_t ageMs = 0)
    {
        return {action, newOp(), order, seen, ageMs};
    }
    /// Sends it with the state that is true.
    OrderState does(protocol::OrderAction action, OrderId order)
    {
        return ask<protocol::OrderAnswer>(bar(), command(action, order, stateOf(order))).state;
    }
    Refusal doesNot(protocol::OrderAction action, OrderId order, OrderState seen)
    {
        return refused(bar(), command(action, order, seen));
    }
    [[nodiscard]] protocol::UnitCommand unitCommand(UnitStep step, OrderId order, UnitNumber unit,
                                                    UnitState seen)
    {
        const char* reason = step == UnitStep::Refuse   ? "우유 없음"
                             : step == UnitStep::Remake ? "잘못 만듦"
                                                        : "";
        return {step, newOp(), order, unit, seen, reason, 0};
    }
    OrderState unit(UnitStep step, OrderId order, UnitNumber number)
    {
        return ask<protocol::OrderAnswer>(bar(),
                                          unitCommand(step, order, number, unitOf(order, number)))
            .state;
    }
    [[nodiscard]] UnitState unitOf(OrderId order, UnitNumber number)
    {
        return ledger().findOrder(order)->units.at(static_cast<std::size_t>(number) - 1).state;
    }
    /// A new order that the bar and the customer bring to this state.
    protocol::PaidAnswer orderIn(OrderState state)
    {
        const protocol::PaidAnswer paid = buy();
        using enum protocol::OrderAction;
        if (state == OrderState::Cancelled) {
            cancel(paid);
            return paid;
        }
        if (state != OrderState::Queued)
            does(Start, paid.order);
        if (state == OrderState::Ready || state == OrderState::Collected)
            does(Ready, paid.order);
        if (state == OrderState::Collected)
            does(Collect, paid.order);
        return paid;
    }

    // ---- the customer
    [[nodiscard]] protocol::OrderCancel cancelCommand(const protocol::PaidAnswer& paid)
    {
        return {newOp(), protocol::CodeProof{paid.number, paid.code}, OrderState::Queued, 0};
    }
    protocol::CancelAnswer cancel(const protocol::PaidAnswer& paid)
    {
        return ask<protocol::CancelAnswer>(kiosk(), cancelCommand(paid));
    }
    [[nodiscard]] static std::string wrongCode(const std::string& right)
    {
        return right == "0000" ? "1111" : "0000";
    }

    // ---- staff with the PIN
    static constexpr const char* kPin = "271828";
    /// Sends a command whose PIN is checked at once; gives the route of its answer.
    std::string withPin(const Actor& from, protocol::RequestBody body)
    {
        const std::string route = send(from, std::move(body));
        if (!pinChecks.empty())
            checkPin();
        return route;
    }
    [[nodiscard]] protocol::OrderRefund refundCommand(OrderId order, std::vector<UnitNumber> units,
                                                      std::int64_t won = 0)
    {
        return {newOp(), order, std::move(units), Money::fromWon(won), "미안합니다", kPin};
    }
    protocol::RefundAnswer refund(OrderId order, std::vector<UnitNumber> units,
                                  std::int64_t won = 0)
    {
        return okOn<protocol::RefundAnswer>(
            withPin(manager(), refundCommand(order, std::move(units), won)));
    }
    [[nodiscard]] protocol::OrderCancelByStaff staffCancel(OrderId order, OrderState seen)
    {
        return {newOp(), order, seen, "기계 고장", kPin, 0};
    }

    // ---- the provider
    /// The provider settles every refund that is out.
    void settleRefunds()
    {
        while (countCalls<daemon::RefundCall>() > 0)
            finishRefund(takeCall<daemon::RefundCall>().refundKey, daemon::RefundResult::Done);
    }
};

} // namespace coffee::test
