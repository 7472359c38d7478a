// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_measurements.h"
#include "tests/bench/window_orders.h"
#include "tests/bench/window_shop.h"
#include "tests/bench/window_station.h"

#include "shared/client/zmq_feed_source.h"

#include <QApplication>

#include <optional>
#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr Sequence kMissed = 10'000;
constexpr int kJoins = 7;
constexpr int kJoinsQuick = 3;
constexpr int kCatchUps = 3;
constexpr int kCatchUpsQuick = 1;

/// A station whose window is on the screen already and which has heard of no shop yet.
struct Newcomer {
    explicit Newcomer(const test::ShopPlace& shop)
        : source{{shop.commands().toStdString(), shop.events().toStdString(),
                  protocol::Stream::Events, Actor{Role::Station, "bar-2"}, COFFEE_VERSION}},
          feed{source}
    {
        // Before the window's own work.
        QObject::connect(&feed, &client::ShopFeed::viewReset, &feed,
                         [this] { whole = WindowClock::now(); });
        bar.emplace(feed);
    }

    WindowClock::time_point whole{}; ///< when the read model was complete

    client::ZmqFeedSource source;
    client::ShopFeed feed;
    std::optional<BenchBar> bar;
};

std::string epochOf(BusyShop& shop)
{
    return shop.client(Role::Station, "bar-2")
        .ask<protocol::Snapshot>(protocol::SnapshotGet{protocol::Stream::Events})
        .epoch;
}

} // namespace

WindowFigures stationJoin(const WindowOptions& options)
{
    dressAsBar();
    const BusyShop shop{options.folder};
    std::vector<double> view;
    std::vector<double> joined;
    for (int join = 0; join < (options.quick ? kJoinsQuick : kJoins); ++join) {
        Newcomer station{shop.place()};
        station.bar->paints.forget();
        const auto begun = WindowClock::now();
        station.feed.start();
        station.bar->runUntilPainted();
        joined.push_back(microsecondsSince(begun) / 1000.0);
        view.push_back(std::chrono::duration<double, std::milli>(station.whole - begun).count());
        if (station.feed.view().orders.open().size() != std::size_t{kOpenOrders})
            throw std::runtime_error{"the picture has not every open order"};
    }
    WindowFigures figures;
    figures.add("view_ms", quantileOf(view, 0.5));
    figures.add("join_ms", quantileOf(joined, 0.5));
    figures.add("join_max_ms", quantileOf(joined, 1.0));
    return figures;
}

WindowFigures stationCatchUp(const WindowOptions& options)
{
    dressAsBar();
    BusyShop shop{options.folder};
    const std::string epoch = epochOf(shop);
    const std::vector<Event> events =
        shop.client(Role::Station, "bar-2").allEvents(protocol::Stream::Events);
    const auto head = static_cast<Sequence>(events.size());
    if (head <= kMissed)
        throw std::runtime_error{"the log is too short: " + std::to_string(head) + " events"};
    ShopView before;
    for (const Event& event : events)
        if (event.seq <= head - kMissed)
            before.apply(event);

    std::vector<double> took;
    for (int round = 0; round < (options.quick ? kCatchUpsQuick : kCatchUps); ++round) {
        Newcomer station{shop.place()};
        station.feed.restore(before, epoch, before.at);
        station.bar->paints.forget();
        const auto begun = WindowClock::now();
        station.feed.start();
        runUntil([&] { return station.feed.view().seq >= head; });
        station.bar->paints.forget();
        station.bar->window.update();
        runUntil([&] { return !station.bar->paints.painted().isEmpty(); });
        took.push_back(microsecondsSince(begun) / 1000.0);
        if (station.feed.counters().snapshots != 0)
            throw std::runtime_error{"it was not caught up with but begun anew"};
    }
    WindowFigures figures;
    figures.add("catch_up_ms", quantileOf(took, 0.5));
    figures.add("catch_up_max_ms", quantileOf(took, 1.0));
    return figures;
}

} // namespace coffee::bench
