// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/older_orders.h"
#include "barista_station/model/recall_list.h"

#include "tests/support/fake_feed_source.h"
#include "tests/support/fake_order_client.h"
#include "tests/support/history_builder.h"

#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

using Reading = OlderOrders::Reading;

/// A shop's day behind a log, and a station that has its newest part.
struct LongDay {
    std::vector<Event> events;
    HistoryBuilder history{events};
    FakeFeedSource source;
    client::ShopFeed feed{source, source.now()};
    FakeOrderClient client;
    OlderOrders older{feed, client};

    void collected(OrderId first, OrderId last)
    {
        for (OrderId order = first; order <= last; ++order)
            history.paid(order).collected(order);
    }
    void goLive(const std::string& epoch = "epoch-1")
    {
        feed.start();
        source.goLive(folded(events), events.back().at, epoch);
    }
    void publish(std::size_t from)
    {
        source.publish({events.begin() + static_cast<std::ptrdiff_t>(from), events.end()});
    }
    /// The daemon's answer to the open question; at most `most` events of what was asked for.
    void answer(std::size_t most = protocol::kPageMax, const std::string& epoch = "epoch-1")
    {
        const std::size_t call = client.openCall<protocol::EventsGet>();
        QVERIFY(call < client.calls.size());
        const auto asked = std::get<protocol::EventsGet>(client.calls[call].request);
        protocol::EventsPage page;
        page.epoch = epoch;
        page.head = events.back().seq;
        for (const Event& event : events)
            if (event.seq > asked.after && page.events.size() < most &&
                page.events.size() < static_cast<std::size_t>(asked.limit))
                page.events.push_back(event);
        client.answer(call, page);
    }
    void readAll(std::size_t most = protocol::kPageMax)
    {
        for (int page = 0; page < 100 && older.reading() != Reading::Complete; ++page) {
            older.readOn();
            if (older.reading() == Reading::UnderWay)
                answer(most);
        }
        QCOMPARE(older.reading(), Reading::Complete);
    }
    [[nodiscard]] std::vector<OrderId> ids() const
    {
        std::vector<OrderId> found;
        for (const OrderView* order : older.orders())
            found.push_back(order->id);
        return found;
    }
};

std::vector<OrderId> fromTo(OrderId first, OrderId last)
{
    std::vector<OrderId> ids;
    for (OrderId id = first; id <= last; ++id)
        ids.push_back(id);
    return ids;
}

} // namespace

class OlderOrdersTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedUntilSomebodyLooks()
    {
        LongDay day;
        day.collected(1, 210);
        day.goLive();
        QVERIFY(day.client.calls.empty());
        QVERIFY(day.older.orders().empty());
        QCOMPARE(day.older.reading(), Reading::Possible);
    }

    void theDayIsReadPageByPageFromTheNewest()
    {
        LongDay day;
        day.collected(1, 450); // 1,800 events
        day.goLive();
        QCOMPARE(day.feed.view().orders.all().size(), OrderBoard::kFinishedKept);
        day.older.readOn();
        const auto* asked = day.client.last<protocol::EventsGet>();
        QCOMPARE(asked->after, Sequence{1300});
        QCOMPARE(asked->limit, 500);
        day.older.readOn(); // one at a time
        QCOMPARE(day.client.count<protocol::EventsGet>(), 1);
        day.answer();
        QVERIFY(day.ids().empty()); // The newest 125 are in the view anyway.
        day.readAll();
        QCOMPARE(day.ids(), fromTo(1, 250));
        QCOMPARE(day.client.count<protocol::EventsGet>(), 4);
    }

    void whatIsReadIsAsTheShopKnewIt()
    {
        LongDay day;
        day.collected(1, 210);
        day.history.paid(300);
        day.goLive();
        day.readAll();
        ShopView whole;
        for (const Event& event : day.events) {
            whole.apply(event);
            if (event.seq == 40)
                break;
        }
        for (const OrderView* order : day.older.orders())
            QCOMPARE(*order, *whole.orders.find(order->id));
        QCOMPARE(day.ids(), fromTo(1, 10));
    }

    void aShorterPageIsAskedToItsEnd()
    {
        LongDay day;
        day.collected(1, 230);
        day.goLive();
        day.readAll(77);
        QCOMPARE(day.ids(), fromTo(1, 30));
    }

    void readingEndsWhereTheDayBegan()
    {
        LongDay day;
        day.collected(1, 300);
        day.history.daysLater(1);
        day.collected(301, 505);
        day.goLive();
        day.readAll();
        QCOMPARE(day.ids(), fromTo(301, 305));
        QCOMPARE(day.client.count<protocol::EventsGet>(), 2);
    }

    void whatIsForgottenWhileOneLooksIsKept()
    {
        LongDay day;
        day.collected(1, 200);
        day.history.paid(201).started(201);
        day.goLive();
        day.older.readOn();
        const std::size_t before = day.events.size();
        day.history.finished(201).moved(201, OrderStep::Collect, OrderState::Ready);
        day.collected(202, 203);
        day.publish(before); // between the question and its answer
        day.answer();
        day.readAll();
        QCOMPARE(day.ids(), fromTo(1, 3));
        const std::size_t later = day.events.size();
        day.collected(204, 404);
        day.publish(later);
        QCOMPARE(day.ids(), fromTo(1, 204));
        for (const OrderView* order : day.older.orders())
            QCOMPARE(order->state, OrderState::Collected);
    }

    void anotherLogForgetsEverything()
    {
        LongDay day;
        day.collected(1, 210);
        day.goLive();
        day.older.readOn();
        day.goLive("epoch-2");
        QCOMPARE(day.older.reading(), Reading::Possible);
        day.answer(); // too late: of the log before
        QVERIFY(day.older.orders().empty());
        day.older.readOn();
        day.answer(protocol::kPageMax, "epoch-3");
        QCOMPARE(day.older.reading(), Reading::CutOff);
        QVERIFY(day.older.orders().empty());
    }

    void nobodyAnswersAndItIsTriedAgain()
    {
        LongDay day;
        day.collected(1, 210);
        day.goLive();
        day.older.readOn();
        QSignalSpy changed{&day.older, &OlderOrders::changed};
        day.client.fail(day.client.openCall<protocol::EventsGet>(),
                        client::ClientFailure::TimedOut);
        QCOMPARE(day.older.reading(), Reading::CutOff);
        QCOMPARE(changed.size(), 1);
        QVERIFY(changed.wait(5000));
        QCOMPARE(day.older.reading(), Reading::Possible);
        day.readAll();
        QCOMPARE(day.ids(), fromTo(1, 10));
    }

    void nothingIsAskedWhileTheLineIsDown()
    {
        LongDay day;
        day.collected(1, 210);
        day.goLive();
        day.source.enter(transport::FeedState::Stale);
        QCOMPARE(day.older.reading(), Reading::CutOff);
        day.older.readOn();
        QVERIFY(day.client.calls.empty());
        QSignalSpy changed{&day.older, &OlderOrders::changed};
        day.source.enter(transport::FeedState::Live);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(day.older.reading(), Reading::Possible);
    }

    void aNewDayIsReadAnew()
    {
        LongDay day;
        day.collected(1, 210);
        day.goLive();
        day.readAll();
        const std::size_t before = day.events.size();
        day.history.daysLater(1);
        day.collected(211, 211);
        day.publish(before);
        QVERIFY(day.older.orders().empty());
        day.readAll();
        QVERIFY(day.older.orders().empty());
    }

    void theListFindsThemWithTheirTimesAndTakesNoneBack()
    {
        LongDay day;
        day.collected(1, 215);
        day.goLive();
        const auto find = [&day](const char* search) {
            return recallRows(day.feed.view().orders, day.older.orders(), QLatin1String{search},
                              Language::Korean, 40);
        };
        QVERIFY(find("101").empty());
        day.readAll();
        const auto rows = find("101");
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().at, day.events[3].occurredAt);
        QVERIFY(rows.front().tooOld);
        QVERIFY(!rows.front().canRecall);
        QVERIFY(find("999").empty());
        QCOMPARE(find("").size(), std::size_t{40});
        QVERIFY(find("").front().canRecall && !find("").front().tooOld);
    }
};

QTEST_GUILESS_MAIN(OlderOrdersTest)
#include "test_older_orders.moc"
