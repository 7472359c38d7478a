// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/payments.h"

#include "payment_daemon/shop/attempt_key.h"
#include "payment_daemon/shop/numbers.h"
#include "payment_daemon/shop/provider_words.h"

#include <algorithm>
#include <cstdio>

// The edges of an attempt's life, each with its rows, event and answer.

namespace coffee::daemon {

using protocol::AttemptAnswer;
using protocol::DeclinedAnswer;
using protocol::GivenUpAnswer;
using protocol::PaidAnswer;
using protocol::VoidedAnswer;

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
        step.event(actor, AttemptMoved{row.id, row.machine, row.basket.total, from, to, row.cause});
}

void Payments::tell(Step& step, const OpenAttempt& attempt, const std::string& finalBody)
{
    if (!attempt.asker || finalBody.empty())
        return;
    step.reply(attempt.asker->to, protocol::ReplyStatus::Ok, finalBody);
    rememberAttempt(step, attempt.row.key, [](OpenAttempt& open) { open.asker.reset(); });
}

void Payments::approved(Step& step, const OpenAttempt& attempt, const ChargeApproved& charge)
{
    // Whoever paid before the restore was served or has gone.
    if (!m_memory.isCompared())
        return review(step, attempt, std::string{kNotInBackup});
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
    order.payment = {keepableNumber(charge.method), keepableCard(charge.maskedCard),
                     keepableNumber(charge.approval)};
    order.wait = row.wait;
    order.paidAt = order.lastStepAt = step.now().shop;

    PaidAnswer paid{order.id,      order.number, order.code,
                    order.day,     order.paidAt, order.basket,
                    order.payment, order.wait,   m_memory.view.orders.ordersWaiting()};

    row.payment = order.payment;
    row.order = order.id;
    const AttemptAnswer answer{paid};
    move(step, row, AttemptState::Paid, "approved", &answer);
    step.record(OrderInserted{order});
    step.event({Role::Kiosk, row.machine}, OrderPaid{order.id, order.number, row.id, row.machine,
                                                     order.basket, order.payment, order.wait});
    tell(step, attempt, row.finalBody);
}

void Payments::decline(Step& step, const OpenAttempt& attempt, DeclineKind kind, std::string reason,
                       std::chrono::milliseconds retryAfter)
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
        const bool cardIsAwaited = attempt.chargeRuns && cardMayBeAwaited;
        if (cardIsAwaited)
            step.call(CancelWaitCall{row.key.value});
        rememberAttempt(step, row.key, [](OpenAttempt& open) { open.backOff = {}; });
        scheduleSettle(step, row.key, !cardIsAwaited);
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

void Payments::adopt(Step& step, AttemptId id, const std::string& machine,
                     const ListedCharge& charge)
{
    OpenAttempt attempt;
    AttemptRow& row = attempt.row;
    row.id = id;
    row.key = AttemptKey{charge.key};
    row.machine = machine;
    row.locale = "ko"; // what was bought, and in which language, nobody knows any more
    row.basket.total = charge.amount;
    row.openedAt = row.changedAt = step.now().shop;
    step.record(AttemptInserted{row});
    step.event(daemonActor(), AttemptOpened{row.id, row.machine, row.basket.total});
    if (charge.state == ListedState::InProgress)
        giveBack(step, attempt, std::string{kNotInBackup}, true);
    else
        review(step, attempt, std::string{kNotInBackup});
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
