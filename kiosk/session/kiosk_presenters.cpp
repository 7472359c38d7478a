// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/kiosk_presenters.h"

#include "kiosk/model/sale_times.h"

namespace coffee::kiosk {

KioskPresenters::KioskPresenters(Outside outside, QObject* parent)
    : QObject{parent},
      m_feed{outside.feed},
      m_journal{outside.disk},
      m_myOrder{outside.client, outside.feed, outside.time, outside.newOperation},
      m_guard{outside.time},
      m_keeper{outside.client, outside.feed, outside.disk, outside.time},
      m_help{outside.client, outside.feed, std::move(outside.name), outside.newOperation},
      m_session{{outside.client, outside.feed, m_basket, m_journal, outside.time, outside.newKey,
                 outside.newOperation, outside.random}},
      m_cardReminder{m_session, outside.time}
{
    connect(&m_keeper, &MenuKeeper::menuChanged, this, [this](const Menu& menu) {
        m_menu.setMenu(menu);
        m_session.setMenu(menu);
    });
    connect(&m_myOrder, &MyOrder::basketTaken, this, [this](const Basket& basket) {
        // Whoever has left meanwhile gets it under the same code again.
        if (!m_session.canTakeUp())
            return;
        m_myOrder.basketDelivered();
        m_session.takeUp(basket);
    });
    connect(&m_session, &OrderSession::menuOutdated, &m_keeper, &MenuKeeper::fetch);
    const auto takeOffer = [this] {
        m_menu.setSoldOut(m_feed.view().offer.soldOutItems());
        m_menu.setOutsideHours(outsideHours(m_menu.menu(), m_feed));
    };
    connect(&m_keeper, &MenuKeeper::menuChanged, this, takeOffer);
    connect(&m_feed, &client::ShopFeed::beatHeard, this, takeOffer);
    connect(&m_feed, &client::ShopFeed::viewReset, this, takeOffer);
    connect(&m_feed, &client::ShopFeed::viewChanged, this, takeOffer);
    takeOffer();
}

KioskPresenters::~KioskPresenters() = default;

void KioskPresenters::begin()
{
    m_keeper.begin();
    m_session.begin();
}

} // namespace coffee::kiosk
