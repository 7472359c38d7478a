// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/auditor.h"

#include "shared/domain/words.h"
#include "shared/protocol/limits.h"
#include "tests/sim/legal.h"

#include <algorithm>

// What the shop writes, says and asks for.

namespace coffee::sim {

using namespace daemon;

namespace {

std::string number(std::int64_t value)
{
    return std::to_string(value);
}

/// What is thrown away with this event.
std::int32_t wastedBy(const EventBody& body)
{
    if (const auto* unit = std::get_if<UnitMoved>(&body))
        return isMadeAnew(*unit) ? 1 : 0;
    if (const auto* stop = std::get_if<StopAcknowledged>(&body))
        return static_cast<std::int32_t>(stop->made.size());
    return 0;
}

} // namespace

void Auditor::refused(const std::string& rule)
{
    fail("I8", "the shop wanted to record what must not be: " + rule);
}

void Auditor::daemonStarted()
{
    m_quotes.clear();
}

// ---- commits --------------------------------------------------------------------------------

void Auditor::committed(const std::vector<Touched>& touched)
{
    followEvents();
    for (const Touched& one : touched)
        std::visit([this](const auto& it) { follow(it); }, one);
    checkOpenTasks(touched);
}

void Auditor::follow(const AttemptTouched& touched)
{
    const AttemptRow& row = m_books.attempts.at(touched.id);
    if (!row.finalBody.empty())
        m_finalBodies[row.key.value] = row.finalBody;
    if (touched.inserted)
        return attemptBegan(row);
    const auto known = m_attempts.find(touched.id);
    if (known == m_attempts.end())
        return fail("I8", "an attempt that never began has changed: " + number(touched.id));
    const AttemptState from = std::exchange(known->second, touched.state);
    if (from == touched.state)
        return;
    const std::string edge = attemptEdge(from, touched.state);
    m_core.coverage.reach(edge);
    m_core.note(edge, row.key.value);
    if (!isLegalAttempt(from, touched.state))
        return fail(from == AttemptState::Reversing || from == AttemptState::Voided ? "I9" : "I8",
                    edge + " of " + row.key.value);
    checkMoney(row);
}

void Auditor::attemptBegan(const AttemptRow& row)
{
    m_core.note("attempt", row.id, row.key.value, row.basket.total.won());
    m_attempts.emplace(row.id, AttemptState::Charging);
    if (!m_attemptKeys.insert(row.key.value).second)
        fail("I2", "a second attempt under " + row.key.value);
    if (m_tombstones.contains(row.key.value))
        fail("I23", "an attempt under a key that was given up: " + row.key.value);
    const auto quote = m_quotes.find(row.quote.value);
    if (quote == m_quotes.end())
        fail("I14", "an attempt for a price that nobody promises: " + row.key.value);
    else if (m_core.now() - quote->second > protocol::kQuoteLife + std::chrono::seconds{15})
        fail("I14", "an attempt for a price that has expired: " + row.key.value);
    m_quotes.erase(row.quote.value); // one quote, one attempt
}

/// A state that ends an attempt says where its money is.
void Auditor::checkMoney(const AttemptRow& row)
{
    const std::int64_t held = m_bank->heldWon(row.key.value);
    if (row.state == AttemptState::Paid && held != row.basket.total.won())
        fail("I1", "paid, and the bank holds " + number(held) + " for " + row.key.value);
    const bool gone = row.state == AttemptState::Declined || row.state == AttemptState::Voided;
    if (gone && held != 0)
        fail("I4", std::string{word(row.state)} + ", and the bank holds " + number(held) + " for " +
                       row.key.value);
}

void Auditor::follow(const TombstoneTouched& touched)
{
    m_core.note("tombstone", touched.key);
    m_tombstones.insert(touched.key);
    m_finalBodies[touched.key] = m_books.tombstones.at(touched.key).finalBody;
    if (m_attemptKeys.contains(touched.key))
        fail("I23", "a key with an attempt was entombed: " + touched.key);
}

void Auditor::follow(const OrderTouched& touched)
{
    const OrderRow& row = m_books.orders.at(touched.id);
    if (touched.inserted)
        return orderBegan(row);
    KnownOrder& order = m_orders[touched.id];
    const OrderState from = std::exchange(order.state, touched.state);
    if (from == touched.state)
        return;
    if (!isLegalOrder(from, touched.state))
        fail("I8", "order " + number(touched.id) + " " + std::string{word(from)} + " to " +
                       std::string{word(touched.state)});
    if (touched.state != OrderState::Cancelled)
        return;
    std::int64_t back = 0;
    for (const RefundRow& refund : row.refunds)
        back += refund.amount.won();
    if (back != order.total)
        fail("I6", "order " + number(touched.id) + " is cancelled, " + number(back) + " of " +
                       number(order.total) + " are paid back");
}

void Auditor::orderBegan(const OrderRow& row)
{
    m_core.note("order", row.id, row.number, row.key.value);
    KnownOrder& order = m_orders[row.id];
    order.key = row.key.value;
    order.total = row.basket.total.won();
    for (const UnitRow& unit : row.units)
        order.units[unit.unit] = UnitState::Open;
    const AttemptRow* attempt = m_books.attempt(row.key.value);
    if (!attempt || attempt->order != row.id || attempt->state != AttemptState::Paid)
        fail("I1", "order " + number(row.id) + " without its paid attempt");
    if (m_bank->heldWon(row.key.value) != order.total)
        fail("I1", "order " + number(row.id) + " without its money");
    if (m_dropped.contains(row.key.value))
        fail("L2",
             "an order under a key whose kiosk was told that there is none: " + row.key.value);
}

void Auditor::follow(const UnitTouched& touched)
{
    UnitState& state = m_orders[touched.order].units[touched.unit];
    const UnitState from = std::exchange(state, touched.state);
    m_core.coverage.reach(unitEdge(from, touched.state));
    if (from != touched.state && !isLegalUnit(from, touched.state))
        fail("I8", unitEdge(from, touched.state) + " of order " + number(touched.order));
}

void Auditor::follow(const RefundTouched& touched)
{
    const RefundRow& row = *m_books.refund(touched.id);
    if (touched.inserted) {
        m_core.note("refund", row.id, row.order, row.amount.won());
        m_refunds[row.id] = RefundState::Due;
        std::int64_t sum = 0;
        std::set<UnitNumber> units;
        for (const RefundRow& one : m_books.orders.at(row.order).refunds) {
            sum += one.amount.won();
            for (const UnitNumber unit : one.units)
                if (!units.insert(unit).second)
                    fail("I4", "a unit of order " + number(row.order) + " is paid back twice");
        }
        if (sum > m_orders[row.order].total)
            fail("I5", "more is paid back than order " + number(row.order) + " cost");
        return;
    }
    const RefundState from = std::exchange(m_refunds[touched.id], touched.state);
    const std::string edge = refundEdge(from, touched.state);
    m_core.coverage.reach(edge);
    m_core.note(edge, touched.id);
    if (!isLegalRefund(from, touched.state))
        fail("I8", edge + " of refund " + number(touched.id));
    const std::string& key = m_orders[row.order].key;
    if (touched.state == RefundState::Done && !m_bank->hasRefund(key, row.key))
        fail("I5", "refund " + number(touched.id) + " is done, and the bank knows nothing of it");
}

/// Whatever needs a person is where a person sees it.
void Auditor::checkOpenTasks(const std::vector<Touched>& touched)
{
    for (const Touched& one : touched) {
        const auto* attempt = std::get_if<AttemptTouched>(&one);
        if (attempt && attempt->state == AttemptState::NeedsReview &&
            m_attempts.at(attempt->id) == AttemptState::NeedsReview) {
            const auto task = m_truth.payments.attempts.find(attempt->id);
            if (task == m_truth.payments.attempts.end() ||
                task->second.state != AttemptState::NeedsReview)
                fail("I21", "attempt " + number(attempt->id) + " needs a person who is not told");
        }
        const auto* refund = std::get_if<RefundTouched>(&one);
        if (refund && m_refunds.at(refund->id) == RefundState::NeedsReview) {
            const OrderView* order = m_truth.orders.find(m_books.orderOfRefund.at(refund->id));
            const bool told =
                order && std::any_of(order->refunds.begin(), order->refunds.end(),
                                     [&](const RefundView& view) {
                                         return view.id == refund->id &&
                                                view.state == RefundState::NeedsReview;
                                     });
            if (!told)
                fail("I21", "refund " + number(refund->id) + " needs a person who is not told");
        }
    }
}

// ---- events ---------------------------------------------------------------------------------

void Auditor::followEvents()
{
    for (auto at = static_cast<std::size_t>(m_truth.seq); at < m_books.events.size(); ++at) {
        const Event& event = m_books.events[at];
        checkEvent(event);
        const std::int32_t wasted =
            m_truth.totals.day == event.day ? m_truth.totals.unitsWasted : 0;
        m_truth.apply(event);
        if (m_truth.totals.unitsWasted - wasted != wastedBy(event.body))
            fail("I25", "event " + number(event.seq) + " counts other waste than it tells");
    }
}

void Auditor::checkEvent(const Event& event)
{
    if (event.seq != m_truth.seq + 1)
        fail("I11", "the event after " + number(m_truth.seq) + " is " + number(event.seq));
    if (event.at < m_truth.at || event.occurredAt > event.at)
        fail("I20", "time went back at event " + number(event.seq));
    if (!mayTell(event.actor.role, event.body))
        fail("I19", std::string{word(event.actor.role)} + " told " +
                        std::string{protocol::typeName(event.body)});
    m_core.note(protocol::typeName(event.body), event.seq, event.actor.name);
    if (const auto* moved = std::get_if<OrderMoved>(&event.body)) {
        m_core.coverage.reach(orderEdge(moved->from, moved->step, moved->to));
        const OrderView* order = m_truth.orders.find(moved->order);
        if (order && order->state == OrderState::Cancelled)
            fail("I7", "order " + number(moved->order) + " goes on after its cancel");
        if (order && order->state != moved->from)
            fail("I11", "order " + number(moved->order) + " was not in the state that it left");
    } else if (const auto* cancelled = std::get_if<OrderCancelled>(&event.body)) {
        const auto step =
            cancelled->by == CancelledBy::Staff ? OrderStep::CancelByStaff : OrderStep::Cancel;
        m_core.coverage.reach(orderEdge(cancelled->from, step, OrderState::Cancelled));
        if (!isLegalStep(cancelled->from, step))
            fail("I8", "order " + number(cancelled->order) + " was cancelled when " +
                           std::string{word(cancelled->from)});
    } else if (const auto* unit = std::get_if<UnitMoved>(&event.body)) {
        const OrderView* order = m_truth.orders.find(unit->order);
        if (order && order->state == OrderState::Cancelled)
            fail("I7", "a unit of order " + number(unit->order) + " moved after its cancel");
        if (isMadeAnew(*unit))
            checkMadeAnew(*unit, order);
    } else if (const auto* breaker = std::get_if<BreakerMoved>(&event.body)) {
        m_core.coverage.reach(breakerEdge(breaker->from, breaker->to));
        if (breaker->from != m_truth.payments.breaker ||
            !isLegalBreaker(breaker->from, breaker->to))
            fail("I22", breakerEdge(breaker->from, breaker->to));
    }
}

void Auditor::checkMadeAnew(const UnitMoved& unit, const OrderView* order)
{
    const std::string name = "unit " + number(unit.unit) + " of order " + number(unit.order);
    const auto place = static_cast<std::size_t>(unit.unit) - 1;
    if (!order || place >= order->units.size())
        return fail("I25", name + " is made anew and nobody knows it");
    if (order->units[place].state != UnitState::Done)
        fail("I25", name + " is made anew, but it was never made");
    if (order->state != OrderState::Making)
        fail("I25", name + " is made anew in an order that nobody makes");
    // What called it back stands just before, in the same transaction.
    const auto recalled = [this, &unit](std::size_t back, OrderState from) {
        const auto at = static_cast<std::size_t>(m_truth.seq);
        const auto* moved =
            at >= back ? std::get_if<OrderMoved>(&m_books.events[at - back].body) : nullptr;
        return moved && moved->order == unit.order && moved->step == OrderStep::Recall &&
               moved->from == from;
    };
    const bool wasReady = recalled(1, OrderState::Ready);
    const bool wasCollected = wasReady && recalled(2, OrderState::Collected);
    m_core.coverage.reach(wasCollected ? "remade after the hand-over"
                          : wasReady   ? "remade when ready"
                                       : "remade while making");
}

void Auditor::published(protocol::Stream stream, const Event& event)
{
    const bool known =
        event.seq >= 1 && static_cast<std::size_t>(event.seq) <= m_books.events.size();
    if (!known || event.seq > m_truth.seq)
        return fail("I11", "an event was published that is not recorded: " + number(event.seq));
    const Event& recorded = m_books.events[static_cast<std::size_t>(event.seq) - 1];
    if (event != (stream == protocol::Stream::Events ? recorded : publicFace(recorded)))
        fail("I11", "event " + number(event.seq) + " was published otherwise than recorded");
}

// ---- what leaves the daemon -----------------------------------------------------------------

void Auditor::calling(const GatewayCall& call)
{
    if (const auto* charge = std::get_if<ChargeCall>(&call)) {
        const AttemptRow* row = m_books.attempt(charge->key);
        if (!row || m_attempts.count(row->id) == 0 ||
            m_attempts.at(row->id) != AttemptState::Charging)
            fail("I13", "a charge was called that is not recorded: " + charge->key);
        else if (charge->amount != row->basket.total || charge->terminal != row->machine)
            fail("I13", "another charge was called than is recorded: " + charge->key);
        if (!m_charged.insert(charge->key).second)
            fail("I3", "a charge was called twice: " + charge->key);
    } else if (const auto* reverse = std::get_if<ReverseCall>(&call)) {
        const AttemptRow* row = m_books.attempt(reverse->key);
        if (!row || m_attempts.count(row->id) == 0 ||
            m_attempts.at(row->id) != AttemptState::Reversing)
            fail("I13", "a reversal was called that is not recorded: " + reverse->key);
    } else if (const auto* refund = std::get_if<RefundCall>(&call)) {
        const RefundRow* row = m_books.refundByKey(refund->refundKey);
        if (!row || m_refunds.count(row->id) == 0)
            fail("I13", "a refund was called that is not recorded: " + refund->refundKey);
        else if (row->amount != refund->amount || m_orders[row->order].key != refund->chargeKey)
            fail("I13", "another refund was called than is recorded: " + refund->refundKey);
    }
}

void Auditor::chargeBegins(const ChargeCall& charge)
{
    if (m_truth.payments.breaker == BreakerState::Open)
        fail("I14", "a charge begins while the breaker is open: " + charge.key);
}

void Auditor::quoted(const QuoteId& quote)
{
    m_quotes[quote.value] = m_core.now();
}

void Auditor::answeredFinally(const std::string& key, const std::string& body)
{
    const auto [known, isNew] = m_answers.try_emplace(key, body);
    if (!isNew && known->second != body)
        fail("I10", "two final answers for " + key);
    const auto stored = m_finalBodies.find(key);
    if (stored == m_finalBodies.end() || stored->second != body)
        fail("I10", "an answer for " + key + " that is not stored");
}

void Auditor::provenBy(const std::string& what, std::int32_t number, const std::string& code)
{
    const bool fits =
        std::any_of(m_books.orders.begin(), m_books.orders.end(), [&](const auto& entry) {
            return entry.second.number == number && entry.second.code == code;
        });
    if (!fits)
        fail("A2", what + " was carried out with a wrong claim code");
}

void Auditor::leaves(const std::string& bytes)
{
    if (bytes.find(kCanaryCard) != std::string::npos)
        fail("I18", "a card number left the daemon");
    if (bytes.find(kPinInBytes) != std::string::npos)
        fail("I18", "a PIN left the daemon");
}

void Auditor::unanswered(const std::string& what)
{
    fail("I16", "nobody answered " + what);
}

void Auditor::stepped(const Shop& shop)
{
    const ShopMemory& memory = shop.memory();
    if (memory.head != m_truth.seq || memory.view.seq != m_truth.seq)
        return fail("I11", "the shop stands at " + number(memory.head) + ", the log at " +
                               number(m_truth.seq));
    if (memory.quotes.size() > kQuotesMax || memory.pinWaiting.size() > kPinWaitingMax ||
        memory.attempts.size() > 400 || memory.heads.size() > 60)
        fail("I17", "something grows without a bound");
    // The whole picture costs too much for every step.
    if (++m_steps % 97 == 0 && memory.view != m_truth)
        fail("I11", "the shop's picture is not the fold of its events");
}

} // namespace coffee::sim
