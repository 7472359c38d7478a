// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/row.h"

#include "tests/bench/bare_floors.h"
#include "tests/bench/bench_daemon.h"
#include "tests/bench/composed_floor.h"
#include "tests/bench/kiosk_load.h"
#include "tests/bench/shared_measurement.h"
#include "tests/bench/shop_rows.h"

#include <iterator>

/// What the daemon must hold. A measurement that fills several rows is taken once a round.
namespace coffee::bench {
namespace {

namespace fs = std::filesystem;

/// How many orders a measurement places, and how many of them first without being measured.
struct Size {
    int orders;
    int warmUp;
};

Size sizeFor(int kiosks, bool quick)
{
    if (kiosks == 1)
        return quick ? Size{400, 100} : Size{2'000, 300};
    // The shop keeps 10,000 quotes.
    return quick ? Size{2'500, 500} : Size{9'500, 1'500};
}

void merge(Figures& into, const std::string& prefix, const Figures& from)
{
    for (const auto& [name, value] : from)
        into[prefix + name] = value;
}

Figures placeAgainst(const RoundOptions& options, int kiosks, Durability durability)
{
    const Size size = sizeFor(kiosks, options.quick);
    Figures figures;
    {
        const fs::path folder = freshFolder(options);
        fs::create_directories(folder);
        const std::string commands = "ipc://" + (folder / "commands").string();
        const ServingChild floor{composedFloor(folder, commands, durability)};
        merge(
            figures, "floor.", inChild([&] {
                return placeOrders(commands, inventOrders(kiosks, size.orders), {size.warmUp, {}});
            }));
        fs::remove_all(folder);
    }
    DaemonSettings settings{options.bin, freshFolder(options)};
    settings.countCalls = true;
    if (durability == Durability::NoSync) {
        settings.program = "payment_daemon_bench";
        settings.environment["COFFEE_BENCH_SYNCHRONOUS"] = "OFF";
    }
    {
        const BenchDaemon daemon{settings};
        merge(figures, "", inChild([&] {
                  const PreparedOrders orders = openQuotes(daemon.commands(), kiosks, size.orders);
                  const CallCounts before = daemon.counts();
                  Figures placed = placeOrders(daemon.commands(), orders, {size.warmUp, {}});
                  const CallCounts after = daemon.counts();
                  placed["syncs"] = static_cast<double>(after.syncs - before.syncs) / size.orders;
                  placed["statements"] =
                      static_cast<double>(after.statements - before.statements) / size.orders;
                  return placed;
              }));
    }
    fs::remove_all(settings.folder);
    return figures;
}

void addPlacing(std::vector<Row>& rows)
{
    const auto one = shared([](const RoundOptions& options) {
        Figures figures = placeAgainst(options, 1, Durability::Durable);
        const int times = options.quick ? 300 : 1'000;
        figures["bare"] = 4 * (2 * syncMicroseconds(options.folder, times) +
                               roundTripMicroseconds(options.folder, 300, 1'000, times));
        return figures;
    });
    rows.push_back(rowOf({1, "place to paid, one kiosk, p50", "us", Must::AtMost, 1.5}, one,
                         "p50_us", "floor.p50_us"));
    rows.push_back(rowOf(
        {1, "the same against 4 x (two bare syncs and a round trip)", "us", Must::AtMost, 1.0}, one,
        "p50_us", "bare"));
    rows.push_back(rowOf({2, "place to paid, one kiosk, p99", "us", Must::AtMost, 2.0}, one,
                         "p99_us", "floor.p99_us"));
    Shared at64;
    for (const int kiosks : {16, 64, 256}) {
        const auto many = shared([kiosks](const RoundOptions& options) {
            return placeAgainst(options, kiosks, Durability::Durable);
        });
        rows.push_back(rowOf({3, "orders a second, " + std::to_string(kiosks) + " kiosks", "1/s",
                              Must::AtLeast, 0.6},
                             many, "per_s", "floor.per_s"));
        if (kiosks == 64)
            at64 = many;
    }
    const auto noSync = shared(
        [](const RoundOptions& options) { return placeAgainst(options, 64, Durability::NoSync); });
    rows.push_back(
        rowOf({4, "orders a second, 64 kiosks, nothing synced", "1/s", Must::AtLeast, 0.5}, noSync,
              "per_s", "floor.per_s"));
    rows.push_back(rowOf({5, "syncs an order, one kiosk", "", Must::AtMost, 2.1}, one, "syncs"));
    rows.push_back(rowOf({5, "syncs an order, 64 kiosks", "", Must::AtMost, 0.25}, at64, "syncs"));
    rows.push_back(
        rowOf({5, "SQL statements an order, one kiosk", "", Must::AtMost, 20}, one, "statements"));
}

void addCancelling(std::vector<Row>& rows)
{
    const auto cancel = shared([](const RoundOptions& options) {
        const Size size = sizeFor(1, options.quick);
        const DaemonSettings settings{options.bin, freshFolder(options)};
        Figures figures;
        {
            const BenchDaemon daemon{settings};
            figures = inChild([&] {
                return placeAndCancel(daemon.commands(),
                                      openQuotes(daemon.commands(), 1, size.orders / 2),
                                      {size.warmUp / 2, {}});
            });
        }
        fs::remove_all(settings.folder);
        return figures;
    });
    rows.push_back(rowOf({8, "cancel to cancelled, one kiosk, p50", "us", Must::AtMost, 1.2},
                         cancel, "cancel_p50_us", "place_p50_us"));
}

} // namespace

std::vector<Row> daemonRows()
{
    raiseLimits();
    std::vector<Row> rows;
    addPlacing(rows);
    addCancelling(rows);
    std::vector<Row> shops = shopRows();
    rows.insert(rows.end(), std::make_move_iterator(shops.begin()),
                std::make_move_iterator(shops.end()));
    return rows;
}

} // namespace coffee::bench
