// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/words.h"
#include "tests/drill/drills.h"
#include "tests/drill/load_figures.h"
#include "tests/drill/load_person.h"
#include "tests/drill/load_trouble.h"
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"

#include <cstdio>
#include <thread>

namespace coffee::drill {
namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

constexpr auto kClosesWithin = 60s;
constexpr auto kQuietLimit = 120s;
constexpr auto kGlance = 200ms;

/// What the events say about the circuit breaker. Times are seconds from the start; below 0: never.
struct BreakerStory {
    int opened{0};
    double firstOpened{-1};
    double closedAfterRecovery{-1};
};

std::string decimals(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

class LoadDrill {
public:
    explicit LoadDrill(const Configuration& options)
        : m_options{options},
          m_seed{seedOf(options)},
          m_lasts{options.integer("seconds")},
          m_trouble{loadTrouble(options.text("scenario"), m_lasts, options.pair("gateway-ms").first,
                                options.integer("breaker-slow-ms"))}
    {
        const auto [mean, sigma] = options.pair("gateway-ms");
        m_shop.terminalSwitches = QStringLiteral("--latency-ms %1:%2 --card-ms 400 --seed %3")
                                      .arg(mean)
                                      .arg(sigma)
                                      .arg(m_seed)
                                      .split(QLatin1Char(' '));
        m_shop.daemonSwitches =
            QStringList{QStringLiteral("--breaker-slow-ms"), QString::number(m_trouble.slowMs)};
    }

    int run()
    {
        if (!m_shop.startTerminal() || !m_shop.startDaemon()) {
            m_figures.differ("the shop does not start");
            return kDifferedExit;
        }
        m_begun = Clock::now();
        m_begunShop = std::chrono::system_clock::now();
        serve();
        settle();
        const BreakerStory story = breakerStory();
        for (const QString& difference : test::auditStoppedShop(m_shop))
            m_figures.differ(difference.toStdString());
        judge(story);
        report(story);
        return m_figures.differences() == 0 ? 0 : kDifferedExit;
    }

private:
    std::thread person(std::function<void()> lives)
    {
        return std::thread{[this, lives = std::move(lives)] {
            try {
                lives();
            } catch (const std::exception& error) {
                m_figures.differ(error.what());
            }
        }};
    }

    void serve()
    {
        std::stop_source closing;
        std::stop_source barCloses;
        PaidOrders orders;
        std::thread bar = person([&] {
            LoadBarista{m_context, m_shop.commands(), m_figures}.run(orders, barCloses.get_token());
        });
        std::vector<std::thread> customers;
        for (int n = 1; n <= m_options.integer("customers"); ++n)
            customers.push_back(person([&, n] {
                LoadCustomer{m_context, m_shop.commands(),
                             n,         m_seed + static_cast<std::uint32_t>(n) * 7919,
                             m_figures, orders}
                    .run(closing.get_token());
            }));
        makeTrouble();
        closing.request_stop();
        for (std::thread& customer : customers)
            customer.join();
        barCloses.request_stop();
        bar.join();
    }

    /// The provider's changes; then on until the breaker is closed, for only customers close it.
    void makeTrouble()
    {
        for (const LoadTrouble::Change& change : m_trouble.changes) {
            std::this_thread::sleep_until(m_begun + change.at);
            if (!m_shop.script(change.script))
                m_figures.differ("the terminal does not take its script");
        }
        std::this_thread::sleep_until(m_begun + m_lasts);
        LoadPerson manager{m_context, m_shop.commands(), {Role::Ctl, "load"}, m_figures};
        const auto latest = m_begun + m_trouble.recovers + kClosesWithin;
        const auto isClosed = [&manager] {
            const auto reply = manager.ask<protocol::StatusAnswer>(protocol::StatusGet{});
            const auto* status =
                reply ? std::get_if<protocol::StatusAnswer>(&reply->content) : nullptr;
            return status && status->breaker == BreakerState::Closed;
        };
        while (!isClosed() && Clock::now() < latest)
            std::this_thread::sleep_for(kGlance);
    }

    void settle()
    {
        m_served = Clock::now() - m_begun;
        if (!test::eventually([this] { return test::isQuiet(m_shop); }, kQuietLimit))
            m_figures.differ("a payment or a refund does not come to its end");
    }

    [[nodiscard]] BreakerStory breakerStory()
    {
        test::ShopClient client{m_shop.commands(), {Role::Ctl, "load"}};
        BreakerStory story;
        bool isClosed = true;
        for (const Event& event : client.allEvents(protocol::Stream::Events)) {
            const auto* moved = std::get_if<BreakerMoved>(&event.body);
            if (!moved)
                continue;
            const double at = Seconds{event.at - m_begunShop}.count();
            std::fprintf(stderr, "coffee_drill load: %6.1f s: the breaker is %s: %s\n", at,
                         std::string{word(moved->to)}.c_str(), moved->cause.c_str());
            isClosed = moved->to == BreakerState::Closed;
            if (moved->to == BreakerState::Open && story.opened++ == 0)
                story.firstOpened = at;
            story.closedAfterRecovery =
                isClosed ? std::max(0.0, at - Seconds{m_trouble.recovers}.count()) : -1;
        }
        return story;
    }

    void judge(const BreakerStory& story)
    {
        m_figures.judge();
        if (story.opened == 0 || story.firstOpened > Seconds{m_trouble.recovers}.count())
            m_figures.differ("the breaker did not open under the load");
        if (story.closedAfterRecovery < 0 ||
            story.closedAfterRecovery > Seconds{kClosesWithin}.count())
            m_figures.differ("the breaker did not close in time after the recovery");
    }

    void report(const BreakerStory& story) const
    {
        const auto [mean, sigma] = m_options.pair("gateway-ms");
        std::printf(
            R"({"drill":"load","scenario":"%s","customers":%lld,"gateway_ms":"%lld:%lld",)"
            R"("breaker_slow_ms":%lld,%s,"breaker":{"opened":%d,"first_opened_s":%s,)"
            R"("closed_after_recovery_s":%s},"seed":%u,"served_s":%s,"seconds":%s})"
            "\n",
            m_options.text("scenario").c_str(),
            static_cast<long long>(m_options.integer("customers")), static_cast<long long>(mean),
            static_cast<long long>(sigma), static_cast<long long>(m_trouble.slowMs),
            m_figures.json().c_str(), story.opened, decimals(story.firstOpened).c_str(),
            decimals(story.closedAfterRecovery).c_str(), m_seed, decimals(m_served.count()).c_str(),
            decimals(Seconds{Clock::now() - m_begun}.count()).c_str());
    }

    const Configuration& m_options;
    const std::uint32_t m_seed;
    const std::chrono::seconds m_lasts;
    const LoadTrouble m_trouble;
    test::RunningShop m_shop;
    transport::ZmqContext m_context;
    LoadFigures m_figures;
    Clock::time_point m_begun;
    std::chrono::system_clock::time_point m_begunShop;
    Seconds m_served{};
};

} // namespace

int runLoadDrill(const Configuration& options)
{
    return LoadDrill{options}.run();
}

} // namespace coffee::drill
