// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"

#include <cstddef>
#include <string>
#include <vector>

namespace coffee::test {

/// A daemon that answers only what a test tells it to, and when. Every question is kept in
/// `calls`; an answer goes through the real codec and reaches the asker within the `answer…` call.
class FakeOrderClient final : public client::OrderClient {
    Q_OBJECT

public:
    struct Call {
        protocol::RequestBody request;
        client::AskPolicy policy;
        client::RawDone done; ///< empty once it was answered
        [[nodiscard]] bool open() const { return static_cast<bool>(done); }
    };
    std::vector<Call> calls;
    Sequence seq{1}; ///< what replies say about the head of the log

    /// The newest question of this type, or null.
    template <class Request>
    [[nodiscard]] const Request* last() const
    {
        for (auto call = calls.rbegin(); call != calls.rend(); ++call)
            if (const auto* request = std::get_if<Request>(&call->request))
                return request;
        return nullptr;
    }
    /// How many questions of this type were asked.
    template <class Request>
    [[nodiscard]] int count() const
    {
        int found = 0;
        for (const Call& call : calls)
            found += std::holds_alternative<Request>(call.request) ? 1 : 0;
        return found;
    }
    /// The index of the oldest unanswered question of this type; `calls.size()` when there is none.
    template <class Request>
    [[nodiscard]] std::size_t openCall() const
    {
        std::size_t index = 0;
        while (index < calls.size() &&
               !(calls[index].open() && std::holds_alternative<Request>(calls[index].request)))
            ++index;
        return index;
    }

    template <class Body>
    void answer(std::size_t call, const Body& body)
    {
        reply(call, protocol::ReplyStatus::Ok, protocol::encodeBody(body));
    }
    void answerPending(std::size_t call, PaymentPhase phase)
    {
        reply(call, protocol::ReplyStatus::Pending, protocol::encodeBody(protocol::Pending{phase}));
    }
    void refuse(std::size_t call, const Refusal& refusal)
    {
        reply(call, protocol::ReplyStatus::Refused, protocol::encodeBody(refusal));
    }
    void fail(std::size_t call, client::ClientFailure failure)
    {
        finish(call, client::RawAnswer{"q", failure});
    }

private:
    void send(protocol::RequestBody request, client::AskPolicy policy,
              client::RawDone done) override
    {
        calls.push_back({std::move(request), policy, std::move(done)});
    }
    void reply(std::size_t call, protocol::ReplyStatus status, const std::string& body)
    {
        finish(call, client::RawAnswer{"q", protocol::encodeReply("q", status, seq, body)});
    }
    void finish(std::size_t call, client::RawAnswer answer)
    {
        // The asker may ask again from within, which can move `calls`.
        const client::RawDone done = std::exchange(calls.at(call).done, nullptr);
        Q_ASSERT(done);
        done(std::move(answer));
    }
};

} // namespace coffee::test
