// SPDX-License-Identifier: GPL-3.0-or-later
// The part of OrderSession that follows what the shop offers: the menu, what is sold out, whether
// it is busy or paused, whether the bar is there.
#include "kiosk/session/order_session.h"

#include "kiosk/model/sale_times.h"

#include <algorithm>
#include <utility>

namespace coffee::kiosk {

using std::chrono::milliseconds;

void OrderSession::setMenu(const Menu& menu)
{
    if (m_attempt->isRunning() || (isPaymentRunning(m_phase) && m_phase != Phase::Settling)) {
        m_waitingMenu = std::make_unique<Menu>(menu);
        return;
    }
    takeMenu(menu);
    if (m_phase == Phase::Closed)
        enter(Phase::Attract);
}

void OrderSession::takeMenu(const Menu& menu)
{
    const BasketLoss loss = m_parts.basket.setMenu(menu);
    m_agreedTotal.reset();
    if (m_phase == Phase::Options && !draft())
        enter(Phase::Menu);
    if (loss.any())
        tell(Notice::Kind::BasketChanged, loss);
    if (m_phase == Phase::Review && m_parts.basket.isEmpty())
        backToBasket(Notice::Kind::BasketChanged, loss);
    takeOffer();
}

void OrderSession::takeOffer()
{
    const OfferView& offer = m_parts.feed.view().offer;
    const SoldOut soldOut = offer.soldOutItems();
    if (m_phase == Phase::Paused && offer.ordering.state != OrderingState::Paused && !m_asking &&
        m_parts.feed.freshness().state == client::FeedState::Live) {
        backToBasket(Notice::Kind::OpenAgain);
        return;
    }
    const bool busy = offer.ordering.state == OrderingState::Busy;
    const bool paced = std::exchange(m_makingMinutes, offer.makingMinutes) != offer.makingMinutes;
    if ((std::exchange(m_shopBusy, busy) && !busy) || (paced && m_barBusy))
        comeBackEarlier();
    m_outsideHours = outsideHours(m_parts.basket.menu(), m_parts.feed);
    if (isChoosing(m_phase)) {
        const BasketLoss loss = m_parts.basket.takeOut(soldOut, m_outsideHours);
        if (m_phase == Phase::Options &&
            (soldOut.contains(m_item) || m_outsideHours.contains(m_item))) {
            loseItem(loss);
            return;
        }
        if (loss.any()) {
            if (m_phase == Phase::Review && m_parts.basket.isEmpty())
                enter(Phase::Menu);
            tell(Notice::Kind::BasketChanged, loss);
            return;
        }
    }
    Q_EMIT changed();
}

void OrderSession::loseItem(const BasketLoss& loss)
{
    BasketLoss told = loss;
    const MenuItem* item = m_parts.basket.menu().item(m_item);
    const bool isSoldOut = m_parts.feed.view().offer.soldOutItems().contains(m_item);
    if (std::vector<LocalText>& names = isSoldOut ? told.soldOut : told.notNow;
        names.empty() && item)
        names.push_back(item->name);
    enter(Phase::Menu);
    tell(Notice::Kind::ItemSoldOut, told);
}

void OrderSession::takeTime()
{
    if (outsideHours(m_parts.basket.menu(), m_parts.feed) != m_outsideHours)
        takeOffer();
}

bool OrderSession::isClosedNow() const
{
    return !isOpenNow(m_parts.basket.menu(), m_parts.feed);
}

SaleHours OrderSession::openingHours() const
{
    return m_parts.feed.view().offer.openingHours(m_parts.basket.menu());
}

void OrderSession::comeBackEarlier()
{
    const milliseconds soon{m_parts.random(static_cast<int>(kComeBackWithin.count()))};
    if (m_phase != Phase::Busy || m_asking || soon >= untilRetry())
        return;
    if (!m_attempt->isRunning()) {
        waitAndRetry(Phase::Busy, soon);
    } else if (m_attempt->isWaiting()) {
        m_retryWait = soon;
        m_retryAt = m_parts.time.now() + soon;
        m_attempt->goOn(soon);
    }
}

void OrderSession::askAboutShop()
{
    m_parts.client.ask(
        protocol::StatusGet{}, this, [this](const client::Answer<protocol::StatusAnswer>& answer) {
            const protocol::StatusAnswer* status = answer.body();
            if (!status)
                return;
            // This kiosk is one of them.
            const auto kiosks = std::count_if(status->screens.begin(), status->screens.end(),
                                              [](const protocol::ScreenStatus& screen) {
                                                  return screen.who.role == Role::Kiosk &&
                                                         screen.state != PresenceState::Away;
                                              });
            const bool othersUp = kiosks > 1;
            if (status->barAway == m_barAway && othersUp == m_othersUp)
                return;
            m_barAway = status->barAway;
            m_othersUp = othersUp;
            Q_EMIT changed();
        });
}

} // namespace coffee::kiosk
