// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

namespace coffee::daemon {

/// The port is taken, or is not ours to take; one sentence.
class StatusListenFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct StatusPage {
    int status{200};
    std::string type{"text/plain; charset=utf-8"};
    std::string body;
};

/// Answers `GET` on 127.0.0.1 over HTTP/1.1, one request a connection, one connection after the
/// other: for a scraper and a watchdog on this machine, not for browsers. Whoever is slow is cut
/// after `kPatience`. A thread of its own.
class StatusServer {
public:
    /// The page of this path; status 404 for one that is not there. Called on the own thread.
    using Answer = std::function<StatusPage(std::string_view path)>;

    static constexpr std::size_t kHeadMax = 8 * 1024;
    static constexpr int kPatienceMs = 2'000;

    /// Port 0 takes a free one. Throws StatusListenFailed.
    StatusServer(std::uint16_t port, Answer answer);
    ~StatusServer();
    StatusServer(const StatusServer&) = delete;
    StatusServer& operator=(const StatusServer&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

private:
    void work(const std::stop_token& stop);
    void serve(int connection) const;

    Answer m_answer;
    int m_listener{-1};
    int m_bell{-1}; ///< rung when the thread must end
    std::uint16_t m_port{0};
    std::jthread m_thread;
};

/// The path of a request's head; empty when it is not a plain GET of HTTP/1.x.
[[nodiscard]] std::string pathIn(std::string_view head);

} // namespace coffee::daemon
