// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/event_feed.h"
#include "shared/transport/faulty_relay.h"
#include "tests/support/eventually.h"
#include "tests/support/random_history.h"
#include "tests/support/stream_server.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::transport;
using namespace std::chrono_literals;
using coffee::test::eventually;
using coffee::test::RandomHistory;
using coffee::test::StreamServer;

namespace {

/// Folds what a feed says, on the feed's thread, and can be looked at from the test's.
class Follower final : public FeedListener {
public:
    bool hasRoom() override { return m_room; }
    void reset(FeedReset reset) override
    {
        const std::lock_guard lock{m_mutex};
        m_view = std::move(reset.view);
        ++m_resets;
    }
    void events(FeedEvents events) override
    {
        const std::lock_guard lock{m_mutex};
        for (const Event& event : events.events) {
            m_gapless = m_gapless && event.seq == m_view.seq + 1;
            m_view.apply(event);
        }
    }
    void beat(const FeedBeat&) override {}
    void status(const FeedStatus& status) override
    {
        const std::lock_guard lock{m_mutex};
        m_status = status;
    }
    void failed(const std::string& what) override { qCritical("%s", what.c_str()); }

    void setRoom(bool room) { m_room = room; }
    [[nodiscard]] ShopView view() const
    {
        const std::lock_guard lock{m_mutex};
        return m_view;
    }
    [[nodiscard]] FeedStatus status() const
    {
        const std::lock_guard lock{m_mutex};
        return m_status;
    }
    [[nodiscard]] bool gapless() const
    {
        const std::lock_guard lock{m_mutex};
        return m_gapless;
    }
    [[nodiscard]] int resets() const
    {
        const std::lock_guard lock{m_mutex};
        return m_resets;
    }
    [[nodiscard]] bool isLiveAt(Sequence seq) const
    {
        const FeedStatus now = status();
        return now.state == FeedState::Live && now.position.seq == seq && view().seq == seq;
    }

private:
    std::atomic<bool> m_room{true};
    mutable std::mutex m_mutex;
    ShopView m_view;
    FeedStatus m_status;
    bool m_gapless{true};
    int m_resets{0};
};

} // namespace

class TestEventFeed : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_sockets{0};
    std::string m_commands;
    std::string m_stream;

    std::string endpoint()
    {
        return "ipc://" + m_folder.path().toStdString() + "/s" + std::to_string(++m_sockets);
    }
    FeedSettings settings() const
    {
        FeedSettings settings;
        settings.commands = m_commands;
        settings.stream = m_stream;
        settings.from = {Role::Station, "bar"};
        settings.version = "1";
        settings.times.retryFirst = 20ms;
        settings.times.retryMax = 100ms;
        settings.times.staleAfter = 300ms;
        return settings;
    }

