// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/lazy_pirate_requester.h"
#include "tests/support/eventually.h"
#include "tests/support/stream_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace coffee;
using namespace coffee::transport;
using namespace std::chrono_literals;
using coffee::test::StreamServer;

namespace {

std::string statusRequest(const std::string& id)
{
    return protocol::encode(protocol::Request{id, {Role::Ctl, "ctl"}, protocol::StatusGet{}});
}

} // namespace

class TestRequester : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ZmqContext m_context;
    int m_sockets{0};

    std::string endpoint()
    {
        return "ipc://" + m_folder.path().toStdString() + "/s" + std::to_string(++m_sockets);
    }
    static StreamServer::Answer accepted()
    {
        return {protocol::ReplyStatus::Ok, protocol::encodeBody(protocol::Accepted{}), {}, {}};
    }

private Q_SLOTS:
    void anAnswerComesBack()
    {
        const std::string commands = endpoint();
        StreamServer server{commands, endpoint(), [](const auto&) { return accepted(); }};
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, commands, calls, 1};
        for (int n = 0; n < 100; ++n) {
            const std::string id = "q" + std::to_string(n);
            const auto reply = requester.ask({2s, 1}, [&](int) { return statusRequest(id); });
            QVERIFY(reply.ok());
            const auto decoded = protocol::decodeReply<protocol::Accepted>(*reply);
            QVERIFY(decoded.ok());
            QCOMPARE(decoded->id, id);
        }
    }

    void nobodyThereIsSaidWithin400Milliseconds()
    {
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, endpoint(), calls, 1};
        QElapsedTimer timer;
        timer.start();
        int made = 0;
        const auto reply = requester.ask({1200ms, 2}, [&](int) {
            ++made;
            return statusRequest("q");
        });
        QVERIFY(!reply.ok());
        QCOMPARE(reply.error(), RequestFailure::Unreachable);
        QVERIFY2(timer.elapsed() >= 290 && timer.elapsed() < 400,
                 qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(made, 0); // nothing was sent
    }

    void aDaemonThatComesLaterIsFound()
    {
        const std::string commands = endpoint();
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, commands, calls, 1};
        QVERIFY(!requester.ask({1s, 1}, [](int) { return statusRequest("a"); }).ok());
        StreamServer server{commands, endpoint(), [](const auto&) { return accepted(); }};
        QVERIFY(requester.ask({1s, 1, 5s}, [](int) { return statusRequest("b"); }).ok());
        QCOMPARE(server.requests().size(), std::size_t{1}); // the first question was never queued
        QCOMPARE(server.requests().front().id, std::string{"b"});
    }

    void silenceIsAskedAgainWithTheSameContentUnderAFreshId()
    {
        const std::string commands = endpoint();
        StreamServer server{
            commands, endpoint(),
            [](const auto&) -> std::optional<StreamServer::Answer> { return std::nullopt; }};
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, commands, calls, 1};
        QElapsedTimer timer;
        timer.start();
        const auto reply = requester.ask(
            {100ms, 3, 2s}, [](int n) { return statusRequest("try-" + std::to_string(n)); });
        QVERIFY(!reply.ok());
        QCOMPARE(reply.error(), RequestFailure::TimedOut);
        QVERIFY(timer.elapsed() >= 300);
        QVERIFY(coffee::test::eventually([&] { return server.requests().size() == 3; }));
        std::set<std::string> ids;
        for (const auto& request : server.requests()) {
            ids.insert(request.id);
            QVERIFY(std::holds_alternative<protocol::StatusGet>(request.body));
        }
        QCOMPARE(ids.size(), std::size_t{3});
    }

    void aLateAnswerReachesNobody()
    {
        const std::string commands = endpoint();
        std::atomic<int> asked{0};
        StreamServer server{commands, endpoint(),
                            [&](const auto&) -> std::optional<StreamServer::Answer> {
                                StreamServer::Answer answer = accepted();
                                if (++asked == 1) // after the requester has given up on it
                                    answer.after = 150ms;
                                else
                                    answer.after = 100ms;
                                return answer;
                            }};
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, commands, calls, 1};
        const auto reply = requester.ask(
            {120ms, 2, 2s}, [](int n) { return statusRequest("try-" + std::to_string(n)); });
        QVERIFY(reply.ok());
        const auto decoded = protocol::decodeReply<protocol::Accepted>(*reply);
        QVERIFY(decoded.ok());
        QCOMPARE(decoded->id, std::string{"try-2"});
        const auto next = requester.ask({2s, 1, 2s}, [](int) { return statusRequest("next"); });
        QVERIFY(next.ok());
        QCOMPARE(protocol::decodeReply<protocol::Accepted>(*next)->id, std::string{"next"});
    }

    void aDaemonThatDiesAfterTheFirstTryIsATimeoutNotAnAbsence()
    {
        const std::string commands = endpoint();
        auto server = std::make_unique<StreamServer>(
            commands, endpoint(),
            [](const auto&) -> std::optional<StreamServer::Answer> { return std::nullopt; });
        ThreadCalls calls;
        LazyPirateRequester requester{m_context, commands, calls, 1};
        std::thread killer{[&] {
            static_cast<void>(
                coffee::test::eventually([&] { return server->requests().size() == 1; }));
            server.reset();
        }};
        const auto reply = requester.ask({300ms, 2, 1s}, [](int) { return statusRequest("q"); });
        killer.join();
        QVERIFY(!reply.ok());
        QCOMPARE(reply.error(), RequestFailure::TimedOut); // it may have been carried out
    }

    void stopEndsAWaitAtOnce_data()
    {
        QTest::addColumn<bool>("serverThere");
        QTest::newRow("waiting for somebody") << false;
        QTest::newRow("waiting for an answer") << true;
    }

    void stopEndsAWaitAtOnce()
    {
        QFETCH(bool, serverThere);
        const std::string commands = endpoint();
        std::unique_ptr<StreamServer> server;
        if (serverThere)
            server = std::make_unique<StreamServer>(
                commands, endpoint(),
                [](const auto&) -> std::optional<StreamServer::Answer> { return std::nullopt; });
        ThreadCalls calls;
        std::atomic<bool> stopped{false};
        std::thread asker{[&] {
            LazyPirateRequester requester{m_context, commands, calls, 1};
            const auto reply = requester.ask({60s, 2, 60s}, [](int) { return statusRequest("q"); });
            stopped = !reply.ok() && reply.error() == RequestFailure::Stopped;
        }};
        if (server)
            QVERIFY(coffee::test::eventually([&] { return server->requests().size() == 1; }));
        QElapsedTimer timer;
        timer.start();
        calls.stop = true;
        calls.bell.ring();
        asker.join();
        QVERIFY(stopped);
        QVERIFY(timer.elapsed() < 100);
    }

    void aRingForSomethingElseDoesNotEndTheWait()
    {
        const std::string commands = endpoint();
        StreamServer server{commands, endpoint(), [](const auto&) {
                                StreamServer::Answer answer = accepted();
                                answer.after = 100ms;
                                return answer;
                            }};
        ThreadCalls calls;
        calls.bell.ring();
        LazyPirateRequester requester{m_context, commands, calls, 1};
        QVERIFY(requester.ask({2s, 1, 2s}, [](int) { return statusRequest("q"); }).ok());
    }

    void aThreadThatBreaksSaysSoAndCanBeJoined()
    {
        std::atomic<bool> told{false};
        {
            ZmqThread thread{"broken",
                             [this](ThreadCalls& calls) {
                                 LazyPirateRequester requester{m_context, "nonsense", calls, 1};
                             },
                             [&](const std::string& what) { told = !what.empty(); }};
        }
        QVERIFY(told);
    }
};

QTEST_GUILESS_MAIN(TestRequester)
#include "test_requester.moc"
