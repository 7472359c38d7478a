// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/schema.h"
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/ledger/statement.h"
#include "payment_daemon/ledger/verify.h"
#include "shared/domain/words.h"
#include "shared/protocol/codec.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/ledger/older_ledger.h"
#include "tests/ledger/told_shop.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::test;

namespace {

constexpr std::int32_t kAll = 1'000'000;

/// `(state = … OR …)` as the states that the predicate accepts.
template <class State, class States, class Predicate>
std::string condition(const States& states, Predicate predicate)
{
    std::string list;
    for (const State state : states)
        if (predicate(state))
            list += (list.empty() ? "" : " OR ") + ("state = '" + std::string{word(state)} + '\'');
    return '(' + list + ')';
}

DayReport emptyReport()
{
    DayReport report;
    report.from = 1;
    report.to = 2;
    return report;
}

/// A table that is small by its nature, an index of what is open, or one row at an index's end.
bool isBounded(const std::string& plan)
{
    const std::string step = plan.substr(0, plan.find(" | "));
    for (const char* small : {"meta", "settings", "views", "owed_refunds", "CONSTANT ROW", "(",
                              "json_each", "l ", "o VIRTUAL", "u VIRTUAL"})
        if (step.starts_with(std::string{"SCAN "} + small))
            return true;
    for (const char* open :
         {"orders_open", "orders_stop", "attempts_unsettled", "refunds_unsettled"})
        if (step.find(std::string{"INDEX "} + open) != std::string::npos)
            return true;
    return plan.find("LIMIT 1") != std::string::npos;
}

} // namespace

