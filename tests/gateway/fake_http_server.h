// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/http_exchange.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace coffee::test {

/// One accepted connection of the fake server. Blocking; only within its behaviour.
class FakeConnection final {
public:
    explicit FakeConnection(int socket) : m_socket{socket} {}

    void send(const std::string& bytes) const;
    /// Closes hard, so that the other side sees a reset.
    void reset();
    /// Holds the connection until the other side or the server closes it.
    void hold() const;
    /// Sends one byte after the other, each after `pause`, until the other side is gone.
    void drip(const std::string& bytes, std::chrono::milliseconds pause) const;
    [[nodiscard]] int socket() const { return m_socket; }

private:
    int m_socket;
};

/// An HTTP server with one bad habit. Reads a whole request, counts it, then lets `behave` do
/// what it likes with the connection, which is closed afterwards.
class FakeHttpServer final {
public:
    using Behave = std::function<void(FakeConnection&)>;

    explicit FakeHttpServer(Behave behave);
    ~FakeHttpServer();
    FakeHttpServer(const FakeHttpServer&) = delete;
    FakeHttpServer& operator=(const FakeHttpServer&) = delete;

    [[nodiscard]] daemon::HttpEndpoint endpoint() const { return {"127.0.0.1", m_port}; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void serve();
    void handle(int socket);

    Behave m_behave;
    std::uint16_t m_port{0}; ///< before m_listener, whose making sets it
    int m_listener;
    std::atomic<int> m_requests{0};
    std::atomic<int> m_connections{0};
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

/// A port of this machine on which nobody listens.
[[nodiscard]] std::uint16_t closedPort();

} // namespace coffee::test
