// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "shared/transport/lazy_pirate_requester.h"
#include "shared/transport/zmq_context.h"

#include <stdexcept>
#include <string>

namespace coffee::test {

/// A kiosk or a bar as far as the wire knows one: plays its part against a running daemon.
/// Whatever goes wrong is an exception.
class ShopCaller {
public:
    ShopCaller(std::string endpoint, Actor who);

    template <class Body>
    [[nodiscard]] Body ask(const protocol::RequestBody& question)
    {
        auto reply = protocol::decodeReply<Body>(exchange(question));
        if (!reply)
            throw std::runtime_error{reply.error().detail};
        if (const auto* refusal = std::get_if<Refusal>(&reply->content))
            throw std::runtime_error{"refused: " + refusal->detail};
        if (!std::holds_alternative<Body>(reply->content))
            throw std::runtime_error{"pending"};
        return std::get<Body>(std::move(reply->content));
    }

    /// Something from the menu, paid by card; another seed, another basket and key.
    [[nodiscard]] protocol::PaidAnswer buy(std::uint64_t seed);

private:
    [[nodiscard]] std::string exchange(const protocol::RequestBody& question);

    Actor m_who;
    transport::ZmqContext m_context;
    transport::ThreadCalls m_calls;
    transport::LazyPirateRequester m_requester;
};

} // namespace coffee::test
