// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "shared/transport/lazy_pirate_requester.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace coffee::test {

using namespace std::chrono_literals;

/// What came of an attempt: its final answer, or the refusal that ended it before it began.
struct Settled {
    std::optional<protocol::AttemptAnswer> answer;
    std::optional<Refusal> refused;
    std::string body; ///< of the reply, byte for byte
    int timesAsked{0};
    int timesBusy{0};
    std::chrono::milliseconds longestBusy{0}; ///< the largest `retry_after_ms` it was told

    [[nodiscard]] const protocol::PaidAnswer* paid() const
    {
        return answer ? std::get_if<protocol::PaidAnswer>(&*answer) : nullptr;
    }
};

/// A screen without a screen: asks a daemon over the real wire with the real requester. One
/// object per thread. Whatever should have been answered and was not is thrown as
/// std::runtime_error with the daemon's sentence.
class ShopClient {
public:
    ShopClient(const QString& commands, Actor from);
    /// For many clients in one program: they share `context`, which must outlive them.
    ShopClient(const QString& commands, Actor from, transport::ZmqContext& context);

    [[nodiscard]] const Actor& who() const { return m_from; }

    /// The bytes of the answer, of whatever kind; nothing after this much patience.
    [[nodiscard]] std::optional<std::string> bytes(const protocol::RequestBody& body,
                                                   const transport::RequestPolicy& policy = {
                                                       2000ms, 3, 3000ms});

    /// The answer, if one came.
    template <class Body>
    [[nodiscard]] std::optional<protocol::Reply<Body>>
    reply(const protocol::RequestBody& body,
          const transport::RequestPolicy& policy = {2000ms, 3, 3000ms})
    {
        const auto got = bytes(body, policy);
        if (!got)
            return std::nullopt;
        auto read = protocol::decodeReply<Body>(*got);
        if (!read)
            throw std::runtime_error{"not an answer: " + read.error().detail};
        return *read;
    }

    /// The answer, which must be a yes.
    template <class Body>
    Body ask(const protocol::RequestBody& body)
    {
        const auto got = reply<Body>(body);
        if (!got)
            throw std::runtime_error{"no answer to " + std::string{protocol::typeName(body)}};
        if (const auto* refused = std::get_if<Refusal>(&got->content))
            throw std::runtime_error{std::string{protocol::typeName(body)} +
                                     " was refused: " + refused->detail};
        return std::get<Body>(got->content);
    }

    /// The answer, which must be a no.
    [[nodiscard]] Refusal refusal(const protocol::RequestBody& body);

    // ---- a customer
    [[nodiscard]] AttemptKey newKey() const;
    [[nodiscard]] static OperationKey newOp();
    /// The daemon's menu, read once.
    const Menu& menu();
    [[nodiscard]] protocol::RequestBody checkout(const Basket& basket);
    [[nodiscard]] protocol::Quote quote(const Basket& basket);
    /// Sends `order.place` and again with the same key until the answer is final or `limit` is
    /// over; a daemon that is away meanwhile is waited for. `busy` is tried again as it says.
    [[nodiscard]] Settled settle(const AttemptKey& key, const QuoteId& quote,
                                 std::chrono::milliseconds limit = 60s,
                                 std::chrono::milliseconds eachTry = 1500ms);
    /// A whole paid order, or an exception.
    protocol::PaidAnswer buy(const Basket& basket);

    /// Every event of a stream, page by page.
    [[nodiscard]] std::vector<Event> allEvents(protocol::Stream stream);

private:
    Actor m_from;
    std::unique_ptr<transport::ZmqContext> m_context; ///< empty when it is shared
    transport::ThreadCalls m_calls;
    transport::LazyPirateRequester m_requester;
    std::optional<Menu> m_menu;
};

/// The part of a reply that the daemon stores: from `"body":` to the envelope's last brace.
[[nodiscard]] std::string bodyOf(const std::string& reply);
[[nodiscard]] std::string randomHex128();

/// One hot americano in a store cup, of the demo menu.
[[nodiscard]] Basket oneAmericano();
/// Two iced americanos and a croissant: three units of the demo menu.
[[nodiscard]] Basket threeUnits();

} // namespace coffee::test
