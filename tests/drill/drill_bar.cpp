// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drill_bar.h"

namespace coffee::drill {
namespace {

constexpr int kRefusePercent = 8;
constexpr int kUndoPercent = 10;
constexpr auto kBreath = 10ms;

} // namespace

void DrillBar::act()
{
    follow();
    const auto got = m_client.reply<protocol::Snapshot>(protocol::SnapshotGet{}, kAsk);
    const auto* snapshot = got ? std::get_if<protocol::Snapshot>(&got->content) : nullptr;
    if (!snapshot) {
        std::this_thread::sleep_for(kBreath);
        return;
    }
    std::vector<const OrderView*> waiting;
    for (const auto& [id, order] : snapshot->view.orders.all())
        if (isOpen(order.state) || order.stopUnacknowledged)
            waiting.push_back(&order);
    // A few at a time, so that what is seen is not too old.
    for (int n = 0; n < 4 && !waiting.empty(); ++n)
        work(*waiting[below(static_cast<std::uint32_t>(waiting.size()))]);
    std::this_thread::sleep_for(kBreath);
}

void DrillBar::follow()
{
    const auto got = m_client.reply<protocol::EventsPage>(
        protocol::EventsGet{protocol::Stream::Events, m_seq,
                            static_cast<std::int32_t>(protocol::kPageMax)},
        kAsk);
    const auto* page = got ? std::get_if<protocol::EventsPage>(&got->content) : nullptr;
    if (!page)
        return;
    if (!m_epoch.empty() && page->epoch != m_epoch)
        wrong("log", "it has another identity now");
    m_epoch = page->epoch;
    if (page->head < m_seq)
        wrong("log", "its head went back to " + std::to_string(page->head));
    for (const Event& event : page->events) {
        if (event.seq != m_seq + 1)
            wrong("log",
                  "event " + std::to_string(event.seq) + " came after " + std::to_string(m_seq));
        m_seq = event.seq;
    }
}

void DrillBar::move(const OrderView& order, protocol::OrderAction action)
{
    const OperationKey op = test::ShopClient::newOp();
    operate<protocol::OrderAnswer>(op,
                                   protocol::OrderCommand{action, op, order.id, order.state, 0});
}

void DrillBar::work(const OrderView& order)
{
    using protocol::OrderAction;
    if (order.stopUnacknowledged) {
        const OperationKey op = test::ShopClient::newOp();
        operate<protocol::OrderAnswer>(op, protocol::StopAck{op, order.id, {}, 0});
    } else if (order.state == OrderState::Queued) {
        move(order, OrderAction::Start);
    } else if (order.state == OrderState::Making) {
        workOnUnits(order);
    } else if (order.state == OrderState::Ready) {
        move(order, chance(kUndoPercent) ? OrderAction::Recall : OrderAction::Collect);
    }
}

void DrillBar::workOnUnits(const OrderView& order)
{
    for (std::size_t n = 0; n < order.units.size(); ++n) {
        if (order.units[n].state != UnitState::Open)
            continue;
        const bool refuse = chance(kRefusePercent);
        const OperationKey op = test::ShopClient::newOp();
        operate<protocol::OrderAnswer>(
            op, protocol::UnitCommand{refuse ? UnitStep::Refuse : UnitStep::Tick, op, order.id,
                                      static_cast<UnitNumber>(n + 1), UnitState::Open,
                                      refuse ? "재료 소진" : "", 0});
        return;
    }
    move(order, protocol::OrderAction::Ready);
}

} // namespace coffee::drill
