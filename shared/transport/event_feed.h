// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/transport/feed_logic.h"
#include "shared/transport/zmq_context.h"
#include "shared/transport/zmq_thread.h"

#include <mutex>
#include <string>

namespace coffee::transport {

/// Which stream to follow, where, and who follows it.
struct FeedSettings {
    std::string commands; ///< the daemon's ROUTER: snapshots, missed events, presence
    std::string stream;   ///< the PUB that belongs to `kind`
    protocol::Stream kind{protocol::Stream::Events};
    Actor from;
    std::string version; ///< of this program
    FeedPosition start;  ///< what the follower has already
    FeedTimes times;
    std::chrono::milliseconds presenceEvery{protocol::kPresenceEvery};
};

/// Who listens. Every call is on the feed's thread and must come back at once.
class FeedListener {
public:
    FeedListener() = default;
    FeedListener(const FeedListener&) = delete;
    FeedListener& operator=(const FeedListener&) = delete;
    virtual ~FeedListener() = default;

    /// While false, the feed reads no frames: what the daemon sends waits in the socket, and what
    /// does not fit there is fetched later.
    [[nodiscard]] virtual bool hasRoom() = 0;
    virtual void reset(FeedReset reset) = 0;
    virtual void events(FeedEvents events) = 0;
    virtual void beat(const FeedBeat& beat) = 0;
    virtual void status(const FeedStatus& status) = 0;
    /// The thread has ended because of this; nothing more will come.
    virtual void failed(const std::string& what) = 0;
};

/// Follows one stream on a thread of its own and says every two seconds that its follower is
/// alive. Begins at once; destroying it ends the thread within 100 ms.
class EventFeed final {
public:
    /// `listener` must outlive the feed.
    EventFeed(FeedSettings settings, FeedListener& listener);
    ~EventFeed();

    /// The follower has shown everything up to here: that is what presence reports. Any thread.
    void confirm(const FeedPosition& shown);
    /// There is room again. Any thread.
    void wake() noexcept { m_thread.ring(); }

private:
    class Loop;
    FeedSettings m_settings;
    FeedListener& m_listener;
    std::mutex m_mutex;
    FeedPosition m_shown; ///< guarded by m_mutex
    ZmqThread m_thread;   ///< last: it uses the others
};

} // namespace coffee::transport
