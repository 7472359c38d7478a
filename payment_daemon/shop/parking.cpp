// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/parking.h"

#include "shared/domain/basket.h"
#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

// Never with a zero in front, so that six digits are six digits in every hand.
constexpr std::int32_t kLowestCode = 100'000;
constexpr std::int32_t kCodes = 900'000;

} // namespace

std::string Parking::newCode() const
{
    std::int32_t code = kLowestCode + m_sources.randomBelow(kCodes);
    // Far fewer are kept than there are: the next free one is near.
    while (m_memory.parked.contains(std::to_string(code)))
        code = code + 1 < kLowestCode + kCodes ? code + 1 : kLowestCode;
    return std::to_string(code);
}

void Parking::park(Step& step, const ReplyTo& to, const Actor& from,
                   const protocol::BasketPark& request) const
{
    const SteadyTime now = step.now().steady;
    const auto known =
        std::find_if(m_memory.parked.begin(), m_memory.parked.end(), [&](const auto& entry) {
            return entry.second.parkedBy == request.op && entry.second.expires > now;
        });
    if (known != m_memory.parked.end()) {
        if (known->second.basket != request.basket)
            return step.refuse(
                to, refusal(RefusalCode::KeyReused, "the key was used for another basket"));
        return step.ok(to,
                       protocol::ParkedAnswer{known->first, (known->second.expires - now).count()});
    }
    // What cannot be ordered need not be kept; what is sold out now may be back by then.
    if (const auto priced = price(m_settings.menu, {}, request.basket); !priced)
        return step.refuse(to, priced.error());
    if (m_memory.parked.size() >= kParkedMax) {
        Refusal refused = refusal(RefusalCode::Busy, "too many baskets are parked");
        refused.retryAfter = std::chrono::seconds{60};
        return step.refuse(to, refused);
    }
    const std::string code = newCode();
    ParkedBasket parked{from.name, request.basket, request.op, {}, now + protocol::kParkedLife};
    step.ok(to,
            protocol::ParkedAnswer{code, std::chrono::milliseconds{protocol::kParkedLife}.count()});
    step.remember([code, parked = std::move(parked)](ShopMemory& memory) {
        memory.parked.insert_or_assign(code, parked);
    });
}

void Parking::take(Step& step, const ReplyTo& to, const Actor&,
                   const protocol::BasketTake& request) const
{
    const auto parked = m_memory.parked.find(request.code);
    const bool isThere = parked != m_memory.parked.end() &&
                         parked->second.expires > step.now().steady &&
                         (parked->second.takenBy.empty() || parked->second.takenBy == request.op);
    if (!isThere)
        return step.refuse(to, refusal(RefusalCode::NotFound, "no basket waits under this code"));
    step.ok(to, protocol::TakenAnswer{parked->second.basket});
    step.remember([code = request.code, op = request.op](ShopMemory& memory) {
        const auto taken = memory.parked.find(code);
        if (taken != memory.parked.end())
            taken->second.takenBy = op;
    });
}

void Parking::forgetExpired(Step& step) const
{
    if (m_memory.parked.empty())
        return;
    step.remember([now = step.now().steady](ShopMemory& memory) {
        std::erase_if(memory.parked,
                      [now](const auto& entry) { return entry.second.expires <= now; });
    });
}

} // namespace coffee::daemon
