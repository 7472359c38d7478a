// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/daemon.h"

#include "payment_daemon/run/log.h"
#include "payment_daemon/run/shop_loop.h"

#include <atomic>
#include <csignal>
#include <ctime>
#include <mutex>
#include <thread>

namespace coffee::daemon {
namespace {

constexpr timespec kSignalPoll{0, 200'000'000};

ShopTime wallNow()
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

/// The steady clock in the type of deadlines.
SteadyTime steadyNow()
{
    return SteadyTime{std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch())};
}

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

class Daemon::Parts {
public:
    Parts(Ledger& ledger, PaymentGateway& gateway, ShopSettings settings, ShopSources sources,
          const NetEndpoints& endpoints, DiskRoom disk, BackupWays backups, Report report)
        : m_disk{std::move(disk)},
          m_shop{ledger, settings, std::move(sources)},
          m_net{makeNet(endpoints)},
          m_hasher{m_queue},
          m_backups{std::move(backups.source), std::move(backups.folder), std::move(backups.keep),
                    m_queue},
          m_workers{gateway, limitsOf(settings),
                    [this](GatewayResult result) { m_queue.put(std::move(result)); }},
          m_loop{ledger,
                 loaded(m_shop),
                 m_queue,
                 {[this](Outgoing outgoing) { m_net->send(std::move(outgoing)); },
                  [this](GatewayCall call) { return m_workers.submit(std::move(call)); },
                  [this](PinEffect question) { m_hasher.ask(std::move(question)); },
                  [this] { m_workers.recallCharges(); },
                  {[this] { return m_disk.freeBytes(); }, [this] { return m_disk.keepReserve(); },
                   [this] { return m_disk.giveUpReserve(); }},
                  [this](const BackupEffect& wanted) { m_backups.begin(wanted); },
                  [this](ShopTime now) { return m_backups.copySome(now); },
                  std::move(report)},
                 {wallNow, steadyNow}}
    {
    }

    [[nodiscard]] const NetEndpoints& endpoints() const { return m_net->endpoints(); }

    void run()
    {
        std::jthread signals{[this](const std::stop_token& stop) { waitForStop(stop); }};
        m_loop.run(m_stop);
        const std::lock_guard lock{m_netTroubleMutex};
        if (!m_netTrouble.empty())
            throw NetFailed{m_netTrouble};
    }

private:
    static Shop& loaded(Shop& shop)
    {
        shop.load();
        return shop;
    }

    static GatewayLimits limitsOf(const ShopSettings& settings)
    {
        GatewayLimits limits;
        limits.chargeWorkers = settings.chargeWorkers;
        // The shop admits no more than this. A worker whose result was taken may still be on its
        // way to the queue when the next charge comes: there is room for one behind each.
        limits.chargesWaitingMax =
            settings.chargesWaitingMax + static_cast<std::size_t>(settings.chargeWorkers);
        return limits;
    }

    std::unique_ptr<NetThread> makeNet(const NetEndpoints& endpoints)
    {
        try {
            return std::make_unique<NetThread>(
                endpoints,
                [this](std::string route, protocol::Request request) {
                    ReplyTo to{std::move(route), request.id};
                    return m_queue.put(CommandInput{std::move(to), std::move(request)}) ==
                           InputQueue::Admission::Taken;
                },
                [this](const std::string& what) {
                    logLine("net", "the sockets failed: " + what);
                    {
                        const std::lock_guard lock{m_netTroubleMutex};
                        m_netTrouble = what;
                    }
                    stop();
                });
        } catch (const std::runtime_error& error) {
            throw ListenFailed{error.what()};
        }
    }

    void waitForStop(const std::stop_token& stopped)
    {
        const sigset_t set = stopSignals();
        while (!stopped.stop_requested() && !m_stop)
            if (sigtimedwait(&set, nullptr, &kSignalPoll) > 0) {
                logLine("daemon", "told to stop");
                m_net->stopTaking();
                // Results that are there already are still recorded; the rest is looked up later.
                m_workers.stop();
                stop();
            }
    }

    void stop()
    {
        m_stop = true;
        m_queue.wake();
    }

    std::atomic<bool> m_stop{false};
    std::mutex m_netTroubleMutex;
    std::string m_netTrouble; ///< why the net thread has ended by itself
    DiskRoom m_disk;          ///< the shop thread's
    InputQueue m_queue;
    Shop m_shop;
    std::unique_ptr<NetThread> m_net;
    PinHasher m_hasher;
    BackupTaker m_backups;
    GatewayWorkers m_workers;
    ShopLoop m_loop;
};

Daemon::Daemon(Ledger& ledger, PaymentGateway& gateway, ShopSettings settings, ShopSources sources,
               const NetEndpoints& endpoints, DiskRoom disk, BackupWays backups, Report report)
    : m_parts{std::make_unique<Parts>(ledger, gateway, std::move(settings), std::move(sources),
                                      endpoints, std::move(disk), std::move(backups),
                                      std::move(report))}
{
}

Daemon::~Daemon() = default;

void Daemon::blockStopSignals()
{
    const sigset_t set = stopSignals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

const NetEndpoints& Daemon::endpoints() const
{
    return m_parts->endpoints();
}

void Daemon::run()
{
    m_parts->run();
}

} // namespace coffee::daemon
