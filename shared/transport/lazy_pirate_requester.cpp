// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/lazy_pirate_requester.h"

#include "shared/transport/polling.h"

#include <array>
#include <utility>

namespace coffee::transport {

LazyPirateRequester::LazyPirateRequester(ZmqContext& context, std::string endpoint,
                                         ThreadCalls& calls, std::uint32_t jitterSeed)
    : m_socket{context, std::move(endpoint)}, m_calls{calls}, m_random{jitterSeed}
{
}

Result<std::string, RequestFailure>
LazyPirateRequester::ask(const RequestPolicy& policy,
                         const std::function<std::string(int)>& bytesOf)
{
    RequestFailure failure = RequestFailure::Unreachable;
    for (int n = 1; n <= policy.tries; ++n) {
        if (n > 1) {
            std::uniform_int_distribution<int> jitter{0, int{kRepeatJitterMax.count()}};
            if (waitFor(0, std::chrono::milliseconds{jitter(m_random)}) == Waited::Stopped)
                return Failure{RequestFailure::Stopped};
        }
        switch (waitFor(ZMQ_POLLOUT, policy.connectTimeout)) {
        case Waited::Stopped:
            return Failure{RequestFailure::Stopped};
        case Waited::Silent:
            return Failure{failure}; // an earlier try may have arrived
        case Waited::Ready:
            break;
        }
        if (!m_socket.send(bytesOf(n)))
            return Failure{failure};
        failure = RequestFailure::TimedOut;
        const Waited answered = waitFor(ZMQ_POLLIN, policy.replyTimeout);
        if (answered == Waited::Ready)
            if (auto reply = m_socket.receive())
                return *std::move(reply);
        m_socket.reopen();
        if (answered == Waited::Stopped)
            return Failure{RequestFailure::Stopped};
    }
    return Failure{failure};
}

LazyPirateRequester::Waited LazyPirateRequester::waitFor(short events,
                                                         std::chrono::milliseconds limit)
{
    const auto deadline = std::chrono::steady_clock::now() + limit;
    for (;;) {
        if (m_calls.stop)
            return Waited::Stopped;
        std::array items{zmq::pollitem_t{nullptr, m_calls.bell.fd(), ZMQ_POLLIN, 0},
                         zmq::pollitem_t{m_socket.raw().handle(), 0, events, 0}};
        // Waiting for nothing but the bell is how a repeat is put off.
        const std::size_t watched = events == 0 ? 1 : items.size();
        if (!pollUntil(std::span{items}.first(watched), deadline))
            return Waited::Silent;
        if ((items[1].revents & events) != 0)
            return Waited::Ready;
        m_calls.bell.clear(); // for another question, which can wait
    }
}

} // namespace coffee::transport
