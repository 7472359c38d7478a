// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/reads.h"

#include "shared/protocol/limits.h"

#include <algorithm>

namespace coffee::daemon {
namespace {

/// Events of one order in a history; an order with more has been ticked back and forth all day.
constexpr std::int32_t kHistoryMax = 1'000;

} // namespace

void Reads::answer(Step& step, const ReplyTo& to, const protocol::MenuGet& request) const
{
    if (!request.version.empty() && request.version != m_settings.menu.version)
        return step.refuse(
            to, refusal(RefusalCode::NotFound, "the menu is now " + m_settings.menu.version));
    step.ok(to, protocol::MenuAnswer{m_settings.menu});
}

void Reads::answer(Step& step, const ReplyTo& to, const protocol::SnapshotGet& request) const
{
    protocol::Snapshot snapshot;
    snapshot.stream = request.stream;
    snapshot.epoch = m_memory.epoch;
    snapshot.now = step.now().shop;
    snapshot.wait = m_checkout.waitForOne(step.now().shop);
    snapshot.view =
        request.stream == protocol::Stream::Events ? m_memory.view : publicFace(m_memory.view);
    step.ok(to, snapshot);
}

void Reads::answer(Step& step, const ReplyTo& to, const protocol::EventsGet& request) const
{
    if (request.after > m_memory.head)
        return step.refuse(to, refusal(RefusalCode::UnknownEpoch,
                                       "the log ends at " + std::to_string(m_memory.head)));
    protocol::EventsPage page;
    page.stream = request.stream;
    page.epoch = m_memory.epoch;
    page.head = m_memory.head;
    page.events = m_ledger.eventsAfter(request.after, request.limit);
    if (request.stream == protocol::Stream::Board)
        for (Event& event : page.events)
            event = publicFace(event);
    std::string body = protocol::encodeBody(page);
    // Long orders make a long page: the asker asks on after what it gets.
    while (body.size() > protocol::kReplyBytesMax - 1024 && page.events.size() > 1) {
        page.events.resize(page.events.size() / 2);
        body = protocol::encodeBody(page);
    }
    step.reply(to, protocol::ReplyStatus::Ok, std::move(body));
}

void Reads::answer(Step& step, const ReplyTo& to, const protocol::StatusGet&) const
{
    const SteadyTime now = step.now().steady;
    protocol::StatusAnswer status;
    status.version = m_settings.version;
    status.epoch = m_memory.epoch;
    status.gateway = m_settings.gatewayName;
    status.simulated = m_settings.simulated;
    status.head = m_memory.head;
    status.now = step.now().shop;
    status.upMs = (now - m_memory.started).count();
    const int running = m_memory.chargesRunning();
    status.chargesRunning = std::min(running, m_settings.chargeWorkers);
    status.chargesWaiting = running - status.chargesRunning;
    status.breaker = m_memory.view.payments.breaker;
    status.breakerUntilMs = m_memory.view.payments.breakerUntilMs;
    for (const OrderView* order : m_memory.view.orders.open()) {
        status.ordersQueued += order->state == OrderState::Queued ? 1 : 0;
        status.ordersMaking += order->state == OrderState::Making ? 1 : 0;
        status.ordersReady += order->state == OrderState::Ready ? 1 : 0;
    }
    status.databaseBytes = m_sources.databaseBytes ? m_sources.databaseBytes() : 0;
    status.pinSet = !m_memory.pinHash.empty();
    status.wait = m_checkout.waitForOne(step.now().shop);
    status.barAway = m_memory.view.health.barAway();
    for (const auto& [key, screen] : m_memory.screens)
        status.screens.push_back({{key.first, key.second},
                                  screen.state,
                                  screen.version,
                                  screen.seq,
                                  (now - screen.heard).count()});
    status.payments = m_memory.paymentMinutes.lastHour(step.now().shop);
    step.ok(to, status);
}

void Reads::answer(Step& step, const ReplyTo& to, const protocol::OrdersList& request) const
{
    step.ok(to, protocol::OrdersAnswer{
                    m_ledger.ordersBefore(request.before, request.limit, request.openOnly)});
}

void Reads::answer(Step& step, const ReplyTo& to, const protocol::OrderHistory& request) const
{
    const auto row = request.number != 0 ? m_ledger.findOrderByNumber(request.number)
                                         : m_ledger.findOrder(request.order);
    if (!row)
        return step.refuse(to, refusal(RefusalCode::UnknownOrder, "there is no such order"));
    std::int64_t refunded = 0;
    for (const RefundRow& refund : row->refunds)
        refunded += refund.amount.won();
    protocol::HistoryAnswer answer;
    answer.order = {row->id,           row->number,
                    row->day,          row->state,
                    row->basket.total, Money::fromWon(refunded),
                    row->kiosk,        static_cast<std::int32_t>(row->units.size()),
                    row->paidAt};
    answer.events = m_ledger.eventsOfOrder(row->id, kHistoryMax);
    step.ok(to, answer);
}

} // namespace coffee::daemon
