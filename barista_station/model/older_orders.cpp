// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/older_orders.h"

#include <algorithm>
#include <utility>

namespace coffee::station {
namespace {

constexpr auto kPage = static_cast<Sequence>(protocol::kPageMax);

/// 0 when the event is about no order.
OrderId orderOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> OrderId {
            if constexpr (requires { event.order; })
                return event.order;
            else
                return 0;
        },
        body);
}

} // namespace

OlderOrders::OlderOrders(client::ShopFeed& feed, client::OrderClient& client, QObject* parent)
    : QObject{parent}, m_feed{feed}, m_client{client}
{
    m_again.setSingleShot(true);
    m_again.setInterval(kAskAgainAfter);
    connect(&m_again, &QTimer::timeout, this, [this] {
        m_cutOff = false;
        Q_EMIT changed();
    });
    connect(&m_feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& freshness) {
                if (freshness.state == client::FeedState::Live)
                    Q_EMIT changed();
            });
    connect(&m_feed, &client::ShopFeed::viewReset, this, &OlderOrders::forget);
    connect(&m_feed, &client::ShopFeed::eventApplied, this,
            [this](const Event& event, bool) { follow(event); });
}

OlderOrders::~OlderOrders() = default;

OlderOrders::Reading OlderOrders::reading() const
{
    if (m_asking)
        return Reading::UnderWay;
    if (m_complete)
        return Reading::Complete;
    // While the line is down nothing is asked: what the barista did waits for it too.
    const bool live = m_feed.freshness().state == client::FeedState::Live;
    return m_cutOff || !live ? Reading::CutOff : Reading::Possible;
}

std::vector<const OrderView*> OlderOrders::orders() const
{
    std::vector<const OrderView*> orders;
    for (const auto& [id, story] : m_stories)
        if (story.told && !m_feed.view().orders.find(id))
            if (const OrderView* order = story.told->find(id))
                orders.push_back(order);
    return orders;
}

void OlderOrders::forget()
{
    ++m_round;
    m_again.stop();
    m_stories.clear();
    m_page.clear();
    m_epoch.clear();
    m_from = 0;
    m_asking = m_cutOff = m_complete = false;
}

void OlderOrders::begin()
{
    m_epoch = m_feed.freshness().epoch;
    m_day = m_feed.view().totals.day;
    m_newest = m_feed.view().seq;
    m_from = m_newest + 1;
}

void OlderOrders::readOn()
{
    if (reading() != Reading::Possible)
        return;
    if (m_from == 0)
        begin();
    if (m_from <= 1) {
        m_complete = true;
        return;
    }
    m_page.clear();
    ask(std::max<Sequence>(0, m_from - 1 - kPage));
}

void OlderOrders::ask(Sequence after)
{
    m_asking = true;
    const auto missing = static_cast<std::int32_t>(m_from - 1 - after);
    m_client.ask(protocol::EventsGet{protocol::Stream::Events, after, missing}, this,
                 [this, round = m_round](const client::Answer<protocol::EventsPage>& answer) {
                     if (round != m_round)
                         return;
                     m_asking = false;
                     const protocol::EventsPage* page = answer.body();
                     if (page && page->epoch == m_epoch && !page->events.empty()) {
                         take(*page);
                     } else {
                         m_cutOff = true;
                         m_again.start();
                     }
                     Q_EMIT changed();
                 });
}

void OlderOrders::take(const protocol::EventsPage& page)
{
    m_page.insert(m_page.end(), page.events.begin(), page.events.end());
    // A page may be shorter than it was asked for: its end is missing, and is asked for next.
    if (m_page.back().seq + 1 < m_from)
        ask(m_page.back().seq);
    else
        putAside();
}

void OlderOrders::putAside()
{
    for (auto event = m_page.rbegin(); event != m_page.rend() && !m_complete; ++event) {
        if (event->day < m_day)
            m_complete = true;
        else
            tellBackwards(*event);
    }
    m_from = m_page.front().seq;
    m_complete = m_complete || m_from <= 1 || m_newest - m_from >= kEventsMost;
    m_page.clear();
}

void OlderOrders::tellBackwards(const Event& event)
{
    const OrderId order = orderOf(event.body);
    if (order == 0)
        return;
    Story& story = m_stories[order];
    story.tail.push_back(event);
    if (!std::holds_alternative<OrderPaid>(event.body))
        return;
    // Its first event: now the story can be told from there.
    OrderBoard board;
    for (auto next = story.tail.rbegin(); next != story.tail.rend(); ++next)
        board.apply(*next);
    story.told = std::move(board);
    story.tail = {};
}

void OlderOrders::follow(const Event& event)
{
    if (m_from == 0)
        return;
    if (event.day != m_day) {
        forget();
        return;
    }
    const OrderId order = orderOf(event.body);
    if (order == 0)
        return;
    Story& story = m_stories[order];
    if (std::holds_alternative<OrderPaid>(event.body))
        story.told.emplace();
    if (story.told)
        story.told->apply(event);
    else
        story.tail.insert(story.tail.begin(), event);
}

} // namespace coffee::station
