// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ledger/verify.h"
#include "shared/client/zmq_feed_source.h"
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <vector>

using namespace coffee;
using namespace coffee::test;

namespace {

constexpr int kKiosks = 3;
const QByteArray kPin{"718293\n"};

/// Customers who buy one after the other until they are told to stop.
class Rush {
public:
    explicit Rush(const RunningShop& shop)
    {
        for (int number = 1; number <= kKiosks; ++number)
            m_kiosks.push_back(std::async(std::launch::async, [this, &shop, number] {
                ShopClient client{shop.commands(),
                                  {Role::Kiosk, "kiosk-" + std::to_string(number)}};
                while (!m_stop) {
                    QElapsedTimer clock;
                    clock.start();
                    m_lastNumber = std::max(m_lastNumber.load(), client.buy(oneAmericano()).number);
                    m_slowest = std::max<qint64>(m_slowest.load(), clock.elapsed());
                    ++m_paid;
                }
            }));
    }
    ~Rush() { m_stop = true; }

    /// Throws what went wrong.
    void end()
    {
        m_stop = true;
        for (auto& kiosk : m_kiosks)
            kiosk.get();
        m_kiosks.clear();
    }
    [[nodiscard]] int paid() const { return m_paid; }
    [[nodiscard]] std::int32_t lastNumber() const { return m_lastNumber; }
    [[nodiscard]] qint64 slowestMs() const { return m_slowest; }

private:
    std::atomic<bool> m_stop{false};
    std::atomic<int> m_paid{0};
    std::atomic<std::int32_t> m_lastNumber{0};
    std::atomic<qint64> m_slowest{0};
    std::vector<std::future<void>> m_kiosks;
};

/// A screen as far as its feed.
struct Screen {
    Screen(const RunningShop& shop, protocol::Stream kind, Actor who)
        : source{{shop.commands().toStdString(),
                  (kind == protocol::Stream::Events ? shop.events() : shop.board()).toStdString(),
                  kind, std::move(who), "0.1.0"}},
          feed{source}
    {
        feed.start();
    }
    client::ZmqFeedSource source;
    client::ShopFeed feed;
};

QString onlyFileIn(const QString& folder)
{
    const QStringList files =
        QDir{folder}.entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot);
    return files.size() == 1 ? folder + QLatin1Char('/') + files.front() : QString{};
}

} // namespace

/// A backup under load, and the machine that it was taken from is lost.
class RestoreTest : public QObject {
    Q_OBJECT

private:
    static void setPin(const RunningShop& shop)
    {
        ShopClient ctl{shop.commands(), {Role::Ctl, "ctl"}};
        ctl.ask<protocol::Accepted>(protocol::PinSet{ShopClient::newOp(), {}, "718293"});
    }
    static RunningShop::Outcome backUp(const RunningShop& shop, const QString& folder)
    {
        return shop.run(
            QStringLiteral("coffeectl"),
            {QStringLiteral("backup"), folder, QStringLiteral("--commands"), shop.commands()}, kPin,
            120s);
    }

private Q_SLOTS:
    void cleanup()
    {
        qunsetenv("LD_PRELOAD");
        qunsetenv("COFFEE_FAULTS");
    }

    void aBackupIsTakenWhileTheShopSells()
    {
        RunningShop shop;
        shop.daemonSwitches = {QStringLiteral("--backup-every"), QStringLiteral("0s")};
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        setPin(shop);
        const QString folder = shop.data() + QStringLiteral("/usb");
        const auto wrongPin = shop.run(
            QStringLiteral("coffeectl"),
            {QStringLiteral("backup"), folder, QStringLiteral("--commands"), shop.commands()},
            "271828\n");
        QCOMPARE(wrongPin.exitCode, 1);
        QVERIFY(!QDir{folder}.exists());
        // A folder that cannot be is said, and the shop sells on.
        const auto nowhere = backUp(shop, QStringLiteral("/proc/no/such"));
        QCOMPARE(nowhere.exitCode, 1);
        QVERIFY2(nowhere.err.contains(QStringLiteral("/proc/no/such")), qPrintable(nowhere.err));

        Rush rush{shop};
        QVERIFY(eventually([&] { return rush.paid() >= 30; }, 60s));
        const int before = rush.paid();
        const auto backup = backUp(shop, folder);
        QVERIFY2(backup.exitCode == 0, qPrintable(backup.err));
        const int during = rush.paid() - before;
        QVERIFY(eventually([&] { return rush.paid() >= before + during + 20; }, 60s));
        rush.end();
        qInfo("%d orders, %d of them while the backup was taken; the slowest took %lld ms: %s",
              rush.paid(), during, static_cast<long long>(rush.slowestMs()),
              qPrintable(backup.out.trimmed()));

        const QString file = onlyFileIn(folder);
        QVERIFY2(!file.isEmpty(), "one file and nothing beside it");
        const auto verify = shop.run(QStringLiteral("coffeectl"), {QStringLiteral("verify"), file});
        QVERIFY2(verify.exitCode == 0, qPrintable(verify.err + verify.out));
        QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
        const QStringList wrong = auditStoppedShop(shop);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    }

