// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/transport/zmq_context.h"

#include <memory>
#include <optional>
#include <string>

namespace zmq {
class socket_t;
}

namespace coffee::transport {

/// A REQ socket to one endpoint that can be thrown away and made anew: one that missed its reply
/// can neither send nor receive, and a late reply to it must reach nobody. Belongs to the thread
/// that made it.
class RequestSocket final {
public:
    /// Throws when the endpoint is not one.
    RequestSocket(ZmqContext& context, std::string endpoint);
    ~RequestSocket();

    [[nodiscard]] zmq::socket_t& raw() { return *m_socket; }
    /// Forgets the open question, and the connection with it.
    void reopen();
    /// Call when it is writable. False when it is not, after all.
    [[nodiscard]] bool send(const std::string& bytes);
    /// Call when it is readable. A reply of several parts is not of this protocol: its text is
    /// then empty.
    [[nodiscard]] std::optional<std::string> receive();

private:
    ZmqContext& m_context;
    std::string m_endpoint;
    std::unique_ptr<zmq::socket_t> m_socket;
};

} // namespace coffee::transport
