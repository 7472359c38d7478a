// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_feed_source.h"
#include "tests/support/history_builder.h"
#include "tests/support/random_history.h"

#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::client;
using namespace std::chrono_literals;
using coffee::test::FakeFeedSource;
using coffee::test::RandomHistory;

namespace {

const ShopTime kNow = fromMs(1'795'392'000'000);

} // namespace

class TestShopFeed : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheRestoredViewWithItsTimeBeforeAnythingIsHeard()
    {
        RandomHistory history{1};
        const ShopView view = coffee::test::folded(history.take(50));
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        QSignalSpy resets{&feed, &ShopFeed::viewReset};
        feed.restore(view, "epoch-1", kNow);
        QCOMPARE(resets.size(), 1);
        QCOMPARE(feed.view(), view);
        QCOMPARE(feed.freshness().state, FeedState::Connecting);
        QCOMPARE(feed.freshness().asOf, std::optional{kNow});
        QVERIFY(!feed.freshness().age);
        QVERIFY(!feed.shopNow());
        feed.start();
        QCOMPARE(source.startedFrom, (FeedPosition{"epoch-1", 50}));
    }

    void knowsTheAgeOnceTheClockWasHeard()
    {
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.restore(ShopView{}, "epoch-1", kNow);
        feed.start();
        source.heartbeat(kNow + 10min);
        source.clock += 2s;
        QCOMPARE(feed.shopNow(), std::optional<ShopTime>{kNow + 10min + 2s});
        QCOMPARE(feed.freshness().age, std::optional<std::chrono::milliseconds>{10min + 2s});
    }

    void foldsWhatComesAndConfirmsIt()
    {
        RandomHistory history{2};
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        const std::vector<Event> first = history.take(30);
        source.goLive(coffee::test::folded(first), kNow);
        QCOMPARE(feed.freshness().state, FeedState::Live);
        QCOMPARE(source.confirmed, (FeedPosition{"epoch-1", 30}));

        QSignalSpy applied{&feed, &ShopFeed::eventApplied};
        QSignalSpy changed{&feed, &ShopFeed::viewChanged};
        const std::vector<Event> next = history.take(5);
        source.publish(next);
        QCOMPARE(applied.size(), 5);
        QCOMPARE(changed.size(), 1);
        QVERIFY(applied.first().at(1).toBool());
        QCOMPARE(source.confirmed, (FeedPosition{"epoch-1", 35}));

        std::vector<Event> all = first;
        all.insert(all.end(), next.begin(), next.end());
        QCOMPARE(feed.view(), coffee::test::folded(all));

        source.publish(next); // again: nothing happens
        QCOMPARE(applied.size(), 5);
        source.publish(history.take(1), false);
        QVERIFY(!applied.last().at(1).toBool());
    }

    void theViewIsAlreadyTrueWhenASignalComes()
    {
        RandomHistory history{3};
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        source.goLive(ShopView{}, kNow);
        QList<qlonglong> seen;
        connect(&feed, &ShopFeed::eventApplied, this, [&](const Event& event) {
            QCOMPARE(feed.view().seq, event.seq);
            seen << event.seq;
        });
        source.publish(history.take(3));
        QCOMPARE(seen, (QList<qlonglong>{1, 2, 3}));
    }

    void aLiveViewIsAsOldAsTheLastHeartbeat()
    {
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        source.goLive(ShopView{}, kNow);
        source.heartbeat(kNow + 1s, {60, 120});
        QCOMPARE(feed.freshness().asOf, std::optional<ShopTime>{kNow + 1s});
        QCOMPARE(feed.expectedWait(), (std::optional{WaitRange{60, 120}}));
        source.clock += 700ms;
        QCOMPARE(feed.freshness().age, std::optional<std::chrono::milliseconds>{700ms});
    }

    void aStaleViewSaysSinceWhen()
    {
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        source.goLive(ShopView{}, kNow);
        source.heartbeat(kNow + 1s);
        QSignalSpy freshness{&feed, &ShopFeed::freshnessChanged};
        source.clock += 3s;
        source.enter(FeedState::Stale);
        QCOMPARE(freshness.size(), 1);
        QCOMPARE(feed.freshness().asOf, std::optional<ShopTime>{kNow + 1s});
        QCOMPARE(feed.freshness().age, std::optional<std::chrono::milliseconds>{3s});
        QTRY_VERIFY(freshness.size() >= 2); // it goes on ageing on screen
        // The daemon is back with news: still as old as it was, until it is caught up.
        source.clock += 60s;
        source.heartbeat(kNow + 64s);
        source.enter(FeedState::CatchingUp);
        QCOMPARE(feed.freshness().asOf, std::optional<ShopTime>{kNow + 1s});
        source.enter(FeedState::Live);
        QCOMPARE(feed.freshness().asOf, std::optional<ShopTime>{kNow + 64s});
    }

    void aHeartbeatThatShowsAGapDoesNotMakeTheViewYounger()
    {
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        source.goLive(ShopView{}, kNow);
        source.heartbeat(kNow + 1s);
        source.heartbeat(kNow + 2s);
        source.enter(FeedState::CatchingUp);
        QCOMPARE(feed.freshness().asOf, std::optional<ShopTime>{kNow + 1s});
    }

    void aResetReplacesEverything()
    {
        RandomHistory one{4};
        RandomHistory other{5};
        FakeFeedSource source;
        ShopFeed feed{source, source.now()};
        feed.start();
        source.goLive(coffee::test::folded(one.take(100)), kNow);
        const ShopView restored = coffee::test::folded(other.take(40));
        source.goLive(restored, kNow + 1s, "epoch-2");
        QCOMPARE(feed.view(), restored);
        QCOMPARE(feed.freshness().epoch, std::string{"epoch-2"});
        QCOMPARE(source.confirmed, (FeedPosition{"epoch-2", 40}));
    }
};

QTEST_GUILESS_MAIN(TestShopFeed)
#include "test_shop_feed.moc"
