// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/window_shop.h"

#include <QLabel>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::CheckoutOpen;
using protocol::OrderPlace;
using protocol::OrderShow;
using test::Look;
using test::refusalOf;
using test::WindowShop;

namespace {

void answerPayment(WindowShop& gui)
{
    gui.shop.answerCheckout(gui.shop.quote());
    gui.shop.pendingPlace(PaymentPhase::WaitingCard);
    WindowShop::settle();
    gui.shop.time.advance(1s);
    gui.shop.answerPlace(gui.shop.paid());
    WindowShop::settle();
}

protocol::OrderShown shownTo(WindowShop& gui)
{
    const protocol::PaidAnswer paid = gui.shop.paid();
    OrderView order;
    order.id = paid.order;
    order.number = paid.number;
    order.lines = paid.basket.lines;
    order.total = paid.basket.total;
    order.units.push_back({1, CupKind::Store, paid.basket.total, UnitState::Open, {}});
    order.paidAt = paid.at;
    return {order, 0, {60, 120}, true};
}

QString textOf(WindowShop& gui, const char* name)
{
    const QLabel* label = gui.find<QLabel>(name);
    return label ? label->text() : QString{};
}

} // namespace

/// The window with real widgets, pressed like a customer does.
class TestKioskWindow final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(kiosk_translations); }

    void aWholeOrderByTouch()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(!gui.find<QAbstractButton>("addButton")->isEnabled());
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(gui.press("choice_size_large"));
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.press("reviewButton"));
        QVERIFY(gui.find<QAbstractButton>("payButton")->text().contains(QStringLiteral("5,200")));
        QVERIFY(gui.press("payButton"));
        QCOMPARE(gui.shop.client.count<CheckoutOpen>(), 1);
        answerPayment(gui);
        QCOMPARE(textOf(gui, "orderNumber"), QStringLiteral("117"));
        QCOMPARE(textOf(gui, "claimCode"), QStringLiteral("4821"));
        QVERIFY(gui.press("doneButton"));
        QVERIFY(gui.find("hereButton"));
    }

    void aWholeOrderByKeyboard()
    {
        WindowShop gui;
        gui.window->activateWindow();
        QVERIFY(gui.pressByKey("takeAwayButton"));
        QVERIFY(gui.pressByKey("tile_americano"));
        QVERIFY(gui.tabTo("choice_temperature_hot"));
        QTest::keyClick(gui.window->focusWidget(), Qt::Key_Right);
        QTest::keyClick(gui.window->focusWidget(), Qt::Key_Space);
        WindowShop::settle();
        QVERIFY(gui.pressByKey("addButton"));
        QVERIFY(gui.pressByKey("reviewButton"));
        QVERIFY(gui.pressByKey("payButton"));
        const auto& line = gui.shop.client.last<CheckoutOpen>()->basket.lines.front();
        QCOMPARE(line.options.front().choice, std::string{"ice"});
        QCOMPARE(line.cups.front(), CupKind::Disposable);
        answerPayment(gui);
        QVERIFY(gui.pressByKey("doneButton"));
        QCOMPARE(gui.shop.phase(), Phase::Attract);
    }

    void escapeGoesOneStepBack()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        QTest::keyClick(gui.window.get(), Qt::Key_Escape);
        QCOMPARE(gui.shop.phase(), Phase::Menu);
    }

    void aThousandTapsOnPayMakeOneAttempt()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        auto* pay = gui.find<QAbstractButton>("payButton");
        for (int tap = 0; tap < 1000; ++tap)
            QTest::mouseClick(pay, Qt::LeftButton);
        QCOMPARE(gui.shop.client.count<CheckoutOpen>(), 1);
        gui.shop.answerCheckout(gui.shop.quote());
        for (int tap = 0; tap < 100; ++tap)
            QTest::mouseClick(pay, Qt::LeftButton);
        QCOMPARE(gui.shop.client.count<OrderPlace>(), 1);
    }

    void theLanguageChangesAnywhereAndKeepsTheBasket()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(gui.press("languageButton"));
        QCOMPARE(gui.find<QAbstractButton>("payButton")->text(), QStringLiteral("Pay ₩5,000"));
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
        QVERIFY(gui.press("payButton"));
        QCOMPARE(gui.shop.client.last<CheckoutOpen>()->locale, std::string{"en"});
        gui.shop.refuseCheckout(refusalOf(RefusalCode::MenuChanged));
        gui.shop.session().leave();
        WindowShop::settle();
        QCOMPARE(gui.words.language(), ui::Language::Korean);
    }

    void textSizeChangesAtOnceAndIsForgottenWithTheCustomer()
    {
        WindowShop gui;
        QVERIFY(gui.press("textSizeButton"));
        QVERIFY(gui.press("choice_size_200"));
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 2.0);
        QVERIFY(gui.press("textSizeDoneButton"));
        QVERIFY(gui.press("hereButton"));
        gui.shop.session().leave();
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 1.0);
    }

    void homeAsksBeforeItEmptiesTheBasket()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(gui.press("homeButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QVERIFY(gui.press("cancelButton"));
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
        QVERIFY(gui.press("homeButton"));
        QVERIFY(gui.press("confirmButton"));
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(gui.shop.kiosk.basket().isEmpty());
    }

    void anIdleCustomerIsAskedAndMayStay()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        gui.shop.time.advance(90s);
        WindowShop::settle();
        QVERIFY(gui.press("idleStayButton"));
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
        gui.shop.time.advance(90s);
        WindowShop::settle();
        QVERIFY(gui.find("idleSheet"));
        gui.shop.time.advance(20s);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(!gui.find("idleSheet"));
    }

    void theNumberPageGoesByItselfAndMoreTimeKeepsIt()
    {
        WindowShop gui;
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        gui.shop.time.advance(29s);
        QCOMPARE(gui.shop.phase(), Phase::Number);
        WindowShop::settle();
        QVERIFY(gui.press("moreTimeButton"));
        gui.shop.time.advance(100s);
        QCOMPARE(gui.shop.phase(), Phase::Number);
        gui.shop.time.advance(30s);
        QCOMPARE(gui.shop.phase(), Phase::Attract);
    }

    void stoppingAPaymentBringsTheBasketBack()
    {
        WindowShop gui;
        gui.shop.beginPayment();
        gui.shop.pendingPlace(PaymentPhase::WaitingCard);
        WindowShop::settle();
        QVERIFY(gui.press("cancelPaymentButton"));
        gui.shop.client.answer(gui.shop.client.openCall<protocol::AttemptAbandon>(),
                               protocol::AttemptAnswer{protocol::GivenUpAnswer{}});
        WindowShop::settle();
        QVERIFY(gui.find("payButton"));
        QVERIFY(gui.find("noticeBanner"));
    }

    void everyTroubleSaysSoAndKeepsTheBasket()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(gui.press("payButton"));
        gui.shop.failCheckout();
        WindowShop::settle();
        QCOMPARE(textOf(gui, "troubleTitle"), QStringLiteral("가게와 연결되지 않았어요."));
        QVERIFY(gui.press("retryButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 5s));
        WindowShop::settle();
        QCOMPARE(textOf(gui, "troubleTitle"), QStringLiteral("지금은 결제가 밀려 있어요."));
        QVERIFY(gui.press("myOrderButton"));
        QVERIFY(gui.press("backButton"));
        QCOMPARE(gui.shop.phase(), Phase::Busy);
        QVERIFY(gui.press("backButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
    }

    void theReviewPageSaysThatTheBarIsAway()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        WindowShop::settle();
        QVERIFY(!gui.find("laterBanner"));
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        status.barAway = true;
        gui.shop.client.answer(gui.shop.client.openCall<protocol::StatusGet>(), status);
        WindowShop::settle();
        QVERIFY(gui.find("laterBanner"));
        QVERIFY(gui.find("payButton")->isEnabled()); // it sells all the same
        QVERIFY(gui.press("payButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 25s));
        WindowShop::settle();
    }

    void anOrderIsLookedUpAndCancelledByTouch()
    {
        WindowShop gui;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        QVERIFY(gui.press("myOrderButton"));
        for (const char* digit : {"digit1Button", "digit1Button", "digit7Button"})
            QVERIFY(gui.press(digit));
        QVERIFY(gui.press("lookUpButton"));
        QVERIFY(gui.find("lookedUpSteps"));
        QVERIFY(gui.press("detailsButton"));
        for (const char* digit : {"digit4Button", "digit8Button", "digit2Button", "digit1Button"})
            QVERIFY(gui.press(digit));
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shownTo(gui));
        WindowShop::settle();
        QVERIFY(gui.press("cancelOrderButton"));
        QVERIFY(gui.press("confirmButton"));
        QCOMPARE(gui.shop.client.count<protocol::OrderCancel>(), 1);
        gui.shop.client.answer(gui.shop.client.openCall<protocol::OrderCancel>(),
                               protocol::CancelAnswer{7, 117, 1, Money::fromWon(5000)});
        WindowShop::settle();
        QCOMPARE(textOf(gui, "myOrderTitle"), QStringLiteral("주문이 취소되었어요."));
    }

    void anOrderIsCancelledFromItsNumberPage()
    {
        WindowShop gui;
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QVERIFY(gui.press("cancelOrderButton"));
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shownTo(gui));
        WindowShop::settle();
        QVERIFY(gui.press("confirmButton"));
        QVERIFY(std::holds_alternative<protocol::KeyProof>(
            gui.shop.client.last<protocol::OrderCancel>()->proof));
    }

    void staffCanBeCalled()
    {
        WindowShop gui;
        QVERIFY(gui.press("helpButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1);
        QVERIFY(!gui.press("helpButton")); // it is being called
        gui.shop.client.answer(gui.shop.client.openCall<protocol::HelpCall>(),
                               protocol::Accepted{});
        WindowShop::settle();
        QVERIFY(gui.press("helpButton"));
    }

    void theRibbonSaysThatNoMoneyMoves()
    {
        WindowShop gui;
        bool said = false;
        for (const QLabel* label : gui.window->findChildren<QLabel*>())
            said = said || (label->isVisible() && label->text().contains(QStringLiteral("체험용")));
        QVERIFY(said);
    }
};

QTEST_MAIN(TestKioskWindow)
#include "test_kiosk_window.moc"
