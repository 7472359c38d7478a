// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/bank_ledger.h"

#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::terminal;

namespace {

const Money kAmount = Money::fromWon(4500);

} // namespace

/// The bank's books: what the code forgets, the database itself refuses.
class BankLedgerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBooksOutliveTheProcess();
    void theDatabaseRefusesWhatMustNotBe_data();
    void theDatabaseRefusesWhatMustNotBe();
    void anEndedChargeDoesNotEndAgain();
    void aWaitingChargeIsNotRefunded();
    void whatWasWaitingIsCancelledAtTheStart();

private:
    [[nodiscard]] std::string file() const
    {
        return m_folder.filePath(QStringLiteral("bank.db")).toStdString();
    }

    QTemporaryDir m_folder;
};

void BankLedgerTest::theBooksOutliveTheProcess()
{
    {
        BankLedger ledger{file()};
        QVERIFY(std::holds_alternative<BankLedger::Began>(
            ledger.begin("approved", "kiosk-1", kAmount, 1000)));
        QVERIFY(ledger.approve("approved", kAmount, "**** 1234", 2000));
        QCOMPARE(ledger.refund({"r-1", "approved", Money::fromWon(500), 3000}),
                 BankLedger::RefundResult::Done);
        QCOMPARE(ledger.reverse("fenced", 4000), BankLedger::ReverseResult::NotFoundFenced);
    }
    const BankLedger ledger{file()};
    const auto charge = ledger.find("approved");
    QVERIFY(charge);
    QCOMPARE(charge->state, ChargeState::Approved);
    QCOMPARE(charge->taken.won(), 4500);
    QCOMPARE(charge->refunded.won(), 500);
    QCOMPARE(charge->finishedAt, 2000);
    QCOMPARE(ledger.find("fenced")->state, ChargeState::Fenced);
    QCOMPARE(ledger.chargeCount(), 1);
}

void BankLedgerTest::theDatabaseRefusesWhatMustNotBe_data()
{
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char* name, const char* sql) {
        QTest::newRow(name) << QByteArray{sql};
    };
    row("a second charge under one key",
        "INSERT INTO charges(key, terminal, state, amount, started_at)"
        " VALUES('approved', 'kiosk-2', 'waiting', 100, 1)");
    row("a charge under a fenced key",
        "INSERT INTO charges(key, terminal, state, amount, started_at)"
        " VALUES('fenced', 'kiosk-1', 'waiting', 100, 1)");
    row("a refund beyond the charge", "INSERT INTO refunds VALUES('r-2', 'approved', 4001, 1)");
    row("a refund of nothing", "INSERT INTO refunds VALUES('r-3', 'nowhere', 100, 1)");
    row("a refund of no amount", "INSERT INTO refunds VALUES('r-4', 'approved', 0, 1)");
    row("the same refund twice", "INSERT INTO refunds VALUES('r-1', 'approved', 1, 1)");
    row("a step back", "UPDATE charges SET state = 'waiting', taken = 0, finished_at = 0"
                       " WHERE key = 'approved'");
    row("a decline after the approval",
        "UPDATE charges SET state = 'declined', taken = 0 WHERE key = 'approved'");
    row("an approval of nothing",
        "INSERT INTO charges(key, terminal, state, amount, started_at, finished_at)"
        " VALUES('x', 'kiosk-1', 'approved', 100, 1, 1)");
    row("a charge that vanishes", "DELETE FROM charges WHERE key = 'approved'");
    row("a refund that vanishes", "DELETE FROM refunds WHERE key = 'r-1'");
    row("an amount that is a word", "INSERT INTO refunds VALUES('r-5', 'approved', 'much', 1)");
}

void BankLedgerTest::theDatabaseRefusesWhatMustNotBe()
{
    QFETCH(QByteArray, sql);
    SqliteDatabase database{file()};
    QVERIFY_EXCEPTION_THROWN(database.run(sql.constData()), DatabaseError);
}

void BankLedgerTest::anEndedChargeDoesNotEndAgain()
{
    BankLedger ledger{file()};
    QVERIFY(!ledger.approve("approved", kAmount, "", 9000));
    QVERIFY(!ledger.decline("approved", "refused", 9000));
    QVERIFY(!ledger.cancel("approved", 9000));
    QVERIFY(!ledger.approve("unseen", kAmount, "", 9000));
    QCOMPARE(ledger.find("approved")->finishedAt, 2000);
}

void BankLedgerTest::aWaitingChargeIsNotRefunded()
{
    BankLedger ledger{file()};
    QVERIFY(std::holds_alternative<BankLedger::Began>(
        ledger.begin("waiting", "kiosk-1", kAmount, 5000)));
    QCOMPARE(ledger.refund({"r-9", "waiting", kAmount, 5000}),
             BankLedger::RefundResult::StillWaiting);
}

void BankLedgerTest::whatWasWaitingIsCancelledAtTheStart()
{
    BankLedger ledger{file()};
    QCOMPARE(ledger.find("waiting")->state, ChargeState::Waiting);
    ledger.cancelAllWaiting(6000);
    QCOMPARE(ledger.find("waiting")->state, ChargeState::Cancelled);
    QCOMPARE(ledger.find("approved")->state, ChargeState::Approved);
}

QTEST_GUILESS_MAIN(BankLedgerTest)
#include "bank_ledger_test.moc"
