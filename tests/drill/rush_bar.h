// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/bar_station.h"

#include <string>

namespace coffee::drill {

/// A bar with a clock that runs as many times faster as the drill does: eight seconds for an undo
/// stay eight seconds of the rush.
class RushBar final : public test::BarStation {
public:
    RushBar(const test::ShopPlace& shop, const std::string& name, int speed);

    /// Nothing is left to do or to tell.
    [[nodiscard]] bool isIdle() const;
};

/// The look of the station on its 24-inch screen, once per process.
void dressBar();

/// The public read model of a kiosk or a board: what every screen before the counter knows.
class RushScreen {
public:
    RushScreen(const test::ShopPlace& shop, Actor who);
    [[nodiscard]] client::ShopFeed& feed() { return m_feed; }

private:
    client::ZmqFeedSource m_source;
    client::ShopFeed m_feed;
};

} // namespace coffee::drill
