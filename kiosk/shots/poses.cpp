// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/poses.h"

#include "kiosk/model/paid_order.h"
#include "kiosk/pages/voice_words.h"
#include "shared/domain/refuse_reason.h"

#include <array>

namespace coffee::kiosk {
namespace {

using protocol::AttemptAnswer;
using protocol::CheckoutOpen;
using protocol::OrderPlace;

Refusal refusalOf(RefusalCode code)
{
    Refusal refusal;
    refusal.code = code;
    return refusal;
}

OrderView detailsOf(const Stage& stage)
{
    return orderOf(stage.paid());
}

void toDetails(Stage& stage, bool refunding)
{
    OrderView order = detailsOf(stage);
    if (refunding) {
        order.state = OrderState::Cancelled;
        order.refunds.push_back({1, order.total, RefundState::Due, {}, {}, Stage::kNow});
    }
    stage.kiosk.session().openMyOrder();
    stage.kiosk.myOrder().lookUp(Stage::kNumber);
    stage.kiosk.myOrder().askForCode();
    stage.kiosk.myOrder().proveByCode("4821");
    stage.client.answer<protocol::OrderShow>(
        protocol::OrderShown{order, 2, stage.wait, !refunding});
}

/// The bar could not make one of them, and what it paid goes back.
void toRefused(Stage& stage)
{
    OrderView order = detailsOf(stage);
    order.state = OrderState::Making;
    order.startedAt = Stage::kNow;
    UnitView& unit = order.units.front();
    unit.state = UnitState::Refused;
    unit.reason = writtenReason(RefuseReason::NoIngredient).ko;
    order.refunds.push_back({1, unit.price, RefundState::Due, {1}, {}, Stage::kNow});
    stage.kiosk.session().openMyOrder();
    stage.kiosk.myOrder().lookUp(Stage::kNumber);
    stage.kiosk.myOrder().askForCode();
    stage.kiosk.myOrder().proveByCode("4821");
    stage.client.answer<protocol::OrderShow>(protocol::OrderShown{order, 0, stage.wait, false});
}

void publish(Stage& stage, const std::vector<EventBody>& bodies)
{
    Sequence seq = 40;
    for (const EventBody& body : bodies)
        stage.source.publish({++seq, Stage::kNow, Stage::kNow, 20000, {}, body});
}

void refuseCode(Stage& stage, const Refusal& refusal)
{
    stage.kiosk.session().openMyOrder();
    stage.kiosk.myOrder().lookUp(Stage::kNumber);
    stage.kiosk.myOrder().askForCode();
    stage.kiosk.myOrder().proveByCode("0000");
    stage.client.refuse<protocol::OrderShow>(refusal);
}

void endPayment(Stage& stage, const AttemptAnswer& answer)
{
    stage.fillBasket();
    stage.quoteAndPlace();
    stage.client.answer<OrderPlace>(answer);
}

void payingAt(Stage& stage, PaymentPhase phase)
{
    stage.fillBasket();
    stage.quoteAndPlace();
    stage.client.answerPending<OrderPlace>(phase);
}

/// Busy, while another kiosk is up.
void busyElsewhere(Stage& stage)
{
    stage.fillBasket();
    stage.pay();
    Refusal busy = refusalOf(RefusalCode::Busy);
    busy.retryAfter = std::chrono::milliseconds{20000};
    stage.client.refuse<CheckoutOpen>(busy);
    protocol::StatusAnswer status;
    status.version = COFFEE_VERSION;
    status.epoch = "still";
    for (const char* name : {"kiosk-1", "kiosk-2"})
        status.screens.push_back(
            {{Role::Kiosk, name}, PresenceState::Up, COFFEE_VERSION, 40, 1000});
    stage.client.answer<protocol::StatusGet>(status);
}

std::vector<Pose> choosingShots()
{
    return {
        {"01-attract", [](Stage&) {}},
        {"02-attract-paused",
         [](Stage& s) {
             OrderingChanged paused{OrderingState::Paused, toMs(Stage::kNow) + 1'200'000,
                                    "지금 단체 주문을 만들고 있어요.",
                                    "We are making a large order right now."};
             s.source.publish({41, Stage::kNow, Stage::kNow, 20000, {}, paused});
         }},
        {"02-attract-closed", [](Stage& s) { s.closeNow(); }},
        {"03-menu-empty", [](Stage& s) { s.kiosk.session().start(ServiceMode::Here); }},
        {"04-menu",
         [](Stage& s) {
             s.showView({"cafe-mocha", "vanilla-latte"});
             s.sellAt("einspanner", {7 * 60, 11 * 60, 0b0011111});
             s.fillBasket();
         }},
        {"04-menu-search",
         [](Stage& s) {
             s.kiosk.session().start(ServiceMode::Here);
             s.press("searchButton");
         }},
        {"04-menu-found",
         [](Stage& s) {
             s.fillBasket();
             s.press("searchButton");
             const bool korean = s.words.language() == ui::Language::Korean;
             for (const char* key :
                  korean ? std::array{"key_rieul", "key_digeut"} : std::array{"key_l", "key_a"})
                 s.press(key);
         }},
        {"05-options",
         [](Stage& s) {
             s.kiosk.session().start(ServiceMode::Here);
             s.kiosk.session().chooseItem("cafe-latte");
         }},
        {"05-options-heard",
         [](Stage& s) {
             s.kiosk.session().start(ServiceMode::Here);
             s.kiosk.session().chooseItem("cafe-latte");
             s.hear(guidanceSentence());
         }},
        {"06-options-edit",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().editLine(s.kiosk.basket().entries().back().id);
         }},
        {"07-review",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().toReview();
         }},
        {"08-review-sold-out",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal soldOut = refusalOf(RefusalCode::SoldOut);
             soldOut.items = {"cafe-latte"};
             s.client.refuse<CheckoutOpen>(soldOut);
         }},
        {"09-opening",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
         }},
    };
}

