// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/order_poses.h"

#include "kiosk/model/paid_order.h"
#include "shared/domain/refuse_reason.h"

namespace coffee::kiosk {
namespace {

using protocol::OrderShow;

const OrderMoved kBegun{1, OrderStep::Start, OrderState::Queued, OrderState::Making};
const OrderMoved kFinished{1, OrderStep::Finish, OrderState::Making, OrderState::Ready};
const OrderMoved kFetched{1, OrderStep::Collect, OrderState::Ready, OrderState::Collected};

OrderView orderIn(const Stage& stage, OrderState state)
{
    OrderView order = orderOf(stage.paid());
    order.state = state;
    const bool isReady = state == OrderState::Ready || state == OrderState::Collected;
    if (isReady || state == OrderState::Making)
        order.startedAt = Stage::kNow;
    if (isReady)
        order.readyAt = Stage::kNow;
    if (state == OrderState::Collected || state == OrderState::Cancelled)
        order.finishedAt = Stage::kNow;
    return order;
}

void lookUp(Stage& stage)
{
    stage.kiosk().session().openMyOrder();
    stage.kiosk().myOrder().lookUp(Stage::kNumber);
}

void prove(Stage& stage, const std::string& code)
{
    lookUp(stage);
    stage.kiosk().myOrder().askForCode();
    stage.kiosk().myOrder().proveByCode(code);
}

void toDetails(Stage& stage, const OrderView& order)
{
    stage.fillBasket();
    prove(stage, "4821");
    stage.client.answer<OrderShow>(
        protocol::OrderShown{order, 2, stage.wait, order.state == OrderState::Queued});
}

/// It was cancelled, and all of it goes back.
void toRefund(Stage& stage, RefundState state)
{
    OrderView order = orderIn(stage, OrderState::Cancelled);
    order.refunds.push_back({1, order.total, state, {}, {}, Stage::kNow});
    toDetails(stage, order);
}

/// The bar could not make one of them, and what it paid goes back.
void toRefused(Stage& stage)
{
    OrderView order = orderIn(stage, OrderState::Making);
    UnitView& unit = order.units.front();
    unit.state = UnitState::Refused;
    unit.reason = writtenReason(RefuseReason::NoIngredient).ko;
    order.refunds.push_back({1, unit.price, RefundState::Due, {1}, {}, Stage::kNow});
    toDetails(stage, order);
}

void refuseCode(Stage& stage, const Refusal& refusal)
{
    prove(stage, "0000");
    stage.client.refuse<OrderShow>(refusal);
}

/// It was made while the customer was asked whether to cancel.
void cancelTooLate(Stage& stage)
{
    toDetails(stage, orderIn(stage, OrderState::Queued));
    stage.kiosk().myOrder().askToCancel();
    stage.kiosk().myOrder().confirmCancel();
    stage.client.refuse<protocol::OrderCancel>(refusalOf(RefusalCode::TooLate));
    stage.publish({kBegun, kFinished});
    stage.client.answer<OrderShow>(
        protocol::OrderShown{orderIn(stage, OrderState::Ready), 0, stage.wait, false});
}

/// The customer cancels on the number page.
void cancelOwn(Stage& stage)
{
    stage.endPayment(stage.paid());
    stage.press("cancelOrderButton");
    stage.client.answer<OrderShow>(
        protocol::OrderShown{orderIn(stage, OrderState::Queued), 0, stage.wait, true});
    stage.kiosk().myOrder().confirmCancel();
    stage.client.answer<protocol::OrderCancel>(
        protocol::CancelAnswer{1, Stage::kNumber, 1, stage.paid().basket.total});
}

} // namespace

std::vector<Pose> numberShots()
{
    return {
        {"18-number", [](Stage& s) { s.endPayment(s.paid()); }},
        {"18-number-own-cup",
         [](Stage& s) {
             s.orderInOwnCup();
             s.endPayment(s.paid());
         }},
        {"18-number-to-go",
         [](Stage& s) {
             s.orderToGo();
             s.endPayment(s.paid());
         }},
        {"18-number-ready",
         [](Stage& s) {
             s.endPayment(s.paid());
             s.publish({kBegun, kFinished});
         }},
        {"18-number-refused",
         [](Stage& s) {
             s.endPayment(s.paid());
             s.publish({kBegun, UnitMoved{1, 1, UnitState::Open, UnitState::Refused, {}}});
         }},
        {"18-number-cancelled",
         [](Stage& s) {
             s.endPayment(s.paid());
             s.publish({OrderCancelled{1, OrderState::Queued, CancelledBy::Shop, {}}});
         }},
        {"19-receipt",
         [](Stage& s) {
             s.endPayment(s.paid());
             s.press("receiptButton");
         }},
    };
}

std::vector<Pose> lookUpShots()
{
    return {
        {"20-my-order", [](Stage& s) { s.kiosk().session().openMyOrder(); }},
        {"20-my-order-typed",
         [](Stage& s) {
             s.kiosk().session().openMyOrder();
             s.settle();
             for (const char* digit : {"8", "9", "9", "2", "5", "0"})
                 s.press(("digit" + std::string{digit} + "Button").c_str());
         }},
        {"20-my-order-unknown",
         [](Stage& s) {
             s.kiosk().session().openMyOrder();
             s.kiosk().myOrder().lookUp(171);
         }},
        {"20-my-order-in-the-way",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().openMyOrder();
             s.kiosk().myOrder().takeBasket("482913", true);
         }},
        {"20-my-order-no-basket",
         [](Stage& s) {
             s.kiosk().session().openMyOrder();
             s.kiosk().myOrder().takeBasket("482913", false);
             s.client.refuse<protocol::BasketTake>(refusalOf(RefusalCode::NotFound));
         }},
        {"20-taken-up",
         [](Stage& s) {
             s.fillBasket();
             const Basket basket = s.kiosk().basket().toBasket();
             s.kiosk().basket().clear();
             s.kiosk().session().openMyOrder();
             s.kiosk().myOrder().takeBasket("482913", false);
             s.client.answer<protocol::BasketTake>(protocol::TakenAnswer{basket});
         }},
        {"21-my-order-state", [](Stage& s) { lookUp(s); }},
        {"21-my-order-ready",
         [](Stage& s) {
             lookUp(s);
             s.publish({kBegun, kFinished});
         }},
        {"21-my-order-collected",
         [](Stage& s) {
             lookUp(s);
             s.publish({kBegun, kFinished, kFetched});
         }},
        {"21-my-order-shop-cancelled",
         [](Stage& s) {
             lookUp(s);
             s.publish({kBegun, OrderCancelled{1, OrderState::Making, CancelledBy::Shop, {}}});
         }},
        {"21-my-order-locked",
         [](Stage& s) {
             Refusal locked = refusalOf(RefusalCode::Locked);
             locked.retryAfter = std::chrono::minutes{10};
             refuseCode(s, locked);
         }},
        {"21-my-order-cut-off",
         [](Stage& s) {
             lookUp(s);
             s.source.fallSilent();
         }},
        {"22-my-order-code",
         [](Stage& s) {
             lookUp(s);
             s.kiosk().myOrder().askForCode();
         }},
        {"22-my-order-wrong-code",
         [](Stage& s) {
             Refusal wrong = refusalOf(RefusalCode::WrongCode);
             wrong.left = 3;
             refuseCode(s, wrong);
         }},
        {"23-my-order-details", [](Stage& s) { toDetails(s, orderIn(s, OrderState::Queued)); }},
        {"23-my-order-refused", [](Stage& s) { toRefused(s); }},
        {"23-my-order-too-late", [](Stage& s) { cancelTooLate(s); }},
        {"24-my-order-confirm",
         [](Stage& s) {
             toDetails(s, orderIn(s, OrderState::Queued));
             s.kiosk().myOrder().askToCancel();
         }},
        {"25-my-order-cancelled", [](Stage& s) { cancelOwn(s); }},
        {"25-my-order-refund", [](Stage& s) { toRefund(s, RefundState::Due); }},
        {"25-my-order-refunded", [](Stage& s) { toRefund(s, RefundState::Done); }},
        {"25-my-order-refund-review", [](Stage& s) { toRefund(s, RefundState::NeedsReview); }},
    };
}

} // namespace coffee::kiosk
