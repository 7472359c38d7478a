// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket_queue.h"

#include <algorithm>
#include <utility>

namespace coffee::station {
namespace {

using std::chrono::milliseconds;

bool isToMake(TicketStage stage)
{
    return stage == TicketStage::Queued || stage == TicketStage::Making;
}

bool leavesGrid(TicketStage stage)
{
    return stage == TicketStage::Elsewhere || stage == TicketStage::Ready ||
           stage == TicketStage::Collected;
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
                if (order != 0) {
                    m_refusals[order] = {refusal.code, m_steadyNow()};
                    m_recalled.erase(order);
                    lookAgainAt(order);
                }
                refresh();
            });
}

TicketQueue::~TicketQueue() = default;

void TicketQueue::show(const ShopView& view, ShopTime now)
{
    m_now = now;
    takeOrders(view, true);
    retimeAll();
    refresh();
}

void TicketQueue::follow(const ShopView& view, ShopTime now)
{
    m_now = now;
    takeOrders(view, false);
    refresh();
}

bool TicketQueue::belongsOnScreen(const OrderView& order) const
{
    return isOpen(order.state) || order.stopUnacknowledged || m_tickets.contains(order.id) ||
           isPlaced(m_gridPlaces, order.id) || isPlaced(m_readyPlaces, order.id);
}

void TicketQueue::takeOrders(const ShopView& view, bool anew)
{
    // Both are sorted by order: what stands between two of the view's is not in the view any more.
    auto known = m_orders.begin();
    const auto drop = [&] {
        lookAgainAt(known->first);
        known = m_orders.erase(known);
    };
    for (const auto& [id, order] : view.orders.all()) {
        while (known != m_orders.end() && known->first < id)
            drop();
        const bool isKnown = known != m_orders.end() && known->first == id;
        if (!belongsOnScreen(order)) {
            if (isKnown)
                drop();
            continue;
        }
        if (!isKnown)
            known = m_orders.emplace_hint(known, id, order);
        else if (anew || known->second.changedBy != order.changedBy)
            known->second = order;
        else {
            ++known;
            continue;
        }
        lookAgainAt(id);
        ++known;
    }
    while (known != m_orders.end())
        drop();
}

void TicketQueue::lookAgainAtAll()
{
    for (const auto& [id, order] : m_orders)
        m_stale.insert(m_stale.end(), id);
}

void TicketQueue::setKinds(const StationKinds& kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds;
    // Another choice of tickets altogether: nothing of the old one stays for an undo.
    m_left.clear();
    m_steps.clear();
    m_recalled.clear();
    m_tickets.clear();
    m_gridPlaces.clear();
    m_readyPlaces.clear();
    ++m_workNumber;
    lookAgainAtAll();
    refresh();
}

void TicketQueue::setMenu(const Menu& menu)
{
    if (menu.version.empty() || (m_menu && m_menu->version == menu.version))
        return;
    m_menu = menu;
    lookAgainAtAll();
    refresh();
}

void TicketQueue::tick(ShopTime now)
{
    m_now = now;
    retimeAll();
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
    // What is on its way to the daemon changes what is expected of its order, and so does its end.
    m_stale.merge(m_reported);
    m_reported.clear();
    for (const Operation& operation : m_reporter.operations())
        if (const OrderId order = orderOf(operation.body); order != 0)
            m_reported.insert(order);
    m_stale.insert(m_reported.begin(), m_reported.end());
    for (const OrderId order : m_stale)
        renew(order);
    arrange();
    m_stale.clear();
    Q_EMIT changed();
}

void TicketQueue::renew(OrderId id)
{
    const auto ticket = m_tickets.find(id);
    const bool isNew = ticket == m_tickets.end();
    const auto order = m_orders.find(id);
    if (order == m_orders.end()) {
        if (isNew)
            return;
        noteWork(&ticket->second, nullptr);
        m_tickets.erase(ticket);
        return;
    }
    Ticket made = decorated(order->second);
    noteWork(isNew ? nullptr : &ticket->second, &made);
    if (isNew) {
        m_tickets.emplace(id, std::move(made));
        return;
    }
    noteMove(ticket->second, made);
    if (!m_ownTap)
        noteTurn(ticket->second, made);
    ticket->second = std::move(made);
}

