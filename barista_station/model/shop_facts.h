// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"
#include "shared/client/station_store.h"
#include "shared/domain/menu.h"

#include <QObject>
#include <QTimer>

namespace coffee::station {

/// What a staff window must know besides the stream: the menu that the stream names, and whether
/// payments are a simulation. Asks again until it knows, and whenever the menu changes. What it
/// learnt is kept in the station's journal, so that a screen that starts without the daemon knows
/// what it knew before.
///
/// GUI thread. Feed, client and journal must outlive it.
class ShopFacts final : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds kAskAgainAfter{2000};

    /// Without a journal (tests, demonstrations) nothing is kept.
    ShopFacts(client::ShopFeed& feed, client::OrderClient& client, client::Journal* journal,
              QObject* parent = nullptr);
    ~ShopFacts() override;

    /// Empty (no version) until the daemon was reached once.
    [[nodiscard]] const Menu& menu() const { return m_menu; }
    /// Payments are not real and every window must say so. False until it is known.
    [[nodiscard]] bool isSimulated() const { return m_simulated; }

Q_SIGNALS:
    void changed();

private:
    void recallFacts();
    void keep(const std::string& key, const std::string& value);
    void ask();
    void askMenu();
    void askStatus();

    client::ShopFeed& m_feed;
    client::OrderClient& m_client;
    client::Journal* m_journal;
    Menu m_menu;
    QTimer m_timer;
    bool m_simulated{false};
    bool m_statusKnown{false};
    bool m_menuAsked{false};
    bool m_statusAsked{false};
};

} // namespace coffee::station