class TestSqliteLedger : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] std::string file() const
    {
        return m_folder->filePath(QStringLiteral("shop.db")).toStdString();
    }
    /// What the ledger says when it cannot open the file; empty when it can.
    [[nodiscard]] std::string openingError() const
    {
        try {
            static_cast<void>(openLedger(file()));
        } catch (const LedgerUnusable& error) {
            return error.what();
        }
        return {};
    }
    [[nodiscard]] static bool rawRefuses(Connection& connection, const std::string& sql)
    {
        try {
            connection.execute(sql);
        } catch (const DatabaseError& error) {
            return error.isConstraint();
        }
        return false;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void openStatesOfTheTablesAreThoseOfTheDomain()
    {
        QCOMPARE(std::string{kOpenOrder},
                 condition<OrderState>(kAllOrderStates, [](OrderState s) { return isOpen(s); }));
        const auto settled = condition<AttemptState>(kAllAttemptStates, [](AttemptState s) {
            return isUnderWay(s) || s == AttemptState::NeedsReview;
        });
        QCOMPARE(std::string{kUnsettledAttempt}, settled);
        QCOMPARE(std::string{kUnsettledRefund},
                 condition<RefundState>(kAllRefundStates,
                                        [](RefundState s) { return s != RefundState::Done; }));
    }

    void secondOpenerIsTurnedAway()
    {
        const auto first = openLedger(file());
        QVERIFY(openingError().find("database in use") != std::string::npos);
    }

    void closedLedgerCanBeOpenedAgain()
    {
        openLedger(file()).reset();
        QCOMPARE(openingError(), std::string{});
    }

    void newerVersionIsTurnedAway()
    {
        openLedger(file()).reset();
        Connection{file(), OpenMode::Existing}.execute("PRAGMA user_version = 99");
        QVERIFY(openingError().find("newer version") != std::string::npos);
    }

    void aLedgerOfAnOlderVersionGrowsUp_data()
    {
        QTest::addColumn<int>("version");
        for (int version = kOldestSchemaVersion; version < kSchemaVersion; ++version)
            QTest::addRow("version %d", version) << version;
    }
    /// What an older version wrote goes on, and is then the same as a new one.
    void aLedgerOfAnOlderVersionGrowsUp()
    {
        QFETCH(int, version);
        const auto events = historyWithoutKept();
        {
            const auto ledger = openLedger(file());
            writeHistory(*ledger, events);
        }
        writeAgainAsVersion(file(), version);
        auto verdict = verifyLedger(file());
        QVERIFY(verdict.ok());
        QVERIFY2(verdict->differences.empty(),
                 verdict->differences.empty() ? "" : toText(verdict->differences.front()).c_str());
        {
            const auto ledger = openLedger(file());
            const OpenShop shop = ledger->load();
            QCOMPARE(shop.head, static_cast<Sequence>(events.size()));
            QCOMPARE(shop.lastZ, std::int64_t{0});
            QVERIFY(!ledger->findZ(1));
        }
        {
            Connection grown{file(), OpenMode::Existing};
            QCOMPARE(grown.integerOf("PRAGMA user_version"), std::int64_t{kSchemaVersion});
            Statement broken = grown.prepare("PRAGMA foreign_key_check");
            QVERIFY(!broken.query().next());
            Connection fresh{"", OpenMode::Create};
            fresh.execute(schemaSql());
            const std::string_view all =
                "SELECT group_concat(sql, ';') FROM (SELECT sql FROM"
                " sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name)";
            Statement ofGrown = grown.prepare(all);
            Statement ofFresh = fresh.prepare(all);
            Rows grownRow = ofGrown.query();
            Rows freshRow = ofFresh.query();
            QVERIFY(grownRow.next() && freshRow.next());
            QCOMPARE(grownRow.text(0), freshRow.text(0));
        }
        verdict = verifyLedger(file());
        QVERIFY(verdict.ok() && verdict->differences.empty());
    }

    void anotherProgramsDatabaseIsTurnedAwayAndLeftAlone()
    {
        Connection{file(), OpenMode::Create}.execute("CREATE TABLE theirs(a)");
        QVERIFY(openingError().find("another program") != std::string::npos);
        Connection theirs{file(), OpenMode::Existing};
        QCOMPARE(theirs.integerOf("SELECT count(*) FROM sqlite_schema"), std::int64_t{1});
        Statement mode = theirs.prepare("PRAGMA journal_mode");
        Rows row = mode.query();
        QVERIFY(row.next());
        QCOMPARE(row.text(0), std::string{"delete"});
    }

    void fileThatIsNoDatabaseIsTurnedAway()
    {
        std::ofstream{file()} << "This is a shopping list and not a database at all, is it?";
        QVERIFY(openingError().find("not a database") != std::string::npos);
    }

    void missingFolderIsOneSentence()
    {
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(openLedger("/nowhere/shop.db")), LedgerUnusable);
    }

    void eventsAreNeverChangedOrDeleted()
    {
        auto ledger = openLedger(file());
        commitPaidOrder(*ledger, 1);
        commit(*ledger, {EventAppended{told(1, Hidden{})}, EventAppended{told(2, Hidden{})}});
        commit(*ledger, {ZInserted{{1,
                                    20'514,
                                    1,
                                    2,
                                    at(3),
                                    {Role::Daemon, "daemon"},
                                    protocol::encodeReport(emptyReport())}}});
        ledger.reset();
        Connection raw{file(), OpenMode::Existing};
        raw.execute("PRAGMA recursive_triggers = ON");
        for (const char* column : {"seq", "at", "occurred_at", "day", "role", "name", "type",
                                   "order_id", "attempt_id", "body", "chain"})
            QVERIFY2(rawRefuses(raw, "UPDATE events SET " + std::string{column} + " = " + column),
                     column);
        QVERIFY(rawRefuses(raw, "DELETE FROM events WHERE seq = 2"));
        QVERIFY(rawRefuses(raw, "INSERT OR REPLACE INTO events SELECT * FROM events"));
        QVERIFY(rawRefuses(raw, "UPDATE z_reports SET report = report"));
        QVERIFY(rawRefuses(raw, "INSERT OR REPLACE INTO z_reports SELECT * FROM z_reports"));
        for (const char* table :
             {"attempts", "orders", "order_lines", "line_options", "units", "z_reports"})
            QVERIFY2(rawRefuses(raw, "DELETE FROM " + std::string{table}), table);
        QVERIFY(rawRefuses(raw, "UPDATE attempts SET amount = amount"));
        QVERIFY(rawRefuses(raw, "UPDATE attempts SET key = key"));
        QVERIFY(rawRefuses(raw, "UPDATE orders SET total = total"));
        QVERIFY(rawRefuses(raw, "UPDATE orders SET number = number"));
        QVERIFY(rawRefuses(raw, "UPDATE units SET price = price"));
        QVERIFY(rawRefuses(raw, "UPDATE order_lines SET total = total"));
    }

    void killedProcessLosesNothingCommitted()
    {
        constexpr int kOrders = 25;
        QProcess program;
        program.start(QStringLiteral(COFFEE_CRASH_PROGRAM),
                      {QString::fromStdString(file()), QString::number(kOrders)});
        QVERIFY(program.waitForStarted());
        while (program.state() == QProcess::Running && !program.canReadLine())
            QVERIFY(program.waitForReadyRead(30'000));
        QCOMPARE(program.readLine().trimmed(), QByteArray{"waiting"});
        program.kill();
        QVERIFY(program.waitForFinished());
        const auto ledger = openLedger(file());
        const OpenShop shop = ledger->load();
        QCOMPARE(shop.orders.size(), std::size_t{kOrders});
        QCOMPARE(shop.lastOrder, OrderId{kOrders});
        QVERIFY(ledger->findAttempt(kOrders));
        QVERIFY(!ledger->findAttempt(kOrders + 1));
    }

    void placingAndPayingTakesFewStatements()
    {
        SqliteLedger ledger{file(), {kTestEpoch, kTestShop}};
        const std::int64_t before = ledger.statementsRun();
        commit(ledger,
               {AttemptInserted{chargingAttempt(1)},
                EventAppended{told(1, AttemptOpened{1, "kiosk-1", Money::fromWon(20'000)})}});
        commit(ledger,
               {AttemptChanged{paidAttempt(1, 1)}, OrderInserted{queuedOrder(1, 1)},
                EventAppended{told(2, OrderPaid{1, 101, 1, "kiosk-1", someBasket(), {}, {}})}});
        const std::int64_t statements = ledger.statementsRun() - before;
        QVERIFY2(statements <= 20, std::to_string(statements).c_str());
    }

    void noQueryWalksThroughAGrowingTable()
    {
        SqliteLedger ledger{file(), {kTestEpoch, kTestShop}};
        writeHistory(ledger, wholeHistory(3, 2000));
        static_cast<void>(ledger.load());
        static_cast<void>(ledger.findKey(attemptKey(999'999)));
        static_cast<void>(ledger.findAttempt(1));
        static_cast<void>(ledger.findOperation(OperationKey{"a"}));
        static_cast<void>(ledger.findOrder(1));
        static_cast<void>(ledger.findOrderByAttempt(attemptKey(1)));
        static_cast<void>(ledger.findOrderByNumber(101));
        static_cast<void>(ledger.findRefund(1));
        static_cast<void>(ledger.eventsAfter(100, 10));
        static_cast<void>(ledger.eventsOfOrder(1, kAll));
        static_cast<void>(ledger.ordersBefore(50, 10, false));
        static_cast<void>(ledger.ordersBefore(0, 10, true));
        int plans = 0;
        for (const std::string& plan : ledger.queryPlans()) {
            ++plans;
            if (!plan.starts_with("SCAN"))
                continue;
            QVERIFY2(isBounded(plan), plan.c_str());
        }
        QVERIFY(plans > 20);
        for (const std::string& plan : ledger.queryPlans())
            QVERIFY2(!plan.starts_with("USE TEMP B-TREE FOR ORDER BY") ||
                         plan.find("events e") != std::string::npos ||
                         plan.find("json_each") != std::string::npos,
                     plan.c_str());
    }
};

QTEST_GUILESS_MAIN(TestSqliteLedger)
#include "test_sqlite_ledger.moc"