void TicketQueue::retimeAll()
{
    auto order = m_orders.cbegin();
    for (auto& [id, ticket] : m_tickets) {
        while (order != m_orders.cend() && order->first < id)
            ++order;
        if (order != m_orders.cend() && order->first == id)
            retime(ticket, order->second, m_now);
    }
}

Ticket TicketQueue::decorated(const OrderView& order) const
{
    const OrderView expected = predicted(order, m_reporter.operations());
    Ticket ticket = ticketOf(expected, m_language, m_now, m_menu ? &*m_menu : nullptr);
    keepOnly(ticket, m_kinds);
    // A stop that was acknowledged leaves like every other ticket; one of which nothing was to be
    // made here never comes.
    ticket.dimmed = ticket.stage == TicketStage::Stopped &&
                    (!expected.stopUnacknowledged || ticket.lines.empty());
    for (const Operation& operation : m_reporter.operations())
        if (orderOf(operation.body) == order.id && !operation.answered)
            markSending(ticket, operation);
    if (const auto refused = m_refusals.find(order.id); refused != m_refusals.end())
        ticket.refused = refused->second.first;
    return ticket;
}

void TicketQueue::noteMove(const Ticket& was, const Ticket& is)
{
    if (is.stage == was.stage)
        return;
    const bool leftGrid = isToMake(was.stage) && leavesGrid(is.stage);
    const bool leftReady = was.stage == TicketStage::Ready && is.stage == TicketStage::Collected;
    // The others have finished theirs too: it stays as long as it would have, and its undo with it.
    const bool goesOn = was.stage == TicketStage::Elsewhere && is.stage == TicketStage::Ready;
    if (const auto left = m_left.find(is.order); goesOn && left != m_left.end())
        left->second.to = TicketStage::Ready;
    else if (leftGrid || leftReady)
        m_left[is.order] =
            Left{m_steadyNow(), is.stage, leftGrid ? openUnits(was) : std::vector<UnitNumber>{}};
    else
        m_left.erase(is.order);
}

void TicketQueue::noteTurn(const Ticket& was, const Ticket& is)
{
    const auto now = m_steadyNow();
    if (was.stage != is.stage)
        m_turns[{is.order, 0}] = now;
    for (std::size_t line = 0; line < std::min(was.lines.size(), is.lines.size()); ++line) {
        const std::vector<TicketUnit>& before = was.lines[line].units;
        const std::vector<TicketUnit>& after = is.lines[line].units;
        for (std::size_t unit = 0; unit < std::min(before.size(), after.size()); ++unit)
            if (before[unit].state != after[unit].state)
                m_turns[{is.order, after[unit].number}] = now;
    }
}

void TicketQueue::noteWork(const Ticket* was, const Ticket* is)
{
    const bool before = was && isToMake(was->stage);
    const bool after = is && isToMake(is->stage);
    if (before != after || (before && was->lines != is->lines))
        ++m_workNumber;
}

std::vector<OrderId> TicketQueue::wanted(bool forGrid) const
{
    struct Waiting {
        ShopTime since;
        OrderId order;
    };
    std::vector<Waiting> waiting;
    for (const auto& [id, ticket] : m_tickets) {
        const bool inMaking = isToMake(ticket.stage);
        if (inMaking && !forGrid)
            continue;
        const Left* left = inMaking ? nullptr : leftFor(id);
        const bool belongs =
            forGrid ? inMaking || (ticket.stage == TicketStage::Stopped && !ticket.dimmed) ||
                          (left &&
                           (left->to == TicketStage::Ready || left->to == TicketStage::Elsewhere))
                    : ticket.stage == TicketStage::Ready ||
                          (left && left->to == TicketStage::Collected);
        if (!belongs)
            continue;
        const OrderView& order = m_orders.at(id);
        // A finish that is still being sent has no time yet; it is the newest there is.
        const bool isKnown = forGrid || order.readyAt != ShopTime{};
        waiting.push_back({!isKnown  ? ShopTime::max()
                           : forGrid ? order.paidAt
                                     : order.readyAt,
                           id});
    }
    std::stable_sort(waiting.begin(), waiting.end(), [](const Waiting& left, const Waiting& right) {
        return left.since < right.since;
    });
    std::vector<OrderId> places;
    places.reserve(waiting.size());
    for (const Waiting& one : waiting)
        places.push_back(one.order);
    return places;
}

