// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/ticket_grid.h"

#include "barista_station/pages/slide_veil.h"

#include <QEvent>
#include <QLayout>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

namespace coffee::station {

using namespace coffee::ui;

namespace {

const std::vector<Ticket> kNoTickets;
/// No page: heights only.
constexpr int kNoPage = -1;
/// Heights of tickets that are gone may be remembered so far.
constexpr std::size_t kRememberedPerTicket = 4;
constexpr std::size_t kFewTickets = 100;

} // namespace

/// The columns of all pages, filled one ticket after the other.
struct TicketGrid::Columns {
    int count{1};
    int width{0};
    int gap{0};
    int height{0};
    int page{0};
    int column{0};
    int top{0};

    [[nodiscard]] int widthOf(int span) const { return span * width + (span - 1) * gap; }

    /// Where a card of this height goes; nothing is taken yet.
    void makeRoom(int span, int cardHeight)
    {
        if (top > 0 && (span > 1 || top + cardHeight > height)) {
            ++column;
            top = 0;
        }
        if (column + span > count) {
            ++page;
            column = 0;
            top = 0;
        }
    }
    QRect take(int span, int cardHeight)
    {
        const QRect room{column * (width + gap), top, widthOf(span), cardHeight};
        if (span > 1) {
            column += span;
            top = 0;
        } else {
            top += cardHeight + gap;
        }
        return room;
    }
};

TicketGrid::TicketGrid(QWidget* parent)
    : QWidget{parent}, m_tickets{&kNoTickets}, m_heights{*this}, m_veil{new SlideVeil{this}}
{
    setObjectName(QStringLiteral("ticketGrid"));
}

void TicketGrid::setTickets(const std::vector<Ticket>& tickets, Rooms rooms)
{
    m_tickets = &tickets;
    m_keeping = rooms;
    if (m_heights.remembered() > kRememberedPerTicket * (tickets.size() + kFewTickets))
        m_heights.clear();
    QRegion stopped;
    for (const Ticket& ticket : tickets) {
        const auto entry = m_cards.find(ticket.order);
        if (entry == m_cards.end() || entry->second->ticket() == ticket)
            continue;
        // Its buttons are others now, where a finger may be on its way to one of the old.
        if (ticket.stage == TicketStage::Stopped &&
            entry->second->ticket().stage != TicketStage::Stopped)
            stopped += entry->second->geometry();
        entry->second->setTicket(ticket);
    }
    arrange();
    m_veil->cover(stopped);
}

void TicketGrid::forgetCards()
{
    m_tickets = &kNoTickets;
    m_heights.clear();
    m_rooms.clear();
    m_page = 0;
    arrange();
}

TicketCard* TicketGrid::card(OrderId order) const
{
    const auto found = m_cards.find(order);
    return found == m_cards.end() ? nullptr : found->second;
}

TicketCard* TicketGrid::makeCard(const Ticket& ticket)
{
    auto [entry, isNew] = m_cards.try_emplace(ticket.order, nullptr);
    if (isNew) {
        entry->second = new TicketCard{ticket, this};
        entry->second->setHighlighted(m_highlighted.contains(ticket.order));
        entry->second->setNew(m_new.contains(ticket.order));
        Q_EMIT cardMade(entry->second);
    }
    return entry->second;
}

int TicketGrid::heightOf(const Ticket& ticket, int width)
{
    const TicketCard* made = card(ticket.order);
    if (!made)
        return m_heights.heightFor(ticket, width);
    const int height = made->layout()->totalHeightForWidth(width);
    m_heights.measured(ticket, width, height);
    return height;
}

/// Every ticket's place. The tickets that come onto `cardsOfPage` get their cards on the way.
std::vector<TicketGrid::Place> TicketGrid::places(int cardsOfPage)
{
    const Theme& theme = themeOf(*this);
    Columns columns;
    columns.gap = theme.px(mm::kTargetGap);
    columns.height = height();
    const int least = theme.px(mm::kTileLeast);
    columns.count = std::max(1, (width() + columns.gap) / (least + columns.gap));
    columns.width = (width() - (columns.count - 1) * columns.gap) / columns.count;

    if (m_heights.knowsNothing())
        for (const auto& [order, made] : m_cards)
            static_cast<void>(heightOf(made->ticket(), columns.width));

    std::vector<Place> result;
    result.reserve(m_tickets->size());
    for (const Ticket& ticket : *m_tickets) {
        const auto kept = m_keeping == Rooms::Kept ? m_rooms.find(ticket.order) : m_rooms.end();
        const auto spanAndHeight = [&] {
            int span = 1;
            while (kept != m_rooms.end() && span < columns.count &&
                   columns.widthOf(span) < kept->second.width())
                ++span;
            int cardHeight = heightOf(ticket, columns.widthOf(span));
            while (cardHeight > columns.height && span < columns.count)
                cardHeight = heightOf(ticket, columns.widthOf(++span));
            if (kept != m_rooms.end() && kept->second.width() == columns.widthOf(span))
                cardHeight = std::max(cardHeight, kept->second.height());
            return std::pair{span, cardHeight};
        };
        auto [span, cardHeight] = spanAndHeight();
        Columns next = columns;
        next.makeRoom(span, cardHeight);
        if (next.page == cardsOfPage && !card(ticket.order)) {
            // Now it is measured instead of reckoned, and may have to go elsewhere.
            static_cast<void>(makeCard(ticket));
            std::tie(span, cardHeight) = spanAndHeight();
            next = columns;
            next.makeRoom(span, cardHeight);
        }
        columns = next;
        const int page = columns.page;
        result.push_back({ticket.order, page, columns.take(span, cardHeight)});
    }
    return result;
}

void TicketGrid::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    std::vector<Place> where = places(m_page);
    const int pages = where.empty() ? 1 : where.back().page + 1;
    const int page = std::clamp(m_page, 0, pages - 1);
    if (page != m_page)
        where = places(page);
    int before = 0;
    int after = 0;
    for (std::size_t place = 0; place < where.size(); ++place) {
        if ((*m_tickets)[place].dimmed)
            continue;
        before += where[place].page < page ? 1 : 0;
        after += where[place].page > page ? 1 : 0;
    }
    const auto now = std::tuple{page, pages, before, after};
    const bool turned = now != std::tuple{m_page, m_pages, m_before, m_after};
    std::tie(m_page, m_pages, m_before, m_after) = now;
    showPage(where);
    m_arranging = false;
    if (turned)
        Q_EMIT pagesChanged();
}

