// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/bank.h"

#include <algorithm>

namespace coffee::sim {

using namespace daemon;

namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

std::string detail()
{
    return std::string{"card "} + kCanaryCard + " at the terminal";
}

} // namespace

void Bank::call(const GatewayCall& call, Tell tell)
{
    std::visit(
        Overloaded{
            [&](const ChargeCall& it) { charge(it, std::move(tell)); },
            [&](const LookupCall& it) { lookup(it.key, std::move(tell)); },
            [&](const ReverseCall& it) { reverse(it.key, std::move(tell)); },
            [&](const RefundCall& it) { refund(it, std::move(tell)); },
            [&](const CancelWaitCall& it) { cancelWait(it.key, std::move(tell)); },
            [&](const ListCall&) { answer(tell, ListFinished{ListUnknown{detail()}}, travel()); },
        },
        call);
}

milliseconds Bank::travel()
{
    return m_core.between(5, 60);
}

/// How long the provider takes for one thing.
milliseconds Bank::patience()
{
    if (mood.hanging)
        return kDeadline + m_core.between(1'000, 20'000);
    return mood.slow ? m_core.between(3'000, 8'000) : m_core.between(580, 1'020);
}

void Bank::answer(const Tell& tell, GatewayResult result, milliseconds after)
{
    // A second copy is of another moment: the provider repeats itself, it does not invent.
    if (m_core.chance(mood.tellsTwice))
        m_core.schedule.after(after + m_core.between(1, 4'000), [tell, result] { tell(result); });
    m_core.schedule.after(after, [tell, result = std::move(result)] { tell(result); });
}

ChargeApproved Bank::approvedOf(std::int64_t won)
{
    return {Money::fromWon(won), "30012345", "**** 1111", "card"};
}

bool Bank::terminalIsTaken(const std::string& terminal) const
{
    return std::any_of(m_charges.begin(), m_charges.end(), [&](const auto& entry) {
        const Charge& charge = entry.second;
        return charge.terminal == terminal &&
               (charge.phase == Phase::WaitingCard || charge.phase == Phase::Authorising);
    });
}

// ---- charges --------------------------------------------------------------------------------

void Bank::charge(const ChargeCall& call, Tell tell)
{
    if (mood.down) {
        const bool refusedAtOnce = m_core.chance(70);
        const ChargeOutcome outcome =
            refusedAtOnce ? ChargeOutcome{ChargeNotSent{NotSentReason::Unreachable, {}, detail()}}
                          : ChargeOutcome{ChargeUnknown{UnknownReason::TimedOut, detail()}};
        answer(tell, ChargeFinished{call.key, outcome, {}},
               refusedAtOnce ? m_core.between(1, 300) : kDeadline);
        return;
    }
    if (m_core.chance(mood.notSent)) {
        const auto reason = m_core.chance(80) ? NotSentReason::Busy : NotSentReason::Misconfigured;
        answer(tell,
               ChargeFinished{call.key, ChargeNotSent{reason, m_core.between(0, 4'000), {}}, {}},
               travel());
        return;
    }
    if (m_core.chance(mood.neverCame) || m_core.chance(mood.late)) {
        // Nobody here knows whether it will still arrive; half of the time it does.
        if (m_core.chance(60)) {
            ++m_charges[call.key].onTheirWay;
            m_core.schedule.after(m_core.between(1'000, kLateMost.count()), [this, call] {
                --m_charges[call.key].onTheirWay;
                m_core.note("bank: a late charge arrives", call.key);
                arrive(call, [](const GatewayResult&) {});
            });
        }
        answer(tell, ChargeFinished{call.key, ChargeUnknown{UnknownReason::TimedOut, detail()}, {}},
               kDeadline);
        return;
    }
    ++m_charges[call.key].onTheirWay;
    m_core.schedule.after(travel(), [this, call, tell = std::move(tell)] {
        --m_charges[call.key].onTheirWay;
        arrive(call, tell);
    });
}

void Bank::arrive(const ChargeCall& call, Tell tell)
{
    Charge& charge = m_charges[call.key];
    if (++charge.questions > 1)
        return m_watch.wronged("a second charge under " + call.key);
    if (charge.fenced) {
        answer(tell, ChargeFinished{call.key, ChargeCancelled{}, {}}, travel());
        return;
    }
    if (terminalIsTaken(call.terminal)) {
        charge.phase = Phase::Cancelled;
        answer(tell, ChargeFinished{call.key, ChargeCancelled{}, {}}, travel());
        return;
    }
    charge.terminal = call.terminal;
    charge.asked = call.amount.won();
    charge.phase = Phase::WaitingCard;
    charge.tell = std::move(tell);
    progress(call.key, PaymentPhase::WaitingCard);
    if (!m_core.chance(mood.walksAway))
        m_core.schedule.after(m_core.between(800, 12'000), [this, key = call.key] { tap(key); });
    m_core.schedule.after(kCardWait, [this, key = call.key] {
        if (m_charges[key].phase != Phase::WaitingCard)
            return;
        m_charges[key].phase = Phase::Cancelled;
        endCharge(key, ChargeCancelled{});
    });
}

void Bank::progress(const std::string& key, PaymentPhase phase)
{
    if (const Tell& tell = m_charges[key].tell)
        m_core.schedule.after(milliseconds{3}, [tell, key, phase] {
            tell(ChargeProgressed{key, phase});
        });
}

void Bank::tap(const std::string& key)
{
    if (m_charges[key].phase != Phase::WaitingCard)
        return;
    m_charges[key].phase = Phase::Authorising;
    m_core.note("bank: a card is shown", key);
    progress(key, PaymentPhase::Reading);
    m_core.schedule.after(milliseconds{300}, [this, key] {
        if (m_charges[key].phase == Phase::Authorising)
            progress(key, PaymentPhase::Authorising);
    });
    m_core.schedule.after(patience(), [this, key] { authorise(key); });
    m_core.schedule.after(kDeadline, [this, key] {
        endCharge(key, ChargeUnknown{UnknownReason::TimedOut, detail()});
    });
}

void Bank::authorise(const std::string& key)
{
    Charge& charge = m_charges[key];
    if (charge.phase != Phase::Authorising)
        return; // it was reversed meanwhile
    ChargeOutcome outcome = ChargeDeclined{DeclineReason::InsufficientFunds};
    if (m_core.chance(mood.declines)) {
        charge.phase = Phase::Declined;
    } else {
        charge.phase = Phase::Taken;
        charge.taken = charge.asked + (m_core.chance(mood.wrongAmount) ? 100 : 0);
        m_core.note("bank: taken", key, charge.taken);
        m_watch.captured(key, charge.taken);
        outcome = approvedOf(charge.taken);
        progress(key, PaymentPhase::RemoveCard);
    }
    if (m_core.chance(mood.lost))
        outcome = ChargeUnknown{
            m_core.chance(50) ? UnknownReason::ConnectionCut : UnknownReason::Garbled, detail()};
    endCharge(key, outcome);
}

void Bank::endCharge(const std::string& key, ChargeOutcome outcome)
{
    Charge& charge = m_charges[key];
    if (!charge.tell)
        return;
    const Tell tell = std::exchange(charge.tell, nullptr);
    answer(tell, ChargeFinished{key, std::move(outcome), milliseconds{800}}, travel());
}

void Bank::cancelWait(const std::string& key, Tell tell)
{
    m_core.schedule.after(travel(), [this, key, tell = std::move(tell)] {
        CancelWaitResult result = CancelWaitResult::TooLate;
        if (m_charges[key].phase == Phase::WaitingCard) {
            m_charges[key].phase = Phase::Cancelled;
            endCharge(key, ChargeCancelled{});
            result = CancelWaitResult::Cancelled;
        }
        answer(tell, CancelWaitFinished{key, {result, detail()}}, travel());
    });
}

// ---- settling -------------------------------------------------------------------------------

void Bank::lookup(const std::string& key, Tell tell)
{
    const milliseconds there = mood.slow ? m_core.between(1'000, 4'000) : travel();
    const bool lost = mood.down || mood.hanging || m_core.chance(mood.neverCame + mood.lost);
    if (lost) {
        answer(tell, LookupFinished{key, LookupUnknown{detail()}, {}},
               mood.hanging ? kDeadline : m_core.between(5, 3'000));
        return;
    }
    m_core.schedule.after(there, [this, key, tell = std::move(tell)] {
        answer(tell, LookupFinished{key, stateOf(key), milliseconds{20}}, travel());
    });
}

LookupOutcome Bank::stateOf(const std::string& key) const
{
    const auto found = m_charges.find(key);
    if (found == m_charges.end())
        return LookupNotFound{};
    const Charge& charge = found->second;
    if (charge.fenced)
        return LookupReversed{};
    switch (charge.phase) {
    case Phase::NotHeardOf:
        return LookupNotFound{};
    case Phase::WaitingCard:
        return LookupInProgress{PaymentPhase::WaitingCard};
    case Phase::Authorising:
        return LookupInProgress{PaymentPhase::Authorising};
    case Phase::Taken:
        return LookupApproved{approvedOf(charge.taken), Money::fromWon(refundedWon(key))};
    case Phase::Declined:
        return LookupDeclined{DeclineReason::InsufficientFunds};
    case Phase::Cancelled:
        return LookupCancelled{};
    }
    return LookupUnknown{};
}

void Bank::reverse(const std::string& key, Tell tell)
{
    const auto unknown = ReverseFinished{key, {ReverseResult::Unknown, detail()}};
    if (mood.down || m_core.chance(mood.neverCame)) {
        answer(tell, unknown, m_core.between(5, 3'000));
        return;
    }
    if (m_core.chance(mood.refusesReversal)) {
        answer(tell, ReverseFinished{key, {ReverseResult::Refused, detail()}}, travel());
        return;
    }
    const bool lost = mood.hanging || m_core.chance(mood.lost);
    m_core.schedule.after(mood.slow ? patience() : travel(), [=, this] {
        const bool held = m_charges[key].taken > 0;
        carryOutReversal(key);
        const auto result = held ? ReverseResult::Reversed : ReverseResult::NotFoundFenced;
        answer(tell, lost ? unknown : ReverseFinished{key, {result, {}}},
               mood.hanging ? kDeadline : travel());
    });
}

void Bank::carryOutReversal(const std::string& key)
{
    Charge& charge = m_charges[key];
    if (!charge.refunds.empty())
        return m_watch.wronged("a reversal of " + key + ", part of which was refunded");
    if (!charge.fenced)
        m_core.note("bank: reversed", key, charge.taken);
    charge.fenced = true;
    if (charge.phase == Phase::WaitingCard || charge.phase == Phase::Authorising) {
        charge.phase = Phase::Cancelled;
        endCharge(key, ChargeCancelled{});
    }
}

void Bank::refund(const RefundCall& call, Tell tell)
{
    const auto unknown = RefundFinished{call.refundKey, {RefundResult::Unknown, detail()}};
    if (mood.down || m_core.chance(mood.neverCame)) {
        answer(tell, unknown, m_core.between(5, 3'000));
        return;
    }
    if (m_core.chance(mood.refusesRefund) && !hasRefund(call.chargeKey, call.refundKey)) {
        answer(tell, RefundFinished{call.refundKey, {RefundResult::Refused, detail()}}, travel());
        return;
    }
    const bool lost = mood.hanging || m_core.chance(mood.lost);
    m_core.schedule.after(mood.slow ? patience() : travel(), [=, this] {
        Charge& charge = m_charges[call.chargeKey];
        if (!charge.refunds.contains(call.refundKey)) {
            if (call.amount.won() > heldWon(call.chargeKey))
                return m_watch.wronged("a refund of more than is held for " + call.chargeKey);
            charge.refunds[call.refundKey] = call.amount.won();
            m_core.note("bank: refunded", call.refundKey, call.amount.won());
            m_watch.refunded(call.refundKey, call.chargeKey, call.amount.won());
        }
        answer(tell, lost ? unknown : RefundFinished{call.refundKey, {RefundResult::Done, {}}},
               mood.hanging ? kDeadline : travel());
    });
}

// ---- the books ------------------------------------------------------------------------------

std::int64_t Bank::takenWon(const std::string& key) const
{
    const auto found = m_charges.find(key);
    return found == m_charges.end() ? 0 : found->second.taken;
}

std::int64_t Bank::refundedWon(const std::string& key) const
{
    std::int64_t won = 0;
    if (const auto found = m_charges.find(key); found != m_charges.end())
        for (const auto& [refund, amount] : found->second.refunds)
            won += amount;
    return won;
}

std::int64_t Bank::heldWon(const std::string& key) const
{
    const auto found = m_charges.find(key);
    if (found == m_charges.end() || found->second.fenced)
        return 0;
    return found->second.taken - refundedWon(key);
}

bool Bank::hasRefund(const std::string& chargeKey, const std::string& refundKey) const
{
    const auto found = m_charges.find(chargeKey);
    return found != m_charges.end() && found->second.refunds.contains(refundKey);
}

bool Bank::isBusyWith(const std::string& key) const
{
    const auto found = m_charges.find(key);
    return found != m_charges.end() &&
           (found->second.onTheirWay > 0 || found->second.phase == Phase::WaitingCard ||
            found->second.phase == Phase::Authorising);
}

std::vector<std::string> Bank::keys() const
{
    std::vector<std::string> keys;
    for (const auto& [key, charge] : m_charges)
        keys.push_back(key);
    return keys;
}

void Bank::reverseByHand(const std::string& key)
{
    m_core.note("bank: reversed by hand", key);
    carryOutReversal(key);
}

void Bank::refundByHand(const std::string& chargeKey, const std::string& refundKey, Money amount)
{
    m_core.note("bank: refunded by hand", refundKey);
    m_charges[chargeKey].refunds.try_emplace(refundKey, amount.won());
}

} // namespace coffee::sim