private Q_SLOTS:
    void init()
    {
        m_commands = endpoint();
        m_stream = endpoint();
    }

    void followsFromASnapshot()
    {
        RandomHistory history{1};
        StreamServer server{m_commands, m_stream};
        server.recordSilently(history.take(300));
        server.beatEvery(20ms);
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(300); }));
        server.publish(history.take(200));
        QVERIFY(eventually([&] { return follower.isLiveAt(500); }));
        QCOMPARE(follower.view(), server.view());
        QCOMPARE(server.snapshotsServed(), 1);
        QVERIFY(follower.gapless());
    }

    void startsBeforeTheDaemonAndOutlivesIt()
    {
        RandomHistory history{2};
        std::vector<Event> log = history.take(100);
        Follower follower;
        EventFeed feed{settings(), follower};
        {
            StreamServer server{m_commands, m_stream};
            server.recordSilently(log);
            server.beatEvery(20ms);
            QVERIFY(eventually([&] { return follower.isLiveAt(100); }));
        }
        QVERIFY(eventually([&] { return follower.status().state == FeedState::Stale; }));
        QCOMPARE(follower.view().seq, 100);
        for (Event& event : history.take(50))
            log.push_back(std::move(event));
        StreamServer again{m_commands, m_stream};
        again.recordSilently(log);
        again.beatEvery(20ms);
        QVERIFY(eventually([&] { return follower.isLiveAt(150); }));
        QCOMPARE(follower.view(), again.view());
        QCOMPARE(again.snapshotsServed(), 0); // what was missing came in a page
    }

    void aRestoredLogIsNoticed()
    {
        RandomHistory history{3};
        StreamServer server{m_commands, m_stream};
        server.recordSilently(history.take(100));
        server.beatEvery(20ms);
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(100); }));
        RandomHistory other{4};
        server.replaceLog("epoch-2", other.take(40));
        QVERIFY(eventually([&] { return follower.isLiveAt(40); }));
        QCOMPARE(follower.view(), server.view());
        QCOMPARE(follower.status().position.epoch, std::string{"epoch-2"});
        // The same name, but shorter: a file that was put back.
        RandomHistory third{4};
        server.replaceLog("epoch-2", third.take(30));
        QVERIFY(eventually([&] { return follower.isLiveAt(30); }));
        QCOMPARE(follower.view(), server.view());
    }

    void continuesARestoredView()
    {
        RandomHistory history{5};
        StreamServer server{m_commands, m_stream};
        server.recordSilently(history.take(1'300));
        server.beatEvery(20ms);
        FeedSettings from = settings();
        from.start = {"epoch-1", 1'300};
        Follower follower;
        EventFeed feed{from, follower};
        QVERIFY(eventually([&] { return follower.status().state == FeedState::Live; }));
        QCOMPARE(follower.resets(), 0);
        QCOMPARE(server.snapshotsServed(), 0);
    }

    void garbledFramesAreCountedAndSurvived()
    {
        RandomHistory history{6};
        StreamServer server{m_commands, m_stream};
        server.beatEvery(20ms);
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(0); }));
        server.publishRaw("{\"v\":1");
        server.publishRaw("");
        server.publish(history.take(10));
        QVERIFY(eventually([&] { return follower.isLiveAt(10); }));
        QCOMPARE(follower.status().counters.garbled, 2);
    }

    void tellsTheDaemonHowFarItsFollowerIs()
    {
        RandomHistory history{7};
        StreamServer server{m_commands, m_stream};
        server.recordSilently(history.take(20));
        server.beatEvery(20ms);
        FeedSettings often = settings();
        often.presenceEvery = 30ms;
        Follower follower;
        EventFeed feed{often, follower};
        QVERIFY(eventually([&] { return server.lastPresence().has_value(); }));
        QCOMPARE(server.lastPresence()->epoch, std::string{}); // nothing is shown yet
        feed.confirm({"epoch-1", 20});
        QVERIFY(eventually([&] { return server.lastPresence()->seq == 20; }));
        QCOMPARE(server.lastPresence()->epoch, std::string{"epoch-1"});
        QCOMPARE(server.requests().front().from, (Actor{Role::Station, "bar"}));
    }

    void aFollowerWithoutRoomStopsTheFlowAndCatchesUpLater()
    {
        RandomHistory history{8};
        StreamServer server{m_commands, m_stream};
        server.beatEvery(20ms);
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(0); }));
        follower.setRoom(false);
        server.publish(history.take(500));
        QVERIFY(eventually([&] { return follower.status().state == FeedState::Stale; }));
        follower.setRoom(true);
        feed.wake();
        QVERIFY(eventually([&] { return follower.isLiveAt(500); }));
        QCOMPARE(follower.view(), server.view());
    }

    void aDeafDaemonDoesNotStopTheStream()
    {
        RandomHistory history{9};
        StreamServer server{m_commands, m_stream};
        server.beatEvery(20ms);
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(0); }));
        server.setDeaf(true);
        server.recordSilently(history.take(1)); // a gap whose question nobody answers
        QVERIFY(eventually([&] { return follower.status().head == 1; }));
        server.publish(history.take(20));
        QVERIFY(eventually([&] { return follower.status().head == 21; }));
        server.setDeaf(false);
        QVERIFY(eventually([&] { return follower.isLiveAt(21); }));
        QCOMPARE(follower.view(), server.view());
    }

    void endsAtOnceWhateverItWaitsFor()
    {
        Follower follower;
        QElapsedTimer timer;
        for (const bool serverThere : {false, true}) {
            std::unique_ptr<StreamServer> server;
            if (serverThere) {
                server = std::make_unique<StreamServer>(m_commands, m_stream);
                server->setDeaf(true);
            }
            auto feed = std::make_unique<EventFeed>(settings(), follower);
            if (server)
                QVERIFY(eventually([&] { return !server->requests().empty(); }));
            timer.start();
            feed.reset();
            QVERIFY(timer.elapsed() < 100);
        }
    }

    /// One in ten frames lost, one in ten doubled, the rest reordered within five.
    void everyModelIsTheFoldBehindABadNetwork_data()
    {
        QTest::addColumn<quint64>("seed");
        QTest::newRow("seed 11") << quint64{11};
        QTest::newRow("seed 12") << quint64{12};
        QTest::newRow("seed 13") << quint64{13};
    }

    void everyModelIsTheFoldBehindABadNetwork()
    {
        QFETCH(quint64, seed);
        const std::string upstream = m_stream;
        StreamServer server{m_commands, upstream};
        server.beatEvery(50ms);
        m_stream = endpoint();
        FaultyRelay relay{upstream, m_stream, static_cast<std::uint32_t>(seed)};
        relay.setFaults({10, 10, 5, 0ms, false});
        Follower follower;
        EventFeed feed{settings(), follower};
        QVERIFY(eventually([&] { return follower.isLiveAt(0); }));

        RandomHistory history{seed};
        constexpr int kBatches = 100;
        constexpr std::size_t kEventsOfBatch = 50;
        for (int batch = 1; batch <= kBatches; ++batch) {
            server.publish(history.take(kEventsOfBatch));
            // Some rest, so that gaps open and close many times; never more than 500 behind.
            const Sequence sent = batch * Sequence{kEventsOfBatch};
            QVERIFY(eventually([&] { return sent - follower.view().seq <= 500; }));
        }
        const Sequence last = kBatches * Sequence{kEventsOfBatch};
        QVERIFY(eventually([&] { return follower.isLiveAt(last); }, 30s));
        QCOMPARE(follower.view(), server.view());
        QVERIFY(follower.gapless());
        const FeedCounters counters = follower.status().counters;
        const RelayCounts relayed = relay.counts();
        QVERIFY(counters.gapFills > 0);
        QVERIFY(counters.duplicates > 0);
        QCOMPARE(counters.snapshots, 1);
        QVERIFY(relayed.lost > 300 && relayed.doubled > 300 && relayed.overtaken > 1000);
        qInfo("%lld gap fills, %lld events fetched, %lld duplicates",
              static_cast<long long>(counters.gapFills),
              static_cast<long long>(counters.eventsFetched),
              static_cast<long long>(counters.duplicates));
    }

    void aCutStreamIsStaleAndHealsByItself()
    {
        const std::string upstream = m_stream;
        StreamServer server{m_commands, upstream};
        server.beatEvery(20ms);
        m_stream = endpoint();
        FaultyRelay relay{upstream, m_stream, 1};
        Follower follower;
        EventFeed feed{settings(), follower};
        RandomHistory history{21};
        server.publish(history.take(10));
        QVERIFY(eventually([&] { return follower.isLiveAt(10); }));
        RelayFaults cut;
        cut.cut = true;
        relay.setFaults(cut);
        server.publish(history.take(200));
        QVERIFY(eventually([&] { return follower.status().state == FeedState::Stale; }));
        QCOMPARE(follower.view().seq, 10);
        relay.setFaults({});
        QVERIFY(eventually([&] { return follower.isLiveAt(210); }));
        QCOMPARE(follower.view(), server.view());
    }
};

QTEST_GUILESS_MAIN(TestEventFeed)
#include "test_event_feed.moc"
