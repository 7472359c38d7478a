// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/result.h"
#include "shared/protocol/limits.h"
#include "shared/transport/request_socket.h"
#include "shared/transport/zmq_thread.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <random>
#include <string>

namespace coffee::transport {

enum class RequestFailure {
    Unreachable, ///< nobody was there and nothing was sent
    TimedOut,    ///< it was sent at least once, and no answer came
    Stopped      ///< the thread was told to stop
};

struct RequestPolicy {
    std::chrono::milliseconds replyTimeout{protocol::kCommandTimeout}; ///< of each try
    int tries{1};
    std::chrono::milliseconds connectTimeout{protocol::kConnectTimeout};
};

/// The most that a repeat waits before it goes out, so that many clients that lost the same
/// answer do not all come back in the same millisecond.
inline constexpr std::chrono::milliseconds kRepeatJitterMax{100};

/// A blocking question with an end (the "Lazy Pirate" of the ZeroMQ guide): wait until somebody
/// is there, send, wait for the answer; when it does not come, close the socket, open a new one
/// and ask again. Belongs to the thread whose `calls` it was given; `calls.stop` with its bell
/// ends a question at once.
class LazyPirateRequester final {
public:
    LazyPirateRequester(ZmqContext& context, std::string endpoint, ThreadCalls& calls,
                        std::uint32_t jitterSeed);

    /// `bytesOf(n)` gives the bytes of the n-th try, from 1: the same content under a fresh
    /// message id.
    [[nodiscard]] Result<std::string, RequestFailure>
    ask(const RequestPolicy& policy, const std::function<std::string(int)>& bytesOf);

private:
    enum class Waited { Ready, Silent, Stopped };
    [[nodiscard]] Waited waitFor(short events, std::chrono::milliseconds limit);

    RequestSocket m_socket;
    ThreadCalls& m_calls;
    std::minstd_rand m_random;
};

} // namespace coffee::transport
