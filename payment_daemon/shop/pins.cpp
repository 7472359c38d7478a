// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/pins.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

std::pair<Role, std::string> keyOf(const Actor& who)
{
    return {who.role, who.name};
}

} // namespace

bool Pins::isAllowed(const std::string& pin)
{
    if (pin.size() != 6 || !std::all_of(pin.begin(), pin.end(),
                                        [](char c) { return c >= '0' && c <= '9'; }))
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

void Pins::ask(Step& step, const CommandInput& input, const std::string& pin,
               const std::string& newPin)
{
    const auto tries = m_memory.pinTries.find(keyOf(input.request.from));
    const SteadyTime now = step.now().steady;
    if (tries != m_memory.pinTries.end() && tries->second.lockedUntil > now) {
        Refusal refused = refusal(RefusalCode::Locked, "too many wrong PINs on this machine");
        refused.retryAfter = tries->second.lockedUntil - now;
        return step.refuse(input.to, refused);
    }
    if (m_memory.pinHash.empty() && newPin.empty())
        return step.refuse(input.to, refusal(RefusalCode::PinNotSet,
                                             "the shop has no PIN yet: coffeectl pin sets it"));
    if (m_memory.pinWaiting.size() >= kPinWaitingMax) {
        Refusal refused = refusal(RefusalCode::Busy, "other PINs are being checked");
        refused.retryAfter = std::chrono::seconds{1};
        return step.refuse(input.to, refused);
    }
    const std::uint64_t ticket = m_memory.lastPinTicket + 1;
    step.effect(PinEffect{ticket, pin, m_memory.pinHash, newPin});
    step.remember([ticket, input](ShopMemory& memory) {
        memory.lastPinTicket = ticket;
        memory.pinWaiting.emplace(ticket, input);
    });
}

std::optional<CommandInput> Pins::answered(Step& step, const PinInput& input)
{
    const auto waiting = m_memory.pinWaiting.find(input.ticket);
    if (waiting == m_memory.pinWaiting.end())
        return std::nullopt;
    CommandInput command = waiting->second;
    const auto key = keyOf(command.request.from);
    const auto tries = m_memory.pinTries.find(key);
    const int wrong =
        input.fits ? 0 : (tries == m_memory.pinTries.end() ? 0 : tries->second.wrong) + 1;
    const bool locks = wrong >= kPinTriesMax;
    const SteadyTime until = locks ? step.now().steady + kPinLock : SteadyTime{};
    step.remember([ticket = input.ticket, key, wrong, locks, until](ShopMemory& memory) {
        memory.pinWaiting.erase(ticket);
        memory.pinTries[key] = {locks ? 0 : wrong, until};
    });
    if (input.fits)
        return command;
    Refusal refused = refusal(locks ? RefusalCode::Locked : RefusalCode::WrongPin,
                              "the PIN does not fit");
    refused.left = kPinTriesMax - wrong;
    if (locks)
        refused.retryAfter = kPinLock;
    step.refuse(command.to, refused);
    return std::nullopt;
}

} // namespace coffee::daemon
