// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/socket_settings.h"
#include "tests/support/eventually.h"
#include "tests/support/running_shop.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QTest>

#include <zmq.hpp>

#include <atomic>
#include <future>
#include <random>
#include <thread>
#include <vector>

using namespace coffee;
using namespace coffee::test;

namespace {

/// What becomes of an attempt whose daemon is killed.
enum Ending { Paid, NothingCharged, NeverBegun };

/// A killed charge is looked up after 1, 2, 4 … s; that is what takes so long.
constexpr auto kQuietLimit = 40s;

protocol::OrderCancel cancelOf(const AttemptKey& key, const OperationKey& op)
{
    return {op, protocol::KeyProof{key}, OrderState::Queued, 0};
}

/// What the stream says while the daemon lives, frame by frame.
class RawSubscriber {
public:
    explicit RawSubscriber(const QString& endpoint)
        : m_socket{m_context.raw(), zmq::socket_type::sub}
    {
        transport::setUpSubscriber(m_socket);
        m_socket.set(zmq::sockopt::rcvtimeo, 10'000);
        m_socket.connect(endpoint.toStdString());
    }

    /// The next frame that passes; throws when none comes in time.
    protocol::Frame next()
    {
        zmq::message_t part;
        if (!m_socket.recv(part))
            throw std::runtime_error{"the stream is silent"};
        auto frame = protocol::decodeFrame(part.to_string_view());
        if (!frame)
            throw std::runtime_error{"not a frame: " + frame.error().detail};
        return *frame;
    }

    /// How many orders were paid among the frames up to a heartbeat that knows of `head`.
    int ordersPaidUntil(Sequence head)
    {
        int paid = 0;
        for (;;) {
            const protocol::Frame frame = next();
            const auto* beat = std::get_if<protocol::Heartbeat>(&frame);
            if (beat && beat->head >= head)
                return paid;
            const auto* event = std::get_if<protocol::EventFrame>(&frame);
            paid += event && std::holds_alternative<OrderPaid>(event->event.body) ? 1 : 0;
        }
    }

private:
    transport::ZmqContext m_context;
    zmq::socket_t m_socket;
};

} // namespace

/// The daemon is killed at every place where it has done one thing and not yet the next.
class KillTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void killedWhilePaying_data();
    void killedWhilePaying();
    void killedBetweenAnswerAndPublishing();
    void killedWhileCancelling_data();
    void killedWhileCancelling();
    void killedAtAnyMomentUnderLoad();

private:
    void killAgainAndCompare(RunningShop& shop, ShopClient& client, const AttemptKey& key,
                             const QuoteId& quote, const Settled& before);
    void expectSoundBooks(RunningShop& shop);
    int m_kills{0};
};

void KillTest::initTestCase()
{
#ifndef COFFEE_FAILPOINTS
    QSKIP("this build has no failpoints");
#endif
}

