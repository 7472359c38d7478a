// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"
#include "tests/sim/wire.h"

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

namespace coffee::sim {

class DaemonProcess;

/// The daemon's ROUTER and the REQ sockets of all screens: a question goes to the daemon over its
/// screen's wire, an answer goes back to the connection that asked, if that is still open.
class PostOffice {
public:
    using Receive = std::function<void(const std::string& bytes)>;

    explicit PostOffice(Core& core) : m_core{core} {}
    void serve(DaemonProcess* daemon) { m_daemon = daemon; }

    /// One open socket; closing it drops whatever still comes for it.
    class Connection {
    public:
        Connection(PostOffice& office, Wire& wire, Receive receive);
        ~Connection();
        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;

        void ask(const protocol::Request& request);

    private:
        PostOffice& m_office;
        Wire& m_wire;
        std::string m_route;
    };

    /// The daemon's process is there: a socket would connect.
    [[nodiscard]] bool isListening() const;
    /// From the daemon.
    void reply(const std::string& route, std::string bytes);

private:
    struct Open {
        Wire* wire;
        Receive receive;
    };

    Core& m_core;
    DaemonProcess* m_daemon{nullptr};
    std::unordered_map<std::string, Open> m_open;
    std::int64_t m_lastRoute{0};
};

} // namespace coffee::sim
