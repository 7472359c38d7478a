// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/payments.h"

#include "payment_daemon/shop/numbers.h"
#include "shared/domain/words.h"
#include "shared/protocol/limits.h"

#include <algorithm>
#include <cstdio>

namespace coffee::daemon {
namespace {

using protocol::AttemptAnswer;
using protocol::DeclinedAnswer;
using protocol::GivenUpAnswer;
using protocol::PaidAnswer;
using protocol::VoidedAnswer;

/// `<machine>-<32 hex digits>`: the length tells `kiosk-1` from a machine called `kiosk-1-a`.
bool belongsTo(const AttemptKey& key, const Actor& machine)
{
    constexpr std::size_t kDigits = 32;
    return key.value.size() == machine.name.size() + 1 + kDigits &&
           key.value.starts_with(machine.name + "-");
}

std::string_view reasonWord(DeclineReason reason)
{
    switch (reason) {
    case DeclineReason::Refused:
        return "refused";
    case DeclineReason::InsufficientFunds:
        return "insufficient_funds";
    case DeclineReason::LimitExceeded:
        return "limit_exceeded";
    case DeclineReason::CardExpired:
        return "card_expired";
    case DeclineReason::CardUnreadable:
        return "card_unreadable";
    }
    return "refused";
}

std::string_view reasonWord(NotSentReason reason)
{
    switch (reason) {
    case NotSentReason::Busy:
        return "terminal_busy";
    case NotSentReason::Unreachable:
        return "terminal_unreachable";
    case NotSentReason::Misconfigured:
        return "terminal_misconfigured";
    }
    return "terminal_busy";
}

std::string_view reasonWord(UnknownReason reason)
{
    switch (reason) {
    case UnknownReason::TimedOut:
        return "timed_out";
    case UnknownReason::ConnectionCut:
        return "connection_cut";
    case UnknownReason::Garbled:
        return "garbled";
    case UnknownReason::Stopped:
        return "stopped";
    }
    return "timed_out";
}

/// Changes the volatile side of an attempt, if it is still there.
template <class Act>
void rememberAttempt(Step& step, const AttemptKey& key, Act act)
{
    step.remember([key, act = std::move(act)](ShopMemory& memory) {
        const auto found = memory.attempts.find(key);
        if (found != memory.attempts.end())
            act(found->second);
    });
}

SteadyTime leaseFrom(const Moment& now, const OpenAttempt& attempt)
{
    return std::min<SteadyTime>(now.steady + protocol::kLease, attempt.leaseEndsAtMost);
}

} // namespace

// ---- commands -------------------------------------------------------------------------------

bool Payments::answerKnown(Step& step, const ReplyTo& to, const Actor& from, const AttemptKey& key)
{
    if (!belongsTo(key, from)) {
        step.refuse(to, refusal(RefusalCode::WrongMachine, "the key was made by another machine"));
        return true;
    }
    const auto open = m_memory.attempts.find(key);
    if (open != m_memory.attempts.end()) {
        if (open->second.row.finalBody.empty())
            join(step, to, open->second);
        else
            step.reply(to, protocol::ReplyStatus::Ok, open->second.row.finalBody);
        return true;
    }
    const auto known = m_ledger.findKey(key);
    if (!known)
        return false;
    step.reply(to, protocol::ReplyStatus::Ok,
               std::visit([](const auto& row) { return row.finalBody; }, *known));
    return true;
}

void Payments::join(Step& step, const ReplyTo& to, const OpenAttempt& attempt)
{
    const SteadyTime lease = leaseFrom(step.now(), attempt);
    Asker asker{to, step.now().steady + protocol::kPlaceAnswerAfter};
    rememberAttempt(step, attempt.row.key, [lease, asker](OpenAttempt& open) {
        open.leaseEnds = lease;
        open.asker = asker;
    });
}

void Payments::place(Step& step, const ReplyTo& to, const Actor& from,
                     const protocol::OrderPlace& request)
{
    if (answerKnown(step, to, from, request.key))
        return;
    const auto quote = m_memory.quotes.find(request.quote);
    if (quote == m_memory.quotes.end() || !quote->second.usedBy.empty() ||
        quote->second.machine != from.name || quote->second.expires <= step.now().steady)
        return step.refuse(to, refusal(RefusalCode::QuoteExpired,
                                       "ask for a new quote under a new key; nothing was charged"));
    const LiveQuote& live = quote->second;
    Refusal gone = refusal(RefusalCode::SoldOut, "an item has been sold out since");
    for (const PricedLine& line : live.basket.lines)
        if (m_memory.view.offer.soldOut.contains(line.item) &&
            std::find(gone.items.begin(), gone.items.end(), line.item) == gone.items.end())
            gone.items.push_back(line.item);
    if (!gone.items.empty())
        return step.refuse(to, gone);
    const bool another =
        std::any_of(m_memory.attempts.begin(), m_memory.attempts.end(), [&](const auto& entry) {
            return entry.second.row.machine == from.name && entry.second.row.finalBody.empty();
        });
    auto refused = m_checkout.busy();
    if (another && !refused) {
        refused = refusal(RefusalCode::Busy, "this kiosk has another payment under way");
        refused->retryAfter = std::chrono::seconds{2};
    }
    if (refused)
        return step.refuse(to, *refused);

    AttemptRow row;
    row.id = m_memory.lastAttempt + 1;
    row.key = request.key;
    row.machine = from.name;
    row.quote = request.quote;
    row.locale = live.locale;
    row.basket = live.basket;
    row.wait = live.wait;
    row.openedAt = row.changedAt = step.now().shop;
    step.record(AttemptInserted{row});
    step.event(from, AttemptOpened{row.id, row.machine, row.basket.total});
    step.call(ChargeCall{row.key.value, row.machine, row.basket.total});

    const Moment now = step.now();
    step.remember([quoteId = request.quote, key = row.key](ShopMemory& memory) {
        const auto used = memory.quotes.find(quoteId);
        if (used != memory.quotes.end())
            used->second.usedBy = key;
    });
    rememberAttempt(step, row.key, [now, to](OpenAttempt& open) {
        open.chargeRuns = true;
        open.leaseEnds = now.steady + protocol::kLease;
        open.leaseEndsAtMost = now.steady + protocol::kLeaseMax;
        open.asker = Asker{to, now.steady + protocol::kPlaceAnswerAfter};
    });
}

void Payments::entomb(Step& step, const ReplyTo& to, const Actor& from, const AttemptKey& key)
{
    TombstoneRow tomb{key, from.name, protocol::encodeBody(AttemptAnswer{GivenUpAnswer{}}),
                      step.now().shop};
    step.reply(to, protocol::ReplyStatus::Ok, tomb.finalBody);
    step.record(TombstoneInserted{std::move(tomb)});
}

void Payments::abandon(Step& step, const ReplyTo& to, const Actor& from,
                       const protocol::AttemptAbandon& request)
{
    const auto found = m_memory.attempts.find(request.key);
    const bool open = belongsTo(request.key, from) && found != m_memory.attempts.end() &&
                      found->second.row.finalBody.empty();
    if (!open) {
        if (!answerKnown(step, to, from, request.key))
            entomb(step, to, from, request.key);
        return;
    }
    giveBack(step, found->second, "abandoned", true);
    step.reply(to, protocol::ReplyStatus::Ok,
               protocol::encodeBody(AttemptAnswer{GivenUpAnswer{}}));
}

void Payments::resume(Step& step, const ReplyTo& to, const Actor& from,
                      const protocol::AttemptResume& request)
{
    if (!answerKnown(step, to, from, request.key))
        entomb(step, to, from, request.key);
}

void Payments::shown(Step& step, const ReplyTo& to, const Actor& from,
                     const protocol::AttemptShown& request)
{
    if (!belongsTo(request.key, from))
        return step.refuse(
            to, refusal(RefusalCode::WrongMachine, "the key was made by another machine"));
    const auto known = m_ledger.findKey(request.key);
    if (!known)
        return step.refuse(to, refusal(RefusalCode::NotFound, "there is no attempt of this key"));
    if (const auto* attempt = std::get_if<AttemptRow>(&*known))
        if (!attempt->shown) {
            AttemptRow row = *attempt;
            row.shown = true;
            step.record(AttemptChanged{std::move(row)});
        }
    step.ok(to, protocol::Accepted{});
}

// ---- what the provider says -----------------------------------------------------------------

void Payments::on(Step& step, const ChargeProgressed& progress)
{
    const auto found = m_memory.attempts.find(AttemptKey{progress.key});
    if (found == m_memory.attempts.end() || found->second.row.state != AttemptState::Charging)
        return;
    // Told at the end of the step, unless the outcome comes in the same one.
    rememberAttempt(step, found->first,
                    [phase = progress.phase](OpenAttempt& open) { open.phase = phase; });
}

void Payments::on(Step& step, const ChargeFinished& finished)
{
    const auto found = m_memory.attempts.find(AttemptKey{finished.key});
    if (found == m_memory.attempts.end())
        return;
    const OpenAttempt& attempt = found->second;
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.chargeRuns = false; });
    const auto took = step.now().shop - attempt.row.openedAt;
    step.remember([took](ShopMemory& memory) {
        memory.chargeTime = (memory.chargeTime * 4 + took) / 5;
    });

    if (attempt.row.state == AttemptState::Reversing) {
        // Given up while the charge was out. Money may be there, or still on its way.
        const bool mayHoldMoney =
            std::holds_alternative<ChargeApproved>(finished.outcome) ||
            std::holds_alternative<ChargeUnknown>(finished.outcome);
        if (mayHoldMoney)
            scheduleSettle(step, attempt.row.key, true);
        else
            voided(step, attempt, "not_charged");
        return;
    }
    if (attempt.row.state != AttemptState::Charging)
        return;
    if (const auto* charge = std::get_if<ChargeApproved>(&finished.outcome))
        approved(step, attempt, *charge);
    else if (const auto* declined = std::get_if<ChargeDeclined>(&finished.outcome))
        decline(step, attempt, DeclineKind::Declined, std::string{reasonWord(declined->reason)},
                {});
    else if (std::holds_alternative<ChargeCancelled>(finished.outcome))
        decline(step, attempt, DeclineKind::NotCharged, "no_card", {});
    else if (const auto* unsent = std::get_if<ChargeNotSent>(&finished.outcome))
        decline(step, attempt, DeclineKind::NotSent, std::string{reasonWord(unsent->reason)},
                std::max<std::chrono::milliseconds>(unsent->retryAfter, std::chrono::seconds{3}));
    else if (const auto* unknown = std::get_if<ChargeUnknown>(&finished.outcome))
        becomeUnknown(step, attempt, std::string{reasonWord(unknown->reason)});
}

