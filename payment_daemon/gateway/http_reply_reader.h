// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace coffee::daemon {

/// Puts one HTTP/1.1 reply together from the bytes as they arrive, strictly: whatever is not
/// provably whole is `Cut`, whatever is not plain HTTP/1.1 is `Bad`. Knows no socket.
///
/// Two kinds of body are accepted: one with a Content-Length, and `application/x-ndjson` without
/// one, whose lines are taken one by one until the other side closes.
class HttpReplyReader final {
public:
    static constexpr std::size_t kHeadMax = 8 * 1024;
    static constexpr std::size_t kBodyMax = 64 * 1024;

    enum class State {
        Head,     ///< the head has not come whole
        Body,     ///< the head is known, more body is to come
        Complete, ///< whole, as its Content-Length or the end of its lines says
        Cut,      ///< the other side closed before it was whole
        Bad       ///< not a reply that we accept; `fault` says why
    };

    /// More bytes have come.
    void feed(std::string_view bytes);
    /// The other side closed.
    void feedEnd();

    [[nodiscard]] State state() const { return m_state; }
    /// 0 until the head is known.
    [[nodiscard]] int status() const { return m_status; }
    /// What its `Retry-After` says in seconds, at most ten minutes; zero when there is none or it
    /// is a date (RFC 9110, 10.2.3).
    [[nodiscard]] std::chrono::seconds retryAfter() const { return m_retryAfter; }
    /// The body comes as lines: take them with `takeLine`.
    [[nodiscard]] bool hasLines() const { return m_hasLines; }
    /// The next whole line without its end, once; empty when none is there.
    [[nodiscard]] std::optional<std::string> takeLine();
    /// The body of a `Complete` reply with a Content-Length.
    [[nodiscard]] const std::string& body() const { return m_bytes; }
    /// One English sentence for the log.
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    void readHead();
    void readHeader(std::string_view line);
    void judgeBody();
    void fail(std::string_view why);

    State m_state{State::Head};
    int m_status{0};
    std::chrono::seconds m_retryAfter{0};
    bool m_hasLines{false};
    std::optional<std::size_t> m_contentLength;
    std::string m_bytes; ///< what is not read yet; after the head only the body
    std::size_t m_linesTaken{0};
    std::string m_fault;
};

} // namespace coffee::daemon
