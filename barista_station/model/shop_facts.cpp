// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/shop_facts.h"

#include "shared/client/app_runtime.h"

namespace coffee::station {

using client::Answer;

namespace {

const std::string kMenuKey = "facts/menu";
const std::string kSimulatedKey = "facts/simulated";

} // namespace

ShopFacts::ShopFacts(client::ShopFeed& feed, client::OrderClient& client, client::Journal* journal,
                     QObject* parent)
    : QObject{parent}, m_feed{feed}, m_client{client}, m_journal{journal}
{
    recallFacts();
    m_timer.setSingleShot(true);
    m_timer.setInterval(kAskAgainAfter);
    connect(&m_timer, &QTimer::timeout, this, &ShopFacts::ask);
    connect(&m_feed, &client::ShopFeed::viewReset, this, [this] {
        m_statusKnown = false; // Perhaps another daemon, with another provider.
        ask();
    });
    connect(&m_feed, &client::ShopFeed::viewChanged, this, &ShopFacts::ask);
    connect(&m_feed, &client::ShopFeed::freshnessChanged, this,
            [this](const client::Freshness& freshness) {
                // A restored view changes nothing when the feed comes alive, and after an absence
                // the daemon may be another.
                if (freshness.state == client::FeedState::Live)
                    ask();
                else
                    m_statusKnown = false;
            });
}

ShopFacts::~ShopFacts() = default;

void ShopFacts::recallFacts()
{
    if (!m_journal)
        return;
    // The menu is kept as the reply in which it came.
    if (const auto kept = m_journal->get(kMenuKey)) {
        const auto reply = protocol::decodeReply<protocol::MenuAnswer>(*kept);
        if (reply)
            if (const auto* answer = std::get_if<protocol::MenuAnswer>(&reply->content))
                m_menu = answer->menu;
    }
    m_simulated = m_journal->get(kSimulatedKey).has_value();
}

void ShopFacts::keep(const std::string& key, const std::string& value)
{
    // A disk that fails costs only the memory of a restart; the reports' journal says so aloud.
    if (m_journal && m_journal->put(key, value) == client::Journal::Outcome::DiskFailed)
        qCWarning(client::logStore, "cannot keep %s", key.c_str());
}

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
                     keep(kMenuKey,
                          protocol::encodeReply("kept", protocol::ReplyStatus::Ok, answer.seq,
                                                protocol::encodeBody(*answer.body())));
                     Q_EMIT changed();
                 });
}

void ShopFacts::askStatus()
{
    m_statusAsked = true;
    m_client.ask(protocol::StatusGet{}, this, [this](const Answer<protocol::StatusAnswer>& answer) {
        m_statusAsked = false;
        if (!answer.body()) {
            m_timer.start();
            return;
        }
        m_statusKnown = true;
        m_simulated = answer.body()->simulated;
        if (m_simulated)
            keep(kSimulatedKey, "yes");
        else if (m_journal)
            (void)m_journal->remove(kSimulatedKey);
        Q_EMIT changed();
    });
}

} // namespace coffee::station
