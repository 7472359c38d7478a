// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/timekeeper.h"
#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"
#include "shared/client/station_store.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace coffee::kiosk {

/// Has the menu in force: the last known one from this kiosk's disk at once, the daemon's as soon
/// as it answers, a new one when the feed speaks of another version. In the same way whether
/// payments are a simulation. GUI thread.
class MenuKeeper final : public QObject {
    Q_OBJECT

public:
    /// Between tries while the daemon does not answer.
    static constexpr std::chrono::milliseconds kFetchEvery{2000};

    MenuKeeper(client::OrderClient& client, client::ShopFeed& feed, client::Journal& disk,
               Timekeeper& time, QObject* parent = nullptr);
    ~MenuKeeper() override;

    /// Gives out what is stored and asks for the newest. Once.
    void begin();
    /// The version that we have may not be the shop's any more.
    void fetch();
    [[nodiscard]] const std::optional<Menu>& menu() const { return m_menu; }
    /// Whether payments are a simulation; empty until a daemon has ever said so to this kiosk.
    [[nodiscard]] std::optional<bool> isSimulated() const { return m_simulated; }

Q_SIGNALS:
    void menuChanged(const coffee::Menu& menu);
    void simulatedChanged(bool simulated);

private:
    void ask();
    void askStatus();
    void take(const Menu& menu, bool store);
    void compare();
    [[nodiscard]] std::optional<Menu> stored() const;

    client::OrderClient& m_client;
    client::ShopFeed& m_feed;
    client::Journal& m_disk;
    std::unique_ptr<Alarm> m_next;
    std::optional<Menu> m_menu;
    std::optional<bool> m_simulated;
    bool m_asking{false};
    bool m_wanted{false};
};

} // namespace coffee::kiosk
