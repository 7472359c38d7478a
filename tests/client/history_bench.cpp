// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/order_archive.h"
#include "shared/files/menu_file.h"
#include "tests/support/made_days.h"

#ifdef COFFEE_HAS_PAGES
#include "tests/client/history_pages.h"

#include <QApplication>
#endif
#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// How fast the manager's read model is on a shop with a long past: fills one with made days, the
/// last of them still open, and prints what searching and opening cost. `coffee_history_bench
/// [--pages] [ORDERS [DAYS [FOLDER]]]`; a folder that is filled already is used as it is. Exit code
/// 1 when a bound is missed.
///
/// With `--pages` it opens the manager's window over that past (without a screen when
/// QT_QPA_PLATFORM is "offscreen") and prints how long each page and each letter took until
/// everything was painted, as JSON lines; those bounds are ratios and fail nothing.
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

/// Money that is not settled, and some that was settled today.
void addTasks(std::vector<Event>& events)
{
    const auto tell = [&events](EventBody body) {
        Event event = events.back();
        ++event.seq;
        event.at = event.occurredAt = event.at + std::chrono::seconds{15};
        event.body = std::move(body);
        events.push_back(std::move(event));
    };
    constexpr AttemptId kFirst = 9'000'001;
    for (AttemptId id = kFirst; id < kFirst + 60; ++id) {
        const Money amount = Money::fromWon(4'500);
        tell(AttemptOpened{id, "kiosk-1", amount});
        tell(AttemptMoved{id, "kiosk-1", amount, AttemptState::Charging, AttemptState::Unknown,
                          "timed_out"});
        if (id % 3 != 0)
            tell(AttemptMoved{id, "kiosk-1", amount, AttemptState::Unknown,
                              AttemptState::NeedsReview, "wrong_amount"});
        if (id % 3 == 1)
            tell(AttemptMoved{id, "kiosk-1", amount, AttemptState::NeedsReview,
                              AttemptState::Voided, "카드사에 전화로 확인"});
    }
}

void fill(OrderArchive& archive, std::int32_t orders, std::int32_t days)
{
    const Menu menu = demoMenu();
    test::MadeDays made{2026, menu, orders / days};
    if (!archive.begin("made"))
        std::exit(2);
    for (std::int32_t day = 0; day < days; ++day) {
        auto events = made.nextDay();
        if (day == days - 1) {
            events.pop_back(); // its Z: today's books are open
            addTasks(events);
        }
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

std::vector<Event> sinceTheNewestZ(const OrderArchive& archive)
{
    const auto days = archive.closedDays(std::numeric_limits<std::int64_t>::max(), 1);
    Sequence after = days.empty() ? 0 : days.front().closed.to;
    std::vector<Event> events;
    for (;;) {
        const auto page = archive.eventsAfter(after, 500);
        if (page.empty())
            return events;
        events.insert(events.end(), page.begin(), page.end());
        after = page.back().seq;
    }
}

#ifdef COFFEE_HAS_PAGES
std::unique_ptr<QCoreApplication> application(bool pages, int& argc, char** argv)
{
    if (pages)
        return std::make_unique<QApplication>(argc, argv);
    return std::make_unique<QCoreApplication>(argc, argv);
}

int show(const QString& folder, const std::vector<Event>& today)
{
    try {
        coffee::bench::measurePages(folder, demoMenu(), today);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
#else
std::unique_ptr<QCoreApplication> application(bool pages, int& argc, char** argv)
{
    if (!pages)
        return std::make_unique<QCoreApplication>(argc, argv);
    std::fprintf(stderr, "built without the manager's window\n");
    return nullptr;
}

int show(const QString&, const std::vector<Event>&)
{
    return 2;
}
#endif

} // namespace

int main(int argc, char* argv[])
{
    std::vector<char*> words{argv, argv + argc};
    const auto isPages = [](const char* word) { return std::string_view{word} == "--pages"; };
    const bool pages = std::any_of(words.begin() + 1, words.end(), isPages);
    words.erase(std::remove_if(words.begin() + 1, words.end(), isPages), words.end());
    const auto number = [&](std::size_t index, std::int32_t otherwise) {
        return words.size() > index ? std::atoi(words[index]) : otherwise;
    };
    const std::int32_t orders = number(1, 200'000);
    const std::int32_t days = number(2, 200);
    if (orders < days || days < 1) {
        std::fprintf(stderr, "coffee_history_bench [--pages] [ORDERS [DAYS [FOLDER]]]\n");
        return 2;
    }
    const std::unique_ptr<QCoreApplication> app = application(pages, argc, argv);
    if (!app)
        return 2;
    QTemporaryDir scratch;
    const QString folder = words.size() > 3 ? QString::fromLocal8Bit(words[3]) : scratch.path();
    if (!QDir{}.mkpath(folder))
        return 2;
    std::vector<Event> today;
    {
        coffee::client::OrderArchive archive{folder};
        if (archive.seq() == 0) {
            const double ms = took([&] { fill(archive, orders, days); });
            std::fprintf(stderr, "filled with %d orders of %d days in %.1f s\n", orders, days,
                         ms / 1000);
        }
        std::fprintf(stderr, "%lld events\n", static_cast<long long>(archive.seq()));
        today = sinceTheNewestZ(archive);
    }
    if (pages)
        return show(folder, today);
    std::printf("%-58s %8s %8s %6s\n", "ms", "median", "worst", "most");
    return measure(folder) ? 0 : 1;
}
