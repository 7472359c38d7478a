// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/ledger/told_shop.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::test;

/// A ledger's file that is not what the ledger left behind: it is refused, and nothing of it is
/// changed.
class TestDamagedLedger : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("shop.db")); }
    [[nodiscard]] QString witness() const { return path() + QStringLiteral("-head"); }
    [[nodiscard]] std::unique_ptr<SqliteLedger> open() const
    {
        return std::make_unique<SqliteLedger>(path().toStdString(),
                                              LedgerIdentity{kTestEpoch, kTestShop}, Witness::Kept);
    }
    [[nodiscard]] static QByteArray bytes(const QString& path)
    {
        QFile file{path};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
    }
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file{path};
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        writeHistory(*open(), wholeHistory(11, 400));
    }

    void aPageOfRubbishIsFoundWhicheverItIs()
    {
        const QByteArray sound = bytes(path());
        constexpr qsizetype kPage = 4096;
        QVERIFY(sound.size() > 20 * kPage);
        for (qsizetype at = 0; at < sound.size(); at += kPage) {
            QByteArray damaged = sound;
            damaged.replace(at, kPage, QByteArray(kPage, '\x5a'));
            write(path(), damaged);
            QVERIFY_EXCEPTION_THROWN(open(), LedgerUnusable);
            QVERIFY2(bytes(path()) == damaged, qPrintable(QString::number(at / kPage)));
        }
        write(path(), sound);
        static_cast<void>(open()->load());
    }

    void aShorterFileIsFound()
    {
        const QByteArray sound = bytes(path());
        write(path(), sound.left(sound.size() / 2));
        QVERIFY_EXCEPTION_THROWN(open(), LedgerUnusable);
        write(path(), {});
        QVERIFY_EXCEPTION_THROWN(open(), LedgerUnusable);
        QVERIFY(QFile::remove(path()));
        QVERIFY_EXCEPTION_THROWN(open(), LedgerUnusable);
        QVERIFY(!QFile::exists(path()));
    }

    void aWitnessThatIsOlderOrTornIsNoReason()
    {
        const QByteArray older = bytes(witness());
        {
            const auto ledger = open();
            const Sequence head = ledger->load().head;
            commit(*ledger,
                   {EventAppended{{head + 1, ledger->load().lastAt, ledger->load().lastAt, 20'514,
                                   Actor{Role::Daemon, "daemon"}, DaemonStarted{"1"}}}});
        }
        QVERIFY(bytes(witness()) != older);
        write(witness(), older);
        static_cast<void>(open()->load());
        QByteArray torn = older;
        torn[10] = torn[10] == '0' ? '1' : '0';
        write(witness(), torn);
        static_cast<void>(open()->load());
        write(witness(), older.left(30));
        static_cast<void>(open()->load());
    }
};

QTEST_GUILESS_MAIN(TestDamagedLedger)
#include "test_damaged_ledger.moc"
