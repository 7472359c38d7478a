// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/shop_feed.h"

#include <algorithm>
#include <utility>

namespace coffee::client {

using namespace std::chrono_literals;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

ShopFeed::ShopFeed(ShopFeedSource& source, SteadyNow now, QObject* parent)
    : QObject{parent}, m_source{source}, m_now{now ? std::move(now) : [] {
          return std::chrono::steady_clock::now();
      }}
{
    connect(&source, &ShopFeedSource::reset, this, &ShopFeed::onReset);
    connect(&source, &ShopFeedSource::events, this, &ShopFeed::onEvents);
    connect(&source, &ShopFeedSource::beat, this, &ShopFeed::onBeat);
    connect(&source, &ShopFeedSource::status, this, &ShopFeed::onStatus);
    m_ageing.setInterval(1000ms);
    connect(&m_ageing, &QTimer::timeout, this, [this] {
        if (m_status.state != FeedState::Live)
            Q_EMIT freshnessChanged(freshness());
    });
    m_ageing.start();
}

ShopFeed::~ShopFeed() = default;

void ShopFeed::restore(ShopView view, const std::string& epoch, ShopTime asOf)
{
    m_view = std::move(view);
    m_epoch = epoch;
    m_completeAt = asOf;
    Q_EMIT viewReset();
    Q_EMIT freshnessChanged(freshness());
}

void ShopFeed::start()
{
    m_source.start(position());
}

Freshness ShopFeed::freshness() const
{
    Freshness freshness;
    freshness.state = m_status.state;
    freshness.seq = m_view.seq;
    freshness.head = std::max(m_status.head, m_view.seq);
    freshness.epoch = m_epoch;
    const auto now = shopNow();
    freshness.asOf = m_completeAt;
    if (m_status.state == FeedState::Live && m_beat)
        freshness.asOf = m_beat->now;
    if (freshness.asOf && now)
        freshness.age = std::max(*now - *freshness.asOf, milliseconds{0});
    return freshness;
}

std::optional<ShopTime> ShopFeed::shopNow() const
{
    if (!m_beat)
        return std::nullopt;
    return m_beat->now + duration_cast<milliseconds>(m_now() - m_beat->heardAt);
}

std::optional<WaitRange> ShopFeed::expectedWait() const
{
    if (!m_beat)
        return std::nullopt;
    return m_beat->wait;
}

void ShopFeed::onReset(const FeedReset& reset)
{
    m_view = reset.view;
    m_epoch = reset.epoch;
    // A snapshot is whole at the time that came with it.
    if (m_beat)
        m_completeAt = m_beat->now;
    m_source.confirm(position());
    Q_EMIT viewReset();
}

void ShopFeed::onEvents(const FeedEvents& events)
{
    bool changed = false;
    for (const Event& event : events.events) {
        // What a restored view holds already, or what a reset has overtaken.
        if (event.seq != m_view.seq + 1)
            continue;
        m_view.apply(event);
        changed = true;
        Q_EMIT eventApplied(event, events.live);
    }
    if (!changed)
        return;
    m_source.confirm(position());
    Q_EMIT viewChanged();
}

void ShopFeed::onBeat(const FeedBeat& beat)
{
    m_beatBefore = std::exchange(m_beat, beat);
    Q_EMIT beatHeard();
}

void ShopFeed::onStatus(const FeedStatus& status)
{
    const FeedState before = std::exchange(m_status, status).state;
    if (status.state == before)
        return;
    if (before == FeedState::Live) {
        // The beat that shows that something is missing came before this; the one before that is
        // the last at which nothing was.
        const auto& last = status.state == FeedState::CatchingUp ? m_beatBefore : m_beat;
        if (last)
            m_completeAt = last->now;
    }
    Q_EMIT freshnessChanged(freshness());
}

} // namespace coffee::client
