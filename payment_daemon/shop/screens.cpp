// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/screens.h"

#include "shared/domain/words.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {
void Screens::become(Step& step, const Actor& who, PresenceState state, const std::string& version)
{
    step.event(daemonActor(), PresenceChanged{who, state, version});
    step.remember([key = machineKey(who), state](ShopMemory& memory) {
        const auto screen = memory.screens.find(key);
        if (screen != memory.screens.end())
            screen->second.state = state;
    });
}

void Screens::heard(Step& step, const ReplyTo& to, const Actor& from,
                    const protocol::Presence& presence)
{
    const auto known = m_memory.screens.find(machineKey(from));
    const bool isNew = known == m_memory.screens.end();
    // Every machine that was ever heard stays in the view, and so in every snapshot.
    const auto& machines = m_memory.view.health.machines;
    if (isNew && machines.size() >= kScreensMax &&
        std::none_of(machines.begin(), machines.end(),
                     [&](const MachineView& machine) { return machine.who == from; })) {
        Refusal refused = refusal(RefusalCode::Busy, "too many screens");
        refused.retryAfter = protocol::kPresenceEvery;
        return step.refuse(to, refused);
    }
    const bool refresh = !isNew && known->second.refresh;
    step.ok(to, protocol::PresenceAnswer{refresh});
    const SteadyTime now = step.now().steady;
    const PresenceState before = isNew ? PresenceState::Away : known->second.state;
    const SteadyTime since = before == PresenceState::Away ? now : known->second.since;
    const bool missesSome =
        presence.epoch != m_memory.epoch || presence.seq < headBefore(now - protocol::kBehindAfter);
    // One that has just come has the same time to catch up that events have to reach it.
    const bool behind = missesSome && now - since >= protocol::kBehindAfter;
    const PresenceState after = behind ? PresenceState::Behind : PresenceState::Up;
    // The answer may be lost: who stays behind is told again.
    const bool again = refresh && behind;
    step.remember([key = machineKey(from), presence, now, since, after, again](ShopMemory& memory) {
        memory.screens.insert_or_assign(
            key, Screen{presence.version, presence.stream, presence.seq, now, since, after, again});
    });
    if (after != before || (!isNew && known->second.version != presence.version))
        become(step, from, after, presence.version);
}

Result<protocol::Accepted, Refusal> Screens::refresh(Step& step,
                                                     const protocol::ScreenRefresh& command) const
{
    const auto screen = m_memory.screens.find(machineKey(command.screen));
    if (screen == m_memory.screens.end() || screen->second.state == PresenceState::Away)
        return Failure{refusal(RefusalCode::NotFound, "no such screen is up")};
    step.remember([key = screen->first](ShopMemory& memory) {
        const auto known = memory.screens.find(key);
        if (known != memory.screens.end())
            known->second.refresh = true;
    });
    return protocol::Accepted{};
}

Result<protocol::Accepted, Refusal> Screens::remove(Step& step, const Actor& from,
                                                    const protocol::MachineRemove& command) const
{
    const auto& machines = m_memory.view.health.machines;
    const auto machine =
        std::find_if(machines.begin(), machines.end(),
                     [&](const MachineView& known) { return known.who == command.machine; });
    if (machine == machines.end())
        return Failure{refusal(RefusalCode::NotFound, "no such machine is known")};
    if (machine->state != PresenceState::Away) {
        Refusal refused = refusal(RefusalCode::WrongState, "this machine is not away");
        refused.state = word(machine->state);
        return Failure{refused};
    }
    step.event(from, PresenceChanged{machine->who, PresenceState::Removed, machine->version});
    step.remember(
        [key = machineKey(machine->who)](ShopMemory& memory) { memory.screens.erase(key); });
    return protocol::Accepted{};
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
            memory.screens.insert_or_assign(machineKey(machine.who),
                                            Screen{machine.version, protocol::Stream::Events, 0,
                                                   now, now, machine.state, false});
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
