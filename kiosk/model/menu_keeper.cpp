// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/menu_keeper.h"

#include "shared/protocol/codec.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(lcMenu, "coffee.kiosk.menu")

namespace coffee::kiosk {
namespace {

constexpr const char* kStored = "menu";
constexpr const char* kSimulated = "simulated";
constexpr const char* kYes = "yes";
constexpr const char* kNo = "no";

} // namespace

MenuKeeper::MenuKeeper(client::OrderClient& client, client::ShopFeed& feed, client::Journal& disk,
                       Timekeeper& time, QObject* parent)
    : QObject{parent}, m_client{client}, m_feed{feed}, m_disk{disk}, m_next{time.alarm([this] {
          ask();
      })}
{
    connect(&feed, &client::ShopFeed::viewReset, this, &MenuKeeper::compare);
    connect(&feed, &client::ShopFeed::viewChanged, this, &MenuKeeper::compare);
}

MenuKeeper::~MenuKeeper() = default;

void MenuKeeper::begin()
{
    if (const auto menu = stored())
        take(*menu, false);
    if (const auto word = m_disk.get(kSimulated))
        m_simulated = *word == kYes;
    fetch();
}

std::optional<Menu> MenuKeeper::stored() const
{
    const std::optional<std::string> bytes = m_disk.get(kStored);
    if (!bytes)
        return std::nullopt;
    const auto reply = protocol::decodeReply<protocol::MenuAnswer>(*bytes);
    if (!reply || reply->content.index() != 0)
        return std::nullopt; // of an older version of this program
    return std::get<0>(reply->content).menu;
}

void MenuKeeper::compare()
{
    const std::string& version = m_feed.view().offer.menuVersion;
    if (!version.empty() && (!m_menu || m_menu->version != version))
        fetch();
}

void MenuKeeper::fetch()
{
    m_wanted = true;
    if (!m_asking)
        ask();
}

void MenuKeeper::ask()
{
    m_asking = true;
    m_wanted = false;
    m_next->cancel();
    m_client.ask(protocol::MenuGet{}, this,
                 [this](const client::Answer<protocol::MenuAnswer>& answer) {
                     m_asking = false;
                     if (const protocol::MenuAnswer* got = answer.body()) {
                         take(got->menu, true);
                         askStatus();
                         if (m_wanted)
                             m_next->set(kFetchEvery);
                         return;
                     }
                     m_next->set(kFetchEvery);
                 });
}

void MenuKeeper::askStatus()
{
    m_client.ask(protocol::StatusGet{}, this,
                 [this](const client::Answer<protocol::StatusAnswer>& answer) {
                     if (!answer.body() || m_simulated == answer.body()->simulated)
                         return;
                     m_simulated = answer.body()->simulated;
                     if (m_disk.put(kSimulated, *m_simulated ? kYes : kNo) ==
                         client::Journal::Outcome::DiskFailed)
                         qCWarning(lcMenu, "the next start will ask whether this is a demo");
                     Q_EMIT simulatedChanged(*m_simulated);
                 });
}

void MenuKeeper::take(const Menu& menu, bool store)
{
    if (m_menu && *m_menu == menu)
        return;
    qCInfo(lcMenu, "menu=%s items=%zu", menu.version.c_str(), menu.items.size());
    m_menu = menu;
    if (store) {
        const std::string bytes = protocol::encodeReply(
            "menu", protocol::ReplyStatus::Ok, 0, protocol::encodeBody(protocol::MenuAnswer{menu}));
        if (m_disk.put(kStored, bytes) == client::Journal::Outcome::DiskFailed)
            qCWarning(lcMenu, "the menu cannot be kept for the next start");
    }
    Q_EMIT menuChanged(*m_menu);
}

} // namespace coffee::kiosk
