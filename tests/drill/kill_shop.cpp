// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/kill_shop.h"

#include "tests/support/eventually.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QCoreApplication>

#include <fstream>
#include <iterator>

namespace coffee::drill {
namespace {

using namespace std::chrono_literals;

constexpr int kKiosks = 3;
/// A place that is not reached by then is left alone: the daemon dies there and then.
constexpr auto kReachLimit = 1200ms;
constexpr auto kSettleLimit = 90s;
constexpr auto kQuietLimit = 90s;
constexpr unsigned kAnyMomentMs = 250;
constexpr unsigned kClientKillPercent = 12;

/// Picking a free port is not for several threads at once.
std::mutex g_terminalStart;

std::string nameOf(const test::RunningShop& shop)
{
    return shop.data().toStdString() + ": ";
}

} // namespace

KillShop::KillShop(KillPlan& plan, std::uint32_t seed)
    : m_plan{plan},
      m_random{seed},
      m_journals{m_shop.data().toStdString() + "/journals"},
      m_copy{m_shop.data().toStdString() + "/copy"}
{
    std::filesystem::create_directories(m_journals);
    std::filesystem::create_directories(m_copy);
    m_shop.terminalSwitches = QStringLiteral("--latency-ms 15:8 --card-ms 5 --decline-percent 6 "
                                             "--lost-answer-percent 2 --seed %1")
                                  .arg(seed % 1'000'000)
                                  .split(QLatin1Char(' '));
    m_kiosks.switches = {QStringLiteral("--kiosks"), QString::number(kKiosks)};
    m_bar.switches = {QStringLiteral("--bar")};
}

KillShop::~KillShop()
{
    stop(m_kiosks);
    stop(m_bar);
}

void KillShop::start(Client& client)
{
    client.process.setProcessChannelMode(QProcess::ForwardedChannels);
    client.process.start(
        QCoreApplication::applicationFilePath(),
        QStringList{QStringLiteral("people"), QStringLiteral("--commands"), m_shop.commands(),
                    QStringLiteral("--journals"), QString::fromStdString(m_journals.string()),
                    QStringLiteral("--seed"), QString::number(m_random() % 1'000'000)} +
            client.switches);
    if (!client.process.waitForStarted())
        differ("a client does not start");
}

void KillShop::stop(Client& client)
{
    if (client.process.state() == QProcess::NotRunning)
        return;
    client.process.kill();
    client.process.waitForFinished();
}

void KillShop::killAClient()
{
    Client& client = m_random() % 4 == 0 ? m_bar : m_kiosks;
    stop(client);
    m_plan.clientKilled();
    start(client);
}

void KillShop::differ(const std::string& sentence)
{
    m_plan.differ({nameOf(m_shop) + sentence});
}

int KillShop::failpointsReached() const
{
    std::ifstream log{m_shop.data().toStdString() + "/failpoints.log"};
    return static_cast<int>(std::count(std::istreambuf_iterator<char>{log}, {}, '\n'));
}

bool KillShop::startFor(const KillOrder& order)
{
    m_reachedBefore = failpointsReached();
    const bool ready = m_shop.startDaemon(
        order.place == kAnyMoment
            ? QString{}
            : QStringLiteral("%1:%2:kill").arg(QString::fromStdString(order.place)).arg(order.hit));
    if (!ready && failpointsReached() == m_reachedBefore)
        differ("the daemon does not start: " + m_shop.daemonLog().right(1000).toStdString());
    return ready || failpointsReached() > m_reachedBefore;
}

std::string KillShop::waitForDeath(const KillOrder& order)
{
    const bool aClientToo = m_random() % 100 < kClientKillPercent;
    if (aClientToo) {
        static_cast<void>(
            m_shop.waitDaemonGone(std::chrono::milliseconds{m_random() % kAnyMomentMs}));
        killAClient();
    }
    const bool byItself =
        order.place == kAnyMoment
            ? m_shop.waitDaemonGone(std::chrono::milliseconds{order.seed % kAnyMomentMs})
            : m_shop.waitDaemonGone(kReachLimit);
    m_shop.killDaemon();
    if (!byItself)
        return kAnyMoment;
    if (failpointsReached() == m_reachedBefore)
        differ("the daemon ended by itself: " + m_shop.daemonLog().right(1000).toStdString());
    return order.place;
}

DeadShop KillShop::photograph()
{
    DeadShop dead;
    const std::filesystem::path file = m_shop.databaseFile().toStdString();
    dead.database = m_copy / "shop.sqlite";
    for (const char* tail : {"", "-wal", "-journal"}) {
        const std::filesystem::path from = file.string() + tail;
        const std::filesystem::path to = dead.database.string() + tail;
        std::filesystem::remove(to);
        if (std::filesystem::exists(from))
            std::filesystem::copy_file(from, to);
    }
    dead.bank = m_shop.bank();
    dead.told = told();
    return dead;
}

std::vector<ToldLine> KillShop::told() const
{
    std::vector<ToldLine> all;
    for (const auto& file : std::filesystem::directory_iterator{m_journals})
        for (ToldLine& line : ToldJournal::read(file.path()))
            all.push_back(std::move(line));
    return all;
}

void KillShop::compare(const DeadShop& shop)
{
    for (const std::string& difference : differencesAtThisMoment(shop))
        differ(difference);
}

void KillShop::run(int killsMax)
{
    {
        const std::lock_guard lock{g_terminalStart};
        if (!m_shop.startTerminal())
            return differ("the terminal does not start");
    }
    auto order = m_plan.next();
    if (!order || !startFor(*order))
        return;
    start(m_kiosks);
    start(m_bar);
    for (int kills = 1; order; ++kills) {
        m_plan.killed(waitForDeath(*order));
        const DeadShop dead = photograph();
        order = kills < killsMax ? m_plan.next() : std::nullopt;
        if (order && !startFor(*order))
            return;
        compare(dead); // while the next daemon is busy already
    }
    audit();
}

void KillShop::settle(Client& client)
{
    client.switches << QStringLiteral("--settle");
    start(client);
    if (!client.process.waitForFinished(
            static_cast<int>(std::chrono::milliseconds{kSettleLimit}.count())) ||
        client.process.exitCode() != 0)
        differ("a client has not settled what it had begun");
}

void KillShop::followAllEvents()
{
    test::ShopClient client{m_shop.commands(), {Role::Ctl, "audit"}};
    ShopView view;
    for (const Event& event : client.allEvents(protocol::Stream::Events)) {
        if (event.seq != view.seq + 1)
            differ("event " + std::to_string(event.seq) + " follows " + std::to_string(view.seq));
        view.apply(event);
    }
    const auto snapshot = client.ask<protocol::Snapshot>(protocol::SnapshotGet{});
    if (snapshot.view.seq == view.seq && snapshot.view != view)
        differ("the snapshot is not what the events tell");
}

void KillShop::audit()
{
    stop(m_kiosks);
    stop(m_bar);
    if (!m_shop.startDaemon())
        return differ("the daemon does not start: " + m_shop.daemonLog().right(1000).toStdString());
    settle(m_kiosks);
    settle(m_bar);
    if (!test::eventually([&] { return test::isQuiet(m_shop); }, kQuietLimit))
        differ("a payment or a refund does not come to its end");
    followAllEvents();
    for (const QString& difference : test::auditStoppedShop(m_shop))
        differ(difference.toStdString());
    const DeadShop dead = photograph();
    compare(dead);
    m_plan.audited(static_cast<std::int64_t>(test::readBooks(m_shop.databaseFile()).orders.size()));
}

} // namespace coffee::drill
