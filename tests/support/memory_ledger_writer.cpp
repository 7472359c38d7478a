// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_ledger_writer.h"

#include "shared/protocol/codec.h"

#include <algorithm>

namespace coffee::test {

using namespace daemon;

namespace {

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

constexpr std::int64_t kWonMax = 1'000'000'000;

void require(bool holds, const char* rule)
{
    if (!holds)
        throw LedgerRefused{rule};
}

template <class Edges, class State>
bool isEdge(const Edges& edges, State from, State to)
{
    return from == to || std::any_of(edges.begin(), edges.end(), [&](const auto& edge) {
               return edge.from == from && edge.to == to;
           });
}

bool isAmount(Money money, std::int64_t least)
{
    return money.won() >= least && money.won() <= kWonMax;
}

bool endsAttempt(AttemptState state)
{
    return !isUnderWay(state);
}

void checkAttempt(const AttemptRow& row)
{
    require((row.state == AttemptState::Paid) == (row.order != 0),
            "attempts: exactly the paid ones have an order");
    require((row.state == AttemptState::Declined) == row.declineKind.has_value(),
            "attempts: exactly the declined ones have a kind");
    require(!endsAttempt(row.state) || !row.finalBody.empty(),
            "attempts: what has ended has its answer");
}

void checkOrder(const OrderRow& row)
{
    require((row.state == OrderState::Cancelled) == row.cancelledBy.has_value(),
            "orders: exactly the cancelled ones say by whom");
    require(row.state == OrderState::Cancelled || !row.stopUnacknowledged,
            "orders: only a cancelled order has a stop");
}

} // namespace

void MemoryLedgerWriter::write(const Change& change)
{
    std::visit(Overloaded{
                   [this](const AttemptInserted& it) { insert(it.row); },
                   [this](const AttemptChanged& it) { update(it.row); },
                   [this](const TombstoneInserted& it) { insert(it.row); },
                   [this](const OrderInserted& it) { insert(it.row); },
                   [this](const OrderChanged& it) { update(it.row); },
                   [this](const UnitChanged& it) { update(it); },
                   [this](const RefundInserted& it) { insert(it.row); },
                   [this](const RefundChanged& it) { update(it); },
                   [this](const ZInserted& it) { insert(it.row); },
                   [this](const OperationStored& it) { insert(it.row); },
                   [this](const CodeTried& it) { update(it); },
                   [this](const SettingStored& it) { store(it); },
                   [this](const EventAppended& it) { append(it.event); },
                   [this](const ViewStored& it) { store(it); },
               },
               change);
}

void MemoryLedgerWriter::checkDeferred() const
{
    for (const AttemptId id : m_paid)
        require(m_books.orders.contains(m_books.attempts.at(id).order),
                "attempts: a paid attempt without its order");
    for (const OrderId id : m_cancelled) {
        const OrderRow& order = m_books.orders.at(id);
        std::int64_t won = 0;
        for (const RefundRow& refund : order.refunds)
            won += refund.amount.won();
        require(won == order.basket.total.won(),
                "orders: a cancelled order without the refund of everything");
    }
}

void MemoryLedgerWriter::proveBasket(const PricedBasket& basket) const
{
    if (m_proveBytes && !protocol::decodeBasket(protocol::encodeBasket(basket)))
        throw LedgerRefused{"a basket that cannot be read again"};
}

// ---- attempts -------------------------------------------------------------------------------

void MemoryLedgerWriter::insert(const AttemptRow& row)
{
    require(row.id >= 1 && !m_books.attempts.contains(row.id), "attempts: the id is taken");
    require(!row.key.empty() && !m_books.attemptOfKey.contains(row.key.value),
            "attempts: the key is taken");
    require(!m_books.tombstones.contains(row.key.value), "attempts: this key was given up");
    require(!row.machine.empty(), "attempts: nobody's");
    require(isAmount(row.basket.total, 0), "attempts: the amount is out of range");
    require(row.state == AttemptState::Charging && row.finalBody.empty(),
            "attempts: a row does not begin in this state");
    checkAttempt(row);
    proveBasket(row.basket);
    m_books.attempts.emplace(row.id, row);
    m_books.attemptOfKey.emplace(row.key.value, row.id);
    m_undo.emplace_back([&books = m_books, id = row.id, key = row.key.value] {
        books.attempts.erase(id);
        books.attemptOfKey.erase(key);
    });
}

void MemoryLedgerWriter::update(const AttemptRow& row)
{
    const auto found = m_books.attempts.find(row.id);
    require(found != m_books.attempts.end(), "there is no such attempt");
    AttemptRow& kept = found->second;
    require(isEdge(kAttemptEdges, kept.state, row.state),
            "attempts: this change of state is not an edge");
    require(kept.finalBody.empty() || kept.finalBody == row.finalBody,
            "attempts: a final answer is never changed");
    checkAttempt(row);
    if (row.order != 0 && row.order != kept.order) {
        for (const auto& [id, other] : m_books.attempts)
            require(other.order != row.order, "attempts: the order has another attempt");
        m_paid.push_back(row.id);
    }
    m_undo.emplace_back(
        [&books = m_books, before = kept] { books.attempts.at(before.id) = before; });
    kept.state = row.state;
    kept.declineKind = row.declineKind;
    kept.cause = row.cause;
    kept.abandonAsked = row.abandonAsked;
    kept.payment = row.payment;
    kept.order = row.order;
    kept.finalBody = row.finalBody;
    kept.shown = row.shown;
    kept.changedAt = row.changedAt;
}

void MemoryLedgerWriter::insert(const TombstoneRow& row)
{
    require(!row.key.empty() && !row.machine.empty() && !row.finalBody.empty(),
            "tombstones: not whole");
    require(!m_books.attemptOfKey.contains(row.key.value), "tombstones: this key has an attempt");
    require(m_books.tombstones.emplace(row.key.value, row).second, "tombstones: given up before");
    m_undo.emplace_back([&books = m_books, key = row.key.value] { books.tombstones.erase(key); });
}

// ---- orders ---------------------------------------------------------------------------------

OrderRow& MemoryLedgerWriter::orderRow(OrderId id)
{
    const auto found = m_books.orders.find(id);
    require(found != m_books.orders.end(), "there is no such order");
    return found->second;
}

/// Two orders of a day, and two open orders of any day, never share a number.
void MemoryLedgerWriter::checkNumberIsFree(const OrderRow& row) const
{
    for (const auto& [id, other] : m_books.orders) {
        if (id == row.id || other.number != row.number)
            continue;
        require(other.day != row.day, "orders: the number was given out today");
        require(!isOpen(other.state) || !isOpen(row.state), "orders: an open order has the number");
    }
}

void MemoryLedgerWriter::insert(const OrderRow& row)
{
    require(row.id >= 1 && !m_books.orders.contains(row.id), "orders: the id is taken");
    const auto attempt = m_books.attempts.find(row.attempt);
    require(attempt != m_books.attempts.end() && attempt->second.state == AttemptState::Paid &&
                attempt->second.order == row.id &&
                attempt->second.basket.total == row.basket.total &&
                attempt->second.machine == row.kiosk,
            "orders: no paid attempt for this order and amount");
    require(row.number >= 1 && row.day >= 0, "orders: no such number");
    require(row.code.size() == 4 && std::all_of(row.code.begin(), row.code.end(),
                                                [](char c) { return c >= '0' && c <= '9'; }),
            "orders: the code has four digits");
    require(row.state == OrderState::Queued, "orders: a row does not begin in this state");
    checkOrder(row);
    checkNumberIsFree(row);
    OrderRow kept = row;
    kept.key = attempt->second.key;
    kept.units.clear();
    kept.refunds.clear();
    LineNumber line = 0;
    for (const PricedLine& priced : row.basket.lines) {
        ++line;
        for (const PricedUnit& unit : priced.units)
            kept.units.push_back({static_cast<UnitNumber>(kept.units.size() + 1),
                                  line,
                                  unit.cup,
                                  unit.price,
                                  UnitState::Open,
                                  {}});
    }
    m_books.orders.emplace(row.id, std::move(kept));
    m_undo.emplace_back([&books = m_books, id = row.id] { books.orders.erase(id); });
}

void MemoryLedgerWriter::update(const OrderRow& row)
{
    OrderRow& kept = orderRow(row.id);
    require(isEdge(kOrderEdges, kept.state, row.state),
            "orders: this change of state is not an edge");
    require(row.lastStepAt >= kept.lastStepAt, "orders: a step never precedes the one before");
    checkOrder(row);
    if (!isOpen(kept.state) && isOpen(row.state)) {
        OrderRow reopened = kept;
        reopened.state = row.state;
        checkNumberIsFree(reopened);
    }
    if (row.state == OrderState::Cancelled && kept.state != OrderState::Cancelled)
        m_cancelled.push_back(row.id);
    m_undo.emplace_back([&books = m_books, before = kept] { books.orders.at(before.id) = before; });
    kept.state = row.state;
    kept.startedAt = row.startedAt;
    kept.readyAt = row.readyAt;
    kept.finishedAt = row.finishedAt;
    kept.lastStepAt = row.lastStepAt;
    kept.cancelledBy = row.cancelledBy;
    kept.cancelReason = row.cancelReason;
    kept.stopUnacknowledged = row.stopUnacknowledged;
    kept.wasted = row.wasted;
}

void MemoryLedgerWriter::update(const UnitChanged& change)
{
    OrderRow& order = orderRow(change.order);
    require(change.unit >= 1 && static_cast<std::size_t>(change.unit) <= order.units.size(),
            "there is no such unit");
    UnitRow& unit = order.units[static_cast<std::size_t>(change.unit) - 1];
    require(isEdge(kUnitEdges, unit.state, change.state),
            "units: this change of state is not an edge");
    m_undo.emplace_back([&books = m_books, id = change.order, before = unit] {
        books.orders.at(id).units[static_cast<std::size_t>(before.unit) - 1] = before;
    });
    unit.state = change.state;
    unit.reason = change.reason;
}

void MemoryLedgerWriter::update(const CodeTried& change)
{
    OrderRow& order = orderRow(change.order);
    require(change.failures >= 0 && change.lockedUntilMs >= 0, "orders: no such lock");
    m_undo.emplace_back([&books = m_books, id = change.order, failures = order.codeFailures,
                         until = order.codeLockedUntilMs] {
        books.orders.at(id).codeFailures = failures;
        books.orders.at(id).codeLockedUntilMs = until;
    });
    order.codeFailures = change.failures;
    order.codeLockedUntilMs = change.lockedUntilMs;
}

// ---- refunds --------------------------------------------------------------------------------

void MemoryLedgerWriter::insert(const RefundRow& row)
{
    OrderRow& order = orderRow(row.order);
    require(row.id >= 1 && !m_books.orderOfRefund.contains(row.id), "refunds: the id is taken");
    require(!row.key.empty() && !m_books.refundOfKey.contains(row.key),
            "refunds: the key is taken");
    require(isAmount(row.amount, 1), "refunds: the amount is out of range");
    require(row.state == RefundState::Due, "refunds: a row does not begin in this state");
    std::int64_t won = row.amount.won();
    std::vector<UnitNumber> units = row.units;
    for (const RefundRow& other : order.refunds) {
        won += other.amount.won();
        units.insert(units.end(), other.units.begin(), other.units.end());
    }
    require(won <= order.basket.total.won(), "refunds: more than was captured");
    std::sort(units.begin(), units.end());
    require(std::adjacent_find(units.begin(), units.end()) == units.end(),
            "refunds: a unit is paid back once");
    require(units.empty() || (units.front() >= 1 &&
                              static_cast<std::size_t>(units.back()) <= order.units.size()),
            "refunds: the order has no such unit");
    order.refunds.push_back(row);
    m_books.orderOfRefund.emplace(row.id, row.order);
    m_books.refundOfKey.emplace(row.key, row.id);
    m_undo.emplace_back([&books = m_books, id = row.id, owner = row.order, key = row.key] {
        std::erase_if(books.orders.at(owner).refunds,
                      [id](const RefundRow& refund) { return refund.id == id; });
        books.orderOfRefund.erase(id);
        books.refundOfKey.erase(key);
    });
}

void MemoryLedgerWriter::update(const RefundChanged& change)
{
    const auto owner = m_books.orderOfRefund.find(change.refund);
    require(owner != m_books.orderOfRefund.end(), "there is no such refund");
    for (RefundRow& row : m_books.orders.at(owner->second).refunds) {
        if (row.id != change.refund)
            continue;
        require(isEdge(kRefundEdges, row.state, change.state),
                "refunds: this change of state is not an edge");
        m_undo.emplace_back([&books = m_books, before = row] {
            for (RefundRow& kept : books.orders.at(before.order).refunds)
                if (kept.id == before.id)
                    kept = before;
        });
        row.state = change.state;
        row.changedAt = change.at;
    }
}

// ---- the rest -------------------------------------------------------------------------------

void MemoryLedgerWriter::insert(const OperationRow& row)
{
    require(!row.op.empty() && !row.body.empty(), "operations: not whole");
    require(row.status != protocol::ReplyStatus::Pending, "a pending answer is never stored");
    require(m_books.operations.emplace(row.op.value, row).second, "operations: the key is taken");
    m_undo.emplace_back([&books = m_books, key = row.op.value] { books.operations.erase(key); });
}

void MemoryLedgerWriter::insert(const ZRow& row)
{
    const Sequence closedTo = m_books.zs.empty() ? 0 : m_books.zs.back().to;
    require(row.number == static_cast<std::int64_t>(m_books.zs.size()) + 1 &&
                row.from == closedTo + 1,
            "z_reports: numbers and events have no gaps and no repeats");
    require(row.to >= row.from && row.to <= static_cast<Sequence>(m_books.events.size()),
            "z_reports: this did not happen yet");
    require(row.day >= 0 && !row.report.empty(), "z_reports: not whole");
    if (m_proveBytes && !protocol::decodeReport(row.report))
        throw LedgerRefused{"a report that cannot be read again"};
    m_books.zs.push_back(row);
    m_undo.emplace_back([&books = m_books] { books.zs.pop_back(); });
}

void MemoryLedgerWriter::store(const SettingStored& setting)
{
    require(!setting.name.empty(), "settings: no name");
    const auto known = m_books.settings.find(setting.name);
    if (known == m_books.settings.end())
        m_undo.emplace_back(
            [&books = m_books, name = setting.name] { books.settings.erase(name); });
    else
        m_undo.emplace_back([&books = m_books, name = setting.name, value = known->second] {
            books.settings.at(name) = value;
        });
    m_books.settings.insert_or_assign(setting.name, setting.value);
}

void MemoryLedgerWriter::append(const Event& event)
{
    require(event.seq == static_cast<Sequence>(m_books.events.size()) + 1,
            "events: the sequence has no gaps and no repeats");
    require(m_books.events.empty() || event.at >= m_books.events.back().at,
            "events: time never goes back");
    require(toMs(event.occurredAt) >= 0 && event.occurredAt <= event.at && event.day >= 0,
            "events: no such time");
    if (m_proveBytes && !protocol::decodeEventBody(protocol::typeName(event.body),
                                                   protocol::encodeEventBody(event.body)))
        throw LedgerRefused{"an event that cannot be read again"};
    m_books.events.push_back(event);
    m_undo.emplace_back([&books = m_books] { books.events.pop_back(); });
}

void MemoryLedgerWriter::store(const ViewStored& view)
{
    require(view.seq >= 0 && !view.bytes.empty(), "views: not whole");
    m_undo.emplace_back([&books = m_books, before = m_books.view] { books.view = before; });
    m_books.view = view;
}

} // namespace coffee::test
