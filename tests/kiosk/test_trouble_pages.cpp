// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/banner.h"
#include "shared/widgets/progress.h"
#include "shared/widgets/texts.h"
#include "tests/kiosk/window_shop.h"

#include <QLabel>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::AttemptAbandon;
using protocol::BasketPark;
using protocol::BasketTake;
using protocol::OrderPlace;
using protocol::OrderShow;
using test::Look;
using test::refusalOf;
using test::WindowShop;

namespace {

/// The window in one language, with the words that are on it.
struct Screen : WindowShop {
    explicit Screen(ui::Language language, const ShopFront& front = {},
                    const QString& diskFolder = {})
        : WindowShop{Look{{1080, 1920}, language}, {}, {}, front, diskFolder}
    {
    }

    [[nodiscard]] QString notice() const
    {
        const auto* banner = find<ui::Banner>("noticeBanner");
        return banner ? banner->message() : QString{};
    }
    /// What is wrong on *My order*.
    [[nodiscard]] QString trouble() const
    {
        const auto* banner = find<ui::Banner>("lookUpTrouble");
        return banner ? banner->message() : QString{};
    }
    /// What the bar could not make, on *My order* and beside the number.
    [[nodiscard]] QString refused() const
    {
        const auto* banner = find<ui::Banner>("refusedBanner");
        return banner ? banner->message() : QString{};
    }
    /// The details of order 117, of two cold brews, one of which could not be made.
    [[nodiscard]] protocol::OrderShown halfRefused()
    {
        protocol::OrderShown shown = shop.shown();
        shown.order.lines.front().units.resize(2, shown.order.lines.front().units.front());
        shown.order.units.push_back(shown.order.units.front());
        shown.order.units.front().state = UnitState::Refused;
        shown.order.units.front().reason = "재료가 없음";
        shown.order.refunds.push_back(
            {1, Money::fromWon(5000), RefundState::Due, {1}, "unit refused", shop.now});
        return shown;
    }
    [[nodiscard]] bool lookUp117()
    {
        return press("myOrderButton") && pressDigits("117") && press("lookUpButton");
    }
    /// One of the two, by the screen's language.
    [[nodiscard]] QString in(const char* korean, const char* english) const
    {
        return QString::fromUtf8(words.language() == ui::Language::Korean ? korean : english);
    }

    /// As customers do, with real presses: one cold brew and one cake, as far as the review page.
    [[nodiscard]] bool chooseBoth()
    {
        return press("hereButton") && press("category_coffee") && press("tile_brew") &&
               press("addButton") && press("category_bakery") && press("tile_cake") &&
               press("addButton") && press("reviewButton");
    }
    [[nodiscard]] bool pressDigits(const char* digits)
    {
        for (const char* digit = digits; *digit; ++digit)
            if (!press(("digit" + std::string{*digit} + "Button").c_str()))
                return false;
        return true;
    }
    void answerStatus(int kiosks)
    {
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        for (int n = 1; n <= kiosks; ++n)
            status.screens.push_back(
                {{Role::Kiosk, "kiosk-" + std::to_string(n)}, PresenceState::Up, "1", 1, 0});
        while (shop.client.openCall<protocol::StatusGet>() < shop.client.calls.size())
            shop.client.answer(shop.client.openCall<protocol::StatusGet>(), status);
        settle();
    }
    [[nodiscard]] int units() { return shop.kiosk.basket().units(); }
};

} // namespace

