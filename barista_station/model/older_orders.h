// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <vector>

namespace coffee::station {

/// The orders of the business day that the shop's view has forgotten (it keeps the last
/// `OrderBoard::kFinishedKept` finished ones): read from the daemon's log, a page at a time from
/// the newest to the day's beginning, and only when somebody looks for them. Their times are those
/// at which things happened. They can be looked at; the daemon takes none of them back.
///
/// Another daemon's log, a view that came anew, or a new day: everything is forgotten and read
/// again when it is asked for. GUI thread. Feed and client must outlive it.
class OlderOrders final : public QObject {
    Q_OBJECT

public:
    enum class Reading {
        Possible, ///< there is more of the day to read
        UnderWay,
        CutOff, ///< not connected, or nobody answered: possible again when `changed` says so
        Complete
    };

    /// The pause after a question that nobody answered.
    static constexpr std::chrono::milliseconds kAskAgainAfter{2000};
    /// Events that are read of one day at most, newest first; beyond it the day counts as read.
    static constexpr std::int64_t kEventsMost = 200'000;

    OlderOrders(client::ShopFeed& feed, client::OrderClient& client, QObject* parent = nullptr);
    ~OlderOrders() override;

    /// Reads the next page, if there is one and none is on its way. `changed` says when it is
    /// there.
    void readOn();
    [[nodiscard]] Reading reading() const;
    /// Those that have been read and that the feed's view does not know. Valid until the next
    /// event.
    [[nodiscard]] std::vector<const OrderView*> orders() const;

Q_SIGNALS:
    void changed();

private:
    /// What is known of one order: its whole story, or the events after a beginning not yet read.
    struct Story {
        std::optional<OrderBoard> told;
        std::vector<Event> tail; ///< newest first
    };

    void begin();
    void forget();
    void ask(Sequence after);
    void take(const protocol::EventsPage& page);
    void putAside();
    void tellBackwards(const Event& event);
    void follow(const Event& event);

    client::ShopFeed& m_feed;
    client::OrderClient& m_client;
    QTimer m_again;
    std::map<OrderId, Story> m_stories;
    std::vector<Event> m_page; ///< what has come of the page that is read now, oldest first
    std::string m_epoch;       ///< of the log that is read; empty before the first page
    BusinessDay m_day{0};
    Sequence m_from{0};   ///< everything from here to the view's number is known
    Sequence m_newest{0}; ///< where reading began
    int m_round{0};       ///< answers to questions of an earlier round are too late
    bool m_asking{false};
    bool m_cutOff{false};
    bool m_complete{false};
};

} // namespace coffee::station
