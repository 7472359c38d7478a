// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/focus_map.h"
#include "kiosk/pages/keypad.h"
#include "tests/kiosk/window_shop.h"
#include "tests/support/fake_sound.h"

#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <array>
#include <map>
#include <vector>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using protocol::CheckoutOpen;
using protocol::OrderShow;
using test::FakeVoice;
using test::FakeWaveOut;
using test::Look;
using test::WindowShop;

namespace {

/// A customer at the keypad of a kiosk that speaks: keys only, never a finger.
struct KeypadCustomer {
    explicit KeypadCustomer(const Look& look = {}) : player{out}, gui{look, {}, {&voice, &player}}
    {
        gui.window->activateWindow();
        WindowShop::settle();
    }

    void key(int key)
    {
        QWidget* target = gui.window->focusWidget();
        QTest::keyClick(target ? target : gui.window.get(), Qt::Key(key));
        WindowShop::settle();
    }
    [[nodiscard]] bool stands(const char* name) const
    {
        const QWidget* now = gui.window->focusWidget();
        return now && now->objectName() == QLatin1StringView{name};
    }
    /// The shortest way with the arrow keys, walked key by key.
    [[nodiscard]] bool goTo(const char* name)
    {
        constexpr int kKeysMost = 60;
        for (int step = 0; step < kKeysMost && !stands(name); ++step) {
            const int next = nextKeyTo(name);
            if (next == 0)
                return false;
            key(next);
        }
        return stands(name);
    }
    [[nodiscard]] bool press(const char* name)
    {
        if (!goTo(name))
            return false;
        key(Qt::Key_Return);
        return true;
    }
    void type(const QString& digits)
    {
        for (const QChar digit : digits)
            key(Qt::Key_0 + digit.digitValue());
    }

    FakeVoice voice;
    FakeWaveOut out;
    sound::SoundPlayer player;
    WindowShop gui;

private:
    [[nodiscard]] int nextKeyTo(const char* name)
    {
        QWidget& root = openRoot(*gui.window);
        QWidget* from = gui.window->focusWidget();
        if (!from || !root.isAncestorOf(from) || !isFocusStop(*from))
            return Qt::Key_Down;
        constexpr std::array kWays{
            std::pair{Toward::Down, Qt::Key_Down}, std::pair{Toward::Right, Qt::Key_Right},
            std::pair{Toward::Up, Qt::Key_Up}, std::pair{Toward::Left, Qt::Key_Left}};
        std::map<QWidget*, int> firstKey{{from, 0}};
        std::vector<QWidget*> open{from};
        for (std::size_t at = 0; at < open.size(); ++at)
            for (const auto& [toward, key] : kWays) {
                QWidget* to = stopToward(root, *open[at], toward);
                if (!to || firstKey.contains(to))
                    continue;
                const int first = open[at] == from ? int(key) : firstKey[open[at]];
                firstKey[to] = first;
                if (to->objectName() == QLatin1StringView{name})
                    return first;
                open.push_back(to);
            }
        return 0;
    }
};

void addLanguages()
{
    QTest::addColumn<bool>("english");
    QTest::newRow("ko") << false;
    QTest::newRow("en") << true;
}

Look lookOf(bool english)
{
    return {{1080, 1920}, english ? ui::Language::English : ui::Language::Korean};
}

} // namespace

