// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/demo/demo_shop.h"
#include "barista_station/pages/all_day_strip.h"
#include "barista_station/pages/recall_sheet.h"
#include "barista_station/pages/settings_sheet.h"
#include "barista_station/pages/sold_out_sheet.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/station_window.h"

#include "shared/widgets/touch_scroll_area.h"
#include "tests/station/window_shop.h"

#include <QAccessible>
#include <QDateTime>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

/// How a person gets at a button: with a finger, with keys alone, or through the accessibility
/// tree as a screen reader does.
enum class Way { Touch, Keys, Tree };

struct Bar : WindowShop {
    StationSettings settings{nullptr};
    OlderOrders older{feed, client};
    StationWindow window{{feed, reporter, queue, facts, Language::Korean, &settings, &older}};
    Way way{Way::Touch};

    void open()
    {
        window.resize(1920, 1080);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        window.activateWindow();
        publish();
        settle();
    }
    void settle() { QCoreApplication::processEvents(); }
    /// Two coffees and a cake.
    void paid(OrderId order)
    {
        OrderPaid paid;
        paid.order = order;
        paid.number = static_cast<std::int32_t>(100 + order);
        paid.attempt = order;
        PricedLine coffee;
        coffee.item = "latte";
        coffee.name = {"라떼", "Latte"};
        coffee.units.assign(2, PricedUnit{CupKind::Store, Money::fromWon(5000)});
        PricedLine cake;
        cake.item = "cake";
        cake.name = {"케이크", "Cake"};
        cake.station = StationKind::Food;
        cake.units.assign(1, PricedUnit{CupKind::None, Money::fromWon(6000)});
        paid.basket.lines = {coffee, cake};
        paid.basket.total = Money::fromWon(16'000);
        history.then(paid);
    }

    /// Presses it on this test's way; false when it cannot be reached so.
    bool press(const QString& name)
    {
        settle();
        switch (way) {
        case Way::Touch:
            return test::press(window, name);
        case Way::Keys:
            return walkTo(name);
        case Way::Tree:
            return pressInTree(QAccessible::queryAccessibleInterface(&window), name);
        }
        return false;
    }
    bool press(const char* name) { return press(QLatin1String{name}); }
    /// Writes into a field on this test's way.
    bool write(const char* name, const QString& text)
    {
        settle();
        auto* field = shown<QLineEdit>(window, QLatin1String{name});
        if (!field)
            return false;
        if (way == Way::Tree) {
            auto* node = QAccessible::queryAccessibleInterface(field);
            if (!node || !node->editableTextInterface())
                return false;
            node->editableTextInterface()->insertText(0, text);
            return field->text() == text;
        }
        if (way == Way::Touch)
            QTest::mouseClick(field, Qt::LeftButton);
        else if (!reach(QLatin1String{name}))
            return false;
        QTest::keyClicks(field, text);
        return field->text() == text;
    }
    bool pressDone(const char* name)
    {
        const bool pressed = press(name);
        carryOut();
        carryOut();
        pass(1s);
        return pressed;
    }

private:
    bool walkTo(const QString& name)
    {
        if (!reach(name))
            return false;
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        return true;
    }
    /// With the tabulator alone.
    bool reach(const QString& name)
    {
        constexpr int kStepsMost = 500;
        if (!QApplication::focusWidget())
            window.setFocus();
        for (int step = 0; step < kStepsMost; ++step) {
            QWidget* focus = QApplication::focusWidget();
            if (focus && focus->objectName() == name && focus->isVisible())
                return true;
            QTest::keyClick(focus ? focus : &window, Qt::Key_Tab);
        }
        return false;
    }
    static bool pressInTree(QAccessibleInterface* node, const QString& name)
    {
        if (!node || node->state().invisible)
            return false;
        QObject* object = node->object();
        if (object && object->objectName() == name && !node->state().disabled)
            if (auto* actions = node->actionInterface()) {
                const QString press = QAccessibleActionInterface::pressAction();
                const QString toggle = QAccessibleActionInterface::toggleAction();
                const QStringList known = actions->actionNames();
                const QString act = known.contains(press) ? press : toggle;
                if (!known.contains(act))
                    return false;
                // A screen reader's press is shown like a finger's, and takes as long.
                auto* button = qobject_cast<QAbstractButton*>(object);
                QSignalSpy clicked{button, &QAbstractButton::clicked};
                QSignalSpy toggled{button, &QAbstractButton::toggled};
                actions->doAction(act);
                return !clicked.isEmpty() || !toggled.isEmpty() || clicked.wait();
            }
        for (int child = 0; child < node->childCount(); ++child)
            if (pressInTree(node->child(child), name))
                return true;
        return false;
    }
};

/// How many visible labels say exactly this.
int labels(const QWidget& window, const QString& text)
{
    int found = 0;
    for (const auto* label : window.findChildren<ui::Label*>())
        found += label->isVisible() && label->text() == text ? 1 : 0;
    return found;
}

bool shownText(const QWidget& window, const QString& text)
{
    return labels(window, text) > 0;
}

} // namespace

