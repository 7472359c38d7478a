// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shop_client.h"

#include <cstdint>
#include <random>
#include <thread>

namespace coffee::test {

using protocol::RequestBody;
using std::chrono::steady_clock;

namespace {

/// Between two questions about the same attempt.
constexpr auto kAskAgainAfter = 5ms;

} // namespace

std::string randomHex128()
{
    static thread_local std::random_device random;
    constexpr char digits[] = "0123456789abcdef";
    constexpr int digitsOfADraw = 8; // a draw is slow where a processor is only lent
    std::string hex;
    for (int draw = 0; draw < 4; ++draw) {
        std::uint32_t left = random();
        for (int n = 0; n < digitsOfADraw; ++n, left >>= 4)
            hex += digits[left & 0xf];
    }
    return hex;
}

std::string bodyOf(const std::string& reply)
{
    constexpr std::string_view key = "\"body\":";
    const auto at = reply.find(key);
    if (at == std::string::npos || reply.back() != '}')
        throw std::runtime_error{"not a reply: " + reply};
    return reply.substr(at + key.size(), reply.size() - at - key.size() - 1);
}

ShopClient::ShopClient(const QString& commands, Actor from)
    : m_from{std::move(from)},
      m_context{std::make_unique<transport::ZmqContext>()},
      m_requester{*m_context, commands.toStdString(), m_calls, std::random_device{}()}
{
}

ShopClient::ShopClient(const QString& commands, Actor from, transport::ZmqContext& context)
    : m_from{std::move(from)},
      m_requester{context, commands.toStdString(), m_calls, std::random_device{}()}
{
}

std::optional<std::string> ShopClient::bytes(const RequestBody& body,
                                             const transport::RequestPolicy& policy)
{
    const auto got = m_requester.ask(policy, [&](int) {
        return protocol::encode(protocol::Request{randomHex128(), m_from, body});
    });
    if (!got)
        return std::nullopt;
    return *got;
}

Refusal ShopClient::refusal(const RequestBody& body)
{
    const auto got = reply<protocol::Accepted>(body);
    if (!got)
        throw std::runtime_error{"no answer to " + std::string{protocol::typeName(body)}};
    const auto* refused = std::get_if<Refusal>(&got->content);
    if (!refused)
        throw std::runtime_error{std::string{protocol::typeName(body)} + " was not refused"};
    return *refused;
}

AttemptKey ShopClient::newKey() const
{
    return AttemptKey{m_from.name + "-" + randomHex128()};
}

OperationKey ShopClient::newOp()
{
    return OperationKey{randomHex128()};
}

const Menu& ShopClient::menu()
{
    if (!m_menu)
        m_menu = ask<protocol::MenuAnswer>(protocol::MenuGet{}).menu;
    return *m_menu;
}

RequestBody ShopClient::checkout(const Basket& basket)
{
    const auto priced = price(menu(), {}, basket);
    if (!priced)
        throw std::runtime_error{"the test's basket has no price: " + priced.error().detail};
    return protocol::CheckoutOpen{basket, "ko", menu().version, priced->total};
}

protocol::Quote ShopClient::quote(const Basket& basket)
{
    return ask<protocol::Quote>(checkout(basket));
}

Settled ShopClient::settle(const AttemptKey& key, const QuoteId& quote,
                           std::chrono::milliseconds limit, std::chrono::milliseconds eachTry)
{
    const auto until = steady_clock::now() + limit;
    Settled settled;
    while (steady_clock::now() < until) {
        ++settled.timesAsked;
        const auto got = bytes(protocol::OrderPlace{key, quote}, {eachTry, 1, eachTry});
        if (!got)
            continue;
        const auto read = protocol::decodeReply<protocol::AttemptAnswer>(*got);
        if (!read)
            throw std::runtime_error{"not an answer: " + read.error().detail};
        if (const auto* answer = std::get_if<protocol::AttemptAnswer>(&read->content)) {
            settled.answer = *answer;
            settled.body = bodyOf(*got);
            return settled;
        }
        const auto* refused = std::get_if<Refusal>(&read->content);
        if (refused && refused->code != RefusalCode::Busy) {
            settled.refused = *refused;
            settled.body = bodyOf(*got);
            return settled;
        }
        if (refused) {
            ++settled.timesBusy;
            settled.longestBusy = std::max(settled.longestBusy, refused->retryAfter);
        }
        std::this_thread::sleep_until(std::min(
            until, steady_clock::now() + (refused ? refused->retryAfter
                                                  : std::chrono::milliseconds{kAskAgainAfter})));
    }
    return settled;
}

protocol::PaidAnswer ShopClient::buy(const Basket& basket)
{
    const Settled settled = settle(newKey(), quote(basket).quote);
    if (!settled.paid())
        throw std::runtime_error{"the order was not paid: " + settled.body};
    return *settled.paid();
}

std::vector<Event> ShopClient::allEvents(protocol::Stream stream)
{
    std::vector<Event> all;
    for (;;) {
        const auto page = ask<protocol::EventsPage>(
            protocol::EventsGet{stream, static_cast<Sequence>(all.size()),
                                static_cast<std::int32_t>(protocol::kPageMax)});
        all.insert(all.end(), page.events.begin(), page.events.end());
        if (page.events.empty() || all.back().seq >= page.head)
            return all;
    }
}

Basket oneAmericano()
{
    Basket basket;
    basket.lines = {{"americano",
                     {{"temperature", "hot", 1}, {"size", "regular", 1}, {"strength", "normal", 1}},
                     {CupKind::Store}}};
    return basket;
}

Basket threeUnits()
{
    Basket basket = oneAmericano();
    basket.lines[0].options[0].choice = "ice";
    basket.lines[0].cups = {CupKind::Store, CupKind::Own};
    basket.lines.push_back({"croissant", {{"warming", "as-is", 1}}, {CupKind::None}});
    return basket;
}

} // namespace coffee::test
