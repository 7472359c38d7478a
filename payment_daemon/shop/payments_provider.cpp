// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/payments.h"

#include "payment_daemon/shop/attempt_key.h"
#include "payment_daemon/shop/provider_words.h"
#include "shared/protocol/limits.h"

#include <algorithm>

// What the provider says, what time brings, and what a manager settles.

namespace coffee::daemon {

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
    OpenAttempt attempt = found->second;
    attempt.chargeRuns = false;
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.chargeRuns = false; });
    const auto took = step.now().shop - attempt.row.openedAt;
    step.remember(
        [took](ShopMemory& memory) { memory.chargeTime = (memory.chargeTime * 4 + took) / 5; });

    if (attempt.row.state == AttemptState::Reversing) {
        // Given up while the charge was out. Money may be there, or still on its way.
        const bool mayHoldMoney = std::holds_alternative<ChargeApproved>(finished.outcome) ||
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
                std::max<std::chrono::milliseconds>(
                    {unsent->retryAfter, m_admission.rest(step), std::chrono::seconds{3}}));
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
            else if (found->second.row.state == AttemptState::NeedsReview)
                settleReview(step, found->second.row, finished.outcome);
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
        goneBack(step, attempt);
    } else if (std::holds_alternative<LookupNotFound>(finished.outcome)) {
        // It may still arrive: the fence is called before anybody is told "not charged".
        giveBack(step, attempt, "not_found", false);
    } else {
        scheduleSettle(step, attempt.row.key, false);
    }
}

void Payments::goneBack(Step& step, const OpenAttempt& attempt)
{
    OpenAttempt reversing = attempt;
    move(step, reversing.row, AttemptState::Reversing, "reversed_at_bank", nullptr);
    voided(step, reversing, "reversed_at_bank");
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

void Payments::tellPhase(Step& step, const OpenAttempt& attempt) const
{
    const bool due = attempt.asker && (attempt.asker->answerBy <= step.now().steady ||
                                       attempt.phase != attempt.toldPhase);
    if (!due)
        return;
    step.pending(attempt.asker->to, attempt.phase);
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) {
        open.toldPhase = open.phase;
        open.asker.reset();
    });
}

void Payments::timers(Step& step, const OpenAttempt& attempt)
{
    const SteadyTime now = step.now().steady;
    const AttemptState state = attempt.row.state;
    // Before the books are compared nobody knows whether this was paid for and served: whatever
    // the bank says of it then is a person's to settle.
    if (m_memory.isCompared() && attempt.row.finalBody.empty() && attempt.leaseEnds <= now)
        return giveBack(step, attempt, "lease_ended", true);
    tellPhase(step, attempt);
    if (attempt.settleRuns || attempt.nextSettle > now)
        return;
    if (attempt.chargeRuns) {
        // The terminal may not have heard that nobody pays any more; it would ask for a card on.
        if (state == AttemptState::Reversing) {
            step.call(CancelWaitCall{attempt.row.key.value});
            scheduleSettle(step, attempt.row.key, false);
        }
        return;
    }
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
    if (found == m_memory.attempts.end())
        return;
    rememberAttempt(step, found->first,
                    [](OpenAttempt& open) { open.chargeRuns = open.settleRuns = false; });
    if (!mayMove(found->second.row.state, AttemptState::NeedsReview))
        return;
    review(step, found->second, std::string{kAttemptNotRecorded});
}

/// What the bank says for certain ends a review. Money that it holds stays a person's task, and so
/// does a key that it does not know: the charge may still arrive.
void Payments::settleReview(Step& step, AttemptRow row, const LookupOutcome& outcome)
{
    if (std::holds_alternative<LookupReversed>(outcome))
        return move(step, row, AttemptState::Voided, "reversed_at_bank", nullptr);
    const bool declined = std::holds_alternative<LookupDeclined>(outcome);
    if (!declined && !std::holds_alternative<LookupCancelled>(outcome))
        return;
    row.declineKind = declined ? DeclineKind::Declined : DeclineKind::NotCharged;
    move(step, row, AttemptState::Declined, declined ? "declined_at_bank" : "no_card", nullptr);
}

std::optional<Refusal> Payments::look(Step& step, AttemptId id)
{
    const auto found = std::find_if(m_memory.attempts.begin(), m_memory.attempts.end(),
                                    [id](const auto& entry) { return entry.second.row.id == id; });
    if (found == m_memory.attempts.end() || found->second.row.state == AttemptState::Charging)
        return refusal(RefusalCode::ReviewNotOpen, "there is nothing to ask about this attempt");
    const OpenAttempt& attempt = found->second;
    if (attempt.settleRuns || attempt.chargeRuns)
        return bankIsBeingAsked();
    if (attempt.row.state == AttemptState::NeedsReview) {
        step.call(LookupCall{attempt.row.key.value});
        rememberAttempt(step, found->first, [](OpenAttempt& open) { open.settleRuns = true; });
    } else {
        rememberAttempt(step, found->first, [](OpenAttempt& open) { open.backOff = {}; });
        scheduleSettle(step, found->first, true);
    }
    return std::nullopt;
}

std::optional<Refusal> Payments::close(Step& step, const Actor& from, AttemptId id,
                                       protocol::ReviewOutcome outcome, const std::string& reason)
{
    const auto found = std::find_if(m_memory.attempts.begin(), m_memory.attempts.end(),
                                    [id](const auto& entry) { return entry.second.row.id == id; });
    if (found == m_memory.attempts.end() || found->second.row.state != AttemptState::NeedsReview)
        return refusal(RefusalCode::ReviewNotOpen, "this attempt is not under review");
    if (outcome == protocol::ReviewOutcome::Done)
        return refusal(RefusalCode::NotPossible,
                       "an attempt is closed as declined, voided or kept");
    AttemptRow row = found->second.row;
    AttemptState to = AttemptState::Voided;
    if (outcome == protocol::ReviewOutcome::Kept) {
        to = AttemptState::Kept;
    } else if (outcome == protocol::ReviewOutcome::Declined) {
        to = AttemptState::Declined;
        row.declineKind = DeclineKind::Declined;
    }
    move(step, row, to, reason, nullptr, from);
    return std::nullopt;
}

} // namespace coffee::daemon
