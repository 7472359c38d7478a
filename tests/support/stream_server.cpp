// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stream_server.h"

#include "shared/transport/polling.h"
#include "shared/transport/socket_settings.h"

#include <array>
#include <cstdio>
#include <utility>

namespace coffee::test {

using std::chrono::steady_clock;

class StreamServer::Loop {
public:
    Loop(transport::ZmqContext& context, const std::string& commands, const std::string& stream)
        : m_router{context.raw(), zmq::socket_type::router},
          m_publisher{context.raw(), zmq::socket_type::pub}
    {
        transport::setUpCommands(m_router);
        transport::setUpPublisher(m_publisher);
        m_router.bind(commands);
        m_publisher.bind(stream);
    }

    void run(StreamServer& server, transport::ThreadCalls& calls)
    {
        auto lastBeat = steady_clock::now();
        while (!calls.stop) {
            std::array items{zmq::pollitem_t{nullptr, calls.bell.fd(), ZMQ_POLLIN, 0},
                             zmq::pollitem_t{m_router.handle(), 0, ZMQ_POLLIN, 0}};
            transport::pollUntil(items, steady_clock::now() + std::chrono::milliseconds{5});
            calls.bell.clear();
            publishWaiting(server, lastBeat);
            takeRequests(server);
            sendReplies();
        }
    }

private:
    struct Reply {
        std::string route;
        std::string bytes;
        steady_clock::time_point at;
    };

    void publishWaiting(StreamServer& server, steady_clock::time_point& lastBeat)
    {
        std::deque<std::string> frames;
        {
            const std::lock_guard lock{server.m_mutex};
            frames.swap(server.m_toPublish);
            const auto now = steady_clock::now();
            if (server.m_beatEvery.count() > 0 && now - lastBeat >= server.m_beatEvery) {
                lastBeat = now;
                frames.push_back(server.heartbeatBytes());
            }
        }
        for (const std::string& frame : frames)
            static_cast<void>(m_publisher.send(zmq::buffer(frame)));
    }

    void takeRequests(StreamServer& server)
    {
        zmq::message_t route;
        zmq::message_t part;
        while (m_router.recv(route, zmq::recv_flags::dontwait)) {
            while (part.rebuild(), m_router.recv(part, zmq::recv_flags::dontwait) && part.more()) {
            }
            const auto request = protocol::decodeRequest(part.to_string_view());
            if (!request) {
                std::fprintf(stderr, "stream server: %s\n", request.error().detail.c_str());
                continue;
            }
            const auto answer = server.answer(*request);
            if (!answer)
                continue;
            const std::string& id = answer->id.empty() ? request->id : answer->id;
            m_replies.push_back(
                {route.to_string(),
                 protocol::encodeReply(id, answer->status, server.view().seq, answer->body),
                 steady_clock::now() + answer->after});
        }
    }

    void sendReplies()
    {
        const auto now = steady_clock::now();
        std::erase_if(m_replies, [&](const Reply& reply) {
            if (now < reply.at)
                return false;
            static_cast<void>(m_router.send(zmq::buffer(reply.route), zmq::send_flags::sndmore));
            static_cast<void>(m_router.send(zmq::message_t{}, zmq::send_flags::sndmore));
            static_cast<void>(m_router.send(zmq::buffer(reply.bytes), zmq::send_flags::none));
            return true;
        });
    }

