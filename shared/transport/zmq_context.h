// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace zmq {
class context_t;
}

namespace coffee::transport {

/// The home of a component's sockets. Ending it does not wait for messages that nobody takes.
/// Every socket must be gone before it; sockets may be made in it from any thread.
class ZmqContext final {
public:
    ZmqContext();
    ~ZmqContext();
    ZmqContext(const ZmqContext&) = delete;
    ZmqContext& operator=(const ZmqContext&) = delete;

    [[nodiscard]] zmq::context_t& raw() { return *m_context; }

private:
    std::unique_ptr<zmq::context_t> m_context;
};

} // namespace coffee::transport
