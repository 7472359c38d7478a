// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/window_figures.h"

#include <QString>

/// The measurements of `coffee_bench_windows`. Each wants a display and a process of its own; times
/// are in microseconds unless the name says otherwise.
namespace coffee::bench {

struct WindowOptions {
    bool quick{false};
    QString folder; ///< scratch; what is expensive to make is kept in it for the next round
};

/// The GUI floor, Qt Widgets alone: from `main` to the first paint of an empty window of
/// 1000 × 700 pixels, and the memory it has then. `begun` is when `main` began.
[[nodiscard]] WindowFigures emptyWindow(WindowClock::time_point begun);

/// The GUI floor of repaints: the visible part of a list view of 1,000 short texts, again and
/// again (`list`); then the station (`change`): 1,000 open tickets, one on the page that is shown
/// is started or put back, and everything is painted again. A change is counted from the event's
/// arrival in the window's thread to the return of the event loop to rest. `outside` counts changes
/// that painted a pixel outside the card (those at which the window's own second struck are left
/// out), `remade` cards that were made anew.
[[nodiscard]] WindowFigures stationChange(const WindowOptions& options);

/// The order window with the demo menu, in portrait: from the press on an item's tile to its
/// options painted (`tile`), and from the press on "put into the basket" to the menu with the
/// changed basket painted (`basket`).
[[nodiscard]] WindowFigures kioskTap(const WindowOptions& options);

/// *My order* without the daemon, with 1,000 open orders in the kiosk's read model: number in,
/// state and orders ahead out (`lookup`).
[[nodiscard]] WindowFigures kioskLookUp(const WindowOptions& options);

/// A station beside a real daemon with 1,000 open orders: from its connecting to the whole read
/// model in the window's thread (`view_ms`) and to the first page painted (`join_ms`).
[[nodiscard]] WindowFigures stationJoin(const WindowOptions& options);

/// A station that was away for 10,000 events of the same shop: from its connecting to the last
/// event applied and the page painted (`catch_up_ms`).
[[nodiscard]] WindowFigures stationCatchUp(const WindowOptions& options);

/// The real program (`kiosk` or `barista_station`) beside a real daemon, with the files of an
/// earlier run, and the empty window, started in turns: from `main` to the first paint (`paint_ms`,
/// `empty_ms`, medians) and the resident memory two seconds later (`rss_mib`, the largest).
[[nodiscard]] WindowFigures programStart(const QString& program, const WindowOptions& options);

} // namespace coffee::bench
