// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/load_person.h"

namespace coffee::drill {
namespace {

constexpr int kShowPercent = 40;
constexpr int kCancelPercent = 10;
/// Somebody else steps up to the screen.
constexpr unsigned kBetweenCustomersMs = 100;
/// An attempt has its final answer by then, whatever happens: its lease, and then some.
constexpr auto kFinalLimit = 150s;

} // namespace

// ---- from the customers to the bar ----------------------------------------------------------

void PaidOrders::add(OrderId order)
{
    {
        const std::lock_guard lock{m_mutex};
        m_orders.push_back(order);
    }
    m_added.notify_one();
}

OrderId PaidOrders::next(const std::stop_token& stop)
{
    std::unique_lock lock{m_mutex};
    if (!m_added.wait(lock, stop, [this] { return !m_orders.empty(); }))
        return 0;
    const OrderId order = m_orders.front();
    m_orders.pop_front();
    return order;
}

void LoadBarista::run(PaidOrders& orders, const std::stop_token& stop)
{
    using protocol::OrderAction;
    while (const OrderId order = orders.next(stop))
        // A cancelled order is refused; then there is nothing more to do.
        if (move(order, OrderAction::Start, OrderState::Queued) &&
            move(order, OrderAction::Ready, OrderState::Making))
            static_cast<void>(move(order, OrderAction::Collect, OrderState::Ready));
}

bool LoadBarista::move(OrderId order, protocol::OrderAction action, OrderState seen)
{
    const auto reply = ask<protocol::OrderAnswer>(
        protocol::OrderCommand{action, test::ShopClient::newOp(), order, seen, 0});
    return reply && std::holds_alternative<protocol::OrderAnswer>(reply->content);
}

// ---- a customer -----------------------------------------------------------------------------

LoadCustomer::LoadCustomer(transport::ZmqContext& context, const QString& commands, int number,
                           std::uint32_t seed, LoadFigures& figures, PaidOrders& bar)
    : LoadPerson{context, commands, {Role::Kiosk, "kiosk-" + std::to_string(number)}, figures},
      m_bar{bar},
      m_random{seed}
{
}

bool LoadCustomer::chance(int percent)
{
    return m_random() % 100 < static_cast<unsigned>(percent);
}

bool LoadCustomer::rest(std::chrono::milliseconds wait, const std::stop_token& stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock{mutex};
    never.wait_for(lock, stop, wait, [] { return false; });
    return !stop.stop_requested();
}

bool LoadCustomer::waitAsTold(LoadFigures::Took after, std::chrono::milliseconds wait,
                              const std::stop_token& stop)
{
    m_figures.toldToWait(after);
    if (!std::exchange(m_waits, true))
        m_figures.oneMoreWaits();
    if (wait <= 0ms)
        m_figures.differ(m_client.who().name + " was told to wait, but not how long");
    if (!rest(wait, stop))
        return false;
    m_figures.cameBack();
    return true;
}

void LoadCustomer::run(const std::stop_token& stop)
{
    static_cast<void>(m_client.menu());
    do
        buy(stop);
    while (rest(std::chrono::milliseconds{m_random() % kBetweenCustomersMs}, stop));
}

void LoadCustomer::buy(const std::stop_token& stop)
{
    m_waits = false;
    const Basket basket = chance(50) ? test::oneAmericano() : test::threeUnits();
    Next next = Next::NewQuote;
    while (next == Next::NewQuote) {
        const auto quoted = quote(basket, stop);
        next = quoted ? pay(*quoted, stop) : Next::Leave;
    }
}

std::optional<QuoteId> LoadCustomer::quote(const Basket& basket, const std::stop_token& stop)
{
    const protocol::RequestBody question = m_client.checkout(basket);
    while (!stop.stop_requested()) {
        const auto since = Clock::now();
        const auto reply = ask<protocol::Quote>(question);
        if (!reply)
            return std::nullopt;
        if (const auto* got = std::get_if<protocol::Quote>(&reply->content))
            return got->quote;
        const auto* refusal = std::get_if<Refusal>(&reply->content);
        if (!refusal || refusal->code != RefusalCode::Busy) {
            m_figures.differ("checkout.open: " + (refusal ? refusal->detail : "pending"));
            return std::nullopt;
        }
        if (!waitAsTold(Clock::now() - since, refusal->retryAfter, stop))
            return std::nullopt;
    }
    return std::nullopt;
}

LoadCustomer::Next LoadCustomer::pay(const QuoteId& quote, const std::stop_token& stop)
{
    const AttemptKey key = m_client.newKey();
    auto since = Clock::now();
    while (Clock::now() - since < kFinalLimit) {
        const auto reply = ask<protocol::AttemptAnswer>(protocol::OrderPlace{key, quote});
        if (!reply)
            continue;
        if (const auto* answer = std::get_if<protocol::AttemptAnswer>(&reply->content))
            return ended(key, *answer, since, stop);
        const auto* refusal = std::get_if<Refusal>(&reply->content);
        if (!refusal)
            continue; // pending: ask again at once
        const Next next = refused(key, *refusal, since, stop);
        if (next != Next::AskAgain)
            return next;
        since = Clock::now();
    }
    m_figures.differ(key.value + " has no final answer");
    return Next::Leave;
}

LoadCustomer::Next LoadCustomer::refused(const AttemptKey& key, const Refusal& refusal,
                                         Clock::time_point since, const std::stop_token& stop)
{
    if (refusal.code == RefusalCode::QuoteExpired)
        return Next::NewQuote;
    if (refusal.code != RefusalCode::Busy) {
        m_figures.differ("order.place: " + refusal.detail);
        return Next::Leave;
    }
    if (waitAsTold(Clock::now() - since, refusal.retryAfter, stop))
        return Next::AskAgain;
    static_cast<void>(ask<protocol::AttemptAnswer>(protocol::AttemptAbandon{key}));
    return Next::Leave;
}

LoadCustomer::Next LoadCustomer::ended(const AttemptKey& key, const protocol::AttemptAnswer& answer,
                                       Clock::time_point since, const std::stop_token& stop)
{
    const auto took = Clock::now() - since;
    m_figures.paid(answer, took);
    static_cast<void>(ask<protocol::Accepted>(protocol::AttemptShown{key}));
    if (const auto* paid = std::get_if<protocol::PaidAnswer>(&answer))
        lookAtIt(key, *paid);
    const auto* declined = std::get_if<protocol::DeclinedAnswer>(&answer);
    if (!declined || declined->kind != DeclineKind::NotSent)
        return Next::Leave;
    const std::chrono::milliseconds wait{declined->retryAfterMs};
    return waitAsTold(took, wait, stop) ? Next::NewQuote : Next::Leave;
}

void LoadCustomer::lookAtIt(const AttemptKey& key, const protocol::PaidAnswer& order)
{
    if (chance(kShowPercent)) {
        const auto shown = ask<protocol::OrderShown>(
            protocol::OrderShow{protocol::CodeProof{order.number, order.code}});
        const auto* view = shown ? std::get_if<protocol::OrderShown>(&shown->content) : nullptr;
        if (!view || view->order.id != order.order)
            m_figures.differ(key.value + " is not shown");
    }
    if (chance(kCancelPercent)) {
        const auto answer = ask<protocol::CancelAnswer>(protocol::OrderCancel{
            test::ShopClient::newOp(), protocol::KeyProof{key}, OrderState::Queued, 0});
        if (answer && std::holds_alternative<protocol::CancelAnswer>(answer->content))
            m_figures.cancelled();
        else
            m_figures.differ(key.value + " cannot be cancelled");
    } else {
        m_bar.add(order.order);
    }
}

} // namespace coffee::drill
