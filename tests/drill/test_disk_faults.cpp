// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/statement.h"
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <future>

using namespace coffee;
using namespace coffee::test;

namespace {

constexpr int kUnusableExit = 2;
constexpr int kLedgerBrokenExit = 3;
constexpr auto kQuietLimit = 40s;

/// A shop whose daemon writes on a disk that can be made to fail.
class FaultyShop : public RunningShop {
public:
    FaultyShop()
    {
        QDir{data()}.mkdir(QStringLiteral("faults"));
        daemonSwitches = {QStringLiteral("--utc-offset-minutes"), QStringLiteral("540")};
    }

    [[nodiscard]] bool start()
    {
        preload(true);
        const bool ready = startDaemon();
        preload(false);
        return ready;
    }
    /// For a daemon that does not start: how it ends.
    [[nodiscard]] Outcome tryToStart()
    {
        preload(true);
        const Outcome outcome =
            run(QStringLiteral("payment_daemon"),
                {QStringLiteral("--commands"), commands(), QStringLiteral("--events"), events(),
                 QStringLiteral("--board"), board(), QStringLiteral("--data"), folder(),
                 QStringLiteral("--menu"), menuFile(), QStringLiteral("--gateway"),
                 QStringLiteral("instant")});
        preload(false);
        return outcome;
    }
    void fault(const char* name, bool on) const
    {
        QFile file{data() + QStringLiteral("/faults/") + QLatin1String(name)};
        if (on)
            QVERIFY(file.open(QIODevice::WriteOnly));
        else
            file.remove();
    }
    [[nodiscard]] QString folder() const { return data() + QStringLiteral("/daemon"); }
    [[nodiscard]] QString file(const char* tail) const
    {
        return databaseFile() + QLatin1String(tail);
    }

private:
    void preload(bool on) const
    {
        if (on) {
            qputenv("LD_PRELOAD", COFFEE_FAULTY_DISK);
            qputenv("COFFEE_FAULTY_FOLDER", folder().toUtf8());
            qputenv("COFFEE_FAULTS", (data() + QStringLiteral("/faults")).toUtf8());
        } else {
            for (const char* name : {"LD_PRELOAD", "COFFEE_FAULTY_FOLDER", "COFFEE_FAULTS"})
                qunsetenv(name);
        }
    }
};

QByteArray bytesOf(const QString& path)
{
    QFile file{path};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

const Actor kKiosk{Role::Kiosk, "kiosk-1"};

/// The manager's view of the alarms.
bool isAlarmOn(const RunningShop& shop, AlarmKind kind)
{
    ShopClient manager{shop.commands(), {Role::Manager, "manager-1"}};
    return manager.ask<protocol::Snapshot>(protocol::SnapshotGet{})
        .view.health.alarms.contains(kind);
}

} // namespace

/// What a failing disk does to a running daemon, and what a daemon does with a file that is not
/// what it left behind.
class DiskFaultsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fullBeforeACharge();
    void fullWhileACardIsCharged_data();
    void fullWhileACardIsCharged();
    void syncFails();
    void readOnly();
    void littleRoomIsAnAlarm();
    void newerVersion();
    void damagedPage();
    void logTakenAway();
    void oldCopyPutBack();

private:
    void expectSoundBooks(RunningShop& shop);
    void expectRefused(FaultyShop& shop, const char* says);
};

void DiskFaultsTest::initTestCase()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer does not go with a preloaded library");
#endif
    QVERIFY(QFile::exists(QStringLiteral(COFFEE_FAULTY_DISK)));
}

