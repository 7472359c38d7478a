// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket_queue.h"

#include <algorithm>

namespace coffee::station {
namespace {

using std::chrono::milliseconds;

bool isToMake(TicketStage stage)
{
    return stage == TicketStage::Queued || stage == TicketStage::Making;
}

bool isPlaced(const std::vector<OrderId>& places, OrderId order)
{
    return std::find(places.begin(), places.end(), order) != places.end();
}

std::vector<UnitNumber> openUnits(const Ticket& ticket)
{
    std::vector<UnitNumber> open;
    for (const TicketLine& line : ticket.lines)
        for (const TicketUnit& unit : line.units)
            if (unit.state == UnitState::Open)
                open.push_back(unit.number);
    return open;
}

void markSending(Ticket& ticket, const Operation& operation)
{
    const auto* command = std::get_if<protocol::UnitCommand>(&operation.body);
    if (!command) {
        ticket.sending = true;
        return;
    }
    for (TicketLine& line : ticket.lines)
        for (TicketUnit& unit : line.units)
            if (unit.number == command->unit)
                unit.sending = true;
}

} // namespace

TicketQueue::TicketQueue(StatusReporter& reporter, Language language,
                         std::function<Steady::time_point()> steadyNow, QObject* parent)
    : QObject{parent}, m_reporter{reporter}, m_language{language}, m_steadyNow{std::move(steadyNow)}
{
    connect(&m_reporter, &StatusReporter::changed, this, &TicketQueue::refresh);
    connect(&m_reporter, &StatusReporter::refused, this,
            [this](OrderId order, const Refusal& refusal) {
                if (order != 0)
                    m_refusals[order] = {refusal.code, m_steadyNow()};
                refresh();
            });
}

TicketQueue::~TicketQueue() = default;

void TicketQueue::show(const ShopView& view, ShopTime now)
{
    m_now = now;
    std::map<OrderId, OrderView> orders;
    for (const auto& [id, order] : view.orders.all()) {
        const bool onScreen =
            m_tickets.contains(id) || isPlaced(m_gridPlaces, id) || isPlaced(m_readyPlaces, id);
        if (isOpen(order.state) || order.stopUnacknowledged || onScreen)
            orders.emplace(id, order);
    }
    m_orders = std::move(orders);
    refresh();
}

void TicketQueue::setMenu(const Menu& menu)
{
    if (menu.version.empty() || (m_menu && m_menu->version == menu.version))
        return;
    m_menu = menu;
    refresh();
}

void TicketQueue::tick(ShopTime now)
{
    m_now = now;
    refresh();
}

const Ticket* TicketQueue::find(OrderId order) const
{
    const auto found = m_tickets.find(order);
    return found == m_tickets.end() ? nullptr : &found->second;
}

int TicketQueue::stops() const
{
    return static_cast<int>(std::count_if(m_grid.begin(), m_grid.end(), [](const Ticket& ticket) {
        return ticket.stage == TicketStage::Stopped && !ticket.dimmed;
    }));
}

void TicketQueue::touched()
{
    m_touchedAt = m_steadyNow();
}

void TicketQueue::refresh()
{
    dropExpired();
    const std::map<OrderId, Ticket> before = std::exchange(m_tickets, {});
    for (const auto& [id, order] : m_orders)
        m_tickets.emplace(id, decorated(order));
    noteMoves(before);
    arrange();
    Q_EMIT changed();
}

Ticket TicketQueue::decorated(const OrderView& order) const
{
    const OrderView expected = predicted(order, m_reporter.operations());
    Ticket ticket = ticketOf(expected, m_language, m_now, m_menu ? &*m_menu : nullptr);
    // A stop that was acknowledged leaves like every other ticket.
    ticket.dimmed = ticket.stage == TicketStage::Stopped && !expected.stopUnacknowledged;
    for (const Operation& operation : m_reporter.operations())
        if (orderOf(operation.body) == order.id && !operation.answered)
            markSending(ticket, operation);
    if (const auto refused = m_refusals.find(order.id); refused != m_refusals.end())
        ticket.refused = refused->second.first;
    return ticket;
}

void TicketQueue::noteMoves(const std::map<OrderId, Ticket>& before)
{
    for (const auto& [id, was] : before) {
        const Ticket* is = find(id);
        if (!is || is->stage == was.stage)
            continue;
        const bool leftGrid = isToMake(was.stage) && (is->stage == TicketStage::Ready ||
                                                      is->stage == TicketStage::Collected);
        const bool leftReady =
            was.stage == TicketStage::Ready && is->stage == TicketStage::Collected;
        if (leftGrid || leftReady)
            m_left[id] = Left{m_steadyNow(), is->stage,
                              leftGrid ? openUnits(was) : std::vector<UnitNumber>{}};
        else
            m_left.erase(id);
    }
}

std::vector<OrderId> TicketQueue::wanted(bool forGrid) const
{
    std::vector<const Ticket*> tickets;
    for (const auto& [id, ticket] : m_tickets) {
        const Left* left = leftFor(id);
        const bool belongs = forGrid
                                 ? isToMake(ticket.stage) ||
                                       (ticket.stage == TicketStage::Stopped && !ticket.dimmed) ||
                                       (left && left->to == TicketStage::Ready)
                                 : ticket.stage == TicketStage::Ready ||
                                       (left && left->to == TicketStage::Collected);
        if (belongs)
            tickets.push_back(&ticket);
    }
    const auto paidAt = [this](const Ticket* ticket) { return m_orders.at(ticket->order).paidAt; };
    const auto readyAt = [this](const Ticket* ticket) {
        return m_orders.at(ticket->order).readyAt;
    };
    std::stable_sort(tickets.begin(), tickets.end(), [&](const Ticket* left, const Ticket* right) {
        if (forGrid)
            return paidAt(left) < paidAt(right);
        // A finish that is still being sent has no time yet; it is the newest there is.
        const bool leftKnown = readyAt(left) != ShopTime{};
        const bool rightKnown = readyAt(right) != ShopTime{};
        if (leftKnown != rightKnown)
            return leftKnown;
        return readyAt(left) < readyAt(right);
    });
    std::vector<OrderId> places;
    places.reserve(tickets.size());
    for (const Ticket* ticket : tickets)
        places.push_back(ticket->order);
    return places;
}

void TicketQueue::keepPlaces(std::vector<OrderId>& places, std::vector<OrderId> target) const
{
    if (!isFresh(m_touchedAt, kCalm)) {
        places = std::move(target);
        return;
    }
    std::erase_if(places, [this](OrderId order) { return !m_tickets.contains(order); });
    for (const OrderId order : target)
        if (!isPlaced(places, order))
            places.push_back(order);
}

void TicketQueue::arrange()
{
    keepPlaces(m_gridPlaces, wanted(true));
    keepPlaces(m_readyPlaces, wanted(false));

    const auto withUndo = [this](OrderId order, bool inGrid) {
        Ticket ticket = m_tickets.at(order);
        const Left* left = leftFor(order);
        const TicketStage undone = inGrid ? TicketStage::Ready : TicketStage::Collected;
        ticket.dimmed = ticket.dimmed ||
                        (inGrid ? !isToMake(ticket.stage) && ticket.stage != TicketStage::Stopped
                                : ticket.stage != TicketStage::Ready);
        if (left && left->to == undone && ticket.stage == undone) {
            const auto gone = std::chrono::duration_cast<milliseconds>(m_steadyNow() - left->at);
            ticket.undoSeconds =
                static_cast<int>((kUndo - gone + milliseconds{999}) / std::chrono::seconds{1});
        }
        return ticket;
    };
    m_grid.clear();
    for (const OrderId order : m_gridPlaces)
        m_grid.push_back(withUndo(order, true));
    m_ready.clear();
    for (const OrderId order : m_readyPlaces)
        m_ready.push_back(withUndo(order, false));
}

void TicketQueue::dropExpired()
{
    std::erase_if(m_left, [this](const auto& entry) { return !isFresh(entry.second.at, kUndo); });
    std::erase_if(m_steps, [this](const Step& step) { return !isFresh(step.at, kUndo); });
    std::erase_if(m_taps, [this](const auto& entry) { return !isFresh(entry.second, kSameTap); });
    std::erase_if(m_refusals, [this](const auto& entry) {
        return !isFresh(entry.second.second, kRefusalShown);
    });
    std::erase_if(m_orders, [this](const auto& entry) {
        const OrderView& order = entry.second;
        return !isOpen(order.state) && !order.stopUnacknowledged && !m_left.contains(order.id) &&
               !isPlaced(m_gridPlaces, order.id) && !isPlaced(m_readyPlaces, order.id);
    });
}

bool TicketQueue::isFresh(Steady::time_point since, milliseconds life) const
{
    return since != Steady::time_point{} && m_steadyNow() - since < life;
}

bool TicketQueue::sameTap(OrderId order, UnitNumber unit)
{
    const auto [tap, isNew] = m_taps.try_emplace({order, unit}, m_steadyNow());
    if (isNew)
        return false;
    if (isFresh(tap->second, kSameTap))
        return true;
    tap->second = m_steadyNow();
    return false;
}

const TicketQueue::Left* TicketQueue::leftFor(OrderId order) const
{
    const auto found = m_left.find(order);
    return found == m_left.end() ? nullptr : &found->second;
}

} // namespace coffee::station
