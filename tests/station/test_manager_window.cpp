// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/manager_window.h"
#include "barista_station/manager/money_sheet.h"

#include "tests/station/window_shop.h"

#include "shared/widgets/pin_sheet.h"
#include "shared/widgets/toast.h"

#include <QAbstractButton>
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
    /// The first need is named; presses its action.
    bool pressNeed() { return press(window, QStringLiteral("needAction_0")); }
    template <class Request>
    void accept()
    {
        client.answer(client.openCall<Request>(), protocol::Accepted{});
    }
    template <class Request>
    void refuse(RefusalCode code)
    {
        Refusal refusal;
        refusal.code = code;
        client.refuse(client.openCall<Request>(), refusal);
    }
    /// What the toast says; empty while there is none.
    QString told() const
    {
        const auto* toast = window.findChild<ui::Toast*>();
        if (!toast || !toast->isVisible())
            return {};
        return toast->findChild<ui::Label*>()->text();
    }
    void alarm(AlarmKind kind, const char* detail)
    {
        history.then(DaemonStarted{"1"}).then(AlarmChanged{kind, true, detail});
    }
    /// Chooses one of a group's choices, as the chips are named.
    bool choose(const QString& group, const QString& id)
    {
        auto* host = shown(window, group);
        return host && press(*host, QStringLiteral("choice_%1").arg(id));
    }
};

