// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/breaker_log.h"
#include "barista_station/manager/manager_session.h"
#include "barista_station/manager/money_sheet.h"
#include "barista_station/manager/needs_now.h"
#include "barista_station/model/shop_facts.h"
#include "barista_station/model/status_reporter.h"

#include "shared/client/shop_feed.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QBoxLayout;
class QIODevice;

namespace coffee::ui {
class Banner;
class Button;
class CategoryBar;
class DemoRibbon;
class Label;
class PinSheet;
class Toast;
} // namespace coffee::ui

namespace coffee::station {

class ActSheet;
class ConnectionLine;
class HistoryPage;
class HoursSheet;
class NeedSheet;
class NeedsPanel;
class OrderingSheet;
class OrdersPanel;
class PauseSheet;
class PaymentsCard;
class ReportsPage;
class ShopHistory;
class ShopPanel;
class SlowSheet;
class SoldOutSheet;
class StopCardsSheet;
class TasksPage;
struct MoneyTask;

/// The manager's window: what needs a person now, the shop in numbers, every program, the orders,
/// and what a manager can do: pause and resume ordering, sold-out switches, cancel and refund with
/// the shop PIN, slow ordering down, set the hours, and stop card payments. A second page has the
/// payments and refunds that are not settled. With a history it has two pages more: the orders of
/// any day, and the reports.
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
        ShopHistory* history{nullptr};     ///< null: orders and reports of other days are not kept
        std::chrono::minutes utcOffset{0}; ///< of the hours of a report
        QString savesTo{};                 ///< where reports go: tables and PDF
    };

    explicit ManagerWindow(const Parts& parts, QWidget* parent = nullptr);
    ~ManagerWindow() override;

    /// The pages: `category_now`, `category_tasks`, `category_orders`, `category_reports` of
    /// `managerPages`.
    enum class Page { Now, Tasks, Orders, Reports };
    void openPage(Page page);
    [[nodiscard]] TasksPage& tasksPage() const { return *m_tasksPage; }
    [[nodiscard]] HistoryPage* historyPage() const { return m_historyPage; }
    [[nodiscard]] ReportsPage* reportsPage() const { return m_reportsPage; }

    [[nodiscard]] SoldOutSheet& openSoldOut();
    [[nodiscard]] OrderingSheet& openOrdering();
    [[nodiscard]] PauseSheet& openPause();
    void openSlow();
    void openHours();
    void openStopCards();
    /// What is known about a need and what to do.
    void openSteps(const Need& need);
    void openCancel(OrderId order);
    void openRefund(OrderId order);
    [[nodiscard]] ui::PinSheet& openPin(const MoneyWish& wish);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    QBoxLayout* buildTop();
    /// Beside the title, or in a row of their own where that is too narrow for all of them.
    void placePages();
    [[nodiscard]] QWidget* buildNow();
    void connectPages();
    void connectTasks();
    void connectParts();
    void connectActs();
    void connectOrdering();
    void connectPayments();
    void setWords();
    void namePages();
    void showTasksOrder(const MoneyTask& task);
    void showAll();
    void showOrders();
    void showOrdering();
    void fillSoldOut();
    void saveReport();
    void showNeeds();
    void showPayments();
    void showOffer();
    void readBreakers();
    void savePaper();
    void saveAs(const QString& name, const std::function<bool(QIODevice&)>& write);
    void act(const Need& need);
    void actOnMachine(const Need& need);
    /// False, and says so, while another act is under way. Else `done` is told when it is accepted,
    /// and what goes wrong stands in the sheet if one asked.
    [[nodiscard]] bool begin(ActSheet* sheet, const QString& done);
    void setBreaker(BreakerState state);
    void sendWish(const QString& pin);
    void onFinished(const ManagerOutcome& outcome);
    void showActOutcome(const ManagerOutcome& outcome);
    void showMoneyOutcome(const ManagerOutcome& outcome);
    [[nodiscard]] ShopTime now() const;
    [[nodiscard]] DaemonLink link() const;

    Parts m_parts;
    QTimer m_second;
    std::optional<MoneyWish> m_wish; ///< waits for its PIN or its answer
    ActSheet* m_askedBy{nullptr};    ///< of the act that is under way; null: none of them
    QString m_done;                  ///< what is told when it is accepted
    BreakerLog m_breakers;
    std::string m_breakersOf;   ///< the epoch of the log that they are of
    bool m_breakersRead{false}; ///< what the history has was asked for
    ui::DemoRibbon* m_ribbon{nullptr};
    ui::Label* m_title{nullptr};
    ConnectionLine* m_line{nullptr};
    ui::Banner* m_banner{nullptr};
    ui::Banner* m_paused{nullptr};
    ui::Banner* m_slowed{nullptr};
    ui::Banner* m_closed{nullptr};
    ui::Button* m_soldOut{nullptr};
    ui::Button* m_ordering{nullptr};
    ui::Button* m_resume{nullptr};
    NeedsPanel* m_needs{nullptr};
    ShopPanel* m_shop{nullptr};
    PaymentsCard* m_payments{nullptr};
    OrdersPanel* m_orders{nullptr};
    ui::CategoryBar* m_pages{nullptr};
    QBoxLayout* m_top{nullptr};      ///< the title's row, and that of the pages
    QBoxLayout* m_words{nullptr};    ///< the title and the connection line
    QBoxLayout* m_titleRow{nullptr}; ///< the title, the pages where they fit, the acts
    bool m_pagesBeside{true};        ///< they stand in the title's row
    QWidget* m_now{nullptr};
    TasksPage* m_tasksPage{nullptr};
    HistoryPage* m_historyPage{nullptr}; ///< null without a history
    ReportsPage* m_reportsPage{nullptr};
    SoldOutSheet* m_soldOutSheet{nullptr};
    OrderingSheet* m_orderingSheet{nullptr};
    PauseSheet* m_pauseSheet{nullptr};
    SlowSheet* m_slowSheet{nullptr};
    HoursSheet* m_hoursSheet{nullptr};
    StopCardsSheet* m_stopCardsSheet{nullptr};
    NeedSheet* m_needSheet{nullptr};
    MoneySheet* m_moneySheet{nullptr};
    ui::PinSheet* m_pinSheet{nullptr};
    ui::Toast* m_toast{nullptr};
};

} // namespace coffee::station