void Payments::on(Step& step, const LookupFinished& finished)
{
    const auto found = m_memory.attempts.find(AttemptKey{finished.key});
    if (found == m_memory.attempts.end() || found->second.row.state != AttemptState::Unknown) {
        if (found != m_memory.attempts.end()) {
            rememberAttempt(step, found->first, [](OpenAttempt& open) { open.settleRuns = false; });
            // Given up while it was looked up: the reversal was waiting for this answer.
            if (found->second.row.state == AttemptState::Reversing)
                scheduleSettle(step, found->first, true);
        }
        return;
    }
    const OpenAttempt& attempt = found->second;
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.settleRuns = false; });
    if (const auto* charge = std::get_if<LookupApproved>(&finished.outcome)) {
        approved(step, attempt, charge->charge);
    } else if (const auto* declined = std::get_if<LookupDeclined>(&finished.outcome)) {
        decline(step, attempt, DeclineKind::Declined, std::string{reasonWord(declined->reason)},
                {});
    } else if (std::holds_alternative<LookupCancelled>(finished.outcome)) {
        decline(step, attempt, DeclineKind::NotCharged, "no_card", {});
    } else if (std::holds_alternative<LookupReversed>(finished.outcome)) {
        OpenAttempt reversing = attempt;
        move(step, reversing.row, AttemptState::Reversing, "reversed_at_bank", nullptr);
        voided(step, reversing, "reversed_at_bank");
    } else if (std::holds_alternative<LookupNotFound>(finished.outcome)) {
        // It may still arrive: the fence is called before anybody is told "not charged".
        giveBack(step, attempt, "not_found", false);
    } else {
        scheduleSettle(step, attempt.row.key, false);
    }
}

