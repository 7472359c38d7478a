// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/shop_rows.h"

#include "shared/protocol/codec.h"
#include "tests/bench/bare_floors.h"
#include "tests/bench/bench_daemon.h"
#include "tests/bench/kiosk_load.h"
#include "tests/bench/made_shop.h"
#include "tests/bench/rounds.h"
#include "tests/bench/shared_measurement.h"
#include "tests/bench/stamped_frame.h"
#include "tests/bench/subscribers.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <thread>

namespace coffee::bench {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// Between the orders of a kiosk that is not alone: about what the frames need to all screens.
constexpr std::chrono::microseconds kPause{4'000};

// ---- a provider that takes its time -----------------------------------------------------------

constexpr int kSlowWorkers = 64;
constexpr int kChargeMs = 200;

Figures slowProvider(const RoundOptions& options)
{
    DaemonSettings settings{options.bin, freshFolder(options)};
    settings.program = "payment_daemon_bench";
    settings.gatewayWorkers = kSlowWorkers;
    settings.environment["COFFEE_BENCH_CHARGE_MS"] = std::to_string(kChargeMs);
    const int waves = options.quick ? 8 : 20;
    Figures figures;
    {
        const BenchDaemon daemon{settings};
        figures = inChild([&] {
            return placeOrders(daemon.commands(),
                               openQuotes(daemon.commands(), kSlowWorkers, kSlowWorkers * waves),
                               {kSlowWorkers, {}});
        });
    }
    fs::remove_all(settings.folder);
    figures["possible"] = kSlowWorkers * 1'000.0 / kChargeMs;
    return figures;
}

// ---- subscribers ------------------------------------------------------------------------------

/// About what an order.paid of our basket has.
constexpr std::size_t kFrameBytes = 1'300;

void waitFor(const fs::path& file)
{
    while (!fs::exists(file))
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
}

Figures fanOut(const RoundOptions& options, int subscribers)
{
    DaemonSettings settings{options.bin, freshFolder(options)};
    settings.program = "payment_daemon_bench";
    const int orders = options.quick ? 60 : 250;
    const fs::path joined = settings.folder / "joined";
    Figures figures;
    {
        const BenchDaemon daemon{settings};
        const ServingChild kiosk{[&](const std::function<void()>& ready) {
            const PreparedOrders prepared = openQuotes(daemon.commands(), 1, orders);
            ready();
            waitFor(joined);
            static_cast<void>(placeOrders(daemon.commands(), prepared, {0, kPause}));
            for (;;)
                std::this_thread::sleep_for(std::chrono::seconds{1});
        }};
        figures = inChild([&] {
            Subscribers screens{daemon.events(), subscribers};
            screens.waitJoined();
            fs::create_directory(joined);
            // An order is two events.
            return Figures{{"last_us", median(screens.lastArrivals(2 * orders, stampOf))}};
        });
    }
    fs::remove_all(settings.folder);
    figures["floor_us"] = fanOutMicroseconds(options.folder, subscribers, kFrameBytes, 2 * orders);
    return figures;
}

// ---- memory -----------------------------------------------------------------------------------

Figures memoryAfterADay(const RoundOptions& options)
{
    const int orders = options.quick ? 4'000 : 100'000;
    constexpr int kKiosks = 64;
    constexpr int kAtOnce = 2'000;
    DaemonSettings settings{options.bin, freshFolder(options)};
    Figures figures;
    {
        const BenchDaemon daemon{settings};
        double half = 0;
        for (int placed = 0; placed < orders; placed += kAtOnce) {
            if (placed == orders / 2)
                half = daemon.residentMiB();
            static_cast<void>(inChild([&] {
                placeAndCollect(daemon.commands(), openQuotes(daemon.commands(), kKiosks, kAtOnce));
                return Figures{};
            }));
        }
        figures["MiB"] = daemon.residentMiB();
        figures["grown"] = figures["MiB"] - half;
    }
    fs::remove_all(settings.folder);
    return figures;
}

// ---- a long history ---------------------------------------------------------------------------

/// Made at the first use and kept for the whole run.
fs::path madeShop(const RoundOptions& options, std::int64_t orders)
{
    const fs::path folder = options.folder / ("made-" + std::to_string(orders));
    if (!fs::exists(folder))
        static_cast<void>(inChild([&] {
            makeShop(folder, orders);
            return Figures{};
        }));
    return folder;
}

double askedMicroseconds(Lanes& lanes, const std::string& question)
{
    const auto begun = Clock::now();
    bool answered = false;
    lanes.ask(0, question);
    while (!answered)
        lanes.take([&](std::size_t, std::string_view reply) {
            answered = true;
            if (kindOf(reply) != AnswerKind::Ok)
                throw std::runtime_error{"an order is not found: " + std::string{reply}};
        });
    return std::chrono::duration<double, std::micro>(Clock::now() - begun).count();
}

double lookUpMicroseconds(const std::string& commands, std::int64_t orders, int times)
{
    Lanes lanes{commands, 1};
    std::vector<double> took;
    for (int n = 0; n < times; ++n) {
        const OrderId order = 1 + static_cast<OrderId>(n) * 7'919 % orders;
        took.push_back(askedMicroseconds(
            lanes, protocol::encode(protocol::Request{
                       "look",
                       {Role::Kiosk, "kiosk-1"},
                       protocol::OrderShow{protocol::KeyProof{keyOfMadeOrder(order)}}})));
    }
    return median(std::move(took));
}

Figures historyOf(const RoundOptions& options, std::int64_t orders, int times)
{
    const fs::path made = madeShop(options, orders);
    std::vector<double> starts;
    Figures figures;
    for (int start = 0; start < 3; ++start) {
        BenchDaemon daemon{DaemonSettings{options.bin, made}};
        starts.push_back(daemon.startSeconds() * 1e3);
        if (start == 2)
            figures = inChild([&] {
                Figures asked{{"look_us", lookUpMicroseconds(daemon.commands(), orders, times)}};
                asked["place_us"] =
                    placeOrders(daemon.commands(), openQuotes(daemon.commands(), 1, times),
                                {times / 10, {}})
                        .at("p50_us");
                return asked;
            });
        daemon.stop();
    }
    figures["start_ms"] = median(std::move(starts));
    return figures;
}

Figures histories(const RoundOptions& options)
{
    const int times = options.quick ? 300 : 1'500;
    Figures figures;
    for (const auto& [name, value] : historyOf(options, 10'000, times))
        figures["short." + name] = value;
    for (const auto& [name, value] : historyOf(options, options.quick ? 60'000 : 1'000'000, times))
        figures["long." + name] = value;
    return figures;
}

// ---- idle kiosks ------------------------------------------------------------------------------

constexpr int kIdleKiosks = 500;
constexpr std::chrono::milliseconds kPresenceEvery{2'000};

/// Screens that nobody touches: each listens and says every two seconds that it is there.
ServingChild::Serve idleKiosks(const std::string& commands, const std::string& board)
{
    return [=](const std::function<void()>& ready) {
        Lanes lanes{commands, kIdleKiosks};
        Subscribers screens{board, kIdleKiosks};
        std::thread listening{[&screens, &ready] {
            screens.waitJoined();
            ready();
            screens.drain();
        }};
        for (std::size_t n = 0;; n = (n + 1) % kIdleKiosks) {
            const Actor idle{Role::Kiosk, "idle-" + std::to_string(n)};
            lanes.ask(n,
                      protocol::encode(protocol::Request{
                          "here", idle, protocol::Presence{"1", protocol::Stream::Board, "", 0}}));
            lanes.take([](std::size_t, std::string_view) {});
            std::this_thread::sleep_for(kPresenceEvery / kIdleKiosks);
        }
    };
}

Figures amongIdle(const RoundOptions& options)
{
    const int orders = options.quick ? 60 : 300;
    const auto placed = [orders](const BenchDaemon& daemon) {
        return inChild([&] {
                   return placeOrders(daemon.commands(), openQuotes(daemon.commands(), 1, orders),
                                      {orders / 10, 5 * kPause});
               })
            .at("p50_us");
    };
    DaemonSettings settings{options.bin, freshFolder(options)};
    Figures figures;
    {
        const BenchDaemon daemon{settings};
        figures["alone_us"] = placed(daemon);
        const ServingChild idle{idleKiosks(daemon.commands(), daemon.board())};
        figures["among_us"] = placed(daemon);
    }
    fs::remove_all(settings.folder);
    return figures;
}

} // namespace

fs::path freshFolder(const RoundOptions& options)
{
    static int count = 0;
    return options.folder / ("shop-" + std::to_string(++count));
}

std::vector<Row> shopRows()
{
    const Shared slow = shared(slowProvider);
    const Shared memory = shared(memoryAfterADay);
    const Shared history = shared(histories);
    const Shared idle = shared(amongIdle);
    std::vector<Row> rows;
    rows.push_back(
        rowOf({6, "orders a second, a provider of 200 ms, 64 workers", "1/s", Must::AtLeast, 0.9},
              slow, "per_s", "possible"));
    for (const int subscribers : {10, 100})
        rows.push_back(
            rowOf({7, "commit to the last of " + std::to_string(subscribers) + " subscribers, p50",
                   "us", Must::AtMost, 2.0},
                  shared([subscribers](const RoundOptions& options) {
                      return fanOut(options, subscribers);
                  }),
                  "last_us", "floor_us"));
    rows.push_back(
        rowOf({10, "memory after 100,000 orders, each collected", "MiB", Must::AtMost, 64.0},
              memory, "MiB"));
    rows.push_back(rowOf({10, "memory grown by the last 50,000 of them", "MiB", Must::AtMost, 1.0},
                         memory, "grown"));
    rows.back().quickToo = false; // what has a bound is not full before
    rows.push_back(rowOf({11, "start to serving, 1,000,000 against 10,000 orders in the log", "ms",
                          Must::AtMost, 1.3},
                         history, "long.start_ms", "short.start_ms"));
    rows.push_back(rowOf(
        {12, "order look-up, 1,000,000 against 10,000 orders in the log", "us", Must::AtMost, 1.2},
        history, "long.look_us", "short.look_us"));
    rows.push_back(
        rowOf({12, "placing, 1,000,000 against 10,000 orders in the log", "us", Must::AtMost, 1.2},
              history, "long.place_us", "short.place_us"));
    rows.push_back(rowOf({18, "place to paid among 500 idle kiosks, p50", "us", Must::AtMost, 1.2},
                         idle, "among_us", "alone_us"));
    return rows;
}

} // namespace coffee::bench
