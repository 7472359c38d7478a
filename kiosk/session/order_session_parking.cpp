// SPDX-License-Identifier: GPL-3.0-or-later
// The part of OrderSession that leaves a basket with the shop and takes one up again.
#include "kiosk/session/order_session.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

Q_DECLARE_LOGGING_CATEGORY(lcSession)

namespace coffee::kiosk {

using std::chrono::duration_cast;
using std::chrono::milliseconds;

bool OrderSession::canPark() const
{
    const bool free = !m_attempt->isRunning() || m_attempt->isWaiting();
    // Where the bar is busy another kiosk could do no more.
    return m_phase == Phase::Busy && !m_barBusy && m_othersUp && free && !m_parking &&
           !m_parts.basket.isEmpty();
}

milliseconds OrderSession::parkedFor() const
{
    if (!m_parked)
        return {};
    return std::max(milliseconds{0},
                    duration_cast<milliseconds>(m_parked->until - m_parts.time.now()));
}

void OrderSession::park()
{
    if (!canPark())
        return;
    if (m_attempt->isRunning()) {
        // First nothing may be charged here any more.
        m_parksNext = true;
        cancelPayment();
        return;
    }
    sendParking();
}

void OrderSession::abandoned()
{
    if (!std::exchange(m_parksNext, false)) {
        backToBasket(Notice::Kind::PaymentAbandoned);
        return;
    }
    waitAndRetry(Phase::Busy, kBusyUnknown);
    sendParking();
}

void OrderSession::sendParking()
{
    // Nothing is tried for a basket that is on its way out.
    m_retry->cancel();
    m_asking = false;
    m_parking = true;
    if (m_parkKey.empty())
        m_parkKey = m_parts.newOperation();
    m_parts.client.ask(
        protocol::BasketPark{m_parkKey, m_parts.basket.toBasket()}, this,
        [this, round = ++m_round](const client::Answer<protocol::ParkedAnswer>& answer) {
            if (round == m_round && m_parking)
                takeParking(answer);
        });
    Q_EMIT changed();
}

void OrderSession::takeParking(const client::Answer<protocol::ParkedAnswer>& answer)
{
    m_parking = false;
    if (const protocol::ParkedAnswer* parked = answer.body()) {
        m_parkKey = {};
        m_parked = {parked->code, m_parts.time.now() + milliseconds{parked->expiresInMs}};
        enter(Phase::Parked);
        return;
    }
    // Without an answer it may be kept all the same: the next try asks under the same key.
    if (answer.refusal())
        m_parkKey = {};
    waitAndRetry(Phase::Busy, std::max(untilRetry(), kBusyLeast));
    tell(Notice::Kind::NotParked);
}

void OrderSession::goOnFromParked()
{
    // The basket is still here. Its code shall not bring it back a second time; whether the shop
    // hears that is no matter of money.
    m_parts.client.ask(protocol::BasketTake{m_parts.newOperation(), m_parked->code}, this,
                       [](const client::Answer<protocol::TakenAnswer>&) {});
    m_parked.reset();
    enter(Phase::Review);
    takeOffer();
}

bool OrderSession::canTakeUp() const
{
    return m_phase == Phase::MyOrder && m_parts.basket.isEmpty() && !m_attempt->isRunning() &&
           !m_parts.basket.menu().items.empty();
}

void OrderSession::takeUp(const Basket& basket)
{
    if (!canTakeUp())
        return;
    if (m_paid)
        m_parts.journal.clear();
    m_paid.reset();
    m_paidKey = {};
    m_notPaid = {};
    m_editing.reset();
    m_parked.reset();
    m_quotesUsed = 0;
    m_failedInARow = 0;
    qCInfo(lcSession, "a parked basket of %zu lines is taken up", basket.lines.size());
    const BasketLoss loss = m_parts.basket.takeOver(basket);
    backToBasket(loss.any() ? Notice::Kind::BasketChanged : Notice::Kind::TakenUp, loss);
    takeOffer();
}

} // namespace coffee::kiosk
