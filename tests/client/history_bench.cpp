// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/order_archive.h"
#include "shared/files/menu_file.h"
#include "tests/support/made_days.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string>

/// How fast the manager's read model is on a shop with a long past: fills one with made days and
/// prints what searching and opening cost. `coffee_history_bench [ORDERS [DAYS [FOLDER]]]`; a
/// folder that is filled already is used as it is. Exit code 1 when a bound is missed.
namespace {

using namespace coffee;
using namespace coffee::client;
using Clock = std::chrono::steady_clock;

constexpr double kTypedMsMost = 100;
constexpr double kOpenedMsMost = 300;

double took(const std::function<void()>& act)
{
    const auto begin = Clock::now();
    act();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// The middle and the worst of some rounds; false when the worst is beyond the bound.
bool row(const std::string& name, double most, const std::function<void()>& act)
{
    constexpr int kRounds = 9;
    std::vector<double> times;
    for (int round = 0; round < kRounds; ++round)
        times.push_back(took(act));
    std::sort(times.begin(), times.end());
    const bool good = times.back() <= most;
    std::printf("%-58s %8.1f %8.1f %6.0f  %s\n", name.c_str(), times[kRounds / 2], times.back(),
                most, good ? "" : "missed");
    std::fflush(stdout);
    return good;
}

Menu demoMenu()
{
    auto menu = loadMenu(std::string{COFFEE_SOURCE_DIR} + "/resources/menu.toml");
    if (!menu) {
        std::fprintf(stderr, "the demo menu cannot be read\n");
        std::exit(2);
    }
    return std::move(*menu);
}

void fill(OrderArchive& archive, std::int32_t orders, std::int32_t days)
{
    const Menu menu = demoMenu();
    test::MadeDays made{2026, menu, orders / days};
    if (!archive.begin("made"))
        std::exit(2);
    for (std::int32_t day = 0; day < days; ++day) {
        const auto events = made.nextDay();
        for (std::size_t at = 0; at < events.size(); at += 500)
            if (!archive.take({events.begin() + static_cast<std::ptrdiff_t>(at),
                               events.begin() +
                                   static_cast<std::ptrdiff_t>(std::min(at + 500, events.size()))}))
                std::exit(2);
    }
    archive.saveIndex();
}

bool measure(const QString& folder)
{
    bool good = row("the program starts: the read model is opened", kOpenedMsMost,
                    [&] { OrderArchive again{folder}; });
    OrderArchive archive{folder};
    const auto search = [&](const std::string& name, const OrderFilter& filter) {
        good = row(name + " (" + std::to_string(archive.find(filter, 0, 1).count) + ")",
                   kTypedMsMost, [&] { static_cast<void>(archive.find(filter, 0, 50)); }) &&
               good;
    };
    search("all orders", {});
    for (const char* typed : {"1", "13", "137"}) {
        OrderFilter filter;
        filter.number = typed;
        search(std::string{"number "} + typed, filter);
    }
    for (const char* typed : {"ㄹ", "라떼", "americano", "nothing like it"}) {
        OrderFilter filter;
        filter.item = typed;
        search(std::string{"item "} + typed, filter);
    }
    OrderFilter all;
    all.number = "1";
    all.item = "라";
    all.state = OrderState::Collected;
    all.kiosk = "kiosk-2";
    all.least = Money::fromWon(5'000);
    all.most = Money::fromWon(30'000);
    all.firstDay = test::MadeDays::kFirstDay + 3;
    search("everything at once", all);
    OrderFilter cancelled;
    cancelled.state = OrderState::Cancelled;
    search("cancelled", cancelled);

    const auto days = archive.closedDays(std::numeric_limits<std::int64_t>::max(), 1);
    const std::int64_t newest = days.empty() ? 0 : days.front().closed.number;
    const auto opened = [&](const std::string& name, const std::function<void()>& act) {
        good = row(name, kOpenedMsMost, act) && good;
    };
    opened("the orders page opens", [&] { static_cast<void>(archive.find({}, 0, 200)); });
    opened("the history of an order from the middle", [&] {
        static_cast<void>(
            archive.eventsOfOrder(static_cast<OrderId>(archive.orders().size() / 2), 1'000));
    });
    opened("the reports page opens: a year of Zs and the newest", [&] {
        static_cast<void>(archive.closedDays(std::numeric_limits<std::int64_t>::max(), 366));
        static_cast<void>(archive.report(newest));
    });
    opened("an X", [&] { static_cast<void>(archive.reportSoFar(test::MadeDays::kUtcOffset)); });
    return good;
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication app{argc, argv};
    const auto number = [&](int index, std::int32_t otherwise) {
        return argc > index ? std::atoi(argv[index]) : otherwise;
    };
    const std::int32_t orders = number(1, 200'000);
    const std::int32_t days = number(2, 200);
    if (orders < days || days < 1) {
        std::fprintf(stderr, "coffee_history_bench [ORDERS [DAYS [FOLDER]]]\n");
        return 2;
    }
    QTemporaryDir scratch;
    const QString folder = argc > 3 ? QString::fromLocal8Bit(argv[3]) : scratch.path();
    if (!QDir{}.mkpath(folder))
        return 2;
    {
        coffee::client::OrderArchive archive{folder};
        if (archive.seq() == 0) {
            const double ms = took([&] { fill(archive, orders, days); });
            std::printf("filled with %d orders of %d days in %.1f s\n", orders, days, ms / 1000);
        }
        std::printf("%lld events\n%-58s %8s %8s %6s\n", static_cast<long long>(archive.seq()), "ms",
                    "median", "worst", "most");
    }
    return measure(folder) ? 0 : 1;
}
