// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/random_shop.h"

#include <algorithm>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

constexpr std::size_t kRecent = 12; ///< orders and operations that people still care about

template <class T>
const T& recent(Random& random, const std::vector<T>& all)
{
    const std::size_t from = all.size() > kRecent ? all.size() - kRecent : 0;
    return all[static_cast<std::size_t>(random.between(static_cast<std::int64_t>(from),
                                                       static_cast<std::int64_t>(all.size()) - 1))];
}

bool isOk(const std::string& answer)
{
    return answer.find("\"status\":\"ok\"") != std::string::npos;
}

} // namespace

RandomShop::RandomShop(std::uint64_t seed) : m_random{seed}
{
    // The names begin with each other: nobody may take somebody else's key for their own.
    for (const char* name : {"k", "k-1", "k-1-1", "kiosk-2"})
        m_customers.push_back({kiosk(name), std::nullopt, {}});
    m_shop.setPin(ShopUnderTest::kPin);
}

void RandomShop::act()
{
    switch (m_random.between(1, 16)) {
    case 1:
    case 2:
    case 3:
        buyOrAskAgain();
        break;
    case 4:
        m_random.oneIn(2) ? repeatAnOldKey() : takeSomebodyElsesKey();
        break;
    case 5:
    case 6:
    case 7:
        work();
        break;
    case 8:
        cancelOrShow();
        break;
    case 9:
        staffActs();
        break;
    case 10:
        m_random.oneIn(3) ? changeTheOffer() : repeatAnOperation();
        break;
    case 11:
        beHeard();
        break;
    case 12:
        m_shop.pass(std::chrono::milliseconds{m_random.between(1, 3'000)});
        break;
    case 13:
        troubleComesAndGoes();
        break;
    default:
        answerACall();
        break;
    }
    hear();
}

// ---- customers ------------------------------------------------------------------------------

void RandomShop::ask(const Actor& from, const AttemptKey& key, RequestBody body)
{
    m_questions.push_back({m_shop.send(from, std::move(body)), key});
}

void RandomShop::begin(Customer& customer)
{
    Basket basket = m_random.oneIn(2) ? oneCoffee() : smallBasket();
    const auto priced = price(m_shop.settings().menu, {}, basket);
    const std::string route =
        m_shop.send(customer.at, CheckoutOpen{basket, "ko", m_shop.settings().menu.version,
                                              priced.value().total});
    const auto reply = m_shop.replyOn<Quote>(route);
    const auto* quote = std::get_if<Quote>(&reply.content);
    if (!quote)
        return; // paused, sold out or busy: another time
    customer.key = m_shop.newKey(customer.at.name);
    customer.quote = quote->quote;
    m_keys.push_back(*customer.key);
    ask(customer.at, *customer.key, OrderPlace{*customer.key, customer.quote});
}

void RandomShop::buyOrAskAgain()
{
    Customer& customer = m_customers[static_cast<std::size_t>(m_random.between(0, 3))];
    if (!customer.key)
        return begin(customer);
    const AttemptKey key = *customer.key;
    if (m_random.oneIn(6))
        ask(customer.at, key, AttemptAbandon{key});
    else if (m_random.oneIn(4))
        ask(customer.at, key, AttemptResume{key});
    else
        ask(customer.at, key, OrderPlace{key, customer.quote});
    if (m_random.oneIn(40))
        customer.key.reset(); // walks away; the next one comes
}

void RandomShop::repeatAnOldKey()
{
    if (m_keys.empty())
        return;
    const AttemptKey key = m_random.oneOf(m_keys);
    const std::string machine = key.value.substr(0, key.value.size() - 33);
    if (m_random.oneIn(2))
        ask(kiosk(machine), key, OrderPlace{key, QuoteId{"gone"}});
    else
        ask(kiosk(machine), key, AttemptResume{key});
}

void RandomShop::takeSomebodyElsesKey()
{
    if (m_keys.empty())
        return;
    const AttemptKey key = m_random.oneOf(m_keys);
    const Actor thief = m_customers[static_cast<std::size_t>(m_random.between(0, 3))].at;
    if (key.value.substr(0, key.value.size() - 33) == thief.name)
        return;
    const std::string route = m_shop.send(thief, AttemptAbandon{key});
    const RefusalCode code = m_shop.refusalOn(route).code;
    if (code != RefusalCode::WrongMachine && code != RefusalCode::Busy)
        m_broken.push_back(thief.name + " was let at " + key.value);
}

/// Whoever asked hears; a key that was answered once is answered the same for ever.
void RandomShop::hear()
{
    std::erase_if(m_questions, [&](const Question& question) {
        const std::string answer = m_shop.answerOn(question.route);
        if (answer.empty())
            return false;
        const auto reply = m_shop.replyOn<AttemptAnswer>(question.route);
        if (const auto* final = std::get_if<AttemptAnswer>(&reply.content)) {
            const std::string body = m_shop.bodyOn(question.route);
            const auto [known, isFirst] = m_bodies.try_emplace(question.key, body);
            if (known->second != body)
                m_broken.push_back("two answers for " + question.key.value);
            if (const auto* paid = std::get_if<PaidAnswer>(final); paid && isFirst) {
                m_paid.push_back(*paid);
                m_keyOf[paid->order] = question.key;
            }
            for (Customer& customer : m_customers)
                if (customer.key == question.key)
                    customer.key.reset();
        } else if (const auto* refused = std::get_if<Refusal>(&reply.content)) {
            if (refused->code == RefusalCode::Busy)
                return true;
            // Nothing was recorded: this key is not used again by its customer.
            for (Customer& customer : m_customers)
                if (customer.key == question.key)
                    customer.key.reset();
        }
        return true;
    });
}

// ---- the bar and the staff ------------------------------------------------------------------

const PaidAnswer& RandomShop::somePaid()
{
    return recent(m_random, m_paid);
}

void RandomShop::operation(const Actor& from, RequestBody body)
{
    const std::string route = m_shop.send(from, body);
    m_operations.push_back({from, std::move(body), route});
}

void RandomShop::repeatAnOperation()
{
    if (m_operations.empty())
        return;
    const Done done = recent(m_random, m_operations);
    const std::string again = m_shop.send(done.from, done.body);
    const std::string first = m_shop.answerOn(done.route);
    const std::string second = m_shop.answerOn(again);
    if (isOk(first) && isOk(second) && m_shop.bodyOn(done.route) != m_shop.bodyOn(again))
        m_broken.push_back("two answers for one operation");
}

void RandomShop::work()
{
    if (m_paid.empty())
        return;
    const OrderId order = somePaid().order;
    if (m_random.oneIn(2))
        return tickOrRefuse(order);
    if (m_random.oneIn(8)) {
        const StopAck stop{m_shop.newOp(), order, {1}, m_random.between(0, 5'000)};
        return operation(bar(), stop);
    }
    const auto action = static_cast<OrderAction>(m_random.between(0, 5));
    const OrderState seen = m_random.oneIn(10) ? static_cast<OrderState>(m_random.between(0, 4))
                                               : m_shop.stateOf(order);
    operation(bar(), m_shop.command(action, order, seen, m_random.between(0, 20'000)));
}

void RandomShop::tickOrRefuse(OrderId order)
{
    const auto row = m_shop.ledger().findOrder(order);
    const auto unit =
        static_cast<UnitNumber>(m_random.between(1, static_cast<std::int64_t>(row->units.size())));
    const UnitState state = row->units[static_cast<std::size_t>(unit) - 1].state;
    const auto step = m_random.oneIn(8)          ? UnitStep::Refuse
                      : state == UnitState::Open ? UnitStep::Tick
                      : m_random.oneIn(3)        ? UnitStep::Remake
                                                 : UnitStep::Untick;
    operation(bar(), m_shop.unitCommand(step, order, unit, state));
}

void RandomShop::cancelOrShow()
{
    if (m_paid.empty())
        return;
    const PaidAnswer& paid = somePaid();
    const AttemptKey key = m_keyOf.at(paid.order);
    const std::string machine = key.value.substr(0, key.value.size() - 33);
    Proof proof = CodeProof{paid.number, paid.code};
    if (m_random.oneIn(3))
        proof = KeyProof{key};
    else if (m_random.oneIn(10))
        proof = CodeProof{paid.number, ShopUnderTest::wrongCode(paid.code)};
    if (m_random.oneIn(2))
        m_shop.send(kiosk(machine), OrderShow{proof});
    else
        operation(kiosk(machine), OrderCancel{m_shop.newOp(), proof, OrderState::Queued, 0});
}

void RandomShop::staffActs()
{
    if (!m_shop.pinChecks.empty() && !m_random.oneIn(3))
        return m_shop.checkPin();
    if (m_paid.empty())
        return;
    const OrderId order = somePaid().order;
    if (m_random.oneIn(3)) {
        OrderCancelByStaff command = m_shop.staffCancel(order, m_shop.stateOf(order));
        if (m_random.oneIn(6))
            command.pin = "314159";
        m_shop.send(manager(), command);
        return;
    }
    const auto row = m_shop.ledger().findOrder(order);
    if (m_random.oneIn(2))
        m_shop.send(manager(), m_shop.refundCommand(order, {}, 100 * m_random.between(1, 60)));
    else
        m_shop.send(manager(), m_shop.refundCommand(
                                   order, {static_cast<UnitNumber>(m_random.between(
                                              1, static_cast<std::int64_t>(row->units.size())))}));
}

void RandomShop::changeTheOffer()
{
    switch (m_random.between(1, 4)) {
    case 1:
        return operation(bar(), SetAvailability{m_shop.newOp(), "cookie", m_random.oneIn(2),
                                                UntilKind::Minutes, 1, 0});
    case 2:
        if (m_random.oneIn(4))
            return operation(manager(), OrderingPause{m_shop.newOp(), 1, "잠시만요", "Wait"});
        return operation(manager(), OrderingResume{m_shop.newOp()});
    case 3:
        return operation(kiosk("k-1"), HelpCall{m_shop.newOp()});
    default:
        return operation(bar(), HelpTake{m_shop.newOp(), "k-1", 0});
    }
}

void RandomShop::beHeard()
{
    const ShopMemory& memory = m_shop.shop().memory();
    m_shop.send(m_random.oneIn(2) ? bar() : kiosk("k-1"),
                Presence{"0.1.0", Stream::Board, memory.epoch,
                         std::max<Sequence>(0, memory.head - m_random.between(0, 30))});
}

// ---- the bank and trouble -------------------------------------------------------------------

void RandomShop::answerACall()
{
    // A call reaches the bank, or an answer reaches the shop.
    if (!m_shop.calls.empty() && !m_random.oneIn(3)) {
        const auto at = m_random.between(0, static_cast<std::int64_t>(m_shop.calls.size()) - 1);
        const GatewayCall call = m_shop.calls[static_cast<std::size_t>(at)];
        m_shop.calls.erase(m_shop.calls.begin() + at);
        if (const auto* charge = std::get_if<ChargeCall>(&call); charge && m_random.oneIn(2))
            m_shop.ShopRig::give(
                GatewayResult{ChargeProgressed{charge->key, PaymentPhase::WaitingCard}});
        m_answers.push_back(m_bank.carryOut(call));
    }
    if (m_answers.empty() || m_random.oneIn(4))
        return;
    const auto at = m_random.between(0, static_cast<std::int64_t>(m_answers.size()) - 1);
    const GatewayResult answer = m_answers[static_cast<std::size_t>(at)];
    m_answers.erase(m_answers.begin() + at);
    m_shop.ShopRig::give(answer);
}

void RandomShop::troubleComesAndGoes()
{
    if (m_shop.faults().full) {
        m_shop.faults().full = false;
        return;
    }
    if (m_random.oneIn(4)) {
        m_shop.faults().full = true;
        ++m_timesFull;
    } else if (m_random.oneIn(4)) {
        // Some calls came through, and nobody is there to hear their answers.
        for (const GatewayCall& call : m_shop.calls)
            if (m_random.oneIn(2))
                static_cast<void>(m_bank.carryOut(call));
        m_answers.clear();
        m_shop.restart();
        m_questions.clear();
        ++m_restarts;
    } else if (m_random.oneIn(3)) {
        m_bank.letLateChargesArrive();
    } else if (m_random.oneIn(3)) {
        m_shop.pass(std::chrono::seconds{m_random.between(30, 70)}); // everybody is silent
    }
}

// ---- the end --------------------------------------------------------------------------------

bool RandomShop::isSettled()
{
    const ShopMemory& memory = m_shop.shop().memory();
    const bool attempts =
        std::all_of(memory.attempts.begin(), memory.attempts.end(), [](const auto& entry) {
            return entry.second.row.state == AttemptState::NeedsReview;
        });
    return attempts &&
           std::all_of(memory.refunds.begin(), memory.refunds.end(), [](const auto& entry) {
               return entry.second.row.state == RefundState::NeedsReview;
           });
}

void RandomShop::settleWithBank()
{
    while (!m_shop.calls.empty() || !m_answers.empty()) {
        while (!m_shop.calls.empty()) {
            m_answers.push_back(m_bank.carryOut(m_shop.calls.front()));
            m_shop.calls.pop_front();
        }
        std::vector<Input> inputs;
        for (GatewayResult& answer : std::exchange(m_answers, {}))
            inputs.emplace_back(std::move(answer));
        m_shop.give(std::move(inputs));
    }
}

void RandomShop::heal()
{
    m_shop.faults().full = false;
    m_bank.becomeHonest();
    while (!m_shop.pinChecks.empty())
        m_shop.checkPin();
    // Ten minutes are enough for everything that goes on by itself.
    for (int round = 0; round < 40 && !isSettled(); ++round) {
        settleWithBank();
        m_shop.pass(15s);
        hear();
    }
    settleWithBank();
    closeReviews();
    hear();
}

void RandomShop::closeReviews()
{
    m_shop.pass(kPinLock); // a manager may have forgotten the PIN
    const auto close = [&](ReviewKind kind, std::int64_t id, ReviewOutcome outcome) {
        ++m_reviews;
        m_shop.wentThrough<Accepted>(
            m_shop.withPin(manager(), ReviewClose{m_shop.newOp(), kind, id, outcome, "은행과 확인",
                                                  ShopUnderTest::kPin}));
    };
    const ShopMemory& memory = m_shop.shop().memory();
    const auto attempts = memory.attempts;
    for (const auto& [key, attempt] : attempts) {
        const bool held = m_bank.heldWon(key.value) > 0;
        m_bank.reverseByHand(key.value);
        close(ReviewKind::Attempt, attempt.row.id,
              held ? ReviewOutcome::Voided : ReviewOutcome::Declined);
    }
    const auto refunds = memory.refunds;
    for (const auto& [id, refund] : refunds) {
        m_bank.refundByHand(refund.chargeKey, refund.row.key, refund.row.amount);
        close(ReviewKind::Refund, id, ReviewOutcome::Done);
    }
}

void RandomShop::night()
{
    const std::chrono::minutes offset = m_shop.settings().utcOffset;
    m_shop.skip(dayStart(businessDay(m_shop.wall(), offset) + 1, offset) + 1min - m_shop.wall());
    m_shop.pass(3s);
}

std::vector<std::string> RandomShop::zDifferences()
{
    std::vector<std::string> found;
    std::map<std::string, int> counted; ///< in how many Zs a key of the bank is
    const auto compare = [&](const std::string& key, std::int64_t shops, std::int64_t banks) {
        ++counted[key];
        if (shops != banks)
            found.push_back(key + ": " + std::to_string(shops) + " in the Z, " +
                            std::to_string(banks) + " at the bank");
    };
    for (std::int64_t number = 1; number <= zs(); ++number) {
        const DayReport z = m_shop.ask<ZAnswer>(manager(), ZGet{number}).report;
        MoneySum taken;
        MoneySum back;
        for (const Event& event : m_shop.published) {
            if (event.seq < z.from || event.seq > z.to)
                continue;
            if (const auto* paid = std::get_if<OrderPaid>(&event.body)) {
                const std::string key = m_shop.ledger().findOrder(paid->order)->key.value;
                compare(key, paid->basket.total.won(), m_bank.takenWon(key));
                taken += MoneySum::fromWon(m_bank.takenWon(key));
            } else if (const auto* moved = std::get_if<RefundMoved>(&event.body);
                       moved && moved->to == RefundState::Done) {
                const std::string key = m_shop.ledger().findRefund(moved->refund)->key;
                compare(key, moved->amount.won(), m_bank.refundedWon(key));
                back += MoneySum::fromWon(m_bank.refundedWon(key));
            }
        }
        if (z.sales.sum != taken || z.refunds.sum != back)
            found.push_back("Z " + std::to_string(number) + " says " +
                            std::to_string(z.sales.sum.won()) + " and " +
                            std::to_string(z.refunds.sum.won()) + ", the bank " +
                            std::to_string(taken.won()) + " and " + std::to_string(back.won()));
    }
    for (const std::string& key : m_bank.keys())
        if (m_bank.heldWon(key) > 0 && counted[key] != 1)
            found.push_back(key + " is in " + std::to_string(counted[key]) + " Zs");
    for (const auto& [key, times] : counted)
        if (times != 1)
            found.push_back(key + " is in " + std::to_string(times) + " Zs");
    return found;
}

std::vector<std::string> RandomShop::differences()
{
    std::vector<std::string> found = m_broken;
    found.insert(found.end(), m_bank.violations().begin(), m_bank.violations().end());
    const ShopMemory& memory = m_shop.shop().memory();
    for (const auto& [key, attempt] : memory.attempts)
        found.push_back("attempt " + key.value + " is still " +
                        std::string{word(attempt.row.state)});
    for (const auto& [id, refund] : memory.refunds)
        found.push_back("refund " + std::to_string(id) + " is still " +
                        std::string{word(refund.row.state)});
    // Key by key: what the shop keeps is what the bank holds.
    std::vector<std::string> keys = m_bank.keys();
    for (const AttemptKey& key : m_keys)
        keys.push_back(key.value);
    for (const std::string& key : keys) {
        const auto order = m_shop.ledger().findOrderByAttempt(AttemptKey{key});
        std::int64_t kept = order ? order->basket.total.won() : 0;
        if (order)
            for (const RefundRow& refund : order->refunds)
                kept -= refund.amount.won();
        if (kept != m_bank.heldWon(key))
            found.push_back(key + ": the shop keeps " + std::to_string(kept) + ", the bank holds " +
                            std::to_string(m_bank.heldWon(key)));
    }
    return found;
}

} // namespace coffee::test
