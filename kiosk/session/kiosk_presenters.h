// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/menu_keeper.h"
#include "kiosk/model/menu_model.h"
#include "kiosk/model/my_order.h"
#include "kiosk/session/card_reminder.h"
#include "kiosk/session/help_call.h"
#include "kiosk/session/idle_guard.h"
#include "kiosk/session/order_session.h"

#include <QObject>

namespace coffee::kiosk {

/// Everything behind the order window, wired together: one kiosk without its screen. GUI thread;
/// what the constructor gets outlives it.
class KioskPresenters final : public QObject {
    Q_OBJECT

public:
    struct Outside {
        client::OrderClient& client;
        client::ShopFeed& feed;
        client::Journal& disk;
        Timekeeper& time;
        std::function<AttemptKey()> newKey;
        std::function<OperationKey()> newOperation;
        std::function<int(int bound)> random;
        std::string name{}; ///< under which the shop knows this kiosk
    };

    explicit KioskPresenters(Outside outside, QObject* parent = nullptr);
    ~KioskPresenters() override;

    /// Gives out the stored menu, settles the journal, then waits for customers.
    void begin();

    [[nodiscard]] OrderSession& session() { return m_session; }
    [[nodiscard]] CustomerBasket& basket() { return m_basket; }
    [[nodiscard]] MenuModel& menu() { return m_menu; }
    [[nodiscard]] MyOrder& myOrder() { return m_myOrder; }
    [[nodiscard]] IdleGuard& guard() { return m_guard; }
    [[nodiscard]] MenuKeeper& keeper() { return m_keeper; }
    [[nodiscard]] HelpCall& help() { return m_help; }
    [[nodiscard]] CardReminder& cardReminder() { return m_cardReminder; }
    [[nodiscard]] client::ShopFeed& feed() { return m_feed; }

private:
    client::ShopFeed& m_feed;
    AttemptJournal m_journal;
    CustomerBasket m_basket;
    MenuModel m_menu;
    MyOrder m_myOrder;
    IdleGuard m_guard;
    MenuKeeper m_keeper;
    HelpCall m_help;
    OrderSession m_session;
    CardReminder m_cardReminder;
};

} // namespace coffee::kiosk
