// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_ledger.h"

#include "tests/support/memory_ledger_writer.h"

#include <algorithm>
#include <cassert>

namespace coffee::test {

using namespace daemon;

namespace {

template <class Id, class Row>
std::optional<Row> copyOf(const std::map<Id, Row>& rows, const Id& id)
{
    const auto found = rows.find(id);
    if (found == rows.end())
        return std::nullopt;
    return found->second;
}

std::int64_t refundedWon(const OrderRow& order)
{
    std::int64_t won = 0;
    for (const RefundRow& refund : order.refunds)
        won += refund.amount.won();
    return won;
}

} // namespace

const AttemptRow* MemoryBooks::attempt(const std::string& key) const
{
    const auto id = attemptOfKey.find(key);
    return id == attemptOfKey.end() ? nullptr : &attempts.at(id->second);
}

const RefundRow* MemoryBooks::refund(RefundId id) const
{
    const auto order = orderOfRefund.find(id);
    if (order == orderOfRefund.end())
        return nullptr;
    for (const RefundRow& row : orders.at(order->second).refunds)
        if (row.id == id)
            return &row;
    return nullptr;
}

const RefundRow* MemoryBooks::refundByKey(const std::string& key) const
{
    const auto id = refundOfKey.find(key);
    return id == refundOfKey.end() ? nullptr : refund(id->second);
}

MemoryLedger::MemoryLedger(MemoryBooks& books, Proof proof) : m_books{books}, m_proof{proof} {}

MemoryLedger::~MemoryLedger()
{
    undoTo(0);
}

void MemoryLedger::begin()
{
    assert(!m_open);
    m_open = true;
    m_savepoint = 0;
}

void MemoryLedger::savepoint()
{
    assert(m_open);
    m_savepoint = m_undo.size();
}

void MemoryLedger::releaseSavepoint()
{
    assert(m_open);
}

void MemoryLedger::rollbackToSavepoint()
{
    assert(m_open);
    undoTo(m_savepoint);
}

void MemoryLedger::commit()
{
    assert(m_open);
    m_undo.clear();
    m_open = false;
}

void MemoryLedger::rollback()
{
    undoTo(0);
    m_open = false;
}

void MemoryLedger::undoTo(std::size_t length)
{
    while (m_undo.size() > length) {
        m_undo.back()();
        m_undo.pop_back();
    }
}

void MemoryLedger::record(const Changes& changes)
{
    assert(m_open);
    MemoryLedgerWriter writer{m_books, m_undo, m_proof == Proof::Bytes};
    for (const Change& change : changes)
        writer.write(change);
    writer.checkDeferred();
}

OpenShop MemoryLedger::load()
{
    OpenShop shop;
    shop.epoch = m_books.epoch;
    shop.shopId = m_books.shopId;
    shop.head = static_cast<Sequence>(m_books.events.size());
    if (!m_books.events.empty())
        shop.lastAt = m_books.events.back().at;
    if (!m_books.attempts.empty())
        shop.lastAttempt = m_books.attempts.rbegin()->first;
    if (!m_books.orders.empty())
        shop.lastOrder = m_books.orders.rbegin()->first;
    if (!m_books.orderOfRefund.empty())
        shop.lastRefund = m_books.orderOfRefund.rbegin()->first;
    if (!m_books.zs.empty()) {
        shop.lastZ = m_books.zs.back().number;
        shop.closedTo = m_books.zs.back().to;
    }
    shop.settings = m_books.settings;
    shop.view = m_books.view;
    for (const auto& [id, row] : m_books.attempts)
        if (isUnderWay(row.state) || row.state == AttemptState::NeedsReview)
            shop.attempts.push_back(row);
    for (const auto& [id, row] : m_books.orders) {
        if (std::pair{row.day, row.number} > std::pair{shop.lastDay, shop.lastNumber}) {
            shop.lastDay = row.day;
            shop.lastNumber = row.number;
        }
        if (isOpen(row.state) || row.stopUnacknowledged)
            shop.orders.push_back(row);
    }
    for (const auto& [id, order] : m_books.orderOfRefund)
        if (const RefundRow* row = m_books.refund(id); row->state != RefundState::Done)
            shop.refunds.push_back(*row);
    return shop;
}

std::optional<KeyRow> MemoryLedger::findKey(const AttemptKey& key)
{
    if (const AttemptRow* row = m_books.attempt(key.value))
        return *row;
    const auto tomb = m_books.tombstones.find(key.value);
    if (tomb != m_books.tombstones.end())
        return tomb->second;
    return std::nullopt;
}

std::optional<AttemptRow> MemoryLedger::findAttempt(AttemptId attempt)
{
    return copyOf(m_books.attempts, attempt);
}

std::optional<OperationRow> MemoryLedger::findOperation(const OperationKey& op)
{
    const auto found = m_books.operations.find(op.value);
    if (found == m_books.operations.end())
        return std::nullopt;
    return found->second;
}

std::optional<OrderRow> MemoryLedger::findOrder(OrderId order)
{
    return copyOf(m_books.orders, order);
}

std::optional<OrderRow> MemoryLedger::findOrderByAttempt(const AttemptKey& key)
{
    const AttemptRow* attempt = m_books.attempt(key.value);
    if (!attempt || attempt->order == 0)
        return std::nullopt;
    return findOrder(attempt->order);
}

std::optional<OrderRow> MemoryLedger::findOrderByNumber(std::int32_t number)
{
    for (auto entry = m_books.orders.rbegin(); entry != m_books.orders.rend(); ++entry)
        if (entry->second.number == number)
            return entry->second;
    return std::nullopt;
}

std::optional<RefundRow> MemoryLedger::findRefund(RefundId refund)
{
    if (const RefundRow* row = m_books.refund(refund))
        return *row;
    return std::nullopt;
}

std::optional<ZRow> MemoryLedger::findZ(std::int64_t number)
{
    if (number < 1 || number > static_cast<std::int64_t>(m_books.zs.size()))
        return std::nullopt;
    return m_books.zs[static_cast<std::size_t>(number) - 1];
}

std::vector<Event> MemoryLedger::eventsAfter(Sequence after, std::int32_t limit)
{
    const auto size = static_cast<Sequence>(m_books.events.size());
    const Sequence first = std::clamp<Sequence>(after, 0, size);
    const Sequence last = std::min<Sequence>(size, first + limit);
    return {m_books.events.begin() + first, m_books.events.begin() + last};
}

std::vector<Event> MemoryLedger::eventsOfOrder(OrderId order, std::int32_t limit)
{
    const auto row = m_books.orders.find(order);
    const AttemptId attempt = row == m_books.orders.end() ? 0 : row->second.attempt;
    std::vector<Event> events;
    for (const Event& event : m_books.events) {
        if (events.size() >= static_cast<std::size_t>(limit))
            break;
        const bool belongs = std::visit(
            [&](const auto& body) {
                bool own = false;
                if constexpr (requires { body.order; })
                    own = body.order == order;
                if constexpr (requires { body.attempt; })
                    own = own || (attempt != 0 && body.attempt == attempt);
                return own;
            },
            event.body);
        if (belongs)
            events.push_back(event);
    }
    return events;
}

std::vector<protocol::OrderSummary> MemoryLedger::ordersBefore(OrderId before, std::int32_t limit,
                                                               bool openOnly)
{
    std::vector<protocol::OrderSummary> orders;
    for (auto entry = m_books.orders.rbegin(); entry != m_books.orders.rend(); ++entry) {
        const OrderRow& row = entry->second;
        if (orders.size() >= static_cast<std::size_t>(limit))
            break;
        if ((before > 0 && row.id >= before) || (openOnly && !isOpen(row.state)))
            continue;
        orders.push_back({row.id, row.number, row.day, row.state, row.basket.total,
                          Money::fromWon(refundedWon(row)), row.kiosk,
                          static_cast<std::int32_t>(row.units.size()), row.paidAt});
    }
    return orders;
}

} // namespace coffee::test
