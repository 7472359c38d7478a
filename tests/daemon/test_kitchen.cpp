// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/words.h"
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

/// What the bar does with orders: every edge, every refusal, every operation once.
class KitchenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrderGoesItsWay();
    void everyPairOfStateAndStep_data();
    void everyPairOfStateAndStep();
    void unitsTickAnOrderThrough();
    void anUntickedUnitTakesTheOrderBack();
    void readyTicksWhatIsOpen();
    void aUnitThatCannotBeMadeIsPaidBack();
    void whenNoUnitCanBeMadeTheOrderIsCancelled();
    void putBackOnlyWhileNothingIsDone();
    void everyUnitRefusal();
    void aUnitIsMadeAnewForAReasonAndWithoutACharge();
    void whatWasHandedOverAndGivenItsNumberAwayIsNotMadeAnew();
    void aStopIsAcknowledgedOnceWithItsWaste();
    void aRecallEndsWhenTheNumberIsGivenAgain();
    void aRecallEndsWhenBoardsHaveForgotten();
    void aStepBackKeepsWhatWasSaidOfIt();
    void everyOperationIsDoneOnce_data();
    void everyOperationIsDoneOnce();
    void aKeyWithAnotherContentIsRefused();
    void aRefusalIsStoredToo();
    void ageSaysWhenItHappened();
    void startAndCancelRace_data();
    void startAndCancelRace();
    void readyAndCancelRace();
};

namespace {

OrderCommand to(ShopRig& rig, OrderAction action, OrderId order, OrderState seen,
                std::int64_t ageMs = 0)
{
    return {action, rig.newOp(), order, seen, ageMs};
}

OrderState take(ShopRig& rig, OrderAction action, OrderId order, OrderState seen)
{
    return rig.ask<OrderAnswer>(bar(), to(rig, action, order, seen)).state;
}

UnitCommand unit(ShopRig& rig, UnitStep step, OrderId order, UnitNumber number, UnitState seen,
                 const std::string& reason = {})
{
    return {step, rig.newOp(), order, number, seen, reason, 0};
}

OrderState tick(ShopRig& rig, OrderId order, UnitNumber number)
{
    return rig.ask<OrderAnswer>(bar(), unit(rig, UnitStep::Tick, order, number, UnitState::Open))
        .state;
}

OrderState refuseUnit(ShopRig& rig, OrderId order, UnitNumber number)
{
    return rig
        .ask<OrderAnswer>(
            bar(), unit(rig, UnitStep::Refuse, order, number, UnitState::Open, "우유가 없습니다"))
        .state;
}

/// A paid order brought into this state.
PaidAnswer orderIn(ShopRig& rig, OrderState state)
{
    const PaidAnswer paid = rig.buy();
    using enum OrderState;
    if (state == Cancelled) {
        rig.ask<CancelAnswer>(
            kiosk(), OrderCancel{rig.newOp(), CodeProof{paid.number, paid.code}, Queued, 0});
        return paid;
    }
    if (state == Making || state == Ready || state == Collected)
        take(rig, OrderAction::Start, paid.order, Queued);
    if (state == Ready || state == Collected)
        take(rig, OrderAction::Ready, paid.order, Making);
    if (state == Collected)
        take(rig, OrderAction::Collect, paid.order, Ready);
    return paid;
}

OrderStep stepOf(OrderAction action)
{
    switch (action) {
    case OrderAction::Start:
        return OrderStep::Start;
    case OrderAction::PutBack:
        return OrderStep::PutBack;
    case OrderAction::Ready:
        return OrderStep::Finish;
    case OrderAction::Collect:
        return OrderStep::Collect;
    case OrderAction::Recall:
    case OrderAction::Call:
        break;
    }
    return OrderStep::Recall;
}

} // namespace

