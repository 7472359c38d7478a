// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace coffee;
using namespace coffee::test;

namespace {

constexpr int kCustomers = 6;

/// Somebody who buys one coffee after the other, and waits for as long as they are told.
class Regular {
public:
    Regular(const RunningShop& shop, int number, const std::atomic<bool>& stop)
        : m_client{shop.commands(), {Role::Kiosk, "kiosk-" + std::to_string(number)}},
          m_stop{stop},
          m_thread{[this] { live(); }}
    {
    }
    ~Regular() { m_thread.join(); }
    Regular(const Regular&) = delete;
    Regular& operator=(const Regular&) = delete;

    [[nodiscard]] int timesBusy() const { return m_timesBusy; }
    [[nodiscard]] int paid() const { return m_paid; }
    /// The longest that anybody waited to be told to wait.
    [[nodiscard]] qint64 longestRefusalMs() const { return m_longestRefusalMs; }

private:
    void live()
    {
        while (!m_stop) {
            QElapsedTimer clock;
            clock.start();
            const auto reply = m_client.reply<protocol::Quote>(m_client.checkout(oneAmericano()));
            if (!reply)
                continue;
            if (const auto* refused = std::get_if<Refusal>(&reply->content)) {
                m_longestRefusalMs = std::max<qint64>(m_longestRefusalMs, clock.elapsed());
                ++m_timesBusy;
                rest(refused->retryAfter);
                continue;
            }
            const auto settled =
                m_client.settle(m_client.newKey(), std::get<protocol::Quote>(reply->content).quote);
            m_paid += settled.paid() ? 1 : 0;
        }
    }
    void rest(std::chrono::milliseconds time)
    {
        constexpr std::chrono::milliseconds kNap{50};
        for (auto rested = 0ms; rested < time && !m_stop; rested += kNap)
            std::this_thread::sleep_for(kNap);
    }

    ShopClient m_client;
    const std::atomic<bool>& m_stop;
    std::atomic<int> m_timesBusy{0};
    std::atomic<int> m_paid{0};
    std::atomic<qint64> m_longestRefusalMs{0};
    std::thread m_thread; ///< last: it uses the rest
};

QString status(const RunningShop& shop)
{
    return shop
        .run(QStringLiteral("coffeectl"),
             {QStringLiteral("--commands"), shop.commands(), QStringLiteral("status")})
        .out;
}

} // namespace

/// The breaker in the real daemon, with the simulated terminal over HTTP.
class BreakerProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSlowBankOpensItAndAQuickOneClosesIt();
};

void BreakerProcessTest::aSlowBankOpensItAndAQuickOneClosesIt()
{
    RunningShop shop;
    shop.terminalSwitches = {QStringLiteral("--card-ms"), QStringLiteral("20"),
                             QStringLiteral("--latency-ms"), QStringLiteral("900:20")};
    shop.daemonSwitches = {QStringLiteral("--breaker-slow-ms"), QStringLiteral("500")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    QVERIFY(status(shop).contains(QLatin1String("closed")));
    std::atomic<bool> stop{false};
    std::vector<std::unique_ptr<Regular>> regulars;
    for (int number = 1; number <= kCustomers; ++number)
        regulars.push_back(std::make_unique<Regular>(shop, number, stop));

    QVERIFY(eventually(
        [&] { return status(shop).contains(QLatin1String("open: no card is asked for")); }, 20s));
    QVERIFY(eventually([&] { return regulars.front()->timesBusy() > 0; }, 20s));
    QVERIFY(shop.script(R"({"latency_mean_ms":40,"latency_sigma_ms":10})"));
    QElapsedTimer clock;
    clock.start();
    const bool closed = eventually(
        [&] { return status(shop).contains(QLatin1String("closed: card payments work")); }, 60s);
    const qint64 took = clock.elapsed();
    stop = true;
    qint64 longest = 0;
    int busy = 0;
    int paid = 0;
    for (const auto& regular : regulars) {
        longest = std::max(longest, regular->longestRefusalMs());
        busy += regular->timesBusy();
        paid += regular->paid();
    }
    regulars.clear();
    qInfo("closed %lld ms after the bank was quick again; %d paid, %d times told to wait, "
          "%lld ms at most to be told",
          took, paid, busy, longest);
    QVERIFY(closed);
    QVERIFY(longest < 2'000);
    QVERIFY(eventually([&] { return isQuiet(shop); }, 20s));
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(BreakerProcessTest)
#include "test_breaker_process.moc"
