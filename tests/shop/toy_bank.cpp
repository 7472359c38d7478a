// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/toy_bank.h"

namespace coffee::test {

using namespace daemon;

namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

ChargeApproved approvedOf(std::int64_t won)
{
    return {Money::fromWon(won), "30012345", "**** 1234", "card"};
}

} // namespace

void ToyBank::becomeHonest()
{
    m_honest = true;
    letLateChargesArrive();
}

GatewayResult ToyBank::carryOut(const GatewayCall& call)
{
    return std::visit(
        Overloaded{
            [&](const ChargeCall& it) -> GatewayResult {
                return ChargeFinished{it.key, charge(it), std::chrono::milliseconds{10}};
            },
            [&](const LookupCall& it) -> GatewayResult {
                return LookupFinished{it.key, lookup(it.key), std::chrono::milliseconds{10}};
            },
            [&](const ReverseCall& it) -> GatewayResult {
                return ReverseFinished{it.key, reverse(it.key)};
            },
            [&](const RefundCall& it) -> GatewayResult {
                return RefundFinished{it.refundKey, refund(it)};
            },
            [&](const CancelWaitCall& it) -> GatewayResult {
                return CancelWaitFinished{it.key, {CancelWaitResult::TooLate, {}}};
            },
            [&](const ListCall&) -> GatewayResult {
                return ListFinished{ListUnknown{"not asked for"}};
            },
        },
        call);
}

ChargeOutcome ToyBank::charge(const ChargeCall& call)
{
    Charge& charge = m_charges[call.key];
    if (charge.asked)
        m_violations.push_back("a second charge under " + call.key);
    charge.asked = true;
    charge.amount = call.amount.won();
    if (charge.reversed)
        return ChargeCancelled{};
    if (misbehaves(20))
        return ChargeNotSent{NotSentReason::Busy, {}, {}};
    if (misbehaves(8)) {
        charge.end = End::Declined;
        return ChargeDeclined{DeclineReason::InsufficientFunds};
    }
    if (misbehaves(10)) {
        charge.end = End::Cancelled;
        return ChargeCancelled{};
    }
    if (misbehaves(7)) {
        charge.end = m_random.oneIn(3) ? End::None : End::Late;
        return ChargeUnknown{UnknownReason::TimedOut, {}};
    }
    charge.end = End::Taken;
    charge.taken = charge.amount + (misbehaves(40) ? 100 : 0);
    if (misbehaves(6))
        return ChargeUnknown{UnknownReason::ConnectionCut, {}};
    return approvedOf(charge.taken);
}

LookupOutcome ToyBank::lookup(const std::string& key)
{
    if (misbehaves(5))
        return LookupUnknown{};
    const Charge& charge = m_charges[key];
    if (charge.reversed)
        return LookupReversed{};
    switch (charge.end) {
    case End::None:
        return LookupNotFound{};
    case End::Late:
        if (m_random.oneIn(2))
            return LookupNotFound{};
        return LookupInProgress{PaymentPhase::Authorising};
    case End::Taken:
        return LookupApproved{approvedOf(charge.taken), {}};
    case End::Declined:
        return LookupDeclined{DeclineReason::InsufficientFunds};
    case End::Cancelled:
        return LookupCancelled{};
    }
    return LookupUnknown{};
}

ReverseOutcome ToyBank::reverse(const std::string& key)
{
    if (misbehaves(8))
        return {ReverseResult::Unknown, {}};
    if (misbehaves(25))
        return {ReverseResult::Refused, "not today"};
    Charge& charge = m_charges[key];
    if (!charge.refunds.empty())
        m_violations.push_back("a reversal of " + key + ", part of which was refunded");
    charge.reversed = true;
    if (misbehaves(6))
        return {ReverseResult::Unknown, {}};
    return {charge.taken > 0 ? ReverseResult::Reversed : ReverseResult::NotFoundFenced, {}};
}

RefundOutcome ToyBank::refund(const RefundCall& call)
{
    Charge& charge = m_charges[call.chargeKey];
    if (charge.refunds.contains(call.refundKey))
        return {RefundResult::Done, {}};
    if (misbehaves(8))
        return {RefundResult::Unknown, {}};
    if (misbehaves(20))
        return {RefundResult::Refused, "not today"};
    if (call.amount.won() > heldWon(call.chargeKey)) {
        m_violations.push_back("a refund of more than is held for " + call.chargeKey);
        return {RefundResult::Refused, "more than is left"};
    }
    charge.refunds[call.refundKey] = call.amount.won();
    if (misbehaves(6))
        return {RefundResult::Unknown, {}};
    return {RefundResult::Done, {}};
}

void ToyBank::letLateChargesArrive()
{
    for (auto& [key, charge] : m_charges) {
        if (charge.end != End::Late)
            continue;
        charge.end = charge.reversed ? End::None : End::Taken;
        charge.taken = charge.reversed ? 0 : charge.amount;
    }
}

std::int64_t ToyBank::heldWon(const std::string& key) const
{
    const auto found = m_charges.find(key);
    if (found == m_charges.end() || found->second.reversed)
        return 0;
    std::int64_t won = found->second.taken;
    for (const auto& [refund, amount] : found->second.refunds)
        won -= amount;
    return won;
}

std::int64_t ToyBank::takenWon(const std::string& key) const
{
    const auto charge = m_charges.find(key);
    return charge == m_charges.end() ? 0 : charge->second.taken;
}

std::int64_t ToyBank::refundedWon(const std::string& refundKey) const
{
    std::int64_t won = 0;
    for (const auto& [key, charge] : m_charges)
        if (const auto refund = charge.refunds.find(refundKey); refund != charge.refunds.end())
            won += refund->second;
    return won;
}

std::vector<std::string> ToyBank::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, charge] : m_charges)
        keys.push_back(key);
    return keys;
}

void ToyBank::reverseByHand(const std::string& key)
{
    m_charges[key].reversed = true;
}

void ToyBank::refundByHand(const std::string& chargeKey, const std::string& refundKey, Money amount)
{
    m_charges[chargeKey].refunds.try_emplace(refundKey, amount.won());
}

} // namespace coffee::test
