// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/manager_session.h"
#include "barista_station/manager/money_sheet.h"
#include "barista_station/manager/needs_now.h"
#include "barista_station/model/shop_facts.h"
#include "barista_station/model/status_reporter.h"

#include "shared/client/shop_feed.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QBoxLayout;

namespace coffee::ui {
class Banner;
class Button;
class DemoRibbon;
class Label;
class PinSheet;
class Toast;
} // namespace coffee::ui

namespace coffee::station {

class ConnectionLine;
class NeedsPanel;
class OrdersPanel;
class PauseSheet;
class ShopPanel;
class SoldOutSheet;

/// The manager's window: what needs a person now, the shop in numbers, every program, the orders,
/// and what a manager can do: pause and resume ordering, sold-out switches, cancel and refund with
/// the shop PIN.
///
/// Binds models to widgets and forwards clicks; decides nothing. Everything it is given must
/// outlive it. GUI thread.
class ManagerWindow final : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        client::ShopFeed& feed;
        StatusReporter& reporter;
        ManagerSession& session;
        ShopFacts& facts;
        Language language{Language::Korean};
    };

    explicit ManagerWindow(const Parts& parts, QWidget* parent = nullptr);
    ~ManagerWindow() override;

    [[nodiscard]] SoldOutSheet& openSoldOut();
    [[nodiscard]] PauseSheet& openPause();
    void openCancel(OrderId order);
    void openRefund(OrderId order);
    [[nodiscard]] ui::PinSheet& openPin(const MoneyWish& wish);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QBoxLayout* buildTop();
    void connectParts();
    void connectActs();
    void setWords();
    void showAll();
    void showOrders();
    void showOrdering();
    void fillSoldOut();
    void act(const Need& need);
    void sendWish(const QString& pin);
    void onFinished(const ManagerOutcome& outcome);
    void showMoneyOutcome(const ManagerOutcome& outcome);
    [[nodiscard]] ShopTime now() const;
    [[nodiscard]] DaemonLink link() const;

    Parts m_parts;
    QTimer m_second;
    std::optional<MoneyWish> m_wish; ///< waits for its PIN or its answer
    ui::DemoRibbon* m_ribbon{nullptr};
    ui::Label* m_title{nullptr};
    ConnectionLine* m_line{nullptr};
    ui::Banner* m_banner{nullptr};
    ui::Banner* m_paused{nullptr};
    ui::Button* m_soldOut{nullptr};
    ui::Button* m_pause{nullptr};
    ui::Button* m_resume{nullptr};
    NeedsPanel* m_needs{nullptr};
    ShopPanel* m_shop{nullptr};
    OrdersPanel* m_orders{nullptr};
    SoldOutSheet* m_soldOutSheet{nullptr};
    PauseSheet* m_pauseSheet{nullptr};
    MoneySheet* m_moneySheet{nullptr};
    ui::PinSheet* m_pinSheet{nullptr};
    ui::Toast* m_toast{nullptr};
};

} // namespace coffee::station
