// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "shared/protocol/limits.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

/// Asking the daemon, from a screen's point of view: one asynchronous question, one answer, on
/// the thread that asked.
namespace coffee::client {

/// No answer came, or none that can be understood.
enum class ClientFailure {
    Unreachable, ///< nothing left this machine: the daemon cannot have heard it
    TimedOut,    ///< it was sent and nobody answered: it may have been carried out
    Garbled,     ///< the answer is not of this protocol: it may have been carried out
    Stopped      ///< this client was stopped while the question was open
};

/// How long to wait for an answer, and how often to ask. Repeats carry the same body under a new
/// message id, so commands are repeated under the same key.
struct AskPolicy {
    std::chrono::milliseconds timeout{protocol::kCommandTimeout}; ///< of each try
    int tries{2};
    friend bool operator==(const AskPolicy&, const AskPolicy&) = default;
};

/// What each command may cost in time; PROTOCOL.md has the same table.
[[nodiscard]] AskPolicy policyFor(const protocol::RequestBody& request);

/// Whether the request waits in the line of the payment (`checkout.open`, `order.place`,
/// `attempt.resume`). Everything else has a line of its own, so that giving up and looking up
/// never wait behind a charge.
[[nodiscard]] bool isPaymentCall(const protocol::RequestBody& request);

/// The answer to one question. `std::visit` it, or use the `get…` functions.
template <class Body>
struct Answer {
    std::variant<Body, protocol::Pending, Refusal, ClientFailure> content;
    Sequence seq{0}; ///< the head of the log when it was answered; 0 when nobody answered

    [[nodiscard]] const Body* body() const { return std::get_if<0>(&content); }
    [[nodiscard]] const protocol::Pending* pending() const { return std::get_if<1>(&content); }
    [[nodiscard]] const Refusal* refusal() const { return std::get_if<2>(&content); }
    [[nodiscard]] const ClientFailure* failure() const { return std::get_if<3>(&content); }
};

/// The reply that belongs to a request.
template <class Request>
struct ReplyTo {
    using type = protocol::Accepted;
};
template <class Request>
using ReplyOf = typename ReplyTo<Request>::type;

template <>
struct ReplyTo<protocol::CheckoutOpen> {
    using type = protocol::Quote;
};
template <>
struct ReplyTo<protocol::OrderPlace> {
    using type = protocol::AttemptAnswer;
};
template <>
struct ReplyTo<protocol::AttemptAbandon> {
    using type = protocol::AttemptAnswer;
};
template <>
struct ReplyTo<protocol::AttemptResume> {
    using type = protocol::AttemptAnswer;
};
template <>
struct ReplyTo<protocol::OrderShow> {
    using type = protocol::OrderShown;
};
template <>
struct ReplyTo<protocol::OrderCancel> {
    using type = protocol::CancelAnswer;
};
template <>
struct ReplyTo<protocol::OrderCancelByStaff> {
    using type = protocol::CancelAnswer;
};
template <>
struct ReplyTo<protocol::OrderCommand> {
    using type = protocol::OrderAnswer;
};
template <>
struct ReplyTo<protocol::UnitCommand> {
    using type = protocol::OrderAnswer;
};
template <>
struct ReplyTo<protocol::StopAck> {
    using type = protocol::OrderAnswer;
};
template <>
struct ReplyTo<protocol::OrderRefund> {
    using type = protocol::RefundAnswer;
};
template <>
struct ReplyTo<protocol::DayClose> {
    using type = protocol::ClosedAnswer;
};
template <>
struct ReplyTo<protocol::ZGet> {
    using type = protocol::ZAnswer;
};
template <>
struct ReplyTo<protocol::BackupTake> {
    using type = protocol::BackupTaken;
};
template <>
struct ReplyTo<protocol::BasketPark> {
    using type = protocol::ParkedAnswer;
};
template <>
struct ReplyTo<protocol::BasketTake> {
    using type = protocol::TakenAnswer;
};
template <>
struct ReplyTo<protocol::MenuGet> {
    using type = protocol::MenuAnswer;
};
template <>
struct ReplyTo<protocol::SnapshotGet> {
    using type = protocol::Snapshot;
};
template <>
struct ReplyTo<protocol::EventsGet> {
    using type = protocol::EventsPage;
};
template <>
struct ReplyTo<protocol::Presence> {
    using type = protocol::PresenceAnswer;
};
template <>
struct ReplyTo<protocol::StatusGet> {
    using type = protocol::StatusAnswer;
};
template <>
struct ReplyTo<protocol::OrdersList> {
    using type = protocol::OrdersAnswer;
};
template <>
struct ReplyTo<protocol::OrderHistory> {
    using type = protocol::HistoryAnswer;
};

/// The bytes of a reply with the id of the question that it must carry, or why there is none.
struct RawAnswer {
    std::string id;
    std::variant<std::string, ClientFailure> content{ClientFailure::Stopped};
};
using RawDone = std::function<void(RawAnswer)>;

template <class Body>
[[nodiscard]] Answer<Body> readAnswer(const RawAnswer& raw)
{
    if (const auto* failure = std::get_if<ClientFailure>(&raw.content))
        return {*failure, 0};
    auto reply = protocol::decodeReply<Body>(*std::get_if<std::string>(&raw.content));
    if (!reply || reply->id != raw.id)
        return {ClientFailure::Garbled, 0};
    Answer<Body> answer{ClientFailure::Garbled, reply->seq};
    std::visit([&answer](auto& content) { answer.content = std::move(content); }, reply->content);
    return answer;
}

/// All calls and all answers are on the thread of this object (a window's GUI thread). Questions
/// of one line (`isPaymentCall`) are asked one after the other, in the order in which they came.
///
///     m_client.ask(protocol::OrderPlace{key, quote}, this,
///                  [this](const Answer<protocol::AttemptAnswer>& answer) { settle(answer); });
class OrderClient : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks, with the policy that belongs to the request. `done` is called once, later, never
    /// from within this call; it is not called any more when `context` is gone.
    template <class Request, class Done>
    void ask(Request request, QObject* context, Done done)
    {
        const AskPolicy policy = policyFor(protocol::RequestBody{request});
        askWith(policy, std::move(request), context, std::move(done));
    }

    /// The same with another patience.
    template <class Request, class Done>
    void askWith(AskPolicy policy, Request request, QObject* context, Done done)
    {
        static_assert(std::is_invocable_v<Done, const Answer<ReplyOf<Request>>&>,
                      "the callback takes the Answer of this request's reply");
        send(protocol::RequestBody{std::move(request)}, policy,
             [context = QPointer<QObject>{context}, done = std::move(done)](const RawAnswer& raw) {
                 if (context)
                     done(readAnswer<ReplyOf<Request>>(raw));
             });
    }

private:
    /// Sends once and reports once, on this object's thread, not before control returns.
    virtual void send(protocol::RequestBody request, AskPolicy policy, RawDone done) = 0;
};

} // namespace coffee::client