std::vector<Pose> payingShots()
{
    return {
        {"10-paying-card", [](Stage& s) { payingAt(s, PaymentPhase::WaitingCard); }},
        {"11-paying-reading", [](Stage& s) { payingAt(s, PaymentPhase::Reading); }},
        {"12-paying-remove", [](Stage& s) { payingAt(s, PaymentPhase::RemoveCard); }},
        {"13-checking",
         [](Stage& s) {
             payingAt(s, PaymentPhase::Authorising);
             s.client.stayAway<OrderPlace>();
         }},
        {"14-declined",
         [](Stage& s) {
             endPayment(s, protocol::DeclinedAnswer{DeclineKind::Declined, "", 0});
         }},
        {"15-busy",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal busy = refusalOf(RefusalCode::Busy);
             busy.retryAfter = std::chrono::milliseconds{20000};
             s.client.refuse<CheckoutOpen>(busy);
         }},
        {"15-busy-elsewhere", [](Stage& s) { busyElsewhere(s); }},
        {"15-parked",
         [](Stage& s) {
             busyElsewhere(s);
             s.kiosk.session().park();
             s.client.answer<protocol::BasketPark>(protocol::ParkedAnswer{"482913", 600'000});
         }},
        {"16-unreachable",
         [](Stage& s) {
             s.fillBasket();
             s.source.fallSilent();
             s.pay();
             s.client.stayAway<CheckoutOpen>();
         }},
        {"16-unreachable-heard",
         [](Stage& s) {
             s.fillBasket();
             s.source.fallSilent();
             s.pay();
             s.client.stayAway<CheckoutOpen>();
             s.hear(guidanceSentence());
         }},
        {"17-paused",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal paused = refusalOf(RefusalCode::Paused);
             paused.untilMs = toMs(Stage::kNow) + 600'000;
             s.client.refuse<CheckoutOpen>(paused);
         }},
        {"18-number", [](Stage& s) { endPayment(s, s.paid()); }},
        {"18-number-refused",
         [](Stage& s) {
             endPayment(s, s.paid());
             publish(s, {OrderMoved{1, OrderStep::Start, OrderState::Queued, OrderState::Making},
                         UnitMoved{1, 1, UnitState::Open, UnitState::Refused, {}}});
         }},
        {"19-receipt",
         [](Stage& s) {
             endPayment(s, s.paid());
             s.press("receiptButton");
         }},
    };
}

