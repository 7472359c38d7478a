// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/poses.h"

#include "kiosk/pages/voice_words.h"
#include "kiosk/shots/order_poses.h"

#include <array>

namespace coffee::kiosk {
namespace {

using protocol::AttemptAnswer;
using protocol::CheckoutOpen;
using protocol::OrderPlace;

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

/// The program was stopped while a card was being charged.
void beginAfterPowerCut(Stage& stage)
{
    static_cast<void>(
        AttemptJournal{stage.disk}.write({AttemptKey{"kiosk-1-" + std::string(32, 'a')},
                                          stage.quote().quote, stage.quote().basket.total, "ko"}));
    stage.startAgain();
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
             s.publish({paused});
         }},
        {"02-attract-closed", [](Stage& s) { s.closeNow(); }},
        {"03-menu-empty", [](Stage& s) { s.kiosk().session().start(ServiceMode::Here); }},
        {"04-menu",
         [](Stage& s) {
             s.showView({"cafe-mocha", "vanilla-latte"});
             s.sellAt("einspanner", {7 * 60, 11 * 60, 0b0011111});
             s.fillBasket();
         }},
        {"04-menu-sold-out",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().chooseItem("cafe-mocha");
             s.publish({ItemAvailability{"cafe-mocha", false, 0}});
         }},
        {"04-menu-search",
         [](Stage& s) {
             s.kiosk().session().start(ServiceMode::Here);
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
             s.kiosk().session().start(ServiceMode::Here);
             s.kiosk().session().chooseItem("cafe-latte");
         }},
        {"05-options-heard",
         [](Stage& s) {
             s.kiosk().session().start(ServiceMode::Here);
             s.kiosk().session().chooseItem("cafe-latte");
             s.hear(guidanceSentence());
         }},
        {"05-options-missing",
         [](Stage& s) {
             s.kiosk().session().start(ServiceMode::Here);
             s.kiosk().session().chooseItem("cafe-latte");
             s.settle();
             s.tryToPress("addButton");
         }},
        {"05-options-full",
         [](Stage& s) {
             s.fillWholeBasket();
             s.kiosk().session().chooseItem("espresso");
             s.settle();
             s.press("addButton");
         }},
        {"06-options-edit",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().editLine(s.kiosk().basket().entries().back().id);
         }},
        {"07-review",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().toReview();
         }},
        {"07-review-bar-away",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().toReview();
             s.leaveBar();
         }},
        {"07-review-cash",
         [](Stage& s) {
             s.startAgain({{}, true, true});
             s.fillBasket();
             s.kiosk().session().toReview();
         }},
        {"07-review-changed",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().editLine(s.kiosk().basket().entries().back().id);
             s.settle();
             s.press("choice_size_large");
             s.press("addButton");
         }},
        {"08-review-price",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal changed = refusalOf(RefusalCode::PriceChanged);
             changed.total = Money::fromWon(15'100);
             s.client.refuse<CheckoutOpen>(changed);
         }},
        {"08-review-menu",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             s.client.refuse<CheckoutOpen>(refusalOf(RefusalCode::InvalidOptions));
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
        {"10-paying-phone",
         [](Stage& s) {
             s.startAgain({{}, true, true});
             s.payUntil(PaymentPhase::WaitingCard);
         }},
        {"10-paying-card", [](Stage& s) { s.payUntil(PaymentPhase::WaitingCard); }},
        {"11-paying-reading", [](Stage& s) { s.payUntil(PaymentPhase::Reading); }},
        {"12-paying-remove", [](Stage& s) { s.payUntil(PaymentPhase::RemoveCard); }},
        {"13-checking",
         [](Stage& s) {
             s.payUntil(PaymentPhase::Authorising);
             s.client.stayAway<OrderPlace>();
         }},
        {"13-unclear",
         [](Stage& s) {
             s.payUntil(PaymentPhase::Checking);
             s.time.advance(OrderSession::kPatience);
         }},
        {"14-declined",
         [](Stage& s) {
             s.endPayment(protocol::DeclinedAnswer{DeclineKind::Declined, "", 0});
         }},
        {"15-busy",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal busy = refusalOf(RefusalCode::Busy);
             busy.retryAfter = std::chrono::milliseconds{20000};
             s.client.refuse<CheckoutOpen>(busy);
         }},
        {"15-busy-bar",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal busy = refusalOf(RefusalCode::Busy);
             busy.state = kBusyBar;
             busy.retryAfter = std::chrono::minutes{9};
             s.client.refuse<CheckoutOpen>(busy);
         }},
        {"15-busy-elsewhere", [](Stage& s) { busyElsewhere(s); }},
        {"15-parked",
         [](Stage& s) {
             busyElsewhere(s);
             s.kiosk().session().park();
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
        {"17-paused-message",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             s.publish({OrderingChanged{OrderingState::Paused, toMs(Stage::kNow) + 1'200'000,
                                        "지금 단체 주문을 만들고 있어요.",
                                        "We are making a large order right now."}});
             s.client.refuse<CheckoutOpen>(refusalOf(RefusalCode::Paused));
         }},
        {"17-paused",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             Refusal paused = refusalOf(RefusalCode::Paused);
             paused.untilMs = toMs(Stage::kNow) + 600'000;
             s.client.refuse<CheckoutOpen>(paused);
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
             s.payUntil(PaymentPhase::WaitingCard);
             s.kiosk().session().cancelPayment();
         }},
        {"14-declined-again",
         [](Stage& s) {
             const AttemptAnswer declined = protocol::DeclinedAnswer{DeclineKind::Declined, "", 0};
             s.endPayment(declined);
             s.kiosk().session().retryNow();
             s.client.answer<CheckoutOpen>(s.quote());
             s.client.answer<OrderPlace>(declined);
         }},
        {"14-not-charged",
         [](Stage& s) {
             s.endPayment(protocol::DeclinedAnswer{DeclineKind::NotCharged, "", 0});
         }},
        {"13-settling", [](Stage& s) { beginAfterPowerCut(s); }},
        {"14-settled",
         [](Stage& s) {
             beginAfterPowerCut(s);
             s.client.answer<protocol::AttemptResume>(
                 protocol::AttemptAnswer{protocol::VoidedAnswer{}});
         }},
        {"14-kiosk-trouble",
         [](Stage& s) {
             s.disk.fill();
             s.fillBasket();
             s.quoteAndPlace();
         }},
        {"14-voided", [](Stage& s) { s.endPayment(protocol::VoidedAnswer{}); }},
        {"14-given-up", [](Stage& s) { s.endPayment(protocol::GivenUpAnswer{}); }},
        {"14-refused",
         [](Stage& s) {
             s.fillBasket();
             s.pay();
             s.client.refuse<CheckoutOpen>(refusalOf(RefusalCode::NotAllowed));
         }},
    };
}

std::vector<Pose> sheetShots()
{
    return {
        {"26-idle",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().guard().watch({std::chrono::seconds{0}, std::chrono::seconds{20}});
             s.time.advance();
         }},
        {"27-allergy",
         [](Stage& s) {
             s.fillBasket();
             s.kiosk().session().toReview();
             s.press("allergyButton");
         }},
        {"28-called",
         [](Stage& s) {
             s.press("helpButton");
             s.client.answer<protocol::HelpCall>(protocol::Accepted{});
             s.publish({HelpCalled{"kiosk-1"}});
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
    for (const auto& more :
         {payingShots(), troubleShots(), numberShots(), lookUpShots(), sheetShots()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace coffee::kiosk
