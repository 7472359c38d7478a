// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "tests/ledger/failing_disk.h"
#include "tests/ledger/ledger_rows.h"

#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::test;

class TestLedgerFaults : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Ledger> m_ledger;

    void open()
    {
        m_ledger.reset();
        m_ledger = openLedger(m_folder->filePath(QStringLiteral("shop.db")).toStdString());
    }

private Q_SLOTS:
    void initTestCase() { failing_disk::install(); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        open();
        commitPaidOrder(*m_ledger, 1);
    }
    void cleanup()
    {
        failing_disk::fill(false);
        failing_disk::breakSync(false);
        m_ledger.reset();
    }

    void fullDiskUndoesTheBatchAndGoesOnAfterwards()
    {
        failing_disk::fill(true);
        m_ledger->begin();
        m_ledger->savepoint();
        bool full = false;
        try {
            m_ledger->record({AttemptInserted{chargingAttempt(2)}});
            m_ledger->releaseSavepoint();
            m_ledger->commit();
        } catch (const LedgerFull&) {
            full = true;
        }
        QVERIFY(full);
        QVERIFY(!m_ledger->findAttempt(2));
        QVERIFY(m_ledger->findOrder(1));

        failing_disk::fill(false);
        commitPaidOrder(*m_ledger, 2);
        open();
        QVERIFY(m_ledger->findOrder(1));
        QVERIFY(m_ledger->findOrder(2));
    }

    void fullDiskMayLastForManyBatches()
    {
        failing_disk::fill(true);
        for (int round = 0; round < 20; ++round)
            QVERIFY_EXCEPTION_THROWN(
                commit(*m_ledger, {AttemptInserted{chargingAttempt(100 + round)}}), LedgerFull);
        failing_disk::fill(false);
        commitPaidOrder(*m_ledger, 2);
        QCOMPARE(m_ledger->load().orders.size(), std::size_t{2});
    }

    void failedSyncBreaksTheLedger()
    {
        failing_disk::breakSync(true);
        QVERIFY_EXCEPTION_THROWN(commit(*m_ledger, {AttemptInserted{chargingAttempt(2)}}),
                                 LedgerBroken);
        // The process ends here; the next one finds a whole ledger.
        m_ledger.reset();
        failing_disk::breakSync(false);
        open();
        QVERIFY(m_ledger->findOrder(1));
    }
};

QTEST_GUILESS_MAIN(TestLedgerFaults)
#include "test_ledger_faults.moc"
