// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/auditor.h"

#include "shared/domain/words.h"
#include "tests/sim/legal.h"

#include <algorithm>

// The bank, the screens, and the end.

namespace coffee::sim {

using namespace daemon;

namespace {

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

} // namespace

// ---- the bank -------------------------------------------------------------------------------

void Auditor::captured(const std::string& key, std::int64_t won)
{
    const AttemptRow* row = m_books.attempt(key);
    if (!row)
        return fail("I13", "money was taken under a key that nobody recorded: " + key);
    const AttemptState state = row->state;
    if (state != AttemptState::Charging && state != AttemptState::Unknown &&
        state != AttemptState::Reversing && state != AttemptState::NeedsReview)
        fail("I4",
             number(won) + " were taken for " + key + ", which is " + std::string{word(state)});
}

void Auditor::refunded(const std::string& refundKey, const std::string& chargeKey, std::int64_t won)
{
    const RefundRow* row = m_books.refundByKey(refundKey);
    if (!row || row->amount.won() != won || m_orders[row->order].key != chargeKey)
        fail("I5", "a refund that nobody recorded: " + refundKey);
    if (m_bank->refundedWon(chargeKey) > m_bank->takenWon(chargeKey))
        fail("I5", "more was paid back than was taken for " + chargeKey);
}

void Auditor::bankWronged(const std::string& what)
{
    fail("I3", what);
}

// ---- screens --------------------------------------------------------------------------------

void Auditor::eventApplied(const std::string& screen, protocol::Stream stream, Sequence before,
                           const Event& event)
{
    if (event.seq != before + 1)
        return fail("I12",
                    screen + " applies event " + number(event.seq) + " after " + number(before));
    if (event.seq > m_truth.seq)
        return fail("I12", screen + " applies an event that is not recorded");
    const Event& recorded = m_books.events[static_cast<std::size_t>(event.seq) - 1];
    const bool same =
        stream == protocol::Stream::Events ? event == recorded : event == publicFace(recorded);
    if (!same)
        fail("I12", screen + " applies another event " + number(event.seq));
}

void Auditor::viewTaken(const std::string& screen, protocol::Stream stream, Sequence before,
                        const std::string& epochBefore, const std::string& epoch,
                        const ShopView& view)
{
    if (epoch == epochBefore && view.seq < before)
        fail("I12", screen + " goes back from " + number(before) + " to " + number(view.seq));
    if (view.seq > m_truth.seq)
        return fail("I12", screen + " takes a picture of the future");
    if (view.seq < m_truth.seq)
        return; // an older moment; it is compared at the end
    const bool same =
        stream == protocol::Stream::Events ? view == m_truth : view == publicFace(m_truth);
    if (!same)
        fail("I12", screen + " takes a picture that is not the fold of the events");
}

void Auditor::keyDropped(const std::string& key)
{
    if (m_shown.contains(key))
        return;
    m_dropped.insert(key);
    const AttemptRow* row = m_books.attempt(key);
    if (row && row->state == AttemptState::Paid)
        fail("L2", "the kiosk forgets a paid key that nobody has seen: " + key);
}

void Auditor::placing(const std::string& key, bool isInJournal)
{
    if (!isInJournal)
        fail("K1", "a key is sent that is not in the kiosk's journal: " + key);
}

void Auditor::numberShown(const std::string& key, const protocol::PaidAnswer& paid)
{
    m_core.note("number shown", paid.number, key);
    const AttemptRow* row = m_books.attempt(key);
    if (!row || row->order != paid.order || m_orders.count(paid.order) == 0)
        return fail("L2", "a customer sees an order that is not there: " + key);
    const OrderRow& order = m_books.orders.at(paid.order);
    if (order.number != paid.number || order.code != paid.code || order.basket != paid.basket)
        fail("I10", "a customer sees another order than theirs: " + key);
    m_shown.insert(key);
}

void Auditor::operationSent(const std::string& op, bool isInJournal)
{
    if (!m_operationsMade.contains(op))
        fail("S1", "an operation is sent that nobody made: " + op);
    else if (!isInJournal)
        fail("S1", "an operation is sent that is not in the station's journal: " + op);
}

// ---- the end --------------------------------------------------------------------------------

std::string Auditor::stillOpen() const
{
    for (const auto& [id, row] : m_books.attempts)
        if (isUnderWay(row.state) || row.state == AttemptState::NeedsReview)
            return "L1 attempt " + row.key.value + " is " + std::string{word(row.state)};
    for (const auto& [id, order] : m_books.orders) {
        for (const RefundRow& refund : order.refunds)
            if (refund.state != RefundState::Done)
                return "L1 refund " + number(refund.id) + " is " + std::string{word(refund.state)};
        if (isOpen(order.state) || order.stopUnacknowledged)
            return "L1 order " + number(id) + " is " + std::string{word(order.state)} +
                   (order.stopUnacknowledged ? ", its stop not acknowledged" : "");
    }
    for (const std::string& key : m_journalled) {
        const AttemptRow* row = m_books.attempt(key);
        if (row && row->state == AttemptState::Paid && !m_shown.contains(key))
            return "L2 nobody has seen the number paid with " + key;
    }
    for (const std::string& op : m_operationsMade)
        if (!m_books.operations.contains(op))
            return "L3 the daemon never learnt of operation " + op;
    if (m_truth.payments.breaker != BreakerState::Closed)
        return "L4 the breaker is not closed";
    for (const std::string& key : m_bank->keys())
        if (m_bank->isBusyWith(key))
            return "L5 the bank is still busy with " + key;
    return {};
}

bool Auditor::isSettled(const std::string& key) const
{
    const AttemptRow* row = m_books.attempt(key);
    return !row ||
           (!row->finalBody.empty() && (row->state != AttemptState::Paid || m_shown.contains(key)));
}

void Auditor::checkOrderRow(const OrderRow& row, const OrderView* view)
{
    const std::string name = "order " + number(row.id);
    std::int64_t back = 0;
    for (const RefundRow& refund : row.refunds)
        back += refund.amount.won();
    if (m_bank->heldWon(row.key.value) != row.basket.total.won() - back)
        fail("L5", "the bank holds " + number(m_bank->heldWon(row.key.value)) + " for " + name);
    if (row.state == OrderState::Cancelled && back != row.basket.total.won())
        fail("I4", name + " is cancelled and not paid back");
    if (!view)
        return;
    bool same = view->state == row.state && view->number == row.number &&
                view->units.size() == row.units.size() &&
                view->refunds.size() == row.refunds.size() && view->total == row.basket.total &&
                view->startedAt == row.startedAt && view->readyAt == row.readyAt &&
                view->finishedAt == row.finishedAt;
    for (std::size_t unit = 0; same && unit < row.units.size(); ++unit)
        same = view->units[unit].state == row.units[unit].state &&
               view->units[unit].reason == row.units[unit].reason;
    for (std::size_t refund = 0; same && refund < row.refunds.size(); ++refund)
        same = view->refunds[refund].state == row.refunds[refund].state &&
               view->refunds[refund].amount == row.refunds[refund].amount;
    if (!same)
        fail("I11", name + " is another one in the events than in the tables");
}

void Auditor::finalCheck()
{
    ShopView fold;
    for (const Event& event : m_books.events)
        fold.apply(event);
    if (fold != m_truth)
        fail("I11", "the events have changed since they were written");
    for (const auto& [id, row] : m_books.orders)
        checkOrderRow(row, fold.orders.find(id));
    for (const auto& [id, row] : m_books.attempts) {
        const bool gone = row.state == AttemptState::Declined || row.state == AttemptState::Voided;
        if (gone && m_bank->heldWon(row.key.value) != 0)
            fail("L5", "the bank holds money for " + row.key.value);
    }
    for (const std::string& op : m_wrongPins)
        if (m_books.operations.contains(op))
            fail("A1", "a command with a wrong PIN was carried out: " + op);
    for (const std::string& key : m_bank->keys())
        if (m_bank->heldWon(key) != 0 && !m_books.attempt(key))
            fail("L5", "the bank holds money for a key that nobody knows: " + key);
    if (static_cast<std::size_t>(fold.totals.orders) > m_books.orders.size())
        fail("I11", "more orders were told than are there");
}

void Auditor::finalScreen(const std::string& screen, protocol::Stream stream, const ShopView& view)
{
    const ShopView expected = stream == protocol::Stream::Events ? m_truth : publicFace(m_truth);
    if (view != expected)
        fail("L3", screen + " shows another shop: it stands at " + number(view.seq) +
                       ", the log at " + number(m_truth.seq));
}

} // namespace coffee::sim
