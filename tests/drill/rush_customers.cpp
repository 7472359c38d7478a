// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/rush_customers.h"

#include "tests/support/random_menu.h"

#include <algorithm>

namespace coffee::drill {
namespace {

using namespace std::chrono_literals;

constexpr int kKiosks = 8;
constexpr int kCancelOneIn = 12;
constexpr int kHelpOneIn = 60;
constexpr int kLinesMost = 2;
constexpr int kTriesMost = 200;

/// Three even choices together: few come early or late, most in the middle.
std::chrono::milliseconds arrival(test::Random& random, std::chrono::milliseconds length)
{
    std::int64_t sum = 0;
    for (int n = 0; n < 3; ++n)
        sum += random.between(0, length.count());
    return std::chrono::milliseconds{sum / 3};
}

Basket someBasket(test::Random& random, const Menu& menu)
{
    Basket basket;
    basket.service = random.oneIn(2) ? ServiceMode::Here : ServiceMode::TakeAway;
    if (random.oneIn(10))
        basket.allergyNote = "견과류 빼 주세요";
    const auto lines = random.between(1, kLinesMost);
    for (std::int64_t n = 0; n < lines; ++n)
        basket.lines.push_back(test::randomLine(random, menu, basket.service));
    return basket;
}

} // namespace

RushCustomers::RushCustomers(const QString& commands, const Plan& plan) : m_commands{commands}
{
    test::Random random{plan.seed};
    const auto begin = std::chrono::steady_clock::now();
    for (int n = 0; n < plan.orders; ++n)
        m_arrivals.push_back(begin + arrival(random, plan.length));
    std::sort(m_arrivals.begin(), m_arrivals.end());
    m_running = kKiosks;
    for (int n = 1; n <= kKiosks; ++n)
        m_kiosks.emplace_back([this, n, seed = plan.seed + static_cast<std::uint64_t>(n)] {
            visit("kiosk-" + std::to_string(n), seed);
        });
}

RushCustomers::~RushCustomers()
{
    m_next = m_arrivals.size();
}

RushBought RushCustomers::result()
{
    m_kiosks.clear();
    return std::move(m_result);
}

void RushCustomers::fail(const std::string& sentence)
{
    const std::lock_guard lock{m_mutex};
    m_result.failures.push_back(sentence);
}

void RushCustomers::visit(const std::string& kiosk, std::uint64_t seed)
{
    try {
        test::ShopClient client{m_commands, {Role::Kiosk, kiosk}};
        test::Random random{seed};
        while (true) {
            const std::size_t mine = m_next++;
            if (mine >= m_arrivals.size())
                break;
            std::this_thread::sleep_until(m_arrivals[mine]);
            buy(client, random);
        }
    } catch (const std::exception& error) {
        fail(kiosk + ": " + error.what());
    }
    --m_running;
}

void RushCustomers::buy(test::ShopClient& client, test::Random& random)
{
    if (random.oneIn(kHelpOneIn)) {
        static_cast<void>(
            client.ask<protocol::Accepted>(protocol::HelpCall{test::ShopClient::newOp()}));
        const std::lock_guard lock{m_mutex};
        ++m_result.helpCalls;
    }
    for (int tries = 0; tries < kTriesMost; ++tries) {
        const auto quoted =
            client.reply<protocol::Quote>(client.checkout(someBasket(random, client.menu())));
        const auto* quote = quoted ? std::get_if<protocol::Quote>(&quoted->content) : nullptr;
        if (!quote) {
            // Sold out, sold at another hour, or too much at once: another choice.
            const std::lock_guard lock{m_mutex};
            ++m_result.askedAgain;
            continue;
        }
        const AttemptKey key = client.newKey();
        const test::Settled settled = client.settle(key, quote->quote);
        if (!settled.paid())
            continue;
        ++m_bought;
        {
            const std::lock_guard lock{m_mutex};
            m_result.paid.push_back(*settled.paid());
        }
        if (random.oneIn(kCancelOneIn)) {
            std::this_thread::sleep_for(std::chrono::milliseconds{random.between(0, 900)});
            cancel(client, key);
        }
        return;
    }
    fail("a customer could buy nothing");
}

void RushCustomers::cancel(test::ShopClient& client, const AttemptKey& key)
{
    for (const OrderState seen : {OrderState::Queued, OrderState::Making}) {
        const auto reply = client.reply<protocol::CancelAnswer>(
            protocol::OrderCancel{test::ShopClient::newOp(), protocol::KeyProof{key}, seen, 0});
        if (!reply || !std::holds_alternative<protocol::CancelAnswer>(reply->content))
            continue;
        const std::lock_guard lock{m_mutex};
        ++m_result.cancelled;
        return;
    }
}

} // namespace coffee::drill
