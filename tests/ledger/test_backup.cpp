// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/backup.h"
#include "payment_daemon/ledger/restore.h"
#include "payment_daemon/ledger/sqlite_ledger.h"
#include "payment_daemon/ledger/statement.h"
#include "payment_daemon/ledger/verify.h"
#include "tests/ledger/older_ledger.h"
#include "tests/ledger/told_shop.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace coffee;
using namespace coffee::daemon;
using namespace coffee::test;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

const std::string kEpoch = "00112233445566778899aabbccddeeff";
const std::string kNewEpoch = "ffeeddccbbaa99887766554433221100";

BackupName taken(const char* stamp, Sequence head = 1)
{
    return *backupNameOf("shop-" + std::string{stamp} + "-00000000" + std::to_string(head) +
                         ".sqlite");
}

} // namespace

/// Copies that are made beside the writing, what they are called, and how they come back.
class TestBackup : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] fs::path path(const char* name) const
    {
        return fs::path{m_folder->path().toStdString()} / name;
    }
    [[nodiscard]] static std::unique_ptr<SqliteLedger> open(const fs::path& folder,
                                                            const std::string& epoch = kEpoch)
    {
        fs::create_directories(folder);
        return std::make_unique<SqliteLedger>(folder / "shop.sqlite",
                                              LedgerIdentity{epoch, "test-shop"}, Witness::Kept);
    }
    /// A shop of so many events, and its backup.
    Backup backUp(SqliteLedger& ledger, const char* folder = "backups") const
    {
        const auto copy = ledger.copyTo(path("copy.part"));
        while (!copy->some()) {
        }
        const auto backup = keepBackup(path("copy.part"), path(folder), fromMs(1'795'392'000'000));
        if (!backup)
            throw std::runtime_error{backup.error()};
        return *backup;
    }
    [[nodiscard]] static int files(const fs::path& folder)
    {
        int count = 0;
        for ([[maybe_unused]] const auto& entry : fs::directory_iterator{folder})
            ++count;
        return count;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aNameTellsTimeAndHead()
    {
        const BackupName name{fromMs(1'795'392'007'000), 90'421};
        const std::string file = fileNameOf(name);
        QCOMPARE(file, std::string{"shop-20261123T000007Z-000090421.sqlite"});
        QVERIFY(backupNameOf(file) == name);
        for (const char* other :
             {"", "shop.sqlite", "shop-20261123T000007Z-000090421.sqlite-wal",
              "shop-20261323T000007Z-000090421.sqlite", "shop-20261123T250007Z-000090421.sqlite",
              "shop-20261123T000007Z-90421.sqlite", "shop-20261123T000007Z--00090421.sqlite",
              "xhop-20261123T000007Z-000090421.sqlite", ".coffee-backup.part"})
            QVERIFY2(!backupNameOf(other), other);
    }

    void theNewestOfEachHourAndOfEachDayAreKept()
    {
        const std::vector<BackupName> all{taken("20261121T090000Z"), taken("20261121T210000Z"),
                                          taken("20261122T090000Z"), taken("20261123T060000Z"),
                                          taken("20261123T063000Z"), taken("20261123T070000Z"),
                                          taken("20261123T080000Z")};
        const auto gone = outdated(all, {2, 2});
        // Two hours: 08 and 07; two days: 23 (that is 08 again) and 22.
        QCOMPARE(gone,
                 (std::vector<BackupName>{taken("20261123T063000Z"), taken("20261123T060000Z"),
                                          taken("20261121T210000Z"), taken("20261121T090000Z")}));
        // Of one day the newest stays, of one hour too.
        QCOMPARE(outdated(all, {0, 3}).size(), all.size() - 3);
        QCOMPARE(outdated(all, {100, 0}), std::vector<BackupName>{taken("20261123T060000Z")});
        // Whatever is asked for, the newest is never thrown away.
        QCOMPARE(outdated(all, {0, 0}).size(), all.size() - 1);
        QVERIFY(outdated({}, {2, 2}).empty());
    }

    void aCopyHoldsWhatIsCommittedWhileItIsMade()
    {
        const auto ledger = open(path("shop"));
        const auto history = changesOf(wholeHistory(7, 6'000));
        const std::size_t before = history.size() / 2;
        const auto write = [&](std::size_t from, std::size_t to) {
            ledger->begin();
            for (std::size_t n = from; n < to; ++n) {
                ledger->savepoint();
                ledger->record(history[n]);
                ledger->releaseSavepoint();
            }
            ledger->commit();
        };
        write(0, before);
        const auto copy = ledger->copyTo(path("copy.part"));
        std::size_t written = before;
        int slices = 1;
        for (; !copy->some(); ++slices)
            if (written < history.size()) {
                const std::size_t next = std::min(history.size(), written + 100);
                write(written, next);
                written = next;
            }
        QVERIFY2(slices > 5 && written > before, "the copy was too small to be a test");
        const Sequence head = ledger->load().head;
        const auto backup = keepBackup(path("copy.part"), path("backups"), fromMs(1'000));
        QVERIFY2(backup.ok(), backup ? "" : backup.error().c_str());
        QCOMPARE(backup->name.head, head);
        QVERIFY(!fs::exists(path("copy.part")));
        QCOMPARE(files(path("backups")), 1);
        // It is a ledger like any other, and the shop goes on.
        QCOMPARE(SqliteLedger(backup->file, {}).load().head, head);
        write(written, history.size());
    }

    void aCopyThatIsNotSoundIsNoBackup()
    {
        {
            const auto ledger = open(path("shop"));
            writeHistory(*ledger, wholeHistory(8, 400));
            const auto copy = ledger->copyTo(path("copy.part"));
            while (!copy->some()) {
            }
        }
        {
            Connection connection{path("copy.part"), OpenMode::Existing};
            connection.execute("PRAGMA locking_mode = EXCLUSIVE; DROP TRIGGER orders_facts;"
                               "UPDATE orders SET total = total + 1 WHERE id = 1");
        }
        const auto backup = keepBackup(path("copy.part"), path("backups"), fromMs(1'000));
        QVERIFY(!backup.ok());
        QVERIFY2(backup.error().find("not sound") != std::string::npos, backup.error().c_str());
        QCOMPARE(files(path("backups")), 0);
        QVERIFY(!fs::exists(path("copy.part")));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const auto ledger = open(path("shop"));
        const auto copy = ledger->copyTo(path("copy.part"));
        while (!copy->some()) {
        }
        std::ofstream{path("backups")} << "a file";
        const auto backup = keepBackup(path("copy.part"), path("backups"), fromMs(1'000));
        QVERIFY(!backup.ok());
        QVERIFY(!fs::exists(path("copy.part")));
    }

    void checkingEndsWhenItIsToldTo()
    {
        const auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(9, 3'000));
        const auto copy = ledger->copyTo(path("copy.part"));
        while (!copy->some()) {
        }
        std::stop_source stop;
        stop.request_stop();
        const auto backup =
            keepBackup(path("copy.part"), path("backups"), fromMs(1'000), stop.get_token());
        QVERIFY(!backup.ok());
        QCOMPARE(files(path("backups")), 0);
    }

    void onlyBackupsAreTidiedUp()
    {
        const auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(9, 50));
        const Backup ours = backUp(*ledger);
        // Another shop keeps its own in the same folder, each of them newer.
        SqliteLedger other{path("other.sqlite"), LedgerIdentity{kEpoch, "other-shop"},
                           Witness::Kept};
        writeHistory(other, wholeHistory(9, 50));
        const Backup theirs = backUp(other, "theirs");
        const fs::path folder = path("backups");
        for (const char* name :
             {"shop-20251123T060000Z-000000001.sqlite", "shop-20251123T063000Z-000000002.sqlite"})
            fs::copy(ours.file, folder / name);
        for (const char* name :
             {"shop-20251123T060001Z-000000001.sqlite", "shop-20991123T063000Z-000000002.sqlite",
              "shop-20991123T070000Z-000000003.sqlite"})
            fs::copy(theirs.file, folder / name);
        std::ofstream{folder / "shop-20261123T070000Z-000000004.sqlite"} << "no database";
        std::ofstream{folder / "accounts.ods"} << "x";
        QCOMPARE(removeOutdated(ours.file, {1, 1}), 2);
        QVERIFY(fs::exists(ours.file));
        QCOMPARE(files(folder), 6);
    }

    void anEmptyMachineGetsTheBackupAsAnotherLog()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(10, 800));
        const OpenShop before = ledger->load();
        const Backup backup = backUp(*ledger);
        ledger.reset();
        const auto restored = restoreLedger({backup.file, path("new/shop"), kNewEpoch, false});
        QVERIFY2(restored.ok(), restored ? "" : restored.error().c_str());
        QCOMPARE(restored->head, before.head);
        QVERIFY(restored->replaced.empty());
        QCOMPARE(files(path("new/shop")), 1);

        const auto again = open(path("new/shop"), std::string(32, '0'));
        const OpenShop after = again->load();
        QCOMPARE(after.head, before.head);
        QCOMPARE(QString::fromStdString(after.epoch), QString::fromStdString(kNewEpoch));
        QCOMPARE(after.shopId, before.shopId);
        QCOMPARE(after.orders, before.orders);
        const ShopTime since = fromMs(std::stoll(after.settings.at(std::string{kCompareSince})));
        QVERIFY(since < before.lastAt);
        // It goes on as that log.
        again->begin();
        Event next;
        next.seq = after.head + 1;
        next.at = next.occurredAt = after.lastAt;
        next.actor = {Role::Daemon, "daemon"};
        next.body = DaemonStarted{"0.1.0"};
        again->record({EventAppended{next}});
        again->commit();
    }

    void theBackupOfARestoredShopIsSoundToo()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(11, 300));
        const Backup first = backUp(*ledger);
        QVERIFY(restoreLedger({first.file, path("second"), kNewEpoch, false}).ok());
        const auto second = open(path("second"));
        const Backup again = backUp(*second, "again");
        QVERIFY(restoreLedger({again.file, path("third"), kEpoch, false}).ok());
        QCOMPARE(open(path("third"))->load().epoch, kEpoch);
    }

    void newerDataIsNeverReplacedSilently()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(12, 300));
        const Backup backup = backUp(*ledger);
        Event next;
        next.seq = ledger->load().head + 1;
        next.at = next.occurredAt = ledger->load().lastAt;
        next.actor = {Role::Daemon, "daemon"};
        next.body = DaemonStarted{"0.1.0"};
        ledger->begin();
        ledger->record({EventAppended{next}});
        ledger->commit();
        // Not while a daemon has it.
        auto refused = restoreLedger({backup.file, path("shop"), kNewEpoch, true});
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().find("in use") != std::string::npos, refused.error().c_str());
        ledger.reset();
        refused = restoreLedger({backup.file, path("shop"), kNewEpoch, false});
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().find("--over-newer") != std::string::npos,
                 refused.error().c_str());
        QCOMPARE(open(path("shop"))->load().head, next.seq);

        const auto restored = restoreLedger({backup.file, path("shop"), kNewEpoch, true});
        QVERIFY2(restored.ok(), restored ? "" : restored.error().c_str());
        QCOMPARE(open(path("shop"))->load().head, backup.name.head);
        // What was there is kept, and good.
        QCOMPARE(SqliteLedger(restored->replaced / "shop.sqlite", {}).load().head, next.seq);
        QCOMPARE(SqliteLedger(restored->replaced / "shop.sqlite", {}).load().epoch, kEpoch);
    }

    void anotherShopsLogIsNotReplacedSilently()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(13, 900));
        const Backup backup = backUp(*ledger);
        auto other = open(path("other"), kNewEpoch);
        writeHistory(*other, wholeHistory(14, 100));
        other.reset();
        const auto refused = restoreLedger({backup.file, path("other"), kEpoch, false});
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().find("another log") != std::string::npos, refused.error().c_str());
    }

    void aDamagedLedgerMakesRoomOnPurposeOnly()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(15, 300));
        const Backup backup = backUp(*ledger);
        ledger.reset();
        std::ofstream{path("shop") / "shop.sqlite"} << "rubbish";
        // The witness knows how far it went: not further than the backup.
        QVERIFY(restoreLedger({backup.file, path("shop"), kNewEpoch, false}).ok());
        fs::remove(path("shop") / "shop.sqlite-head");
        std::ofstream{path("shop") / "shop.sqlite"} << "rubbish";
        QVERIFY(!restoreLedger({backup.file, path("shop"), kNewEpoch, false}).ok());
        QVERIFY(restoreLedger({backup.file, path("shop"), kNewEpoch, true}).ok());
        QCOMPARE(open(path("shop"))->load().head, backup.name.head);
    }

    void aBackupThatIsNotSoundIsNotRestored()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(16, 300));
        const Backup backup = backUp(*ledger);
        {
            Connection connection{backup.file, OpenMode::Existing};
            connection.execute("DROP TRIGGER orders_facts;"
                               "UPDATE orders SET total = total + 1 WHERE id = 1");
        }
        const auto refused = restoreLedger({backup.file, path("new"), kNewEpoch, false});
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().find("not sound") != std::string::npos, refused.error().c_str());
        QCOMPARE(files(path("new")), 0);
        QVERIFY(!restoreLedger({path("none"), path("new"), kNewEpoch, false}).ok());
    }

    /// It is checked by its own version's rules, put in place as it is, and grows up at the start.
    void aBackupOfTheFirstVersionIsRestored()
    {
        auto ledger = open(path("shop"));
        writeHistory(*ledger, historyWithoutKept());
        const OpenShop before = ledger->load();
        const Backup backup = backUp(*ledger);
        ledger.reset();
        writeAgainAsVersion(backup.file.string(), 1);
        const auto verdict = verifyLedger(backup.file);
        QVERIFY2(verdict.ok(), verdict ? "" : verdict.error().c_str());
        QVERIFY(verdict->differences.empty());
        const auto restored = restoreLedger({backup.file, path("new"), kNewEpoch, false});
        QVERIFY2(restored.ok(), restored ? "" : restored.error().c_str());
        {
            const auto again = open(path("new"));
            QCOMPARE(again->load().head, before.head);
            QCOMPARE(again->load().epoch, kNewEpoch);
            QCOMPARE(again->load().lastZ, std::int64_t{0});
        }
        const auto grown = verifyLedger(path("new") / "shop.sqlite");
        QVERIFY(grown.ok() && grown->differences.empty());
    }

    void aBackupOfAnotherVersionIsOneSentence_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("says");
        QTest::newRow("newer") << 99 << "newer version";
        QTest::newRow("older than any") << 0 << "unknown version 0";
    }
    void aBackupOfAnotherVersionIsOneSentence()
    {
        QFETCH(int, version);
        QFETCH(QString, says);
        auto ledger = open(path("shop"));
        writeHistory(*ledger, wholeHistory(18, 100));
        const Backup backup = backUp(*ledger);
        ledger.reset();
        Connection{backup.file, OpenMode::Existing}.execute("PRAGMA user_version = " +
                                                            std::to_string(version));
        const auto verdict = verifyLedger(backup.file);
        QVERIFY(!verdict.ok());
        const auto refused = restoreLedger({backup.file, path("new"), kNewEpoch, false});
        QVERIFY(!refused.ok());
        for (const std::string& sentence : {verdict.error(), refused.error()}) {
            QVERIFY2(sentence.find(says.toStdString()) != std::string::npos, sentence.c_str());
            QCOMPARE(sentence.find('\n'), std::string::npos);
            // The file is named once.
            const std::size_t named = sentence.find(backup.file.string());
            QVERIFY2(named == 0 && sentence.find(backup.file.string(), 1) == std::string::npos,
                     sentence.c_str());
        }
        QCOMPARE(files(path("new")), 0);
    }
};

QTEST_GUILESS_MAIN(TestBackup)
#include "test_backup.moc"
