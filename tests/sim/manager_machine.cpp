// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/manager_machine.h"

#include "barista_station/manager/manager_session.h"
#include "tests/sim/legal.h"

#include <vector>

namespace coffee::sim {

using protocol::ReviewKind;
using protocol::ReviewOutcome;

struct ManagerMachine::Running {
    explicit Running(ManagerMachine& owner)
        : source{owner.m_core,          owner.m_house.office,          owner.m_wire,
                 owner.m_house.auditor, {Role::Manager, owner.m_name}, protocol::Stream::Events},
          feed{source, [&owner] { return owner.m_core.steady(); }},
          client{owner.m_core,
                 owner.m_house.office,
                 owner.m_wire,
                 {Role::Manager, owner.m_name},
                 [&owner](const protocol::RequestBody& question) { owner.looksAt(question); }},
          session{client, [&owner] { return OperationKey{owner.m_core.hex()}; }}
    {
    }

    SimFeed source;
    client::ShopFeed feed;
    SimOrderClient client;
    station::ManagerSession session;
};

ManagerMachine::ManagerMachine(House& house, std::string name)
    : m_house{house}, m_core{house.core}, m_name{std::move(name)}, m_wire{house.core, m_name}
{
}

ManagerMachine::~ManagerMachine() = default;

SimFeed* ManagerMachine::feed()
{
    return m_running ? &m_running->source : nullptr;
}

const ShopView* ManagerMachine::view() const
{
    return m_running ? &m_running->feed.view() : nullptr;
}

void ManagerMachine::start()
{
    if (m_running)
        return;
    m_core.note(m_name, "starts");
    ++m_incarnation;
    m_running = std::make_unique<Running>(*this);
    QObject::connect(&m_running->session, &station::ManagerSession::finished, &m_running->session,
                     [this](const station::ManagerOutcome& outcome) {
                         m_core.note(m_name, "act", outcome.act, outcome.accepted());
                     });
    m_running->feed.start();
    thinkAgain();
}

void ManagerMachine::crash()
{
    if (!m_running)
        return;
    m_core.note(m_name, "crashes");
    m_running.reset();
}

std::string ManagerMachine::stillOpen() const
{
    if (!m_running)
        return "L3 " + m_name + " is off";
    if (m_running->source.state() != client::FeedState::Live)
        return "L3 " + m_name + " does not follow";
    return {};
}

void ManagerMachine::looksAt(const protocol::RequestBody& question)
{
    std::visit(
        [this](const auto& body) {
            if constexpr (requires { body.pin; })
                if (body.pin != kPin)
                    m_house.auditor.wrongPinUsed(body.op.value);
        },
        question);
}

// ---- the manager ----------------------------------------------------------------------------

void ManagerMachine::thinkAgain()
{
    m_core.schedule.after(m_house.closing ? m_core.between(500, 1'500)
                                          : m_core.between(2'000, 9'000),
                          [this, process = m_incarnation] {
                              if (m_running && process == m_incarnation)
                                  think();
                          });
}

QString ManagerMachine::pin()
{
    const bool fumbles = !m_house.closing && m_core.chance(10);
    return fumbles ? QStringLiteral("314159") : QString::fromLatin1(kPin);
}

void ManagerMachine::think()
{
    station::ManagerSession& session = m_running->session;
    thinkAgain();
    if (session.isBusy())
        return;
    if (session.canRepeat()) {
        if (m_house.closing || m_core.chance(80))
            session.repeat();
        else
            session.forget();
        return;
    }
    const bool isPaused = m_running->feed.view().offer.ordering.state == OrderingState::Paused;
    if (isPaused && (m_house.closing || m_core.chance(50)))
        return session.resume();
    if (closeATask() || m_house.closing)
        return;
    const int dice = m_core.random.small(1, 100);
    if (dice <= 5)
        session.pause(1, QStringLiteral("잠시만요"), QStringLiteral("One moment"));
    else if (dice <= 20)
        payBack();
    else if (dice <= 38)
        cancel();
}

/// Puts right at the bank what a task is about, then closes it. The bank comes first.
bool ManagerMachine::closeATask()
{
    if (!m_house.closing && m_core.chance(60))
        return false;
    const ShopView& view = m_running->feed.view();
    for (const auto& [id, attempt] : view.payments.attempts) {
        const auto row = m_house.books.attempts.find(id);
        if (attempt.state != AttemptState::NeedsReview || row == m_house.books.attempts.end())
            continue;
        m_house.bank.reverseByHand(row->second.key.value);
        m_running->session.closeReview(ReviewKind::Attempt, id,
                                       m_core.chance(50) ? ReviewOutcome::Voided
                                                         : ReviewOutcome::Declined,
                                       QStringLiteral("단말기에서 취소함"), pin());
        return true;
    }
    for (const auto& [id, order] : view.orders.all())
        for (const RefundView& refund : order.refunds) {
            const daemon::RefundRow* row = m_house.books.refund(refund.id);
            if (refund.state != RefundState::NeedsReview || !row)
                continue;
            m_house.bank.refundByHand(m_house.books.orders.at(id).key.value, row->key, row->amount);
            m_running->session.closeReview(ReviewKind::Refund, refund.id, ReviewOutcome::Done,
                                           QStringLiteral("현금으로 돌려줌"), pin());
            return true;
        }
    return false;
}

const OrderView* ManagerMachine::someOrder(bool open)
{
    std::vector<const OrderView*> orders;
    for (const auto& [id, order] : m_running->feed.view().orders.all())
        if (!open || isOpen(order.state))
            orders.push_back(&order);
    return orders.empty() ? nullptr : m_core.random.oneOf(orders);
}

void ManagerMachine::payBack()
{
    const OrderView* order = someOrder(false);
    if (!order)
        return;
    std::vector<UnitNumber> units;
    Money amount;
    if (m_core.chance(60))
        units.push_back(static_cast<UnitNumber>(
            m_core.random.between(1, static_cast<std::int64_t>(order->units.size()))));
    else
        amount = Money::fromWon(m_core.random.between(1, 70) * 100);
    m_running->session.refund(order->id, units, amount, QStringLiteral("식은 커피"), pin());
}

void ManagerMachine::cancel()
{
    if (const OrderView* order = someOrder(true))
        m_running->session.cancel(order->id, order->state, QStringLiteral("기계 고장"), pin());
}

} // namespace coffee::sim