void TicketGrid::showPage(const std::vector<Place>& where)
{
    std::vector<TicketCard*> shown;
    std::map<OrderId, QRect> before;
    before.swap(m_rooms);
    for (const Place& place : where) {
        TicketCard* made = place.page == m_page ? card(place.order) : nullptr;
        if (!made)
            continue;
        made->setGeometry(place.room);
        m_rooms.emplace(place.order, place.room);
        shown.push_back(made);
    }
    removeCardsBut(shown);
    for (TicketCard* made : shown)
        made->show();
    coverWhatMoved(before);
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    for (std::size_t place = 1; place < m_shown.size(); ++place)
        setTabOrder(m_shown[place - 1], m_shown[place]);
}

void TicketGrid::coverWhatMoved(const std::map<OrderId, QRect>& before)
{
    QRegion moved;
    for (const auto& [order, room] : m_rooms) {
        const auto old = before.find(order);
        const bool stoodHere = old != before.end() && old->second.topLeft() == room.topLeft();
        const bool stoodAnother =
            std::any_of(before.begin(), before.end(), [&, id = order](const auto& entry) {
                return entry.first != id && entry.second.intersects(m_rooms.at(id));
            });
        if (!stoodHere && (old != before.end() || stoodAnother))
            moved += room;
    }
    m_veil->cover(moved);
}

void TicketGrid::removeCardsBut(const std::vector<TicketCard*>& kept)
{
    if (kept.size() == m_cards.size())
        return;
    const std::set<TicketCard*> stay{kept.begin(), kept.end()};
    std::erase_if(m_cards, [&stay](const auto& entry) {
        if (stay.contains(entry.second))
            return false;
        // Its own button may be what removed it: it must live until that click has returned.
        entry.second->hide();
        entry.second->deleteLater();
        return true;
    });
}

void TicketGrid::turnTo(int page)
{
    m_page = page;
    m_rooms.clear(); // Everything is elsewhere, and whoever turned the page knows.
    arrange();
    Q_EMIT pagesChanged();
}

int TicketGrid::pageOf(OrderId order)
{
    for (const Place& place : places(kNoPage))
        if (place.order == order)
            return place.page;
    return m_page;
}

void TicketGrid::bringIntoView(OrderId order)
{
    const int page = pageOf(order);
    if (page != m_page)
        turnTo(page);
    // Cards on the way there were reckoned, not measured: it may stand one page further.
    if (!card(order) && page + 1 < m_pages)
        turnTo(page + 1);
}

void TicketGrid::highlight(const std::set<OrderId>& orders)
{
    m_highlighted = orders;
    for (const auto& [order, card] : m_cards)
        card->setHighlighted(orders.contains(order));
}

void TicketGrid::markNew(const std::set<OrderId>& orders)
{
    if (orders == m_new)
        return;
    m_new = orders;
    for (const auto& [order, card] : m_cards)
        card->setNew(orders.contains(order));
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
    else if (columns != 0)
        walkToPage(m_page + columns);
}

void TicketGrid::walkToPage(int page)
{
    if (page < 0 || page >= m_pages)
        return;
    const bool onwards = page > m_page;
    turnTo(page);
    if (!m_shown.empty())
        (onwards ? m_shown.front() : m_shown.back())->setFocus(Qt::TabFocusReason);
}

void TicketGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_rooms.clear();
    arrange();
}

void TicketGrid::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::StyleChange)
        m_heights.clear();
    QWidget::changeEvent(event);
}

bool TicketGrid::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

} // namespace coffee::station
