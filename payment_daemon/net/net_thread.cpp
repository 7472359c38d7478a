// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/net/net_thread.h"

#include "payment_daemon/net/board_hold.h"
#include "payment_daemon/run/failpoint.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"
#include "shared/transport/polling.h"
#include "shared/transport/socket_settings.h"
#include "shared/transport/zmq_context.h"
#include "shared/transport/zmq_thread.h"

#include <zmq.hpp>

#include <atomic>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

namespace coffee::daemon {
namespace {

/// Requests taken before replies get their turn again.
constexpr int kTakenInARow = 128;
constexpr std::chrono::milliseconds kIdle{500};
/// The identities and the delimiter of an envelope; a REQ sends some 20 bytes of them.
constexpr std::size_t kRouteBytesMax = 1'024;
/// How long the last replies and frames may take to leave at the end.
constexpr std::chrono::milliseconds kLastWords{500};

std::string bindTo(zmq::socket_t& socket, const std::string& endpoint)
{
    try {
        socket.bind(endpoint);
    } catch (const zmq::error_t& error) {
        throw std::runtime_error{endpoint + ": cannot listen there (" + error.what() + ")"};
    }
    return socket.get(zmq::sockopt::last_endpoint);
}

std::string refusalReply(const std::string& id, RefusalCode code, std::string detail, Sequence head)
{
    Refusal refused;
    refused.code = code;
    refused.detail = std::move(detail);
    if (code == RefusalCode::Busy)
        refused.retryAfter = std::chrono::seconds{1};
    return protocol::encodeReply(id, protocol::ReplyStatus::Refused, head,
                                 protocol::encodeBody(refused));
}

} // namespace

class NetThread::Loop {
public:
    Loop(const NetEndpoints& wanted, Take take, Fail fail)
        : m_take{std::move(take)},
          m_commands{m_context.raw(), zmq::socket_type::router},
          m_events{m_context.raw(), zmq::socket_type::pub},
          m_board{m_context.raw(), zmq::socket_type::pub}
    {
        transport::setUpCommands(m_commands);
        transport::setUpPublisher(m_events);
        transport::setUpPublisher(m_board);
        m_endpoints.commands = bindTo(m_commands, wanted.commands);
        m_endpoints.events = bindTo(m_events, wanted.events);
        m_endpoints.board = bindTo(m_board, wanted.board);
        // From here on the sockets belong to the thread.
        m_thread = std::make_unique<transport::ZmqThread>(
            "net", [this](transport::ThreadCalls& calls) { run(calls); }, std::move(fail));
    }

    [[nodiscard]] const NetEndpoints& endpoints() const { return m_endpoints; }

    void send(Outgoing outgoing)
    {
        {
            const std::lock_guard lock{m_mutex};
            m_outgoing.push_back(std::move(outgoing));
        }
        m_thread->ring();
    }

    void stopTaking()
    {
        m_taking = false;
        m_thread->ring();
    }

private:
    void run(transport::ThreadCalls& calls)
    {
        while (!calls.stop) {
            std::array<zmq::pollitem_t, 2> items{
                zmq::pollitem_t{nullptr, calls.bell.fd(), ZMQ_POLLIN, 0},
                zmq::pollitem_t{m_commands.handle(), 0, ZMQ_POLLIN, 0}};
            const std::size_t watched = m_taking ? 2 : 1;
            transport::pollUntil(std::span{items}.first(watched),
                                 std::chrono::steady_clock::now() + kIdle);
            calls.bell.clear();
            sendAll();
            if (m_taking)
                takeSome();
        }
        for (zmq::socket_t* socket : {&m_commands, &m_events, &m_board})
            socket->set(zmq::sockopt::linger, static_cast<int>(kLastWords.count()));
        sendAll();
        toBoard(m_boardHold.takeHeld());
    }

    void sendAll()
    {
        std::vector<Outgoing> batch;
        {
            const std::lock_guard lock{m_mutex};
            batch.swap(m_outgoing);
        }
        for (Outgoing& outgoing : batch) {
            m_head = outgoing.head;
            for (const Outgoing::Reply& reply : outgoing.replies)
                answer(reply.route, reply.bytes);
            // The replies are the I/O thread's now and leave while this thread is held here.
            if (outgoing.paidAnswer && !outgoing.replies.empty())
                failpoint("paid.answered_before_publish");
            for (Outgoing::Frame& frame : outgoing.frames) {
                m_events.send(zmq::buffer(frame.events), zmq::send_flags::dontwait);
                toBoard(m_boardHold.pass(std::move(frame.board), frame.quiet));
            }
        }
    }

