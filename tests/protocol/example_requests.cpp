// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/protocol/examples.h"

namespace coffee::test {

using namespace coffee::protocol;

Basket exampleChosen()
{
    Basket basket;
    basket.service = ServiceMode::Here;
    basket.allergyNote = "견과류 알레르기";
    basket.lines = {{"cafe-latte",
                     {{"temperature", "hot", 1}, {"shot", "extra-shot", 1}},
                     {CupKind::Store, CupKind::Own}},
                    {"choco-cookie", {}, {CupKind::None}}};
    return basket;
}

namespace {

const Actor kKiosk{Role::Kiosk, "kiosk-1"};
const Actor kStation{Role::Station, "bar-1"};
const Actor kManager{Role::Manager, "manager-1"};
const Actor kCtl{Role::Ctl, "ctl"};

AttemptKey key()
{
    return {std::string{kExampleKey}};
}

OperationKey op()
{
    return {std::string{kExampleOp}};
}

struct Asked {
    Actor from;
    RequestBody body;
};

std::vector<Asked> asked()
{
    const auto order = [](OrderAction action, OrderState seen) {
        return OrderCommand{action, op(), 4211, seen, 0};
    };
    const auto back = [](OrderAction action, OrderState seen, std::string reason) {
        return OrderCommand{action, op(), 4211, seen, 0, std::move(reason)};
    };
    const auto unit = [](UnitStep step, UnitState seen, std::string reason) {
        return UnitCommand{step, op(), 4211, 2, seen, std::move(reason), 0};
    };
    return {
        {kKiosk, CheckoutOpen{exampleChosen(), "ko", "m-3f9c1d20", Money::fromWon(14'200)}},
        {kKiosk, OrderPlace{key(), {std::string{kExampleQuote}}}},
        {kKiosk, AttemptAbandon{key()}},
        {kKiosk, AttemptResume{key()}},
        {kKiosk, AttemptShown{key()}},
        {kKiosk, OrderShow{CodeProof{137, "4821"}}},
        {kKiosk, OrderCancel{op(), KeyProof{key()}, OrderState::Queued, 0}},
        {kManager, OrderCancelByStaff{op(), 4211, OrderState::Making, "우유 떨어짐", "271828", 0}},
        {kStation, order(OrderAction::Start, OrderState::Queued)},
        {kStation, order(OrderAction::PutBack, OrderState::Making)},
        {kStation, order(OrderAction::Ready, OrderState::Making)},
        {kStation, order(OrderAction::Collect, OrderState::Ready)},
        {kStation, back(OrderAction::Recall, OrderState::Ready, "잘못 누름")},
        {kStation, order(OrderAction::Call, OrderState::Ready)},
        {kStation, unit(UnitStep::Tick, UnitState::Open, {})},
        {kStation, unit(UnitStep::Untick, UnitState::Done, {})},
        {kStation, unit(UnitStep::Refuse, UnitState::Open, "우유 떨어짐")},
        {kStation, StopAck{op(), 4211, {1}, 0}},
        {kStation, SetAvailability{op(), "choco-cookie", false, UntilKind::Minutes, 60, 0}},
        {kKiosk, HelpCall{op()}},
        {kStation, HelpTake{op(), "kiosk-1", 1500}},
        {kManager, OrderRefund{op(), 4211, {3}, Money{}, "쿠키 품절", "271828"}},
        {kManager, OrderingPause{op(), 20, "곧 다시 시작합니다.", "We will be back soon."}},
        {kManager, OrderingResume{op()}},
        {kManager, ReviewClose{op(), ReviewKind::Attempt, 5120, ReviewOutcome::Voided,
                               "카드사 확인: 취소됨", "271828"}},
        {kCtl, PinSet{op(), "271828", "314159"}},
        {kKiosk, MenuGet{""}},
        {kStation, SnapshotGet{Stream::Events}},
        {kStation, EventsGet{Stream::Events, 90'417, 500}},
        {kStation, Presence{"0.1.0", Stream::Events, std::string{kExampleEpoch}, 90'421}},
        {kCtl, StatusGet{}},
        {kManager, OrdersList{true, 0, 50}},
        {kManager, OrderHistory{137, 0}},
        {kKiosk, BasketPark{op(), exampleChosen()}},
        {kKiosk, BasketTake{op(), "482913"}},
        {kStation, unit(UnitStep::Remake, UnitState::Done, "잘못 만듦")},
        {kManager, DayClose{op(), 211, "271828"}},
        {kManager, ZGet{212}},
        {kCtl, BackupTake{op(), "/media/usb/coffee", "271828"}},
        {kManager, OrderingPace{op(), 40}},
        {kManager, HoursSet{op(), true, {7 * 60, 21 * 60 + 30, 0b0111111}}},
        {kManager, BreakerSet{op(), BreakerState::Open, 15}},
        {kManager, ReviewLook{op(), ReviewKind::Refund, 881}},
        {kManager, ScreenRefresh{op(), {Role::Board, "board-1"}}},
        {kManager, MachineRemove{op(), {Role::Kiosk, "kiosk-3"}}},
        {kManager, AlarmSettle{op(), AlarmKind::ClockStepped}},
    };
}

} // namespace

std::vector<Example> requestExamples()
{
    std::vector<Example> examples;
    for (const Asked& one : asked()) {
        const Request request{"q-" + std::to_string(examples.size() + 1), one.from, one.body};
        examples.push_back({std::string{typeName(one.body)}, encode(request)});
    }
    return examples;
}

} // namespace coffee::test
