// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"
#include "shared/domain/menu.h"

#include <vector>

/// A shop without processes, for looking at every page: events of a busy quarter of an hour, a
/// feed that stands still on them, and a daemon that answers what a picture needs. Nothing here is
/// used while a real shop is open.
namespace coffee::station::demo {

[[nodiscard]] Menu menu();
/// The moment at which the demo stands.
[[nodiscard]] ShopTime now();
/// A rush: waiting, late and half made tickets, an allergy note, own cups, a long ticket, stop
/// cards, ready orders, refunds, a help call.
[[nodiscard]] std::vector<Event> rush();
/// Besides the rush, everything that a manager can be told.
[[nodiscard]] std::vector<Event> troubles();
/// One need of every kind that a log can tell of.
[[nodiscard]] std::vector<Event> everyNeed();
/// The log from its first event on, with an hour in which card payments failed, rested and were
/// tried again; stopped by a person at the end, or being tried.
[[nodiscard]] std::vector<Event> cardTrouble(bool stoppedByHand);
/// A shop that takes orders slowly, outside its own hours.
[[nodiscard]] std::vector<Event> slowed();
/// Nothing to do.
[[nodiscard]] std::vector<Event> quiet();

/// Four closed days and a morning, from the first event on: what a manager looks back on.
[[nodiscard]] std::vector<Event> season();

/// The season, with money of every kind that is not settled, and some that was settled this
/// morning.
[[nodiscard]] std::vector<Event> openMoney();

/// The fold of the events.
[[nodiscard]] ShopView viewOf(const std::vector<Event>& events);
/// With the card payments of a busy hour; without any where `view` has no orders.
[[nodiscard]] protocol::StatusAnswer statusOf(const ShopView& view);

/// A feed that shows one view: live, or cut off for as long as it is told.
class StillSource final : public client::ShopFeedSource {
    Q_OBJECT

public:
    StillSource(ShopView view, client::FeedState state);
    void start(const client::FeedPosition& from) override;
    void confirm(const client::FeedPosition& applied) override;

private:
    ShopView m_view;
    client::FeedState m_state;
};

/// Answers `menu.get`, `status.get` and `events.get`; accepts nothing else.
class StillClient final : public client::OrderClient {
    Q_OBJECT

public:
    explicit StillClient(const ShopView& view, std::vector<Event> events = {});

private:
    void send(protocol::RequestBody request, client::AskPolicy policy,
              client::RawDone done) override;

    [[nodiscard]] protocol::EventsPage pageAfter(Sequence after) const;

    protocol::StatusAnswer m_status;
    std::vector<Event> m_events;
};

} // namespace coffee::station::demo
