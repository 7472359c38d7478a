// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/shop_facts.h"
#include "barista_station/model/status_reporter.h"
#include "barista_station/model/ticket_queue.h"
#include "barista_station/pages/ticket_grid.h"
#include "barista_station/station_window.h"
#include "shared/client/keys.h"
#include "tests/bench/window_paints.h"
#include "tests/support/fake_order_client.h"

namespace coffee::bench {

/// The look of the bar's screen of 1920 × 1080 pixels.
void dressAsBar();

/// A station's window beside this feed, without a disk, on the screen.
struct BenchBar {
    explicit BenchBar(client::ShopFeed& feed);

    /// What is painted now is the first page with its tickets, and nothing waits to be painted.
    void runUntilPainted();
    [[nodiscard]] station::TicketGrid& grid() { return *m_grid; }

    test::FakeOrderClient client;
    station::StatusReporter reporter;
    station::TicketQueue queue;
    station::ShopFacts facts;
    station::StationWindow window;
    PaintWatch paints;

private:
    station::TicketGrid* m_grid;
};

} // namespace coffee::bench
