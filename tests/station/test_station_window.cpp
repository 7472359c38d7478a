// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/connection_line.h"
#include "barista_station/pages/station_texts.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/station_window.h"

#include "tests/station/window_shop.h"

#include <QLineEdit>
#include <QPaintEvent>

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

struct Bar : WindowShop {
    StationWindow window{{feed, reporter, queue, facts, Language::Korean}};

    void open(QSize size = {1920, 1080})
    {
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        publish();
        QCoreApplication::processEvents();
    }
    void settle() { QCoreApplication::processEvents(); }
};

/// What is painted in a window from now on, in its pixels.
class PaintedRegion final : public QObject {
public:
    explicit PaintedRegion(const QWidget& window) : m_window{window}
    {
        qApp->installEventFilter(this);
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType()) {
            const auto* widget = static_cast<const QWidget*>(watched);
            if (widget->window() == &m_window)
                region += static_cast<const QPaintEvent*>(event)->region().translated(
                    widget->mapTo(&m_window, QPoint{}));
        }
        return QObject::eventFilter(watched, event);
    }

    QRegion region;

private:
    const QWidget& m_window;
};

OrderPaid longOrder(OrderId id)
{
    OrderPaid paid;
    paid.order = id;
    paid.number = static_cast<std::int32_t>(100 + id);
    paid.attempt = id;
    paid.kiosk = "kiosk-2";
    paid.wait = {180, 360};
    paid.basket.allergyNote = "땅콩 알레르기가 있어요. 견과류를 꼭 빼 주세요. 부탁드려요.";
    for (int place = 0; place < 7; ++place) {
        PricedLine line;
        line.item = "item-" + std::to_string(place);
        line.name = {"바닐라 크림 콜드브루 라떼", "Vanilla cream cold brew latte"};
        line.options.push_back({"t", "ice", {"ICE", "ICE"}, 1, {}});
        line.options.push_back({"x", "shot", {"에스프레소 샷 추가", "Extra espresso shot"}, 2, {}});
        line.units.assign(2, PricedUnit{place % 2 == 0 ? CupKind::Own : CupKind::Disposable,
                                        Money::fromWon(5000)});
        line.total = Money::fromWon(10'000);
        paid.basket.lines.push_back(line);
    }
    paid.basket.total = Money::fromWon(70'000);
    return paid;
}

} // namespace

class StationWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMachineIsNotCalledByItsRoleTwice()
    {
        QCOMPARE(station::texts::machine(Role::Kiosk, "kiosk-2"), QStringLiteral("주문기 2"));
        QCOMPARE(station::texts::machine(Role::Station, "bar-1"),
                 QStringLiteral("바리스타 화면 1"));
        QCOMPARE(station::texts::machine(Role::Kiosk, "door"), QStringLiteral("주문기 door"));
        QCOMPARE(station::texts::machine(Role::Kiosk, "kiosk-"), QStringLiteral("주문기 kiosk-"));
        QCOMPARE(station::texts::machine(Role::Daemon, "daemon"), QStringLiteral("결제 서버"));
    }

    void initTestCase()
    {
        initTranslations();
        dress(ui::PaletteKind::Dark);
    }

    void anOrderGoesFromPaidToCollected()
    {
        Bar bar;
        bar.history.paid(1, 2);
        bar.open();
        QVERIFY(shown(bar.window, QStringLiteral("ticket_101")));

        QVERIFY(press(bar.window, QStringLiteral("start_101")));
        bar.carryOut();
        QVERIFY(!shown(bar.window, QStringLiteral("start_101")));
        bar.pass(1s);
        QVERIFY(press(bar.window, QStringLiteral("unit_101_1")));
        bar.carryOut();
        bar.pass(1s);
        QVERIFY(press(bar.window, QStringLiteral("finish_101")));
        bar.carryOut();
        QVERIFY(shown(bar.window, QStringLiteral("ready_101")));
        QVERIFY(shown(bar.window, QStringLiteral("undo_101")));
        bar.pass(10s);
        QVERIFY(!shown(bar.window, QStringLiteral("ticket_101")));

        QVERIFY(press(bar.window, QStringLiteral("collect_101")));
        bar.carryOut();
        bar.pass(10s);
        QVERIFY(!shown(bar.window, QStringLiteral("ready_101")));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Collected);
        QVERIFY(shown(bar.window, QStringLiteral("emptyQueue")));
    }

    void aMisbumpIsUndone()
    {
        Bar bar;
        bar.history.paid(1).started(1);
        bar.open();
        QVERIFY(press(bar.window, QStringLiteral("finish_101")));
        bar.carryOut();
        QVERIFY(press(bar.window, QStringLiteral("undo_101"))); // The same tap once more.
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Ready);
        bar.pass(601ms);
        QVERIFY(press(bar.window, QStringLiteral("undo_101")));
        bar.carryOut();
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Making);
        QVERIFY(shown(bar.window, QStringLiteral("finish_101")));
    }

    void aFinishSaysWhatIsLeft()
    {
        Bar bar;
        bar.history.paid(1, 3).started(1);
        bar.open();
        const auto* finish = shown<QAbstractButton>(bar.window, QStringLiteral("finish_101"));
        QCOMPARE(finish->text(), QStringLiteral("완료 · 3개 남음"));
        QCOMPARE(ui::buttonKind(*finish), ui::ButtonKind::Outline);
        QVERIFY(press(bar.window, QStringLiteral("unit_101_1")));
        bar.carryOut();
        QCOMPARE(finish->text(), QStringLiteral("완료 · 2개 남음"));
        bar.pass(1s);
        QVERIFY(press(bar.window, QStringLiteral("finish_101")));
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Ready);
        bar.pass(1s);
        // Taken back with everything made: nothing is left, and it does not ask to be finished.
        bar.queue.recall(1, OrderState::Ready);
        bar.carryOut();
        bar.settle();
        QCOMPARE(finish->text(), QStringLiteral("완료"));
        QCOMPARE(ui::buttonKind(*finish), ui::ButtonKind::Outline);
    }

    void aStopCardsNumberIsReadFromAfarThoughItsLinesAreStruckOut()
    {
        Bar bar;
        bar.history.paid(1).started(1);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.settle();
        const auto* card = shown(bar.window, QStringLiteral("ticket_101"));
        QVERIFY(card);
        int struck = 0;
        for (const auto* label : card->findChildren<ui::Label*>()) {
            if (!label->isVisible())
                continue;
            struck += label->font().strikeOut() ? 1 : 0;
            if (label->text() == QStringLiteral("101"))
                QVERIFY(!label->font().strikeOut());
        }
        QVERIFY(struck > 0);
    }

    void anUndoThatIsOverIsNoButton()
    {
        Bar bar;
        bar.history.paid(1).started(1).paid(2).started(2).finished(2);
        bar.open();
        QVERIFY(press(bar.window, QStringLiteral("finish_101")));
        QVERIFY(press(bar.window, QStringLiteral("collect_102")));
        bar.carryOut();
        QVERIFY(shown(bar.window, QStringLiteral("undo_101")));
        QVERIFY(shown(bar.window, QStringLiteral("undoCollect_102")));
        const QSize card = shown(bar.window, QStringLiteral("ticket_101"))->size();
        const QSize row = shown(bar.window, QStringLiteral("ready_102"))->size();
        bar.pass(7900ms);
        bar.queue.touched();
        bar.pass(200ms);
        bar.settle();
        QVERIFY(!shown(bar.window, QStringLiteral("undo_101")));
        QVERIFY(!shown(bar.window, QStringLiteral("undoCollect_102")));
        QCOMPARE(shown(bar.window, QStringLiteral("ticket_101"))->size(), card);
        QCOMPARE(shown(bar.window, QStringLiteral("ready_102"))->size(), row);
        QCOMPARE(clippedTexts(bar.window), QStringList{});
    }

    void aCancelWhileMakingShowsAStopCardUntilAcknowledged()
    {
        Bar bar;
        bar.history.paid(1, 2).started(1);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.settle();
        QVERIFY(shown(bar.window, QStringLiteral("stopsButton")));
        QVERIFY(!shown(bar.window, QStringLiteral("finish_101")));
        bar.pass(1min);
        QVERIFY(press(bar.window, QStringLiteral("unit_101_2"))); // That one was made already.
        QVERIFY(press(bar.window, QStringLiteral("stopAck_101")));
        bar.carryOut();
        bar.pass(3s);
        QVERIFY(!shown(bar.window, QStringLiteral("ticket_101")));
        QVERIFY(!shown(bar.window, QStringLiteral("stopsButton")));
        QCOMPARE(bar.feed.view().orders.find(1)->wasted, (std::vector<UnitNumber>{2}));
    }

    void anAcknowledgedStopStillSaysWhatWasMade()
    {
        Bar bar;
        bar.history.paid(1, 2).started(1).paid(2);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.pass(1s);
        QVERIFY(press(bar.window, QStringLiteral("unit_101_2")));
        bar.queue.touched();
        QVERIFY(press(bar.window, QStringLiteral("stopAck_101")));
        bar.carryOut();
        bar.settle();
        const auto* card = shown(bar.window, QStringLiteral("ticket_101"));
        bool isSaid = false;
        for (const auto* label : card->findChildren<ui::Label*>())
            isSaid = isSaid || (label->isVisible() &&
                                label->text() == QStringLiteral("취소 확인함 · 만든 것 1개"));
        QVERIFY(isSaid);
        const auto* made = shown<QAbstractButton>(bar.window, QStringLiteral("unit_101_2"));
        QVERIFY(made->accessibleName().contains(QStringLiteral("만들었음")));
        QVERIFY(!made->isEnabled());
        const auto* open = shown<QAbstractButton>(bar.window, QStringLiteral("unit_101_1"));
        QVERIFY(open->accessibleName().contains(QStringLiteral("안 만듦")));
    }

    void noCardMovesUnderAFinger()
    {
        Bar bar;
        bar.history.paid(1, 3).started(1).paid(2).paid(3);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.settle();
        const auto placeOf = [&bar](const char* name) {
            return shown(bar.window, QString::fromLatin1(name))->pos();
        };
        const QPoint second = placeOf("ticket_102");
        const QPoint third = placeOf("ticket_103");
        bar.pass(700ms); // What the cancel has just turned round takes no tap.
        // Acknowledged, the card has less to say; those below and beside it stay all the same.
        QVERIFY(press(bar.window, QStringLiteral("stopAck_101")));
        bar.carryOut();
        bar.pass(1900ms);
        bar.settle();
        QCOMPARE(placeOf("ticket_102"), second);
        QCOMPARE(placeOf("ticket_103"), third);
        bar.queue.touched(); // Somebody taps elsewhere.
        bar.pass(1900ms);
        bar.settle();
        QCOMPARE(placeOf("ticket_102"), second);
        bar.pass(200ms);
        bar.settle();
        QVERIFY(!shown(bar.window, QStringLiteral("ticket_101")));
        QVERIFY(placeOf("ticket_102") != second);
    }

    void anOrderThatWasTakenBackIsNotCalledHandedOver()
    {
        Bar bar;
        bar.history.paid(1).started(1).finished(1).paid(2);
        bar.open();
        bar.queue.touched();
        bar.queue.recall(1, OrderState::Ready);
        bar.carryOut();
        bar.settle();
        const auto* row = shown(bar.window, QStringLiteral("ready_101"));
        QVERIFY(row); // Its place closes when nobody touches.
        QVERIFY(row->accessibleName().contains(QStringLiteral("다시 만드는 중")));
        QVERIFY(!shown(bar.window, QStringLiteral("undoCollect_101")));
        QVERIFY(!shown(bar.window, QStringLiteral("collect_101")));
        bar.pass(2100ms);
        QVERIFY(!shown(bar.window, QStringLiteral("ready_101")));
    }

    void whatHasJustMovedTakesNoTap()
    {
        Bar bar;
        bar.history.paid(1).started(1).paid(2).paid(3);
        bar.open();
        const auto tap = [&bar](QPoint place) {
            QTest::mouseClick(bar.window.childAt(place), Qt::LeftButton);
        };
        const auto middleOf = [&bar](const QString& name) {
            const QWidget* button = shown(bar.window, name);
            return button->mapTo(&bar.window, button->rect().center());
        };
        const QPoint aimed = middleOf(QStringLiteral("unit_101_1"));
        QVERIFY(press(bar.window, QStringLiteral("finish_101")));
        bar.carryOut();
        bar.pass(10s);
        bar.settle();
        // 102 stands there now; the tap was meant for 101.
        QCOMPARE(middleOf(QStringLiteral("unit_102_1")), aimed);
        tap(aimed);
        QCOMPARE(bar.queue.find(2)->stage, TicketStage::Queued);
        QTRY_VERIFY(!shown(bar.window, QStringLiteral("slideVeil")));
        tap(aimed);
        QCOMPARE(bar.queue.find(2)->stage, TicketStage::Ready); // its only cup
    }

    void theBumpBarWorksWithoutAMouse()
    {
        Bar bar;
        bar.history.paid(1).paid(2).paid(3);
        bar.open();
        bar.window.activateWindow();
        bar.window.setFocus();
        QTest::keyClicks(&bar.window, QStringLiteral("102"));
        QTRY_COMPARE(bar.window.focusWidget(), shown(bar.window, QStringLiteral("ticket_102")));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Return);
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(2)->state, OrderState::Making);
        bar.pass(1s);
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Backspace);
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(2)->state, OrderState::Queued);
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_R);
        QVERIFY(shown(bar.window, QStringLiteral("recallSheet")));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!shown(bar.window, QStringLiteral("recallSheet")));
    }

    void aBumpBarTakesAnOrderBackByItsNumber()
    {
        Bar bar;
        for (OrderId id = 1; id <= 12; ++id)
            bar.history.paid(id).collected(id);
        bar.open();
        bar.window.activateWindow();
        bar.window.setFocus();
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_R);
        QTest::keyClicks(bar.window.focusWidget(), QStringLiteral("107"));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Return);
        QVERIFY(shown(bar.window, QStringLiteral("recallReasonSheet")));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Return);
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(7)->state, OrderState::Ready);
    }

    void aWholeNumberIsChosenThoughAnotherEndsSo()
    {
        Bar bar;
        bar.history.paid(1, 1, 1101).paid(2, 1, 101).paid(3, 1, 102);
        bar.open();
        bar.window.activateWindow();
        bar.window.setFocus();
        QTest::keyClicks(&bar.window, QStringLiteral("101"));
        QTRY_COMPARE(bar.window.focusWidget(), shown(bar.window, QStringLiteral("ticket_101")));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Escape);
        QTest::keyClicks(bar.window.focusWidget(), QStringLiteral("1101"));
        QTRY_COMPARE(bar.window.focusWidget(), shown(bar.window, QStringLiteral("ticket_1101")));
    }

    void arrowsWalkTheTickets()
    {
        Bar bar;
        for (OrderId id = 1; id <= 6; ++id)
            bar.history.paid(id);
        bar.open();
        auto* grid = bar.window.findChild<TicketGrid*>();
        grid->shown().front()->setFocus();
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Down);
        QTRY_COMPARE(bar.window.focusWidget()->objectName(), QStringLiteral("ticket_102"));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Up);
        QCOMPARE(bar.window.focusWidget()->objectName(), QStringLiteral("ticket_101"));
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Right);
        QVERIFY(bar.window.focusWidget()->objectName() != QStringLiteral("ticket_101"));
    }

    void arrowsWalkOnToTheNextPageAndBack()
    {
        Bar bar;
        for (OrderId id = 1; id <= 60; ++id)
            bar.history.paid(id);
        bar.open();
        auto* grid = bar.window.findChild<TicketGrid*>();
        QVERIFY(grid->pages() > 1);
        const QString last = grid->shown().back()->objectName();
        grid->shown().back()->setFocus();
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Right);
        QCOMPARE(grid->page(), 1);
        QCOMPARE(bar.window.focusWidget(), grid->shown().front());
        QTest::keyClick(bar.window.focusWidget(), Qt::Key_Left);
        QCOMPARE(grid->page(), 0);
        QCOMPARE(bar.window.focusWidget()->objectName(), last);
    }

    void beingCutOffIsSaidAndWorkGoesOn()
    {
        Bar bar;
        bar.history.paid(1);
        bar.open();
        const auto* line = bar.window.findChild<ConnectionLine*>();
        QCOMPARE(line->meaning(), QString{});
        const QPoint before = shown(bar.window, QStringLiteral("ticket_101"))->pos();
        bar.source.enter(transport::FeedState::Stale);
        bar.settle();
        QVERIFY(!line->meaning().isEmpty());
        // A card that moves when the line speaks up is a card pressed by mistake.
        QCOMPARE(shown(bar.window, QStringLiteral("ticket_101"))->pos(), before);
        QVERIFY(press(bar.window, QStringLiteral("start_101")));
        bar.client.fail(bar.client.openCall<protocol::OrderCommand>(),
                        client::ClientFailure::Unreachable);
        QVERIFY(shown(bar.window, QStringLiteral("finish_101")));
        QVERIFY(shown(bar.window, QStringLiteral("connectionLine"))
                    ->accessibleName()
                    .contains(QStringLiteral("보내는 중 1건")));
        bar.source.enter(transport::FeedState::Live);
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Making);
        QCOMPARE(line->meaning(), QString{});
    }

    void aHelpCallIsTakenByATap()
    {
        Bar bar;
        bar.history.paid(1);
        bar.open();
        bar.history.then(HelpCalled{"kiosk-2"});
        bar.publish();
        QVERIFY(press(bar.window, QStringLiteral("helpButton")));
        bar.carryOut();
        QVERIFY(!shown(bar.window, QStringLiteral("helpButton")));
    }

    void whatCameInTheDarkIsSaidInLargeWordsUntilItIsTouched()
    {
        WindowShop shop;
        shop.history.paid(1).started(1).paid(2);
        const ShopView kept = folded(shop.events);
        shop.feed.restore(kept, "epoch", kept.at);
        shop.history.paid(3).paid(4);
        StationWindow window{{shop.feed, shop.reporter, shop.queue, shop.facts, Language::Korean}};
        window.resize(1920, 1080);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        shop.publish();
        QCoreApplication::processEvents();
        const auto* notice = shown(window, QStringLiteral("awayNotice"));
        QVERIFY(notice);
        QVERIFY(notice->accessibleName().contains(QStringLiteral("새 주문 2건")));
        QVERIFY(notice->accessibleName().contains(QStringLiteral("103, 104")));
        QCOMPARE(clippedTexts(window), QStringList{});
        // It lies over nothing that is pressed at the bar.
        QVERIFY(!shown(window, QStringLiteral("allDayStrip")));
        const auto isMarked = [&window](const char* card) {
            return shown(window, QString::fromLatin1(card))
                ->accessibleName()
                .contains(QStringLiteral("새 주문"));
        };
        QVERIFY(isMarked("ticket_103"));
        QVERIFY(!isMarked("ticket_102"));
        const QSize size = shown(window, QStringLiteral("ticket_103"))->size();
        QTest::mouseClick(shown(window, QStringLiteral("ticket_103")), Qt::LeftButton);
        QVERIFY(!isMarked("ticket_103"));
        QVERIFY(isMarked("ticket_104"));
        QCOMPARE(shown(window, QStringLiteral("ticket_103"))->size(), size);
        QVERIFY(notice->isVisible()); // Elsewhere is not it.
        QTest::mouseClick(shown(window, QStringLiteral("awayNotice")), Qt::LeftButton);
        QVERIFY(!shown(window, QStringLiteral("awayNotice")));
        QVERIFY(shown(window, QStringLiteral("allDayStrip")));
    }

    void theRingOfTheKeysIsNotDrawnForAFinger()
    {
        Bar bar;
        bar.history.paid(1).paid(2);
        bar.open();
        bar.window.activateWindow();
        auto* card = shown(bar.window, QStringLiteral("ticket_102"));
        const auto ringed = [&bar, card] {
            const QColor ring = ui::themeOf(bar.window).colours().focusOuter;
            const QImage picture = card->grab().toImage();
            return picture.pixelColor(picture.width() / 2, 1) == ring;
        };
        QTest::mouseClick(shown(bar.window, QStringLiteral("ticket_101")), Qt::LeftButton);
        card->setFocus(Qt::OtherFocusReason); // as when a pressed button goes
        QVERIFY(card->hasFocus());
        QVERIFY(!ringed());
        QTest::keyClicks(&bar.window, QStringLiteral("102"));
        QVERIFY(card->hasFocus());
        QVERIFY(ringed());
        QTest::mouseClick(shown(bar.window, QStringLiteral("ticket_101")), Qt::LeftButton);
        card->setFocus(Qt::OtherFocusReason);
        QVERIFY(!ringed());
    }

    void thePickupSaysWhatIsInIt()
    {
        Bar bar;
        bar.history.paid(1, 2).started(1).unit(1, 1, UnitState::Open, UnitState::Done);
        bar.history.unit(1, 2, UnitState::Open, UnitState::Done).finished(1);
        bar.open();
        const auto* row = shown(bar.window, QStringLiteral("ready_101"));
        QVERIFY2(row->accessibleName().contains(QStringLiteral("\u00a02\u00a0· 모두\u00a0완료")),
                 qPrintable(row->accessibleName()));
        QCOMPARE(shown<QAbstractButton>(bar.window, QStringLiteral("call_101"))->text(),
                 QStringLiteral("호출"));
        QCOMPARE(clippedTexts(bar.window), QStringList{});
    }

    void theArrowsSayHowManyWaitOnTheOtherPages()
    {
        Bar bar;
        for (OrderId id = 1; id <= 30; ++id)
            bar.history.paid(id);
        bar.open();
        const auto* grid = bar.window.findChild<TicketGrid*>();
        const auto* forward = shown<QAbstractButton>(bar.window, QStringLiteral("nextPage"));
        const auto here = static_cast<int>(grid->shown().size());
        QCOMPARE(forward->text(), QStringLiteral("%1건 더").arg(30 - here));
        QVERIFY(press(bar.window, QStringLiteral("nextPage")));
        const auto* back = shown<QAbstractButton>(bar.window, QStringLiteral("previousPage"));
        QCOMPARE(back->text(), QStringLiteral("%1건").arg(here));
        bar.history.paid(31);
        bar.publish();
        bar.settle();
        QVERIFY(press(bar.window, QStringLiteral("previousPage")));
        QCOMPARE(forward->text(), QStringLiteral("%1건 더").arg(31 - here));
        QCOMPARE(clippedTexts(bar.window), QStringList{});
    }

    void aDoubleTapTakesOneHelpCall()
    {
        Bar bar;
        bar.history.paid(1).then(HelpCalled{"kiosk-1"}).then(HelpCalled{"kiosk-2"});
        bar.open();
        QVERIFY(press(bar.window, QStringLiteral("helpButton")));
        bar.carryOut();
        QVERIFY(press(bar.window, QStringLiteral("helpButton")));
        bar.carryOut();
        QCOMPARE(bar.feed.view().health.helpCalls.size(), std::size_t{1});
        QTest::qWait(static_cast<int>((kSameTap + 50ms).count()));
        QVERIFY(press(bar.window, QStringLiteral("helpButton")));
        bar.carryOut();
        QVERIFY(bar.feed.view().health.helpCalls.empty());
    }

    void manyTicketsTurnPagesAndNoneIsLost()
    {
        Bar bar;
        for (OrderId id = 1; id <= 200; ++id)
            bar.history.paid(id, 1 + static_cast<std::int32_t>(id % 3));
        bar.open();
        auto* grid = bar.window.findChild<TicketGrid*>();
        QVERIFY(grid->pages() > 1);
        std::set<int> seen;
        for (int page = 0; page < grid->pages(); ++page) {
            grid->turnTo(page);
            for (const TicketCard* card : grid->shown()) {
                QVERIFY(card->geometry().bottom() <= grid->height());
                QVERIFY(seen.insert(card->ticket().number).second);
            }
        }
        QCOMPARE(seen.size(), std::size_t{200});
    }

    void aThousandTicketsHaveCardsForOnePageOnly()
    {
        Bar bar;
        for (OrderId id = 1; id <= 1000; ++id)
            bar.history.paid(id);
        bar.open();
        const auto* grid = bar.window.findChild<TicketGrid*>();
        QCOMPARE(static_cast<std::size_t>(bar.window.findChildren<TicketCard*>().size()),
                 grid->shown().size());
        QVERIFY(grid->pages() > 10);
        // The last one is found by its number, on its own page.
        bar.window.activateWindow();
        bar.window.setFocus();
        QTest::keyClicks(&bar.window, QStringLiteral("1100"));
        QVERIFY(shown(bar.window, QStringLiteral("ticket_1100")));
    }

    void aChangePaintsItsCardAlone()
    {
        Bar bar;
        for (OrderId id = 1; id <= 30; ++id)
            bar.history.paid(id);
        bar.open();
        bar.settle();
        PaintedRegion painted{bar.window};
        bar.history.started(2);
        bar.source.publish({bar.events.back()});
        QTRY_VERIFY(shown(bar.window, QStringLiteral("finish_102")));
        bar.settle();
        const QWidget* card = shown(bar.window, QStringLiteral("ticket_102"));
        const QRect room{card->mapTo(&bar.window, QPoint{}), card->size()};
        QVERIFY(!painted.region.isEmpty());
        QCOMPARE(painted.region.subtracted(room), QRegion{});
    }

    void everythingThatIsPressedHasANameAndIsLargeEnough()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2).started(2).paid(3).started(3).finished(3).paid(4).cancelled(
            4);
        bar.open();
        const int least = ui::themeOf(bar.window).metrics().targetPx();
        for (const QAbstractButton* button : bar.window.findChildren<QAbstractButton*>()) {
            if (!button->isVisible())
                continue;
            QVERIFY2(!button->objectName().isEmpty(), qPrintable(button->text()));
            QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                     qPrintable(button->objectName()));
            QVERIFY2(button->height() >= least, qPrintable(button->objectName()));
        }
    }

    void noTextIsClipped_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<double>("scale");
        for (const double scale : {1.0, 1.5}) {
            QTest::addRow("ko %g", scale) << 0 << scale;
            QTest::addRow("en %g", scale) << 1 << scale;
        }
    }
    void noTextIsClipped()
    {
        QFETCH(int, language);
        QFETCH(double, scale);
        dress(ui::PaletteKind::Dark, scale);
        ui::LanguageSwitch words{language == 0 ? ui::Language::Korean : ui::Language::English};
        Bar bar;
        bar.history.paid(1, 2).paid(2).started(2).paid(3).started(3).finished(3).paid(4).cancelled(
            4);
        bar.history.then(longOrder(5)).then(HelpCalled{"kiosk-2"});
        bar.history.then(
            OrderingChanged{OrderingState::Paused, toMs(fromMs(1'772'391'700'000)), {}, {}});
        bar.open();
        bar.source.enter(transport::FeedState::Stale);
        auto* grid = bar.window.findChild<TicketGrid*>();
        for (int page = 0; page < grid->pages(); ++page) {
            grid->turnTo(page);
            bar.settle();
            QCOMPARE(clippedTexts(bar.window), QStringList{});
        }
        (void)bar.window.openRecall();
        bar.settle();
        QCOMPARE(clippedTexts(bar.window), QStringList{});
        dress(ui::PaletteKind::Dark);
    }
};

QTEST_MAIN(StationWindowTest)
#include "test_station_window.moc"