void Payments::on(Step& step, const ReverseFinished& finished)
{
    const auto found = m_memory.attempts.find(AttemptKey{finished.key});
    if (found == m_memory.attempts.end())
        return;
    const OpenAttempt& attempt = found->second;
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.settleRuns = false; });
    if (attempt.row.state != AttemptState::Reversing)
        return;
    switch (finished.outcome.result) {
    case ReverseResult::Reversed:
        return voided(step, attempt, "reversed");
    case ReverseResult::NotFoundFenced:
        return voided(step, attempt, "fenced");
    case ReverseResult::Refused:
        return review(step, attempt, "reversal_refused");
    case ReverseResult::Unknown:
        return scheduleSettle(step, attempt.row.key, false);
    }
}

// ---- time -----------------------------------------------------------------------------------

void Payments::recover(Step& step, const OpenAttempt& attempt)
{
    rememberAttempt(step, attempt.row.key, [now = step.now().steady](OpenAttempt& open) {
        open.leaseEnds = now + protocol::kLease;
        open.leaseEndsAtMost = now + protocol::kLeaseMax;
        open.phase = PaymentPhase::Checking;
    });
    if (attempt.row.state == AttemptState::Charging)
        becomeUnknown(step, attempt, "daemon_restarted");
    if (attempt.row.state != AttemptState::NeedsReview)
        scheduleSettle(step, attempt.row.key, true);
}