/// Each page of trouble with real widgets, in both languages: what it says, that the basket is
/// safe, and that the way out works.
class TestTroublePages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(kiosk_translations); }

    void whatSellsOutInTheBasketIsNamedBeforePaying_data() { languages(); }
    void whatSellsOutInTheBasketIsNamedBeforePaying()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.chooseBoth());
        gui.shop.publish(ItemAvailability{"cake", false, 0});
        gui.settle();
        QVERIFY2(gui.notice().contains(gui.in("품절", "sold out")), qPrintable(gui.notice()));
        QVERIFY(gui.notice().contains(gui.in("치즈케이크", "Cheesecake")));
        QVERIFY(gui.find<QAbstractButton>("payButton")->text().contains(QStringLiteral("5,000")));
        QCOMPARE(gui.units(), 1);
        // What to do about it stands beside it.
        QVERIFY(gui.press("bannerNextButton"));
        QCOMPARE(gui.shop.phase(), Phase::Menu);
        QVERIFY(gui.notice().isEmpty());
        QVERIFY(gui.press("reviewButton"));
        // And where only the daemon knows it yet: the answer to pay says so, and no card is asked
        // for.
        QVERIFY(gui.press("payButton"));
        Refusal soldOut = refusalOf(RefusalCode::SoldOut);
        soldOut.items = {"brew"};
        gui.shop.refuseCheckout(soldOut);
        gui.settle();
        QCOMPARE(gui.shop.phase(), Phase::Menu);
        QVERIFY(gui.notice().contains(gui.in("콜드브루", "Cold brew")));
        QCOMPARE(gui.shop.client.count<OrderPlace>(), 0);
    }

    void aChangedPriceIsShownAndAgreedToByPressingAgain_data() { languages(); }
    void aChangedPriceIsShownAndAgreedToByPressingAgain()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.chooseBoth());
        QVERIFY(gui.press("payButton"));
        Refusal changed = refusalOf(RefusalCode::PriceChanged);
        changed.total = Money::fromWon(12'300);
        gui.shop.refuseCheckout(changed);
        gui.settle();
        QVERIFY(gui.notice().contains(QStringLiteral("11,500")));
        QVERIFY(gui.notice().contains(QStringLiteral("12,300")));
        QVERIFY(gui.find<QAbstractButton>("payButton")->text().contains(QStringLiteral("12,300")));
        QCOMPARE(gui.shop.client.count<OrderPlace>(), 0);
        gui.shop.time.advance(1s);
        QVERIFY(gui.press("payButton"));
        QCOMPARE(gui.shop.client.last<protocol::CheckoutOpen>()->shownTotal,
                 Money::fromWon(12'300));
    }

    void anOptionThatIsNoMoreIsSaid_data() { languages(); }
    void anOptionThatIsNoMoreIsSaid()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        // What must be chosen is asked for in words, and the button waits for it.
        const auto* add = gui.find<QAbstractButton>("addButton");
        QVERIFY(!add->isEnabled());
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(add->isEnabled());
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.press("reviewButton"));
        QVERIFY(gui.press("payButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::InvalidOptions));
        gui.settle();
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QVERIFY2(gui.notice().contains(gui.in("메뉴가 바뀌었어요", "menu")),
                 qPrintable(gui.notice()));
        QCOMPARE(gui.units(), 1);
        // The new menu comes without that option: the line is taken out by name.
        Menu menu = gui.shop.menu;
        menu.version = "menu-2";
        std::erase_if(menu.optionGroups.front().choices,
                      [](const OptionChoice& choice) { return choice.id == "ice"; });
        gui.shop.client.answer(gui.shop.client.openCall<protocol::MenuGet>(),
                               protocol::MenuAnswer{menu});
        gui.settle();
        QVERIFY(gui.notice().contains(gui.in("아메리카노", "Americano")));
        QCOMPARE(gui.units(), 0);
        QVERIFY(gui.find("itemGrid"));
    }

    void anIdleCustomerIsWarnedForTwentySeconds_data() { languages(); }
    void anIdleCustomerIsWarnedForTwentySeconds()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.chooseBoth());
        gui.shop.time.advance(89s);
        gui.settle();
        QVERIFY(!gui.find("idleSheet"));
        gui.shop.time.advance(1s);
        gui.settle();
        QVERIFY(gui.find("idleSheet"));
        gui.shop.time.advance(19s);
        QVERIFY(gui.press("idleStayButton"));
        QCOMPARE(gui.units(), 2);
        gui.shop.time.advance(110s);
        gui.settle();
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QCOMPARE(gui.units(), 0);
    }

    void nobodyIsIdleWhileMoneyMayMove()
    {
        Screen gui{ui::Language::Korean};
        gui.shop.beginPayment();
        gui.shop.pendingPlace(PaymentPhase::WaitingCard);
        gui.shop.time.advance(1s);
        gui.settle();
        QVERIFY(!gui.shop.kiosk.guard().isWatching());
        gui.shop.time.advance(600s);
        gui.settle();
        QVERIFY(!gui.find("idleSheet"));
        QVERIFY(isPaymentRunning(gui.shop.phase()));
    }

    void busyCountsDownAndGoesBack_data() { languages(); }
    void busyCountsDownAndGoesBack()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.chooseBoth());
        QVERIFY(gui.press("payButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        gui.settle();
        QVERIFY2(gui.text("troubleTitle").contains(gui.in("밀려", "busy")),
                 qPrintable(gui.text("troubleTitle")));
        QVERIFY(!gui.find("parkButton")); // this is the only kiosk
        const auto* countdown = gui.find<ui::CountdownBar>("retryCountdown");
        QVERIFY2(countdown && countdown->accessibleName().contains(gui.in("20초", "20 s")),
                 qPrintable(countdown ? countdown->accessibleName() : QString{}));
        gui.shop.time.advance(7s);
        QTRY_VERIFY2(countdown->accessibleName().contains(gui.in("13초", "13 s")),
                     qPrintable(countdown->accessibleName()));
        QVERIFY(gui.press("backButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QCOMPARE(gui.units(), 2);
        QCOMPARE(gui.shop.session().notice().kind, Notice::Kind::NotWaiting);
        gui.shop.time.advance(60s);
        QCOMPARE(gui.shop.phase(), Phase::Review); // and so it is
    }

    void anUnknownPaymentIsNeverCalledDeclined_data() { languages(); }
    void anUnknownPaymentIsNeverCalledDeclined()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        gui.shop.pendingPlace(PaymentPhase::Checking);
        gui.settle();
        QVERIFY2(gui.text("paymentPhaseLabel").contains(gui.in("확인", "heck")),
                 qPrintable(gui.text("paymentPhaseLabel")));
        QVERIFY(!gui.find("cancelPaymentButton"));
        gui.shop.time.advance(1s);
        gui.shop.answerPlace(protocol::VoidedAnswer{});
        gui.settle();
        QVERIFY(!gui.text("troubleTitle").contains(gui.in("승인하지 않았", "did not approve")));
        QVERIFY(gui.find("retryButton"));
        QCOMPARE(gui.units(), 1);
    }

    void aDeclineSaysWhatToDoNext_data() { languages(); }
    void aDeclineSaysWhatToDoNext()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        const AttemptKey before = gui.shop.client.last<OrderPlace>()->key;
        gui.shop.answerPlace(protocol::DeclinedAnswer{DeclineKind::Declined, "refused", 0});
        gui.settle();
        QVERIFY2(gui.text("troubleTitle").contains(gui.in("승인하지 않았", "did not approve")),
                 qPrintable(gui.text("troubleTitle")));
        QCOMPARE(gui.units(), 1);
        QVERIFY(gui.find<QAbstractButton>("retryButton")->text().contains(QStringLiteral("5,000")));
        QVERIFY(gui.press("retryButton"));
        gui.shop.answerCheckout(gui.shop.quote());
        gui.settle();
        QVERIFY(!(gui.shop.client.last<OrderPlace>()->key == before));
    }

    void afterTheSecondFailureStaffIsOffered_data() { languages(); }
    void afterTheSecondFailureStaffIsOffered()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        const protocol::DeclinedAnswer declined{DeclineKind::Declined, "refused", 0};
        gui.shop.beginPayment();
        gui.shop.answerPlace(declined);
        gui.settle();
        QVERIFY(!gui.find("callStaffButton"));
        QVERIFY(gui.press("retryButton"));
        gui.shop.answerCheckout(gui.shop.quote());
        gui.shop.answerPlace(declined);
        gui.settle();
        QCOMPARE(gui.shop.session().failedInARow(), 2);
        QVERIFY(gui.press("callStaffButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1);
        // The next customer begins with none.
        gui.shop.session().leave();
        gui.shop.time.advance(1s);
        gui.shop.beginPayment();
        QCOMPARE(gui.shop.session().failedInARow(), 0);
    }

    void aPaymentOfTheOneBeforeIsCalledThat_data() { languages(); }
    void aPaymentOfTheOneBeforeIsCalledThat()
    {
        QFETCH(int, language);
        const QTemporaryDir folder;
        {
            test::KioskShop before{folder.path()};
            before.open();
            before.beginPayment();
        }
        Screen gui{static_cast<ui::Language>(language), {}, folder.path()};
        QCOMPARE(gui.shop.phase(), Phase::Settling);
        QVERIFY(gui.text("paymentPhaseLabel").contains(gui.in("지난 결제", "earlier payment")));
        gui.shop.client.answer(gui.shop.client.openCall<protocol::AttemptResume>(),
                               protocol::AttemptAnswer{protocol::VoidedAnswer{}});
        gui.settle();
        QVERIFY2(gui.text("troubleTitle").contains(gui.in("지난 결제", "earlier payment")),
                 qPrintable(gui.text("troubleTitle")));
        QVERIFY(!gui.find("retryButton"));
        QVERIFY(!gui.find("callStaffButton"));
    }

    void aDaemonThatRestartsInTheMiddleEndsInOneOrder_data() { languages(); }
    void aDaemonThatRestartsInTheMiddleEndsInOneOrder()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        const AttemptKey key = gui.shop.client.last<OrderPlace>()->key;
        gui.shop.pendingPlace(PaymentPhase::Authorising);
        gui.shop.time.advance(1s);
        gui.shop.client.fail(gui.shop.client.openCall<OrderPlace>(), ClientFailure::TimedOut);
        gui.settle();
        QCOMPARE(gui.shop.phase(), Phase::Checking);
        QVERIFY(gui.text("paymentPhaseLabel").contains(gui.in("확인", "heck")));
        for (int silence = 0; silence < 3; ++silence) {
            gui.shop.time.advance(5s);
            if (gui.shop.client.openCall<OrderPlace>() < gui.shop.client.calls.size())
                gui.shop.client.fail(gui.shop.client.openCall<OrderPlace>(),
                                     ClientFailure::Unreachable);
        }
        gui.shop.time.advance(10s);
        gui.shop.answerPlace(gui.shop.paid());
        gui.settle();
        QCOMPARE(gui.text("orderNumber"), QStringLiteral("117"));
        for (const auto& call : gui.shop.client.calls)
            if (const auto* place = std::get_if<OrderPlace>(&call.request))
                QVERIFY(place->key == key);
    }

    void aWrongCodeSaysHowManyTriesAreLeft_data() { languages(); }
    void aWrongCodeSaysHowManyTriesAreLeft()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.settle();
        QVERIFY(gui.press("myOrderButton"));
        QVERIFY(gui.pressDigits("117"));
        QVERIFY(gui.press("lookUpButton"));
        QVERIFY(gui.press("detailsButton"));
        QVERIFY(gui.pressDigits("0000"));
        Refusal wrong = refusalOf(RefusalCode::WrongCode);
        wrong.left = 4;
        gui.shop.client.refuse(gui.shop.client.openCall<OrderShow>(), wrong);
        gui.settle();
        const QString words = gui.trouble();
        QVERIFY2(words.contains(QLatin1Char('4')), qPrintable(words));
        QVERIFY(gui.pressDigits("4821")); // the field is empty again
        QCOMPARE(std::get<protocol::CodeProof>(gui.shop.client.last<OrderShow>()->proof).code,
                 std::string{"4821"});
        gui.shop.client.refuse(gui.shop.client.openCall<OrderShow>(),
                               refusalOf(RefusalCode::Locked, 600s));
        gui.settle();
        QVERIFY2(gui.trouble().contains(gui.in("10분", "10 min")), qPrintable(gui.trouble()));
    }

    void whatTheBarCannotMakeIsToldOfALookedUpOrder_data() { languages(); }
    void whatTheBarCannotMakeIsToldOfALookedUpOrder()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 2, {180, 300}});
        QVERIFY(gui.lookUp117());
        QVERIFY(gui.refused().isEmpty());
        gui.shop.publish(UnitMoved{7, 1, UnitState::Open, UnitState::Refused, {}});
        gui.settle();
        // The number alone tells how many, not what and why.
        QVERIFY2(gui.refused().contains(gui.in("1개를 만들 수 없어요", "1 item cannot be made")),
                 qPrintable(gui.refused()));
        QVERIFY(gui.press("detailsButton"));
        QVERIFY(gui.pressDigits("4821"));
        protocol::OrderShown shown = gui.halfRefused();
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        gui.settle();
        QVERIFY2(gui.refused().contains(gui.in("콜드브루 1개", "Cold brew")),
                 qPrintable(gui.refused()));
        QVERIFY(gui.refused().contains(QStringLiteral("5,000")));
        QVERIFY(gui.refused().contains(gui.in("재료가 떨어졌어요", "ran out of an ingredient")));
        QVERIFY(gui.text("refusedItems").contains(gui.in("콜드브루 1개", "Cold brew")));
        QVERIFY(gui.text("refusedMoney").contains(gui.in("돌려 드려요", "being paid back")));
        shown.order.refunds.front().state = RefundState::Done;
        gui.shop.time.advance(MyOrder::kRefreshEvery);
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        gui.settle();
        QVERIFY2(gui.text("refusedMoney").contains(gui.in("돌려 드렸어요", "paid back")),
                 qPrintable(gui.text("refusedMoney")));
        QVERIFY(gui.text("refundLabel").contains(QStringLiteral("5,000")));
    }

    void whatTheBarCannotMakeIsToldBesideTheNumber_data() { languages(); }
    void whatTheBarCannotMakeIsToldBesideTheNumber()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.settle();
        QVERIFY(gui.refused().isEmpty());
        gui.shop.publish(UnitMoved{7, 1, UnitState::Open, UnitState::Refused, {}});
        gui.settle();
        // What was paid for here is known at once; why, as soon as the daemon has told it.
        QVERIFY2(gui.refused().contains(gui.in("콜드브루 1개", "Cold brew")),
                 qPrintable(gui.refused()));
        gui.shop.publish(OrderCancelled{7, OrderState::Making, CancelledBy::Shop, {}});
        gui.settle();
        QVERIFY2(gui.refused().contains(gui.in("가게에서 주문을 취소했어요", "shop cancelled")),
                 qPrintable(gui.refused()));
        QVERIFY(!gui.find("cancelOrderButton"));
        QVERIFY(!gui.find("cupHint")); // nothing is called out any more
        protocol::OrderShown shown = gui.shop.shown();
        shown.order.state = OrderState::Cancelled;
        shown.order.cancelledBy = CancelledBy::Shop;
        shown.order.cancelReason = "Machine broken"; // the bar speaks English
        gui.shop.time.advance(MyOrder::kRefreshEvery);
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        gui.settle();
        QVERIFY2(gui.refused().contains(gui.in("기계가 고장 났어요", "machine broke down")),
                 qPrintable(gui.refused()));
    }

    void whatTheCustomerCancelledIsNotCalledTheShopsDoing_data() { languages(); }
    void whatTheCustomerCancelledIsNotCalledTheShopsDoing()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.shop.publish(OrderCancelled{7, OrderState::Queued, CancelledBy::Customer, {}});
        QVERIFY(gui.lookUp117());
        QVERIFY(gui.refused().isEmpty());
        QCOMPARE(gui.find("lookedUpSteps")->accessibleName(),
                 gui.in("취소된 주문이에요.", "This order was cancelled."));
    }

    void onlyWhatCanStillBeCancelledIsOfferedForIt_data() { languages(); }
    void onlyWhatCanStillBeCancelledIsOfferedForIt()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        QVERIFY(gui.lookUp117());
        const auto* act = gui.find<QAbstractButton>("detailsButton");
        QVERIFY2(act->text().contains(gui.in("취소하기", "cancel")), qPrintable(act->text()));
        gui.shop.publish(OrderMoved{7, OrderStep::Start, OrderState::Queued, OrderState::Making});
        gui.shop.publish(OrderMoved{7, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        gui.settle();
        QVERIFY2(!act->text().contains(gui.in("취소", "cancel")), qPrintable(act->text()));
        gui.shop.publish(OrderMoved{7, OrderStep::Recall, OrderState::Ready, OrderState::Making});
        gui.shop.publish(OrderCancelled{7, OrderState::Making, CancelledBy::Shop, {}});
        gui.settle();
        QVERIFY2(!act->text().contains(gui.in("취소", "cancel")), qPrintable(act->text()));
        QVERIFY(gui.text("myOrderTitle").contains(gui.in("취소되었어요", "cancelled")));
    }

    void whatIsPaidBackIsToldAsItWasPaid_data() { languages(); }
    void whatIsPaidBackIsToldAsItWasPaid()
    {
        QFETCH(int, language);
        for (const char* method : {"card", "phone"}) {
            Screen gui{static_cast<ui::Language>(language)};
            gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
            QVERIFY(gui.lookUp117());
            QVERIFY(gui.press("detailsButton"));
            QVERIFY(gui.pressDigits("4821"));
            protocol::OrderShown shown = gui.shop.shown();
            shown.order.payment.method = method;
            shown.order.state = OrderState::Cancelled;
            shown.order.refunds.push_back({1, shown.order.total, RefundState::Done, {}, {}, {}});
            gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
            gui.settle();
            const QString words = gui.text("refundLabel");
            QVERIFY(words.contains(QStringLiteral("5,000")));
            QCOMPARE(words.contains(gui.in("카드", "card")), method == std::string{"card"});
        }
    }

    void whatIsReadyIsNotToldToWaitForItsNumber()
    {
        Screen gui{ui::Language::Korean};
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.settle();
        QVERIFY(gui.find("cupHint"));
        gui.shop.publish(OrderMoved{7, OrderStep::Start, OrderState::Queued, OrderState::Making});
        gui.shop.publish(OrderMoved{7, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        gui.settle();
        QVERIFY(gui.text("orderWait").contains(QStringLiteral("준비되었어요")));
        QVERIFY(!gui.find("cupHint"));
    }

    void theStepsSayWhenTheyWereReached_data() { languages(); }
    void theStepsSayWhenTheyWereReached()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        const ShopTime paid = gui.shop.now;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        QVERIFY(gui.lookUp117());
        const auto times = [&] { return gui.find("lookedUpSteps")->accessibleDescription(); };
        QVERIFY2(times().endsWith(ui::texts::timeOfDay(paid)), qPrintable(times()));
        gui.shop.now += 120s;
        gui.shop.publish(OrderMoved{7, OrderStep::Start, OrderState::Queued, OrderState::Making});
        gui.shop.publish(OrderMoved{7, OrderStep::Finish, OrderState::Making, OrderState::Ready});
        gui.settle();
        QCOMPARE(times().count(QLatin1Char(':')), 3);
        QVERIFY2(
            times().contains(gui.in("준비 완료 ", "Ready ") + ui::texts::timeOfDay(gui.shop.now)),
            qPrintable(times()));
        // Taken back: what is not true any more has no time.
        gui.shop.publish(OrderMoved{7, OrderStep::Recall, OrderState::Ready, OrderState::Making});
        gui.settle();
        QCOMPARE(times().count(QLatin1Char(':')), 2);
    }

    void aLateOrderIsNeverCalledReadySoon_data() { languages(); }
    void aLateOrderIsNeverCalledReadySoon()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.settle();
        QVERIFY2(gui.text("orderWait").contains(QStringLiteral("3")),
                 qPrintable(gui.text("orderWait")));
        // The bar went away: the daemon's range for everybody is wider, and so is this one.
        gui.shop.source.heartbeat(gui.shop.now, {600, 1200});
        gui.settle();
        QVERIFY2(gui.text("orderWait").contains(QStringLiteral("10")),
                 qPrintable(gui.text("orderWait")));
        gui.shop.source.heartbeat(gui.shop.now + 301s, {120, 240});
        gui.settle();
        QVERIFY2(gui.text("orderWait").contains(gui.in("오래 걸리고", "longer than we thought")),
                 qPrintable(gui.text("orderWait")));
        // What the daemon says of this very order is better than what it says of all.
        protocol::OrderShown shown = gui.shop.shown();
        shown.wait = {900, 1020};
        gui.shop.time.advance(MyOrder::kRefreshEvery);
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        gui.settle();
        QVERIFY2(gui.text("orderWait").contains(QStringLiteral("15")),
                 qPrintable(gui.text("orderWait")));
    }

    void anOldPictureDoesNotCountDown_data() { languages(); }
    void anOldPictureDoesNotCountDown()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {540, 720}});
        QVERIFY(gui.lookUp117());
        gui.shop.source.enter(client::FeedState::Stale);
        gui.settle();
        const QString before = gui.text("orderWait");
        QVERIFY2(before.contains(gui.in("마지막으로 들은 예상", "Last we heard")),
                 qPrintable(before));
        QVERIFY(before.contains(QStringLiteral("12")));
        gui.shop.source.clock += 400s;
        gui.shop.source.enter(client::FeedState::Connecting);
        gui.settle();
        QCOMPARE(gui.text("orderWait"), before);
    }

    void theTerminalIsSaidToTakePhonesOnlyWhereItDoes_data() { languages(); }
    void theTerminalIsSaidToTakePhonesOnlyWhereItDoes()
    {
        QFETCH(int, language);
        for (const bool phones : {false, true}) {
            ShopFront front;
            front.takesPhones = phones;
            Screen gui{static_cast<ui::Language>(language), front};
            gui.shop.beginPayment();
            gui.shop.pendingPlace(PaymentPhase::WaitingCard);
            gui.settle();
            const QString words = gui.text("paymentExplanation");
            QVERIFY(!words.isEmpty());
            QCOMPARE(words.contains(gui.in("휴대전화", "phone")), phones);
            gui.shop.time.advance(1s);
            protocol::PaidAnswer paid = gui.shop.paid();
            if (phones)
                paid.payment.method = "phone";
            gui.shop.answerPlace(paid);
            gui.settle();
            QCOMPARE(gui.text("paidLabel").contains(gui.in("카드로", "card")), !phones);
        }
    }

    void whoeverBringsACupIsToldWhereItGoes_data() { languages(); }
    void whoeverBringsACupIsToldWhereItGoes()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        gui.shop.beginPayment();
        protocol::PaidAnswer paid = gui.shop.paid();
        paid.basket.lines.front().units.front().cup = CupKind::Own;
        gui.shop.answerPlace(paid);
        gui.settle();
        const auto* hint = gui.find<ui::Banner>("cupHint");
        QVERIFY(hint);
        QVERIFY2(hint->message().contains(gui.in("컵을 카운터에 주세요", "cup to the counter")),
                 qPrintable(hint->message()));
    }

    void aPauseIsToldInTheManagersWords_data() { languages(); }
    void aPauseIsToldInTheManagersWords()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.chooseBoth());
        QVERIFY(gui.press("payButton"));
        Refusal paused = refusalOf(RefusalCode::Paused);
        paused.textKo = "단체 주문을 만들고 있어요.";
        paused.textEn = "We are making a large order.";
        paused.untilMs = toMs(gui.shop.now + 600s);
        gui.shop.refuseCheckout(paused);
        gui.settle();
        QCOMPARE(gui.shop.phase(), Phase::Paused);
        QVERIFY2(
            gui.text("troubleText")
                .contains(gui.in("단체 주문을 만들고 있어요.", "We are making a large order.")),
            qPrintable(gui.text("troubleText")));
        QVERIFY(gui.text("troubleText").contains(ui::texts::timeOfDay(gui.shop.now + 600s)));
        QCOMPARE(gui.units(), 2);
    }

    void aBasketIsParkedHereAndTakenUpThere_data() { languages(); }
    void aBasketIsParkedHereAndTakenUpThere()
    {
        QFETCH(int, language);
        Basket parked;
        {
            Screen here{static_cast<ui::Language>(language)};
            QVERIFY(here.chooseBoth());
            QVERIFY(here.press("payButton"));
            here.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
            here.answerStatus(2);
            QVERIFY(here.press("parkButton"));
            parked = here.shop.client.last<BasketPark>()->basket;
            here.shop.client.answer(here.shop.client.openCall<BasketPark>(),
                                    protocol::ParkedAnswer{"482913", 600'000});
            here.settle();
            QCOMPARE(here.text("parkCode"), QStringLiteral("482 913"));
            QVERIFY(!here.text("parkedUntil").isEmpty());
            QVERIFY2(here.text("parkedHow").contains(here.in("다른 주문기로", "another kiosk")),
                     qPrintable(here.text("parkedHow")));
            QVERIFY(here.press("doneButton"));
            QCOMPARE(here.shop.phase(), Phase::Attract);
        }
        Screen there{static_cast<ui::Language>(language)};
        QVERIFY(there.press("myOrderButton"));
        QVERIFY(there.pressDigits("482913"));
        QVERIFY(there.press("lookUpButton"));
        QCOMPARE(there.shop.client.last<BasketTake>()->code, std::string{"482913"});
        there.shop.client.answer(there.shop.client.openCall<BasketTake>(),
                                 protocol::TakenAnswer{parked});
        there.settle();
        QCOMPARE(there.units(), 2);
        QVERIFY(!there.notice().isEmpty());
        QVERIFY(
            there.find<QAbstractButton>("payButton")->text().contains(QStringLiteral("11,500")));
    }

    void aCodeThatIsTooLateIsSaid_data() { languages(); }
    void aCodeThatIsTooLateIsSaid()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.press("myOrderButton"));
        QVERIFY(gui.pressDigits("482913"));
        QVERIFY(gui.press("lookUpButton"));
        gui.shop.client.refuse(gui.shop.client.openCall<BasketTake>(),
                               refusalOf(RefusalCode::NotFound));
        gui.settle();
        QVERIFY2(gui.trouble().contains(gui.in("10분", "10 min")), qPrintable(gui.trouble()));
        QVERIFY(gui.pressDigits("117")); // and the pad is ready for a number
        QVERIFY(gui.find<QAbstractButton>("lookUpButton")->isEnabled());
    }

    void theLanguageChangesOnEveryPageAndKeepsWhatIsThere()
    {
        Screen gui{ui::Language::Korean};
        int pages = 0;
        const auto changes = [&] {
            const Phase phase = gui.shop.phase();
            const int units = gui.units();
            const ui::Language before = gui.words.language();
            const bool pressed = gui.press("languageButton");
            pages += 1;
            return pressed && gui.words.language() != before && gui.shop.phase() == phase &&
                   gui.units() == units;
        };
        QVERIFY(changes()); // nobody's first page
        QVERIFY(gui.press("hereButton"));
        QVERIFY(changes());
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(changes());
        QVERIFY(gui.find<QAbstractButton>("choice_temperature_ice")->isChecked());
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.press("reviewButton"));
        QVERIFY(changes());
        QVERIFY(gui.press("payButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        gui.answerStatus(2);
        QVERIFY(changes());
        QVERIFY(gui.press("myOrderButton"));
        QVERIFY(changes());
        QVERIFY(gui.press("backButton"));
        QVERIFY(gui.press("parkButton"));
        gui.shop.client.answer(gui.shop.client.openCall<BasketPark>(),
                               protocol::ParkedAnswer{"482913", 600'000});
        gui.settle();
        QVERIFY(changes());
        QVERIFY(gui.press("backButton"));
        gui.shop.time.advance(1s);
        QVERIFY(gui.press("payButton"));
        gui.shop.answerCheckout(gui.shop.quote());
        gui.settle();
        QVERIFY(changes()); // in the middle of paying, too
        gui.shop.answerPlace(protocol::DeclinedAnswer{DeclineKind::Declined, "refused", 0});
        gui.settle();
        QVERIFY(changes());
        QVERIFY(gui.press("retryButton"));
        gui.shop.answerCheckout(gui.shop.quote());
        gui.shop.answerPlace(gui.shop.paid());
        gui.settle();
        QVERIFY(changes());
        QCOMPARE(gui.text("orderNumber"), QStringLiteral("117"));
        QCOMPARE(pages, 10);
    }

    void aClosedShopNamesItsHours_data() { languages(); }
    void aClosedShopNamesItsHours()
    {
        QFETCH(int, language);
        Screen gui{static_cast<ui::Language>(language)};
        QVERIFY(gui.find("hereButton"));
        const QTime now = QDateTime::fromMSecsSinceEpoch(toMs(gui.shop.now)).time();
        Menu menu = gui.shop.menu;
        const std::int32_t from = (now.hour() + 1) % 24 * 60;
        menu.openingHours = {from, (from + 60) % SaleHours::kMinutesOfDay};
        gui.shop.kiosk.menu().setMenu(menu);
        gui.shop.session().setMenu(menu);
        gui.settle();
        QVERIFY(!gui.find("hereButton"));
        const QString opens = QStringLiteral("%1:00").arg(from / 60, 2, 10, QLatin1Char('0'));
        QVERIFY2(gui.text("notTakingLabel").contains(opens),
                 qPrintable(gui.text("notTakingLabel")));
        QVERIFY(gui.press("myOrderButton")); // looking up goes on
        gui.shop.session().closeMyOrder();
        gui.shop.session().start(ServiceMode::Here);
        QCOMPARE(gui.shop.phase(), Phase::Attract);
    }

private:
    static void languages()
    {
        QTest::addColumn<int>("language");
        QTest::newRow("ko") << static_cast<int>(ui::Language::Korean);
        QTest::newRow("en") << static_cast<int>(ui::Language::English);
    }
};

QTEST_MAIN(TestTroublePages)
#include "test_trouble_pages.moc"
