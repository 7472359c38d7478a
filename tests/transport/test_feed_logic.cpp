// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/transport/feed_logic.h"

#include <QTest>

using namespace coffee;
using namespace coffee::transport;
using namespace std::chrono_literals;

namespace {

constexpr const char* kEpoch = "epoch-1";

Event event(Sequence seq)
{
    const ShopTime at = fromMs(1'000'000 + seq);
    return {seq, at, at, 20'000, Actor{}, Hidden{}};
}

ShopView viewAt(Sequence seq)
{
    ShopView view;
    view.seq = seq;
    return view;
}

/// A feed with its clock, and what it said.
struct Feed {
    explicit Feed(FeedPosition start = {}) : logic{protocol::Stream::Events, std::move(start)} {}

    void frame(Sequence seq, const std::string& epoch = kEpoch)
    {
        logic.frameCame(protocol::EventFrame{epoch, event(seq)}, now);
        collect();
    }
    void beat(Sequence head, const std::string& epoch = kEpoch)
    {
        logic.frameCame(protocol::Heartbeat{epoch, head, fromMs(1'000'000 + head), {}}, now);
        collect();
    }
    void snapshot(Sequence seq, const std::string& epoch = kEpoch)
    {
        protocol::Snapshot snapshot;
        snapshot.epoch = epoch;
        snapshot.view = viewAt(seq);
        logic.snapshotCame(std::move(snapshot), now);
        collect();
    }
    void page(Sequence first, Sequence last, Sequence head, const std::string& epoch = kEpoch)
    {
        protocol::EventsPage page{protocol::Stream::Events, epoch, head, {}};
        for (Sequence seq = first; seq <= last; ++seq)
            page.events.push_back(event(seq));
        logic.pageCame(std::move(page), now);
        collect();
    }
    void fail(QuestionFailure failure)
    {
        logic.questionFailed(failure, now);
        collect();
    }
    void pass(std::chrono::milliseconds time)
    {
        now += time;
        logic.timePassed(now);
        collect();
    }
    /// "snapshot", "page AFTER LIMIT" or "" when nothing is asked.
    QByteArray asks()
    {
        const auto question = logic.nextQuestion(now);
        if (!question)
            return {};
        if (const auto* page = std::get_if<protocol::EventsGet>(&*question))
            return "page " + QByteArray::number(qlonglong{page->after}) + " " +
                   QByteArray::number(page->limit);
        return "snapshot";
    }
    void collect()
    {
        for (FeedOutput& output : logic.takeOutputs()) {
            if (const auto* reset = std::get_if<FeedReset>(&output)) {
                ++resets;
                applied = reset->view.seq;
                shownEpoch = reset->epoch;
            } else if (const auto* events = std::get_if<FeedEvents>(&output)) {
                for (const Event& one : events->events) {
                    gapless = gapless && one.seq == applied + 1;
                    applied = one.seq;
                    (events->live ? live : quiet)++;
                }
            } else {
                ++beats;
            }
        }
    }
    [[nodiscard]] FeedState state() const { return logic.status().state; }
    [[nodiscard]] FeedCounters counters() const { return logic.status().counters; }
    /// A feed that has its snapshot and hears the daemon.
    static Feed atLive(Sequence seq)
    {
        Feed feed;
        static_cast<void>(feed.asks());
        feed.snapshot(seq);
        feed.beat(seq);
        return feed;
    }

    FeedLogic logic;
    SteadyTime now{std::chrono::hours{1}};
    Sequence applied{0};
    std::string shownEpoch;
    int resets{0};
    int live{0};
    int quiet{0};
    int beats{0};
    bool gapless{true};
};

} // namespace

class TestFeedLogic : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithASnapshotAndBuffersMeanwhile()
    {
        Feed feed;
        QCOMPARE(feed.state(), FeedState::Connecting);
        QCOMPARE(feed.asks(), "snapshot");
        QCOMPARE(feed.asks(), ""); // one question at a time
        feed.frame(9);
        feed.frame(10);
        feed.frame(11);
        QCOMPARE(feed.applied, 0);
        QCOMPARE(feed.state(), FeedState::CatchingUp);
        feed.snapshot(9);
        QCOMPARE(feed.resets, 1);
        QCOMPARE(feed.applied, 11); // 9 was in the snapshot, 10 and 11 waited
        QVERIFY(feed.gapless);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.live, 0); // what came before it was live stays silent
        QCOMPARE(feed.quiet, 2);
        QCOMPARE(feed.asks(), "");
    }

    void isNotLiveBeforeTheStreamWasHeard()
    {
        Feed feed;
        static_cast<void>(feed.asks());
        feed.snapshot(5);
        QCOMPARE(feed.applied, 5);
        QCOMPARE(feed.state(), FeedState::Connecting);
        feed.beat(5);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void appliesTheNextEventAtOnceAndLive()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(6);
        QCOMPARE(feed.applied, 6);
        QCOMPARE(feed.live, 1);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void countsAndDropsDuplicates()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(6);
        feed.frame(6);
        feed.frame(3);
        feed.frame(8);
        feed.frame(8); // waits already
        QCOMPARE(feed.counters().duplicates, 3);
        QCOMPARE(feed.applied, 6);
        QVERIFY(feed.gapless);
    }

    void reorderedFramesNeedNoQuestion()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(7);
        feed.frame(8);
        QCOMPARE(feed.asks(), ""); // grace
        feed.pass(20ms);
        feed.frame(6);
        QCOMPARE(feed.applied, 8);
        feed.pass(100ms);
        QCOMPARE(feed.asks(), "");
        QCOMPARE(feed.live, 3);
        QCOMPARE(feed.counters().gapFills, 0);
    }

    void fetchesALostEventAfterTheGraceOnly()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(8);
        QVERIFY(feed.logic.nextDeadline(feed.now) <= feed.now + 50ms);
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 5 2"); // only what is missing
        feed.page(6, 7, 8);
        QCOMPARE(feed.applied, 8);
        QVERIFY(feed.gapless);
        QCOMPARE(feed.counters().gapFills, 1);
        QCOMPARE(feed.counters().eventsFetched, 2);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.live, 3); // lost for a moment, still news
    }

    void severalHolesThatAreDueAreFetchedTogether()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(7);
        feed.frame(10);
        feed.frame(11);
        feed.pass(50ms);
        feed.frame(15); // its hole is young
        QCOMPARE(feed.asks(), "page 5 4");
        feed.page(6, 9, 15);
        QCOMPARE(feed.applied, 11);
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 11 3");
        feed.page(12, 14, 15);
        QCOMPARE(feed.applied, 15);
        QVERIFY(feed.gapless);
    }

    void aHeartbeatThatIsAheadIsAGap()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(7);
        feed.pass(60ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(6, 7, 7);
        QCOMPARE(feed.applied, 7);
        QCOMPARE(feed.asks(), "");
    }

    void pagesFollowEachOtherWithoutWaiting()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(1'205);
        QCOMPARE(feed.state(), FeedState::CatchingUp); // more than a page is said at once
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(6, 505, 1'205);
        QCOMPARE(feed.asks(), "page 505 500");
        feed.page(506, 1'005, 1'205);
        QCOMPARE(feed.asks(), "page 1005 500");
        feed.page(1'006, 1'205, 1'205);
        QCOMPARE(feed.asks(), "");
        QCOMPARE(feed.applied, 1'205);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.live, 0);
        QCOMPARE(feed.quiet, 1'200);
    }

    void aGapOf20000IsFetchedAndOneMoreIsASnapshot()
    {
        Feed fetched = Feed::atLive(5);
        fetched.beat(20'005);
        fetched.pass(50ms);
        QCOMPARE(fetched.asks(), "page 5 500");

        Feed anew = Feed::atLive(5);
        anew.beat(20'006);
        QCOMPARE(anew.asks(), "snapshot");
        anew.snapshot(20'006);
        QCOMPARE(anew.applied, 20'006);
        QCOMPARE(anew.resets, 2);
        QCOMPARE(anew.state(), FeedState::Live);
    }

    void aGapThatStaysOpenIsShownAfterASecond()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(7);
        feed.pass(999ms);
        QCOMPARE(feed.state(), FeedState::Live);
        feed.pass(1ms);
        QCOMPARE(feed.state(), FeedState::CatchingUp);
    }

    void threeSilentHeartbeatsAreStale()
    {
        Feed feed = Feed::atLive(5);
        feed.pass(2'999ms);
        QCOMPARE(feed.state(), FeedState::Live);
        QVERIFY(feed.logic.nextDeadline(feed.now) <= feed.now + 1ms);
        feed.pass(1ms);
        QCOMPARE(feed.state(), FeedState::Stale);
        feed.beat(5);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void aSnapshotThatNoFrameFollowsIsStale()
    {
        Feed feed;
        static_cast<void>(feed.asks());
        feed.snapshot(5);
        feed.pass(2'999ms);
        QCOMPARE(feed.state(), FeedState::Connecting);
        QVERIFY(feed.logic.nextDeadline(feed.now) <= feed.now + 1ms);
        feed.pass(1ms);
        QCOMPARE(feed.state(), FeedState::Stale);
        feed.beat(5);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void afterSilenceItCatchesUpQuietly()
    {
        Feed feed = Feed::atLive(5);
        feed.pass(60s);
        feed.beat(8);
        QCOMPARE(feed.state(), FeedState::CatchingUp);
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(6, 8, 8);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.quiet, 3);
        QCOMPARE(feed.live, 0);
    }

    void theFirstEventAfterSilenceIsLiveWhenNothingIsMissing()
    {
        Feed feed = Feed::atLive(5);
        feed.pass(60s);
        feed.frame(6);
        QCOMPARE(feed.live, 1);
    }

    void anotherEpochIsANewSnapshot()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(3, "epoch-2");
        QCOMPARE(feed.state(), FeedState::CatchingUp);
        QCOMPARE(feed.applied, 5);
        QCOMPARE(feed.asks(), "snapshot");
        feed.frame(4, "epoch-2");
        feed.snapshot(3, "epoch-2");
        QCOMPARE(feed.shownEpoch, std::string{"epoch-2"});
        QCOMPARE(feed.applied, 4);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.asks(), "");
    }

    void anotherEpochByHeartbeatAlone()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(2, "epoch-2");
        QCOMPARE(feed.asks(), "snapshot");
        feed.snapshot(2, "epoch-2");
        QCOMPARE(feed.applied, 2);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void aHeadBelowOursIsCheckedBeforeItIsBelieved()
    {
        Feed late = Feed::atLive(5);
        late.frame(6);
        late.beat(5); // it was overtaken by the event
        QCOMPARE(late.asks(), "page 6 500");
        late.page(1, 0, 6); // nothing after 6: our view stands
        QCOMPARE(late.asks(), "");
        QCOMPARE(late.state(), FeedState::Live);
        QCOMPARE(late.resets, 1);

        Feed putBack = Feed::atLive(5);
        putBack.frame(6);
        putBack.beat(4);
        QCOMPARE(putBack.asks(), "page 6 500");
        putBack.fail(QuestionFailure::UnknownEpoch);
        QCOMPARE(putBack.asks(), "snapshot");
        putBack.snapshot(4);
        QCOMPARE(putBack.applied, 4);
        QCOMPARE(putBack.resets, 2);
        QCOMPARE(putBack.state(), FeedState::Live);
        QCOMPARE(putBack.asks(), "");
    }

    void aPageThatEndsBelowWhatTheStreamSaidIsANewSnapshot()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(9);
        feed.pass(60ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(1, 0, 5);
        QCOMPARE(feed.asks(), "snapshot");
        feed.snapshot(5);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.asks(), ""); // the head that was never there is forgotten
    }

    void aPageOfAnotherEpochIsANewSnapshot()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(9);
        feed.pass(60ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(6, 9, 9, "epoch-2");
        QCOMPARE(feed.applied, 5);
        QCOMPARE(feed.asks(), "snapshot");
    }

    void aPageThatBeginsWithAHoleIsANewSnapshotAfterAPause()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(9);
        feed.pass(60ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.page(8, 9, 9);
        QCOMPARE(feed.applied, 5);
        QCOMPARE(feed.asks(), "");
        feed.pass(250ms);
        QCOMPARE(feed.asks(), "snapshot");
    }

    void eventsThatCameWhileThePageWasUnderWayAreNotDoubled()
    {
        Feed feed = Feed::atLive(5);
        feed.frame(8);
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 5 2");
        feed.frame(6); // late, not lost
        feed.frame(9);
        feed.page(6, 7, 9);
        QCOMPARE(feed.applied, 9);
        QVERIFY(feed.gapless);
    }

    void failuresArePutOffLongerEachTime()
    {
        Feed feed;
        QCOMPARE(feed.asks(), "snapshot");
        for (const auto pause : {250ms, 500ms, 1000ms, 2000ms, 2000ms}) {
            feed.fail(QuestionFailure::NoAnswer);
            feed.pass(pause - 1ms);
            QCOMPARE(feed.asks(), "");
            QVERIFY(feed.logic.nextDeadline(feed.now) <= feed.now + 1ms);
            feed.pass(1ms);
            QCOMPARE(feed.asks(), "snapshot");
        }
        feed.snapshot(1);
        feed.beat(1);
        QCOMPARE(feed.state(), FeedState::Live);
    }

    void aWordFromTheDaemonEndsThePause()
    {
        Feed feed;
        static_cast<void>(feed.asks());
        feed.fail(QuestionFailure::NoAnswer);
        QCOMPARE(feed.asks(), "");
        feed.beat(7);
        QCOMPARE(feed.asks(), "snapshot");
    }

    void aRefusedPageIsAskedAgain()
    {
        Feed feed = Feed::atLive(5);
        feed.beat(7);
        feed.pass(60ms);
        QCOMPARE(feed.asks(), "page 5 500");
        feed.fail(QuestionFailure::Refused);
        QCOMPARE(feed.asks(), "");
        feed.pass(250ms);
        QCOMPARE(feed.asks(), "page 5 500");
    }

    void aSnapshotOfAnotherStreamOrFoldIsNotTaken()
    {
        Feed feed;
        static_cast<void>(feed.asks());
        protocol::Snapshot other;
        other.epoch = kEpoch;
        other.stream = protocol::Stream::Board;
        feed.logic.snapshotCame(other, feed.now);
        other.stream = protocol::Stream::Events;
        other.foldVersion = kFoldVersion + 1;
        feed.pass(250ms);
        static_cast<void>(feed.asks());
        feed.logic.snapshotCame(other, feed.now);
        feed.collect();
        QCOMPARE(feed.resets, 0);
        QCOMPARE(feed.counters().garbled, 2);
    }

    void aRestoredViewIsContinuedWithPages()
    {
        Feed feed{{kEpoch, 100}};
        feed.applied = 100;
        QCOMPARE(feed.asks(), "page 100 500");
        feed.page(101, 103, 103);
        QCOMPARE(feed.applied, 103);
        QCOMPARE(feed.quiet, 3);
        feed.beat(103);
        QCOMPARE(feed.state(), FeedState::Live);
        QCOMPARE(feed.resets, 0);
    }

    void aRestoredViewOfAnotherLogIsReplaced()
    {
        Feed otherEpoch{{"epoch-0", 100}};
        QCOMPARE(otherEpoch.asks(), "page 100 500");
        otherEpoch.page(101, 101, 101);
        QCOMPARE(otherEpoch.asks(), "snapshot");
        otherEpoch.snapshot(101);
        otherEpoch.beat(101);
        QCOMPARE(otherEpoch.state(), FeedState::Live);

        Feed beyond{{kEpoch, 100}};
        QCOMPARE(beyond.asks(), "page 100 500");
        beyond.fail(QuestionFailure::UnknownEpoch);
        QCOMPARE(beyond.asks(), "snapshot");

        Feed farBehind{{kEpoch, 100}};
        QCOMPARE(farBehind.asks(), "page 100 500");
        farBehind.page(101, 600, 30'000);
        QCOMPARE(farBehind.asks(), "snapshot");
    }

    void theBufferIsBoundedAndTheRestIsFetched()
    {
        Feed feed = Feed::atLive(5);
        const Sequence last = 7 + Sequence{kEventsWaitingMax} + 100;
        for (Sequence seq = 7; seq <= last; ++seq)
            feed.frame(seq);
        feed.pass(50ms);
        QCOMPARE(feed.asks(), "page 5 1");
        feed.page(6, 6, last);
        QCOMPARE(feed.applied, 7 + Sequence{kEventsWaitingMax} - 1);
        feed.pass(50ms);
        QVERIFY(feed.asks().startsWith("page"));
        feed.page(feed.applied + 1, last, last);
        QCOMPARE(feed.applied, last);
        QVERIFY(feed.gapless);
    }

    void heartbeatsCarryTheClock()
    {
        Feed feed = Feed::atLive(5);
        const int before = feed.beats;
        feed.beat(5);
        QCOMPARE(feed.beats, before + 1);
    }
};

QTEST_GUILESS_MAIN(TestFeedLogic)
#include "test_feed_logic.moc"
