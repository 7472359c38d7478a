// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/model/ticket.h"

#include <QWidget>

#include <map>
#include <vector>

class QBoxLayout;

namespace coffee::ui {
class Button;
class EmptyState;
class IconMark;
class Label;
} // namespace coffee::ui

namespace coffee::station {

/// A ticket that waits for its customer: number, here or take away, how long, what is in it, one
/// button for the handing over and small ones to call it again and to take it back to the bar.
/// Found as `ready_<number>` with `collect_`, `call_`, `takeBack_` and `undoCollect_<number>`.
class ReadyRow final : public QWidget {
    Q_OBJECT

public:
    explicit ReadyRow(const Ticket& ticket, QWidget* parent = nullptr);
    void setTicket(const Ticket& ticket);
    [[nodiscard]] const Ticket& ticket() const { return m_ticket; }

Q_SIGNALS:
    void collectClicked(coffee::OrderId order);
    void callClicked(coffee::OrderId order);
    void takeBackClicked(coffee::OrderId order);
    void undoClicked(coffee::OrderId order);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    Ticket m_ticket;
    ui::Label* m_number;
    ui::IconMark* m_mark;
    ui::Label* m_service;
    ui::Label* m_facts;
    ui::Label* m_contents;
    ui::Button* m_call;
    ui::Button* m_takeBack;
    ui::Button* m_collect;
    ui::Button* m_undo;
    ui::Label* m_over; ///< where the undo stood, once nothing can be pressed any more
};

/// Everything that is ready, longest waiting first.
class ReadyColumn final : public QWidget {
    Q_OBJECT

public:
    explicit ReadyColumn(QWidget* parent = nullptr);

    void setTickets(const std::vector<Ticket>& tickets);
    [[nodiscard]] ReadyRow* row(OrderId order) const;

    /// It takes the height it is given; what does not fit scrolls.
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
    [[nodiscard]] QSize sizeHint() const override { return minimumSizeHint(); }

Q_SIGNALS:
    void collectClicked(coffee::OrderId order);
    void callClicked(coffee::OrderId order);
    void takeBackClicked(coffee::OrderId order);
    void undoClicked(coffee::OrderId order);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showTitle();

    ui::Label* m_title;
    ui::EmptyState* m_empty;
    QBoxLayout* m_rows;
    std::map<OrderId, ReadyRow*> m_byOrder;
    int m_waiting{0};
};

} // namespace coffee::station
