// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/client/zmq_feed_source.h"
#include "tests/support/history_builder.h"
#include "tests/support/random_history.h"
#include "tests/support/stream_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace coffee;
using namespace coffee::client;
using namespace std::chrono_literals;
using coffee::test::RandomHistory;
using coffee::test::StreamServer;

class TestZmqFeedSource : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_sockets{0};
    FeedAddress m_address;

    std::string endpoint()
    {
        return "ipc://" + m_folder.path().toStdString() + "/s" + std::to_string(++m_sockets);
    }

private Q_SLOTS:
    void init()
    {
        m_address = {endpoint(), endpoint(), protocol::Stream::Events, {Role::Station, "bar"}, "1"};
    }

    void aWindowFollowsADaemon()
    {
        RandomHistory history{1};
        StreamServer server{m_address.commands, m_address.stream};
        server.beatEvery(20ms);
        server.recordSilently(history.take(200));
        ZmqFeedSource source{m_address};
        ShopFeed feed{source};
        bool onGuiThread = true;
        connect(&feed, &ShopFeed::eventApplied, this,
                [&] { onGuiThread = onGuiThread && QThread::currentThread() == thread(); });
        feed.start();
        QTRY_COMPARE(feed.freshness().state, FeedState::Live);
        QCOMPARE(feed.view(), server.view());
        server.publish(history.take(1'000));
        QTRY_COMPARE(feed.view().seq, 1'200);
        QCOMPARE(feed.view(), server.view());
        QVERIFY(onGuiThread);
        QVERIFY(feed.shopNow());
        QTRY_COMPARE_WITH_TIMEOUT(server.lastPresence()->seq, 1'200, 5'000);
    }

    void aLongAbsenceDoesNotFreezeTheWindow()
    {
        RandomHistory history{2};
        StreamServer server{m_address.commands, m_address.stream};
        server.beatEvery(20ms);
        const std::vector<Event> before = history.take(100);
        server.recordSilently(before);
        server.recordSilently(history.take(10'000));
        ZmqFeedSource source{m_address};
        ShopFeed feed{source};
        feed.restore(coffee::test::folded(before), "epoch-1", before.back().at);
        qint64 longest = 0;
        QElapsedTimer sinceTurn;
        QTimer turns;
        turns.setInterval(0);
        connect(&turns, &QTimer::timeout, this,
                [&] { longest = std::max(longest, sinceTurn.restart()); });
        int live = 0;
        connect(&feed, &ShopFeed::eventApplied, this,
                [&](const Event&, bool isLive) { live += isLive ? 1 : 0; });
        sinceTurn.start();
        turns.start();
        feed.start();
        QTRY_COMPARE_WITH_TIMEOUT(feed.view().seq, 10'100, 30'000);
        QCOMPARE(feed.view(), server.view());
        QCOMPARE(server.snapshotsServed(), 0);
        QCOMPARE(live, 0); // nothing rings for what happened meanwhile
        QVERIFY2(longest < 250, qPrintable(QString::number(longest)));
    }

    void endsAtOnce()
    {
        QElapsedTimer timer;
        {
            ZmqFeedSource source{m_address};
            ShopFeed feed{source};
            feed.start();
            timer.start();
        }
        QVERIFY(timer.elapsed() < 200);
    }

    void anEndpointThatIsNoneIsStale()
    {
        m_address.stream = "nonsense";
        ZmqFeedSource source{m_address};
        ShopFeed feed{source};
        feed.start();
        QTRY_COMPARE(feed.freshness().state, FeedState::Stale);
    }
};

QTEST_GUILESS_MAIN(TestZmqFeedSource)
#include "test_zmq_feed_source.moc"
