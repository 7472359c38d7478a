// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/shop_caller.h"

#include "tests/support/random_menu.h"

#include <cstdio>

namespace coffee::test {

using namespace std::chrono_literals;

namespace {

/// A charge may take a while on a busy machine; it is asked for again, not waited for blindly.
constexpr int kPlaceTries = 60;

} // namespace

ShopCaller::ShopCaller(std::string endpoint, Actor who)
    : m_who{std::move(who)}, m_requester{m_context, std::move(endpoint), m_calls, 1}
{
}

std::string ShopCaller::exchange(const protocol::RequestBody& question)
{
    auto answer = m_requester.ask({10s, 3, 10s}, [&](int attempt) {
        return protocol::encode(protocol::Request{"q" + std::to_string(attempt), m_who, question});
    });
    if (!answer)
        throw std::runtime_error{"no answer"};
    return *answer;
}

protocol::PaidAnswer ShopCaller::buy(std::uint64_t seed)
{
    const Menu menu = ask<protocol::MenuAnswer>(protocol::MenuGet{}).menu;
    Random random{seed};
    protocol::CheckoutOpen open;
    open.basket = randomBasket(random, menu);
    open.locale = "ko";
    open.menuVersion = menu.version;
    open.shownTotal = price(menu, {}, open.basket).value().total;
    const auto quote = ask<protocol::Quote>(open);

    char digits[33];
    std::snprintf(digits, sizeof digits, "%032llx", static_cast<unsigned long long>(seed));
    const AttemptKey key{m_who.name + '-' + digits};
    for (int attempt = 0; attempt < kPlaceTries; ++attempt) {
        const auto reply = protocol::decodeReply<protocol::AttemptAnswer>(
            exchange(protocol::OrderPlace{key, quote.quote}));
        if (!reply)
            throw std::runtime_error{reply.error().detail};
        const auto* answer = std::get_if<protocol::AttemptAnswer>(&reply->content);
        if (!answer)
            continue; // the daemon itself waits before it says "pending"
        if (const auto* paid = std::get_if<protocol::PaidAnswer>(answer))
            return *paid;
        throw std::runtime_error{"the charge did not go through"};
    }
    throw std::runtime_error{"the charge never ended"};
}

} // namespace coffee::test
