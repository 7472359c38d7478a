// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/help_call.h"

namespace coffee::kiosk {

HelpCall::HelpCall(client::OrderClient& client, std::function<OperationKey()> newOperation,
                   QObject* parent)
    : QObject{parent}, m_client{client}, m_newOperation{std::move(newOperation)}
{
}

void HelpCall::call()
{
    if (m_calling)
        return;
    m_calling = true;
    Q_EMIT callingChanged(true);
    m_client.ask(protocol::HelpCall{m_newOperation()}, this,
                 [this](const client::Answer<protocol::Accepted>& answer) {
                     m_calling = false;
                     Q_EMIT callingChanged(false);
                     Q_EMIT answered(answer.body() != nullptr);
                 });
}

} // namespace coffee::kiosk