void DiskFaultsTest::expectSoundBooks(RunningShop& shop)
{
    QVERIFY(eventually([&] { return isQuiet(shop); }, kQuietLimit));
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

/// It exits 2 with one sentence, and every file stays as it is.
void DiskFaultsTest::expectRefused(FaultyShop& shop, const char* says)
{
    const QByteArray database = bytesOf(shop.databaseFile());
    const QByteArray log = bytesOf(shop.file("-wal"));
    const auto outcome = shop.tryToStart();
    QVERIFY2(outcome.exitCode == kUnusableExit, qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains(QLatin1String(says)), qPrintable(outcome.err));
    QCOMPARE(outcome.err.trimmed().count(QLatin1Char('\n')), 0);
    QVERIFY(outcome.out.isEmpty());
    QCOMPARE(bytesOf(shop.databaseFile()), database);
    QCOMPARE(bytesOf(shop.file("-wal")), log);
}

void DiskFaultsTest::fullBeforeACharge()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    ShopClient client{shop.commands(), kKiosk};
    const auto first = client.buy(oneAmericano());
    const QuoteId quote = client.quote(threeUnits()).quote;
    const AttemptKey key = client.newKey();
    shop.fault("full", true);
    for (int n = 0; n < 3; ++n)
        QCOMPARE(client.refusal(protocol::OrderPlace{key, quote}).code, RefusalCode::Busy);
    QCOMPARE(shop.bank().size(), std::size_t{1}); // no card was asked for
    const auto shown = client.ask<protocol::OrderShown>(
        protocol::OrderShow{protocol::CodeProof{first.number, first.code}});
    QCOMPARE(shown.order.id, first.order);

    shop.fault("full", false);
    QVERIFY(client.settle(key, quote).paid());
    expectSoundBooks(shop);
}

void DiskFaultsTest::fullWhileACardIsCharged_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("reserveHelps");
    QTest::newRow("with a reserve") << QByteArray{"full_reserve"} << true;
    QTest::newRow("to the last byte") << QByteArray{"full"} << false;
}

void DiskFaultsTest::fullWhileACardIsCharged()
{
    QFETCH(const QByteArray, fault);
    QFETCH(const bool, reserveHelps);
    FaultyShop shop;
    shop.terminalSwitches = {QStringLiteral("--latency-ms"), QStringLiteral("700:0"),
                             QStringLiteral("--card-ms"), QStringLiteral("20")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    ShopClient client{shop.commands(), kKiosk};
    const QuoteId quote = client.quote(threeUnits()).quote;
    const AttemptKey key = client.newKey();
    auto paying = std::async(std::launch::async, [&] { return client.settle(key, quote); });
    QVERIFY(eventually([&] { return shop.bank().contains(key.value); }));
    shop.fault(fault.constData(), true);
    if (reserveHelps) {
        QVERIFY(paying.get().paid());
        QVERIFY(shop.daemonLog().contains(QStringLiteral("kept for results is given up")));
        // Nobody else is asked for a card meanwhile.
        ShopClient other{shop.commands(), {Role::Kiosk, "kiosk-2"}};
        const QuoteId second = other.quote(oneAmericano()).quote;
        QCOMPARE(other.refusal(protocol::OrderPlace{other.newKey(), second}).code,
                 RefusalCode::Busy);
        QCOMPARE(shop.bank().size(), std::size_t{1});
        shop.fault(fault.constData(), false);
    } else {
        QVERIFY(eventually(
            [&] { return shop.daemonLog().contains(QStringLiteral("the disk is full")); }));
        shop.fault(fault.constData(), false);
        QVERIFY(paying.get().paid());
    }
    QVERIFY(client.settle(client.newKey(), client.quote(oneAmericano()).quote).paid());
    QVERIFY(QFile::exists(shop.folder() + QStringLiteral("/reserve")));
    expectSoundBooks(shop);
}

void DiskFaultsTest::syncFails()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    ShopClient client{shop.commands(), kKiosk};
    client.buy(oneAmericano());
    const QuoteId quote = client.quote(threeUnits()).quote;
    const AttemptKey key = client.newKey();
    shop.fault("no_sync", true);
    QVERIFY(!client.settle(key, quote, 1s, 500ms).answer);
    QVERIFY(shop.waitDaemonGone(5s));
    QCOMPARE(shop.daemonExitCode(), kLedgerBrokenExit);
    QCOMPARE(shop.bank().size(), std::size_t{1}); // nothing leaves before it is on the disk

    shop.fault("no_sync", false);
    QVERIFY(shop.start());
    static_cast<void>(client.reply<protocol::AttemptAnswer>(protocol::AttemptAbandon{key}));
    client.buy(oneAmericano());
    expectSoundBooks(shop);
}

