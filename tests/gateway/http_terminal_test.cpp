// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/gateway/http_terminal.h"
#include "tests/gateway/fake_http_server.h"

#include <QElapsedTimer>
#include <QTest>

#include <thread>

using namespace coffee;
using namespace coffee::daemon;
using namespace std::chrono_literals;
using coffee::test::FakeConnection;
using coffee::test::FakeHttpServer;

namespace {

const ChargeCall kCharge{"kiosk-1-aa", "kiosk-1", Money::fromWon(4500)};

constexpr TerminalDeadlines kShort{600ms, 500ms, 400ms, 400ms};

const std::string kLinesHead = "HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\n\r\n";
const std::string kWaiting = "{\"phase\":\"waiting_card\"}\n";
const std::string kAuthorising = "{\"phase\":\"authorising\"}\n";
const std::string kApproved =
    R"({"outcome":"approved","key":"kiosk-1-aa","amount":4500,"approval":"1","card":"","method":"card"})"
    "\n";

std::string jsonReply(int status, const std::string& body)
{
    return "HTTP/1.1 " + std::to_string(status) +
           " X\r\nContent-Type: application/json\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

struct Charged {
    ChargeOutcome outcome;
    int requests{0};
    qint64 elapsedMs{0};
};

/// One charge against a server with this habit, and how many requests the server saw.
Charged chargeAgainst(FakeHttpServer::Behave behave, TerminalDeadlines deadlines = kShort)
{
    FakeHttpServer server{std::move(behave)};
    HttpTerminal terminal{server.endpoint(), deadlines};
    QElapsedTimer clock;
    clock.start();
    Charged charged{terminal.charge(kCharge, [](PaymentPhase) {}, {}), 0, 0};
    charged.elapsedMs = clock.elapsed();
    // A second request would come at once; give it time to be seen.
    QTest::qWait(150);
    charged.requests = server.requests();
    return charged;
}

FakeHttpServer::Behave sending(const std::string& bytes)
{
    return [bytes](FakeConnection& connection) { connection.send(bytes); };
}

} // namespace

/// A charge is sent once whatever the other side does, and what is not a whole answer is unknown.
class HttpTerminalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAnswerThatIsNotWholeIsUnknownAfterOneRequest_data();
    void anAnswerThatIsNotWholeIsUnknownAfterOneRequest();
    void aWholeAnswerIsTakenAlthoughTheConnectionIsCutBehindIt();
    void aRefusedConnectionIsNotSent();
    void aMalformedKeyIsNotSent();
    void theTerminalsOwnBusyIsNotSent();
    void aRateLimitIsNotSentAndItsWaitIsKept_data();
    void aRateLimitIsNotSentAndItsWaitIsKept();
    void aBareServiceUnavailableIsUnknown();
    void aBadRequestIsMisconfigured();
    void aFenceIsCancelled();
    void theDeadlineHoldsAgainstSilence();
    void theDeadlineHoldsAgainstAServerThatDrips();
    void phasesThatComeAndGoDoNotMoveTheDeadline();
    void theWaitForACardIsLongerThanTheAuthorisation();
    void aStopRequestCutsTheCallWithinASecond();
    void aLookupThatFailsIsUnknown();
    void aStrangersNotFoundIsUnknown();
    void onlyThisMachineIsAnEndpoint();
};