void KillTest::expectSoundBooks(RunningShop& shop)
{
    QVERIFY(eventually([&] { return isQuiet(shop); }, kQuietLimit));
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

/// A final answer is the same bytes for ever.
void KillTest::killAgainAndCompare(RunningShop& shop, ShopClient& client, const AttemptKey& key,
                                   const QuoteId& quote, const Settled& before)
{
    QCOMPARE(client.settle(key, quote).body, before.body);
    shop.killDaemon();
    ++m_kills;
    QVERIFY(shop.startDaemon());
    QCOMPARE(client.settle(key, quote).body, before.body);
}

void KillTest::killedWhilePaying_data()
{
    QTest::addColumn<int>("ending");
    QTest::addColumn<bool>("bankKnows"); // while the daemon is dead
    QTest::newRow("charging.before_commit") << int{NeverBegun} << false;
    QTest::newRow("charging.after_commit") << int{NothingCharged} << false;
    QTest::newRow("charge.sent") << int{Paid} << true;
    QTest::newRow("charge.approved_before_commit") << int{Paid} << true;
    QTest::newRow("paid.committed_before_answer") << int{Paid} << true;
}

void KillTest::killedWhilePaying()
{
    QFETCH(const int, ending);
    QFETCH(const bool, bankKnows);
    const QString failpoint = QString::fromLatin1(QTest::currentDataTag());
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon(failpoint + QStringLiteral(":1:kill")));

    ShopClient client{shop.commands(), {Role::Kiosk, "kiosk-1"}};
    const AttemptKey key = client.newKey();
    const QuoteId quote = client.quote(threeUnits()).quote;
    auto asking =
        std::async(std::launch::async, [&] { return client.settle(key, quote, 60s, 500ms); });
    QVERIFY(shop.waitDaemonGone(20s));
    QVERIFY(shop.failpointReached(failpoint));
    QCOMPARE(shop.bank().count(key.value) == 1, bankKnows);
    ++m_kills;
    QVERIFY(shop.startDaemon());
    const Settled settled = asking.get();

    if (ending == NeverBegun) {
        QVERIFY2(settled.refused, settled.body.c_str());
        QCOMPARE(settled.refused->code, RefusalCode::QuoteExpired);
        QVERIFY(shop.bank().empty());
    } else {
        QVERIFY2(settled.answer, "no final answer came");
        QCOMPARE(settled.paid() != nullptr, ending == Paid);
        killAgainAndCompare(shop, client, key, quote, settled);
    }
    if (QTest::currentTestFailed())
        return;
    // The same customer can go on: a new attempt is paid.
    QVERIFY(eventually([&] { return isQuiet(shop); }, kQuietLimit));
    client.buy(oneAmericano());
    expectSoundBooks(shop);
}

void KillTest::killedBetweenAnswerAndPublishing()
{
    const QString failpoint = QStringLiteral("paid.answered_before_publish");
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon(failpoint + QStringLiteral(":1:hold")));
    RawSubscriber stream{shop.events()};
    static_cast<void>(stream.next()); // it is connected

    ShopClient client{shop.commands(), {Role::Kiosk, "kiosk-1"}};
    // An answer in the same moment as the payment needs a customer who is asking just then; once
    // there was one, the daemon's sockets stand still.
    AttemptKey key;
    QuoteId quote;
    Settled settled;
    int orders = 0;
    while (!shop.failpointReached(failpoint)) {
        const auto quoted =
            client.reply<protocol::Quote>(client.checkout(threeUnits()), {1000ms, 1, 1000ms});
        if (!quoted)
            continue;
        QVERIFY(++orders <= 50);
        key = client.newKey();
        quote = std::get<protocol::Quote>(quoted->content).quote;
        settled = client.settle(key, quote, 30s, 7000ms);
        QVERIFY(settled.paid()); // the customer has the number: the answer has really left
    }
    shop.killDaemon();
    ++m_kills;
    QVERIFY(shop.startDaemon());

    // No screen heard of that order, and every screen finds it.
    const auto events =
        ShopClient{shop.commands(), {Role::Ctl, "audit"}}.allEvents(protocol::Stream::Events);
    QCOMPARE(stream.ordersPaidUntil(events.back().seq), orders - 1);
    const auto paid = std::count_if(events.begin(), events.end(), [](const Event& event) {
        return std::holds_alternative<OrderPaid>(event.body);
    });
    QCOMPARE(paid, orders);
    killAgainAndCompare(shop, client, key, quote, settled);
    expectSoundBooks(shop);
}

void KillTest::killedWhileCancelling_data()
{
    QTest::addColumn<QString>("failpoint");
    QTest::addColumn<int>("bankRefunds"); // while the daemon is dead
    QTest::newRow("cancel.committed") << QStringLiteral("cancel.committed") << 0;
    QTest::newRow("refund.before_call") << QStringLiteral("refund.before_call") << 0;
    QTest::newRow("refund.after_call") << QStringLiteral("refund.after_call") << 1;
    QTest::newRow("refund.committed") << QStringLiteral("refund.committed") << 1;
}