    void backupsComeByThemselvesAndAFailureIsAnAlarm()
    {
        RunningShop shop;
        const QString folder = shop.data() + QStringLiteral("/backups");
        shop.daemonSwitches = {QStringLiteral("--backup-folder"),    folder,
                               QStringLiteral("--backup-every"),     QStringLiteral("0s"),
                               QStringLiteral("--backup-old-after"), QStringLiteral("1s")};
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        setPin(shop);
        ShopClient office{shop.commands(), {Role::Manager, "office"}};
        const auto alarm = [&] {
            return office.ask<protocol::Snapshot>(protocol::SnapshotGet{})
                .view.health.alarms.contains(AlarmKind::BackupOld);
        };
        QVERIFY(eventually(alarm, 20s));
        QVERIFY(shop.stopDaemon());
        shop.daemonSwitches[3] = QStringLiteral("1h");
        shop.daemonSwitches[5] = QStringLiteral("2h");
        QVERIFY(shop.startDaemon());
        QVERIFY(alarm());
        QVERIFY(eventually([&] { return !alarm(); }, 60s));
        QVERIFY(!onlyFileIn(folder).isEmpty());
        QVERIFY(shop.stopDaemon());
        QVERIFY(!QFile::exists(shop.data() + QStringLiteral("/daemon/backup.part")));
    }

    /// The drill: an hour-old backup on an empty machine, and the shop goes on selling.
    void whatWasPaidAfterTheBackupIsATask()
    {
        RunningShop shop;
        shop.daemonSwitches = {QStringLiteral("--backup-every"), QStringLiteral("0s")};
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
        setPin(shop);
        const QString usb = shop.data() + QStringLiteral("/usb");
        const QString data = shop.data() + QStringLiteral("/daemon");

        ShopClient customer{shop.commands(), {Role::Kiosk, "kiosk-7"}};
        const AttemptKey cancelledLater = customer.newKey();
        QVERIFY(customer.settle(cancelledLater, customer.quote(threeUnits()).quote).paid());
        Screen bar{shop, protocol::Stream::Events, {Role::Station, "bar-1"}};
        Screen pickup{shop, protocol::Stream::Board, {Role::Board, "pickup"}};
        Rush before{shop};
        QVERIFY(eventually([&] { return before.paid() >= 30; }, 60s));
        const auto backup = backUp(shop, usb);
        QVERIFY2(backup.exitCode == 0, qPrintable(backup.err));
        before.end();
        QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
        const ShopTime lastBefore = customer.buy(oneAmericano()).at;
        anHourGoesBy(shop);
        // The shop has gone on for an hour: orders, and money that goes back.
        QVERIFY(customer.buy(oneAmericano()).at - lastBefore >= 1h);
        Rush rush{shop};
        QVERIFY(eventually([&] { return rush.paid() >= 30; }, 60s));
        customer.ask<protocol::CancelAnswer>(protocol::OrderCancel{
            ShopClient::newOp(), protocol::KeyProof{cancelledLater}, OrderState::Queued, 0});
        rush.end();
        QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
        QTRY_COMPARE_WITH_TIMEOUT(bar.feed.freshness().state, client::FeedState::Live, 20'000);
        const std::string oldEpoch = bar.feed.freshness().epoch;
        const BankBooks bank = shop.bank();

        // The machine is gone with everything on it.
        shop.killDaemon();
        const QString file = onlyFileIn(usb);
        QVERIFY(!file.isEmpty());
        // Over what is newer it does not go by itself.
        const QStringList restore{QStringLiteral("restore"), file, data};
        const auto refused = shop.run(QStringLiteral("coffeectl"), restore);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("--over-newer")), qPrintable(refused.err));
        QVERIFY(QDir{data}.removeRecursively());
        const auto restored = shop.run(QStringLiteral("coffeectl"), restore);
        QVERIFY2(restored.exitCode == 0, qPrintable(restored.err));
        const auto sound =
            shop.run(QStringLiteral("coffeectl"),
                     {QStringLiteral("verify"), data + QStringLiteral("/shop.sqlite")});
        QVERIFY2(sound.exitCode == 0, qPrintable(sound.out + sound.err));
        QVERIFY(shop.startDaemon());

