// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>

namespace coffee::daemon {

/// Where an HTTP server on this machine listens.
struct HttpEndpoint {
    std::string address; ///< numeric, for example 127.0.0.1
    std::uint16_t port{0};

    /// Reads `http://127.0.0.1:8461` (also `localhost` and `[::1]`, with or without `http://` and
    /// a final slash). Anything that leaves this machine is refused, with one sentence why.
    [[nodiscard]] static Result<HttpEndpoint, std::string> parse(std::string_view url);
    friend bool operator==(const HttpEndpoint&, const HttpEndpoint&) = default;
};

struct HttpRequest {
    std::string method; ///< "GET" or "POST"
    std::string path;   ///< already encoded, begins with a slash
    std::string body;   ///< JSON, or empty
};

struct HttpReply {
    int status{0};
    std::string body;                   ///< empty when the lines went to `onLine`
    std::chrono::seconds retryAfter{0}; ///< its `Retry-After`; zero when it has none
};

enum class HttpFailure {
    NotSent,  ///< no connection came to be: provably not one byte left
    TimedOut, ///< the deadline came first
    Cut,      ///< the other side closed before the answer was whole
    Garbled,  ///< the answer is not one that we accept
    Stopped   ///< the stop token came first
};
struct HttpTrouble {
    HttpFailure failure{HttpFailure::Cut};
    std::string detail; ///< one English sentence for the log
};

/// One request on one connection of its own, and its reply. It is sent exactly once whatever
/// happens: nothing is ever repeated, no redirect is followed, no proxy is asked.
///
/// Blocks the calling thread without an event loop. Every failure but `NotSent` leaves open
/// whether the other side acted on the request.
class HttpExchange final {
public:
    using Clock = std::chrono::steady_clock;
    enum class LineVerdict { GoOn, Last, Refuse };
    /// Called for each line of an `application/x-ndjson` reply of status 200. `Last` ends the
    /// exchange well, `Refuse` ends it as `Garbled`; lines that end before that are `Cut`.
    using OnLine = std::function<LineVerdict(std::string_view line)>;

    HttpExchange(HttpEndpoint endpoint, Clock::time_point deadline, std::stop_token stop);

    /// The whole exchange ends at this moment. May be moved from within `onLine`.
    void setDeadline(Clock::time_point deadline) { m_deadline = deadline; }

    /// May be called once.
    [[nodiscard]] Result<HttpReply, HttpTrouble> run(const HttpRequest& request,
                                                     const OnLine& onLine = {});

private:
    HttpEndpoint m_endpoint;
    Clock::time_point m_deadline;
    std::stop_token m_stop;
};

} // namespace coffee::daemon
