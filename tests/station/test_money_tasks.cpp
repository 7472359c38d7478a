// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/money_tasks.h"
#include "barista_station/manager/task_words.h"

#include "shared/domain/causes.h"
#include "tests/support/history_builder.h"
#include "tests/support/random_history.h"

#include <QTest>

#include <set>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

constexpr Money kAmount = Money::fromWon(9000);

struct Till {
    std::vector<Event> events;
    HistoryBuilder history{events};

    void attempt(AttemptId id, std::initializer_list<AttemptState> states,
                 const std::string& cause = "timed_out")
    {
        history.then(AttemptOpened{id, "kiosk-2", kAmount});
        AttemptState from = AttemptState::Charging;
        for (const AttemptState to : states) {
            history.then(AttemptMoved{id, "kiosk-2", kAmount, from, to, cause});
            from = to;
        }
    }
    void close(AttemptId id, AttemptState to, const std::string& reason)
    {
        history.then(AttemptMoved{id, "kiosk-2", kAmount, AttemptState::NeedsReview, to, reason});
        events.back().actor = {Role::Manager, "manager-1"};
    }
    [[nodiscard]] std::vector<MoneyTask> open(std::chrono::milliseconds later = 0ms) const
    {
        const ShopView view = folded(events);
        return openTasks(view, view.at + later, told().causes);
    }
    [[nodiscard]] TaskHistory told() const { return taskHistory(events, events.back().day); }
};

std::vector<TaskKind> kinds(const std::vector<MoneyTask>& tasks)
{
    std::vector<TaskKind> found;
    for (const MoneyTask& task : tasks)
        found.push_back(task.kind);
    return found;
}

} // namespace

class MoneyTasksTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatAPersonMustEndComesFirst()
    {
        Till till;
        till.history.paid(1, 2).paid(2).cancelled(1);
        till.attempt(11, {AttemptState::Unknown});
        till.attempt(12, {AttemptState::Reversing});
        till.history.refundOpened(3, 1, 5000);
        till.attempt(13, {AttemptState::Unknown, AttemptState::NeedsReview}, "wrong_amount");
        till.history.refundOpened(4, 2, 5000)
            .refundMoved(4, 2, 5000, RefundState::Due, RefundState::NeedsReview);
        till.attempt(14, {AttemptState::NeedsReview}, "reversal_refused");
        const auto tasks = till.open(1min);
        QCOMPARE(kinds(tasks), (std::vector{TaskKind::AttemptReview, TaskKind::RefundReview,
                                            TaskKind::AttemptReview, TaskKind::PaymentUnknown,
                                            TaskKind::PaymentReturning, TaskKind::RefundDue}));
        QCOMPARE(tasks[0].id, std::int64_t{13});
        QCOMPARE(tasks[0].cause, std::string{"wrong_amount"});
        QCOMPARE(tasks[1].order, OrderId{2});
        QCOMPARE(tasks[1].number, 102);
    }

    void whatIsSettledAtOnceIsNoTask()
    {
        Till till;
        till.history.paid(1);
        till.attempt(11, {AttemptState::Unknown});
        till.history.refundOpened(3, 1, 5000);
        QVERIFY(till.open(kTaskAfter - 2s).empty());
        QCOMPARE(till.open(kTaskAfter).size(), std::size_t{2});
        till.history
            .then(AttemptMoved{11, "kiosk-2", kAmount, AttemptState::Unknown,
                               AttemptState::Declined, "refused"})
            .refundMoved(3, 1, 5000, RefundState::Due, RefundState::Done);
        QVERIFY(till.open(1h).empty());
        QVERIFY(till.told().settled.empty());
    }

    void aTaskStaysToldWithHowWhenByWhomAndWhy()
    {
        Till till;
        till.attempt(11, {AttemptState::NeedsReview}, "wrong_amount");
        till.history.later(5min);
        till.close(11, AttemptState::Kept, "카드사에 전화로 확인");
        const TaskHistory told = till.told();
        QCOMPARE(told.settled.size(), std::size_t{1});
        const SettledTask& task = told.settled.front();
        QCOMPARE(task.id, std::int64_t{11});
        QCOMPARE(task.end, AttemptState::Kept);
        QCOMPARE(task.by, (Actor{Role::Manager, "manager-1"}));
        QCOMPARE(task.cause, std::string{"wrong_amount"});
        QCOMPARE(task.reason, std::string{"카드사에 전화로 확인"});
        QCOMPARE(task.endedAt, till.events.back().at);
        const SettledWords words = settledWords(task);
        QVERIFY(words.title.contains(QStringLiteral("손님이 받아 감")));
        QVERIFY(words.facts.contains(QStringLiteral("매니저 화면 1")));
        QVERIFY(words.reason.contains(QStringLiteral("전화로 확인")));
    }

    void whatEndedOnAnotherDayIsThatDays()
    {
        Till till;
        till.attempt(11, {AttemptState::NeedsReview}, "wrong_amount");
        till.attempt(12, {AttemptState::NeedsReview}, "wrong_amount");
        till.close(11, AttemptState::Voided, "a");
        till.history.daysLater(1).later(24h);
        till.close(12, AttemptState::Declined, "b");
        QCOMPARE(till.told().settled.size(), std::size_t{1});
        QCOMPARE(till.told().settled.front().id, std::int64_t{12});
    }

    void anUnknownPaymentThatWasPaidNamesItsOrder()
    {
        Till till;
        till.attempt(7, {AttemptState::Unknown});
        till.history.later(1min).paid(7);
        const TaskHistory told = till.told();
        QCOMPARE(told.settled.size(), std::size_t{1});
        QCOMPARE(told.settled.front().end, AttemptState::Paid);
        QCOMPARE(told.settled.front().number, 107);
    }

    void theBanksRefusalIsToldByTheHistory()
    {
        Till till;
        till.history.paid(2).refundOpened(4, 2, 5000);
        till.history.then(RefundMoved{4, 2, Money::fromWon(5000), RefundState::Due,
                                      RefundState::NeedsReview, "refused by the bank"});
        QCOMPARE(till.open().front().cause, std::string{"refused by the bank"});
        QVERIFY(taskWords(till.open().front()).meaning.contains(QStringLiteral("받아들이지")));
    }

    void moneyThatWentBackBeforeARestoreIsNotAskedForAgain()
    {
        Till till;
        const std::string cause{kNotInBackup};
        till.history.paid(2)
            .then(RefundOpened{4, 2, Money::fromWon(5000), {}, cause})
            .then(RefundMoved{4, 2, Money::fromWon(5000), RefundState::Due,
                              RefundState::NeedsReview, cause});
        till.attempt(11, {AttemptState::NeedsReview}, cause);
        const auto tasks = till.open();
        QVERIFY(!tasks[0].mayLook());
        QVERIFY(tasks[1].mayLook());
    }

    void whatTheListHasShownIsToldWhenItEnds_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("%d", seed) << seed;
    }
    void whatTheListHasShownIsToldWhenItEnds()
    {
        QFETCH(int, seed);
        const auto events = RandomHistory{static_cast<std::uint64_t>(seed)}.take(1'500);
        ShopView view;
        std::set<std::pair<bool, std::int64_t>> onList;
        std::size_t compared = 0;
        for (std::size_t at = 0; at < events.size(); ++at) {
            view.apply(events[at]);
            // Looked at until the next event comes.
            const ShopTime until = at + 1 < events.size() ? events[at + 1].at : view.at;
            std::set<std::pair<bool, std::int64_t>> now;
            for (const MoneyTask& task : openTasks(view, until))
                now.emplace(task.isRefund(), task.id);
            for (const auto& task : onList) {
                if (now.contains(task) || at == 0)
                    continue;
                const bool open =
                    task.first
                        ? [&] {
                              for (const auto& [id, order] : view.orders.all())
                                  for (const RefundView& refund : order.refunds)
                                      if (refund.id == task.second)
                                          return refund.state != RefundState::Done;
                              return false;
                          }()
                        : view.payments.attempts.contains(task.second);
                if (open)
                    continue; // It went on to another state a moment ago and comes back.
                const auto told = taskHistory(
                    {events.begin(), events.begin() + static_cast<std::ptrdiff_t>(at) + 1},
                    events[at].day);
                QVERIFY(std::any_of(told.settled.begin(), told.settled.end(),
                                    [&](const SettledTask& one) {
                                        return one.isRefund == task.first && one.id == task.second;
                                    }));
                ++compared;
            }
            onList = std::move(now);
        }
        QVERIFY(compared > 0);
    }

    void everyCauseOfTheDaemonIsASentence_data()
    {
        QTest::addColumn<QString>("cause");
        for (const char* cause : {"wrong_amount",     "reversal_refused", "not_recorded",
                                  "not recorded",     "not_in_backup",    "refused by the bank",
                                  "timed_out",        "connection_cut",   "garbled",
                                  "stopped",          "daemon_restarted", "approved_too_late",
                                  "abandoned",        "lease_ended",      "not_found",
                                  "reversed",         "fenced",           "reversed_at_bank",
                                  "declined_at_bank", "not_charged",      "no_card",
                                  "refused",          "order cancelled",  "unit refused"})
            QTest::newRow(cause) << QString::fromLatin1(cause);
    }
    void everyCauseOfTheDaemonIsASentence()
    {
        QFETCH(QString, cause);
        const QString words = causeWords(cause.toStdString());
        QVERIFY(words != cause);
        QVERIFY(words.endsWith(u'.'));
    }

    void anUnknownCauseIsShownAsItIs()
    {
        QCOMPARE(causeWords("solar_flare"), QStringLiteral("solar_flare"));
    }
};

QTEST_GUILESS_MAIN(MoneyTasksTest)
#include "test_money_tasks.moc"
