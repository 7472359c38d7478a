// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/money_tasks.h"
#include "barista_station/manager/shop_history.h"

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class EmptyState;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// Every payment and refund that is not settled, what is known of it and what can be done; below
/// them those that were settled today, with how, when, by whom and why. Without a history the open
/// ones are shown alone.
///
/// Found as `tasksPage`, with `tasksTitle`, `tasksNone`, rows `task_<key>` with `taskLook_<key>`,
/// `taskClose_<key>` and `taskOrder_<key>`, `settledTitle`, rows `settled_<key>` and `settledMore`;
/// a key is "payment92" or "refund3".
class TasksPage final : public QWidget {
    Q_OBJECT

public:
    /// Settled rows that are shown at once.
    static constexpr std::size_t kSettledAtOnce = 30;

    /// `history` may be null.
    explicit TasksPage(ShopHistory* history, QWidget* parent = nullptr);

    /// What the shop knows at `now`; also once a second, so that ages go on.
    void setView(const ShopView& view, ShopTime now);
    [[nodiscard]] int openCount() const { return static_cast<int>(m_tasks.size()); }

Q_SIGNALS:
    /// `openCount` is another one.
    void countChanged();
    void lookClicked(const coffee::station::MoneyTask& task);
    void closeClicked(const coffee::station::MoneyTask& task);
    void orderClicked(const coffee::station::MoneyTask& task);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void setWords();
    void readHistory();
    void showTasks();
    void showAges();
    void showSettled();
    [[nodiscard]] QWidget* rowOf(const MoneyTask& task);
    [[nodiscard]] QWidget* actsOf(const MoneyTask& task, const QString& title);
    [[nodiscard]] QWidget* rowOf(const SettledTask& task) const;

    ShopHistory* m_history;
    BusinessDay m_today{0};
    ShopTime m_now{};
    std::vector<MoneyTask> m_tasks;
    TaskHistory m_told;
    std::size_t m_settledShown{kSettledAtOnce};
    bool m_narrow{false}; ///< what stands beside each other stands below each other
    ui::Label* m_title{nullptr};
    ui::EmptyState* m_none{nullptr};
    QBoxLayout* m_rows{nullptr};
    std::vector<ui::Label*> m_ages;
    ui::Label* m_settledTitle{nullptr};
    ui::Label* m_settledNone{nullptr};
    QBoxLayout* m_settledRows{nullptr};
    ui::Button* m_more{nullptr};
};

} // namespace coffee::station
