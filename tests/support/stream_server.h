// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "shared/transport/zmq_context.h"
#include "shared/transport/zmq_thread.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace coffee::test {

/// The part of a daemon that a feed and a client see: a log, a stream, and answers to
/// `snapshot.get`, `events.get` and `presence`; anything else goes to `onRequest`. All calls are
/// allowed from any thread.
class StreamServer final {
public:
    /// The body of an answer and its status, or nothing: no answer is given then.
    struct Answer {
        protocol::ReplyStatus status{protocol::ReplyStatus::Ok};
        std::string body;
        std::chrono::milliseconds after{0};
        std::string id; ///< instead of the question's id, when not empty
    };
    using OnRequest = std::function<std::optional<Answer>(const protocol::Request&)>;

    StreamServer(const std::string& commands, const std::string& stream, OnRequest onRequest = {});
    ~StreamServer();

    void publish(std::vector<Event> events);
    /// Writes events into the log that no subscriber hears of.
    void recordSilently(std::vector<Event> events);
    /// Another log, as after a restore; nothing is published.
    void replaceLog(const std::string& epoch, std::vector<Event> events);
    void beat();
    /// Publishes bytes as they are.
    void publishRaw(const std::string& bytes);
    /// A heartbeat every so often; zero ends them.
    void beatEvery(std::chrono::milliseconds interval);
    /// While true nothing is answered, as by a daemon that hangs.
    void setDeaf(bool deaf);

    [[nodiscard]] ShopView view() const;
    [[nodiscard]] int snapshotsServed() const;
    [[nodiscard]] int pagesServed() const;
    [[nodiscard]] std::vector<protocol::Request> requests() const;
    [[nodiscard]] std::optional<protocol::Presence> lastPresence() const;

private:
    class Loop;
    std::optional<Answer> answer(const protocol::Request& request);
    std::optional<Answer> page(const protocol::EventsGet& wanted);
    [[nodiscard]] std::string heartbeatBytes() const; // with m_mutex held

    OnRequest m_onRequest;
    mutable std::mutex m_mutex; ///< guards everything below
    std::string m_epoch{"epoch-1"};
    std::vector<Event> m_log;
    ShopView m_view;
    std::deque<std::string> m_toPublish;
    std::chrono::milliseconds m_beatEvery{0};
    bool m_deaf{false};
    int m_snapshots{0};
    int m_pages{0};
    std::vector<protocol::Request> m_requests;
    std::optional<protocol::Presence> m_presence;

    transport::ZmqContext m_context;
    std::unique_ptr<Loop> m_loop;
    transport::ZmqThread m_thread; ///< last: it uses the others
};

} // namespace coffee::test