void KillTest::killedWhileCancelling()
{
    QFETCH(const QString, failpoint);
    QFETCH(const int, bankRefunds);
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon(failpoint + QStringLiteral(":1:kill")));

    ShopClient client{shop.commands(), {Role::Kiosk, "kiosk-1"}};
    const AttemptKey key = client.newKey();
    const protocol::Quote quote = client.quote(threeUnits());
    const Settled settled = client.settle(key, quote.quote);
    QVERIFY(settled.paid());
    const AttemptKey keptKey = client.newKey();
    const QuoteId keptQuote = client.quote(oneAmericano()).quote;
    QVERIFY(client.settle(keptKey, keptQuote).paid());

    const protocol::OrderCancel cancel = cancelOf(key, ShopClient::newOp());
    auto cancelling = std::async(std::launch::async, [&] {
        return client.bytes(cancel, transport::RequestPolicy{500ms, 60, 5000ms});
    });
    QVERIFY(shop.waitDaemonGone(20s));
    QVERIFY(shop.failpointReached(failpoint));
    QCOMPARE(static_cast<int>(shop.bank().at(key.value).refunds.size()), bankRefunds);
    ++m_kills;
    QVERIFY(shop.startDaemon());
    const auto answer = cancelling.get();
    QVERIFY(answer);
    const auto again = client.bytes(cancel);
    QVERIFY(again);
    QCOMPARE(bodyOf(*again), bodyOf(*answer));
    const auto read = protocol::decodeReply<protocol::CancelAnswer>(*again);
    QVERIFY(read);
    const auto* done = std::get_if<protocol::CancelAnswer>(&read->content);
    QVERIFY2(done, again->c_str());
    QCOMPARE(done->amount, quote.basket.total);

    killAgainAndCompare(shop, client, key, quote.quote, settled);
    QVERIFY(eventually([&] { return isQuiet(shop); }, kQuietLimit));
    const BankBooks bank = shop.bank();
    QCOMPARE(bank.at(key.value).refunds.size(), std::size_t{1});
    QCOMPARE(bank.at(key.value).net(), 0);
    QVERIFY(bank.at(keptKey.value).net() > 0);
    expectSoundBooks(shop);
}

/// Customers go on buying and cancelling while the daemon is killed at moments that nobody chose.
/// The moments are random on purpose: whichever they are, the books must be equal.
void KillTest::killedAtAnyMomentUnderLoad()
{
    constexpr int kRounds = 6;
    constexpr int kCustomers = 4;
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random{seed};

    std::atomic<bool> open{true};
    std::atomic<int> paid{0};
    std::atomic<int> cancelled{0};
    std::atomic<int> unanswered{0};
    std::vector<std::future<void>> customers;
    for (int n = 1; n <= kCustomers; ++n)
        customers.push_back(std::async(std::launch::async, [&, n] {
            ShopClient client{shop.commands(), {Role::Kiosk, "kiosk-" + std::to_string(n)}};
            while (open) {
                const auto quoted = client.reply<protocol::Quote>(client.checkout(oneAmericano()),
                                                                  {1000ms, 1, 1000ms});
                const auto* quote =
                    quoted ? std::get_if<protocol::Quote>(&quoted->content) : nullptr;
                if (!quote)
                    continue;
                const AttemptKey key = client.newKey();
                const Settled settled = client.settle(key, quote->quote, 60s, 1000ms);
                if (!settled.answer && !settled.refused)
                    ++unanswered;
                if (!settled.paid())
                    continue;
                if (++paid % 3 != 0)
                    continue;
                if (client.bytes(cancelOf(key, ShopClient::newOp()), {1000ms, 60, 5000ms}))
                    ++cancelled;
                else
                    ++unanswered;
            }
        }));
    for (int round = 0; round < kRounds; ++round) {
        const int before = paid;
        QVERIFY(eventually([&] { return paid > before; }, 30s));
        std::this_thread::sleep_for(std::chrono::milliseconds{random() % 200});
        shop.killDaemon();
        ++m_kills;
        QVERIFY(shop.startDaemon());
    }
    open = false;
    for (auto& customer : customers)
        customer.get();
    QCOMPARE(unanswered.load(), 0);
    qInfo("%d orders paid, %d of them cancelled, %d kills in this process so far", paid.load(),
          cancelled.load(), m_kills);
    expectSoundBooks(shop);
}

QTEST_GUILESS_MAIN(KillTest)
#include "test_kill.moc"
