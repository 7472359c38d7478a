// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/screens.h"

#include "shared/protocol/limits.h"

namespace coffee::daemon {
namespace {

std::pair<Role, std::string> keyOf(const Actor& who)
{
    return {who.role, who.name};
}

} // namespace

void Screens::become(Step& step, const Actor& who, PresenceState state, const std::string& version)
{
    step.event(daemonActor(), PresenceChanged{who, state, version});
    step.remember([key = keyOf(who), state](ShopMemory& memory) {
        const auto screen = memory.screens.find(key);
        if (screen != memory.screens.end())
            screen->second.state = state;
    });
}

void Screens::heard(Step& step, const ReplyTo& to, const Actor& from,
                    const protocol::Presence& presence)
{
    const auto known = m_memory.screens.find(keyOf(from));
    if (known == m_memory.screens.end() && m_memory.screens.size() >= kScreensMax) {
        Refusal refused = refusal(RefusalCode::Busy, "too many screens");
        refused.retryAfter = protocol::kPresenceEvery;
        return step.refuse(to, refused);
    }
    step.ok(to, protocol::Accepted{});
    const SteadyTime now = step.now().steady;
    const bool isNew = known == m_memory.screens.end();
    const bool ofThisLog = presence.epoch == m_memory.epoch;
    const bool current = ofThisLog && presence.seq >= headBefore(now - protocol::kBehindAfter);
    const SteadyTime upToDate = current || isNew ? now : known->second.upToDate;
    // Before its first snapshot a screen has the same time that events have to reach it.
    const bool behind = ofThisLog ? !current : now - upToDate >= protocol::kBehindAfter;
    const PresenceState before = isNew ? PresenceState::Away : known->second.state;
    const PresenceState after = behind ? PresenceState::Behind : PresenceState::Up;
    step.remember([key = keyOf(from), presence, now, upToDate, after](ShopMemory& memory) {
        memory.screens.insert_or_assign(
            key, Screen{presence.version, presence.stream, presence.seq, now, upToDate, after});
    });
    if (after != before || (!isNew && known->second.version != presence.version))
        become(step, from, after, presence.version);
}

Sequence Screens::headBefore(SteadyTime then) const
{
    Sequence seq = 0;
    for (const Head& head : m_memory.heads)
        if (head.at <= then)
            seq = head.seq;
    return seq;
}

void Screens::recover(Step& step)
{
    const SteadyTime now = step.now().steady;
    for (const MachineView& machine : m_memory.view.health.machines) {
        if (machine.state == PresenceState::Away)
            continue;
        step.remember([machine, now](ShopMemory& memory) {
            memory.screens.insert_or_assign(
                keyOf(machine.who),
                Screen{machine.version, protocol::Stream::Events, 0, now, now, machine.state});
        });
    }
}

void Screens::timers(Step& step)
{
    const SteadyTime now = step.now().steady;
    for (const auto& [key, screen] : m_memory.screens)
        if (screen.state != PresenceState::Away && now - screen.heard >= protocol::kAwayAfter)
            become(step, {key.first, key.second}, PresenceState::Away, screen.version);
    step.remember([now](ShopMemory& memory) {
        memory.heads.push_back({now, memory.head});
        // The newest of those that are old enough is the one to compare with.
        while (memory.heads.size() > 1 && memory.heads[1].at <= now - protocol::kBehindAfter)
            memory.heads.pop_front();
    });
}

} // namespace coffee::daemon