        // Screens take up the other log by themselves.
        for (Screen* screen : {&bar, &pickup}) {
            QTRY_VERIFY_WITH_TIMEOUT(screen->feed.freshness().epoch != oldEpoch &&
                                         screen->feed.freshness().state == client::FeedState::Live,
                                     30'000);
        }
        QTRY_VERIFY_WITH_TIMEOUT(
            std::any_of(
                bar.feed.view().payments.attempts.begin(), bar.feed.view().payments.attempts.end(),
                [](const auto& entry) { return entry.second.state == AttemptState::NeedsReview; }),
            30'000);
        // Nobody is given a number that somebody else stands there with.
        ShopClient next{shop.commands(), {Role::Kiosk, "kiosk-9"}};
        protocol::PaidAnswer sold;
        QVERIFY(eventually(
            [&] {
                const auto quote = next.reply<protocol::Quote>(next.checkout(oneAmericano()));
                return quote && std::holds_alternative<protocol::Quote>(quote->content);
            },
            30s));
        sold = next.buy(oneAmericano());
        QVERIFY2(sold.number > rush.lastNumber(), qPrintable(QString::number(sold.number)));
        QVERIFY(eventually([&] {
            const auto& attempts = bar.feed.view().payments.attempts;
            QCoreApplication::processEvents();
            return std::none_of(attempts.begin(), attempts.end(),
                                [](const auto& entry) { return isUnderWay(entry.second.state); });
        }));

        compareWithBank(shop, bank, cancelledLater);
    }

private:
    /// For the daemon and the bank alike.
    void anHourGoesBy(RunningShop& shop)
    {
        QVERIFY(shop.stopDaemon());
        shop.killTerminal();
        const QString faults = shop.data() + QStringLiteral("/faults");
        QVERIFY(QDir{}.mkpath(faults));
        QFile clock{faults + QStringLiteral("/clock")};
        QVERIFY(clock.open(QFile::WriteOnly));
        qputenv("LD_PRELOAD", COFFEE_FAULTY_DISK);
        qputenv("COFFEE_FAULTS", faults.toUtf8());
        QVERIFY(shop.startTerminal());
        QVERIFY(shop.startDaemon());
    }

    /// Every charge that the bank had before the loss is an order of the backup or a task, and no
    /// won more went back.
    void compareWithBank(RunningShop& shop, const BankBooks& before,
                         const AttemptKey& cancelledLater)
    {
        const BankBooks after = shop.bank();
        for (const auto& [key, charge] : before)
            QCOMPARE(after.at(key).net(), charge.net());
        QVERIFY(shop.stopDaemon());
        const auto verdict = daemon::verifyLedger(shop.databaseFile().toStdString());
        QVERIFY(verdict.ok());
        for (const auto& difference : verdict->differences)
            QFAIL(toText(difference).c_str());
        const ShopBooks books = readBooks(shop.databaseFile());
        std::map<std::string, const daemon::AttemptRow*> attempts;
        for (const daemon::AttemptRow& attempt : books.attempts)
            attempts.emplace(attempt.key.value, &attempt);
        int orders = 0;
        int tasks = 0;
        for (const auto& [key, charge] : before) {
            if (charge.taken == 0)
                continue;
            const auto known = attempts.find(key);
            QVERIFY2(known != attempts.end(), key.c_str());
            const bool isTask = known->second->state == AttemptState::NeedsReview;
            QVERIFY(isTask || known->second->state == AttemptState::Paid);
            QCOMPARE(known->second->basket.total.won(), charge.taken);
            ++(isTask ? tasks : orders);
        }
        qInfo("after the restore: %d orders of the backup, %d tasks", orders, tasks);
        QVERIFY(orders >= 30 && tasks >= 30);
        // What was paid back after the backup is a task as well, and not paid back again.
        const auto order =
            std::find_if(books.orders.begin(), books.orders.end(),
                         [&](const daemon::OrderRow& row) { return row.key == cancelledLater; });
        QVERIFY(order != books.orders.end());
        QCOMPARE(order->refunds.size(), std::size_t{1});
        QCOMPARE(order->refunds.front().state, RefundState::NeedsReview);
        QCOMPARE(order->refunds.front().amount, order->basket.total);
    }
};

QTEST_GUILESS_MAIN(RestoreTest)
#include "test_restore.moc"
