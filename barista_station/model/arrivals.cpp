// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/arrivals.h"

#include <utility>

namespace coffee::station {
namespace {

bool isToMake(const Ticket& ticket)
{
    return !ticket.dimmed &&
           (ticket.stage == TicketStage::Queued || ticket.stage == TicketStage::Making);
}

} // namespace

void Arrivals::kept(const std::vector<Ticket>& grid)
{
    m_begun = true;
    m_dark = true;
    for (const Ticket& ticket : grid)
        if (isToMake(ticket))
            m_known.insert(ticket.order);
    m_hadWork = !m_known.empty();
}

void Arrivals::follow(const std::vector<Ticket>& grid, bool live, Instant now)
{
    if (!m_begun && !live)
        return;
    const bool isFirst = !std::exchange(m_begun, true);
    if (!live && m_live)
        m_cutOffAt = now;
    std::set<OrderId> present;
    std::set<OrderId> waiting;
    for (const Ticket& ticket : grid) {
        if (!isToMake(ticket))
            continue;
        present.insert(ticket.order);
        if (ticket.stage == TicketStage::Queued)
            waiting.insert(ticket.order);
        if (!isFirst && !m_live && !m_known.contains(ticket.order))
            m_came.insert(ticket.order);
    }
    m_known = std::move(present);
    if (live && !m_live && !isFirst)
        returned(grid, now);
    m_live = live;
    std::erase_if(m_unseen, [&](OrderId order) { return !waiting.contains(order); });
}

void Arrivals::returned(const std::vector<Ticket>& grid, Instant now)
{
    const bool wasDark = std::exchange(m_dark, false);
    const std::set<OrderId> came = std::exchange(m_came, {});
    if (!wasDark && now - m_cutOffAt < kLongAbsence)
        return;
    // Whether anything was lost is asked even when nothing came.
    if (came.empty() && !(wasDark && m_hadWork))
        return;
    if (!m_news || m_news->numbers.empty())
        m_news = News{wasDark ? Absence::Dark : Absence::CutOff, {}};
    for (const Ticket& ticket : grid)
        if (came.contains(ticket.order) && isToMake(ticket)) {
            m_news->numbers.push_back(ticket.number);
            m_unseen.insert(ticket.order);
        }
}

} // namespace coffee::station
