// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"
#include "shared/protocol/codec.h"
#include "shared/transport/lazy_pirate_requester.h"
#include "shared/transport/zmq_context.h"

#include <optional>
#include <string>

namespace coffee::ctl {

/// Why a question to the daemon has no answer, as the exit code and one line for a person.
struct LineFailure {
    int exitCode{3};
    std::string sentence;
};

/// The exit code when nobody answers, or not in this protocol.
inline constexpr int kExitUnreachable = 3;
/// The exit code when the daemon answered and refused.
inline constexpr int kExitRefused = 1;

/// Questions to a running daemon, one at a time, from the calling thread.
class DaemonLine {
public:
    explicit DaemonLine(std::string endpoint);

    /// Asked at most twice, under one meaning; a changing command must carry its operation key.
    template <class Body>
    [[nodiscard]] Result<Body, LineFailure>
    ask(const protocol::RequestBody& question,
        const transport::RequestPolicy& policy = {protocol::kCommandTimeout, kTries})
    {
        const auto bytes = exchange(question, policy);
        if (!bytes)
            return Failure{bytes.error()};
        auto reply = protocol::decodeReply<Body>(*bytes);
        if (!reply)
            return Failure{notOurs(reply.error().detail)};
        if (const auto* refusal = std::get_if<Refusal>(&reply->content))
            return Failure{refused(*refusal)};
        if (auto* body = std::get_if<Body>(&reply->content))
            return std::move(*body);
        return Failure{notOurs("a pending answer was not expected")};
    }

    /// The same for something that may not be there: nothing when the daemon says so.
    template <class Body>
    [[nodiscard]] Result<std::optional<Body>, LineFailure>
    askIfThere(const protocol::RequestBody& question)
    {
        const auto bytes = exchange(question, {protocol::kCommandTimeout, kTries});
        if (!bytes)
            return Failure{bytes.error()};
        auto reply = protocol::decodeReply<Body>(*bytes);
        if (!reply)
            return Failure{notOurs(reply.error().detail)};
        if (const auto* refusal = std::get_if<Refusal>(&reply->content)) {
            if (refusal->code == RefusalCode::NotFound)
                return std::optional<Body>{};
            return Failure{refused(*refusal)};
        }
        if (auto* body = std::get_if<Body>(&reply->content))
            return std::optional<Body>{std::move(*body)};
        return Failure{notOurs("a pending answer was not expected")};
    }

private:
    static constexpr int kTries = 2;

    [[nodiscard]] Result<std::string, LineFailure> exchange(const protocol::RequestBody& question,
                                                            const transport::RequestPolicy& policy);
    [[nodiscard]] LineFailure notOurs(const std::string& detail) const;
    [[nodiscard]] static LineFailure refused(const Refusal& refusal);

    std::string m_endpoint;
    transport::ZmqContext m_context;
    transport::ThreadCalls m_calls;
    transport::LazyPirateRequester m_requester;
};

/// 32 hex digits from the system's randomness: an operation key.
[[nodiscard]] std::string randomKey();

} // namespace coffee::ctl