    zmq::socket_t m_router;
    zmq::socket_t m_publisher;
    std::deque<Reply> m_replies;
};

StreamServer::StreamServer(const std::string& commands, const std::string& stream,
                           OnRequest onRequest)
    : m_onRequest{std::move(onRequest)},
      m_loop{std::make_unique<Loop>(m_context, commands, stream)},
      m_thread{"stream-server",
               [this](transport::ThreadCalls& calls) { m_loop->run(*this, calls); },
               [](const std::string& what) {
                   std::fprintf(stderr, "stream server: %s\n", what.c_str());
               }}
{
}

StreamServer::~StreamServer() = default;

void StreamServer::publish(std::vector<Event> events)
{
    {
        const std::lock_guard lock{m_mutex};
        for (Event& event : events) {
            m_view.apply(event);
            m_toPublish.push_back(protocol::encode(protocol::EventFrame{m_epoch, event}));
            m_log.push_back(std::move(event));
        }
    }
    m_thread.ring();
}

void StreamServer::recordSilently(std::vector<Event> events)
{
    const std::lock_guard lock{m_mutex};
    for (Event& event : events) {
        m_view.apply(event);
        m_log.push_back(std::move(event));
    }
}

void StreamServer::replaceLog(const std::string& epoch, std::vector<Event> events)
{
    const std::lock_guard lock{m_mutex};
    m_epoch = epoch;
    m_view = {};
    for (const Event& event : events)
        m_view.apply(event);
    m_log = std::move(events);
}

void StreamServer::beat()
{
    {
        const std::lock_guard lock{m_mutex};
        m_toPublish.push_back(heartbeatBytes());
    }
    m_thread.ring();
}

void StreamServer::publishRaw(const std::string& bytes)
{
    {
        const std::lock_guard lock{m_mutex};
        m_toPublish.push_back(bytes);
    }
    m_thread.ring();
}

void StreamServer::beatEvery(std::chrono::milliseconds interval)
{
    const std::lock_guard lock{m_mutex};
    m_beatEvery = interval;
}

void StreamServer::setDeaf(bool deaf)
{
    const std::lock_guard lock{m_mutex};
    m_deaf = deaf;
}

std::string StreamServer::heartbeatBytes() const
{
    const Sequence head = m_log.empty() ? 0 : m_log.back().seq;
    return protocol::encode(protocol::Heartbeat{m_epoch, head, m_view.at, {}});
}

std::optional<StreamServer::Answer> StreamServer::answer(const protocol::Request& request)
{
    {
        const std::lock_guard lock{m_mutex};
        m_requests.push_back(request);
        if (m_deaf)
            return std::nullopt;
        if (const auto* presence = std::get_if<protocol::Presence>(&request.body)) {
            m_presence = *presence;
            return Answer{
                protocol::ReplyStatus::Ok, protocol::encodeBody(protocol::Accepted{}), {}, {}};
        }
        if (const auto* wanted = std::get_if<protocol::SnapshotGet>(&request.body)) {
            ++m_snapshots;
            return Answer{protocol::ReplyStatus::Ok,
                          protocol::encodeBody(protocol::Snapshot{
                              wanted->stream, m_epoch, kFoldVersion, m_view.at, {}, m_view}),
                          {},
                          {}};
        }
        if (const auto* wanted = std::get_if<protocol::EventsGet>(&request.body))
            return page(*wanted);
    }
    return m_onRequest ? m_onRequest(request) : std::nullopt;
}

std::optional<StreamServer::Answer> StreamServer::page(const protocol::EventsGet& wanted)
{
    ++m_pages;
    const Sequence head = m_log.empty() ? 0 : m_log.back().seq;
    if (wanted.after > head) {
        Refusal refusal;
        refusal.code = RefusalCode::UnknownEpoch;
        return Answer{protocol::ReplyStatus::Refused, protocol::encodeBody(refusal), {}, {}};
    }
    protocol::EventsPage page{wanted.stream, m_epoch, head, {}};
    for (const Event& event : m_log)
        if (event.seq > wanted.after && std::ssize(page.events) < wanted.limit)
            page.events.push_back(event);
    return Answer{protocol::ReplyStatus::Ok, protocol::encodeBody(page), {}, {}};
}

ShopView StreamServer::view() const
{
    const std::lock_guard lock{m_mutex};
    return m_view;
}

int StreamServer::snapshotsServed() const
{
    const std::lock_guard lock{m_mutex};
    return m_snapshots;
}

int StreamServer::pagesServed() const
{
    const std::lock_guard lock{m_mutex};
    return m_pages;
}

std::vector<protocol::Request> StreamServer::requests() const
{
    const std::lock_guard lock{m_mutex};
    return m_requests;
}

std::optional<protocol::Presence> StreamServer::lastPresence() const
{
    const std::lock_guard lock{m_mutex};
    return m_presence;
}

} // namespace coffee::test
