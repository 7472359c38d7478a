// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <utility>

namespace coffee::sim {

using std::chrono::milliseconds;

/// Simulated time: what has to happen, in the order of its moment and, at one moment, in the order
/// in which it was asked for. Nothing here knows a real clock.
class Schedule {
public:
    using Act = std::function<void()>;
    using Ticket = std::pair<milliseconds, std::uint64_t>;

    /// Since the seed began.
    [[nodiscard]] milliseconds now() const { return m_now; }

    Ticket after(milliseconds wait, Act act) { return at(m_now + wait, std::move(act)); }
    Ticket at(milliseconds when, Act act)
    {
        const Ticket ticket{std::max(when, m_now), ++m_last};
        m_acts.emplace_hint(m_acts.end(), ticket, std::move(act));
        return ticket;
    }
    /// Nothing happens when it is over already.
    void cancel(const Ticket& ticket) { m_acts.erase(ticket); }

    /// Does the next act. False when there is none before `limit`; then it is `limit`.
    bool runNext(milliseconds limit)
    {
        if (m_acts.empty() || m_acts.begin()->first.first > limit) {
            m_now = std::max(m_now, limit);
            return false;
        }
        auto next = m_acts.extract(m_acts.begin());
        m_now = next.key().first;
        next.mapped()();
        return true;
    }

private:
    milliseconds m_now{0};
    std::uint64_t m_last{0};
    std::map<Ticket, Act> m_acts;
};

} // namespace coffee::sim
