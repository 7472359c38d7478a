// SPDX-License-Identifier: GPL-3.0-or-later
// The part of OrderSession that talks to the daemon about money.
#include "kiosk/session/order_session.h"

#include "shared/domain/words.h"

#include <QLoggingCategory>

#include <algorithm>

Q_DECLARE_LOGGING_CATEGORY(lcSession)

namespace coffee::kiosk {

using std::chrono::milliseconds;

void OrderSession::pay()
{
    const auto now = m_parts.time.now();
    const bool sameTap = m_paidTapAt != Timekeeper::Instant{} && now - m_paidTapAt < kSameTap;
    if (m_phase != Phase::Review || m_parts.basket.isEmpty() || sameTap)
        return;
    m_paidTapAt = now;
    m_quotesUsed = 0;
    enter(Phase::Opening);
    openCheckout();
}

void OrderSession::retryNow()
{
    if (m_phase == Phase::NotPaid && !m_parts.basket.isEmpty()) {
        m_quotesUsed = 0;
        enter(Phase::Opening);
        openCheckout();
        return;
    }
    if (isWaitingToRetry() && !m_asking && !m_attempt->isRunning()) {
        moved(m_daemon.tryNow());
        retryDue();
    }
}

void OrderSession::cancelPayment()
{
    const bool held = m_phase == Phase::Busy && m_attempt->isRunning();
    if (!held && !canCancelPayment())
        return;
    enter(Phase::GivingUp);
    m_attempt->giveUp();
}

// ---- the quote ------------------------------------------------------------------------------

milliseconds OrderSession::steady() const
{
    return std::chrono::duration_cast<milliseconds>(m_parts.time.now().time_since_epoch());
}

void OrderSession::moved(const std::optional<BreakerMove>& move)
{
    if (move)
        qCInfo(lcSession, "daemon breaker %s -> %s: %s", std::string{word(move->from)}.c_str(),
               std::string{word(move->to)}.c_str(), move->cause.c_str());
}

void OrderSession::hearDaemon(const std::string& call, const client::ClientFailure* failure)
{
    CallResult result;
    if (failure)
        result.kind = *failure == client::ClientFailure::Stopped ? CallResult::Kind::SaysNothing
                                                                 : CallResult::Kind::Fault;
    moved(m_daemon.finish(call, result, steady(), m_parts.random));
}

void OrderSession::openCheckout()
{
    moved(m_daemon.timePassed(steady(), m_parts.random));
    const std::string self; // nobody else uses this breaker
    switch (m_daemon.admission(self, steady())) {
    case CircuitBreaker::Admission::Call:
        return askForQuote();
    case CircuitBreaker::Admission::Rest:
    case CircuitBreaker::Admission::Look:
    case CircuitBreaker::Admission::Others: // the question of a customer who has left
        return takeSilence();
    }
}

void OrderSession::askForQuote()
{
    m_asking = true;
    m_retry->cancel();
    const Money shown = totalToPay();
    protocol::CheckoutOpen request{m_parts.basket.toBasket(), m_locale,
                                   m_parts.basket.menu().version, shown};
    const std::string call = std::to_string(++m_round);
    m_daemon.begin({}, call, steady());
    m_parts.client.ask(
        std::move(request), this,
        [this, shown, call, round = m_round](const client::Answer<protocol::Quote>& answer) {
            hearDaemon(call, answer.failure());
            if (round != m_round)
                return;
            m_asking = false;
            if (const protocol::Quote* quote = answer.body())
                takeQuote(*quote, shown);
            else if (const Refusal* refusal = answer.refusal())
                takeRefusal(*refusal, shown);
            else
                takeSilence();
        });
    Q_EMIT changed();
}

void OrderSession::takeQuote(const protocol::Quote& quote, Money shown)
{
    if (m_phase == Phase::Paused) {
        backToBasket(Notice::Kind::OpenAgain);
        return;
    }
    if (quote.basket.total != shown) {
        Refusal refusal;
        refusal.code = RefusalCode::PriceChanged;
        refusal.total = quote.basket.total;
        takeRefusal(refusal, shown);
        return;
    }
    beginAttempt(quote);
}

void OrderSession::takeSilence()
{
    const bool rests = m_daemon.state() == BreakerState::Open;
    const milliseconds wait = rests ? m_daemon.until() - steady() : kProbeEvery;
    waitAndRetry(m_phase == Phase::Paused ? Phase::Paused : Phase::Unreachable,
                 std::max(wait, milliseconds{0}));
}

void OrderSession::takePause(const Refusal& refusal)
{
    m_refusedPause = {{refusal.textKo, refusal.textEn}, std::nullopt};
    milliseconds wait = kBusyUnknown;
    if (refusal.untilMs > 0) {
        m_refusedPause.until = fromMs(refusal.untilMs);
        if (const auto now = m_parts.feed.shopNow())
            wait = std::clamp(*m_refusedPause.until - *now, kBusyLeast, kBusyMost);
    }
    waitAndRetry(Phase::Paused, wait);
}

void OrderSession::takeRefusal(const Refusal& refusal, Money shown)
{
    const std::string code{word(refusal.code)};
    qCInfo(lcSession, "checkout refused code=%s %s", code.c_str(), refusal.detail.c_str());
    if (m_phase == Phase::Paused && refusal.code != RefusalCode::Paused) {
        backToBasket(Notice::Kind::OpenAgain);
        return;
    }
    switch (refusal.code) {
    case RefusalCode::Busy: {
        const milliseconds wait =
            refusal.retryAfter.count() > 0 ? refusal.retryAfter : kBusyUnknown;
        const milliseconds spread{m_parts.random(static_cast<int>(wait.count() / 10) + 1)};
        m_barBusy = refusal.state == kBusyBar;
        m_barWait = wait;
        waitAndRetry(Phase::Busy, std::clamp(wait + spread, kBusyLeast, kBusyMost));
        return;
    }
    case RefusalCode::Paused:
        takePause(refusal);
        return;
    case RefusalCode::SoldOut: {
        SoldOut soldOut;
        SoldOut notNow;
        for (const std::string& item : refusal.items)
            (m_outsideHours.contains(item) ? notNow : soldOut).insert(item);
        const BasketLoss loss = m_parts.basket.takeOut(soldOut, notNow);
        backToBasket(loss.any() ? Notice::Kind::BasketChanged : Notice::Kind::MenuChanged, loss);
        return;
    }
    case RefusalCode::PriceChanged:
        if (refusal.total) {
            m_agreedTotal = refusal.total;
            BasketLoss loss;
            loss.before = shown;
            loss.after = *refusal.total;
            backToBasket(Notice::Kind::PriceChanged, loss);
        } else {
            backToBasket(Notice::Kind::MenuChanged);
        }
        Q_EMIT menuOutdated();
        return;
    case RefusalCode::MenuChanged:
    case RefusalCode::UnknownItem:
    case RefusalCode::InvalidOptions:
    case RefusalCode::InvalidCup:
    case RefusalCode::InvalidQuantity:
        backToBasket(Notice::Kind::MenuChanged);
        Q_EMIT menuOutdated();
        return;
    case RefusalCode::Malformed:
    case RefusalCode::UnknownType:
    case RefusalCode::WrongVersion:
    case RefusalCode::NotAllowed:
    case RefusalCode::WrongMachine:
    case RefusalCode::QuoteExpired:
    case RefusalCode::KeyReused:
    case RefusalCode::UnknownOrder:
    case RefusalCode::WrongCode:
    case RefusalCode::Locked:
    case RefusalCode::WrongPin:
    case RefusalCode::PinNotSet:
    case RefusalCode::WrongState:
    case RefusalCode::NotPossible:
    case RefusalCode::TooLate:
    case RefusalCode::NumberReused:
    case RefusalCode::UnknownUnit:
    case RefusalCode::RefundTooLarge:
    case RefusalCode::UnknownEpoch:
    case RefusalCode::NotFound:
    case RefusalCode::ReviewNotOpen:
        qCWarning(lcSession, "checkout cannot work code=%s %s", code.c_str(),
                  refusal.detail.c_str());
        endUnpaid(NotPaidReason::Refused);
        return;
    }
}

void OrderSession::waitAndRetry(Phase phase, milliseconds wait)
{
    m_retryWait = wait;
    m_retryAt = m_parts.time.now() + wait;
    if (m_phase == phase) {
        m_retry->set(wait);
        if (phase == Phase::Busy)
            askAboutShop();
        Q_EMIT changed();
        return;
    }
    enter(phase);
    m_retry->set(wait);
    Q_EMIT changed();
}

void OrderSession::retryDue()
{
    if (isWaitingToRetry() && !m_parking && !m_asking && !m_attempt->isRunning())
        openCheckout();
}

// ---- the attempt ----------------------------------------------------------------------------

void OrderSession::beginAttempt(const protocol::Quote& quote)
{
    const AttemptKey key = m_parts.newKey();
    const JournalEntry entry{key, quote.quote, quote.basket.total, m_locale};
    // First on our disk, then on the wire: a kiosk that dies in between knows what to ask about.
    if (m_parts.journal.write(entry) == client::Journal::Outcome::DiskFailed) {
        qCCritical(lcSession, "the journal cannot be written; no card may be asked for");
        endUnpaid(NotPaidReason::KioskTrouble);
        return;
    }
    qCInfo(lcSession, "attempt=%s quote=%s total=%lld", key.value.c_str(),
           quote.quote.value.c_str(), static_cast<long long>(entry.total.won()));
    m_amount = entry.total;
    m_paidKey = key;
    m_paymentPhase = PaymentPhase::Sending;
    enter(Phase::Paying);
    m_attempt->place(key, quote.quote);
}

void OrderSession::progressed(PaymentPhase phase)
{
    m_paymentPhase = phase;
    if (m_phase == Phase::GivingUp || m_phase == Phase::Settling) {
        Q_EMIT changed();
        return;
    }
    const Phase page = phase == PaymentPhase::Checking ? Phase::Checking : Phase::Paying;
    if (m_phase == page)
        Q_EMIT changed();
    else
        enter(page);
}

void OrderSession::heldBack(milliseconds wait)
{
    if (m_phase == Phase::GivingUp || m_phase == Phase::Settling)
        return;
    m_barBusy = false;
    enter(Phase::Busy);
    m_retryWait = wait;
    m_retryAt = m_parts.time.now() + wait;
    Q_EMIT changed();
}

void OrderSession::settled(const protocol::AttemptAnswer& answer)
{
    if (const auto* paid = std::get_if<protocol::PaidAnswer>(&answer)) {
        settledPaid(*paid);
        return;
    }
    m_parts.journal.clear();
    if (m_phase == Phase::GivingUp) {
        abandoned();
        return;
    }
    if (const auto* declined = std::get_if<protocol::DeclinedAnswer>(&answer))
        settledDeclined(*declined);
    else if (std::holds_alternative<protocol::VoidedAnswer>(answer))
        endUnpaid(NotPaidReason::Voided);
    else
        endUnpaid(NotPaidReason::GivenUp);
}

void OrderSession::settledPaid(const protocol::PaidAnswer& paid)
{
    qCInfo(lcSession, "order=%lld number=%d paid", static_cast<long long>(paid.order), paid.number);
    m_paid = paid;
    m_failedInARow = 0;
    m_parts.basket.clear();
    enter(Phase::Number);
    m_parts.client.ask(protocol::AttemptShown{m_paidKey}, this,
                       [this, key = m_paidKey](const client::Answer<protocol::Accepted>& answer) {
                           if (answer.body() && key == m_paidKey)
                               m_parts.journal.clear();
                       });
}

void OrderSession::settledDeclined(const protocol::DeclinedAnswer& declined)
{
    switch (declined.kind) {
    case DeclineKind::Declined:
        endUnpaid(NotPaidReason::Declined);
        return;
    case DeclineKind::NotCharged:
        endUnpaid(NotPaidReason::NotCharged);
        return;
    case DeclineKind::NotSent:
        if (m_phase == Phase::Settling) {
            endUnpaid(NotPaidReason::NotCharged);
            return;
        }
        // Nothing was asked of the terminal: a busy page and a new attempt under a new key.
        const milliseconds wait{declined.retryAfterMs};
        m_barBusy = false;
        waitAndRetry(Phase::Busy,
                     std::clamp(wait.count() > 0 ? wait : kBusyUnknown, kBusyLeast, kBusyMost));
        return;
    }
}

void OrderSession::endUnpaid(NotPaidReason reason)
{
    m_notPaid = {reason, m_phase == Phase::Settling};
    if (!m_notPaid.fromBefore)
        ++m_failedInARow;
    m_asking = false;
    enter(Phase::NotPaid);
    Q_EMIT changed();
}

void OrderSession::attemptRefused(const Refusal& refusal)
{
    m_parts.journal.clear();
    const bool expired = refusal.code == RefusalCode::QuoteExpired;
    if (m_phase == Phase::GivingUp) {
        if (expired)
            abandoned();
        else
            endUnpaid(NotPaidReason::GivenUp);
        return;
    }
    if (m_phase != Phase::Settling && expired && ++m_quotesUsed < kQuotesMost) {
        enter(Phase::Opening);
        openCheckout();
        return;
    }
    endUnpaid(m_phase == Phase::Settling ? NotPaidReason::NotCharged : NotPaidReason::Refused);
}

} // namespace coffee::kiosk