void KitchenTest::anOrderGoesItsWay()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    using enum OrderState;
    QCOMPARE(take(rig, OrderAction::Start, paid.order, Queued), Making);
    QCOMPARE(take(rig, OrderAction::PutBack, paid.order, Making), Queued);
    QCOMPARE(take(rig, OrderAction::Start, paid.order, Queued), Making);
    QCOMPARE(take(rig, OrderAction::Ready, paid.order, Making), Ready);
    QCOMPARE(take(rig, OrderAction::Call, paid.order, Ready), Ready);
    QCOMPARE(take(rig, OrderAction::Recall, paid.order, Ready), Making);
    QCOMPARE(take(rig, OrderAction::Ready, paid.order, Making), Ready);
    QCOMPARE(take(rig, OrderAction::Collect, paid.order, Ready), Collected);
    QCOMPARE(take(rig, OrderAction::Recall, paid.order, Collected), Ready);
    QCOMPARE(take(rig, OrderAction::Collect, paid.order, Ready), Collected);
    QVERIFY(rig.shop().memory().orders.empty()); // memory follows open orders
    QCOMPARE(rig.events<OrderCalled>().size(), std::size_t{1});
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::everyPairOfStateAndStep_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("action");
    for (const OrderState state : kAllOrderStates)
        for (int action = 0; action <= static_cast<int>(OrderAction::Call); ++action)
            QTest::addRow("%d/%d", static_cast<int>(state), action)
                << static_cast<int>(state) << action;
}

