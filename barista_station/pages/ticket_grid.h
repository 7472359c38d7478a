// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "barista_station/pages/ticket_card.h"
#include "barista_station/pages/ticket_heights.h"

#include <QString>
#include <QWidget>

#include <map>
#include <set>
#include <vector>

namespace coffee::station {

class SlideVeil;

/// The tickets of one page, in columns, oldest first from top to bottom and left to right. A ticket
/// that is too long for a column takes the width of two or more. Pages are turned by hand only, so
/// that nothing moves that nobody moved. While somebody touches the screen a card keeps the room it
/// had, also when there is less to say on it; cards that had to move take no tap for a moment.
///
/// Only the tickets of the page that is shown have cards: a shop with a thousand open orders costs
/// no more than one page of them.
class TicketGrid final : public QWidget {
    Q_OBJECT

public:
    explicit TicketGrid(QWidget* parent = nullptr);

    enum class Rooms {
        Kept, ///< somebody touches the screen
        Fitted
    };

    /// `tickets` stays the caller's and is read until the next call: it must outlive the grid.
    void setTickets(const std::vector<Ticket>& tickets, Rooms rooms = Rooms::Fitted);
    /// The tickets have other lines than before: no card stays.
    void forgetCards();
    /// The card of an order on the page that is shown; null when it is not there.
    [[nodiscard]] TicketCard* card(OrderId order) const;
    /// Cards on the page that is shown, in their order.
    [[nodiscard]] const std::vector<TicketCard*>& shown() const { return m_shown; }

    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int pages() const { return m_pages; }
    /// Tickets on the pages before and after the one that is shown.
    [[nodiscard]] int before() const { return m_before; }
    [[nodiscard]] int after() const { return m_after; }
    void turnTo(int page);
    /// Turns to the page of that ticket.
    void bringIntoView(OrderId order);
    /// Tickets that hold what was pressed in the all-day strip; empty = none.
    void highlight(const std::set<OrderId>& orders);
    /// Tickets that came while nobody could see them; empty = none.
    void markNew(const std::set<OrderId>& orders);
    /// Moves the focus from card to card; `columns` ±1 goes sideways and on to the neighbouring
    /// page, `rows` ±1 up and down.
    void moveFocus(int columns, int rows);

Q_SIGNALS:
    /// The page, the number of pages, or how much is on the others changed.
    void pagesChanged();
    void cardMade(coffee::station::TicketCard* card);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Place {
        OrderId order{0};
        int page{0};
        QRect room;
    };
    struct Columns;

    void arrange();
    void walkToPage(int page);
    void showPage(const std::vector<Place>& where);
    void removeCardsBut(const std::vector<TicketCard*>& kept);
    [[nodiscard]] std::vector<Place> places(int cardsOfPage);
    void coverWhatMoved(const std::map<OrderId, QRect>& before);
    [[nodiscard]] int heightOf(const Ticket& ticket, int width);
    [[nodiscard]] TicketCard* makeCard(const Ticket& ticket);
    [[nodiscard]] int pageOf(OrderId order);

    const std::vector<Ticket>* m_tickets;
    TicketHeights m_heights;
    std::map<OrderId, TicketCard*> m_cards; ///< of the page that is shown
    std::set<OrderId> m_highlighted;
    std::set<OrderId> m_new;
    std::vector<TicketCard*> m_shown;
    std::map<OrderId, QRect> m_rooms; ///< of the cards of the page that is shown
    Rooms m_keeping{Rooms::Fitted};
    SlideVeil* m_veil;
    int m_page{0};
    int m_pages{1};
    int m_before{0};
    int m_after{0};
    bool m_arranging{false};
};

} // namespace coffee::station
