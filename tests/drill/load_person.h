// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/load_figures.h"
#include "tests/support/shop_client.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <random>
#include <stop_token>
#include <string>

namespace coffee::drill {

using namespace std::chrono_literals;

/// Paid orders on their way from the customers to the bar. Thread-safe.
class PaidOrders {
public:
    void add(OrderId order);
    /// Waits for the next one; 0 when there is none and `stop` is asked for.
    [[nodiscard]] OrderId next(const std::stop_token& stop);

private:
    std::mutex m_mutex;
    std::condition_variable_any m_added;
    std::deque<OrderId> m_orders;
};

/// Somebody with a screen in the load drill: asks, and every answer's time is taken. One object
/// per thread.
class LoadPerson {
public:
    LoadPerson(transport::ZmqContext& context, const QString& commands, Actor who,
               LoadFigures& figures)
        : m_client{commands, std::move(who), context}, m_figures{figures}
    {
    }

    /// The answer; empty, and a difference, when none came.
    template <class Body>
    [[nodiscard]] std::optional<protocol::Reply<Body>> ask(const protocol::RequestBody& body);

protected:
    using Clock = std::chrono::steady_clock;

    test::ShopClient m_client;
    LoadFigures& m_figures;
};

/// Buys one order after the other, as a kiosk does it: told to wait, it waits as long as it was
/// told and comes back with the same basket or the same key.
class LoadCustomer : public LoadPerson {
public:
    LoadCustomer(transport::ZmqContext& context, const QString& commands, int number,
                 std::uint32_t seed, LoadFigures& figures, PaidOrders& bar);

    /// Until it is told to stop; then it only brings to its end what it has begun.
    void run(const std::stop_token& stop);

private:
    enum class Next { Leave, AskAgain, NewQuote };

    void buy(const std::stop_token& stop);
    [[nodiscard]] std::optional<QuoteId> quote(const Basket& basket, const std::stop_token& stop);
    [[nodiscard]] Next pay(const QuoteId& quote, const std::stop_token& stop);
    [[nodiscard]] Next refused(const AttemptKey& key, const Refusal& refusal,
                               Clock::time_point since, const std::stop_token& stop);
    [[nodiscard]] Next ended(const AttemptKey& key, const protocol::AttemptAnswer& answer,
                             Clock::time_point since, const std::stop_token& stop);
    void lookAtIt(const AttemptKey& key, const protocol::PaidAnswer& order);
    /// False when it is time to go home.
    [[nodiscard]] bool waitAsTold(LoadFigures::Took after, std::chrono::milliseconds wait,
                                  const std::stop_token& stop);
    [[nodiscard]] bool rest(std::chrono::milliseconds wait, const std::stop_token& stop);
    [[nodiscard]] bool chance(int percent);

    PaidOrders& m_bar;
    std::minstd_rand m_random;
    bool m_waits{false}; ///< was told to wait for the order that is being bought
};

/// Makes what was paid, as fast as it can.
class LoadBarista : public LoadPerson {
public:
    LoadBarista(transport::ZmqContext& context, const QString& commands, LoadFigures& figures)
        : LoadPerson{context, commands, {Role::Station, "bar"}, figures}
    {
    }
    void run(PaidOrders& orders, const std::stop_token& stop);

private:
    [[nodiscard]] bool move(OrderId order, protocol::OrderAction action, OrderState seen);
};

template <class Body>
std::optional<protocol::Reply<Body>> LoadPerson::ask(const protocol::RequestBody& body)
{
    const auto since = Clock::now();
    auto reply = m_client.reply<Body>(body, {10'000ms, 1, 5'000ms});
    if (reply)
        m_figures.answered(protocol::typeName(body), Clock::now() - since);
    else
        m_figures.unanswered(protocol::typeName(body));
    return reply;
}

} // namespace coffee::drill