protocol::StatusAnswer someStatus()
{
    protocol::StatusAnswer status;
    status.version = "1";
    status.epoch = "demo";
    status.gateway = "terminal_sim";
    status.now = fromMs(1);
    return status;
}

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
        QVERIFY(press(office.window, QStringLiteral("orderingButton")));
        QVERIFY(press(office.window, QStringLiteral("pauseButton")));
        QVERIFY(!shown(office.window, QStringLiteral("orderingSheet")));
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

    /// Two of the same drink are told apart by what was chosen for them.
    void whatIsPaidBackIsNamedWithItsOptions()
    {
        OrderView order;
        order.id = 1;
        order.number = 101;
        for (const char* heat : {"ICE", "HOT"}) {
            PricedLine line;
            line.item = "americano";
            line.name = {"아메리카노", "Americano"};
            line.options.push_back({"temperature", heat, {heat, heat}, 1, {}});
            order.lines.push_back(line);
            UnitView unit;
            unit.line = static_cast<LineNumber>(order.lines.size());
            unit.price = Money::fromWon(4'500);
            order.units.push_back(unit);
        }
        QWidget host;
        MoneySheet sheet{Language::Korean, nullptr, &host};
        sheet.askRefund(order);
        QStringList names;
        for (const auto* choice : sheet.findChildren<QAbstractButton*>())
            names.push_back(choice->accessibleName());
        for (const char* heat : {"ICE", "HOT"})
            QCOMPARE(names.filter(QLatin1String{heat}).size(), qsizetype{1});
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

    // ---- every need's action: the right request, and its outcome in words ----

    void aSilentDaemonIsTriedAtOnce()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        office.source.enter(transport::FeedState::Stale);
        QCoreApplication::processEvents();
        const int before = office.client.count<protocol::StatusGet>();
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.count<protocol::StatusGet>(), before + 1);
        office.client.fail(office.client.calls.size() - 1, client::ClientFailure::TimedOut);
        QCOMPARE(office.told(),
                 QStringLiteral("결제 서버가 아직 대답하지 않아요. 계속 다시 시도해요."));
        QVERIFY(office.pressNeed());
        office.client.answer(office.client.calls.size() - 1, someStatus());
        QCOMPARE(office.told(), QStringLiteral("결제 서버가 대답했어요."));
    }

    void restingCardsAreTriedNow()
    {
        Office office;
        office.history.then(DaemonStarted{"1"})
            .then(BreakerMoved{BreakerState::Closed, BreakerState::Open, 0, "5 faults in a row"});
        office.open();
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.last<protocol::BreakerSet>()->state, BreakerState::HalfOpen);
        office.refuse<protocol::BreakerSet>(RefusalCode::WrongState);
        QCOMPARE(office.told(), QStringLiteral("지금은 카드 결제가 멈춰 있지 않아요."));
        QVERIFY(press(office.window, QStringLiteral("tryCards")));
        office.client.fail(office.client.openCall<protocol::BreakerSet>(),
                           client::ClientFailure::TimedOut);
        QCOMPARE(office.told(), QStringLiteral("결제 서버가 대답하지 않았어요. 다시 눌러 주세요."));
        QVERIFY(press(office.window, QStringLiteral("tryCards")));
        office.accept<protocol::BreakerSet>();
        QVERIFY(office.told().startsWith(QStringLiteral("카드 결제를 한 건씩 시험해요.")));
    }

    /// Who stopped them stands in the log alone: it is seen as it happens.
    void cardsThatAPersonStoppedAreTakenAgain()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        QVERIFY(press(office.window, QStringLiteral("stopCards")));
        QVERIFY(office.choose(QStringLiteral("stopCardsMinutes"), QStringLiteral("15")));
        QVERIFY(press(office.window, QStringLiteral("stopCardsConfirm")));
        QCOMPARE(office.client.last<protocol::BreakerSet>()->state, BreakerState::Open);
        QCOMPARE(office.client.last<protocol::BreakerSet>()->minutes, 15);
        office.refuse<protocol::BreakerSet>(RefusalCode::NotPossible);
        QVERIFY(shown(office.window, QStringLiteral("stopCardsError")));
        QVERIFY(press(office.window, QStringLiteral("stopCardsConfirm")));
        office.accept<protocol::BreakerSet>();
        QVERIFY(!shown(office.window, QStringLiteral("stopCardsSheet")));
        QCOMPARE(office.told(), QStringLiteral("카드 결제를 15분 동안 멈췄어요."));

        office.history.then(BreakerMoved{BreakerState::Closed, BreakerState::Open,
                                         1'772'391'900'000, "stopped by a person"});
        office.events.back().actor = {Role::Manager, "manager-1"};
        office.publish();
        QVERIFY(!shown(office.window, QStringLiteral("stopCards")));
        QVERIFY(shown(office.window, QStringLiteral("paymentTurn_0")));
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.last<protocol::BreakerSet>()->state, BreakerState::Closed);
        office.accept<protocol::BreakerSet>();
        QCOMPARE(office.told(), QStringLiteral("카드 결제를 다시 받아요."));
    }

    void theBankIsAskedAgain_data()
    {
        QTest::addColumn<bool>("isRefund");
        QTest::newRow("payment") << false;
        QTest::newRow("refund") << true;
    }
    void theBankIsAskedAgain()
    {
        QFETCH(bool, isRefund);
        Office office;
        if (isRefund)
            office.history.paid(1).collected(1).refundOpened(3, 1, 5000);
        else
            office.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
                .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                                   AttemptState::Unknown, "timeout"});
        const ShopTime since = office.events.back().at;
        office.open();
        QVERIFY(!shown(office.window, QStringLiteral("need_0")));
        office.source.heartbeat(since + 60s);
        QTRY_VERIFY(shown(office.window, QStringLiteral("need_0")));
        QVERIFY(office.pressNeed());
        const auto* look = office.client.last<protocol::ReviewLook>();
        QVERIFY(look);
        QCOMPARE(look->kind,
                 isRefund ? protocol::ReviewKind::Refund : protocol::ReviewKind::Attempt);
        QCOMPARE(look->id, isRefund ? std::int64_t{3} : std::int64_t{7});
        office.refuse<protocol::ReviewLook>(RefusalCode::Busy);
        QVERIFY(office.told().startsWith(QStringLiteral("카드사에 이미 묻고 있어요.")));
        QVERIFY(office.pressNeed());
        office.accept<protocol::ReviewLook>();
        QVERIFY(office.told().startsWith(QStringLiteral("카드사에 ")));
    }

    void theBooksAreAskedForNow()
    {
        Office office;
        office.alarm(AlarmKind::BooksUncompared, "");
        office.open();
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.last<protocol::AlarmSettle>()->alarm, AlarmKind::BooksUncompared);
        office.accept<protocol::AlarmSettle>();
        QVERIFY(!office.told().isEmpty());
    }

    void aSilentMachineIsTakenOffTheList()
    {
        Office office;
        office.history.then(DaemonStarted{"1"})
            .then(PresenceChanged{{Role::Kiosk, "kiosk-2"}, PresenceState::Away, "1"});
        office.open();
        QVERIFY(office.pressNeed());
        QVERIFY(shown(office.window, QStringLiteral("needSheet")));
        QVERIFY(shown(office.window, QStringLiteral("needStep_4")));
        QVERIFY(press(office.window, QStringLiteral("needConfirm")));
        QCOMPARE(office.client.last<protocol::MachineRemove>()->machine,
                 (Actor{Role::Kiosk, "kiosk-2"}));
        office.refuse<protocol::MachineRemove>(RefusalCode::WrongState);
        QCOMPARE(shown<ui::Label>(office.window, QStringLiteral("needError"))->text(),
                 QStringLiteral("이 기계가 다시 대답하고 있어요. 뺄 필요가 없어요."));
        QVERIFY(press(office.window, QStringLiteral("needConfirm")));
        office.accept<protocol::MachineRemove>();
        QVERIFY(!shown(office.window, QStringLiteral("needSheet")));
        QVERIFY(office.told().startsWith(QStringLiteral("목록에서 뺐어요")));
    }

    void aTroubleThatEndsIsSaidInItsSheet()
    {
        Office office;
        office.history.then(DaemonStarted{"1"})
            .then(PresenceChanged{{Role::Board, "board-1"}, PresenceState::Away, "1"});
        office.open();
        QVERIFY(office.pressNeed());
        QVERIFY(!shown(office.window, QStringLiteral("needOver")));
        office.history.then(PresenceChanged{{Role::Board, "board-1"}, PresenceState::Up, "1"});
        office.publish();
        QVERIFY(shown(office.window, QStringLiteral("needOver")));
        QVERIFY(!press(office.window, QStringLiteral("needConfirm")));
    }

    void aScreenThatIsBehindIsToldToRefresh()
    {
        Office office;
        office.history.then(DaemonStarted{"1"})
            .then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Behind, "1"});
        office.open();
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.last<protocol::ScreenRefresh>()->screen,
                 (Actor{Role::Kiosk, "kiosk-1"}));
        // A second act waits for the first.
        QVERIFY(office.pressNeed());
        QCOMPARE(office.client.count<protocol::ScreenRefresh>(), 1);
        QVERIFY(office.told().startsWith(QStringLiteral("앞의 일을")));
        office.accept<protocol::ScreenRefresh>();
        QVERIFY(office.told().startsWith(QStringLiteral("주문기 1에 새로 고치라고")));
    }

    void diskAndClockAreSettled_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("fact");
        QTest::newRow("disk") << static_cast<int>(AlarmKind::DiskLow)
                              << QStringLiteral("남은 공간: 812 MB");
        QTest::newRow("clock") << static_cast<int>(AlarmKind::ClockStepped)
                               << QStringLiteral("812 MiB are free");
    }
    void diskAndClockAreSettled()
    {
        QFETCH(int, kind);
        QFETCH(QString, fact);
        Office office;
        office.alarm(static_cast<AlarmKind>(kind), "812 MiB are free");
        office.open();
        QVERIFY(office.pressNeed());
        QCOMPARE(shown<ui::Label>(office.window, QStringLiteral("needFact_1"))->text(), fact);
        QVERIFY(press(office.window, QStringLiteral("needConfirm")));
        QCOMPARE(static_cast<int>(office.client.last<protocol::AlarmSettle>()->alarm), kind);
        office.client.fail(office.client.openCall<protocol::AlarmSettle>(),
                           client::ClientFailure::Unreachable);
        QVERIFY(shown(office.window, QStringLiteral("needError")));
        QVERIFY(press(office.window, QStringLiteral("needConfirm")));
        office.accept<protocol::AlarmSettle>();
        QVERIFY(!shown(office.window, QStringLiteral("needSheet")));
        QVERIFY(!office.told().isEmpty());
    }

    void aBackupIsTakenWithThePin()
    {
        Office office;
        office.alarm(AlarmKind::BackupOld, "there is no backup yet");
        office.open();
        QVERIFY(office.pressNeed());
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.typePin();
        QCOMPARE(office.client.last<protocol::BackupTake>()->pin, std::string{"123456"});
        QVERIFY(office.client.last<protocol::BackupTake>()->folder.empty());
        office.refuse<protocol::BackupTake>(RefusalCode::NotPossible);
        QVERIFY(shown(office.window, QStringLiteral("pinSheet")));
        office.typePin();
        office.client.answer(office.client.openCall<protocol::BackupTake>(),
                             protocol::BackupTaken{"/backups/one.sqlite", 1, fromMs(1), 1});
        QVERIFY(!shown(office.window, QStringLiteral("pinSheet")));
        QCOMPARE(office.told(), QStringLiteral("백업을 만들었어요."));
    }

    void aCallForHelpIsTaken()
    {
        Office office;
        office.history.then(DaemonStarted{"1"}).then(HelpCalled{"kiosk-1"});
        const ShopTime since = office.events.back().at;
        office.open();
        office.source.heartbeat(since + 10s);
        QTRY_VERIFY(office.pressNeed());
        QCOMPARE(office.client.last<protocol::HelpTake>()->kiosk, std::string{"kiosk-1"});
        QVERIFY(!office.told().isEmpty());
        office.refuse<protocol::HelpTake>(RefusalCode::NotFound);
        QVERIFY(office.told().startsWith(QStringLiteral("찾을 수 없어요.")));
    }

    // ---- how ordering is limited ----

    void orderingIsSlowedDownAndLetGo()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        QVERIFY(!shown(office.window, QStringLiteral("slowedBanner")));
        QVERIFY(press(office.window, QStringLiteral("orderingButton")));
        QVERIFY(press(office.window, QStringLiteral("slowButton")));
        QVERIFY(!press(office.window, QStringLiteral("slowConfirm"))); // It is like that now.
        QVERIFY(office.choose(QStringLiteral("slowMinutes"), QStringLiteral("20")));
        QVERIFY(press(office.window, QStringLiteral("slowConfirm")));
        QCOMPARE(office.client.last<protocol::OrderingPace>()->makingMinutes, 20);
        office.accept<protocol::OrderingPace>();
        QVERIFY(office.told().contains(QStringLiteral("26")));
        office.history.then(OrderingPaced{20});
        office.publish();
        QVERIFY(shown(office.window, QStringLiteral("slowedBanner")));
        QVERIFY(press(office.window, QStringLiteral("bannerButton")));
        QVERIFY(office.choose(QStringLiteral("slowMinutes"), QStringLiteral("0")));
        QVERIFY(press(office.window, QStringLiteral("slowConfirm")));
        QCOMPARE(office.client.last<protocol::OrderingPace>()->makingMinutes, 0);
    }

    void hoursAreSetInQuartersAndGivenBack()
    {
        Office office;
        office.menu.version = "m-1";
        office.menu.openingHours = {480, 1320, SaleHours::kEveryDay};
        office.menu.items.emplace_back();
        office.history.then(DaemonStarted{"1"}).then(MenuPublished{"m-1"});
        office.open();
        office.carryOut();
        QVERIFY(press(office.window, QStringLiteral("orderingButton")));
        QVERIFY(press(office.window, QStringLiteral("hoursButton")));
        QVERIFY(!shown(office.window, QStringLiteral("hoursMenu"))); // They are the menu's.
        QVERIFY(press(office.window, QStringLiteral("hoursFromBack")));
        QVERIFY(press(office.window, QStringLiteral("hoursToHourOn")));
        QVERIFY(press(office.window, QStringLiteral("hoursToHourOn")));
        QVERIFY(press(office.window, QStringLiteral("hoursToOn")));
        QVERIFY(office.choose(QStringLiteral("hoursDays"), QStringLiteral("6")));
        QVERIFY(press(office.window, QStringLiteral("hoursConfirm")));
        const auto* set = office.client.last<protocol::HoursSet>();
        QVERIFY(set && set->own);
        QCOMPARE(set->hours.from, 465);
        QCOMPARE(set->hours.to, 15); // 24:00 and a quarter: the next morning
        QCOMPARE(set->hours.days, 0b0111111);
        office.accept<protocol::HoursSet>();
        QVERIFY(!shown(office.window, QStringLiteral("hoursSheet")));
        QVERIFY(office.told().startsWith(QStringLiteral("영업시간을 바꿨어요")));
        office.history.then(HoursChanged{true, set->hours});
        office.publish();
        QVERIFY(press(office.window, QStringLiteral("orderingButton")));
        QVERIFY(press(office.window, QStringLiteral("hoursButton")));
        QVERIFY(!press(office.window, QStringLiteral("hoursConfirm"))); // nothing new
        QVERIFY(press(office.window, QStringLiteral("hoursMenu")));
        QVERIFY(!office.client.last<protocol::HoursSet>()->own);
    }

    void noDayAndNoTimeAreNoHours()
    {
        Office office;
        office.history.then(DaemonStarted{"1"}).then(HoursChanged{true, {480, 495, 0b1}});
        office.open();
        office.window.openHours();
        QCoreApplication::processEvents();
        QVERIFY(press(office.window, QStringLiteral("hoursFromOn")));
        QVERIFY(!press(office.window, QStringLiteral("hoursConfirm"))); // 08:15 to 08:15
        QVERIFY(press(office.window, QStringLiteral("hoursFromOn")));
        QVERIFY(office.choose(QStringLiteral("hoursDays"), QStringLiteral("0")));
        QVERIFY(!press(office.window, QStringLiteral("hoursConfirm")));
        QVERIFY(office.choose(QStringLiteral("hoursDays"), QStringLiteral("1")));
        QVERIFY(press(office.window, QStringLiteral("hoursConfirm")));
    }

    void programsTellTheirVersionAndHowFarTheyLag()
    {
        Office office;
        office.history.then(DaemonStarted{"2"})
            .then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Up, "1"});
        office.open();
        protocol::StatusAnswer status = someStatus();
        status.version = "2";
        status.head = 50;
        status.screens.push_back({{Role::Kiosk, "kiosk-1"}, PresenceState::Up, "1", 47, 0});
        office.session.tryDaemon();
        office.client.answer(office.client.calls.size() - 1, status);
        QCoreApplication::processEvents();
        const auto* tile = shown(office.window, QStringLiteral("program_kiosk_kiosk-1"));
        QVERIFY(tile);
        QVERIFY(tile->accessibleName().endsWith(QStringLiteral("버전이 달라요")));
        QString details = tile->accessibleDescription();
        details.replace(QChar::Nbsp, u' ');
        QVERIFY2(details.endsWith(QStringLiteral("v1 · 순번 47")), qPrintable(details));
    }

    void narrowWindowsKeepTheWordsWide()
    {
        Office office;
        office.history.paid(1).then(
            PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, "1"});
        office.open();
        const auto below = [&office] {
            const auto* action = shown(office.window, QStringLiteral("needAction_0"));
            const auto* card = shown(office.window, QStringLiteral("need_0"));
            const QPoint place = action->mapTo(card, QPoint{0, 0});
            return place.x() < card->width() / 2;
        };
        QVERIFY(!below());
        office.window.resize(1100, 1080);
        QTRY_VERIFY(below());
        QCOMPARE(clippedTexts(office.window), QStringList{});
    }

    void theFocusStaysAtItsNeed()
    {
        Office office;
        office.history.paid(1)
            .then(PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, "1"})
            .then(AlarmChanged{AlarmKind::DiskLow, true, "812 MiB are free"});
        office.open();
        auto* disk = shown(office.window, QStringLiteral("needAction_1"));
        QVERIFY(disk);
        disk->setFocus(Qt::TabFocusReason);
        // One more order waits, another trouble comes before, and the disk gets fuller.
        office.history.paid(2)
            .then(PresenceChanged{{Role::Kiosk, "kiosk-1"}, PresenceState::Away, "1"})
            .then(AlarmChanged{AlarmKind::DiskLow, true, "700 MiB are free"});
        office.publish();
        const QWidget* focus = office.window.focusWidget();
        QVERIFY(focus);
        QCOMPARE(focus->objectName(), QStringLiteral("needAction_2"));
        QVERIFY(focus->accessibleName().startsWith(QStringLiteral("저장 공간 부족")));
    }

    // ---- payments ----

    void theLastHourOfPaymentsIsDrawn()
    {
        Office office;
        office.history.then(DaemonStarted{"1"});
        office.open();
        QVERIFY(!shown(office.window, QStringLiteral("paymentChart")));
        protocol::StatusAnswer status = someStatus();
        status.chargesRunning = 2;
        status.chargesWaiting = 1;
        office.session.tryDaemon();
        office.client.answer(office.client.calls.size() - 1, status);
        QCoreApplication::processEvents();
        QVERIFY(!shown(office.window, QStringLiteral("paymentChart"))); // in words
        QCOMPARE(shown<ui::Label>(office.window, QStringLiteral("paymentsHour"))->text(),
                 QStringLiteral("지난 1시간 동안 카드 결제가 없었어요."));
        QVERIFY(shown<ui::Label>(office.window, QStringLiteral("paymentsCounts"))
                    ->text()
                    .startsWith(QStringLiteral("진행 중 2건 · 차례 기다림 1건")));
        status.payments = {{std::chrono::floor<std::chrono::minutes>(office.events.back().at), 3, 1,
                            2, 1800, 2500}};
        office.session.tryDaemon();
        office.client.answer(office.client.calls.size() - 1, status);
        QCoreApplication::processEvents();
        const auto* chart = shown(office.window, QStringLiteral("paymentChart"));
        QVERIFY(chart);
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("거절 1건, 실패 2건")));
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
