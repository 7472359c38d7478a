// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <sqlite3.h>
#include <vector>

using namespace coffee;
using namespace coffee::test;

namespace {

Actor kiosk(int number)
{
    return {Role::Kiosk, "kiosk-" + std::to_string(number)};
}

int chargesRunning(const RunningShop& shop)
{
    ShopClient client{shop.commands(), {Role::Ctl, "ctl"}};
    return client.ask<protocol::StatusAnswer>(protocol::StatusGet{}).chargesRunning;
}

/// A customer with a quote and a key, and the thread in which it waits for its payment.
struct Customer {
    Customer(const RunningShop& shop, int number)
        : client{shop.commands(), kiosk(number)},
          key{client.newKey()},
          quote{client.quote(oneAmericano()).quote}
    {
    }

    void pay()
    {
        settled = std::async(std::launch::async, [this] { return client.settle(key, quote); });
    }

    ShopClient client;
    AttemptKey key;
    QuoteId quote;
    std::future<Settled> settled;
};

} // namespace

/// A shop's daemon as a process: how it begins and ends, whom it lets wait.
class ProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLedgerOfANewerVersionIsLeftAlone();
    void theSampleSettingsOpenAShop();
    void itStopsInTimeWithChargesInFlight();
    void aMachineThatGuessesPinsIsLocked();
    void customersBeyondTheTerminalsAreToldToWait();
};

void ProcessTest::aLedgerOfANewerVersionIsLeftAlone()
{
    RunningShop shop;
    QVERIFY(shop.startDaemon());
    QVERIFY(shop.stopDaemon());
    sqlite3* database = nullptr;
    QCOMPARE(sqlite3_open(shop.databaseFile().toUtf8().constData(), &database), SQLITE_OK);
    QCOMPARE(sqlite3_exec(database, "PRAGMA user_version = 999", nullptr, nullptr, nullptr),
             SQLITE_OK);
    QCOMPARE(sqlite3_close(database), SQLITE_OK);

    const auto outcome =
        shop.run(QStringLiteral("payment_daemon"),
                 {QStringLiteral("--commands"), shop.commands(), QStringLiteral("--events"),
                  shop.events(), QStringLiteral("--board"), shop.board(), QStringLiteral("--data"),
                  shop.data() + QStringLiteral("/daemon"), QStringLiteral("--menu"),
                  RunningShop::menuFile(), QStringLiteral("--gateway"), QStringLiteral("instant")});
    QCOMPARE(outcome.exitCode, 2);
    QVERIFY2(outcome.err.contains(QStringLiteral("newer version")), qPrintable(outcome.err));
    QCOMPARE(outcome.err.trimmed().count(QLatin1Char('\n')), 0);
    QVERIFY(outcome.out.isEmpty());
}

void ProcessTest::theSampleSettingsOpenAShop()
{
    RunningShop shop;
    QFile sample{QStringLiteral(COFFEE_SOURCE_DIR "/resources/payment_daemon.toml")};
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QString text = QString::fromUtf8(sample.readAll());
    const auto put = [&text](const char* old, const QString& own) {
        QVERIFY2(text.contains(QLatin1String(old)), old);
        text.replace(QLatin1String(old), own);
    };
    put("/var/lib/coffee-order", shop.data() + QStringLiteral("/daemon"));
    put("tcp://127.0.0.1:7701", shop.commands());
    put("tcp://127.0.0.1:7702", shop.events());
    put("tcp://127.0.0.1:7703", shop.board());
    put("\"menu.toml\"", QLatin1Char('"') + RunningShop::menuFile() + QLatin1Char('"'));
    put("terminal_sim=http://127.0.0.1:7711", QStringLiteral("instant"));
    const QString path = shop.data() + QStringLiteral("/payment_daemon.toml");
    QFile own{path};
    QVERIFY(own.open(QIODevice::WriteOnly));
    own.write(text.toUtf8());
    own.close();

    QVERIFY(shop.startDaemonWith({QStringLiteral("--config"), path}));
    ShopClient client{shop.commands(), kiosk(1)};
    QCOMPARE(client.buy(oneAmericano()).number, 101);
    QVERIFY(shop.stopDaemon());

    // The command line wins over the file, and a mistake in the file is named with its line.
    own.setFileName(path);
    QVERIFY(own.open(QIODevice::Append));
    own.write("until = 3\n");
    own.close();
    const auto outcome =
        shop.run(QStringLiteral("payment_daemon"), {QStringLiteral("--config"), path});
    QCOMPARE(outcome.exitCode, 2);
    const auto lines = text.count(QLatin1Char('\n')) + 1;
    QVERIFY2(outcome.err.contains(path + QStringLiteral(":%1:").arg(lines)),
             qPrintable(outcome.err));
}

