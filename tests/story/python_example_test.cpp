// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/running_shop.h"

#include <QFile>
#include <QProcess>
#include <QTest>

using coffee::test::BankCharge;
using coffee::test::RunningShop;

/// The example client of the documents, run against a real shop: PROTOCOL.md is enough.
class PythonExampleTest : public QObject {
    Q_OBJECT

    struct Run {
        int exitCode{-1};
        QString out;
        QString err;
    };

    static Run runExample(const RunningShop& shop)
    {
        QProcess python;
        python.start(QStringLiteral(COFFEE_PYTHON),
                     {QStringLiteral(COFFEE_SOURCE_DIR "/docs/examples/order_client.py"),
                      QStringLiteral("--commands"), shop.commands(), QStringLiteral("--board"),
                      shop.board(), QStringLiteral("--lang"), QStringLiteral("en"),
                      QStringLiteral("--journal"), journal(shop)});
        if (!python.waitForFinished(90'000))
            python.kill();
        return {python.exitCode(), QString::fromUtf8(python.readAllStandardOutput()),
                QString::fromUtf8(python.readAllStandardError())};
    }
    static QString journal(const RunningShop& shop)
    {
        return shop.data() + QStringLiteral("/example.journal");
    }

private Q_SLOTS:
    void placesFollowsAndCancelsAnOrder()
    {
        RunningShop shop;
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        const Run run = runExample(shop);
        QVERIFY2(run.exitCode == 0, qPrintable(run.out + run.err));
        for (const char* line :
             {"paid: number 101", "board: number 101 is queued", "order 101 is queued",
              "cancellable: True", "board: cancelled", "the money is back"})
            QVERIFY2(run.out.contains(QLatin1StringView{line}), qPrintable(run.out));
        QVERIFY(!QFile::exists(journal(shop)));

        const auto bank = shop.bank();
        QCOMPARE(bank.size(), std::size_t{1});
        const BankCharge& charge = bank.begin()->second;
        QVERIFY(charge.key.starts_with("example-1-"));
        QVERIFY(charge.taken > 0);
        QCOMPARE(charge.net(), 0);
        QCOMPARE(charge.refunds.size(), std::size_t{1});
    }

    void settlesItsJournalBeforeItBuys()
    {
        RunningShop shop;
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        QFile left{journal(shop)};
        QVERIFY(left.open(QFile::WriteOnly));
        left.write("example-1-00000000000000000000000000000000\n");
        left.close();
        const Run run = runExample(shop);
        QVERIFY2(run.exitCode == 0, qPrintable(run.out + run.err));
        QVERIFY2(run.out.contains(u"it was given_up"), qPrintable(run.out));
        QVERIFY(run.out.contains(u"the money is back"));
        QCOMPARE(shop.bank().size(), std::size_t{1});
    }

    void saysSoWhenTheShopIsNotThere()
    {
        RunningShop shop;
        const Run run = runExample(shop);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.err.contains(u"cannot be reached"), qPrintable(run.err));
    }
};

QTEST_GUILESS_MAIN(PythonExampleTest)
#include "python_example_test.moc"
