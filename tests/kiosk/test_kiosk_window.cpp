// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/sale_times.h"
#include "kiosk/pages/kiosk_words.h"
#include "shared/widgets/toast.h"
#include "tests/kiosk/window_shop.h"

#include <QAbstractButton>
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

QString wordsOn(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisible())
            words.append(label->text());
    return words.join(QLatin1Char('\n'));
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
        QCOMPARE(gui.text("orderNumber"), QStringLiteral("117"));
        QCOMPARE(gui.text("claimCode"), QStringLiteral("4821"));
        QVERIFY(gui.press("doneButton"));
        QVERIFY(gui.find("hereButton"));
    }

    void aCallForStaffLeavesTheNextStepFree()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(gui.press("helpButton"));
        gui.shop.client.answer(gui.shop.client.openCall<protocol::HelpCall>(),
                               protocol::Accepted{});
        WindowShop::settle();
        const auto* toast = gui.window->findChild<ui::Toast*>();
        QVERIFY(toast && toast->isVisible());
        const auto* add = gui.find("addButton");
        const QRect button{add->mapTo(gui.window.get(), QPoint{}), add->size()};
        QVERIFY(!button.intersects(QRect{toast->mapTo(gui.window.get(), QPoint{}), toast->size()}));
        QVERIFY(gui.press("addButton"));
    }

    void aCallForStaffHidesNothingThatCanBePressed_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addRow("upright") << QSize{1080, 1920};
        QTest::addRow("landscape") << QSize{1920, 1080};
    }
    void aCallForStaffHidesNothingThatCanBePressed()
    {
        QFETCH(QSize, size);
        WindowShop gui{Look{size}};
        QVERIFY(gui.press("helpButton"));
        gui.shop.client.answer(gui.shop.client.openCall<protocol::HelpCall>(),
                               protocol::Accepted{});
        WindowShop::settle();
        const auto* toast = gui.window->findChild<ui::Toast*>();
        QVERIFY(toast && toast->isVisible());
        const QRect told{toast->mapTo(gui.window.get(), QPoint{}), toast->size()};
        QVERIFY(gui.window->rect().contains(told));
        for (const auto* button : gui.window->findChildren<QAbstractButton*>())
            if (button->isVisible() && !toast->isAncestorOf(button))
                QVERIFY2(!told.intersects(
                             QRect{button->mapTo(gui.window.get(), QPoint{}), button->size()}),
                         qPrintable(button->objectName()));
    }

    void aLineThatWasChangedSaysSoUntilTheNextAct()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.press("reviewButton"));
        const auto says = [&gui] {
            const QWidget* row = gui.find("basketRow_1");
            return row && row->accessibleDescription().contains(QStringLiteral("바꿨어요"));
        };
        QVERIFY(!says());
        QVERIFY(gui.press("editButton"));
        QVERIFY(gui.press("addButton")); // as it was
        QVERIFY(!says());
        QVERIFY(gui.press("editButton"));
        QVERIFY(gui.press("choice_size_large"));
        QVERIFY(gui.press("addButton"));
        QVERIFY(says());
        QVERIFY(gui.press("plusButton"));
        QVERIFY(!says());
    }

    void aNumberIsLookedUpFromThreeDigitsOn()
    {
        WindowShop gui;
        QVERIFY(gui.press("myOrderButton"));
        const auto* lookUp = gui.find<QAbstractButton>("lookUpButton");
        for (const char* digit : {"digit8Button", "digit9Button"}) {
            QVERIFY(gui.press(digit));
            QVERIFY(!lookUp->isEnabled());
        }
        QVERIFY(gui.press("digit9Button"));
        QVERIFY(lookUp->isEnabled());
        QCOMPARE(lookUp->text(), QStringLiteral("조회하기"));
        for (const char* digit : {"digit2Button", "digit5Button", "digit0Button"})
            QVERIFY(gui.press(digit));
        QCOMPARE(lookUp->text(), QStringLiteral("장바구니 찾기"));
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

    void theBackKeyAnswersOnTheMenuAndBesideTheNumber()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QTest::keyClick(gui.window.get(), Qt::Key_Escape);
        QCOMPARE(gui.shop.phase(), Phase::Attract); // an empty basket is no question
        QVERIFY(gui.press("hereButton"));
        gui.shop.kiosk.basket().add(gui.shop.drink());
        WindowShop::settle();
        QTest::keyClick(gui.window.get(), Qt::Key_Back);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Menu);
        QVERIFY(gui.press("confirmButton"));
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QTest::keyClick(gui.window.get(), Qt::Key_Escape);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Number);
        const auto* toast = gui.window->findChild<ui::Toast*>();
        QVERIFY(toast && toast->isVisible()); // the voice says what stands there
    }

    void theLanguageButtonHasNoParticleTooMany()
    {
        WindowShop gui;
        QCOMPARE(gui.find("languageButton")->accessibleName(),
                 QStringLiteral("화면 언어 바꾸기: English"));
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

    void aSecondTapDoesNotPressWhatTheFirstBrought_data()
    {
        QTest::addColumn<int>("later"); // ms
        QTest::addColumn<int>("aside"); // px
        QTest::addColumn<Phase>("phase");
        QTest::newRow("double tap") << 150 << 3 << Phase::Review;
        QTest::newRow("three taps") << 590 << 3 << Phase::Review;
        QTest::newRow("a person who wants it") << 700 << 3 << Phase::Menu;
        QTest::newRow("another place") << 150 << 400 << Phase::Menu;
    }
    void aSecondTapDoesNotPressWhatTheFirstBrought()
    {
        QFETCH(int, later);
        QFETCH(int, aside);
        QFETCH(Phase, phase);
        WindowShop gui;
        gui.shop.session().start(ServiceMode::Here);
        gui.shop.kiosk.basket().add(gui.shop.drink());
        WindowShop::settle();
        const auto tap = [](QWidget* widget, const QPointF& place, quint64 at) {
            for (const auto type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
                QMouseEvent event{type,           QRectF{widget->rect()}.center(),
                                  place,          Qt::LeftButton,
                                  Qt::LeftButton, Qt::NoModifier};
                event.setTimestamp(at);
                QCoreApplication::sendEvent(widget, &event);
            }
            WindowShop::settle();
        };
        auto* review = gui.find<QAbstractButton>("reviewButton");
        const QPointF place = review->mapToGlobal(review->rect().center());
        tap(review, place, 10'000);
        QCOMPARE(gui.shop.phase(), Phase::Review);
        // As if the way back lay where the first tap was, or beside it.
        tap(gui.find<QAbstractButton>("backButton"), place + QPointF{double(aside), 0.0},
            10'000 + static_cast<quint64>(later));
        QCOMPARE(gui.shop.phase(), phase);
    }

    void theReviewNamesHotOrIcedWithTheDrink()
    {
        WindowShop gui;
        gui.shop.session().start(ServiceMode::Here);
        gui.shop.kiosk.basket().add(
            {"americano", {{"temperature", "ice", 1}, {"size", "regular", 1}}, {CupKind::Store}});
        gui.shop.session().toReview();
        WindowShop::settle();
        QCOMPARE(gui.find<QWidget>("basketRow_1")->accessibleName(),
                 QStringLiteral("아메리카노 ICE"));
        QVERIFY(gui.press("languageButton"));
        QCOMPARE(gui.find<QWidget>("basketRow_1")->accessibleName(),
                 QStringLiteral("Iced Americano"));
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
        QVERIFY(gui.press("displayButton"));
        QVERIFY(gui.press("choice_size_200"));
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 2.0);
        QVERIFY(gui.press("displayDoneButton"));
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

    void aScreenReadersPressKeepsTheCustomerHere()
    {
        WindowShop gui;
        gui.shop.fillAndReview();
        gui.shop.time.advance(80s);
        WindowShop::settle();
        auto* plus = qobject_cast<QAbstractButton*>(gui.find("plusButton"));
        QVERIFY(plus);
        plus->click(); // as its accessible action does: without an event
        gui.shop.time.advance(80s);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Review);
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
        QCOMPARE(gui.text("troubleTitle"), QStringLiteral("가게와 연결되지 않았어요."));
        QVERIFY(gui.press("retryButton"));
        gui.shop.refuseCheckout(refusalOf(RefusalCode::Busy, 5s));
        WindowShop::settle();
        QCOMPARE(gui.text("troubleTitle"), QStringLiteral("지금은 결제가 밀려 있어요."));
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
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), gui.shop.shown());
        WindowShop::settle();
        QVERIFY(gui.press("cancelOrderButton"));
        QVERIFY(gui.press("confirmButton"));
        QCOMPARE(gui.shop.client.count<protocol::OrderCancel>(), 1);
        gui.shop.client.answer(gui.shop.client.openCall<protocol::OrderCancel>(),
                               protocol::CancelAnswer{7, 117, 1, Money::fromWon(5000)});
        WindowShop::settle();
        QCOMPARE(gui.text("myOrderTitle"), QStringLiteral("117번 주문이 취소되었어요."));
    }

    void anOrderIsCancelledFromItsNumberPage()
    {
        WindowShop gui;
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QVERIFY(gui.press("cancelOrderButton"));
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), gui.shop.shown());
        WindowShop::settle();
        QVERIFY(gui.press("confirmButton"));
        QVERIFY(std::holds_alternative<protocol::KeyProof>(
            gui.shop.client.last<protocol::OrderCancel>()->proof));
    }

    void aQuestionGoesWithTheCustomerWhoWasAsked()
    {
        WindowShop gui;
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QVERIFY(gui.press("cancelOrderButton"));
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), gui.shop.shown());
        WindowShop::settle();
        QVERIFY(gui.find("confirmButton"));
        gui.shop.time.advance(60s);
        gui.shop.time.advance(20s);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY2(!gui.find("confirmButton"), "the next customer is asked about another's order");
    }

    void theReceiptIsShownFromTheNumberPageAndGivesTimeToRead()
    {
        WindowShop gui;
        gui.shop.menu.seller = {"000-00-00000", {"서울 중구", "Jung-gu, Seoul"}, "02-000-0000"};
        gui.shop.kiosk.basket().setMenu(gui.shop.menu);
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        gui.shop.time.advance(20s);
        WindowShop::settle();
        QVERIFY(gui.press("receiptButton"));
        const QString words = wordsOn(*gui.find("receiptSheet"));
        for (const char* part :
             {"시험 커피", "000-00-00000", "서울 중구", "02-000-0000", "117", "콜드브루",
              "공급가액", "4,545원", "부가세", "455원", "5,000원", "**** 1234", "30214587"})
            QVERIFY2(words.contains(QString::fromUtf8(part)), part);
        gui.shop.time.advance(100s);
        WindowShop::settle();
        QVERIFY(gui.find("receiptSheet"));
        QVERIFY(gui.press("receiptDoneButton"));
        QCOMPARE(gui.shop.phase(), Phase::Number);
        QVERIFY(gui.press("receiptButton"));
        gui.shop.time.advance(120s);
        WindowShop::settle();
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(!gui.find("receiptSheet")); // nobody sees the receipt of the customer before
    }

    void theReceiptOfALookedUpOrderNamesItsRefund()
    {
        WindowShop gui;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        gui.shop.session().openMyOrder();
        gui.shop.kiosk.myOrder().lookUp(117);
        gui.shop.kiosk.myOrder().askForCode();
        gui.shop.kiosk.myOrder().proveByCode("4821");
        protocol::OrderShown shown = gui.shop.shown();
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        WindowShop::settle();
        QVERIFY(gui.press("receiptButton"));
        QVERIFY(!wordsOn(*gui.find("receiptSheet")).contains(QStringLiteral("환불")));
        shown.order.refunds.push_back({1, Money::fromWon(5000), RefundState::Due, {}, {}, {}});
        gui.shop.time.advance(MyOrder::kRefreshEvery);
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), shown);
        WindowShop::settle();
        QVERIFY(wordsOn(*gui.find("receiptSheet")).contains(QStringLiteral("환불 진행 중")));
    }

    void aDrinkIsFoundByItsFirstSounds()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(!gui.find("tile_brew")); // popular items stand first
        QVERIFY(gui.press("searchButton"));
        QVERIFY(gui.find("tile_brew") && gui.find("tile_cake"));
        for (const char* key : {"key_kieuk", "key_digeut", "key_bieup"})
            QVERIFY(gui.press(key));
        QCOMPARE(gui.text("searchLabel"), QStringLiteral("ㅋㄷㅂ"));
        QVERIFY(gui.find("tile_brew") && !gui.find("tile_cake"));
        QVERIFY(gui.press("key_hieut"));
        QVERIFY(!gui.find("tile_brew"));
        QVERIFY(gui.press("eraseLetterButton"));
        QVERIFY(gui.press("tile_brew"));
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.find("categoryBar")); // found and taken
        QCOMPARE(gui.shop.kiosk.basket().units(), 1);
    }

    void aSearchGoesOnAfterALookAndEndsWithEscape()
    {
        WindowShop gui{{{1080, 1920}, ui::Language::English}};
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("searchButton"));
        QTest::keyClicks(gui.window->focusWidget(), QStringLiteral("Cake"));
        WindowShop::settle();
        QCOMPARE(gui.text("searchLabel"), QStringLiteral("Cake"));
        QVERIFY(gui.press("tile_cake"));
        QVERIFY(gui.press("backButton"));
        QVERIFY(gui.find("tile_cake") && !gui.find("tile_brew"));
        QVERIFY(gui.press("otherKeysButton"));
        QVERIFY(gui.find("key_giyeok") && !gui.find("key_a"));
        QTest::keyClick(gui.window->focusWidget(), Qt::Key_Escape);
        WindowShop::settle();
        QVERIFY(gui.find("categoryBar"));
        QCOMPARE(gui.shop.phase(), Phase::Menu);
    }

    void theNextCustomerDoesNotSeeTheSearch()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("searchButton"));
        gui.shop.session().leave();
        WindowShop::settle();
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.find("categoryBar") && !gui.find("searchBar"));
    }

    void aTileSaysWhenItIsSold()
    {
        WindowShop gui;
        gui.shop.kiosk.menu().setOutsideHours({"americano"});
        QVERIFY(gui.press("hereButton"));
        auto* tile = gui.find<QAbstractButton>("tile_americano");
        QVERIFY(!tile->isEnabled());
        QVERIFY(tile->accessibleName().contains(QStringLiteral("00:00~24:00에 팔아요")));
    }

    void hoursAreInWords_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("korean");
        QTest::addColumn<QString>("english");
        const auto row = [](const char* name, SaleHours hours, const char* korean,
                            const char* english) {
            QTest::newRow(name) << hours.from << hours.to << hours.days << QString::fromUtf8(korean)
                                << QString::fromUtf8(english);
        };
        row("every day", {420, 660}, "07:00~11:00에 팔아요", "Sold 07:00–11:00");
        row("weekdays", {420, 660, 0b0011111}, "월–금 07:00~11:00에 팔아요",
            "Sold Mon–Fri, 07:00–11:00");
        row("the weekend", {0, 1440, 0b1100000}, "토·일 하루 종일 팔아요",
            "Sold all day on Sat, Sun");
        row("over the week's end", {420, 660, 0b1110001}, "금–월 07:00~11:00에 팔아요",
            "Sold Fri–Mon, 07:00–11:00");
        row("some days", {1320, 120, 0b1010101}, "월·수·금·일 22:00~02:00에 팔아요",
            "Sold Mon, Wed, Fri, Sun, 22:00–02:00");
    }
    void hoursAreInWords()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, days);
        QFETCH(QString, korean);
        QFETCH(QString, english);
        WindowShop gui;
        QCOMPARE(words::soldAt({from, to, days}), korean);
        QVERIFY(gui.press("languageButton"));
        QCOMPARE(words::soldAt({from, to, days}), english);
    }

    void theKioskKnowsTheDayOfTheWeek()
    {
        WindowShop gui;
        Menu menu = gui.shop.menu;
        const int today = QDateTime::fromMSecsSinceEpoch(toMs(gui.shop.now)).date().dayOfWeek() - 1;
        menu.items[0].hours = {0, SaleHours::kMinutesOfDay, 1 << today};
        menu.items[1].hours = {0, SaleHours::kMinutesOfDay, SaleHours::kEveryDay ^ 1 << today};
        QCOMPARE(outsideHours(menu, gui.shop.feed), SoldOut{menu.items[1].id});
        menu.openingHours = menu.items[1].hours;
        QVERIFY(!isOpenNow(menu, gui.shop.feed));
        gui.shop.source.heartbeat(gui.shop.now + std::chrono::hours{24});
        QCOMPARE(outsideHours(menu, gui.shop.feed), SoldOut{menu.items[0].id});
        QVERIFY(isOpenNow(menu, gui.shop.feed));
    }

    void theScreenIsChosenOnTheFirstPageAndForgottenWithTheCustomer()
    {
        WindowShop gui;
        QVERIFY(gui.press("choice_mode_easy"));
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 1.5);
        QVERIFY(gui.press("choice_mode_contrast"));
        QCOMPARE(ui::themeOf(*gui.window).palette(), ui::PaletteKind::HighContrast);
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 1.5);
        QVERIFY(gui.press("choice_mode_standard"));
        QCOMPARE(ui::themeOf(*gui.window).palette(), ui::PaletteKind::Light);
        QCOMPARE(ui::themeOf(*gui.window).metrics().textFactor(), 1.0);
        QVERIFY(gui.press("choice_mode_contrast"));
        QVERIFY(gui.press("hereButton"));
        gui.shop.session().leave();
        WindowShop::settle();
        QCOMPARE(ui::themeOf(*gui.window).palette(), ui::PaletteKind::Light);
    }

    void aLowScreenHasEveryControlWithinReach()
    {
        WindowShop gui;
        QVERIFY(gui.press("displayButton"));
        QVERIFY(gui.press("choice_mode_low"));
        QVERIFY(gui.press("displayDoneButton"));
        const int top = gui.window->height() - gui.theme.px(ui::mm::kLowBand);
        const auto isWithinReach = [&gui, top] {
            for (const auto* button : gui.window->findChildren<QAbstractButton*>())
                if (button->isVisible() && button->visibleRegion().boundingRect().isValid() &&
                    button->mapTo(gui.window.get(), QPoint{}).y() +
                            button->visibleRegion().boundingRect().top() <
                        top)
                    return false;
            return true;
        };
        QVERIFY(gui.find("upperScreen"));
        QVERIFY(isWithinReach());
        QVERIFY(gui.press("hereButton"));
        QVERIFY(isWithinReach());
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(isWithinReach());
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(gui.press("addButton"));
        QVERIFY(gui.press("reviewButton"));
        QVERIFY(gui.press("homeButton")); // a question over the page
        QVERIFY(isWithinReach());
        QVERIFY(gui.press("confirmButton"));
        QVERIFY(!gui.find("upperScreen"));
    }

    void whatWasChosenWithoutAnOrderIsForgotten()
    {
        WindowShop gui;
        QVERIFY(gui.press("languageButton"));
        QVERIFY(gui.press("displayButton"));
        QVERIFY(gui.press("choice_mode_contrast"));
        gui.shop.time.advance(180s);
        WindowShop::settle();
        QCOMPARE(gui.words.language(), ui::Language::Korean);
        QCOMPARE(ui::themeOf(*gui.window).palette(), ui::PaletteKind::Light);
        QVERIFY(!gui.find("displaySheet"));
    }

    void inAnAccessibleModeNobodyIsHurried()
    {
        WindowShop gui;
        QVERIFY(gui.press("choice_mode_easy"));
        QVERIFY(gui.press("hereButton"));
        gui.shop.time.advance(269s);
        WindowShop::settle();
        QVERIFY(!gui.find("idleSheet"));
        gui.shop.time.advance(1s);
        WindowShop::settle();
        QVERIFY(gui.find("idleSheet"));
    }

    void aCallForStaffIsSeenUntilSomebodyTakesIt()
    {
        WindowShop gui;
        const auto* bell = gui.find<QPushButton>("helpButton");
        QVERIFY(gui.press("helpButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1);
        QVERIFY(!gui.press("helpButton")); // it is being called
        gui.shop.client.seq = gui.shop.seq + 1;
        gui.shop.client.answer(gui.shop.client.openCall<protocol::HelpCall>(),
                               protocol::Accepted{});
        WindowShop::settle();
        QCOMPARE(bell->text(), QStringLiteral("호출됨")); // before the shop's event comes
        gui.shop.publish(HelpCalled{"kiosk-1"});
        WindowShop::settle();
        QCOMPARE(bell->text(), QStringLiteral("호출됨"));
        QVERIFY(gui.press("helpButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1); // nobody is called twice
        QCOMPARE(gui.window->findChild<ui::Toast*>()->accessibleName(),
                 QStringLiteral("이미 불렀어요. 잠시만 기다려 주세요."));
        gui.shop.publish(HelpTaken{"kiosk-1"});
        WindowShop::settle();
        QCOMPARE(bell->text(), QStringLiteral("직원 호출"));
        QVERIFY(gui.press("helpButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 2);
    }

    void whoeverLostTheCodeIsShownAWayOn()
    {
        WindowShop gui;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        QVERIFY(gui.press("myOrderButton"));
        QVERIFY(!gui.find("lostCodeButton"));
        for (const char* digit : {"digit1Button", "digit1Button", "digit7Button"})
            QVERIFY(gui.press(digit));
        QVERIFY(gui.find("lookUpButton")->accessibleDescription().isEmpty());
        QVERIFY(gui.press("lookUpButton"));
        QVERIFY(gui.press("detailsButton"));
        const auto* pad = gui.find("digitPad");
        const QPoint before = pad->mapTo(gui.window.get(), QPoint{});
        const auto* find = gui.find("lookUpButton");
        QCOMPARE(find->accessibleDescription(), QStringLiteral("숫자 네 자리를 눌러 주세요."));
        QVERIFY(gui.press("digit4Button"));
        QVERIFY(gui.press("digit8Button"));
        QCOMPARE(find->accessibleDescription(), QStringLiteral("2자리 더 눌러 주세요."));
        QCOMPARE(pad->mapTo(gui.window.get(), QPoint{}), before); // nothing jumps meanwhile
        QVERIFY(gui.press("lostCodeButton"));
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1);
    }

    void nobodyIsScoldedBeforeTheFirstTry()
    {
        WindowShop gui;
        QVERIFY(gui.press("hereButton"));
        QVERIFY(gui.press("tile_americano"));
        const auto* temperature = gui.find("group_temperature");
        const auto* size = gui.find("group_size");
        QCOMPARE(temperature->accessibleDescription(), QStringLiteral("하나를 골라 주세요."));
        QCOMPARE(size->accessibleDescription(), QString{}); // it has its usual answer
        auto* add = gui.find("addButton");
        QVERIFY(!add->isEnabled());
        QTest::mouseClick(add, Qt::LeftButton);
        WindowShop::settle();
        QCOMPARE(temperature->accessibleDescription(), QStringLiteral("꼭 골라 주세요."));
        QVERIFY(gui.press("choice_temperature_ice"));
        QCOMPARE(temperature->accessibleDescription(), QString{});
        QVERIFY(gui.press("addButton"));
    }

    void aCallThatNobodyHeardIsNotShownAsOne()
    {
        WindowShop gui;
        QVERIFY(gui.press("helpButton"));
        gui.shop.client.fail(gui.shop.client.openCall<protocol::HelpCall>(),
                             client::ClientFailure::Unreachable);
        WindowShop::settle();
        QCOMPARE(gui.find<QPushButton>("helpButton")->text(), QStringLiteral("직원 호출"));
        gui.shop.publish(HelpCalled{"kiosk-2"}); // another's
        WindowShop::settle();
        QCOMPARE(gui.find<QPushButton>("helpButton")->text(), QStringLiteral("직원 호출"));
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