void Payments::timers(Step& step, const OpenAttempt& attempt)
{
    const SteadyTime now = step.now().steady;
    const AttemptState state = attempt.row.state;
    if (attempt.row.finalBody.empty() && attempt.leaseEnds <= now)
        return giveBack(step, attempt, "lease_ended", true);
    if (attempt.asker &&
        (attempt.asker->answerBy <= now || attempt.phase != attempt.toldPhase)) {
        step.pending(attempt.asker->to, attempt.phase);
        rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) {
            open.toldPhase = open.phase;
            open.asker.reset();
        });
    }
    if (attempt.settleRuns || attempt.chargeRuns || attempt.nextSettle > now)
        return;
    if (state == AttemptState::Unknown)
        step.call(LookupCall{attempt.row.key.value});
    else if (state == AttemptState::Reversing)
        step.call(ReverseCall{attempt.row.key.value});
    else
        return;
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.settleRuns = true; });
}

void Payments::review(Step& step, const std::string& key)
{
    const auto found = m_memory.attempts.find(AttemptKey{key});
    if (found == m_memory.attempts.end() ||
        !mayMove(found->second.row.state, AttemptState::NeedsReview))
        return;
    rememberAttempt(step, found->first, [](OpenAttempt& open) {
        open.chargeRuns = open.settleRuns = false;
    });
    review(step, found->second, "not_recorded");
}

std::optional<Refusal> Payments::close(Step& step, const Actor& from, AttemptId id,
                                       protocol::ReviewOutcome outcome, const std::string& reason)
{
    const auto found =
        std::find_if(m_memory.attempts.begin(), m_memory.attempts.end(),
                     [id](const auto& entry) { return entry.second.row.id == id; });
    if (found == m_memory.attempts.end() ||
        found->second.row.state != AttemptState::NeedsReview)
        return refusal(RefusalCode::ReviewNotOpen, "this attempt is not under review");
    if (outcome == protocol::ReviewOutcome::Done)
        return refusal(RefusalCode::NotPossible, "an attempt is closed as declined or voided");
    AttemptRow row = found->second.row;
    if (outcome == protocol::ReviewOutcome::Declined)
        row.declineKind = DeclineKind::Declined;
    move(step, row,
         outcome == protocol::ReviewOutcome::Declined ? AttemptState::Declined
                                                      : AttemptState::Voided,
         reason, nullptr, from);
    return std::nullopt;
}

// ---- edges ----------------------------------------------------------------------------------

void Payments::move(Step& step, AttemptRow& row, AttemptState to, std::string cause,
                    const AttemptAnswer* answer, const Actor& actor)
{
    const AttemptState from = row.state;
    row.state = to;
    row.cause = std::move(cause);
    row.changedAt = step.now().shop;
    if (answer && row.finalBody.empty())
        row.finalBody = protocol::encodeBody(*answer);
    step.record(AttemptChanged{row});
    if (to != AttemptState::Paid)
        step.event(actor,
                   AttemptMoved{row.id, row.machine, row.basket.total, from, to, row.cause});
}

void Payments::tell(Step& step, const OpenAttempt& attempt, const std::string& finalBody)
{
    if (attempt.asker && !finalBody.empty())
        step.reply(attempt.asker->to, protocol::ReplyStatus::Ok, finalBody);
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.asker.reset(); });
}

void Payments::approved(Step& step, const OpenAttempt& attempt, const ChargeApproved& charge)
{
    if (charge.amount != attempt.row.basket.total)
        return review(step, attempt, "wrong_amount");
    if (attempt.row.abandonAsked || attempt.leaseEnds <= step.now().steady)
        return giveBack(step, attempt, "approved_too_late", true);
    pay(step, attempt, charge);
}

