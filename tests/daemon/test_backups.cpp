// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

const std::string kPin = "718293";

ShopSettings hourly()
{
    ShopSettings settings = rigSettings();
    settings.backups = {1h, 2h};
    return settings;
}

bool alarmIsOn(const ShopRig& rig)
{
    return rig.view().health.alarms.contains(AlarmKind::BackupOld);
}

} // namespace

/// When a backup is taken, who waits for it, and when the manager is told that there is none.
class BackupsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstComesSoonAndThenEveryHour()
    {
        ShopRig rig{hourly()};
        rig.pass(kBackupFirstAfter - 2s);
        QVERIFY(rig.backups.empty());
        rig.pass(3s);
        QCOMPARE(rig.backups.size(), std::size_t{1});
        QVERIFY(rig.backups.front().folder.empty());
        rig.finishBackup();
        rig.pass(59min);
        QVERIFY(rig.backups.empty());
        rig.pass(2min);
        QCOMPARE(rig.backups.size(), std::size_t{1});
        QVERIFY(!alarmIsOn(rig));
    }

    void aRestartKnowsWhenTheNewestWasTaken()
    {
        ShopRig rig{hourly()};
        rig.pass(30s);
        rig.finishBackup();
        rig.pass(30min);
        rig.restart();
        rig.pass(29min);
        QVERIFY(rig.backups.empty());
        rig.pass(2min);
        QCOMPARE(rig.backups.size(), std::size_t{1});
    }

    void oneThatFailedIsTriedAgainAndIsAnAlarmWhenTheNewestIsOld()
    {
        ShopRig rig{hourly()};
        rig.pass(30s);
        rig.finishBackup();
        rig.pass(1h + 1s);
        rig.finishBackup("no such folder");
        QVERIFY(!alarmIsOn(rig));
        rig.pass(kBackupRetry + 1s);
        rig.finishBackup("no such folder");
        rig.pass(54min);
        QVERIFY(!alarmIsOn(rig));
        rig.pass(2min);
        QVERIFY(alarmIsOn(rig));
        QCOMPARE(rig.view().health.alarms.at(AlarmKind::BackupOld).second,
                 std::string{"the newest is of 2 h ago"});
        // A good one settles it.
        rig.finishBackup();
        QVERIFY(!alarmIsOn(rig));
        QCOMPARE(rig.events<AlarmChanged>().size(), std::size_t{2});
        QCOMPARE(rig.verify(), std::string{});
    }

    void oneWhoseRecordIsRefusedCountsAsFailedAndIsTriedAgain()
    {
        ShopRig rig{hourly()};
        rig.pass(30s);
        rig.faults().refuses = [](const Changes& changes) {
            return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
                return std::holds_alternative<SettingStored>(change);
            });
        };
        rig.finishBackup();
        rig.faults().refuses = {};
        QVERIFY(rig.backups.empty());
        rig.pass(kBackupRetry + 1s);
        QCOMPARE(rig.backups.size(), std::size_t{1});
    }

    void withoutAnyTheStartCounts()
    {
        ShopSettings settings = rigSettings();
        settings.backups = {0h, 2h};
        ShopRig rig{settings};
        rig.pass(2h - 1s);
        QVERIFY(!alarmIsOn(rig));
        rig.pass(3s);
        QVERIFY(alarmIsOn(rig));
        QVERIFY(rig.backups.empty());
    }

    void aShopThatWasClosedTakesOneBeforeItComplains()
    {
        ShopRig rig{hourly()};
        rig.pass(30s);
        rig.finishBackup();
        rig.closeFor(10h);
        rig.pass(kBackupFirstAfter + 1s);
        QVERIFY(!alarmIsOn(rig));
        rig.finishBackup("the disk is full");
        rig.pass(2s);
        QVERIFY(alarmIsOn(rig));
    }

    void offMeansNoBackupAndNoAlarm()
    {
        ShopRig rig;
        rig.checksEveryStep = false;
        rig.pass(6h);
        QVERIFY(rig.backups.empty());
        QVERIFY(!alarmIsOn(rig));
    }

    void whoeverAsksWithThePinIsAnsweredWhenItIsThere()
    {
        ShopRig rig;
        rig.setPin(kPin);
        const BackupTake take{rig.newOp(), "/media/usb", kPin};
        const std::string route = rig.send(ctl(), take);
        QVERIFY(rig.backups.empty());
        rig.checkPin();
        QCOMPARE(rig.backups.front().folder, std::string{"/media/usb"});
        QVERIFY(rig.answerOn(route).empty());
        // Asked again meanwhile: the newest asker is answered, and there is still one backup.
        const std::string again = rig.send(ctl(), take);
        rig.checkPin();
        QCOMPARE(rig.backups.size(), std::size_t{1});
        rig.finishBackup();
        QVERIFY(rig.answerOn(route).empty());
        QCOMPARE(rig.okOn<BackupTaken>(again).file, std::string{"/media/usb/a-backup"});
        // And after that, from what is stored.
        QCOMPARE(rig.bodyOn(rig.send(ctl(), take)), rig.bodyOn(again));
        QVERIFY(rig.backups.empty());
        QCOMPARE(rig.verify(), std::string{});
    }

    void anotherOneMeanwhileIsToldToWait()
    {
        ShopRig rig;
        rig.setPin(kPin);
        rig.send(ctl(), BackupTake{rig.newOp(), "/a", kPin});
        rig.checkPin();
        const std::string other = rig.send(manager(), BackupTake{rig.newOp(), "/b", kPin});
        rig.checkPin();
        QCOMPARE(rig.refusalOn(other).code, RefusalCode::Busy);
        QCOMPARE(rig.backups.size(), std::size_t{1});
    }

    void aFailureIsSaidWithItsReason()
    {
        ShopRig rig;
        rig.setPin(kPin);
        const std::string route = rig.send(ctl(), BackupTake{rig.newOp(), "/a", kPin});
        rig.checkPin();
        rig.finishBackup("no room");
        QCOMPARE(rig.refusalOn(route).code, RefusalCode::NotPossible);
        QCOMPARE(rig.refusalOn(route).detail, std::string{"no room"});
    }

    void aFolderThatDependsOnWhereTheDaemonRunsIsRefused()
    {
        ShopRig rig;
        rig.setPin(kPin);
        const std::string route = rig.send(ctl(), BackupTake{rig.newOp(), "usb", kPin});
        rig.checkPin();
        QCOMPARE(rig.refusalOn(route).code, RefusalCode::NotPossible);
        QVERIFY(rig.backups.empty());
    }

    void thePinGuardsIt()
    {
        ShopRig rig;
        QCOMPARE(rig.refused(ctl(), BackupTake{rig.newOp(), "/a", kPin}).code,
                 RefusalCode::PinNotSet);
        rig.setPin(kPin);
        const std::string route = rig.send(ctl(), BackupTake{rig.newOp(), "/a", "718294"});
        rig.checkPin();
        QCOMPARE(rig.refusalOn(route).code, RefusalCode::WrongPin);
        QVERIFY(rig.backups.empty());
    }
};

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::BackupsTest)
#include "test_backups.moc"
