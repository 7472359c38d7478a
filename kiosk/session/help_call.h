// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"

#include <QObject>

#include <functional>

namespace coffee::kiosk {

/// Calls the staff to this kiosk: the bar and the manager see it. One call at a time. GUI thread.
class HelpCall final : public QObject {
    Q_OBJECT

public:
    HelpCall(client::OrderClient& client, std::function<OperationKey()> newOperation,
             QObject* parent = nullptr);

    void call();
    [[nodiscard]] bool isCalling() const { return m_calling; }

Q_SIGNALS:
    void callingChanged(bool calling);
    /// The staff's screens show it, or nobody could be told.
    void answered(bool told);

private:
    client::OrderClient& m_client;
    std::function<OperationKey()> m_newOperation;
    bool m_calling{false};
};

} // namespace coffee::kiosk
