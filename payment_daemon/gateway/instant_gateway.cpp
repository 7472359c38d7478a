// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/instant_gateway.h"

#include <chrono>
#include <cstdlib>
#include <thread>
#include <utility>

namespace coffee::daemon {

namespace {

ShopTime now()
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

#ifdef COFFEE_BENCH_BUILD
/// A provider that takes its time, for a measurement.
void takeAsLongAsMeasured()
{
    static const char* ms = std::getenv("COFFEE_BENCH_CHARGE_MS");
    if (ms)
        std::this_thread::sleep_for(std::chrono::milliseconds{std::atoi(ms)});
}
#endif

} // namespace

void InstantGateway::remember(const std::string& chargeKey)
{
    m_chargeOrder.push_back(chargeKey);
    if (m_chargeOrder.size() <= kRemembered)
        return;
    m_charges.erase(m_chargeOrder.front());
    m_chargeOrder.pop_front();
}

ChargeOutcome InstantGateway::charge(const ChargeCall& call, const Progress&, std::stop_token stop)
{
    if (stop.stop_requested())
        return ChargeUnknown{UnknownReason::Stopped, "stopped before the charge"};
#ifdef COFFEE_BENCH_BUILD
    takeAsLongAsMeasured();
#endif
    const std::lock_guard lock{m_mutex};
    if (const auto known = m_charges.find(call.key); known != m_charges.end()) {
        if (known->second.isReversed)
            return ChargeCancelled{};
        if (known->second.charge.amount != call.amount || known->second.terminal != call.terminal)
            return ChargeUnknown{UnknownReason::Garbled, "the key was used for another charge"};
        return known->second.charge;
    }
    Held held{call.terminal,
              {call.amount, "I" + std::to_string(++m_approvals), "", "card"},
              Money{},
              false,
              now()};
    ChargeApproved approved = held.charge;
    m_charges.emplace(call.key, std::move(held));
    remember(call.key);
    return approved;
}

LookupOutcome InstantGateway::lookup(const LookupCall& call, std::stop_token)
{
    const std::lock_guard lock{m_mutex};
    const auto known = m_charges.find(call.key);
    if (known == m_charges.end())
        return LookupNotFound{};
    if (known->second.isReversed)
        return LookupReversed{};
    return LookupApproved{known->second.charge, known->second.refunded};
}

ReverseOutcome InstantGateway::reverse(const ReverseCall& call, std::stop_token)
{
    const std::lock_guard lock{m_mutex};
    const auto [held, isNew] = m_charges.try_emplace(call.key);
    if (isNew) {
        held->second.isReversed = true;
        held->second.startedAt = now();
        remember(call.key);
    }
    if (held->second.charge.approval.empty())
        return {ReverseResult::NotFoundFenced, "no such charge"};
    if (held->second.refunded != Money{})
        return {ReverseResult::Refused, "part of the charge was refunded"};
    held->second.isReversed = true;
    return {ReverseResult::Reversed, ""};
}

RefundOutcome InstantGateway::refund(const RefundCall& call, std::stop_token)
{
    const std::lock_guard lock{m_mutex};
    if (const auto known = m_refunds.find(call.refundKey); known != m_refunds.end()) {
        const bool isSame =
            known->second.chargeKey == call.chargeKey && known->second.amount == call.amount;
        return isSame ? RefundOutcome{RefundResult::Done, ""}
                      : RefundOutcome{RefundResult::Refused, "the key was used for another refund"};
    }
    const auto held = m_charges.find(call.chargeKey);
    if (held == m_charges.end() || held->second.isReversed)
        return {RefundResult::Refused, "nothing is held under this charge key"};
    const auto refunded = held->second.refunded.plus(call.amount);
    if (call.amount <= Money{} || !refunded || *refunded > held->second.charge.amount)
        return {RefundResult::Refused, "more than is left of the charge"};
    held->second.refunded = *refunded;
    m_refunds.emplace(call.refundKey, Refund{call.chargeKey, call.amount});
    m_refundOrder.push_back(call.refundKey);
    if (m_refundOrder.size() > kRemembered) {
        m_refunds.erase(m_refundOrder.front());
        m_refundOrder.pop_front();
    }
    return {RefundResult::Done, ""};
}

CancelWaitOutcome InstantGateway::cancelWait(const CancelWaitCall& call, std::stop_token)
{
    const std::lock_guard lock{m_mutex};
    return {m_charges.contains(call.key) ? CancelWaitResult::TooLate : CancelWaitResult::NotFound,
            ""};
}

ListOutcome InstantGateway::list(const ListCall& call, std::stop_token)
{
    const std::lock_guard lock{m_mutex};
    std::vector<ListedCharge> listed;
    for (const auto& [key, held] : m_charges) {
        if (held.startedAt < call.since || held.charge.approval.empty())
            continue;
        listed.push_back({key, held.terminal,
                          held.isReversed ? ListedState::Reversed : ListedState::Approved,
                          held.charge.amount, held.refunded, held.startedAt});
    }
    return listed;
}

} // namespace coffee::daemon