    void toBoard(const std::vector<std::string>& frames)
    {
        for (const std::string& frame : frames)
            m_board.send(zmq::buffer(frame), zmq::send_flags::dontwait);
    }

    void takeSome()
    {
        for (int taken = 0; taken < kTakenInARow; ++taken) {
            zmq::message_t part;
            if (!m_commands.recv(part, zmq::recv_flags::dontwait))
                return;
            // The whole envelope is the route: identities and the empty delimiter of a REQ, and
            // its correlation frame when it sends one. Only the last frame is the request.
            std::string route;
            bool tooLong = false;
            while (part.more()) {
                tooLong = tooLong || route.size() + part.size() > kRouteBytesMax;
                if (!tooLong)
                    appendFrame(route, part);
                if (!m_commands.recv(part, zmq::recv_flags::dontwait))
                    return;
            }
            if (!tooLong)
                take(std::move(route), part.to_string_view());
        }
    }

    void take(std::string route, std::string_view bytes)
    {
        auto request = protocol::decodeRequest(bytes);
        if (!request)
            return answer(route, refusalReply(request.error().id, request.error().code,
                                              request.error().detail, m_head));
        if (!protocol::mayUse(request->from.role, request->body))
            return answer(route, refusalReply(request->id, RefusalCode::NotAllowed,
                                              "this role may not send " +
                                                  std::string{protocol::typeName(request->body)},
                                              m_head));
        const std::string id = request->id;
        // Busy would say that nothing was charged, and its payment may be under way: who hears
        // nothing asks again.
        const bool mayCharge = std::holds_alternative<protocol::OrderPlace>(request->body) ||
                               std::holds_alternative<protocol::AttemptResume>(request->body);
        if (!m_take(route, std::move(*request)) && !mayCharge)
            answer(route, refusalReply(id, RefusalCode::Busy, "too many commands wait", m_head));
    }

    /// Frames are kept as length and bytes, four bytes of length each.
    static void appendFrame(std::string& route, const zmq::message_t& frame)
    {
        const auto size = static_cast<std::uint32_t>(frame.size());
        route.append(reinterpret_cast<const char*>(&size), sizeof size);
        route.append(static_cast<const char*>(frame.data()), frame.size());
    }

    void answer(const std::string& route, const std::string& bytes)
    {
        std::size_t at = 0;
        while (at + sizeof(std::uint32_t) <= route.size()) {
            std::uint32_t size = 0;
            route.copy(reinterpret_cast<char*>(&size), sizeof size, at);
            at += sizeof size;
            // A client that is gone is dropped by the socket; the rest of its message with it.
            m_commands.send(zmq::buffer(route.data() + at, size),
                            zmq::send_flags::sndmore | zmq::send_flags::dontwait);
            at += size;
        }
        m_commands.send(zmq::buffer(bytes), zmq::send_flags::dontwait);
    }

    Take m_take;
    NetEndpoints m_endpoints;
    std::mutex m_mutex;
    std::vector<Outgoing> m_outgoing; ///< bounded by what the shop does in one poll of ours
    std::atomic<bool> m_taking{true};
    BoardHold m_boardHold;
    Sequence m_head{0}; ///< as far as the net thread was told
    transport::ZmqContext m_context;
    zmq::socket_t m_commands;
    zmq::socket_t m_events;
    zmq::socket_t m_board;
    std::unique_ptr<transport::ZmqThread> m_thread; ///< ends before its sockets
};

NetThread::NetThread(const NetEndpoints& endpoints, Take take, Fail fail)
    : m_loop{std::make_unique<Loop>(endpoints, std::move(take), std::move(fail))}
{
}

NetThread::~NetThread() = default;

const NetEndpoints& NetThread::endpoints() const
{
    return m_loop->endpoints();
}

void NetThread::send(Outgoing outgoing)
{
    m_loop->send(std::move(outgoing));
}

void NetThread::stopTaking()
{
    m_loop->stopTaking();
}

} // namespace coffee::daemon
