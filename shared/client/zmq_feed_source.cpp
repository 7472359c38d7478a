// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/zmq_feed_source.h"

#include "shared/client/app_runtime.h"
#include "shared/transport/event_feed.h"

#include <QMetaObject>

#include <deque>
#include <mutex>
#include <utility>
#include <variant>

namespace coffee::client {

namespace {

/// Events that wait for the window; beyond it the feed reads no more frames.
constexpr std::size_t kEventsInBoxMax = 2'000;
/// Events that are handed over before the window gets its turn again.
constexpr std::size_t kEventsOfSliceMax = 200;

using Item = std::variant<FeedReset, FeedEvents, FeedBeat, FeedStatus>;

} // namespace

/// Between the feed's thread, which fills it, and the GUI thread, which empties it.
class ZmqFeedSource::Box final : public transport::FeedListener {
public:
    Box(ZmqFeedSource& source, const FeedAddress& address, const FeedPosition& from)
        : m_source{source}, m_feed{settings(address, from), *this}
    {
    }

    void confirm(const FeedPosition& applied) { m_feed.confirm(applied); }

    /// On the GUI thread: the next values, and whether there are more.
    std::pair<std::vector<Item>, bool> take()
    {
        std::vector<Item> slice;
        bool more = false;
        bool wasFull = false;
        {
            const std::lock_guard lock{m_mutex};
            wasFull = m_events >= kEventsInBoxMax;
            std::size_t events = 0;
            while (!m_items.empty() && events < kEventsOfSliceMax) {
                if (const auto* list = std::get_if<FeedEvents>(&m_items.front()))
                    events += list->events.size();
                slice.push_back(std::move(m_items.front()));
                m_items.pop_front();
            }
            m_events -= events;
            more = !m_items.empty();
            m_called = more;
        }
        if (wasFull)
            m_feed.wake();
        return {std::move(slice), more};
    }

private:
    static transport::FeedSettings settings(const FeedAddress& address, const FeedPosition& from)
    {
        transport::FeedSettings settings;
        settings.commands = address.commands;
        settings.stream = address.stream;
        settings.kind = address.kind;
        settings.from = address.from;
        settings.version = address.version;
        settings.start = from;
        return settings;
    }
    bool hasRoom() override
    {
        const std::lock_guard lock{m_mutex};
        return m_events < kEventsInBoxMax;
    }
    void reset(FeedReset reset) override
    {
        qCInfo(logFeed, "snapshot epoch=%s seq=%lld", reset.epoch.c_str(),
               static_cast<long long>(reset.view.seq));
        put(std::move(reset));
    }
    void events(FeedEvents events) override
    {
        // In pieces, so that a slice is never much more than it should be.
        for (auto& list = events.events; list.size() > kEventsOfSliceMax;) {
            const auto end = list.begin() + kEventsOfSliceMax;
            put(FeedEvents{{std::make_move_iterator(list.begin()), std::make_move_iterator(end)},
                           events.live});
            list.erase(list.begin(), end);
        }
        put(std::move(events));
    }
    void beat(const FeedBeat& beat) override { put(beat); }
    void status(const FeedStatus& status) override { put(status); }
    void failed(const std::string& what) override
    {
        qCCritical(logFeed, "the feed's thread ended: %s", what.c_str());
        FeedStatus last;
        last.state = FeedState::Stale;
        put(last);
    }

    void put(Item item)
    {
        const std::lock_guard lock{m_mutex};
        if (const auto* events = std::get_if<FeedEvents>(&item))
            m_events += events->events.size();
        // Only the newest of several statuses or beats in a row says anything.
        const bool replaces =
            !m_items.empty() && m_items.back().index() == item.index() &&
            (std::holds_alternative<FeedStatus>(item) || std::holds_alternative<FeedBeat>(item));
        if (replaces)
            m_items.back() = std::move(item);
        else
            m_items.push_back(std::move(item));
        if (std::exchange(m_called, true))
            return;
        QMetaObject::invokeMethod(&m_source, &ZmqFeedSource::takeSlice, Qt::QueuedConnection);
    }

    ZmqFeedSource& m_source;
    std::mutex m_mutex;
    std::deque<Item> m_items;    ///< guarded by m_mutex
    std::size_t m_events{0};     ///< guarded by m_mutex
    bool m_called{false};        ///< guarded by m_mutex: a takeSlice is on its way
    transport::EventFeed m_feed; ///< last: its thread uses the others
};

ZmqFeedSource::ZmqFeedSource(FeedAddress address, QObject* parent)
    : ShopFeedSource{parent}, m_address{std::move(address)}
{
}

ZmqFeedSource::~ZmqFeedSource() = default;

void ZmqFeedSource::start(const FeedPosition& from)
{
    m_box.reset();
    m_box = std::make_unique<Box>(*this, m_address, from);
}

void ZmqFeedSource::confirm(const FeedPosition& applied)
{
    if (m_box)
        m_box->confirm(applied);
}

void ZmqFeedSource::takeSlice()
{
    if (!m_box)
        return;
    const auto [slice, more] = m_box->take();
    if (more)
        QMetaObject::invokeMethod(this, &ZmqFeedSource::takeSlice, Qt::QueuedConnection);
    for (const Item& item : slice) {
        if (const auto* value = std::get_if<FeedReset>(&item))
            Q_EMIT reset(*value);
        else if (const auto* list = std::get_if<FeedEvents>(&item))
            Q_EMIT events(*list);
        else if (const auto* word = std::get_if<FeedBeat>(&item))
            Q_EMIT beat(*word);
        else if (const auto* state = std::get_if<FeedStatus>(&item))
            Q_EMIT status(*state);
    }
}

} // namespace coffee::client