/// What else can go wrong, each in its own words.
std::vector<Pose> troubleShots()
{
    return {
        {"03-closed", [](Stage&) {}, false},
        {"04-menu-cut-off",
         [](Stage& s) {
             s.fillBasket();
             s.source.fallSilent();
         }},
        {"04-menu-toast",
         [](Stage& s) {
             s.fillBasket();
             s.press("helpButton");
             s.client.stayAway<protocol::HelpCall>();
         }},
        {"13-giving-up",
         [](Stage& s) {
             payingAt(s, PaymentPhase::WaitingCard);
             s.kiosk.session().cancelPayment();
         }},
        {"14-not-charged",
         [](Stage& s) {
             endPayment(s, protocol::DeclinedAnswer{DeclineKind::NotCharged, "", 0});
         }},
        {"14-voided", [](Stage& s) { endPayment(s, protocol::VoidedAnswer{}); }},
        {"14-given-up", [](Stage& s) { endPayment(s, protocol::GivenUpAnswer{}); }},
        {"14-refused",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             s.client.refuse<CheckoutOpen>(refusalOf(RefusalCode::NotAllowed));
         }},
        {"20-my-order-unknown",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(7);
         }},
        {"20-my-order-in-the-way",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().takeBasket("482913", true);
         }},
        {"21-my-order-locked",
         [](Stage& s) {
             Refusal locked = refusalOf(RefusalCode::Locked);
             locked.retryAfter = std::chrono::minutes{10};
             refuseCode(s, locked);
         }},
        {"21-my-order-cut-off",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(Stage::kNumber);
             s.source.fallSilent();
         }},
        {"22-my-order-wrong-code",
         [](Stage& s) {
             Refusal wrong = refusalOf(RefusalCode::WrongCode);
             wrong.left = 3;
             refuseCode(s, wrong);
         }},
    };
}

std::vector<Pose> lookUpShots()
{
    return {
        {"20-my-order", [](Stage& s) { s.kiosk.session().openMyOrder(); }},
        {"20-my-order-no-basket",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().takeBasket("482913", false);
             s.client.refuse<protocol::BasketTake>(refusalOf(RefusalCode::NotFound));
         }},
        {"20-taken-up",
         [](Stage& s) {
             s.fillBasket();
             const Basket basket = s.kiosk.basket().toBasket();
             s.kiosk.basket().clear();
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().takeBasket("482913", false);
             s.client.answer<protocol::BasketTake>(protocol::TakenAnswer{basket});
         }},
        {"21-my-order-state",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(Stage::kNumber);
         }},
        {"21-my-order-shop-cancelled",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(Stage::kNumber);
             publish(s, {OrderMoved{1, OrderStep::Start, OrderState::Queued, OrderState::Making},
                         OrderCancelled{1, OrderState::Making, CancelledBy::Shop, {}}});
         }},
        {"22-my-order-code",
         [](Stage& s) {
             s.kiosk.session().openMyOrder();
             s.kiosk.myOrder().lookUp(Stage::kNumber);
             s.kiosk.myOrder().askForCode();
         }},
        {"23-my-order-details",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, false);
         }},
        {"23-my-order-refused",
         [](Stage& s) {
             s.fillBasket();
             toRefused(s);
         }},
        {"24-my-order-confirm",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, false);
             s.kiosk.myOrder().askToCancel();
         }},
        {"25-my-order-refund",
         [](Stage& s) {
             s.fillBasket();
             toDetails(s, true);
         }},
        {"26-idle",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.guard().watch({std::chrono::seconds{0}, std::chrono::seconds{20}});
         }},
    };
}

std::vector<Pose> sheetShots()
{
    return {
        {"27-allergy",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk.session().toReview();
             s.press("allergyButton");
         }},
        {"28-called",
         [](Stage& s) {
             s.press("helpButton");
             s.client.answer<protocol::HelpCall>(protocol::Accepted{});
             s.source.publish({41, Stage::kNow, Stage::kNow, 20000, {}, HelpCalled{"kiosk-1"}});
         }},
        {"28-display", [](Stage& s) { s.press("displayButton"); }},
        {"29-start-over",
         [](Stage& s) {
             s.fillBasket();
             s.press("homeButton");
         }},
    };
}

} // namespace

std::vector<Pose> poses()
{
    std::vector<Pose> all = choosingShots();
    for (const auto& more : {payingShots(), troubleShots(), lookUpShots(), sheetShots()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace coffee::kiosk