void Payments::pay(Step& step, const OpenAttempt& attempt, const ChargeApproved& charge)
{
    AttemptRow row = attempt.row;
    OrderRow order;
    order.id = m_memory.lastOrder + 1;
    order.attempt = row.id;
    order.key = row.key;
    order.day = step.day();
    order.number = nextNumber(m_memory, order.day);
    char code[5];
    std::snprintf(code, sizeof code, "%04d", static_cast<int>(m_sources.randomBelow(10'000)));
    order.code = code;
    order.kiosk = row.machine;
    order.basket = row.basket;
    order.payment = {charge.method, charge.maskedCard, charge.approval};
    order.wait = row.wait;
    order.paidAt = order.lastStepAt = step.now().shop;

    PaidAnswer paid{order.id,      order.number, order.code,    order.day, order.paidAt,
                    order.basket, order.payment, order.wait,    0};
    for (const OrderView* open : m_memory.view.orders.open())
        if (open->state != OrderState::Ready)
            ++paid.ordersAhead;

    row.payment = order.payment;
    row.order = order.id;
    const AttemptAnswer answer{paid};
    move(step, row, AttemptState::Paid, "approved", &answer);
    step.record(OrderInserted{order});
    step.event({Role::Kiosk, row.machine},
               OrderPaid{order.id, order.number, row.id, row.machine, order.basket, order.payment,
                         order.wait});
    tell(step, attempt, row.finalBody);
}

void Payments::decline(Step& step, const OpenAttempt& attempt, DeclineKind kind,
                       std::string reason, std::chrono::milliseconds retryAfter)
{
    AttemptRow row = attempt.row;
    row.declineKind = kind;
    const AttemptAnswer answer{DeclinedAnswer{kind, reason, retryAfter.count()}};
    move(step, row, AttemptState::Declined, std::move(reason), &answer);
    tell(step, attempt, row.finalBody);
}

void Payments::becomeUnknown(Step& step, const OpenAttempt& attempt, const std::string& cause)
{
    AttemptRow row = attempt.row;
    move(step, row, AttemptState::Unknown, cause, nullptr);
    rememberAttempt(step, row.key, [](OpenAttempt& open) {
        open.phase = PaymentPhase::Checking;
        open.backOff = {};
    });
    scheduleSettle(step, row.key, false);
}

void Payments::giveBack(Step& step, const OpenAttempt& attempt, const std::string& cause,
                        bool giveUp)
{
    AttemptRow row = attempt.row;
    const AttemptAnswer answer{GivenUpAnswer{}};
    if (row.state == AttemptState::Reversing) {
        // It goes back already; now the kiosk is freed as well.
        row.abandonAsked = true;
        row.finalBody = protocol::encodeBody(answer);
        step.record(AttemptChanged{row});
    } else {
        const bool cardMayBeAwaited = row.state == AttemptState::Charging;
        row.abandonAsked = row.abandonAsked || giveUp;
        move(step, row, AttemptState::Reversing, cause, giveUp ? &answer : nullptr);
        if (attempt.chargeRuns && cardMayBeAwaited)
            step.call(CancelWaitCall{row.key.value});
        rememberAttempt(step, row.key, [](OpenAttempt& open) { open.backOff = {}; });
        scheduleSettle(step, row.key, true);
    }
    tell(step, attempt, row.finalBody);
}

void Payments::voided(Step& step, const OpenAttempt& attempt, const std::string& cause)
{
    AttemptRow row = attempt.row;
    const AttemptAnswer answer{VoidedAnswer{}};
    move(step, row, AttemptState::Voided, cause, &answer);
    tell(step, attempt, row.finalBody);
}

void Payments::review(Step& step, const OpenAttempt& attempt, const std::string& cause)
{
    AttemptRow row = attempt.row;
    const AttemptAnswer answer{GivenUpAnswer{}};
    move(step, row, AttemptState::NeedsReview, cause, &answer);
    tell(step, attempt, row.finalBody);
}

void Payments::scheduleSettle(Step& step, const AttemptKey& key, bool atOnce)
{
    rememberAttempt(step, key, [now = step.now().steady, atOnce](OpenAttempt& open) {
        if (atOnce) {
            open.nextSettle = now;
            open.backOff = {};
            return;
        }
        open.backOff = open.backOff.count() == 0
                           ? std::chrono::milliseconds{kLookupFirst}
                           : std::min<std::chrono::milliseconds>(open.backOff * 2, kLookupMost);
        open.nextSettle = now + open.backOff;
    });
}

} // namespace coffee::daemon
