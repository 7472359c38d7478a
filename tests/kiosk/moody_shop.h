// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kiosk/window_shop.h"
#include "tests/support/random.h"

#include <map>
#include <set>

namespace coffee::test {

/// A daemon and a card terminal in every mood: they answer late or never, say no, run out of things
/// and close for a while. What they once said about a payment they say again.
class MoodyShop {
public:
    MoodyShop(WindowShop& gui, Random& random) : m_shop{gui.shop}, m_random{random} {}

    /// Answers one of the open questions, or does something of its own.
    void act()
    {
        if (m_random.oneIn(8))
            change();
        else if (const auto call = anyOpenCall(); call < m_shop.client.calls.size())
            answer(call, false);
    }
    /// Answers all that is open, kindly and finally.
    void settleEverything()
    {
        for (auto call = anyOpenCall(); call < m_shop.client.calls.size(); call = anyOpenCall())
            answer(call, true);
    }
    void open()
    {
        m_shop.publish(OrderingChanged{OrderingState::Open, 0, {}, {}});
        for (const MenuItem& item : m_shop.menu.items)
            m_shop.publish(ItemAvailability{item.id, true, 0});
        if (m_shop.source.current.state != transport::FeedState::Live)
            m_shop.showView();
    }

    /// Notes what the kiosk asks for now, before any of it is answered.
    void look()
    {
        for (const FakeOrderClient::Call& call : m_shop.client.calls)
            if (const auto* place = std::get_if<protocol::OrderPlace>(&call.request))
                note(*place);
    }

    /// The keys under which an order came to exist.
    [[nodiscard]] const std::set<std::string>& orders() const { return m_orders; }
    /// Every key that a charge was asked for under, in the order of their coming.
    [[nodiscard]] const std::vector<std::string>& attempts() const { return m_attempts; }

private:
    [[nodiscard]] std::size_t anyOpenCall()
    {
        auto& calls = m_shop.client.calls;
        std::erase_if(calls, [](const FakeOrderClient::Call& call) { return !call.open(); });
        if (calls.empty())
            return calls.size();
        return static_cast<std::size_t>(
            m_random.between(0, static_cast<std::int64_t>(calls.size()) - 1));
    }

    void change()
    {
        switch (m_random.between(0, 10)) {
        case 0:
            m_shop.publish(ItemAvailability{m_random.oneOf(m_shop.menu.items).id, false, 0});
            break;
        case 1:
            m_shop.publish(ItemAvailability{m_random.oneOf(m_shop.menu.items).id, true, 0});
            break;
        case 2:
            m_shop.publish(
                OrderingChanged{m_random.oneIn(2) ? OrderingState::Paused : OrderingState::Busy, 0,
                                "쉬어요", "A rest"});
            break;
        case 3:
        case 6:
        case 7:
            open();
            break;
        case 4:
            m_shop.source.enter(transport::FeedState::Stale);
            break;
        case 8:
        case 9:
        case 10:
            moveAnOrder();
            break;
        default:
            m_shop.source.heartbeat(m_shop.now);
            break;
        }
    }

    /// The bar makes one of the orders, or hands it over.
    void moveAnOrder()
    {
        if (m_states.empty())
            return;
        auto at = m_states.begin();
        std::advance(at, m_random.between(0, static_cast<std::int64_t>(m_states.size()) - 1));
        constexpr std::array kSteps{OrderStep::Start, OrderStep::Finish, OrderStep::Collect};
        for (const OrderStep step : kSteps)
            if (const auto next = nextState(at->second, step)) {
                m_shop.publish(OrderMoved{at->first, step, at->second, *next});
                at->second = *next;
                return;
            }
    }

    void answer(std::size_t call, bool kind)
    {
        if (!kind && m_random.oneIn(6)) {
            m_shop.client.fail(call, client::ClientFailure::Unreachable);
            return;
        }
        const protocol::RequestBody request = m_shop.client.calls[call].request;
        std::visit([this, call, kind](const auto& body) { reply(call, body, kind); }, request);
    }

    template <class Request>
    void reply(std::size_t call, const Request&, bool)
    {
        m_shop.client.fail(call, client::ClientFailure::Unreachable);
    }
    void reply(std::size_t call, const protocol::MenuGet&, bool)
    {
        m_shop.client.answer(call, protocol::MenuAnswer{m_shop.menu});
    }
    void reply(std::size_t call, const protocol::StatusGet&, bool)
    {
        protocol::StatusAnswer status;
        status.version = "1";
        status.epoch = "e";
        status.barAway = m_random.oneIn(3);
        status.screens = {{{Role::Kiosk, "kiosk-1"}, PresenceState::Up, "1", 1, 0},
                          {{Role::Kiosk, "kiosk-2"},
                           m_random.oneIn(4) ? PresenceState::Away : PresenceState::Up,
                           "1",
                           1,
                           0}};
        m_shop.client.answer(call, status);
    }
    void reply(std::size_t call, const protocol::HelpCall&, bool)
    {
        m_shop.client.answer(call, protocol::Accepted{});
    }
    void reply(std::size_t call, const protocol::AttemptShown&, bool)
    {
        m_shop.client.answer(call, protocol::Accepted{});
    }

