// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/payments.h"

#include "payment_daemon/shop/attempt_key.h"
#include "shared/protocol/limits.h"

#include <algorithm>

// What kiosks ask of an attempt.

namespace coffee::daemon {

using protocol::AttemptAnswer;
using protocol::GivenUpAnswer;

namespace {

SteadyTime leaseFrom(const Moment& now, const OpenAttempt& attempt)
{
    return std::min<SteadyTime>(now.steady + protocol::kLease, attempt.leaseEndsAtMost);
}

} // namespace

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

bool Payments::answerKnownOrCompared(Step& step, const ReplyTo& to, const Actor& from,
                                     const AttemptKey& key)
{
    if (answerKnown(step, to, from, key))
        return true;
    if (m_memory.isCompared())
        return false;
    step.pending(to, PaymentPhase::Checking);
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
    if (answerKnownOrCompared(step, to, from, request.key))
        return;
    const auto quote = m_memory.quotes.find(request.quote);
    if (quote == m_memory.quotes.end() || quote->second.used ||
        quote->second.machine != from.name || quote->second.expires <= step.now().steady)
        return step.refuse(to, refusal(RefusalCode::QuoteExpired,
                                       "ask for a new quote under a new key; nothing was charged"));
    const LiveQuote& live = quote->second;
    Refusal gone = refusal(RefusalCode::SoldOut, "an item has been sold out since");
    for (const PricedLine& line : live.basket.lines)
        if (m_memory.view.offer.soldOut.contains(line.item) &&
            std::find(gone.items.begin(), gone.items.end(), line.item) == gone.items.end())
            gone.items.push_back(line.item);
    if (!gone.items.empty()) {
        // The kiosk forgets the key now: a late copy of this request must not charge when the item
        // is back.
        spend(step, request.quote);
        return step.refuse(to, gone);
    }
    // Also one that was given up holds the terminal until the provider has let go of it.
    const bool another =
        std::any_of(m_memory.attempts.begin(), m_memory.attempts.end(), [&](const auto& entry) {
            const OpenAttempt& open = entry.second;
            return open.row.machine == from.name && (open.row.finalBody.empty() || open.chargeRuns);
        });
    if (another) {
        Refusal refused = refusal(RefusalCode::Busy, "this kiosk has another payment under way");
        refused.retryAfter = std::chrono::seconds{2};
        return step.refuse(to, refused);
    }
    if (const auto refused = m_admission.refusal(step, from))
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
    m_admission.begin(step, from, row.key);

    spend(step, request.quote);
    const Moment now = step.now();
    rememberAttempt(step, row.key, [now, to](OpenAttempt& open) {
        open.chargeRuns = true;
        open.leaseEnds = now.steady + protocol::kLease;
        open.leaseEndsAtMost = now.steady + protocol::kLeaseMax;
        open.asker = Asker{to, now.steady + protocol::kPlaceAnswerAfter};
    });
}

/// A quote is good for one answer.
void Payments::spend(Step& step, const QuoteId& quote)
{
    step.remember([quote](ShopMemory& memory) {
        const auto used = memory.quotes.find(quote);
        if (used == memory.quotes.end())
            return;
        used->second.used = true;
        memory.usedQuotes.push_back(quote);
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
    if (!open && answerKnown(step, to, from, request.key))
        return;
    if (!m_memory.isCompared()) {
        Refusal busy = refusal(RefusalCode::Busy, "the books are compared with the bank's");
        busy.retryAfter = kComparedSoon;
        return step.refuse(to, busy);
    }
    if (!open)
        return entomb(step, to, from, request.key);
    giveBack(step, found->second, "abandoned", true);
    step.reply(to, protocol::ReplyStatus::Ok, protocol::encodeBody(AttemptAnswer{GivenUpAnswer{}}));
}

void Payments::resume(Step& step, const ReplyTo& to, const Actor& from,
                      const protocol::AttemptResume& request)
{
    if (!answerKnownOrCompared(step, to, from, request.key))
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
    if (const auto* attempt = std::get_if<AttemptRow>(&*known)) {
        if (attempt->finalBody.empty())
            return step.refuse(to, refusal(RefusalCode::NotFound, "there is no answer yet"));
        if (!attempt->shown) {
            AttemptRow row = *attempt;
            row.shown = true;
            step.record(AttemptChanged{std::move(row)});
        }
    }
    step.ok(to, protocol::Accepted{});
}

} // namespace coffee::daemon