void KitchenTest::everyPairOfStateAndStep()
{
    QFETCH(int, state);
    QFETCH(int, action);
    const auto from = static_cast<OrderState>(state);
    const auto act = static_cast<OrderAction>(action);
    ShopRig rig;
    const PaidAnswer paid = orderIn(rig, from);
    // In a state that the sender did not see, whatever it is, the true one is told.
    const OrderState other = from == OrderState::Queued ? OrderState::Making : OrderState::Queued;
    const Refusal stale = rig.refused(bar(), to(rig, act, paid.order, other));
    QCOMPARE(stale.code, RefusalCode::WrongState);
    QCOMPARE(stale.state, std::string{word(from)});

    const auto wanted = nextState(from, stepOf(act));
    const std::string route = rig.send(bar(), to(rig, act, paid.order, from));
    const auto reply = rig.replyOn<OrderAnswer>(route);
    if (act == OrderAction::Call ? from == OrderState::Ready : wanted.has_value()) {
        const OrderState after = act == OrderAction::Call ? from : *wanted;
        QCOMPARE(std::get<OrderAnswer>(reply.content).state, after);
        QCOMPARE(rig.stateOf(paid.order), after);
    } else {
        const Refusal refused = std::get<Refusal>(reply.content);
        QCOMPARE(refused.code, RefusalCode::NotPossible);
        QCOMPARE(refused.state, std::string{word(from)});
        QCOMPARE(rig.stateOf(paid.order), from);
    }
    QCOMPARE(rig.refused(bar(), to(rig, act, 999, from)).code, RefusalCode::UnknownOrder);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::unitsTickAnOrderThrough()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    QCOMPARE(tick(rig, order, 2), OrderState::Making); // the first one starts it
    QCOMPARE(tick(rig, order, 1), OrderState::Making);
    QCOMPARE(tick(rig, order, 3), OrderState::Ready); // the last one ends it
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::anUntickedUnitTakesTheOrderBack()
{
    ShopRig rig;
    const OrderId order = rig.buy("kiosk-1", oneCoffee()).order;
    QCOMPARE(tick(rig, order, 1), OrderState::Ready);
    const auto undone =
        rig.ask<OrderAnswer>(bar(), unit(rig, UnitStep::Untick, order, 1, UnitState::Done));
    QCOMPARE(undone.state, OrderState::Making);
    QCOMPARE(tick(rig, order, 1), OrderState::Ready);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::readyTicksWhatIsOpen()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    tick(rig, order, 1);
    take(rig, OrderAction::Ready, order, OrderState::Making);
    const auto ready = rig.ledger().findOrder(order);
    QVERIFY(ready);
    for (const UnitRow& row : ready->units)
        QCOMPARE(row.state, UnitState::Done);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::aUnitThatCannotBeMadeIsPaidBack()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    QCOMPARE(refuseUnit(rig, order, 3), OrderState::Making);
    const auto refund = rig.takeCall<RefundCall>();
    QCOMPARE(refund.amount.won(), 3'500);
    rig.finishRefund(refund.refundKey, RefundResult::Done);
    tick(rig, order, 1);
    QCOMPARE(tick(rig, order, 2), OrderState::Ready);
    QCOMPARE(rig.refundedOf(order).won(), 3'500);
    QVERIFY(rig.shop().memory().refunds.empty());
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::whenNoUnitCanBeMadeTheOrderIsCancelled()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    refuseUnit(rig, order, 1);
    refuseUnit(rig, order, 2);
    QCOMPARE(refuseUnit(rig, order, 3), OrderState::Cancelled);
    QCOMPARE(rig.refundedOf(order).won(), 12'500);
    const auto cancelled = rig.events<OrderCancelled>();
    QCOMPARE(cancelled.size(), std::size_t{1});
    QCOMPARE(cancelled.front().by, CancelledBy::Shop);
    QVERIFY(rig.shop().memory().orders.empty()); // the bar refused it itself: no stop card
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::putBackOnlyWhileNothingIsDone()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    tick(rig, order, 1);
    QCOMPARE(rig.refused(bar(), to(rig, OrderAction::PutBack, order, OrderState::Making)).code,
             RefusalCode::NotPossible);
}

void KitchenTest::everyUnitRefusal()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    const auto code = [&](UnitStep step, OrderId of, UnitNumber number, UnitState seen) {
        return rig.refused(bar(), unit(rig, step, of, number, seen, "x")).code;
    };
    QCOMPARE(code(UnitStep::Tick, 999, 1, UnitState::Open), RefusalCode::UnknownOrder);
    QCOMPARE(code(UnitStep::Tick, order, 4, UnitState::Open), RefusalCode::UnknownUnit);
    QCOMPARE(code(UnitStep::Untick, order, 1, UnitState::Done), RefusalCode::WrongState);
    QCOMPARE(code(UnitStep::Untick, order, 1, UnitState::Open), RefusalCode::NotPossible);
    tick(rig, order, 1);
    // Somebody was first: the answer is what came of the unit, and of the order once that is over.
    const auto truth = [&] {
        return rig.refused(bar("bar-2"), unit(rig, UnitStep::Tick, order, 1, UnitState::Open, ""));
    };
    QCOMPARE(truth().code, RefusalCode::WrongState);
    QCOMPARE(truth().state, std::string{word(UnitState::Done)});
    QCOMPARE(code(UnitStep::Tick, order, 1, UnitState::Done), RefusalCode::NotPossible);
    QCOMPARE(code(UnitStep::Refuse, order, 1, UnitState::Done), RefusalCode::NotPossible);
    refuseUnit(rig, order, 2);
    QCOMPARE(code(UnitStep::Tick, order, 2, UnitState::Refused), RefusalCode::NotPossible);
    QCOMPARE(code(UnitStep::Refuse, order, 2, UnitState::Refused), RefusalCode::NotPossible);
    tick(rig, order, 3);
    QCOMPARE(truth().state, std::string{word(OrderState::Ready)});
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::aUnitIsMadeAnewForAReasonAndWithoutACharge()
{
    ShopRig rig;
    const auto remake = [&](OrderId order, UnitNumber number, const std::string& reason) {
        return unit(rig, UnitStep::Remake, order, number, UnitState::Done, reason);
    };
    for (const OrderState from : {OrderState::Making, OrderState::Ready, OrderState::Collected}) {
        const OrderId order = orderIn(rig, from).order;
        if (from == OrderState::Making)
            tick(rig, order, 1);
        const auto wasted = rig.view().totals.unitsWasted;
        const auto collected = rig.view().totals.collected;
        QCOMPARE(rig.refused(bar(), remake(order, 1, "")).code, RefusalCode::NotPossible);
        QCOMPARE(rig.ask<OrderAnswer>(bar(), remake(order, 1, "잘못 만듦")).state,
                 OrderState::Making);
        const OrderView* view = rig.view().orders.find(order);
        QCOMPARE(view->units.front().state, UnitState::Open);
        QCOMPARE(view->units.front().reason, std::string{"잘못 만듦"});
        QCOMPARE(rig.view().totals.unitsWasted, wasted + 1);
        QCOMPARE(rig.view().totals.collected, collected - (from == OrderState::Collected ? 1 : 0));
        QVERIFY(view->refunds.empty());
        // It is open now: the second station's wish is told what is true.
        QCOMPARE(rig.refused(bar("bar-2"), remake(order, 1, "잘못 만듦")).code,
                 RefusalCode::WrongState);
        tick(rig, order, 1);
        QCOMPARE(rig.view().orders.find(order)->units.front().reason, std::string{});
    }
    QCOMPARE(rig.refused(bar(), unit(rig, UnitStep::Remake, orderIn(rig, OrderState::Making).order,
                                     1, UnitState::Open, "잘못 만듦"))
                 .code,
             RefusalCode::NotPossible);
    const OrderId cancelled = orderIn(rig, OrderState::Cancelled).order;
    QCOMPARE(rig.refused(bar(), remake(cancelled, 1, "잘못 만듦")).code, RefusalCode::WrongState);
    rig.restart();
    QCOMPARE(rig.view().totals.unitsWasted, 3);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::whatWasHandedOverAndGivenItsNumberAwayIsNotMadeAnew()
{
    ShopRig rig;
    const PaidAnswer yesterday = orderIn(rig, OrderState::Collected);
    rig.skip(24h);
    QCOMPARE(rig.buy().number, yesterday.number);
    QCOMPARE(rig.refused(bar(), unit(rig, UnitStep::Remake, yesterday.order, 1, UnitState::Done,
                                     "잘못 만듦"))
                 .code,
             RefusalCode::NumberReused);
}

void KitchenTest::aStopIsAcknowledgedOnceWithItsWaste()
{
    ShopRig rig;
    const OrderId order = orderIn(rig, OrderState::Cancelled).order;
    QCOMPARE(rig.refused(bar(), unit(rig, UnitStep::Tick, order, 1, UnitState::Open)).code,
             RefusalCode::WrongState);
    const auto ack = [&](std::vector<UnitNumber> made) {
        return StopAck{rig.newOp(), order, std::move(made), 0};
    };
    QCOMPARE(rig.refused(bar(), ack({4})).code, RefusalCode::UnknownUnit);
    QCOMPARE(rig.refused(bar(), StopAck{rig.newOp(), 999, {}, 0}).code, RefusalCode::UnknownOrder);
    QCOMPARE(rig.ask<OrderAnswer>(bar(), ack({1, 3})).state, OrderState::Cancelled);
    QCOMPARE(rig.view().totals.unitsWasted, 2);
    QVERIFY(rig.shop().memory().orders.empty());
    QCOMPARE(rig.refused(bar("bar-2"), ack({1})).code, RefusalCode::NotPossible);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::aRecallEndsWhenTheNumberIsGivenAgain()
{
    ShopRig rig;
    const PaidAnswer yesterday = orderIn(rig, OrderState::Collected);
    rig.skip(24h);
    const PaidAnswer today = rig.buy();
    QCOMPARE(today.number, yesterday.number);
    QCOMPARE(
        rig.refused(bar(), to(rig, OrderAction::Recall, yesterday.order, OrderState::Collected))
            .code,
        RefusalCode::NumberReused);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::aStepBackKeepsWhatWasSaidOfIt()
{
    ShopRig rig;
    const OrderId order = orderIn(rig, OrderState::Ready).order;
    OrderCommand back = to(rig, OrderAction::Recall, order, OrderState::Ready);
    back.reason = "빠진 것이 있음";
    rig.ask<OrderAnswer>(bar(), back);
    const OrderMoved recalled = rig.events<OrderMoved>().back();
    QCOMPARE(recalled.reason, std::string{"빠진 것이 있음"});
    // Only a step back has one.
    OrderCommand on = to(rig, OrderAction::Ready, order, OrderState::Making);
    on.reason = "다 됨";
    QCOMPARE(rig.refused(bar(), on).code, RefusalCode::NotPossible);
    // What staff say to each other is not for the board's stream.
    Event told;
    told.body = recalled;
    const auto shown = std::get<OrderMoved>(publicFace(told).body);
    QVERIFY(shown.reason.empty());
    QCOMPARE(shown.to, OrderState::Making);
}

void KitchenTest::aRecallEndsWhenBoardsHaveForgotten()
{
    ShopRig rig;
    const OrderId first = orderIn(rig, OrderState::Collected).order;
    rig.checksEveryStep = false; // of a thousand
    for (std::size_t i = 0; i < OrderBoard::kFinishedKept; ++i) {
        const PaidAnswer paid = rig.buy("kiosk-1", oneCoffee());
        tick(rig, paid.order, 1);
        take(rig, OrderAction::Collect, paid.order, OrderState::Ready);
    }
    QCOMPARE(rig.refused(bar(), to(rig, OrderAction::Recall, first, OrderState::Collected)).code,
             RefusalCode::NotPossible);
    QCOMPARE(rig.stateOf(first), OrderState::Collected);
}

// ---- operations -----------------------------------------------------------------------------

void KitchenTest::everyOperationIsDoneOnce_data()
{
    QTest::addColumn<int>("which");
    for (int which = 0; which < 12; ++which)
        QTest::addRow("%d", which) << which;
}

void KitchenTest::everyOperationIsDoneOnce()
{
    QFETCH(int, which);
    ShopRig rig;
    using enum OrderState;
    // In an order of the day such that each of them is possible.
    const PaidAnswer queued = rig.buy();
    const PaidAnswer making = orderIn(rig, Making);
    const PaidAnswer ready = orderIn(rig, Ready);
    const PaidAnswer collected = orderIn(rig, Collected);
    const PaidAnswer cancelled = orderIn(rig, Cancelled);
    const auto command = [&]() -> std::pair<Actor, RequestBody> {
        switch (which) {
        case 0:
            return {bar(), to(rig, OrderAction::Start, queued.order, Queued)};
        case 1:
            return {bar(), to(rig, OrderAction::PutBack, making.order, Making)};
        case 2:
            return {bar(), to(rig, OrderAction::Ready, making.order, Making)};
        case 3:
            return {bar(), to(rig, OrderAction::Collect, ready.order, Ready)};
        case 4:
            return {bar(), to(rig, OrderAction::Recall, collected.order, Collected)};
        case 5:
            return {bar(), to(rig, OrderAction::Call, ready.order, Ready)};
        case 6:
            return {bar(), unit(rig, UnitStep::Tick, making.order, 1, UnitState::Open)};
        case 7:
            return {bar(), unit(rig, UnitStep::Refuse, making.order, 1, UnitState::Open, "x")};
        case 8:
            return {bar(), unit(rig, UnitStep::Untick, ready.order, 1, UnitState::Done)};
        case 9:
            return {bar(), StopAck{rig.newOp(), cancelled.order, {1}, 0}};
        case 10:
            return {bar(), SetAvailability{rig.newOp(), "cookie", false, UntilKind::ByHand, 0, 0}};
        default:
            return {kiosk(),
                    OrderCancel{rig.newOp(), CodeProof{queued.number, queued.code}, Queued, 0}};
        }
    }();
    const std::string first = rig.send(command.first, command.second);
    QVERIFY2(rig.answerOn(first).find("\"refused\"") == std::string::npos,
             rig.answerOn(first).c_str());
    const Sequence head = rig.shop().memory().head;
    const std::size_t refunds = rig.events<RefundOpened>().size();
    const std::string second = rig.send(command.first, command.second);
    QCOMPARE(rig.bodyOn(second), rig.bodyOn(first));
    rig.restart();
    const Sequence restarted = rig.shop().memory().head;
    const std::string third = rig.send(command.first, command.second);
    QCOMPARE(rig.bodyOn(third), rig.bodyOn(first));
    QCOMPARE(rig.shop().memory().head, restarted);
    QCOMPARE(restarted, head + 1); // the start of the daemon
    QCOMPARE(rig.events<RefundOpened>().size(), refunds);
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::aKeyWithAnotherContentIsRefused()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    OrderCommand start = to(rig, OrderAction::Start, order, OrderState::Queued);
    const std::string first = rig.send(bar(), start);
    start.ageMs = 5'000; // a repeat is older
    QCOMPARE(rig.bodyOn(rig.send(bar(), start)), rig.bodyOn(first));
    QCOMPARE(rig.refused(bar("bar-2"), start).code, RefusalCode::KeyReused);
    start.action = OrderAction::Ready;
    QCOMPARE(rig.refused(bar(), start).code, RefusalCode::KeyReused);
    QCOMPARE(rig.stateOf(order), OrderState::Making);
}

void KitchenTest::aRefusalIsStoredToo()
{
    ShopRig rig;
    const OrderId order = rig.buy().order;
    const OrderCommand collect = to(rig, OrderAction::Collect, order, OrderState::Queued);
    const std::string first = rig.send(bar(), collect);
    QCOMPARE(rig.refusalOn(first).code, RefusalCode::NotPossible);
    take(rig, OrderAction::Start, order, OrderState::Queued);
    take(rig, OrderAction::Ready, order, OrderState::Making);
    // The old question came twice; it does not happen now that it would be possible.
    QCOMPARE(rig.bodyOn(rig.send(bar(), collect)), rig.bodyOn(first));
    QCOMPARE(rig.stateOf(order), OrderState::Ready);
}

void KitchenTest::ageSaysWhenItHappened()
{
    ShopRig rig;
    const PaidAnswer paid = rig.buy();
    rig.pass(10min);
    rig.ask<OrderAnswer>(bar(),
                         to(rig, OrderAction::Start, paid.order, OrderState::Queued, 240'000));
    const Event started = rig.published.back();
    QCOMPARE(started.at - started.occurredAt, 4min);
    // Never before the step before it.
    rig.ask<OrderAnswer>(bar(),
                         to(rig, OrderAction::Ready, paid.order, OrderState::Making, 3'600'000));
    const Event ready = rig.published.back();
    QCOMPARE(ready.occurredAt, started.occurredAt);
    const auto row = rig.ledger().findOrder(paid.order);
    QCOMPARE(row->readyAt, started.occurredAt);
    QCOMPARE(rig.verify(), std::string{});
}

// ---- races ----------------------------------------------------------------------------------

void KitchenTest::startAndCancelRace_data()
{
    QTest::addColumn<bool>("startFirst");
    QTest::newRow("start first") << true;
    QTest::newRow("cancel first") << false;
}

void KitchenTest::startAndCancelRace()
{
    QFETCH(bool, startFirst);
    daemon::ShopSettings settings = rigSettings();
    settings.customerCancelUntil = CancelUntil::Queued;
    ShopRig rig{settings};
    const PaidAnswer paid = rig.buy();
    const CommandInput start =
        rig.command(bar(), to(rig, OrderAction::Start, paid.order, OrderState::Queued));
    const CommandInput cancel =
        rig.command(kiosk(), OrderCancel{rig.newOp(), CodeProof{paid.number, paid.code},
                                         OrderState::Queued, 0});
    std::vector<Input> inputs;
    inputs.emplace_back(startFirst ? start : cancel);
    inputs.emplace_back(startFirst ? cancel : start);
    rig.give(std::move(inputs));
    if (startFirst) {
        QCOMPARE(rig.okOn<OrderAnswer>(start.to.route).state, OrderState::Making);
        QCOMPARE(rig.refusalOn(cancel.to.route).code, RefusalCode::TooLate);
        QCOMPARE(rig.refusalOn(cancel.to.route).state, std::string{"making"});
        QCOMPARE(rig.refundedOf(paid.order).won(), 0);
    } else {
        QCOMPARE(rig.okOn<CancelAnswer>(cancel.to.route).amount.won(), 12'500);
        QCOMPARE(rig.refusalOn(start.to.route).code, RefusalCode::WrongState);
        QCOMPARE(rig.refusalOn(start.to.route).state, std::string{"cancelled"});
    }
    QCOMPARE(rig.verify(), std::string{});
}

void KitchenTest::readyAndCancelRace()
{
    ShopRig rig;
    const PaidAnswer paid = orderIn(rig, OrderState::Making);
    const CommandInput ready =
        rig.command(bar(), to(rig, OrderAction::Ready, paid.order, OrderState::Making));
    const CommandInput cancel =
        rig.command(kiosk(), OrderCancel{rig.newOp(), CodeProof{paid.number, paid.code},
                                         OrderState::Making, 0});
    std::vector<Input> inputs;
    inputs.emplace_back(ready);
    inputs.emplace_back(cancel);
    rig.give(std::move(inputs));
    QCOMPARE(rig.okOn<OrderAnswer>(ready.to.route).state, OrderState::Ready);
    QCOMPARE(rig.refusalOn(cancel.to.route).code, RefusalCode::TooLate);
    QCOMPARE(rig.verify(), std::string{});
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::KitchenTest)
#include "test_kitchen.moc"