void TicketQueue::keepPlaces(std::vector<OrderId>& places, std::vector<OrderId> target)
{
    if (!isTouched()) {
        places = std::move(target);
        return;
    }
    std::erase_if(places, [this](OrderId order) { return !m_tickets.contains(order); });
    const std::set<OrderId> kept{places.begin(), places.end()};
    for (auto wanted = target.begin(); wanted != target.end(); ++wanted) {
        if (kept.contains(*wanted))
            continue;
        auto at = places.end();
        if (m_recalled.contains(*wanted)) {
            // Behind the nearest older one: its own place, which it does not leave again.
            at = places.begin();
            for (auto older = wanted; older != target.begin() && at == places.begin();)
                if (const auto found = std::find(places.begin(), places.end(), *--older);
                    found != places.end())
                    at = found + 1;
        }
        places.insert(at, *wanted);
    }
}

void TicketQueue::arrange()
{
    keepPlaces(m_gridPlaces, wanted(true));
    keepPlaces(m_readyPlaces, wanted(false));
    std::erase_if(m_recalled, [this](OrderId order) { return isPlaced(m_gridPlaces, order); });
    place(m_grid, m_gridPlaces, true);
    place(m_ready, m_readyPlaces, false);
}

void TicketQueue::place(std::vector<Ticket>& shown, const std::vector<OrderId>& places,
                        bool inGrid) const
{
    shown.resize(places.size());
    for (std::size_t n = 0; n < places.size(); ++n) {
        const OrderId order = places[n];
        const bool stands = shown[n].order == order && !m_stale.contains(order) &&
                            !shown[n].dimmed && !leftFor(order);
        if (!stands) {
            shown[n] = placed(order, inGrid);
            continue;
        }
        const Ticket& ticket = m_tickets.at(order);
        shown[n].age = ticket.age;
        shown[n].lateness = ticket.lateness;
    }
}

Ticket TicketQueue::placed(OrderId order, bool inGrid) const
{
    Ticket ticket = m_tickets.at(order);
    const Left* left = leftFor(order);
    const bool canUndo =
        left && left->to == ticket.stage && (left->to == TicketStage::Collected) == !inGrid;
    ticket.dimmed =
        ticket.dimmed || (inGrid ? !isToMake(ticket.stage) && ticket.stage != TicketStage::Stopped
                                 : ticket.stage != TicketStage::Ready);
    if (canUndo) {
        const auto gone = std::chrono::duration_cast<milliseconds>(m_steadyNow() - left->at);
        ticket.undoSeconds =
            static_cast<int>((kUndo - gone + milliseconds{999}) / std::chrono::seconds{1});
    }
    return ticket;
}

void TicketQueue::dropExpired()
{
    std::erase_if(m_left, [this](const auto& entry) { return !isFresh(entry.second.at, kUndo); });
    std::erase_if(m_steps, [this](const Step& step) { return !isFresh(step.at, kUndo); });
    std::erase_if(m_turns, [this](const auto& entry) { return !isFresh(entry.second, kTurned); });
    m_taps.dropExpired(m_steadyNow());
    std::erase_if(m_refusals, [this](const auto& entry) {
        const bool isOver = !isFresh(entry.second.second, kRefusalShown);
        if (isOver)
            lookAgainAt(entry.first);
        return isOver;
    });
    std::erase_if(m_orders, [this](const auto& entry) {
        const OrderView& order = entry.second;
        const bool goes = !isOpen(order.state) && !order.stopUnacknowledged &&
                          !m_left.contains(order.id) && !isPlaced(m_gridPlaces, order.id) &&
                          !isPlaced(m_readyPlaces, order.id);
        if (goes)
            lookAgainAt(order.id);
        return goes;
    });
}

bool TicketQueue::isFresh(Steady::time_point since, milliseconds life) const
{
    return since != Steady::time_point{} && m_steadyNow() - since < life;
}

bool TicketQueue::sameTap(OrderId order, UnitNumber unit)
{
    return m_taps.again({order, unit}, m_steadyNow());
}

bool TicketQueue::isTurned(OrderId order, UnitNumber unit)
{
    const auto turn = m_turns.find({order, unit});
    if (turn == m_turns.end() || !isFresh(turn->second, kTurned))
        return false;
    Q_EMIT tapCameLate(order);
    return true;
}

const TicketQueue::Left* TicketQueue::leftFor(OrderId order) const
{
    const auto found = m_left.find(order);
    return found == m_left.end() ? nullptr : &found->second;
}

} // namespace coffee::station
