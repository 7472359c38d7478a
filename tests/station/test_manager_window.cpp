// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/manager_window.h"

#include "tests/station/window_shop.h"

#include "shared/widgets/pin_sheet.h"

#include <QLineEdit>

static void initTranslations()
{
    Q_INIT_RESOURCE(barista_station_translations);
}

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

struct Office : WindowShop {
    ManagerWindow window{{feed, reporter, session, facts, Language::Korean}};

    void open(QSize size = {1920, 1080})
    {
        window.resize(size);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        publish();
        QCoreApplication::processEvents();
    }
    void typePin()
    {
        for (const char digit : {'1', '2', '3', '4', '5', '6'})
            QTest::keyClick(window.findChild<ui::PinSheet*>(), digit);
    }
    /// Chooses one of a group's choices, as the chips are named.
    bool choose(const QString& group, const QString& id)
    {
        auto* host = shown(window, group);
        return host && press(*host, QStringLiteral("choice_%1").arg(id));
    }
};

} // namespace

class ManagerWindowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        initTranslations();
        dress(ui::PaletteKind::Light);
    }

    void aCalmShopSaysSo()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        QVERIFY(shown(office.window, QStringLiteral("allWell")));
        QVERIFY(!shown(office.window, QStringLiteral("need_0")));
        QVERIFY(shown(office.window, QStringLiteral("program_daemon_")));
    }

    void aNeedIsNamedOnTopWithItsAction()
    {
        Office office;
        office.history.paid(1).then(
            PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, "1"});
        office.open();
        QVERIFY(!shown(office.window, QStringLiteral("allWell")));
        QVERIFY(shown(office.window, QStringLiteral("need_0")));
        QVERIFY(press(office.window, QStringLiteral("needAction_0")));
        QVERIFY(shown(office.window, QStringLiteral("pauseSheet")));
    }

    void theDaemonAwayIsANeed()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        office.source.enter(transport::FeedState::Stale);
        QCoreApplication::processEvents();
        QVERIFY(shown(office.window, QStringLiteral("need_0")));
    }

    void orderingIsPausedAndResumed()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        QVERIFY(press(office.window, QStringLiteral("pauseButton")));
        QVERIFY(office.choose(QStringLiteral("pauseMinutes"), QStringLiteral("20")));
        QVERIFY(press(office.window, QStringLiteral("pauseConfirm")));
        const auto* pause = office.client.last<protocol::OrderingPause>();
        QVERIFY(pause);
        QCOMPARE(pause->minutes, 20);
        QVERIFY(!pause->textKo.empty() && !pause->textEn.empty());
        office.client.answer(office.client.openCall<protocol::OrderingPause>(),
                             protocol::Accepted{});
        office.history.then(OrderingChanged{OrderingState::Paused, 1'772'391'900'000, {}, {}});
        office.publish();
        QVERIFY(!shown(office.window, QStringLiteral("pauseSheet")));
        QVERIFY(shown(office.window, QStringLiteral("pausedBanner")));
        QVERIFY(press(office.window, QStringLiteral("resumeButton")));
        QVERIFY(office.client.last<protocol::OrderingResume>());
    }

    void anOrderIsCancelledWithReasonAndPin()
    {
        Office office;
        office.history.paid(1, 2);
        office.open();
        QVERIFY(press(office.window, QStringLiteral("cancelOrder_101")));
        QVERIFY(!shown<QAbstractButton>(office.window, QStringLiteral("moneyNext"))->isEnabled());
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("0")));
        QVERIFY(press(office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const auto* cancel = office.client.last<protocol::OrderCancelByStaff>();
        QVERIFY(cancel);
        QCOMPARE(cancel->order, OrderId{1});
        QCOMPARE(cancel->pin, std::string{"123456"});
        QVERIFY(!cancel->reason.empty());

        Refusal wrong;
        wrong.code = RefusalCode::WrongPin;
        wrong.left = 4;
        office.client.refuse(office.client.openCall<protocol::OrderCancelByStaff>(), wrong);
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.typePin();
        office.client.answer(office.client.openCall<protocol::OrderCancelByStaff>(),
                             protocol::CancelAnswer{1, 101, 1, Money::fromWon(10'000)});
        QVERIFY(!shown(office.window, QStringLiteral("pinSheet")));
    }

    void aSilentDaemonIsAskedUnderTheSameKey()
    {
        Office office;
        office.history.paid(1);
        office.open();
        QVERIFY(press(office.window, QStringLiteral("cancelOrder_101")));
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("0")));
        QVERIFY(press(office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const OperationKey key = office.client.last<protocol::OrderCancelByStaff>()->op;
        office.client.fail(office.client.openCall<protocol::OrderCancelByStaff>(),
                           client::ClientFailure::TimedOut);
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.typePin();
        QCOMPARE(office.client.count<protocol::OrderCancelByStaff>(), 2);
        QCOMPARE(office.client.last<protocol::OrderCancelByStaff>()->op, key);
    }

    void oneUnitIsPaidBack()
    {
        Office office;
        office.history.paid(1, 3).collected(1);
        office.open();
        QVERIFY(!shown(office.window, QStringLiteral("cancelOrder_101")));
        QVERIFY(press(office.window, QStringLiteral("refundOrder_101")));
        QVERIFY(office.choose(QStringLiteral("moneyParts"), QStringLiteral("2")));
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("1")));
        QVERIFY(press(office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const auto* refund = office.client.last<protocol::OrderRefund>();
        QVERIFY(refund);
        QCOMPARE(refund->units, (std::vector<UnitNumber>{2}));
        QCOMPARE(refund->amount, Money::fromWon(5000));
    }

    void aTaskIsClosedWithItsOutcome()
    {
        Office office;
        office.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
            .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                               AttemptState::NeedsReview, "amount"});
        office.open();
        QVERIFY(press(office.window, QStringLiteral("needAction_0")));
        QVERIFY(office.choose(QStringLiteral("moneyOutcome"), QStringLiteral("voided")));
        QVERIFY(office.choose(QStringLiteral("moneyReason"), QStringLiteral("0")));
        QVERIFY(press(office.window, QStringLiteral("moneyNext")));
        office.typePin();
        const auto* close = office.client.last<protocol::ReviewClose>();
        QVERIFY(close);
        QCOMPARE(close->id, std::int64_t{7});
        QCOMPARE(close->outcome, protocol::ReviewOutcome::Voided);
    }

    void ordersAreFoundByNumber()
    {
        Office office;
        office.history.paid(1).paid(2).paid(12);
        office.open();
        shown<QLineEdit>(office.window, QStringLiteral("orderSearch"))
            ->setText(QStringLiteral("112"));
        QCoreApplication::processEvents();
        QVERIFY(shown(office.window, QStringLiteral("order_112")));
        QVERIFY(!shown(office.window, QStringLiteral("order_101")));
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
        dress(ui::PaletteKind::Light, scale);
        ui::LanguageSwitch words{language == 0 ? ui::Language::Korean : ui::Language::English};
        Office office;
        office.history.paid(1, 3)
            .paid(2)
            .cancelled(2)
            .refundOpened(3, 2, 5000)
            .refundMoved(3, 2, 5000, RefundState::Due, RefundState::NeedsReview);
        office.history.then(PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, "1"})
            .then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Behind, "1"})
            .then(AlarmChanged{AlarmKind::DiskLow, true, {}});
        office.open();
        QCOMPARE(clippedTexts(office.window), QStringList{});
        office.window.openRefund(1);
        QCoreApplication::processEvents();
        QCOMPARE(clippedTexts(office.window), QStringList{});
        dress(ui::PaletteKind::Light);
    }
};

QTEST_MAIN(ManagerWindowTest)
#include "test_manager_window.moc"
