// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_shop.h"

#include "tests/bench/window_orders.h"

#include <QDir>
#include <QFile>
#include <QProcess>

#include <exception>
#include <mutex>
#include <thread>

namespace coffee::bench {
namespace {

constexpr int kCustomers = 20;
constexpr int kPatienceMs = 30'000;
/// Paid, begun, made and collected: with what becomes of them the log grows past 10,000 events.
constexpr int kFinishedOrders = 1600;

void step(test::ShopClient& bar, OrderId order, protocol::OrderAction action, OrderState seen)
{
    static_cast<void>(bar.ask<protocol::OrderAnswer>(
        protocol::OrderCommand{action, test::ShopClient::newOp(), order, seen, 0}));
}

/// The measured build of the daemon, which need not wait for the disk: it only makes the log that
/// is measured afterwards.
class UnsyncedDaemon {
public:
    explicit UnsyncedDaemon(const QStringList& switches)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("COFFEE_BENCH_SYNCHRONOUS"), QStringLiteral("OFF"));
        m_process.setProcessEnvironment(environment);
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(test::RunningShop::binary(QStringLiteral("payment_daemon_bench")),
                        switches);
        while (!m_process.canReadLine())
            if (!m_process.waitForReadyRead(kPatienceMs))
                throw std::runtime_error{"the daemon does not start"};
    }
    ~UnsyncedDaemon()
    {
        m_process.terminate();
        m_process.waitForFinished(kPatienceMs);
    }
    UnsyncedDaemon(const UnsyncedDaemon&) = delete;
    UnsyncedDaemon& operator=(const UnsyncedDaemon&) = delete;

private:
    QProcess m_process;
};

} // namespace

BusyShop::BusyShop(const QString& folder) : m_data{folder + QStringLiteral("/busy-shop")}
{
    const QString whole = m_data + QStringLiteral("/whole");
    if (!QFile::exists(whole))
        QDir{m_data}.removeRecursively();
    QDir{}.mkpath(m_data);
    if (!QFile::exists(whole)) {
        const UnsyncedDaemon daemon{switches()};
        fill();
        QFile mark{whole};
        if (!mark.open(QIODevice::WriteOnly))
            throw std::runtime_error{"cannot write into the scratch folder"};
    }
    if (!m_endpoints.startDaemonWith(switches()))
        throw std::runtime_error{"the daemon does not start"};
}

BusyShop::~BusyShop()
{
    static_cast<void>(m_endpoints.stopDaemon());
}

QStringList BusyShop::switches() const
{
    return {QStringLiteral("--commands"),
            m_endpoints.commands(),
            QStringLiteral("--events"),
            m_endpoints.events(),
            QStringLiteral("--board"),
            m_endpoints.board(),
            QStringLiteral("--data"),
            m_data + QStringLiteral("/daemon"),
            QStringLiteral("--menu"),
            test::RunningShop::menuFile(),
            QStringLiteral("--gateway"),
            QStringLiteral("instant"),
            QStringLiteral("--charges-waiting-max"),
            QStringLiteral("10000")};
}

test::ShopClient BusyShop::client(Role role, const std::string& name) const
{
    return test::ShopClient{m_endpoints.commands(), Actor{role, name}};
}

void BusyShop::fill()
{
    std::mutex mutex;
    std::exception_ptr failed;
    std::vector<std::thread> customers;
    for (int customer = 0; customer < kCustomers; ++customer)
        customers.emplace_back([&, customer] {
            try {
                serve(customer, kFinishedOrders / kCustomers, kOpenOrders / kCustomers);
            } catch (...) {
                const std::lock_guard lock{mutex};
                failed = std::current_exception();
            }
        });
    for (std::thread& thread : customers)
        thread.join();
    if (failed)
        std::rethrow_exception(failed);
}

void BusyShop::serve(int customer, int finished, int left)
{
    auto kiosk = client(Role::Kiosk, "kiosk-" + std::to_string(customer + 1));
    auto bar = client(Role::Station, "bar-1");
    for (int n = 0; n < finished + left; ++n) {
        const auto seed = static_cast<std::uint64_t>(customer * 1'000 + n);
        const OrderId order = kiosk.buy(smallBasket(kiosk.menu(), seed)).order;
        if (n >= finished)
            continue;
        step(bar, order, protocol::OrderAction::Start, OrderState::Queued);
        step(bar, order, protocol::OrderAction::Ready, OrderState::Making);
        step(bar, order, protocol::OrderAction::Collect, OrderState::Ready);
    }
}

} // namespace coffee::bench
