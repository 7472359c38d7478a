// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/shots/still_shop.h"

#include <algorithm>

namespace coffee::kiosk {

void StillFeed::show(ShopView view, ShopTime now, WaitRange wait)
{
    m_status.state = client::FeedState::Live;
    m_status.position = {"still", view.seq};
    m_status.head = view.seq;
    Q_EMIT beat({std::chrono::steady_clock::now(), now, wait});
    Q_EMIT reset({"still", std::move(view)});
    Q_EMIT status(m_status);
}

void StillFeed::publish(Event event)
{
    m_status.position.seq = m_status.head = event.seq;
    Q_EMIT events({{std::move(event)}, true});
    Q_EMIT status(m_status);
}

void StillFeed::fallSilent()
{
    m_status.state = client::FeedState::Stale;
    Q_EMIT status(m_status);
}

struct StillTime::StillAlarm final : Alarm {
    StillAlarm(StillTime& keeper, std::function<void()> whenDue)
        : owner{keeper}, ring{std::move(whenDue)}
    {
        owner.m_alarms.push_back(this);
    }
    ~StillAlarm() override { std::erase(owner.m_alarms, this); }
    void set(std::chrono::milliseconds wait) override { at = owner.m_now + wait; }
    void cancel() override { at.reset(); }
    [[nodiscard]] bool isSet() const override { return at.has_value(); }

    StillTime& owner;
    std::function<void()> ring;
    std::optional<Instant> at;
};

std::unique_ptr<Alarm> StillTime::alarm(std::function<void()> ring)
{
    return std::make_unique<StillAlarm>(*this, std::move(ring));
}

void StillTime::advance(std::chrono::milliseconds by)
{
    const Instant end = m_now + by;
    while (StillAlarm* next = earliest(end)) {
        m_now = std::max(m_now, *next->at);
        next->at.reset();
        next->ring();
    }
    m_now = end;
}

StillTime::StillAlarm* StillTime::earliest(Instant end) const
{
    StillAlarm* found = nullptr;
    for (StillAlarm* alarm : m_alarms)
        if (alarm->at && *alarm->at <= end && (!found || *alarm->at < *found->at))
            found = alarm;
    return found;
}

client::Journal::Outcome StillDisk::put(const std::string& key, const std::string& value)
{
    if (m_isFull)
        return Outcome::DiskFailed;
    m_words[key] = value;
    return Outcome::Written;
}

client::Journal::Outcome StillDisk::remove(const std::string& key)
{
    m_words.erase(key);
    return Outcome::Written;
}

std::optional<std::string> StillDisk::get(const std::string& key) const
{
    const auto found = m_words.find(key);
    return found == m_words.end() ? std::nullopt : std::optional{found->second};
}

std::vector<client::Journal::Entry> StillDisk::entries(const std::string& keyPrefix) const
{
    std::vector<Entry> list;
    for (const auto& [key, value] : m_words)
        if (key.starts_with(keyPrefix))
            list.push_back({key, value});
    return list;
}

} // namespace coffee::kiosk
