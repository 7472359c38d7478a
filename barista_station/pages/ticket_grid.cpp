// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_grid.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>
#include <limits>

namespace coffee::station {

using namespace coffee::ui;

TicketGrid::TicketGrid(QWidget* parent) : QWidget{parent}
{
    setObjectName(QStringLiteral("ticketGrid"));
}

void TicketGrid::setTickets(const std::vector<Ticket>& tickets)
{
    m_order.clear();
    std::set<OrderId> present;
    for (const Ticket& ticket : tickets) {
        m_order.push_back(ticket.order);
        present.insert(ticket.order);
        auto [entry, isNew] = m_cards.try_emplace(ticket.order, nullptr);
        if (isNew) {
            entry->second = new TicketCard{ticket, this};
            entry->second->setHighlighted(m_highlighted.contains(ticket.order));
            Q_EMIT cardMade(entry->second);
        } else if (!(entry->second->ticket() == ticket)) {
            entry->second->setTicket(ticket);
        }
    }
    std::erase_if(m_cards, [&present](const auto& entry) {
        if (present.contains(entry.first))
            return false;
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
    arrange();
}

TicketCard* TicketGrid::card(OrderId order) const
{
    const auto found = m_cards.find(order);
    return found == m_cards.end() ? nullptr : found->second;
}

std::vector<TicketGrid::Place> TicketGrid::places()
{
    const Theme& theme = themeOf(*this);
    const int gap = theme.px(mm::kTargetGap);
    const int least = theme.px(mm::kTileLeast);
    const int columns = std::max(1, (width() + gap) / (least + gap));
    const int columnWidth = (width() - (columns - 1) * gap) / columns;
    const auto widthOf = [&](int span) { return span * columnWidth + (span - 1) * gap; };

    std::vector<Place> result;
    int page = 0;
    int column = 0;
    int top = 0;
    for (const OrderId order : m_order) {
        TicketCard* card = m_cards.at(order);
        int span = 1;
        int height = card->layout()->totalHeightForWidth(widthOf(span));
        while (height > this->height() && span < columns)
            height = card->layout()->totalHeightForWidth(widthOf(++span));
        if (top > 0 && (span > 1 || top + height > this->height())) {
            ++column;
            top = 0;
        }
        if (column + span > columns) {
            ++page;
            column = 0;
            top = 0;
        }
        result.push_back({page, QRect{column * (columnWidth + gap), top, widthOf(span), height}});
        if (span > 1) {
            column += span;
            top = 0;
        } else {
            top += height + gap;
        }
    }
    return result;
}

void TicketGrid::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    const std::vector<Place> where = places();
    const int pages = where.empty() ? 1 : where.back().page + 1;
    const int page = std::clamp(m_page, 0, pages - 1);
    const bool turned = page != m_page || pages != m_pages;
    m_page = page;
    m_pages = pages;
    m_shown.clear();
    for (std::size_t place = 0; place < m_order.size(); ++place) {
        TicketCard* card = m_cards.at(m_order[place]);
        const bool here = where[place].page == m_page;
        if (here) {
            card->setGeometry(where[place].room);
            m_shown.push_back(card);
        }
        card->setVisible(here);
    }
    for (std::size_t place = 1; place < m_shown.size(); ++place)
        setTabOrder(m_shown[place - 1], m_shown[place]);
    m_arranging = false;
    if (turned)
        Q_EMIT pagesChanged();
}

void TicketGrid::turnTo(int page)
{
    m_page = page;
    arrange();
    Q_EMIT pagesChanged();
}

int TicketGrid::pageOf(OrderId order)
{
    const auto found = std::find(m_order.begin(), m_order.end(), order);
    if (found == m_order.end())
        return m_page;
    return places()[static_cast<std::size_t>(found - m_order.begin())].page;
}

void TicketGrid::bringIntoView(OrderId order)
{
    const int page = pageOf(order);
    if (page != m_page)
        turnTo(page);
}

void TicketGrid::highlight(const std::set<OrderId>& orders)
{
    m_highlighted = orders;
    for (const auto& [order, card] : m_cards)
        card->setHighlighted(orders.contains(order));
}

void TicketGrid::moveFocus(int columns, int rows)
{
    if (m_shown.empty())
        return;
    auto* from = qobject_cast<TicketCard*>(focusWidget());
    if (!from || std::find(m_shown.begin(), m_shown.end(), from) == m_shown.end()) {
        m_shown.front()->setFocus(Qt::TabFocusReason);
        return;
    }
    TicketCard* best = nullptr;
    int bestDistance = std::numeric_limits<int>::max();
    const QPoint here = from->geometry().center();
    for (TicketCard* card : m_shown) {
        const QPoint way = card->geometry().center() - here;
        const bool sameColumn = card->x() == from->x();
        const bool fits =
            columns != 0 ? way.x() * columns > 0 && !sameColumn : way.y() * rows > 0 && sameColumn;
        // Sideways, the neighbouring column first, then the nearest height.
        const int distance =
            columns != 0 ? 4 * std::abs(way.x()) + std::abs(way.y()) : std::abs(way.y());
        if (card != from && fits && distance < bestDistance) {
            best = card;
            bestDistance = distance;
        }
    }
    if (best)
        best->setFocus(Qt::TabFocusReason);
}

void TicketGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool TicketGrid::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace coffee::station
