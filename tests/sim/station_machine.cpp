// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/station_machine.h"

#include "barista_station/model/status_reporter.h"
#include "barista_station/model/ticket_queue.h"

namespace coffee::sim {

using station::Ticket;
using station::TicketStage;

namespace {

const std::string kOperation = "operation/";

} // namespace

struct StationMachine::Running {
    explicit Running(StationMachine& owner)
        : source{owner.m_core,          owner.m_house.office,          owner.m_wire,
                 owner.m_house.auditor, {Role::Station, owner.m_name}, protocol::Stream::Events},
          feed{source, [&owner] { return owner.m_core.steady(); }},
          client{owner.m_core,
                 owner.m_house.office,
                 owner.m_wire,
                 {Role::Station, owner.m_name},
                 [&owner](const protocol::RequestBody& question) { owner.looksAt(question); }},
          reporter{client, &owner.m_journal,
                   [&owner] {
                       return std::chrono::system_clock::time_point{
                           owner.m_core.wall().time_since_epoch()};
                   },
                   [&owner] { return owner.newKey(); }},
          queue{reporter, station::Language::Korean, [&owner] { return owner.m_core.steady(); }}
    {
    }

    SimFeed source;
    client::ShopFeed feed;
    SimOrderClient client;
    station::StatusReporter reporter;
    station::TicketQueue queue;
};

StationMachine::StationMachine(House& house, std::string name)
    : m_house{house},
      m_core{house.core},
      m_name{std::move(name)},
      m_wire{house.core, m_name},
      m_journal{[this](const std::string& key, const auto& was, const auto& is) {
          journalChanged(key, was, is);
      }}
{
}

StationMachine::~StationMachine() = default;

SimFeed* StationMachine::feed()
{
    return m_running ? &m_running->source : nullptr;
}

const ShopView* StationMachine::view() const
{
    return m_running ? &m_running->feed.view() : nullptr;
}

void StationMachine::start()
{
    if (m_running)
        return;
    m_core.note(m_name, "starts");
    ++m_incarnation;
    m_running = std::make_unique<Running>(*this);
    connectParts();
    if (m_stored)
        m_running->feed.restore(m_stored->view, m_stored->epoch, m_stored->view.at);
    m_running->feed.start();
    thinkAgain();
}

/// As the station's window does.
void StationMachine::connectParts()
{
    Running* parts = m_running.get();
    const auto show = [parts] {
        const ShopView& view = parts->feed.view();
        parts->queue.follow(view, parts->feed.shopNow().value_or(view.at));
        parts->reporter.caughtUp(view.seq);
    };
    QObject::connect(&parts->feed, &client::ShopFeed::viewReset, &parts->reporter, show);
    QObject::connect(&parts->feed, &client::ShopFeed::viewChanged, &parts->reporter, show);
    QObject::connect(&parts->feed, &client::ShopFeed::freshnessChanged, &parts->reporter,
                     [parts](const client::Freshness& fresh) {
                         if (fresh.state == client::FeedState::Live)
                             parts->reporter.tryNow();
                     });
    QObject::connect(&parts->reporter, &station::StatusReporter::refused, &parts->reporter,
                     [this](OrderId order, const Refusal& refusal) {
                         m_core.note(m_name, "is refused", order, refusal.code);
                     });
}

void StationMachine::crash()
{
    if (!m_running)
        return;
    m_core.note(m_name, "crashes");
    m_running.reset();
}

std::string StationMachine::stillOpen() const
{
    if (!m_running)
        return "L3 " + m_name + " is off";
    if (m_running->reporter.waiting() > 0)
        return "L3 " + m_name + " has untold work";
    if (m_running->source.state() != client::FeedState::Live)
        return "L3 " + m_name + " does not follow";
    return {};
}

// ---- what the auditor is told ---------------------------------------------------------------

OperationKey StationMachine::newKey()
{
    const OperationKey key{m_core.hex()};
    if (m_journal.fails)
        m_undurable.insert(key.value);
    return key;
}

void StationMachine::journalChanged(const std::string& key, const std::optional<std::string>& was,
                                    const std::optional<std::string>& is)
{
    if (!key.starts_with(kOperation))
        return;
    const std::string op = key.substr(kOperation.size());
    if (is && !was)
        m_house.auditor.operationMade(op);
    if (was && !is && !m_house.books.operations.contains(op))
        m_core.violate("S2",
                       m_name + " forgets an operation that the daemon never recorded: " + op);
}

void StationMachine::looksAt(const protocol::RequestBody& question)
{
    std::visit(
        [this](const auto& body) {
            if constexpr (requires { body.op; }) {
                const std::string& op = body.op.value;
                m_core.note(m_name, "reports", op);
                if (!m_undurable.contains(op))
                    m_house.auditor.operationSent(op, m_journal.get(kOperation + op).has_value() ||
                                                          m_journal.fails);
            }
        },
        question);
}

// ---- the barista ----------------------------------------------------------------------------

void StationMachine::thinkAgain()
{
    const bool hurries = m_house.closing;
    m_core.schedule.after(hurries ? m_core.between(300, 900) : m_core.between(700, 4'000),
                          [this, process = m_incarnation] {
                              if (m_running && process == m_incarnation)
                                  think();
                          });
}

void StationMachine::think()
{
    Running& parts = *m_running;
    const ShopView& view = parts.feed.view();
    parts.queue.show(view, parts.feed.shopNow().value_or(view.at));
    if (m_core.chance(5) && !view.orders.all().empty())
        m_stored = StoredView{view, parts.feed.freshness().epoch};
    if (m_core.chance(20))
        parts.queue.touched();
    if (!m_house.closing && m_core.chance(12))
        beClumsy();
    else if (!m_house.closing && m_core.chance(4))
        makeAnew();
    else if (m_core.chance(8))
        serveTheShop();
    else
        work();
    thinkAgain();
}

void StationMachine::work()
{
    const std::vector<Ticket> grid = m_running->queue.grid();
    const std::vector<Ticket> ready = m_running->queue.ready();
    if (!grid.empty() && (ready.empty() || m_core.chance(65)))
        make(m_core.random.oneOf(grid));
    else if (!ready.empty())
        handOver(m_core.random.oneOf(ready));
}

void StationMachine::make(const Ticket& ticket)
{
    station::TicketQueue& queue = m_running->queue;
    const OrderId order = ticket.order;
    if (ticket.dimmed) {
        if (ticket.undoSeconds > 0 && !m_house.closing && m_core.chance(15))
            queue.undo(order);
        return;
    }
    if (ticket.stage == TicketStage::Stopped) {
        std::vector<UnitNumber> made;
        if (m_core.chance(30))
            made.push_back(1);
        return queue.acknowledgeStop(order, made);
    }
    const int dice = m_house.closing ? 50 : m_core.random.small(1, 100);
    const auto unit = static_cast<UnitNumber>(m_core.random.between(1, ticket.unitCount()));
    if (ticket.stage == TicketStage::Queued && dice > 40)
        queue.start(order);
    else if (dice <= 45)
        queue.toggleUnit(order, unit);
    else if (dice <= 75)
        queue.finish(order);
    else if (dice <= 83)
        queue.putBack(order);
    else if (dice <= 90)
        queue.refuseUnit(order, unit, QStringLiteral("우유 없음"));
    if (dice % 10 == 0)
        queue.start(order); // a second tap
}

void StationMachine::handOver(const Ticket& ticket)
{
    station::TicketQueue& queue = m_running->queue;
    if (ticket.dimmed) {
        if (ticket.undoSeconds > 0 && !m_house.closing && m_core.chance(15))
            queue.undo(ticket.order);
        return;
    }
    if (!m_house.closing && m_core.chance(8))
        queue.callAgain(ticket.order);
    else if (!m_house.closing && m_core.chance(6))
        queue.recall(ticket.order, OrderState::Ready);
    else if (m_house.closing || m_core.chance(70))
        queue.collect(ticket.order);
}

/// What was pressed by mistake.
void StationMachine::beClumsy()
{
    const auto& orders = m_running->feed.view().orders.all();
    if (orders.empty() || m_core.chance(40)) {
        m_running->queue.undoLast();
        return;
    }
    auto any = orders.begin();
    std::advance(any, m_core.random.between(0, static_cast<std::int64_t>(orders.size()) - 1));
    const OrderView& order = any->second;
    if (order.state == OrderState::Collected)
        m_running->queue.recall(order.id, OrderState::Collected);
    else if (order.state == OrderState::Ready)
        m_running->queue.recall(order.id, OrderState::Ready);
}

/// Spilled, or brought back by its customer: any unit that is made, also of an order that was
/// handed over.
void StationMachine::makeAnew()
{
    std::vector<std::pair<OrderId, UnitNumber>> made;
    for (const auto& [id, order] : m_running->feed.view().orders.all())
        for (std::size_t place = 0; place < order.units.size(); ++place)
            if (order.state != OrderState::Cancelled && order.units[place].state == UnitState::Done)
                made.emplace_back(id, static_cast<UnitNumber>(place + 1));
    if (made.empty())
        return;
    const auto& [order, unit] = m_core.random.oneOf(made);
    m_running->queue.remakeUnit(order, unit, QStringLiteral("쏟음"));
}

void StationMachine::serveTheShop()
{
    const ShopView& view = m_running->feed.view();
    if (!view.health.helpCalls.empty()) {
        m_running->reporter.report(protocol::HelpTake{{}, view.health.helpCalls.begin()->first, 0});
        return;
    }
    // Something is always left to buy.
    const auto& soldOut = view.offer.soldOut;
    protocol::SetAvailability item;
    item.item = m_core.random.oneOf(m_house.menu.items).id;
    item.available = m_house.closing || m_core.chance(60) || !soldOut.empty();
    if (item.available && !soldOut.empty())
        item.item = soldOut.begin()->first;
    if (!item.available) {
        item.until =
            m_core.chance(70) ? protocol::UntilKind::Minutes : protocol::UntilKind::EndOfDay;
        item.minutes = item.until == protocol::UntilKind::Minutes ? 1 : 0;
    }
    m_running->reporter.report(item);
}

} // namespace coffee::sim
