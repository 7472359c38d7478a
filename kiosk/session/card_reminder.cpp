// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/card_reminder.h"

namespace coffee::kiosk {

CardReminder::CardReminder(OrderSession& session, Timekeeper& time, QObject* parent)
    : QObject{parent}, m_session{session}, m_alarm{time.alarm([this] { remind(); })}
{
    connect(&m_session, &OrderSession::phaseChanged, this, &CardReminder::follow);
    connect(&m_session, &OrderSession::changed, this, &CardReminder::follow);
}

CardReminder::~CardReminder() = default;

void CardReminder::follow()
{
    const bool cardIsIn =
        m_session.phase() == Phase::Paying && m_session.paymentPhase() == PaymentPhase::RemoveCard;
    if (cardIsIn == m_isReminding)
        return;
    m_isReminding = cardIsIn;
    if (cardIsIn)
        return remind();
    m_alarm->cancel();
    Q_EMIT ended();
}

void CardReminder::remind()
{
    m_alarm->set(kAgainAfter);
    Q_EMIT reminds();
}

} // namespace coffee::kiosk
