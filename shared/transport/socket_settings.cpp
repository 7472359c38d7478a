// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/socket_settings.h"

#include "shared/protocol/limits.h"
#include "shared/transport/zmq_context.h"

#include <zmq.hpp>

namespace coffee::transport {
namespace {

void setUpAny(zmq::socket_t& socket, std::size_t incomingBytesMax, int waitingMax)
{
    socket.set(zmq::sockopt::linger, 0);
    socket.set(zmq::sockopt::handshake_ivl, kHandshakeMs);
    socket.set(zmq::sockopt::maxmsgsize, static_cast<std::int64_t>(incomingBytesMax));
    socket.set(zmq::sockopt::heartbeat_ivl, kPeerHeartbeatMs);
    socket.set(zmq::sockopt::heartbeat_timeout, kPeerLostMs);
    socket.set(zmq::sockopt::heartbeat_ttl, kPeerLostMs);
    socket.set(zmq::sockopt::reconnect_ivl, kReconnectMs);
    socket.set(zmq::sockopt::sndhwm, waitingMax);
    socket.set(zmq::sockopt::rcvhwm, waitingMax);
}

} // namespace

void setUpRequester(zmq::socket_t& socket)
{
    setUpAny(socket, protocol::kReplyBytesMax, kMessagesWaitingMax);
    socket.set(zmq::sockopt::immediate, true);
}

void setUpCommands(zmq::socket_t& socket)
{
    setUpAny(socket, protocol::kRequestBytesMax, kMessagesWaitingMax);
}

void setUpPublisher(zmq::socket_t& socket)
{
    setUpAny(socket, protocol::kFrameBytesMax, kFramesWaitingMax);
}

void setUpSubscriber(zmq::socket_t& socket)
{
    setUpAny(socket, protocol::kFrameBytesMax, kFramesWaitingMax);
    socket.set(zmq::sockopt::subscribe, "");
}

ZmqContext::ZmqContext() : m_context{std::make_unique<zmq::context_t>(1)}
{
    m_context->set(zmq::ctxopt::blocky, 0);
}

ZmqContext::~ZmqContext() = default;

} // namespace coffee::transport