    void reply(std::size_t call, const protocol::BasketPark& request, bool kind)
    {
        if (!kind && m_random.oneIn(3))
            return m_shop.client.refuse(call,
                                        refusalOf(RefusalCode::Busy, std::chrono::seconds{60}));
        m_parked = request.basket;
        m_shop.client.answer(call, protocol::ParkedAnswer{"482913", 600'000});
    }
    void reply(std::size_t call, const protocol::BasketTake&, bool)
    {
        if (m_parked.lines.empty() || m_random.oneIn(4))
            return m_shop.client.refuse(call, refusalOf(RefusalCode::NotFound));
        m_shop.client.answer(call, protocol::TakenAnswer{m_parked});
        m_parked = {};
    }

    void reply(std::size_t call, const protocol::CheckoutOpen& request, bool kind)
    {
        const auto priced = price(m_shop.menu, {}, request.basket);
        if (!priced || (!kind && m_random.oneIn(3))) {
            constexpr std::array kNo{RefusalCode::SoldOut, RefusalCode::Busy, RefusalCode::Paused,
                                     RefusalCode::PriceChanged, RefusalCode::MenuChanged};
            Refusal no = refusalOf(kNo.at(static_cast<std::size_t>(m_random.between(0, 4))),
                                   std::chrono::seconds{m_random.between(1, 30)});
            if (no.code == RefusalCode::SoldOut)
                no.items = {request.basket.lines.front().item};
            if (no.code == RefusalCode::PriceChanged)
                no.total = Money::fromWon(request.shownTotal.won() + 500);
            m_shop.client.refuse(call, no);
            return;
        }
        protocol::Quote quote{
            {"quote-" + std::to_string(++m_quotes)}, *priced, 180'000, {180, 300}, 1, false};
        m_quoted[quote.quote.value] = *priced;
        m_shop.client.answer(call, quote);
    }

    void reply(std::size_t call, const protocol::OrderPlace& request, bool kind)
    {
        note(request);
        m_baskets.try_emplace(request.key.value, m_quoted[request.quote.value]);
        settle(call, request.key, kind);
    }
    void reply(std::size_t call, const protocol::AttemptResume& request, bool kind)
    {
        settle(call, request.key, kind);
    }
    void reply(std::size_t call, const protocol::AttemptAbandon& request, bool)
    {
        finish(call, request.key, protocol::GivenUpAnswer{});
    }

    void note(const protocol::OrderPlace& request)
    {
        if (m_known.insert(request.key.value).second)
            m_attempts.push_back(request.key.value);
    }

    void settle(std::size_t call, const AttemptKey& key, bool kind)
    {
        if (!kind && !m_final.contains(key.value) && m_random.oneIn(2)) {
            m_shop.client.answerPending(
                call, static_cast<PaymentPhase>(m_random.between(
                          0, static_cast<std::int64_t>(PaymentPhase::RemoveCard))));
            return;
        }
        const auto mood = m_random.between(0, 5);
        if (mood == 0)
            finish(call, key, protocol::DeclinedAnswer{DeclineKind::Declined, "", 0});
        else if (mood == 1)
            finish(call, key, protocol::VoidedAnswer{});
        else
            finish(call, key, paidFor(key));
    }

    [[nodiscard]] protocol::PaidAnswer paidFor(const AttemptKey& key)
    {
        protocol::PaidAnswer paid = m_shop.paid();
        paid.order = static_cast<OrderId>(m_orders.size()) + 1;
        paid.number = static_cast<std::int32_t>(paid.order);
        if (const auto found = m_baskets.find(key.value); found != m_baskets.end())
            paid.basket = found->second;
        return paid;
    }

    /// The first final answer of a key is its only one.
    void finish(std::size_t call, const AttemptKey& key, const protocol::AttemptAnswer& wanted)
    {
        const auto [known, isNew] = m_final.try_emplace(key.value, wanted);
        if (const auto* paid = std::get_if<protocol::PaidAnswer>(&known->second); paid && isNew) {
            m_orders.insert(key.value);
            m_states[paid->order] = OrderState::Queued;
            m_shop.publish(
                OrderAppeared{paid->order, paid->number, paid->basket.service, 1, paid->wait});
        }
        m_shop.client.answer(call, known->second);
    }

    void reply(std::size_t call, const protocol::OrderShow& request, bool kind)
    {
        if (!kind && m_random.oneIn(3)) {
            Refusal no = refusalOf(m_random.oneIn(2) ? RefusalCode::WrongCode : RefusalCode::Locked,
                                   std::chrono::seconds{60});
            no.left = 3;
            m_shop.client.refuse(call, no);
            return;
        }
        protocol::PaidAnswer paid = m_shop.paid();
        if (const auto* proof = std::get_if<protocol::CodeProof>(&request.proof))
            paid.number = proof->number;
        OrderView order;
        order.id = paid.order;
        order.number = paid.number;
        order.lines = paid.basket.lines;
        order.total = paid.basket.total;
        order.payment = paid.payment;
        order.paidAt = paid.at;
        m_shop.client.answer(call, protocol::OrderShown{order, 0, {60, 120}, m_random.oneIn(2)});
    }
    void reply(std::size_t call, const protocol::OrderCancel&, bool)
    {
        if (m_random.oneIn(2))
            m_shop.client.answer(call, protocol::CancelAnswer{7, 117, 1, Money::fromWon(5000)});
        else
            m_shop.client.refuse(call, refusalOf(RefusalCode::TooLate));
    }

    KioskShop& m_shop;
    Random& m_random;
    std::map<std::string, PricedBasket> m_quoted;
    std::map<std::string, PricedBasket> m_baskets;
    std::map<std::string, protocol::AttemptAnswer> m_final;
    std::set<std::string> m_known;
    std::vector<std::string> m_attempts;
    std::set<std::string> m_orders;
    std::map<OrderId, OrderState> m_states;
    Basket m_parked;
    int m_quotes{0};
};

} // namespace coffee::test
