// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"
#include "shared/client/shop_feed.h"

#include <QObject>

#include <functional>
#include <string>

namespace coffee::kiosk {

/// Where a call for staff stands.
enum class HelpState {
    None,
    Calling, ///< the daemon is asked
    Called   ///< the staff's screens show it, and nobody has taken it yet
};

/// Calls the staff to this kiosk: the bar and the manager see it. One call at a time, until
/// somebody of the staff says that they are coming. GUI thread; client and feed outlive it.
class HelpCall final : public QObject {
    Q_OBJECT

public:
    /// `kiosk` is the name under which the shop knows the caller.
    HelpCall(client::OrderClient& client, client::ShopFeed& feed, std::string kiosk,
             std::function<OperationKey()> newOperation, QObject* parent = nullptr);

    /// Nothing is called twice: while a call stands it only says so (`standsAlready`).
    void call();
    [[nodiscard]] HelpState state() const { return m_state; }

Q_SIGNALS:
    void stateChanged(coffee::kiosk::HelpState state);
    /// The staff's screens show it, or nobody could be told.
    void answered(bool told);
    void standsAlready();

private:
    void follow();
    void enter(HelpState state);
    [[nodiscard]] bool isKnownToStand() const;

    client::OrderClient& m_client;
    client::ShopFeed& m_feed;
    std::string m_kiosk;
    std::function<OperationKey()> m_newOperation;
    HelpState m_state{HelpState::None};
    /// The log's head when the call was answered: an older picture of the shop has no say.
    Sequence m_since{0};
};

} // namespace coffee::kiosk
