// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/breaker_log.h"
#include "barista_station/manager/need_steps.h"
#include "barista_station/manager/need_words.h"
#include "barista_station/manager/needs_now.h"
#include "barista_station/manager/ordering_words.h"
#include "barista_station/manager/payment_hour.h"
#include "barista_station/manager/payment_words.h"
#include "barista_station/manager/program_tiles.h"
#include "barista_station/manager/shop_numbers.h"

#include "shared/domain/causes.h"
#include "tests/support/history_builder.h"

#include <QTest>

#include <set>
#include <tuple>

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

    void aProgramOfAnotherVersionIsMarked()
    {
        Shop shop;
        shop.history.then(DaemonStarted{"2"});
        shop.presence(Role::Kiosk, "kiosk-1", PresenceState::Up);
        shop.history.then(PresenceChanged{{Role::Kiosk, "kiosk-2"}, PresenceState::Up, "2"});
        const auto tiles = programTiles(folded(shop.events), {}, {});
        QCOMPARE(tiles.size(), std::size_t{3});
        QVERIFY(!tiles[0].otherVersion);
        QVERIFY(tiles[1].otherVersion);
        QVERIFY(!tiles[2].otherVersion);
        // What the daemon says of itself is newer than what it wrote when it started.
        protocol::StatusAnswer status;
        status.version = "1";
        const auto later = programTiles(folded(shop.events), {}, status);
        QVERIFY(!later[1].otherVersion);
        QVERIFY(later[2].otherVersion);
    }

    /// Whatever the window names, there is something to press, and it says what.
    void everyNeedHasAnActionWithWords()
    {
        Shop shop;
        shop.history.then(DaemonStarted{"1"}).paid(1).paid(2);
        for (const auto& [role, name, state] :
             std::vector<std::tuple<Role, const char*, PresenceState>>{
                 {Role::Station, "bar-1", PresenceState::Away},
                 {Role::Kiosk, "kiosk-1", PresenceState::Away},
                 {Role::Board, "board-1", PresenceState::Away},
                 {Role::Kiosk, "kiosk-2", PresenceState::Behind}})
            shop.presence(role, name, state);
        shop.history.then(HelpCalled{"kiosk-2"})
            .then(BreakerMoved{BreakerState::Closed, BreakerState::Open, 0, "faults"})
            .then(AttemptOpened{7, "kiosk-1", Money::fromWon(9000)})
            .then(AttemptMoved{7, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                               AttemptState::Unknown, "timeout"})
            .then(AttemptOpened{8, "kiosk-1", Money::fromWon(9000)})
            .then(AttemptMoved{8, "kiosk-1", Money::fromWon(9000), AttemptState::Charging,
                               AttemptState::NeedsReview, "amount"})
            .refundOpened(3, 1, 5000)
            .refundOpened(4, 2, 5000)
            .refundMoved(4, 2, 5000, RefundState::Due, RefundState::NeedsReview);
        for (const AlarmKind alarm : {AlarmKind::DiskLow, AlarmKind::ClockStepped,
                                      AlarmKind::BackupOld, AlarmKind::BooksUncompared})
            shop.history.then(AlarmChanged{alarm, true, "why"});
        shop.link = {false, shop.events.back().at};
        auto needs = shop.needs(2min);
        shop.presence(Role::Station, "bar-2", PresenceState::Up);
        for (const Need& need : shop.needs(2min))
            if (need.kind == NeedKind::StationSilent)
                needs.push_back(need);
        std::set<NeedKind> kinds;
        for (const Need& need : needs) {
            kinds.insert(need.kind);
            const NeedWords words = needWords(need);
            QVERIFY2(need.action != NeedAction::None, qPrintable(words.title));
            QVERIFY2(!words.action.isEmpty(), qPrintable(words.title));
            if (need.action != NeedAction::ShowSteps)
                continue;
            const NeedSteps steps = needSteps(need, {}, shop.events.back().at);
            QVERIFY2(!steps.facts.empty() && steps.steps.size() >= 3 && !steps.act.isEmpty(),
                     qPrintable(words.title));
        }
        QCOMPARE(kinds.size(), static_cast<std::size_t>(NeedKind::BackupOld) + 1);
    }

    void theActionOfANeedFitsHowItStands()
    {
        Shop shop;
        shop.presence(Role::Station, "bar-1", PresenceState::Away);
        shop.history.paid(1).then(OrderingChanged{OrderingState::Paused, 0, {}, {}});
        // Pausing once more would help nobody.
        QCOMPARE(shop.needs().front().action, NeedAction::ShowSteps);
        shop.history.then(OrderingChanged{});
        QCOMPARE(shop.needs().front().action, NeedAction::PauseOrdering);

        shop.history.then(
            BreakerMoved{BreakerState::Closed, BreakerState::Open, 1'772'391'900'000, "faults"});
        const ShopView view = folded(shop.events);
        const auto stopped = [&view](bool byHand) {
            for (const Need& need : needsNow(view, {}, view.at, {}, byHand))
                if (need.kind == NeedKind::PaymentsStopped)
                    return need;
            return Need{};
        };
        QCOMPARE(stopped(false).action, NeedAction::TryCards);
        QCOMPARE(stopped(true).action, NeedAction::AcceptCards);
        QCOMPARE(stopped(true).until, fromMs(1'772'391'900'000));
        QVERIFY(needWords(stopped(true)).meaning != needWords(stopped(false)).meaning);
    }

    void stepsTellWhatTheDaemonKnows()
    {
        Need disk;
        disk.kind = NeedKind::DiskLow;
        disk.subject = "812 MiB are free";
        QVERIFY(needSteps(disk, {}, {}).facts.front().endsWith(QStringLiteral("812 MB")));
        Need clock;
        clock.kind = NeedKind::ClockStepped;
        clock.subject = "the wall clock moved by -3600 s; shop time goes on";
        QCOMPARE(needSteps(clock, {}, {}).facts.front(),
                 QStringLiteral("시계가 1시간 뒤로 갔어요."));
        clock.subject = "the wall clock moved by 90 s; shop time goes on";
        QCOMPARE(needSteps(clock, {}, {}).facts.front(),
                 QStringLiteral("시계가 1분 30초 앞으로 갔어요."));
        clock.subject = "nobody knows";
        QCOMPARE(needSteps(clock, {}, {}).facts.front(), QStringLiteral("nobody knows"));
        Need kiosk;
        kiosk.kind = NeedKind::KioskSilent;
        kiosk.role = Role::Kiosk;
        kiosk.subject = "kiosk-7";
        ProgramTile tile;
        tile.version = "0.9";
        tile.seq = 1265;
        tile.lag = 42;
        const QString facts = needSteps(kiosk, tile, {}).facts.join(u'\n');
        for (const char* known : {"kiosk-7", "0.9", "1265", "42"})
            QVERIFY2(facts.contains(QLatin1String{known}), known);
    }

    void theBreakersTurnsAreKeptByTheirPlaceInTheLog()
    {
        Shop shop;
        const auto at = [&shop](std::size_t place) { return shop.events[place].at; };
        shop.history
            .then(BreakerMoved{BreakerState::Closed, BreakerState::Open, 0, "5 faults in a row"})
            .paid(1)
            .then(BreakerMoved{BreakerState::Open, BreakerState::HalfOpen, 0, "it has rested"})
            .then(BreakerMoved{BreakerState::HalfOpen, BreakerState::Open, 1'000,
                               "stopped by a person"});
        shop.events.back().actor = {Role::Manager, "manager-1"};
        BreakerLog log;
        QVERIFY(!log.isStoppedByHand());
        log.take(shop.events.back()); // Live first, the past from the history later.
        QVERIFY(log.isStoppedByHand());
        for (const Event& event : shop.events)
            log.take(event);
        QCOMPARE(log.since(at(0)).size(), std::size_t{3});
        QCOMPARE(log.since(at(0)).front().to, BreakerState::Open);
        QCOMPARE(log.since(at(0)).front().until, fromMs(1'000));
        QCOMPARE(log.since(at(1)).size(), std::size_t{2});
        QVERIFY(log.isStoppedByHand());
        shop.history.then(
            BreakerMoved{BreakerState::Open, BreakerState::HalfOpen, 0, "it has rested"});
        log.take(shop.events.back());
        QVERIFY(!log.isStoppedByHand());
        for (int turn = 0; turn < 300; ++turn) {
            shop.history.then(BreakerMoved{BreakerState::HalfOpen, BreakerState::Open, 0, "x"});
            log.take(shop.events.back());
        }
        QCOMPARE(log.since({}).size(), BreakerLog::kTurnsMost);
        log.clear();
        QVERIFY(log.since({}).empty() && !log.isStoppedByHand());
    }

    void causesOfTheBreakerAreSentences_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* cause, const char* words) {
            QTest::addRow("%s", cause) << QString::fromUtf8(cause) << QString::fromUtf8(words);
        };
        row("6 of 10 calls were slow", "멈춤 · 10건 중 6건이 느려서");
        row("4 of 9 calls failed", "멈춤 · 9건 중 4건이 실패해서");
        row("a trial failed", "멈춤 · 다시 해 봤지만 실패해서");
        row("the look was not answered", "멈춤 · 다시 해 봤지만 실패해서");
        row("a trial was slow", "멈춤 · 다시 해 봤지만 느려서");
        row("something new", "멈춤 · something new");
        row("", "멈춤");
    }
    void causesOfTheBreakerAreSentences()
    {
        QFETCH(QString, cause);
        QFETCH(QString, words);
        QCOMPARE(turnWords({{}, BreakerState::Open, {}, cause.toStdString(), false}), words);
    }

    void theHourIsFilledMinuteByMinute()
    {
        const ShopTime now = fromMs(1'772'391'930'000); // half past a minute
        const ShopTime minute = fromMs(1'772'391'900'000);
        const auto hour = paymentHour({{minute - 90min, 9, 9, 9, 9000, 9999},
                                       {minute - 59min, 1, 0, 0, 1000, 1100},
                                       {minute - 5min, 3, 1, 0, 2000, 4200},
                                       {minute, 0, 0, 2, 0, 0}},
                                      now);
        QCOMPARE(hour.from, minute - 59min);
        QCOMPARE(hour.minutes.front().approved, 1);
        QCOMPARE(hour.minutes.at(54).declined, 1);
        QCOMPARE(hour.minutes.back().failed, 2);
        QCOMPARE(hour.approved, 4);
        QCOMPARE(hour.declined, 1);
        QCOMPARE(hour.failed, 2);
        QCOMPARE(hour.usualMs, std::int64_t{2000}); // four of five payments
        QCOMPARE(hour.mostMs, std::int64_t{4200});
        QVERIFY(hourWords(hour).contains(QStringLiteral("2.0")));
        QVERIFY(hourSpoken(hour).size() > hourWords(hour).size());
        QVERIFY(paymentHour({}, now).isEmpty());
        QVERIFY(hourWords(paymentHour({}, now)) != hourWords(hour));
    }

    void hoursAndPaceAreSaidPlainly()
    {
        QCOMPARE(coffeesIn(20), 26);
        QVERIFY(paceWords(0).isEmpty());
        QVERIFY(paceWords(20).contains(QStringLiteral("26")));
        QCOMPARE(hoursWords({}), QStringLiteral("매일 하루 종일"));
        QCOMPARE(hoursWords({420, 1290, 0b11111}), QStringLiteral("월~금 07:00~21:30"));
        QCOMPARE(hoursWords({420, 120, 0b101}), QStringLiteral("월·수 07:00~다음 날 02:00"));
        QCOMPARE(hoursWords({420, 1440, 0b1111101}),
                 QStringLiteral("화요일 빼고 매일 07:00~24:00"));
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
