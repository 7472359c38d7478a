// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/faulty_relay.h"

#include "shared/transport/polling.h"
#include "shared/transport/socket_settings.h"

#include <array>
#include <cstddef>
#include <deque>
#include <random>
#include <utility>

namespace coffee::transport {

using std::chrono::steady_clock;

namespace {

/// A frame that was held back for others to overtake it leaves after this long in any case.
constexpr std::chrono::milliseconds kHeldBackMax{40};

struct RelayedFrame {
    std::string bytes;
    steady_clock::time_point notBefore;
    steady_clock::time_point heldUntil;
    int mayBeOvertakenBy{0};
};

} // namespace

class FaultyRelay::Loop {
public:
    Loop(ZmqContext& context, const std::string& upstream, const std::string& downstream,
         std::uint32_t seed)
        : m_in{context.raw(), zmq::socket_type::sub},
          m_out{context.raw(), zmq::socket_type::pub},
          m_random{seed}
    {
        setUpSubscriber(m_in);
        setUpPublisher(m_out);
        m_out.bind(downstream);
        m_in.connect(upstream);
    }

    void run(FaultyRelay& relay, ThreadCalls& calls)
    {
        while (!calls.stop) {
            std::array items{zmq::pollitem_t{nullptr, calls.bell.fd(), ZMQ_POLLIN, 0},
                             zmq::pollitem_t{m_in.handle(), 0, ZMQ_POLLIN, 0}};
            const auto idle = std::chrono::milliseconds{m_waiting.empty() ? 1000 : 5};
            pollUntil(items, steady_clock::now() + idle);
            calls.bell.clear();

            const RelayFaults faults = relay.faults();
            RelayCounts counts = relay.counts();
            zmq::message_t part;
            while (!calls.stop && m_in.recv(part, zmq::recv_flags::dontwait))
                take(part.to_string(), faults, counts);
            give(steady_clock::now(), counts);
            const std::lock_guard lock{relay.m_mutex};
            relay.m_counts = counts;
        }
    }

private:
    [[nodiscard]] int dice(int below)
    {
        return std::uniform_int_distribution<int>{0, below - 1}(m_random);
    }

    void take(std::string bytes, const RelayFaults& faults, RelayCounts& counts)
    {
        ++counts.taken;
        if (faults.cut || dice(100) < faults.losePercent) {
            ++counts.lost;
            return;
        }
        const auto now = steady_clock::now();
        const int copies = dice(100) < faults.doublePercent ? 2 : 1;
        counts.doubled += copies - 1;
        for (int n = 0; n < copies; ++n) {
            overtake(counts);
            const int behind = faults.reorderWithin > 0 ? dice(faults.reorderWithin + 1) : 0;
            m_waiting.push_back(
                {bytes, now + faults.delay, now + faults.delay + kHeldBackMax, behind});
            release(counts);
        }
    }

    /// One more frame passes those that are held back.
    void overtake(RelayCounts& counts)
    {
        for (RelayedFrame& frame : m_waiting)
            if (frame.mayBeOvertakenBy > 0) {
                --frame.mayBeOvertakenBy;
                ++counts.overtaken;
            }
    }

    void release(RelayCounts& counts)
    {
        give(steady_clock::now(), counts);
        while (m_waiting.size() > kRelayFramesMax)
            sendFirst(m_waiting.begin(), counts);
    }

    void give(steady_clock::time_point now, RelayCounts& counts)
    {
        for (auto frame = m_waiting.begin(); frame != m_waiting.end();)
            if (now >= frame->notBefore &&
                (frame->mayBeOvertakenBy == 0 || now >= frame->heldUntil))
                frame = sendFirst(frame, counts);
            else
                ++frame;
    }

    std::deque<RelayedFrame>::iterator sendFirst(std::deque<RelayedFrame>::iterator frame,
                                                 RelayCounts& counts)
    {
        ++counts.given;
        static_cast<void>(m_out.send(zmq::buffer(frame->bytes), zmq::send_flags::dontwait));
        return m_waiting.erase(frame);
    }

    zmq::socket_t m_in;
    zmq::socket_t m_out;
    std::minstd_rand m_random;
    std::deque<RelayedFrame> m_waiting;
};

FaultyRelay::FaultyRelay(std::string upstream, std::string downstream, std::uint32_t seed)
    : m_loop{std::make_unique<Loop>(m_context, upstream, downstream, seed)},
      m_thread{"coffee-relay", [this](ThreadCalls& calls) { m_loop->run(*this, calls); },
               // A relay that ended is a stream that was cut, which is within what it promises.
               [](const std::string&) {}}
{
}

FaultyRelay::~FaultyRelay() = default;

void FaultyRelay::setFaults(const RelayFaults& faults)
{
    const std::lock_guard lock{m_mutex};
    m_faults = faults;
}

RelayFaults FaultyRelay::faults() const
{
    const std::lock_guard lock{m_mutex};
    return m_faults;
}

RelayCounts FaultyRelay::counts() const
{
    const std::lock_guard lock{m_mutex};
    return m_counts;
}

} // namespace coffee::transport
