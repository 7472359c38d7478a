// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/subscribers.h"

#include <zmq.hpp>

#include <chrono>
#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr int kSocketsMax = 8'192;
constexpr std::chrono::milliseconds kPatience{20'000};

} // namespace

std::int64_t steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

struct Subscribers::Sockets {
    zmq::context_t context{1};
    std::vector<zmq::socket_t> sockets;
    std::vector<zmq::pollitem_t> items;

    /// Hands every message that is there to `got`.
    template <class Got>
    void take(Got got)
    {
        if (zmq::poll(items, kPatience) == 0)
            throw std::runtime_error{"nothing is published"};
        for (std::size_t n = 0; n < items.size(); ++n) {
            if ((items[n].revents & ZMQ_POLLIN) == 0)
                continue;
            zmq::message_t message;
            while (sockets[n].recv(message, zmq::recv_flags::dontwait))
                got(n, message.to_string_view());
        }
    }
};

Subscribers::Subscribers(const std::string& endpoint, int subscribers)
    : m_sockets{std::make_unique<Sockets>()}
{
    m_sockets->context.set(zmq::ctxopt::max_sockets, kSocketsMax);
    for (int n = 0; n < subscribers; ++n) {
        zmq::socket_t& socket =
            m_sockets->sockets.emplace_back(m_sockets->context, zmq::socket_type::sub);
        socket.set(zmq::sockopt::linger, 0);
        socket.set(zmq::sockopt::rcvhwm, 0);
        socket.set(zmq::sockopt::subscribe, "");
        socket.connect(endpoint);
    }
    for (zmq::socket_t& socket : m_sockets->sockets)
        m_sockets->items.push_back({socket.handle(), 0, ZMQ_POLLIN, 0});
}

Subscribers::~Subscribers() = default;

void Subscribers::waitJoined()
{
    std::vector<bool> joined(m_sockets->sockets.size());
    for (std::size_t left = joined.size(); left > 0;)
        m_sockets->take([&](std::size_t subscriber, std::string_view) {
            left -= joined[subscriber] ? 0 : 1;
            joined[subscriber] = true;
        });
}

std::vector<double> Subscribers::lastArrivals(int messages, const SentAt& sentAt)
{
    const std::size_t all = m_sockets->sockets.size();
    std::vector<std::size_t> taken(all);
    std::vector<std::size_t> arrived(static_cast<std::size_t>(messages));
    std::vector<double> last;
    while (last.size() < arrived.size())
        m_sockets->take([&](std::size_t subscriber, std::string_view bytes) {
            const auto sent = sentAt(bytes);
            if (!sent || taken[subscriber] >= arrived.size())
                return;
            if (++arrived[taken[subscriber]++] == all)
                last.push_back(static_cast<double>(steadyNs() - *sent) / 1e3);
        });
    return last;
}

void Subscribers::drain()
{
    for (;;)
        m_sockets->take([](std::size_t, std::string_view) {});
}

} // namespace coffee::bench