/// Everything by keys, and what is heard meanwhile.
class TestKeypad final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Q_INIT_RESOURCE(kiosk_translations); }

    void aWholeOrder_data() { addLanguages(); }
    void aWholeOrder()
    {
        QFETCH(bool, english);
        KeypadCustomer customer{lookOf(english)};
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down); // the first key begins the guidance
        QVERIFY(gui.find("voiceBar"));
        QVERIFY(customer.press("takeAwayButton"));
        QVERIFY(customer.press("tile_americano"));
        QVERIFY(customer.press("choice_temperature_ice"));
        QVERIFY(customer.press("plusButton"));
        QVERIFY(customer.press("addButton"));
        QVERIFY(customer.press("reviewButton"));
        QVERIFY(customer.press("payButton"));
        const auto& line = gui.shop.client.last<CheckoutOpen>()->basket.lines.front();
        QCOMPARE(line.options.front().choice, std::string{"ice"});
        QCOMPARE(line.options.back().choice, std::string{"extra"}); // one more shot
        gui.shop.answerCheckout(gui.shop.quote());
        gui.shop.pendingPlace(PaymentPhase::WaitingCard);
        WindowShop::settle();
        gui.shop.time.advance(1s);
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QCOMPARE(gui.text("orderNumber"), QStringLiteral("117"));
        customer.voice.finishAll();
        const QString heard = customer.voice.everything();
        QVERIFY(heard.contains(english ? QStringLiteral("Order number 117")
                                       : QStringLiteral("주문 번호 117")));
        QVERIFY(!heard.contains(QStringLiteral("4821"))); // not aloud unless it is asked for
        QVERIFY(!heard.contains(QStringLiteral("4 8 2 1")));
        customer.key(Qt::Key_0);
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("4 8 2 1"));
        QVERIFY(customer.press("doneButton"));
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(!gui.find("voiceBar")); // the next customer begins without
    }

    void aWholeCancel_data() { addLanguages(); }
    void aWholeCancel()
    {
        QFETCH(bool, english);
        KeypadCustomer customer{lookOf(english)};
        WindowShop& gui = customer.gui;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        customer.key(Qt::Key_Down);
        QVERIFY(customer.press("myOrderButton"));
        customer.type(QStringLiteral("117"));
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("1 1 7"));
        customer.key(Qt::Key_Return);
        QVERIFY(customer.stands("detailsButton")); // each step begins at what is done next
        customer.key(Qt::Key_Return);
        QVERIFY(customer.stands("digitPad"));
        customer.voice.finishAll();
        const qsizetype before = customer.voice.sentences.size();
        customer.type(QStringLiteral("4821"));
        customer.key(Qt::Key_Return); // out of habit: the code went off by itself
        QCOMPARE(gui.shop.kiosk.myOrder().stage(), LookUpStage::Asking);
        const QString typed = customer.voice.sentences.mid(before).join(u'\n');
        QVERIFY(!typed.isEmpty());
        QVERIFY2(!typed.contains(u'8'), qPrintable(typed)); // the code is counted, never said
        gui.shop.client.answer(gui.shop.client.openCall<OrderShow>(), gui.shop.shown());
        WindowShop::settle();
        QVERIFY(customer.stands("cancelOrderButton"));
        customer.key(Qt::Key_Return);
        QVERIFY(gui.find("confirmButton"));
        QVERIFY(gui.find("cancelOrderButton")); // it stays behind the question
        QVERIFY(customer.press("confirmButton"));
        QCOMPARE(gui.shop.client.count<protocol::OrderCancel>(), 1);
        gui.shop.client.answer(gui.shop.client.openCall<protocol::OrderCancel>(),
                               protocol::CancelAnswer{7, 117, 1, Money::fromWon(5000)});
        WindowShop::settle();
        // This shop's picture still has the order waiting: the answer counts.
        QCOMPARE(gui.shop.kiosk.myOrder().publicView()->state, OrderState::Queued);
        const QString cancelled = english ? QStringLiteral("Order 117 is cancelled.")
                                          : QStringLiteral("117번 주문이 취소되었어요.");
        QCOMPARE(customer.voice.sentences.last(), cancelled); // at once
        const qsizetype said = customer.voice.sentences.size();
        customer.voice.finishAll();
        const QStringList then = customer.voice.sentences.mid(said);
        QVERIFY(then.first().contains(english ? QStringLiteral("on its way back")
                                              : QStringLiteral("돌려 드리는 중")));
        QVERIFY(!then.join(u'\n').contains(english ? QStringLiteral("next")
                                                   : QStringLiteral("다음 차례")));
        customer.key(Qt::Key_Escape);
        customer.key(Qt::Key_Escape);
        QCOMPARE(gui.shop.phase(), Phase::Attract);
    }

    void thePadOnTheGlassDoesNotSayWhatItTypesIntoASecret()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        gui.shop.publish(OrderAppeared{7, 117, ServiceMode::Here, 1, {180, 300}});
        customer.key(Qt::Key_Down);
        QVERIFY(customer.press("myOrderButton"));
        QVERIFY(customer.goTo("digit8Button"));
        QVERIFY(customer.voice.sentences.last().startsWith(u'8')); // an order's number is public
        customer.type(QStringLiteral("117"));
        QVERIFY(customer.press("lookUpButton"));
        QVERIFY(customer.press("detailsButton"));
        customer.voice.finishAll();
        const qsizetype before = customer.voice.sentences.size();
        QVERIFY(customer.press("digit8Button"));
        const QString heard = customer.voice.sentences.mid(before).join(u'\n');
        QVERIFY(heard.contains(QStringLiteral("숫자")));
        QVERIFY2(!heard.contains(u'8'), qPrintable(heard));
    }

    void anyKeyOnTheFirstPageBeginsTheGuidance_data()
    {
        QTest::addColumn<int>("key");
        for (const int key :
             {int(Qt::Key_Left), int(Qt::Key_Right), int(Qt::Key_Up), int(Qt::Key_Down),
              int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Escape), int(Qt::Key_Home),
              int(Qt::Key_F1), int(Qt::Key_Help), int(Qt::Key_VolumeUp), int(Qt::Key_VolumeDown),
              int(Qt::Key_Asterisk), int(Qt::Key_NumberSign), int(Qt::Key_5)})
            QTest::addRow("%x", unsigned(key)) << key;
    }
    void anyKeyOnTheFirstPageBeginsTheGuidance()
    {
        QFETCH(int, key);
        KeypadCustomer customer;
        customer.key(key);
        QVERIFY(customer.gui.find("voiceBar"));
        QCOMPARE(customer.gui.shop.phase(), Phase::Attract); // and it does nothing else
        QCOMPARE(customer.gui.shop.client.count<protocol::HelpCall>(), 0);
        QVERIFY(customer.voice.sentences.first().contains(QStringLiteral("음성 안내")));
        customer.voice.finishAll();
        QVERIFY(customer.stands("hereButton"));
        QVERIFY(customer.voice.everything().contains(QStringLiteral("어디에서 드시나요?")));
        QVERIFY(customer.voice.sentences.last().startsWith(QStringLiteral("매장에서, 단추")));
    }

    void helpHomeBackAndVolumeHaveKeys()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down);
        QVERIFY(customer.press("hereButton"));
        customer.key(Qt::Key_F1);
        QCOMPARE(gui.shop.client.count<protocol::HelpCall>(), 1);
        customer.key(Qt::Key_VolumeUp);
        QCOMPARE(customer.voice.volume, 0.8);
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("소리 크기 4"));
        customer.key(Qt::Key_VolumeDown);
        customer.key(Qt::Key_VolumeDown);
        QCOMPARE(customer.voice.volume, 0.4);
        QVERIFY(customer.press("tile_americano"));
        QCOMPARE(gui.shop.phase(), Phase::Options);
        customer.key(Qt::Key_Back);
        QCOMPARE(gui.shop.phase(), Phase::Menu);
        customer.key(Qt::Key_Home);
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QCOMPARE(customer.voice.volume, 0.6); // the next customer's
    }

    void theHomeKeyAsksWhereTheHomeButtonWould()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down);
        gui.shop.fillAndReview();
        WindowShop::settle();
        customer.key(Qt::Key_Home);
        QVERIFY(gui.find("confirmButton"));
        QCOMPARE(gui.shop.phase(), Phase::Review);
        customer.voice.finishAll();
        QVERIFY(customer.voice.everything().contains(QStringLiteral("처음 화면으로 갈까요?")));
        customer.key(Qt::Key_Home); // back, not a second question
        QVERIFY(!gui.find("confirmButton"));
        QVERIFY(customer.press("payButton"));
        customer.key(Qt::Key_Home); // money may move: nobody leaves
        QCOMPARE(gui.shop.phase(), Phase::Opening);
        gui.shop.refuseCheckout(test::refusalOf(RefusalCode::Busy, 5s));
        WindowShop::settle();
    }

    void theFocusIsSeenWhereverItGoes()
    {
        KeypadCustomer customer;
        customer.key(Qt::Key_Down);
        QVERIFY(customer.press("hereButton"));
        for (int step = 0; step < 40; ++step) {
            customer.key(step % 3 ? Qt::Key_Down : Qt::Key_Right);
            const QWidget* now = customer.gui.window->focusWidget();
            QVERIFY(now && now->hasFocus());
            QVERIFY(customer.gui.window->testAttribute(Qt::WA_KeyboardFocusChange));
            QVERIFY2(!now->visibleRegion().isEmpty(), qPrintable(now->objectName()));
        }
    }

    void aLongTextTurnsPageByPage()
    {
        KeypadCustomer customer{{{1080, 1920}, ui::Language::Korean, ui::TextScale::Percent200}};
        WindowShop& gui = customer.gui;
        gui.shop.menu.seller = {"000-00-00000", {"서울 중구", "Jung-gu, Seoul"}, "02-000-0000"};
        gui.shop.kiosk.basket().setMenu(gui.shop.menu);
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QVERIFY(customer.press("receiptButton"));
        const auto* sheet = gui.find("receiptSheet");
        const auto* bar = sheet->findChild<QScrollBar*>(QString{}, Qt::FindChildrenRecursively);
        for (const auto* one : sheet->findChildren<QScrollBar*>())
            bar = one->maximum() > bar->maximum() ? one : bar;
        QVERIFY(bar->maximum() > 0);
        for (int step = 0; step < 20 && bar->value() < bar->maximum(); ++step)
            customer.key(Qt::Key_Down);
        QCOMPARE(bar->value(), bar->maximum());
        for (int step = 0; step < 20 && bar->value() > 0; ++step)
            customer.key(Qt::Key_Up);
        QCOMPARE(bar->value(), 0);
        customer.key(Qt::Key_Return);
        QVERIFY(!gui.find("receiptSheet"));
    }

    void aFingerSelectsFirstAndExecutesNext()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        QVERIFY(gui.press("choice_mode_voice"));
        customer.voice.finishAll();
        QVERIFY(gui.press("hereButton"));
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(customer.voice.sentences.last().startsWith(QStringLiteral("매장에서, 단추")));
        QVERIFY(gui.press("takeAwayButton")); // another one: selected, not executed
        QCOMPARE(gui.shop.phase(), Phase::Attract);
        QVERIFY(gui.press("takeAwayButton"));
        QCOMPARE(gui.shop.phase(), Phase::Menu);
        QVERIFY(gui.press("tile_americano"));
        QVERIFY(gui.press("tile_americano"));
        QCOMPARE(gui.shop.phase(), Phase::Options);
        QVERIFY(gui.press("choice_temperature_ice"));
        QVERIFY(customer.voice.sentences.last().contains(QStringLiteral("고르지 않았어요")));
        QVERIFY(gui.press("choice_temperature_ice"));
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("골랐어요"));
        QVERIFY(gui.press("plusButton"));
        QVERIFY(gui.press("plusButton")); // read once, then every tap counts
        QVERIFY(gui.press("plusButton"));
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("3"));
    }

    void aFingerStillScrolls()
    {
        KeypadCustomer customer{{{1080, 1200}}}; // a low glass: there is more than fits
        WindowShop& gui = customer.gui;
        QVERIFY(gui.press("choice_mode_voice"));
        gui.shop.session().start(ServiceMode::Here);
        gui.shop.session().chooseItem("americano");
        WindowShop::settle();
        QWidget* chip = gui.find("choice_temperature_ice");
        QVERIFY(chip);
        QScrollArea* list = nullptr;
        for (QWidget* up = chip; up && !list; up = up->parentWidget())
            list = qobject_cast<QScrollArea*>(up);
        QVERIFY(list && list->verticalScrollBar()->maximum() > 0);
        list->ensureWidgetVisible(chip);
        const QScrollBar* bar = list->verticalScrollBar();
        const int before = bar->value();
        const QPoint from = chip->mapTo(gui.window.get(), chip->rect().center());
        const auto send = [&](QEvent::Type type, QPoint at) {
            const bool isDown = type != QEvent::MouseButtonRelease;
            QMouseEvent event{type,
                              QPointF{chip->mapFrom(gui.window.get(), at)},
                              QPointF{gui.window->mapToGlobal(at)},
                              type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                              isDown ? Qt::LeftButton : Qt::NoButton,
                              Qt::NoModifier};
            QApplication::sendEvent(chip, &event);
            QCoreApplication::processEvents();
        };
        const int towards = before > 0 ? 1 : -1; // where there is more
        send(QEvent::MouseButtonPress, from);
        // Ten moves within one millisecond drag nothing: only their speed would count, and after a
        // slow press there is none.
        for (int step = 1; step <= 10; ++step) {
            QTest::qWait(10);
            send(QEvent::MouseMove, from + QPoint{0, towards * 30 * step});
        }
        send(QEvent::MouseButtonRelease, from + QPoint{0, towards * 300});
        QTRY_VERIFY(bar->value() != before);
        QVERIFY(!gui.find<QAbstractButton>("choice_temperature_ice")->isChecked());
    }

    void aTextUnderTheFingerIsRead()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        QVERIFY(gui.press("choice_mode_voice"));
        gui.shop.beginPayment();
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QTest::mouseClick(gui.find("claimCode"), Qt::LeftButton);
        QCOMPARE(customer.voice.sentences.last(), QStringLiteral("4 8 2 1"));
    }

    void whatIsSwitchedOffSaysSo()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        QVERIFY(gui.press("choice_mode_voice"));
        gui.shop.session().start(ServiceMode::Here);
        gui.shop.session().chooseItem("americano");
        WindowShop::settle();
        QTest::mouseClick(gui.find("addButton"), Qt::LeftButton);
        WindowShop::settle();
        QVERIFY(customer.voice.sentences.last().contains(QStringLiteral("누를 수 없어요")));
    }

    void stoppingAndHearingAgainAreOneTapAway()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        QVERIFY(gui.press("choice_mode_voice"));
        QVERIFY(customer.voice.isSpeaking);
        QVERIFY(gui.press("voiceAgainButton"));
        QVERIFY(!customer.voice.isSpeaking);
        QVERIFY(gui.text("voiceCaption").isEmpty());
        QVERIFY(gui.press("voiceAgainButton"));
        QVERIFY(customer.voice.isSpeaking);
        QCOMPARE(gui.text("voiceCaption"), customer.voice.sentences.last());
    }

    void aPaymentIsFollowedAloudAndTheCardIsRemindedOf()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down);
        gui.shop.beginPayment();
        gui.shop.pendingPlace(PaymentPhase::WaitingCard);
        WindowShop::settle();
        customer.voice.finishAll();
        QVERIFY(customer.voice.everything().contains(QStringLiteral("카드를 단말기에")));
        gui.shop.time.advance(1s);
        gui.shop.pendingPlace(PaymentPhase::RemoveCard);
        WindowShop::settle();
        QCOMPARE(customer.out.played.size(), std::size_t{1});
        QVERIFY(customer.voice.sentences.last().contains(QStringLiteral("카드를 빼 주세요")));
        gui.shop.time.advance(CardReminder::kAgainAfter);
        QCOMPARE(customer.out.played.size(), std::size_t{2});
        gui.shop.time.advance(1s);
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        gui.shop.time.advance(2 * CardReminder::kAgainAfter);
        QCOMPARE(customer.out.played.size(), std::size_t{2});
    }

    void withoutGuidanceTheSoundHasItsCaption()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        gui.shop.beginPayment();
        gui.shop.pendingPlace(PaymentPhase::RemoveCard);
        WindowShop::settle();
        QCOMPARE(customer.out.played.size(), std::size_t{1});
        QVERIFY(gui.text("voiceCaption").contains(QStringLiteral("카드를 빼 주세요")));
        QVERIFY(!gui.find("voiceAgainButton"));
        gui.shop.time.advance(1s);
        gui.shop.answerPlace(gui.shop.paid());
        WindowShop::settle();
        QVERIFY(!gui.find("voiceBar"));
        QVERIFY(customer.voice.sentences.isEmpty());
    }

    void theLanguageChangesWhatIsHeard()
    {
        KeypadCustomer customer;
        customer.key(Qt::Key_Down);
        customer.voice.finishAll();
        QVERIFY(customer.press("languageButton"));
        customer.voice.finishAll();
        QCOMPARE(customer.voice.language, QLocale::English);
        QVERIFY(customer.voice.everything().contains(QStringLiteral("For here or to go?")));
    }

    void whoeverLeavesTakesTheGuidanceAlong()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down);
        gui.shop.time.advance(180s);
        WindowShop::settle();
        QVERIFY(!gui.find("voiceBar"));
        QVERIFY(!customer.voice.isSpeaking);
    }

    void inGuidanceNobodyIsHurried()
    {
        KeypadCustomer customer;
        WindowShop& gui = customer.gui;
        customer.key(Qt::Key_Down);
        QVERIFY(customer.press("hereButton"));
        gui.shop.time.advance(269s);
        WindowShop::settle();
        QVERIFY(!gui.find("idleSheet"));
        gui.shop.time.advance(1s);
        WindowShop::settle();
        QVERIFY(gui.find("idleSheet"));
        customer.voice.finishAll();
        QVERIFY(customer.voice.everything().contains(QStringLiteral("계속 주문하시겠어요?")));
        customer.key(Qt::Key_Return);
        QVERIFY(!gui.find("idleSheet"));
        QCOMPARE(gui.shop.phase(), Phase::Menu);
    }

    void arrowsGoToWhatTheEyeSeesThere()
    {
        KeypadCustomer customer;
        customer.key(Qt::Key_Down);
        QVERIFY(customer.stands("hereButton"));
        customer.key(Qt::Key_Right);
        QVERIFY(customer.stands("takeAwayButton"));
        customer.key(Qt::Key_Down);
        QVERIFY(customer.stands("myOrderButton"));
        customer.key(Qt::Key_Up);
        QVERIFY(customer.stands("hereButton") || customer.stands("takeAwayButton"));
        customer.key(Qt::Key_Up);
        QVERIFY(customer.stands("languageButton") || customer.stands("displayButton") ||
                customer.stands("helpButton"));
    }
};

QTEST_MAIN(TestKeypad)
#include "test_keypad.moc"
