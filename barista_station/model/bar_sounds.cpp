// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/bar_sounds.h"

#include <algorithm>

namespace coffee::station {
namespace {

bool isToMake(const Ticket& ticket)
{
    return !ticket.dimmed &&
           (ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making);
}

bool isStop(const Ticket& ticket)
{
    return !ticket.dimmed && ticket.stage == TicketStage::Stopped;
}

} // namespace

void BarSounds::follow(const Facts& facts, Instant now)
{
    std::set<OrderId> present;
    std::set<OrderId> late;
    std::set<OrderId> stops;
    bool cameSilently = false;
    std::map<OrderId, Heard> waiting;
    for (const Ticket& ticket : facts.grid) {
        if (isStop(ticket))
            stops.insert(ticket.order);
        if (!isToMake(ticket))
            continue;
        present.insert(ticket.order);
        const bool isNew = !m_known.contains(ticket.order);
        const bool silently = isNew && (!facts.live || !m_wasLive);
        cameSilently = cameSilently || silently;
        if (ticket.lateness == Lateness::Late) {
            late.insert(ticket.order);
            m_lateIsDue = m_lateIsDue ||
                          (!silently && !m_late.contains(ticket.order) && facts.live && m_wasLive);
        }
        if (ticket.stage != TicketStage::Queued)
            continue;
        const auto before = m_waiting.find(ticket.order);
        if (before != m_waiting.end())
            waiting.insert(*before);
        else if (isNew && !silently)
            waiting.emplace(ticket.order, Heard{now, true, true});
    }
    for (const OrderId order : stops)
        cameSilently = cameSilently || (!m_stops.contains(order) && (!facts.live || !m_wasLive));
    m_catchUpIsDue = (m_catchUpIsDue || cameSilently) && !(present.empty() && stops.empty());
    m_lateIsDue = m_lateIsDue && !late.empty();
    m_known = std::move(present);
    m_late = std::move(late);
    m_stops = std::move(stops);
    m_waiting = std::move(waiting);
    if (m_stops.empty())
        m_stopHeard.reset();
    if (facts.helpCalls.empty())
        m_helpHeard.reset();
    m_wasLive = facts.live;
}

bool BarSounds::newIsDue(Instant now) const
{
    return std::any_of(m_waiting.begin(), m_waiting.end(), [now](const auto& entry) {
        const Heard& heard = entry.second;
        return heard.first || (heard.again && now - heard.since >= kAgainAfter);
    });
}

void BarSounds::newWasHeard(Instant now)
{
    // Tickets that came together are heard together.
    for (auto& [order, heard] : m_waiting) {
        if (!heard.first && heard.again && now - heard.since >= kAgainAfter)
            heard.again = false;
        heard.first = false;
    }
}

std::optional<BarSound> BarSounds::next(const Facts& facts, Instant now)
{
    follow(facts, now);
    if (!facts.live || (m_lastSound && now - *m_lastSound < kApart))
        return std::nullopt;
    const auto sounds = [&](BarSound sound) {
        m_lastSound = now;
        return sound;
    };
    const auto isOver = [now](const std::optional<Instant>& heard, std::chrono::seconds every) {
        return !heard || now - *heard >= every;
    };
    if (m_catchUpIsDue) {
        // It stands for all that came, stop cards too; those go on with their own after a while.
        m_catchUpIsDue = false;
        if (!m_stops.empty())
            m_stopHeard = now;
        return sounds(BarSound::CaughtUp);
    }
    if (!m_stops.empty() && isOver(m_stopHeard, kStopEvery)) {
        m_stopHeard = now;
        return sounds(BarSound::Stop);
    }
    if (!facts.helpCalls.empty() && isOver(m_helpHeard, kHelpEvery)) {
        m_helpHeard = now;
        return sounds(BarSound::Help);
    }
    if (newIsDue(now)) {
        newWasHeard(now);
        return sounds(BarSound::NewOrder);
    }
    if (m_lateIsDue) {
        m_lateIsDue = false;
        return sounds(BarSound::Late);
    }
    return std::nullopt;
}

} // namespace coffee::station