void DiskFaultsTest::readOnly()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    ShopClient client{shop.commands(), kKiosk};
    client.buy(oneAmericano());
    const QuoteId quote = client.quote(oneAmericano()).quote;
    shop.fault("read_only", true);
    QVERIFY(!client.settle(client.newKey(), quote, 1s, 500ms).answer);
    QVERIFY(shop.waitDaemonGone(5s));
    QCOMPARE(shop.daemonExitCode(), kLedgerBrokenExit);
    QCOMPARE(shop.bank().size(), std::size_t{1});
    expectRefused(shop, "read-only");
    if (QTest::currentTestFailed())
        return;

    shop.fault("read_only", false);
    QVERIFY(shop.start());
    client.buy(oneAmericano());
    expectSoundBooks(shop);
}

void DiskFaultsTest::littleRoomIsAnAlarm()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    shop.fault("low", true);
    QVERIFY(shop.start());
    QVERIFY(eventually([&] { return isAlarmOn(shop, AlarmKind::DiskLow); }));
    ShopClient{shop.commands(), kKiosk}.buy(oneAmericano()); // there is room for that
    shop.fault("low", false);
    QVERIFY(eventually([&] { return !isAlarmOn(shop, AlarmKind::DiskLow); }, 20s));
    expectSoundBooks(shop);
}

void DiskFaultsTest::newerVersion()
{
    FaultyShop shop;
    QVERIFY(shop.start());
    QVERIFY(shop.stopDaemon());
    daemon::Connection{shop.databaseFile().toStdString(), daemon::OpenMode::Existing}.execute(
        "PRAGMA user_version = 99");
    expectRefused(shop, "newer version");
}

void DiskFaultsTest::damagedPage()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    {
        ShopClient client{shop.commands(), kKiosk};
        for (int n = 0; n < 5; ++n)
            client.buy(threeUnits());
    }
    QVERIFY(shop.stopDaemon());
    QFile file{shop.databaseFile()};
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(file.size() / 2 / 4096 * 4096));
    QVERIFY(file.write(QByteArray(4096, '\x5a')) == 4096);
    file.close();
    expectRefused(shop, "damaged");
}

void DiskFaultsTest::logTakenAway()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    {
        ShopClient client{shop.commands(), kKiosk};
        client.buy(threeUnits());
    }
    shop.killDaemon();
    QVERIFY(QFile::rename(shop.file("-wal"), shop.file("-wal.away")));
    expectRefused(shop, "had reached event");
    if (QTest::currentTestFailed())
        return;
    QFile::remove(shop.file("-wal"));
    QVERIFY(QFile::rename(shop.file("-wal.away"), shop.file("-wal")));
    QVERIFY(shop.start());
    expectSoundBooks(shop);
}

void DiskFaultsTest::oldCopyPutBack()
{
    FaultyShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.start());
    ShopClient client{shop.commands(), kKiosk};
    client.buy(threeUnits());
    QVERIFY(shop.stopDaemon());
    QVERIFY(QFile::copy(shop.databaseFile(), shop.file(".old")));
    QVERIFY(shop.start());
    client.buy(oneAmericano());
    QVERIFY(shop.stopDaemon());
    QVERIFY(QFile::remove(shop.databaseFile()));
    QVERIFY(QFile::copy(shop.file(".old"), shop.databaseFile()));
    expectRefused(shop, "an old copy was put in its place");
    if (QTest::currentTestFailed())
        return;
    // On purpose it can be had.
    QVERIFY(QFile::remove(shop.file("-head")));
    QVERIFY(shop.start());
    QVERIFY(shop.stopDaemon());
}

QTEST_GUILESS_MAIN(DiskFaultsTest)
#include "test_disk_faults.moc"
