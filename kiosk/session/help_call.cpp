// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/help_call.h"

namespace coffee::kiosk {

HelpCall::HelpCall(client::OrderClient& client, client::ShopFeed& feed, std::string kiosk,
                   std::function<OperationKey()> newOperation, QObject* parent)
    : QObject{parent},
      m_client{client},
      m_feed{feed},
      m_kiosk{std::move(kiosk)},
      m_newOperation{std::move(newOperation)}
{
    connect(&feed, &client::ShopFeed::viewReset, this, &HelpCall::follow);
    connect(&feed, &client::ShopFeed::viewChanged, this, &HelpCall::follow);
    follow();
}

void HelpCall::call()
{
    if (m_state == HelpState::Called)
        Q_EMIT standsAlready();
    if (m_state != HelpState::None)
        return;
    enter(HelpState::Calling);
    m_client.ask(protocol::HelpCall{m_newOperation()}, this,
                 [this](const client::Answer<protocol::Accepted>& answer) {
                     const bool told = answer.body() != nullptr;
                     m_since = answer.seq;
                     enter(told ? HelpState::Called : HelpState::None);
                     Q_EMIT answered(told);
                     follow();
                 });
}

bool HelpCall::isKnownToStand() const
{
    return m_feed.view().health.helpCalls.contains(m_kiosk);
}

void HelpCall::follow()
{
    if (m_state == HelpState::Calling)
        return;
    if (isKnownToStand())
        enter(HelpState::Called); // also one that was made before this program began
    else if (m_feed.view().seq >= m_since)
        enter(HelpState::None);
}

void HelpCall::enter(HelpState state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace coffee::kiosk
