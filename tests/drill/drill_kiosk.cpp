// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drill/drill_kiosk.h"

#include <iterator>
#include <limits>

namespace coffee::drill {
namespace {

constexpr int kWalksAwayPercent = 18;
constexpr int kCancelPercent = 30;
constexpr int kUntilFinal = std::numeric_limits<int>::max();
constexpr auto kBetweenQuestions = 5ms;

} // namespace

void DrillKiosk::told(const std::string& key, const std::string& body)
{
    const auto [known, isNew] = m_finals.emplace(key, body);
    if (isNew)
        note(Told::Final, key, body);
    else if (known->second != body)
        wrong(key, "was told " + known->second + ", now " + body);
}

bool DrillKiosk::finish(const std::string& key, const protocol::RequestBody& body, int triesMax)
{
    for (int n = 0; n < triesMax; ++n) {
        const auto got = m_client.bytes(body, kAsk);
        if (!got)
            continue;
        const auto read = protocol::decodeReply<protocol::AttemptAnswer>(*got);
        if (!read) {
            wrong(key, "not an answer: " + read.error().detail);
            return true;
        }
        if (std::holds_alternative<protocol::AttemptAnswer>(read->content)) {
            told(key, test::bodyOf(*got));
            return true;
        }
        const auto* refused = std::get_if<Refusal>(&read->content);
        if (refused && refused->code != RefusalCode::Busy) {
            note(Told::NotBegun, key);
            return true;
        }
        std::this_thread::sleep_for(
            refused ? std::min<std::chrono::milliseconds>(refused->retryAfter, 100ms)
                    : kBetweenQuestions);
    }
    return false;
}

void DrillKiosk::settle()
{
    if (!m_openKey.empty()) {
        const std::string key = std::exchange(m_openKey, {});
        finish(key, protocol::AttemptResume{AttemptKey{key}}, kUntilFinal);
    }
    DrillPerson::settle();
    if (m_finals.empty())
        return;
    const auto old =
        std::next(m_finals.begin(), below(static_cast<std::uint32_t>(m_finals.size())));
    finish(old->first, protocol::AttemptResume{AttemptKey{old->first}}, kUntilFinal);
}

void DrillKiosk::act()
{
    const auto basket = chance(50) ? test::oneAmericano() : test::threeUnits();
    const auto quoted = m_client.reply<protocol::Quote>(m_client.checkout(basket), kAsk);
    const auto* quote = quoted ? std::get_if<protocol::Quote>(&quoted->content) : nullptr;
    if (!quote) {
        std::this_thread::sleep_for(kBetweenQuestions);
        return;
    }
    const AttemptKey key = m_client.newKey();
    note(Told::Placed, key.value, quote->quote.value);
    const protocol::OrderPlace place{key, quote->quote};
    if (chance(kWalksAwayPercent)) {
        if (!finish(key.value, place, static_cast<int>(below(3))))
            finish(key.value, protocol::AttemptAbandon{key}, kUntilFinal);
    } else {
        finish(key.value, place, kUntilFinal);
    }
    const auto body = m_finals.find(key.value);
    if (body == m_finals.end())
        return;
    static_cast<void>(m_client.bytes(protocol::AttemptShown{key}, kAsk));
    // Only a paid answer names an order.
    if (body->second.find("\"order\"") != std::string::npos && chance(kCancelPercent))
        cancel(key);
}

void DrillKiosk::cancel(const AttemptKey& key)
{
    for (const OrderState seen : {OrderState::Queued, OrderState::Making}) {
        const OperationKey op = test::ShopClient::newOp();
        if (operate<protocol::CancelAnswer>(
                op, protocol::OrderCancel{op, protocol::KeyProof{key}, seen, 0}))
            return;
    }
}

} // namespace coffee::drill
