// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/manager/shop_numbers.h"
#include "barista_station/model/ticket.h"

#include <QWidget>

#include <vector>

class QBoxLayout;

namespace coffee::ui {
class EmptyState;
class Label;
class SearchField;
} // namespace coffee::ui

namespace coffee::station {

/// The orders that the shop's view knows, newest first, with what a manager can do to each. Found
/// as `ordersPanel`, with `orderSearch`, rows `order_<number>`, `cancelOrder_<number>` and
/// `refundOrder_<number>`.
class OrdersPanel final : public QWidget {
    Q_OBJECT

public:
    /// Rows that are drawn; the search finds the others.
    static constexpr std::size_t kShownMax = 30;

    OrdersPanel(Language language, const Menu& menu, QWidget* parent = nullptr);

    void setRows(const std::vector<OrderRow>& rows);
    [[nodiscard]] QString search() const;
    void setSearch(const QString& number);

Q_SIGNALS:
    void searchChanged();
    void cancelClicked(coffee::OrderId order);
    void refundClicked(coffee::OrderId order);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setWords();
    void rebuild();
    [[nodiscard]] QWidget* rowOf(const OrderRow& row);

    Language m_language;
    const Menu& m_menu; ///< knows what is usual and need not be named
    std::vector<OrderRow> m_rows;
    ui::Label* m_title;
    ui::SearchField* m_search;
    ui::EmptyState* m_empty;
    QBoxLayout* m_list;
};

} // namespace coffee::station