void ProcessTest::itStopsInTimeWithChargesInFlight()
{
    RunningShop shop;
    shop.terminalSwitches = {QStringLiteral("--card-ms"), QStringLiteral("3500"),
                             QStringLiteral("--latency-ms"), QStringLiteral("20:5")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    std::vector<std::unique_ptr<Customer>> customers;
    for (int number = 1; number <= 4; ++number)
        customers.push_back(std::make_unique<Customer>(shop, number));
    // One whose kiosk waits as long as it may: it is not left without an answer.
    std::atomic<int> pendings{0};
    std::atomic<PaymentPhase> phase{PaymentPhase::Sending};
    std::atomic<bool> stopping{false};
    auto waiting = std::async(std::launch::async, [&] {
        Customer& customer = *customers.front();
        do {
            const auto reply = customer.client.reply<protocol::AttemptAnswer>(
                protocol::OrderPlace{customer.key, customer.quote}, {7000ms, 1, 300ms});
            const auto* pending = reply ? std::get_if<protocol::Pending>(&reply->content) : nullptr;
            if (pending) {
                phase = pending->phase;
                ++pendings;
            }
        } while (!stopping);
    });
    for (auto& customer : customers)
        if (customer != customers.front())
            customer->pay();
    QVERIFY(eventually([&] { return phase == PaymentPhase::WaitingCard; }, 20s));
    QVERIFY(eventually([&] { return chargesRunning(shop) == 4; }, 20s));
    const int pendingsBefore = pendings;
    stopping = true;
    QElapsedTimer clock;
    clock.start();
    QVERIFY(shop.stopDaemon());
    const auto stopMs = clock.elapsed();
    waiting.get();
    QCOMPARE(pendings.load(), pendingsBefore + 1);
    qInfo("stopped in %lld ms with 4 charges in flight; who waited was answered after %lld ms",
          static_cast<long long>(stopMs), static_cast<long long>(clock.elapsed()));

    QVERIFY(shop.startDaemon());
    customers.front()->pay();
    for (auto& customer : customers)
        QVERIFY(customer->settled.get().paid());
    QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
    QCOMPARE(shop.bank().size(), customers.size());
    customers.clear();
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void ProcessTest::aMachineThatGuessesPinsIsLocked()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    const auto paid = ShopClient{shop.commands(), kiosk(1)}.buy(oneAmericano());
    ShopClient ctl{shop.commands(), {Role::Ctl, "ctl"}};
    ctl.ask<protocol::Accepted>(protocol::PinSet{ShopClient::newOp(), {}, "718293"});
    const auto cancel = [&](const std::string& pin) {
        return protocol::OrderCancelByStaff{
            ShopClient::newOp(), paid.order, OrderState::Queued, "spilt", pin, 0};
    };
    ShopClient guesser{shop.commands(), {Role::Manager, "office"}};
    for (int tries = 1; tries <= 4; ++tries) {
        const Refusal refused = guesser.refusal(cancel("718290"));
        QCOMPARE(refused.code, RefusalCode::WrongPin);
        QCOMPARE(refused.left, 5 - tries);
    }
    static_cast<void>(guesser.refusal(cancel("718290")));
    const Refusal locked = guesser.refusal(cancel("718293"));
    QCOMPARE(locked.code, RefusalCode::Locked);
    QVERIFY(locked.retryAfter > 0ms && locked.retryAfter <= 60s);
    // Only that machine is locked.
    ShopClient other{shop.commands(), {Role::Manager, "bar"}};
    QCOMPARE(other.ask<protocol::CancelAnswer>(cancel("718293")).amount, paid.basket.total);
    QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void ProcessTest::customersBeyondTheTerminalsAreToldToWait()
{
    RunningShop shop;
    shop.terminalSwitches = {QStringLiteral("--card-ms"), QStringLiteral("1500"),
                             QStringLiteral("--latency-ms"), QStringLiteral("20:5")};
    shop.daemonSwitches = {QStringLiteral("--gateway-workers"), QStringLiteral("2"),
                           QStringLiteral("--charges-waiting-max"), QStringLiteral("0")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    std::vector<std::unique_ptr<Customer>> customers;
    for (int number = 1; number <= 6; ++number)
        customers.push_back(std::make_unique<Customer>(shop, number));
    customers[0]->pay();
    customers[1]->pay();
    QVERIFY(eventually([&] { return chargesRunning(shop) == 2; }, 10s));

    const auto expectBusy = [&](Customer& customer, const protocol::RequestBody& question) {
        const Refusal refused = customer.client.refusal(question);
        QCOMPARE(refused.code, RefusalCode::Busy);
        QVERIFY(refused.retryAfter > 0ms);
    };
    for (std::size_t n = 2; n < customers.size(); ++n) {
        Customer& customer = *customers[n];
        // A new basket is not even priced, and an older promise is not charged.
        expectBusy(customer, customer.client.checkout(oneAmericano()));
        expectBusy(customer, protocol::OrderPlace{customer.key, customer.quote});
    }
    const BankBooks bank = shop.bank();
    for (std::size_t n = 2; n < customers.size(); ++n)
        QCOMPARE(bank.count(customers[n]->key.value), std::size_t{0});

    // Nothing was recorded of them: the same key and quote go through when there is room.
    for (std::size_t n = 2; n < customers.size(); ++n)
        customers[n]->pay();
    int timesBusy = 0;
    std::chrono::milliseconds longest{0};
    for (auto& customer : customers) {
        const Settled settled = customer->settled.get();
        QVERIFY2(settled.paid(), settled.body.c_str());
        timesBusy += settled.timesBusy;
        longest = std::max(longest, settled.longestBusy);
    }
    qInfo("6 customers at 2 terminals: told to wait %d times more, %lld ms at most", timesBusy,
          static_cast<long long>(longest.count()));
    customers.clear();
    QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(ProcessTest)
#include "test_process.moc"