Q_DECLARE_METATYPE(Way)

class StationTasksTest final : public QObject {
    Q_OBJECT

private:
    static void eachWay()
    {
        QTest::addColumn<Way>("way");
        QTest::newRow("touch") << Way::Touch;
        QTest::newRow("keys") << Way::Keys;
        QTest::newRow("accessibility tree") << Way::Tree;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<coffee::station::BarSound>();
        qRegisterMetaType<std::vector<coffee::OrderId>>("std::vector<coffee::OrderId>");
        dress(ui::PaletteKind::Dark);
    }

    void anOrderIsMadeAndHandedOver_data() { eachWay(); }
    void anOrderIsMadeAndHandedOver()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.open();
        QVERIFY(bar.pressDone("start_101"));
        QVERIFY(bar.pressDone("unit_101_1"));
        QCOMPARE(bar.feed.view().orders.find(1)->units.front().state, UnitState::Done);
        QVERIFY(bar.pressDone("finish_101"));
        QVERIFY(bar.pressDone("collect_101"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Collected);
    }

    void aMisbumpIsTakenBack_data() { eachWay(); }
    void aMisbumpIsTakenBack()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.started(1);
        bar.open();
        QVERIFY(bar.pressDone("finish_101"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Ready);
        QVERIFY(bar.pressDone("undo_101"));
        bar.carryOut();
        bar.carryOut();
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Making);
    }

    void aStopIsAcknowledgedWithWhatWasMade_data() { eachWay(); }
    void aStopIsAcknowledgedWithWhatWasMade()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.started(1);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        QVERIFY(bar.pressDone("stopMade_101"));
        QVERIFY(bar.pressDone("stopAck_101"));
        QCOMPARE(bar.feed.view().totals.unitsWasted, 3);
        QCOMPARE(bar.queue.stops(), 0);
    }

    void whatWasSpilledIsMadeAnewWithAReason_data() { eachWay(); }
    void whatWasSpilledIsMadeAnewWithAReason()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.collected(1);
        for (const UnitNumber unit : {1, 2, 3})
            bar.history.unit(1, unit, UnitState::Open, UnitState::Done);
        bar.open();
        QVERIFY(bar.press("recallButton"));
        QVERIFY(bar.press("remake_101"));
        QVERIFY(bar.press("choice_2"));
        QVERIFY(bar.press("choice_spilled"));
        QVERIFY(bar.pressDone("remakeButton"));
        const OrderView* order = bar.feed.view().orders.find(1);
        QCOMPARE(order->state, OrderState::Making);
        QCOMPARE(order->units[1].state, UnitState::Open);
        QCOMPARE(order->units[1].reason, std::string{"쏟음"});
        QCOMPARE(bar.feed.view().totals.unitsWasted, 1);
        QVERIFY(shown(bar.window, QStringLiteral("ticket_101")));
    }

    void anOrderIsTakenBackForAReason_data() { eachWay(); }
    void anOrderIsTakenBackForAReason()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.collected(1);
        bar.open();
        // Handed over to ready, by mistake; then ready to making, with a drink missing.
        QVERIFY(bar.press("recallButton"));
        QVERIFY(bar.press("recall_101"));
        QVERIFY(bar.pressDone("recallConfirm"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Ready);
        QCOMPARE(bar.client.last<protocol::OrderCommand>()->reason, std::string{"잘못 누름"});
        const ShopTime paidAt = bar.feed.view().orders.find(1)->paidAt;
        QVERIFY(bar.press("recallButton"));
        QVERIFY(bar.press("recall_101"));
        QVERIFY(bar.press("choice_missing"));
        QCOMPARE(clippedTexts(bar.window), QStringList{});
        QVERIFY(bar.pressDone("recallConfirm"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Making);
        QCOMPARE(bar.client.last<protocol::OrderCommand>()->reason, std::string{"빠진 것이 있음"});
        QCOMPARE(bar.feed.view().orders.find(1)->paidAt, paidAt);
        QVERIFY(shown(bar.window, QStringLiteral("ticket_101")));
    }

    void atThePickupAnOrderIsCalledTakenBackAndItsHandoverUndone_data() { eachWay(); }
    void atThePickupAnOrderIsCalledTakenBackAndItsHandoverUndone()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.finished(1);
        bar.open();
        QVERIFY(bar.pressDone("call_101"));
        QCOMPARE(bar.client.last<protocol::OrderCommand>()->action, protocol::OrderAction::Call);
        QVERIFY(bar.pressDone("collect_101"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Collected);
        QVERIFY(bar.pressDone("undoCollect_101"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Ready);
        QVERIFY(bar.pressDone("takeBack_101"));
        QCOMPARE(bar.feed.view().orders.find(1)->state, OrderState::Making);
    }

    void pagesAreTurnedAndSoundsAreSet_data() { eachWay(); }
    void pagesAreTurnedAndSoundsAreSet()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        for (OrderId order = 1; order <= 40; ++order)
            bar.paid(order);
        bar.open();
        const auto* grid = bar.window.findChild<TicketGrid*>();
        QVERIFY(bar.press("nextPage"));
        QCOMPARE(grid->page(), 1);
        QVERIFY(bar.press("previousPage"));
        QCOMPARE(grid->page(), 0);
        const int volume = bar.settings.volume();
        QSignalSpy heard{&bar.window, &StationWindow::soundWanted};
        QVERIFY(bar.press("settingsButton"));
        QVERIFY(bar.press("minusButton"));
        QCOMPARE(bar.settings.volume(), volume - 1);
        QVERIFY(bar.press("plusButton"));
        QCOMPARE(bar.settings.volume(), volume);
        heard.clear();
        QVERIFY(bar.press("soundTest_1"));
        QCOMPARE(heard.size(), 1);
        QVERIFY(bar.press("settingsClose"));
    }

    void anyOrderOfTheDayIsFound_data() { eachWay(); }
    void anyOrderOfTheDayIsFound()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        for (OrderId order = 1; order <= 215; ++order)
            bar.history.paid(order).collected(order);
        bar.open();
        QVERIFY(bar.press("recallButton"));
        QCOMPARE(bar.client.count<protocol::EventsGet>(), 0);
        QVERIFY(shown(bar.window, QStringLiteral("recall_315")));
        // As far as somebody wants to go back, a screenful more at a time; who walks by keys gets
        // there by walking.
        for (int more = 0; more < 5 && bar.older.reading() != OlderOrders::Reading::Complete;
             ++more) {
            QVERIFY(bar.press("recallMore"));
            bar.carryOut();
            bar.carryOut();
        }
        QCOMPARE(bar.older.reading(), OlderOrders::Reading::Complete);
        bar.settle();
        QVERIFY(!shown(bar.window, QStringLiteral("recallMore")));
        // What the daemon takes back is offered to be, and nothing else.
        QVERIFY(shown(bar.window, QStringLiteral("recall_116")));
        QVERIFY(!shown(bar.window, QStringLiteral("recall_115")));
        QCOMPARE(labels(bar.window, QStringLiteral("101")), 1);
        QVERIFY(bar.write("recallSearch", QStringLiteral("101")));
        bar.settle();
        QCOMPARE(labels(bar.window, QStringLiteral("101")), 1);
        QCOMPARE(labels(bar.window, QStringLiteral("102")), 0);
        QVERIFY(bar.press("recallClose"));
    }

    void scrollingToTheEndBringsMore()
    {
        Bar bar;
        for (OrderId order = 1; order <= 215; ++order)
            bar.history.paid(order).collected(order);
        bar.open();
        const RecallSheet& sheet = bar.window.openRecall();
        bar.settle();
        QCOMPARE(sheet.rowsWanted(), RecallSheet::kRowsAtOnce);
        auto* scroll = sheet.findChild<ui::TouchScrollArea*>()->verticalScrollBar();
        QTRY_VERIFY(scroll->maximum() > 0);
        scroll->setValue(scroll->maximum());
        QCOMPARE(sheet.rowsWanted(), 2 * RecallSheet::kRowsAtOnce);
    }

    void aSearchReadsTheDayByItself()
    {
        Bar bar;
        for (OrderId order = 1; order <= 215; ++order)
            bar.history.paid(order).collected(order);
        bar.open();
        QVERIFY(bar.press("recallButton"));
        QVERIFY(bar.write("recallSearch", QStringLiteral("101")));
        QCOMPARE(labels(bar.window, QStringLiteral("101")), 0);
        QVERIFY(shownText(bar.window, QStringLiteral("오늘의 지난 주문을 찾고 있어요.")));
        bar.carryOut();
        bar.settle();
        QCOMPARE(labels(bar.window, QStringLiteral("101")), 1);
        QTRY_COMPARE(clippedTexts(bar.window), QStringList{});
    }

    void whatHasRunOutIsRefusedAndSoldOutInOneStep_data() { eachWay(); }
    void whatHasRunOutIsRefusedAndSoldOutInOneStep()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.started(1);
        bar.open();
        QVERIFY(bar.press("more_101"));
        QVERIFY(bar.press("choice_3"));
        // Nobody's reason is given for them.
        QVERIFY(!shown<QAbstractButton>(bar.window, QStringLiteral("refuseButton"))->isEnabled());
        QVERIFY(bar.press("choice_no_ingredient"));
        QVERIFY(bar.press("choice_today"));
        QVERIFY(bar.pressDone("refuseButton"));
        QCOMPARE(bar.feed.view().orders.find(1)->units[2].state, UnitState::Refused);
        QVERIFY(bar.feed.view().offer.soldOut.contains("cake"));
        const auto* change = bar.client.last<protocol::SetAvailability>();
        QVERIFY(change && change->until == protocol::UntilKind::EndOfDay);
        // The ticket says so in words, not by the colour of a box alone.
        bar.settle();
        QCOMPARE(labels(bar.window, QStringLiteral("못 만듦 · 손님에게 알림")), 1);
        QTRY_COMPARE(clippedTexts(bar.window), QStringList{});
    }

    void whatIsSoldOutAlreadyIsChosenOnTheTicketsSheet()
    {
        Bar bar;
        bar.paid(1);
        bar.history.then(ItemAvailability{"cake", false, 0});
        bar.open();
        QVERIFY(bar.press("more_101"));
        QVERIFY(shown<QAbstractButton>(bar.window, QStringLiteral("choice_3"))->isChecked());
        QVERIFY(!shown<QAbstractButton>(bar.window, QStringLiteral("choice_1"))->isChecked());
        QTRY_COMPARE(clippedTexts(bar.window), QStringList{});
        QVERIFY(bar.pressDone("refuseButton"));
        const OrderView* order = bar.feed.view().orders.find(1);
        QCOMPARE(order->units[2].state, UnitState::Refused);
        QCOMPARE(order->units[2].reason, std::string{"재료가 없음"});
    }

    void theStationIsChosenOnTheScreen_data() { eachWay(); }
    void theStationIsChosenOnTheScreen()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.open();
        QVERIFY(bar.press("settingsButton"));
        QVERIFY(bar.press("choice_espresso"));
        QVERIFY(bar.press("choice_blender"));
        // The last one cannot be taken away: a screen that shows nothing would lose orders.
        QVERIFY(bar.press("choice_food"));
        QVERIFY(bar.press("settingsClose"));
        QCOMPARE(bar.settings.kinds(), (StationKinds{StationKind::Food}));
        bar.settle();
        QVERIFY(shown(bar.window, QStringLiteral("unit_101_3")));
        QVERIFY(!shown(bar.window, QStringLiteral("unit_101_1")));
        QVERIFY(bar.pressDone("start_101"));
        QVERIFY(bar.pressDone("finish_101"));
        const OrderView* order = bar.feed.view().orders.find(1);
        QCOMPARE(order->state, OrderState::Making);
        QCOMPARE(order->unitsIn(UnitState::Done), 1);
    }

    void theSoldOutListKeepsItsPlaceAndSaysWhatItDid()
    {
        QWidget host;
        host.resize(1920, 1080);
        host.show();
        QVERIFY(QTest::qWaitForWindowExposed(&host));
        SoldOutSheet sheet{&host};
        const QDateTime noon{QDate{2026, 11, 24}, QTime{12, 0}};
        const ShopTime now = fromMs(noon.toMSecsSinceEpoch());
        std::vector<SoldOutRow> rows;
        for (int place = 0; place < 40; ++place) {
            SoldOutRow row;
            row.item = QStringLiteral("item%1").arg(place);
            row.name = QStringLiteral("메뉴 %1").arg(place);
            row.category = QStringLiteral("커피");
            rows.push_back(row);
        }
        std::vector<protocol::SetAvailability> changes;
        connect(&sheet, &SoldOutSheet::switched, &sheet,
                [&changes](const protocol::SetAvailability& change) { changes.push_back(change); });
        sheet.setRows(rows, now);
        sheet.openSheet();
        auto* scroll = sheet.findChild<ui::TouchScrollArea*>()->verticalScrollBar();
        QTRY_VERIFY(scroll->maximum() > 0);
        scroll->setValue(scroll->maximum() / 2);
        const int place = scroll->value();
        QVERIFY(test::press(host, QStringLiteral("choice_hour")));
        QVERIFY(test::press(host, QStringLiteral("soldOut_item20")));
        QCOMPARE(changes.back().until, protocol::UntilKind::Minutes);
        rows[20].soldOut = rows[20].sending = true;
        sheet.setRows(rows, now);
        sheet.offerWaiting({{3, 103}, {5, 105}});
        rows[20].sending = false;
        rows[20].until = fromMs(noon.addSecs(16 * 3600).toMSecsSinceEpoch());
        sheet.setRows(rows, now);
        QCoreApplication::processEvents();
        QCOMPARE(scroll->value(), place);
        QVERIFY(shownText(host, QStringLiteral("내일 04:00에 다시 판매")));
        QVERIFY(shown(host, QStringLiteral("soldOutUndo"))
                    ->accessibleName()
                    .contains(QStringLiteral("메뉴 20 품절 · 1시간")));
        QVERIFY(shown(host, QStringLiteral("soldOutWaiting"))
                    ->accessibleName()
                    .contains(QStringLiteral("103, 105")));
        QCOMPARE(clippedTexts(host), QStringList{});
        // The time of what is off already, without selling it meanwhile.
        QVERIFY(test::press(host, QStringLiteral("choice_by_hand")));
        QVERIFY(test::press(host, QStringLiteral("soldOutChange_item20")));
        QVERIFY(!changes.back().available);
        QCOMPARE(changes.back().until, protocol::UntilKind::ByHand);
        // Taken back, it is off for the time that it was.
        QVERIFY(test::press(host, QStringLiteral("soldOutUndo")));
        QCOMPARE(changes.back().until, protocol::UntilKind::Minutes);
        QCOMPARE(changes.back().minutes, 16 * 60);
        QVERIFY(test::press(host, QStringLiteral("soldOutClose")));
        sheet.openSheet();
        QCoreApplication::processEvents();
        QVERIFY(test::press(host, QStringLiteral("soldOut_item1")));
        QCOMPARE(changes.back().until, protocol::UntilKind::EndOfDay);
    }

    void aSharedTicketNamesWhatOthersStillMake()
    {
        Bar bar;
        bar.paid(1);
        bar.paid(2);
        bar.history.started(1);
        bar.settings.setKinds({StationKind::Espresso, StationKind::Blender});
        bar.open();
        QVERIFY(shownText(bar.window, QStringLiteral("다른 스테이션에 남음: 케이크")));
        const auto* finish = shown<QAbstractButton>(bar.window, QStringLiteral("finish_101"));
        QCOMPARE(finish->text(), QStringLiteral("여기 2개 완료"));
        const QRect below = shown(bar.window, QStringLiteral("ticket_102"))->geometry();
        QVERIFY(bar.press("finish_101"));
        bar.carryOut();
        bar.settle();
        // It waits for the cake, says so, and moves nothing.
        QVERIFY(shownText(bar.window, QStringLiteral("케이크 아직 · 내주지 마세요")));
        QVERIFY(shownText(bar.window, QStringLiteral("여기 완료")));
        QCOMPARE(shown(bar.window, QStringLiteral("ticket_102"))->geometry(), below);
        QCOMPARE(clippedTexts(bar.window), QStringList{});
        // All of it stands at the pickup, also what was made elsewhere.
        bar.history.unit(1, 3, UnitState::Open, UnitState::Done).finished(1);
        bar.publish();
        bar.settle();
        QVERIFY(shown(bar.window, QStringLiteral("ready_101"))
                    ->accessibleName()
                    .contains(QStringLiteral("라떼\u00a02, 케이크\u00a01\u00a0· 모두\u00a0완료")));
    }

    void whatIsMadeAlikeMarksItsTickets_data() { eachWay(); }
    void whatIsMadeAlikeMarksItsTickets()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.paid(2);
        bar.open();
        auto* strip = shown<AllDayStrip>(bar.window, QStringLiteral("allDayStrip"));
        QSignalSpy marked{strip, &AllDayStrip::highlightChanged};
        QVERIFY(bar.press("allDay_0"));
        QCOMPARE(marked.size(), 1);
        QCOMPARE(marked.takeFirst().at(0).value<std::vector<OrderId>>(),
                 (std::vector<OrderId>{1, 2}));
        const auto* row = shown<QAbstractButton>(bar.window, QStringLiteral("allDay_0"));
        QVERIFY(row->isChecked());
        QVERIFY(bar.press("allDay_0"));
        QCOMPARE(marked.size(), 1);
        QVERIFY(marked.takeFirst().at(0).value<std::vector<OrderId>>().empty());
        QVERIFY(!row->isChecked());
    }

    void aSoldOutSwitchAndAHelpCall_data() { eachWay(); }
    void aSoldOutSwitchAndAHelpCall()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.paid(1);
        bar.history.then(HelpCalled{"kiosk-2"});
        bar.open();
        QVERIFY(bar.pressDone("helpButton"));
        QVERIFY(bar.feed.view().health.helpCalls.empty());
        QVERIFY(bar.press("soldOutButton"));
        QVERIFY(bar.press("soldOutClose"));
    }

    void anItemIsFoundSwitchedOffAndTakenBack_data() { eachWay(); }
    void anItemIsFoundSwitchedOffAndTakenBack()
    {
        QFETCH(Way, way);
        Bar bar;
        bar.way = way;
        bar.menu = demo::menu();
        bar.history.then(MenuPublished{bar.menu.version});
        bar.paid(1);
        bar.open();
        bar.carryOut();
        QVERIFY(bar.press("soldOutButton"));
        QVERIFY(bar.write("soldOutSearch", QStringLiteral("java")));
        bar.settle();
        QVERIFY(!shown(bar.window, QStringLiteral("soldOut_latte")));
        QVERIFY(bar.press("choice_hour"));
        QVERIFY(bar.pressDone("soldOut_frappe"));
        QVERIFY(bar.feed.view().offer.soldOut.contains("frappe"));
        QCOMPARE(bar.client.last<protocol::SetAvailability>()->until, protocol::UntilKind::Minutes);
        QVERIFY(bar.pressDone("soldOutUndo"));
        QVERIFY(!bar.feed.view().offer.soldOut.contains("frappe"));
        QVERIFY(bar.press("soldOutClose"));
    }

    void everythingThatCanBePressedHasAName()
    {
        Bar bar;
        bar.paid(1);
        bar.history.started(1);
        bar.paid(2);
        bar.history.cancelled(2);
        bar.open();
        const auto check = [&bar] {
            bar.settle();
            for (const auto* button : bar.window.findChildren<QAbstractButton*>()) {
                if (!button->isVisible())
                    continue;
                const auto* node = QAccessible::queryAccessibleInterface(
                    const_cast<QAbstractButton*>(button)); // the tree's interface takes no const
                QVERIFY2(node && !node->text(QAccessible::Name).isEmpty(),
                         qPrintable(button->objectName()));
                QVERIFY2(!button->objectName().isEmpty(),
                         qPrintable(node->text(QAccessible::Name)));
            }
        };
        check();
        static_cast<void>(bar.window.openSettings());
        check();
        QVERIFY(bar.press("settingsClose"));
        bar.window.openTicket(1);
        check();
    }

    void aNewOrderIsHeardAndCaptioned()
    {
        Bar bar;
        bar.paid(1);
        bar.open();
        QSignalSpy heard{&bar.window, &StationWindow::soundWanted};
        QVERIFY(heard.wait(5000)); // what was there at the start: one sound for all
        QCOMPARE(heard.takeFirst().at(0).value<BarSound>(), BarSound::CaughtUp);
        bar.paid(2);
        bar.publish();
        QVERIFY(heard.wait(5000));
        QCOMPARE(heard.front().at(0).value<BarSound>(), BarSound::NewOrder);
        QCOMPARE(heard.front().at(1).toInt(), StationSettings::kVolumeUsual);
        QVERIFY(shownText(bar.window, QStringLiteral("새 주문이 왔어요.")));
    }

    void aStopIsSaidUntilItIsAcknowledged()
    {
        Bar bar;
        bar.paid(1);
        bar.history.started(1);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.settle();
        const QString stop = QStringLiteral("취소된 주문이 있어요.");
        QVERIFY(shownText(bar.window, stop));
        QSignalSpy heard{&bar.window, &StationWindow::soundWanted};
        bar.paid(2);
        bar.publish();
        QVERIFY(heard.wait(5000));
        QTRY_VERIFY(
            shown(bar.window, QStringLiteral("connectionLine"))->accessibleName().contains(stop));
        bar.pass(1s);
        QVERIFY(bar.pressDone("stopAck_101"));
        QVERIFY(
            !shown(bar.window, QStringLiteral("connectionLine"))->accessibleName().contains(stop));
    }

    void theAllMadeButtonCountsAndIsTakenBack()
    {
        Bar bar;
        bar.paid(1);
        bar.history.started(1);
        bar.open();
        bar.history.cancelled(1);
        bar.publish();
        bar.settle();
        const auto* all = shown<QAbstractButton>(bar.window, QStringLiteral("stopMade_101"));
        const auto* ack = shown<QAbstractButton>(bar.window, QStringLiteral("stopAck_101"));
        QCOMPARE(all->text(), QStringLiteral("3개 모두 만들었음"));
        QCOMPARE(ack->text(), QStringLiteral("확인 · 만든 것 없음"));
        QVERIFY(bar.press("stopMade_101"));
        QCOMPARE(all->text(), QStringLiteral("체크 모두 지우기"));
        QCOMPARE(ack->text(), QStringLiteral("확인 · 만든 것 3개"));
        QVERIFY(bar.press("stopMade_101")); // The same tap once more.
        QCOMPARE(ack->text(), QStringLiteral("확인 · 만든 것 3개"));
        QTest::qWait(static_cast<int>((kSameTap + 50ms).count()));
        QVERIFY(bar.press("stopMade_101"));
        QCOMPARE(ack->text(), QStringLiteral("확인 · 만든 것 없음"));
        QVERIFY(bar.press("unit_101_1"));
        QVERIFY(bar.press("unit_101_1"));
        QCOMPARE(ack->text(), QStringLiteral("확인 · 만든 것 1개"));
    }

    void nothingIsClippedInTheNewSheets()
    {
        for (const double scale : {1.0, 1.5}) {
            dress(ui::PaletteKind::Dark, scale);
            Bar bar;
            bar.paid(1);
            bar.history.started(1).unit(1, 1, UnitState::Open, UnitState::Done);
            bar.settings.setKinds({StationKind::Espresso});
            bar.open();
            QCOMPARE(clippedTexts(bar.window), QStringList{});
            static_cast<void>(bar.window.openSettings());
            bar.settle();
            QCOMPARE(clippedTexts(bar.window), QStringList{});
            QVERIFY(bar.press("settingsClose"));
            bar.window.openTicket(1);
            bar.settle();
            QCOMPARE(clippedTexts(bar.window), QStringList{});
            QVERIFY(bar.press("ticketSheetClose"));
            bar.window.openRemake(1);
            bar.settle();
            QCOMPARE(clippedTexts(bar.window), QStringList{});
        }
        dress(ui::PaletteKind::Dark);
    }
};

QTEST_MAIN(StationTasksTest)
#include "test_station_tasks.moc"
