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
    const bool current = presence.epoch == m_memory.epoch && presence.seq >= m_memory.head;
    const SteadyTime now = step.now().steady;
    const bool isNew = known == m_memory.screens.end();
    const SteadyTime upToDate = current || isNew ? now : known->second.upToDate;
    const PresenceState before = isNew ? PresenceState::Away : known->second.state;
    const PresenceState after = now - upToDate >= protocol::kBehindAfter
                                    ? PresenceState::Behind
                                    : PresenceState::Up;
    step.remember([key = keyOf(from), presence, now, upToDate, after](ShopMemory& memory) {
        memory.screens.insert_or_assign(
            key, Screen{presence.version, presence.stream, presence.seq, now, upToDate, after});
    });
    if (after != before || (!isNew && known->second.version != presence.version))
        become(step, from, after, presence.version);
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
}

} // namespace coffee::daemon
