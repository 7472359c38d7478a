// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/lanes.h"

#include "shared/protocol/codec.h"

#include <zmq.hpp>

#include <stdexcept>
#include <sys/resource.h>
#include <vector>

namespace coffee::bench {
namespace {

/// The envelope is at the beginning of every reply.
constexpr std::size_t kEnvelopeBytes = 120;
constexpr int kSocketsMax = 8'192;

} // namespace

struct Lanes::Sockets {
    zmq::context_t context{1};
    std::vector<zmq::socket_t> sockets;
    std::vector<zmq::pollitem_t> items;
};

Lanes::Lanes(const std::string& commands, int lanes) : m_sockets{std::make_unique<Sockets>()}
{
    m_sockets->context.set(zmq::ctxopt::max_sockets, kSocketsMax);
    for (int lane = 0; lane < lanes; ++lane) {
        zmq::socket_t& socket =
            m_sockets->sockets.emplace_back(m_sockets->context, zmq::socket_type::dealer);
        socket.set(zmq::sockopt::linger, 0);
        socket.connect(commands);
    }
    for (zmq::socket_t& socket : m_sockets->sockets)
        m_sockets->items.push_back({socket.handle(), 0, ZMQ_POLLIN, 0});
}

Lanes::~Lanes() = default;

void Lanes::ask(std::size_t lane, const std::string& bytes)
{
    zmq::socket_t& socket = m_sockets->sockets.at(lane);
    // As a REQ would send it.
    socket.send(zmq::message_t{}, zmq::send_flags::sndmore);
    socket.send(zmq::buffer(bytes), zmq::send_flags::none);
}

void Lanes::take(const Answered& answered)
{
    if (zmq::poll(m_sockets->items, std::chrono::milliseconds{kPatienceMs}) == 0)
        throw std::runtime_error{"no answer"};
    for (std::size_t lane = 0; lane < m_sockets->items.size(); ++lane) {
        if ((m_sockets->items[lane].revents & ZMQ_POLLIN) == 0)
            continue;
        zmq::message_t part;
        do
            static_cast<void>(m_sockets->sockets[lane].recv(part));
        while (part.more());
        answered(lane, part.to_string_view());
    }
}

std::string askOnce(const std::string& commands, const protocol::Request& request)
{
    Lanes lanes{commands, 1};
    lanes.ask(0, protocol::encode(request));
    std::string answer;
    lanes.take([&answer](std::size_t, std::string_view bytes) { answer = bytes; });
    return answer;
}

AnswerKind kindOf(std::string_view reply)
{
    const std::string_view envelope = reply.substr(0, kEnvelopeBytes);
    if (envelope.find(R"("status":"ok")") != std::string_view::npos)
        return AnswerKind::Ok;
    return envelope.find(R"("status":"pending")") != std::string_view::npos ? AnswerKind::Pending
                                                                            : AnswerKind::Refused;
}

void raiseLimits()
{
    rlimit files{};
    ::getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &files);
}

} // namespace coffee::bench