void HttpTerminalTest::anAnswerThatIsNotWholeIsUnknownAfterOneRequest_data()
{
    QTest::addColumn<FakeHttpServer::Behave>("behave");
    const std::string approvedHead = kLinesHead + kWaiting + kAuthorising;
    const auto row = [](const char* name, FakeHttpServer::Behave behave) {
        QTest::newRow(name) << behave;
    };
    row("closed before a byte", [](FakeConnection&) {});
    row("reset before a byte", [](FakeConnection& connection) { connection.reset(); });
    row("cut in the status line", sending("HTTP/1.1 20"));
    row("cut in the head", sending("HTTP/1.1 200 OK\r\nContent-Ty"));
    row("cut before the first line", sending(kLinesHead));
    row("cut between lines", sending(approvedHead));
    row("cut in the last line", sending(approvedHead + kApproved.substr(0, 40)));
    row("cut before the end of the last line",
        sending(approvedHead + kApproved.substr(0, kApproved.size() - 1)));
    row("reset between lines", [approvedHead](FakeConnection& connection) {
        connection.send(approvedHead);
        connection.reset();
    });
    row("cut in a body with a length",
        sending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"outcome\""));
    row("another kind of body", sending(jsonReply(200, kApproved)));
    row("redirected", sending("HTTP/1.1 307 Temporary Redirect\r\nLocation: /v1/charges\r\n"
                              "Content-Length: 0\r\n\r\n"));
    row("an error of the server", sending(jsonReply(500, "{}")));
    row("continue and nothing else", sending("HTTP/1.1 100 Continue\r\n\r\n"));
    row("garbage", sending("\x01\x02\x03 not http at all\r\n\r\n"));
    row("another protocol version", sending("HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n"));
    row("chunks", sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
    row("two lengths",
        sending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}"));
    row("a negative length", sending("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n"));
    row("a huge length", sending("HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n"));
    row("an endless head",
        sending("HTTP/1.1 200 OK\r\nX: " + std::string(10'000, 'x') + "\r\n\r\n"));
    row("an endless line", sending(kLinesHead + std::string(70'000, ' ')));
    row("a line that is not JSON", sending(kLinesHead + "approved\n"));
    row("a line with an unknown phase", sending(kLinesHead + "{\"phase\":\"thinking\"}\n"));
    row("an approval of another key",
        sending(
            kLinesHead +
            R"({"outcome":"approved","key":"b","amount":4500,"approval":"1","card":"","method":"card"})"
            "\n"));
    row("an approval without an amount",
        sending(
            kLinesHead +
            R"({"outcome":"approved","key":"kiosk-1-aa","approval":"1","card":"","method":"card"})"
            "\n"));
    row("an approval of a fraction",
        sending(
            kLinesHead +
            R"({"outcome":"approved","key":"kiosk-1-aa","amount":4500.5,"approval":"1","card":"","method":"card"})"
            "\n"));
    row("an approval with two amounts",
        sending(
            kLinesHead +
            R"({"outcome":"approved","key":"kiosk-1-aa","amount":4500,"amount":1,"approval":"1","card":"","method":"card"})"
            "\n"));
    row("an approval with a field too many",
        sending(
            kLinesHead +
            R"({"outcome":"approved","key":"kiosk-1-aa","amount":4500,"approval":"1","card":"","method":"card","x":1})"
            "\n"));
    row("a decline without a known reason",
        sending(kLinesHead + R"({"outcome":"declined","key":"kiosk-1-aa","reason":"moon"})"
                             "\n"));
    row("silence", [](FakeConnection& connection) { connection.hold(); });
    row("silence after the card", [approvedHead](FakeConnection& connection) {
        connection.send(approvedHead);
        connection.hold();
    });
}

void HttpTerminalTest::anAnswerThatIsNotWholeIsUnknownAfterOneRequest()
{
    QFETCH(FakeHttpServer::Behave, behave);
    const auto charged = chargeAgainst(behave);
    QVERIFY(std::holds_alternative<ChargeUnknown>(charged.outcome));
    QVERIFY(!std::get<ChargeUnknown>(charged.outcome).detail.empty());
    QCOMPARE(charged.requests, 1);
}

void HttpTerminalTest::aWholeAnswerIsTakenAlthoughTheConnectionIsCutBehindIt()
{
    const auto charged = chargeAgainst(sending(kLinesHead + kWaiting + kAuthorising + kApproved));
    QVERIFY(std::holds_alternative<ChargeApproved>(charged.outcome));
    QCOMPARE(charged.requests, 1);
}

void HttpTerminalTest::aRefusedConnectionIsNotSent()
{
    HttpTerminal terminal{{"127.0.0.1", test::closedPort()}, kShort};
    const auto outcome = terminal.charge(kCharge, [](PaymentPhase) {}, {});
    const auto* notSent = std::get_if<ChargeNotSent>(&outcome);
    QVERIFY(notSent);
    QCOMPARE(notSent->reason, NotSentReason::Unreachable);
    QVERIFY(std::holds_alternative<LookupUnknown>(terminal.lookup({kCharge.key}, {})));
    QCOMPARE(terminal.reverse({kCharge.key}, {}).result, ReverseResult::Unknown);
    QCOMPARE(terminal.refund({"r", kCharge.key, Money::fromWon(1)}, {}).result,
             RefundResult::Unknown);
}

void HttpTerminalTest::aMalformedKeyIsNotSent()
{
    FakeHttpServer server{sending("")};
    HttpTerminal terminal{server.endpoint(), kShort};
    for (const char* key : {"", "a b", "a/b", "a\r\nX: y", "\"", "한"}) {
        const auto outcome = terminal.charge({key, "kiosk-1", kCharge.amount}, {}, {});
        QVERIFY(std::holds_alternative<ChargeNotSent>(outcome));
        QCOMPARE(std::get<ChargeNotSent>(outcome).reason, NotSentReason::Misconfigured);
    }
    QCOMPARE(server.connections(), 0);
}

void HttpTerminalTest::theTerminalsOwnBusyIsNotSent()
{
    const auto charged = chargeAgainst(
        sending(jsonReply(503, R"({"error":"busy","detail":"full","retry_after_ms":2500})")));
    const auto* notSent = std::get_if<ChargeNotSent>(&charged.outcome);
    QVERIFY(notSent);
    QCOMPARE(notSent->reason, NotSentReason::Busy);
    QCOMPARE(notSent->retryAfter, 2500ms);
}

void HttpTerminalTest::aRateLimitIsNotSentAndItsWaitIsKept_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("waitMs");
    const QByteArray own{R"({"error":"busy","detail":"slow down","retry_after_ms":2500})"};
    QTest::newRow("in seconds") << QByteArray{"Retry-After: 7\r\n"} << QByteArray{} << 7000;
    QTest::newRow("in its own words") << QByteArray{"Retry-After: 7\r\n"} << own << 2500;
    QTest::newRow("as a date") << QByteArray{"Retry-After: Fri, 31 Dec 2027 23:59:59 GMT\r\n"}
                               << QByteArray{"slow down"} << 0;
    QTest::newRow("too long") << QByteArray{"Retry-After: 86400\r\n"} << QByteArray{} << 600'000;
    QTest::newRow("negative") << QByteArray{"Retry-After: -5\r\n"} << QByteArray{} << 0;
    QTest::newRow("none") << QByteArray{} << QByteArray{} << 0;
}

void HttpTerminalTest::aRateLimitIsNotSentAndItsWaitIsKept()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const int, waitMs);
    const auto charged = chargeAgainst(sending(
        "HTTP/1.1 429 Too Many Requests\r\n" + headers.toStdString() +
        "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body.toStdString()));
    QCOMPARE(charged.requests, 1);
    const auto* notSent = std::get_if<ChargeNotSent>(&charged.outcome);
    QVERIFY(notSent);
    QCOMPARE(notSent->reason, NotSentReason::Busy);
    QCOMPARE(notSent->retryAfter, std::chrono::milliseconds{waitMs});
}

void HttpTerminalTest::aBareServiceUnavailableIsUnknown()
{
    const auto charged = chargeAgainst(sending(jsonReply(503, "<html>busy</html>")));
    QVERIFY(std::holds_alternative<ChargeUnknown>(charged.outcome));
}

void HttpTerminalTest::aBadRequestIsMisconfigured()
{
    const auto charged = chargeAgainst(
        sending(jsonReply(400, R"({"error":"bad_request","detail":"no","retry_after_ms":0})")));
    const auto* notSent = std::get_if<ChargeNotSent>(&charged.outcome);
    QVERIFY(notSent);
    QCOMPARE(notSent->reason, NotSentReason::Misconfigured);
}

void HttpTerminalTest::aFenceIsCancelled()
{
    const auto charged = chargeAgainst(
        sending(jsonReply(409, R"({"error":"fenced","detail":"","retry_after_ms":0})")));
    QVERIFY(std::holds_alternative<ChargeCancelled>(charged.outcome));
}

void HttpTerminalTest::theDeadlineHoldsAgainstSilence()
{
    const auto charged = chargeAgainst([](FakeConnection& connection) { connection.hold(); });
    QCOMPARE(std::get<ChargeUnknown>(charged.outcome).reason, UnknownReason::TimedOut);
    QVERIFY(charged.elapsedMs >= 400);
    QVERIFY(charged.elapsedMs < 1400);
}

void HttpTerminalTest::theDeadlineHoldsAgainstAServerThatDrips()
{
    const auto charged = chargeAgainst([](FakeConnection& connection) {
        connection.drip(kLinesHead + kWaiting + kAuthorising + kApproved, 30ms);
    });
    QCOMPARE(std::get<ChargeUnknown>(charged.outcome).reason, UnknownReason::TimedOut);
    QVERIFY(charged.elapsedMs < 1400);
    QCOMPARE(charged.requests, 1);
}

void HttpTerminalTest::phasesThatComeAndGoDoNotMoveTheDeadline()
{
    const auto charged = chargeAgainst([](FakeConnection& connection) {
        connection.send(kLinesHead);
        std::string lines;
        for (int i = 0; i < 40; ++i)
            lines += kAuthorising + "{\"phase\":\"reading\"}\n";
        connection.drip(lines, 2ms);
        connection.hold();
    });
    QCOMPARE(std::get<ChargeUnknown>(charged.outcome).reason, UnknownReason::TimedOut);
    QVERIFY(charged.elapsedMs < 1400);
}

void HttpTerminalTest::theWaitForACardIsLongerThanTheAuthorisation()
{
    constexpr TerminalDeadlines kPatient{3000ms, 2900ms, 300ms, 300ms};
    const auto behave = [](FakeConnection& connection) {
        connection.send(kLinesHead + kWaiting);
        std::this_thread::sleep_for(700ms); // a customer who looks for the card
        connection.send(kAuthorising + kApproved);
    };
    QVERIFY(std::holds_alternative<ChargeApproved>(chargeAgainst(behave, kPatient).outcome));
}

void HttpTerminalTest::aStopRequestCutsTheCallWithinASecond()
{
    FakeHttpServer server{[](FakeConnection& connection) { connection.hold(); }};
    HttpTerminal terminal{server.endpoint()};
    std::stop_source stop;
    std::jthread later{[&] {
        while (server.requests() == 0)
            std::this_thread::yield();
        stop.request_stop();
    }};
    QElapsedTimer clock;
    clock.start();
    const auto outcome = terminal.charge(
        kCharge, [](PaymentPhase) {}, stop.get_token());
    QCOMPARE(std::get<ChargeUnknown>(outcome).reason, UnknownReason::Stopped);
    QVERIFY(clock.elapsed() < 1000);
}

void HttpTerminalTest::aLookupThatFailsIsUnknown()
{
    for (const std::string& bytes :
         {std::string{}, jsonReply(200, "{}"), jsonReply(500, "{}"), jsonReply(404, "{}"),
          jsonReply(200, R"({"key":"kiosk-1-aa","state":"approved"})")}) {
        FakeHttpServer server{sending(bytes)};
        HttpTerminal terminal{server.endpoint(), kShort};
        QVERIFY(std::holds_alternative<LookupUnknown>(terminal.lookup({kCharge.key}, {})));
        QCOMPARE(terminal.reverse({kCharge.key}, {}).result, ReverseResult::Unknown);
        QCOMPARE(terminal.cancelWait({kCharge.key}, {}).result, CancelWaitResult::Unknown);
        QVERIFY(std::holds_alternative<ListUnknown>(terminal.list({ShopTime{}}, {})));
    }
}

void HttpTerminalTest::aStrangersNotFoundIsUnknown()
{
    FakeHttpServer server{
        sending(jsonReply(404, R"({"error":"unknown_path","detail":"","retry_after_ms":0})"))};
    HttpTerminal terminal{server.endpoint(), kShort};
    QVERIFY(std::holds_alternative<LookupUnknown>(terminal.lookup({kCharge.key}, {})));
}

void HttpTerminalTest::onlyThisMachineIsAnEndpoint()
{
    QVERIFY(HttpEndpoint::parse("http://127.0.0.1:7711").ok());
    QCOMPARE(HttpEndpoint::parse("http://localhost:7711/")->address, std::string{"127.0.0.1"});
    QCOMPARE(HttpEndpoint::parse("[::1]:80")->address, std::string{"::1"});
    for (const char* url : {"", "127.0.0.1", "http://127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000",
                            "http://10.0.0.1:80", "0.0.0.0:80", "https://127.0.0.1:80",
                            "http://example.org:80", "http://127.0.0.1:80/path"})
        QVERIFY2(!HttpEndpoint::parse(url).ok(), url);
}

QTEST_GUILESS_MAIN(HttpTerminalTest)
#include "http_terminal_test.moc"
