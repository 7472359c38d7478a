// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/pins.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

/// After so long without a try the wrong ones are forgotten; never sooner than a lock would end.
constexpr auto kPinTriesKept = 10 * kPinLock;

Refusal locked(SteadyTime until, SteadyTime now)
{
    Refusal refused = refusal(RefusalCode::Locked, "too many wrong PINs on this machine");
    refused.retryAfter = until - now;
    return refused;
}

Refusal busy(std::string detail)
{
    Refusal refused = refusal(RefusalCode::Busy, std::move(detail));
    refused.retryAfter = std::chrono::seconds{1};
    return refused;
}

} // namespace

bool Pins::isAllowed(const std::string& pin)
{
    if (pin.size() != 6 ||
        !std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    bool run = true;
    bool same = true;
    bool backwards = true;
    for (std::size_t index = 1; index < pin.size(); ++index) {
        run = run && pin[index] == pin[index - 1] + 1;
        backwards = backwards && pin[index] == pin[index - 1] - 1;
        same = same && pin[index] == pin[index - 1];
    }
    return !run && !same && !backwards;
}

PinTries Pins::triesOf(const MachineKey& machine) const
{
    const auto known = m_memory.pinTries.find(machine);
    return known == m_memory.pinTries.end() ? PinTries{} : known->second;
}

void Pins::ask(Step& step, const CommandInput& input, const std::string& pin,
               const std::string& newPin)
{
    const MachineKey machine = machineKey(input.request.from);
    const PinTries tries = triesOf(machine);
    const SteadyTime now = step.now().steady;
    if (tries.lockedUntil > now)
        return step.refuse(input.to, locked(tries.lockedUntil, now));
    if (m_memory.pinHash.empty() && newPin.empty())
        return step.refuse(input.to, refusal(RefusalCode::PinNotSet,
                                             "the shop has no PIN yet: coffeectl pin sets it"));
    const auto underWay = std::count_if(
        m_memory.pinWaiting.begin(), m_memory.pinWaiting.end(), [&](const auto& entry) {
            return machineKey(entry.second.command.request.from) == machine;
        });
    // As many tries as are left, also when they come all at once.
    if (m_memory.pinWaiting.size() >= kPinWaitingMax || tries.wrong + underWay >= kPinTriesMax)
        return step.refuse(input.to, busy("other PINs are being checked"));
    const std::uint64_t ticket = m_memory.lastPinTicket + 1;
    step.effect(PinEffect{ticket, pin, m_memory.pinHash, newPin});
    step.remember([ticket, question = PinQuestion{input, m_memory.pinHash}](ShopMemory& memory) {
        memory.lastPinTicket = ticket;
        memory.pinWaiting.emplace(ticket, question);
    });
}

std::optional<CommandInput> Pins::answered(Step& step, const PinInput& input)
{
    const auto waiting = m_memory.pinWaiting.find(input.ticket);
    if (waiting == m_memory.pinWaiting.end())
        return std::nullopt;
    const PinQuestion& question = waiting->second;
    const MachineKey machine = machineKey(question.command.request.from);
    const SteadyTime now = step.now().steady;
    PinTries tries = triesOf(machine);
    step.remember([ticket = input.ticket](ShopMemory& memory) { memory.pinWaiting.erase(ticket); });
    if (tries.lockedUntil > now) {
        step.refuse(question.command.to, locked(tries.lockedUntil, now));
        return std::nullopt;
    }
    if (question.hash != m_memory.pinHash) {
        step.refuse(question.command.to, busy("the PIN was changed meanwhile"));
        return std::nullopt;
    }
    if (input.fits) {
        step.remember([machine](ShopMemory& memory) { memory.pinTries.erase(machine); });
        return question.command;
    }
    ++tries.wrong;
    Refusal refused = refusal(RefusalCode::WrongPin, "the PIN does not fit");
    refused.left = kPinTriesMax - tries.wrong;
    if (tries.wrong >= kPinTriesMax) {
        tries = {0, now + kPinLock, now};
        refused = locked(tries.lockedUntil, now);
    }
    tries.last = now;
    step.remember([machine, tries](ShopMemory& memory) { memory.pinTries[machine] = tries; });
    step.refuse(question.command.to, refused);
    return std::nullopt;
}

void Pins::forgetOld(Step& step) const
{
    if (m_memory.pinTries.empty())
        return;
    step.remember([now = step.now().steady](ShopMemory& memory) {
        std::erase_if(memory.pinTries, [now](const auto& entry) {
            return entry.second.last + kPinTriesKept <= now;
        });
    });
}

} // namespace coffee::daemon
