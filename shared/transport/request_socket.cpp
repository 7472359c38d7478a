// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/request_socket.h"

#include "shared/transport/socket_settings.h"

#include <utility>
#include <zmq.hpp>

namespace coffee::transport {

RequestSocket::RequestSocket(ZmqContext& context, std::string endpoint)
    : m_context{context}, m_endpoint{std::move(endpoint)}
{
    reopen();
}

RequestSocket::~RequestSocket() = default;

void RequestSocket::reopen()
{
    m_socket.reset(); // first, so that the two never stand side by side
    m_socket = std::make_unique<zmq::socket_t>(m_context.raw(), zmq::socket_type::req);
    setUpRequester(*m_socket);
    m_socket->connect(m_endpoint);
}

bool RequestSocket::send(const std::string& bytes)
{
    return m_socket->send(zmq::buffer(bytes), zmq::send_flags::dontwait).has_value();
}

std::optional<std::string> RequestSocket::receive()
{
    zmq::message_t part;
    if (!m_socket->recv(part, zmq::recv_flags::dontwait))
        return std::nullopt;
    if (!part.more())
        return part.to_string();
    while (part.more())
        static_cast<void>(m_socket->recv(part, zmq::recv_flags::dontwait));
    return std::string{};
}

} // namespace coffee::transport
