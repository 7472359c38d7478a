// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/breaker_log.h"

namespace coffee::station {

void BreakerLog::take(const Event& event)
{
    const auto* moved = std::get_if<BreakerMoved>(&event.body);
    if (!moved)
        return;
    BreakerTurn turn;
    turn.at = event.at;
    turn.to = moved->to;
    if (moved->untilMs > 0)
        turn.until = fromMs(moved->untilMs);
    turn.cause = moved->cause;
    turn.byPerson = event.actor.role == Role::Manager || event.actor.role == Role::Ctl;
    m_turns.insert_or_assign(event.seq, std::move(turn));
    if (m_turns.size() > kTurnsMost)
        m_turns.erase(m_turns.begin());
}

std::vector<BreakerTurn> BreakerLog::since(ShopTime from) const
{
    std::vector<BreakerTurn> found;
    for (auto entry = m_turns.rbegin(); entry != m_turns.rend(); ++entry)
        if (entry->second.at >= from)
            found.push_back(entry->second);
    return found;
}

bool BreakerLog::isStoppedByHand() const
{
    return !m_turns.empty() && m_turns.rbegin()->second.to == BreakerState::Open &&
           m_turns.rbegin()->second.byPerson;
}

} // namespace coffee::station
