// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/shop_history.h"
#include "barista_station/model/ticket.h"

#include <QWidget>

#include <optional>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class ChoiceGroup;
class EmptyState;
class Label;
class SearchField;
} // namespace coffee::ui

namespace coffee::station {

/// All orders of any day: what is looked for on the left, what was found in the middle, and the
/// whole story of one order on the right, event by event with who and where, with what a manager
/// can still do to it. It finds while one types. A page that is too narrow for all three shows
/// the story in the place of what was found, with a way back.
///
/// Found as `historyPage`, with `historySearch`, the groups `historyDays`, `historyStates` and
/// `historyKiosks`, rows `found_<order>`, `historyMore`, `historyFacts`, `orderStory`,
/// `storyBack`, `storyCancel` and `storyRefund`.
class HistoryPage final : public QWidget {
    Q_OBJECT

public:
    /// Rows that are asked for at once.
    static constexpr std::size_t kRowsAtOnce = 30;

    HistoryPage(ShopHistory& history, Language language, QWidget* parent = nullptr);

    /// The day that the shop has now; "today" means it.
    void setToday(BusinessDay today);
    /// Shows the orders with this number of today.
    void look(std::int32_t number);
    /// Shows the story of this order.
    void openStory(OrderId order);
    /// The order whose story is shown, as its events tell it; null before one was chosen.
    [[nodiscard]] const OrderView* shown() const;

Q_SIGNALS:
    /// For the order that is shown.
    void cancelClicked();
    void refundClicked();

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* buildFilters();
    [[nodiscard]] QWidget* buildFound();
    [[nodiscard]] QWidget* buildStory();
    void setWords();
    void setKiosks(const std::vector<std::string>& kiosks);
    [[nodiscard]] OrderFilter filter() const;
    void searchAnew();
    void searchAgain();
    void searchOn();
    /// What was found, the story, or both.
    void arrange();
    void showList();
    void readStory();
    void showFound(const OrdersFound& found, bool more);
    void showProgress();
    void showStory(const std::vector<Event>& events);
    [[nodiscard]] QWidget* rowOf(const ListedOrder& order);

    ShopHistory& m_history;
    Language m_language;
    BusinessDay m_today{0};
    OrdersFound m_found;
    std::vector<std::string> m_kioskNames;
    OrderId m_order{0}; ///< whose story is shown or asked for
    OrderBoard m_told;  ///< that story
    std::vector<Event> m_storyShown;
    bool m_reading{false}; ///< the story, rather than the list, where only one has room
    int m_round{0};        ///< answers to searches of an earlier round are too late
    ui::SearchField* m_search{nullptr};
    ui::ChoiceGroup* m_days{nullptr};
    ui::ChoiceGroup* m_states{nullptr};
    ui::ChoiceGroup* m_kiosks{nullptr};
    QWidget* m_list{nullptr};
    QWidget* m_storyHost{nullptr};
    ui::Label* m_facts{nullptr};
    ui::Label* m_progress{nullptr};
    ui::EmptyState* m_nothing{nullptr};
    QBoxLayout* m_rows{nullptr};
    ui::Button* m_more{nullptr};
    ui::Label* m_storyTitle{nullptr};
    ui::Label* m_storyFacts{nullptr};
    QBoxLayout* m_story{nullptr};
    ui::Button* m_back{nullptr};
    ui::Button* m_cancel{nullptr};
    ui::Button* m_refund{nullptr};
};

} // namespace coffee::station
