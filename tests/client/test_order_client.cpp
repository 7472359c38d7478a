// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/keys.h"
#include "shared/client/zmq_order_client.h"
#include "tests/support/stream_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <set>

using namespace coffee;
using namespace coffee::client;
using namespace std::chrono_literals;
using coffee::test::StreamServer;

namespace {

const Actor kKiosk{Role::Kiosk, "kiosk-1"};

StreamServer::Answer ok(std::string body, std::chrono::milliseconds after = 0ms)
{
    return {protocol::ReplyStatus::Ok, std::move(body), after, {}};
}

} // namespace

class TestOrderClient : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_sockets{0};
    std::string m_commands;

    std::string endpoint()
    {
        return "ipc://" + m_folder.path().toStdString() + "/s" + std::to_string(++m_sockets);
    }

private Q_SLOTS:
    void init() { m_commands = endpoint(); }

    void everyRequestHasItsPatience()
    {
        using namespace protocol;
        QCOMPARE(policyFor(CheckoutOpen{}), (AskPolicy{1200ms, 2}));
        QCOMPARE(policyFor(OrderPlace{}), (AskPolicy{7000ms, 1}));
        QCOMPARE(policyFor(AttemptResume{}), (AskPolicy{7000ms, 1}));
        QCOMPARE(policyFor(AttemptAbandon{}), (AskPolicy{2000ms, 2}));
        QCOMPARE(policyFor(OrderCommand{}), (AskPolicy{2000ms, 2}));
        QVERIFY(isPaymentCall(OrderPlace{}));
        QVERIFY(!isPaymentCall(AttemptAbandon{}));
        QVERIFY(!isPaymentCall(OrderShow{}));
    }

    void theAnswerComesLaterOnTheAskersThread()
    {
        StreamServer server{m_commands, endpoint(), [](const protocol::Request& request) {
                                const auto& open = std::get<protocol::CheckoutOpen>(request.body);
                                protocol::Quote quote;
                                quote.quote.value = "q-" + open.menuVersion;
                                return ok(encodeBody(quote));
                            }};
        ZmqOrderClient client{m_commands, kKiosk};
        QString got;
        bool onThisThread = false;
        client.ask(protocol::CheckoutOpen{{}, "ko", "m-1", Money{}}, this,
                   [&](const Answer<protocol::Quote>& answer) {
                       onThisThread = QThread::currentThread() == thread();
                       if (const auto* quote = answer.body())
                           got = QString::fromStdString(quote->quote.value);
                   });
        QVERIFY(got.isEmpty()); // never from within the call
        QTRY_COMPARE(got, QStringLiteral("q-m-1"));
        QVERIFY(onThisThread);
        QCOMPARE(server.requests().front().from, kKiosk);
    }

    void pendingAndRefusalsComeTyped()
    {
        StreamServer server{m_commands, endpoint(), [](const protocol::Request& request) {
                                if (std::holds_alternative<protocol::OrderPlace>(request.body))
                                    return StreamServer::Answer{
                                        protocol::ReplyStatus::Pending,
                                        encodeBody(protocol::Pending{PaymentPhase::Reading}),
                                        0ms,
                                        {}};
                                Refusal refusal;
                                refusal.code = RefusalCode::WrongCode;
                                refusal.left = 3;
                                return StreamServer::Answer{protocol::ReplyStatus::Refused,
                                                            protocol::encodeBody(refusal),
                                                            0ms,
                                                            {}};
                            }};
        ZmqOrderClient client{m_commands, kKiosk};
        std::optional<PaymentPhase> phase;
        std::int32_t left = 0;
        client.ask(protocol::OrderPlace{{"kiosk-1-a"}, {"q"}}, this, [&](const auto& answer) {
            if (answer.pending())
                phase = answer.pending()->phase;
        });
        client.ask(protocol::OrderShow{protocol::CodeProof{137, "0000"}}, this,
                   [&](const Answer<protocol::OrderShown>& answer) {
                       if (answer.refusal())
                           left = answer.refusal()->left;
                   });
        QTRY_VERIFY(phase && left);
        QCOMPARE(*phase, PaymentPhase::Reading);
        QCOMPARE(left, 3);
    }

    void nobodyThereIsUnreachable()
    {
        ZmqOrderClient client{m_commands, kKiosk};
        std::optional<ClientFailure> failure;
        QElapsedTimer timer;
        timer.start();
        client.ask(protocol::CheckoutOpen{{}, "ko", "m", Money{}}, this,
                   [&](const Answer<protocol::Quote>& answer) { failure = *answer.failure(); });
        QTRY_VERIFY(failure);
        QCOMPARE(*failure, ClientFailure::Unreachable);
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void silenceIsTimedOutAfterItsTries()
    {
        StreamServer server{m_commands, endpoint()};
        server.setDeaf(true);
        ZmqOrderClient client{m_commands, kKiosk};
        std::optional<ClientFailure> failure;
        client.askWith(
            {80ms, 2}, protocol::StatusGet{}, this,
            [&](const Answer<protocol::StatusAnswer>& answer) { failure = *answer.failure(); });
        QTRY_VERIFY(failure);
        QCOMPARE(*failure, ClientFailure::TimedOut);
        QCOMPARE(server.requests().size(), std::size_t{2});
        QVERIFY(server.requests()[0].id != server.requests()[1].id);
    }

    void anAnswerThatIsNotOneIsGarbled_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("another question's") << QByteArray{"other"} << QByteArray{"{}"};
        QTest::newRow("another body") << QByteArray{} << QByteArray{"{\"order\":1}"};
        QTest::newRow("not JSON") << QByteArray{} << QByteArray{"{"};
    }

    void anAnswerThatIsNotOneIsGarbled()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArray, body);
        StreamServer server{m_commands, endpoint(), [&](const protocol::Request&) {
                                return StreamServer::Answer{protocol::ReplyStatus::Ok,
                                                            body.toStdString(), 0ms,
                                                            id.toStdString()};
                            }};
        ZmqOrderClient client{m_commands, kKiosk};
        std::optional<ClientFailure> failure;
        client.ask(protocol::HelpCall{newOperationKey()}, this,
                   [&](const Answer<protocol::Accepted>& answer) { failure = *answer.failure(); });
        QTRY_VERIFY(failure);
        QCOMPARE(*failure, ClientFailure::Garbled);
    }

    void givingUpDoesNotWaitBehindACharge()
    {
        StreamServer server{m_commands, endpoint(), [](const protocol::Request& request) {
                                using namespace protocol;
                                const AttemptAnswer givenUp{GivenUpAnswer{}};
                                const bool place = std::holds_alternative<OrderPlace>(request.body);
                                return ok(encodeBody(givenUp), place ? 1500ms : 0ms);
                            }};
        ZmqOrderClient client{m_commands, kKiosk};
        bool placed = false;
        bool abandoned = false;
        client.ask(protocol::OrderPlace{{"kiosk-1-a"}, {"q"}}, this,
                   [&](const Answer<protocol::AttemptAnswer>&) { placed = true; });
        client.ask(protocol::AttemptAbandon{{"kiosk-1-a"}}, this,
                   [&](const Answer<protocol::AttemptAnswer>& answer) {
                       abandoned = answer.body() != nullptr;
                   });
        QTRY_VERIFY(abandoned);
        QVERIFY(!placed);
        QTRY_VERIFY(placed);
    }

    void oneLineKeepsItsOrder()
    {
        StreamServer server{m_commands, endpoint(), [](const protocol::Request&) {
                                return ok(encodeBody(protocol::OrderAnswer{1, {}}));
                            }};
        ZmqOrderClient client{m_commands, {Role::Station, "bar"}};
        QList<int> answered;
        for (int unit = 1; unit <= 30; ++unit)
            client.ask(
                protocol::UnitCommand{
                    UnitStep::Tick, newOperationKey(), 1, unit, UnitState::Open, {}, 0},
                this, [&answered, unit](const auto&) { answered << unit; });
        QTRY_COMPARE(answered.size(), 30);
        QVERIFY(std::is_sorted(answered.begin(), answered.end()));
        for (int unit = 1; unit <= 30; ++unit)
            QCOMPARE(std::get<protocol::UnitCommand>(server.requests()[unit - 1].body).unit, unit);
    }

    void tooManyWaitingAreTurnedAway()
    {
        StreamServer server{m_commands, endpoint()};
        server.setDeaf(true);
        ZmqOrderClient client{m_commands, kKiosk};
        int unreachable = 0;
        for (std::size_t n = 0; n < kWaitingMax + 10; ++n)
            client.ask(protocol::StatusGet{}, this,
                       [&](const Answer<protocol::StatusAnswer>& answer) {
                           if (*answer.failure() == ClientFailure::Unreachable)
                               ++unreachable;
                       });
        QTRY_VERIFY(unreachable >= 9); // one may be under way already
    }

    void nothingIsCalledForAContextThatIsGone()
    {
        StreamServer server{m_commands, endpoint(), [](const protocol::Request&) {
                                return ok(encodeBody(protocol::Accepted{}), 50ms);
                            }};
        ZmqOrderClient client{m_commands, kKiosk};
        auto page = std::make_unique<QObject>();
        int calls = 0;
        client.ask(protocol::HelpCall{newOperationKey()}, page.get(),
                   [&](const auto&) { calls += 100; });
        page.reset();
        client.ask(protocol::HelpCall{newOperationKey()}, this, [&](const auto&) { ++calls; });
        QTRY_VERIFY(calls != 0);
        QCOMPARE(calls, 1);
    }

    void endsAtOnceWhileAChargeIsUnderWay()
    {
        StreamServer server{m_commands, endpoint()};
        server.setDeaf(true);
        auto client = std::make_unique<ZmqOrderClient>(m_commands, kKiosk);
        bool called = false;
        client->ask(protocol::OrderPlace{{"kiosk-1-a"}, {"q"}}, this,
                    [&](const Answer<protocol::AttemptAnswer>&) { called = true; });
        QTRY_VERIFY(!server.requests().empty());
        QElapsedTimer timer;
        timer.start();
        client.reset();
        QVERIFY(timer.elapsed() < 200);
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void anEndpointThatIsNoneAnswersUnreachable()
    {
        ZmqOrderClient client{"nonsense", kKiosk};
        std::optional<ClientFailure> failure;
        client.ask(protocol::StatusGet{}, this, [&](const Answer<protocol::StatusAnswer>& answer) {
            failure = *answer.failure();
        });
        QTRY_VERIFY(failure);
        QCOMPARE(*failure, ClientFailure::Unreachable);
    }

    void keysNeverComeTwice()
    {
        std::set<std::string> seen;
        for (int n = 0; n < 1000; ++n) {
            const AttemptKey key = newAttemptKey("kiosk-1");
            QVERIFY(key.value.starts_with("kiosk-1-"));
            QCOMPARE(key.value.size(), std::size_t{8 + 32});
            QVERIFY(seen.insert(key.value).second);
        }
    }
};

QTEST_GUILESS_MAIN(TestOrderClient)
#include "test_order_client.moc"
