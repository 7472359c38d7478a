// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/shop_facts.h"

namespace coffee::station {

using client::Answer;

ShopFacts::ShopFacts(client::ShopFeed& feed, client::OrderClient& client, QObject* parent)
    : QObject{parent}, m_feed{feed}, m_client{client}
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(kAskAgainAfter);
    connect(&m_timer, &QTimer::timeout, this, &ShopFacts::ask);
    connect(&m_feed, &client::ShopFeed::viewReset, this, [this] {
        m_statusKnown = false; // Perhaps another daemon, with another provider.
        ask();
    });
    connect(&m_feed, &client::ShopFeed::viewChanged, this, &ShopFacts::ask);
}

ShopFacts::~ShopFacts() = default;

void ShopFacts::ask()
{
    const std::string& wanted = m_feed.view().offer.menuVersion;
    if (!m_menuAsked && !wanted.empty() && wanted != m_menu.version)
        askMenu();
    if (!m_statusAsked && !m_statusKnown)
        askStatus();
}

void ShopFacts::askMenu()
{
    m_menuAsked = true;
    m_client.ask(protocol::MenuGet{m_feed.view().offer.menuVersion}, this,
                 [this](const Answer<protocol::MenuAnswer>& answer) {
                     m_menuAsked = false;
                     if (!answer.body()) {
                         m_timer.start();
                         return;
                     }
                     m_menu = answer.body()->menu;
                     Q_EMIT changed();
                 });
}

void ShopFacts::askStatus()
{
    m_statusAsked = true;
    m_client.ask(protocol::StatusGet{}, this,
                 [this](const Answer<protocol::StatusAnswer>& answer) {
                     m_statusAsked = false;
                     if (!answer.body()) {
                         m_timer.start();
                         return;
                     }
                     m_statusKnown = true;
                     m_simulated = answer.body()->simulated;
                     Q_EMIT changed();
                 });
}

} // namespace coffee::station
