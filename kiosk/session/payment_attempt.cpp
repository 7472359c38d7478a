// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/payment_attempt.h"

#include "shared/domain/words.h"

#include <QLoggingCategory>

#include <algorithm>

Q_LOGGING_CATEGORY(lcAttempt, "coffee.kiosk.attempt")

namespace coffee::kiosk {

PaymentAttempt::PaymentAttempt(client::OrderClient& client, Timekeeper& time, QObject* parent)
    : QObject{parent},
      m_client{client},
      m_time{time},
      m_next{time.alarm([this] { ask(); })},
      m_nextGiveUp{time.alarm([this] { askToGiveUp(); })}
{
}

PaymentAttempt::~PaymentAttempt() = default;

void PaymentAttempt::place(const AttemptKey& key, const QuoteId& quote)
{
    begin(Question::Place, key, quote);
}

void PaymentAttempt::resume(const AttemptKey& key)
{
    begin(Question::Resume, key, {});
}

void PaymentAttempt::begin(Question question, const AttemptKey& key, const QuoteId& quote)
{
    forget();
    m_question = question;
    m_key = key;
    m_quote = quote;
    ask();
}

void PaymentAttempt::forget()
{
    ++m_round;
    m_key = {};
    m_givingUp = false;
    m_pause = kPauseFirst;
    m_next->cancel();
    m_nextGiveUp->cancel();
}

void PaymentAttempt::hold()
{
    m_next->cancel();
}

void PaymentAttempt::goOn(std::chrono::milliseconds wait)
{
    if (isRunning() && !m_givingUp)
        m_next->set(wait);
}

void PaymentAttempt::giveUp()
{
    if (!isRunning() || m_givingUp)
        return;
    m_givingUp = true;
    m_next->cancel();
    m_pause = kPauseFirst;
    askToGiveUp();
}

void PaymentAttempt::ask()
{
    m_askedAt = m_time.now();
    const auto done = [this, round = m_round](const client::Answer<AttemptAnswer>& answer) {
        if (round == m_round)
            take(answer);
    };
    switch (m_question) {
    case Question::Place:
        m_client.ask(protocol::OrderPlace{m_key, m_quote}, this, done);
        return;
    case Question::Resume:
        m_client.ask(protocol::AttemptResume{m_key}, this, done);
        return;
    }
}

void PaymentAttempt::askToGiveUp()
{
    m_client.ask(protocol::AttemptAbandon{m_key}, this,
                 [this, round = m_round](const client::Answer<AttemptAnswer>& answer) {
                     if (round == m_round)
                         takeGivenUp(answer);
                 });
}

void PaymentAttempt::take(const client::Answer<AttemptAnswer>& answer)
{
    if (const AttemptAnswer* final = answer.body()) {
        settle(*final);
        return;
    }
    if (m_givingUp)
        return; // the other question goes on until it is answered
    if (const protocol::Pending* pending = answer.pending()) {
        m_pause = kPauseFirst;
        Q_EMIT progressed(pending->phase);
        if (!isRunning() || m_givingUp)
            return;
        const auto since =
            std::chrono::duration_cast<std::chrono::milliseconds>(m_time.now() - m_askedAt);
        m_next->set(std::max(std::chrono::milliseconds{0}, kAskEvery - since));
        return;
    }
    if (const Refusal* refusal = answer.refusal()) {
        if (refusal->code != RefusalCode::Busy) {
            refuse(*refusal);
            return;
        }
        const auto wait = std::clamp(refusal->retryAfter, kHoldLeast, kHoldMost);
        Q_EMIT heldBack(wait);
        if (isRunning() && !m_givingUp)
            m_next->set(wait);
        return;
    }
    askAgainAfterSilence();
}

void PaymentAttempt::askAgainAfterSilence()
{
    qCWarning(lcAttempt, "attempt=%s no answer; asking again", m_key.value.c_str());
    Q_EMIT silenceFell();
    if (!isRunning() || m_givingUp)
        return;
    m_next->set(m_pause);
    m_pause = std::min(m_pause * 2, kPauseMost);
}

void PaymentAttempt::takeGivenUp(const client::Answer<AttemptAnswer>& answer)
{
    if (const AttemptAnswer* final = answer.body()) {
        settle(*final);
        return;
    }
    if (const Refusal* refusal = answer.refusal(); refusal && refusal->code != RefusalCode::Busy) {
        refuse(*refusal);
        return;
    }
    m_nextGiveUp->set(m_pause);
    m_pause = std::min(m_pause * 2, kPauseMost);
}

void PaymentAttempt::settle(AttemptAnswer answer)
{
    qCInfo(lcAttempt, "attempt=%s settled answer=%zu", m_key.value.c_str(), answer.index());
    forget();
    Q_EMIT settled(answer);
}

void PaymentAttempt::refuse(const Refusal& refusal)
{
    const std::string code{word(refusal.code)};
    qCWarning(lcAttempt, "attempt=%s refused code=%s %s", m_key.value.c_str(), code.c_str(),
              refusal.detail.c_str());
    const Refusal kept = refusal;
    forget();
    Q_EMIT refused(kept);
}

} // namespace coffee::kiosk
