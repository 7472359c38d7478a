// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/need_words.h"
#include "barista_station/manager/needs_now.h"
#include "barista_station/manager/program_tiles.h"
#include "barista_station/manager/shop_numbers.h"

#include "shared/domain/causes.h"
#include "tests/support/history_builder.h"

#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

struct Shop {
    std::vector<Event> events;
    HistoryBuilder history{events};
    DaemonLink link;

    void presence(Role role, const char* name, PresenceState state)
    {
        history.then(PresenceChanged{{role, name}, state, "1"});
    }
    [[nodiscard]] std::vector<Need> needs(std::chrono::milliseconds later = 0ms) const
    {
        const ShopView view = folded(events);
        return needsNow(view, link, view.at + later);
    }
    [[nodiscard]] std::vector<NeedKind> kinds(std::chrono::milliseconds later = 0ms) const
    {
        std::vector<NeedKind> found;
        for (const Need& need : needs(later))
            found.push_back(need.kind);
        return found;
    }
};

using Kinds = std::vector<NeedKind>;

} // namespace

class NeedsNowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aShopThatRunsNeedsNobody()
    {
        Shop shop;
        shop.presence(Role::Kiosk, "kiosk-1", PresenceState::Up);
        shop.presence(Role::Station, "bar-1", PresenceState::Up);
        shop.history.paid(1)
            .started(1)
            .paid(2)
            .cancelled(2)
            .refundOpened(1, 2, 5000)
            .refundMoved(1, 2, 5000, RefundState::Due, RefundState::Done);
        QVERIFY(shop.needs(1h).empty());
    }

    void theBarAwayMattersWhileOrdersWait()
    {
        Shop shop;
        shop.presence(Role::Station, "bar-1", PresenceState::Up);
        shop.history.paid(1).paid(2);
        shop.presence(Role::Station, "bar-1", PresenceState::Away);
        const auto needs = shop.needs();
        QCOMPARE(needs.size(), std::size_t{1});
        QCOMPARE(needs[0].kind, NeedKind::BarAway);
        QCOMPARE(needs[0].waiting, 2);
        QCOMPARE(needs[0].action, NeedAction::PauseOrdering);
        QCOMPARE(needs[0].since, shop.events.back().at);
    }

    void anAbsentBarWithoutOrdersIsOnlyASilentScreen()
    {
        Shop shop;
        shop.presence(Role::Station, "bar-1", PresenceState::Away);
        QCOMPARE(shop.kinds(), (Kinds{NeedKind::StationSilent}));
    }

    void oneStationOfTwoAwayIsNotTheBarAway()
    {
        Shop shop;
        shop.presence(Role::Station, "bar-1", PresenceState::Up);
        shop.presence(Role::Station, "bar-2", PresenceState::Away);
        shop.history.paid(1);
        QCOMPARE(shop.kinds(), (Kinds{NeedKind::StationSilent}));
    }

    void aPaymentIsUnknownForAMinuteFirst()
    {
        Shop shop;
        shop.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
            .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                               AttemptState::Unknown, "timeout"});
        QVERIFY(shop.needs(59s).empty());
        const auto needs = shop.needs(60s);
        QCOMPARE(needs.size(), std::size_t{1});
        QCOMPARE(needs[0].kind, NeedKind::PaymentUnknown);
        QCOMPARE(needs[0].amount, Money::fromWon(9000));
        QCOMPARE(needs[0].subject, std::string{"kiosk-1"});
    }

    void aChargeThatIsRunningIsNoNeed()
    {
        Shop shop;
        shop.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)});
        QVERIFY(shop.needs(1h).empty());
    }

    void whatAPersonMustSettleIsNamedAtOnce()
    {
        Shop shop;
        shop.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
            .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                               AttemptState::NeedsReview, "amount"})
            .paid(1)
            .cancelled(1)
            .refundOpened(3, 1, 5000)
            .refundMoved(3, 1, 5000, RefundState::Due, RefundState::NeedsReview);
        const auto needs = shop.needs();
        QCOMPARE(shop.kinds(), (Kinds{NeedKind::AttemptReview, NeedKind::RefundReview}));
        QCOMPARE(needs[0].id, std::int64_t{7});
        QCOMPARE(needs[1].id, std::int64_t{3});
        QCOMPARE(needs[1].number, 101);
        QVERIFY(needs[0].action == NeedAction::CloseReview);
    }

    /// What moved after the backup must not be paid back by hand once more.
    void whatABackupDidNotKnowHasItsOwnWords()
    {
        const std::string cause{kNotInBackup};
        const auto reviewed = [](const std::string& why) {
            Shop shop;
            shop.history.then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
                .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                                   AttemptState::NeedsReview, why})
                .paid(1)
                .then(RefundOpened{3, 1, Money::fromWon(5000), {}, why})
                .refundMoved(3, 1, 5000, RefundState::Due, RefundState::NeedsReview);
            return shop.needs();
        };
        const auto needs = reviewed(cause);
        const auto others = reviewed("wrong_amount");
        QCOMPARE(needs.size(), std::size_t{2});
        QCOMPARE(others.size(), std::size_t{2});
        for (std::size_t place = 0; place < needs.size(); ++place) {
            QCOMPARE(needs[place].cause, cause);
            const NeedWords words = needWords(needs[place]);
            for (const QString& text : {words.title, words.meaning})
                QVERIFY2(!text.contains(QString::fromStdString(cause)), qPrintable(text));
            QVERIFY(words.meaning != needWords(others[place]).meaning);
            QVERIFY(words.title != needWords(others[place]).title);
        }
        QVERIFY(needWords(needs[1]).meaning.contains(QStringLiteral("다시 돌려주지 말고")));
    }

    void aRefundIsStuckAfterAMinute()
    {
        Shop shop;
        shop.history.paid(1).cancelled(1).refundOpened(3, 1, 5000);
        QVERIFY(shop.needs(59s).empty());
        QCOMPARE(shop.kinds(60s), (Kinds{NeedKind::RefundStuck}));
    }

    void screensAndCallsAndAlarmsAreNamed()
    {
        Shop shop;
        shop.presence(Role::Kiosk, "kiosk-1", PresenceState::Away);
        shop.presence(Role::Board, "board-1", PresenceState::Away);
        shop.presence(Role::Kiosk, "kiosk-2", PresenceState::Behind);
        shop.presence(Role::Manager, "manager-2", PresenceState::Away);
        shop.history.then(HelpCalled{"kiosk-2"})
            .then(AlarmChanged{AlarmKind::DiskLow, true, "0.5 GiB"})
            .then(AlarmChanged{AlarmKind::ClockStepped, true, "+1 h"})
            .then(AlarmChanged{AlarmKind::BackupOld, true, "3 h"})
            .then(BreakerMoved{BreakerState::Closed, BreakerState::Open, 0, "faults"});
        QCOMPARE(shop.kinds(30s),
                 (Kinds{NeedKind::PaymentsStopped, NeedKind::HelpUntaken, NeedKind::KioskSilent,
                        NeedKind::BoardSilent, NeedKind::ScreenBehind, NeedKind::DiskLow,
                        NeedKind::ClockStepped, NeedKind::BackupOld}));
        shop.history.then(HelpTaken{"kiosk-2"})
            .then(AlarmChanged{AlarmKind::DiskLow, false, {}})
            .then(AlarmChanged{AlarmKind::ClockStepped, false, {}})
            .then(AlarmChanged{AlarmKind::BackupOld, false, {}})
            .then(BreakerMoved{BreakerState::Open, BreakerState::Closed, 0, {}});
        QCOMPARE(shop.kinds(30s),
                 (Kinds{NeedKind::KioskSilent, NeedKind::BoardSilent, NeedKind::ScreenBehind}));
    }

    void theDaemonAwayComesBeforeEverything()
    {
        Shop shop;
        shop.presence(Role::Station, "bar-1", PresenceState::Away);
        shop.history.paid(1);
        shop.link = {false, shop.events.back().at};
        QCOMPARE(shop.kinds(1min), (Kinds{NeedKind::DaemonAway, NeedKind::BarAway}));
    }

    void theLongestComesFirstWithinOneKind()
    {
        Shop shop;
        shop.presence(Role::Kiosk, "kiosk-2", PresenceState::Away);
        shop.presence(Role::Kiosk, "kiosk-1", PresenceState::Away);
        QCOMPARE(shop.needs().front().subject, std::string{"kiosk-2"});
    }

    void tilesSayHowEachProgramIs()
    {
        Shop shop;
        shop.history.then(DaemonStarted{"1.0"});
        shop.presence(Role::Station, "bar-1", PresenceState::Behind);
        shop.presence(Role::Kiosk, "kiosk-1", PresenceState::Up);
        const ShopView view = folded(shop.events);
        protocol::StatusAnswer status;
        status.head = 50;
        status.screens.push_back({{Role::Station, "bar-1"}, PresenceState::Behind, "1", 8, 0});
        const auto tiles = programTiles(view, {}, status);
        QCOMPARE(tiles.size(), std::size_t{3});
        QCOMPARE(tiles[0].role, Role::Daemon);
        QCOMPARE(tiles[0].seq, Sequence{50});
        QCOMPARE(tiles[1].role, Role::Kiosk);
        QCOMPARE(tiles[1].state, TileState::Up);
        QCOMPARE(tiles[2].state, TileState::Behind);
        QCOMPARE(tiles[2].lag, Sequence{42});
        QCOMPARE(programTiles(view, {false, view.at}, {}).front().state, TileState::Down);
    }

    void numbersCountTheQueueWithItsOldest()
    {
        Shop shop;
        shop.history.paid(1, 2)
            .paid(2)
            .started(2)
            .paid(3)
            .started(3)
            .finished(3)
            .paid(4)
            .cancelled(4)
            .refundOpened(9, 4, 5000);
        const ShopView view = folded(shop.events);
        const ShopNumbers numbers = shopNumbers(view, view.at + 10min);
        QCOMPARE(numbers.queued.orders, 1);
        QCOMPARE(numbers.queued.oldestNumber, 101);
        QVERIFY(numbers.queued.oldest >= 10min);
        QCOMPARE(numbers.making.orders, 1);
        QCOMPARE(numbers.ready.orders, 1);
        QCOMPARE(numbers.unitsWaiting, 3);
        QCOMPARE(numbers.today.sales, Money::fromWon(25'000));
        QCOMPARE(numbers.refundsDue, 1);
        QCOMPARE(numbers.refundsDueAmount, Money::fromWon(5000));
    }

    void orderRowsSayWhatCanBeDone()
    {
        Shop shop;
        shop.history.paid(1).collected(1).paid(2).paid(3).cancelled(3);
        const auto rows = orderRows(folded(shop.events).orders, {});
        QCOMPARE(rows.size(), std::size_t{3});
        QCOMPARE(rows[0].number, 103);
        QVERIFY(!rows[0].canCancel && !rows[0].canRefund);
        QVERIFY(rows[1].canCancel && rows[1].canRefund);
        QVERIFY(!rows[2].canCancel && rows[2].canRefund);
        QCOMPARE(orderRows(folded(shop.events).orders, "102").size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(NeedsNowTest)
#include "test_needs_now.moc"
