// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/zmq_order_client.h"

#include "shared/client/app_runtime.h"
#include "shared/client/keys.h"
#include "shared/transport/lazy_pirate_requester.h"

#include <QMetaObject>

#include <deque>
#include <mutex>
#include <optional>
#include <poll.h>
#include <random>
#include <utility>

namespace coffee::client {

using transport::LazyPirateRequester;
using transport::RequestFailure;
using transport::RequestPolicy;
using transport::ThreadCalls;

namespace {

ClientFailure failureOf(RequestFailure failure)
{
    switch (failure) {
    case RequestFailure::Unreachable:
        return ClientFailure::Unreachable;
    case RequestFailure::TimedOut:
        return ClientFailure::TimedOut;
    case RequestFailure::Stopped:
        break;
    }
    return ClientFailure::Stopped;
}

std::string_view nameOf(ClientFailure failure)
{
    switch (failure) {
    case ClientFailure::Unreachable:
        return "unreachable";
    case ClientFailure::TimedOut:
        return "timed out";
    case ClientFailure::Garbled:
        return "garbled";
    case ClientFailure::Stopped:
        break;
    }
    return "stopped";
}

} // namespace

/// One requester on one thread, with the questions that wait for it.
struct ZmqOrderClient::Line {
    struct Question {
        protocol::RequestBody body;
        AskPolicy policy;
        RawDone done;
    };

    Line(ZmqOrderClient& client, std::string threadName, std::string endpoint, Actor asker)
        : owner{client},
          commands{std::move(endpoint)},
          from{std::move(asker)},
          thread{std::move(threadName), [this](ThreadCalls& calls) { run(calls); },
                 [this](const std::string& what) { endWith(what); }}
    {
    }

    /// False when too many wait already.
    bool push(Question question)
    {
        {
            const std::lock_guard lock{mutex};
            if (ended || waiting.size() >= kWaitingMax)
                return false;
            waiting.push_back(std::move(question));
        }
        thread.ring();
        return true;
    }

    void run(ThreadCalls& calls)
    {
        transport::ZmqContext context;
        LazyPirateRequester requester{context, commands, calls, std::random_device{}()};
        while (!calls.stop) {
            std::optional<Question> question = pop();
            if (!question) {
                ::pollfd bell{calls.bell.fd(), POLLIN, 0};
                ::poll(&bell, 1, -1);
                calls.bell.clear();
                continue;
            }
            try {
                RawAnswer answer = ask(requester, *question);
                if (!calls.stop)
                    deliver(std::move(question->done), std::move(answer));
            } catch (...) {
                deliver(std::move(question->done), RawAnswer{{}, ClientFailure::TimedOut});
                throw; // the line ends; `endWith` answers the others
            }
        }
    }

    std::optional<Question> pop()
    {
        const std::lock_guard lock{mutex};
        if (waiting.empty())
            return std::nullopt;
        Question question = std::move(waiting.front());
        waiting.pop_front();
        return question;
    }

    RawAnswer ask(LazyPirateRequester& requester, const Question& question)
    {
        protocol::Request request{{}, from, question.body};
        const auto reply =
            requester.ask(RequestPolicy{question.policy.timeout, question.policy.tries}, [&](int) {
                request.id = randomHex128();
                return protocol::encode(request);
            });
        const auto name = QByteArray::fromStdString(std::string{typeName(question.body)});
        if (reply) {
            qCDebug(logClient, "%s answered request=%s", name.constData(), request.id.c_str());
            return {request.id, *reply};
        }
        const ClientFailure failure = failureOf(reply.error());
        qCInfo(logClient, "%s %s request=%s", name.constData(),
               std::string{nameOf(failure)}.c_str(), request.id.c_str());
        return {request.id, failure};
    }

    void deliver(RawDone done, RawAnswer answer)
    {
        QMetaObject::invokeMethod(
            &owner, [done = std::move(done), answer = std::move(answer)] { done(answer); },
            Qt::QueuedConnection);
    }

    /// The thread broke: whatever waits, and whatever comes later, is answered at once.
    void endWith(const std::string& what)
    {
        qCCritical(logClient, "the request thread ended: %s", what.c_str());
        std::deque<Question> left;
        {
            const std::lock_guard lock{mutex};
            ended = true;
            left.swap(waiting);
        }
        for (Question& question : left)
            deliver(std::move(question.done), RawAnswer{{}, ClientFailure::Unreachable});
    }

    ZmqOrderClient& owner;
    const std::string commands;
    const Actor from;
    std::mutex mutex;
    std::deque<Question> waiting; ///< guarded by mutex
    bool ended{false};            ///< guarded by mutex
    transport::ZmqThread thread;  ///< last: it uses the others
};

ZmqOrderClient::ZmqOrderClient(const std::string& commands, Actor from, QObject* parent)
    : OrderClient{parent},
      m_payment{std::make_unique<Line>(*this, "coffee-payment", commands, from)},
      m_aside{std::make_unique<Line>(*this, "coffee-aside", commands, from)}
{
}

ZmqOrderClient::~ZmqOrderClient()
{
    // Both are told before either is waited for.
    m_payment->thread.requestStop();
    m_aside->thread.requestStop();
}

void ZmqOrderClient::send(protocol::RequestBody request, AskPolicy policy, RawDone done)
{
    Line& line = isPaymentCall(request) ? *m_payment : *m_aside;
    if (!line.push({std::move(request), policy, done}))
        line.deliver(std::move(done), RawAnswer{{}, ClientFailure::Unreachable});
}

} // namespace coffee::client
