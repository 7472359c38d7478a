// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/words.h"
#include "shared/protocol/limits.h"
#include "tests/protocol/random_values.h"

#include <QTest>

using namespace coffee;
using namespace coffee::protocol;
using coffee::test::RandomValues;

namespace {

constexpr std::uint64_t kSeeds = 25;

template <class Body>
void compareReply(const Body& body)
{
    const std::string bytes = encodeReply("q-7", ReplyStatus::Ok, 42, encodeBody(body));
    const auto reply = decodeReply<Body>(bytes);
    QVERIFY2(reply.ok(), (reply.ok() ? "" : reply.error().detail + "\n" + bytes).c_str());
    QCOMPARE(reply->id, std::string{"q-7"});
    QCOMPARE(reply->seq, Sequence{42});
    QVERIFY2(std::get<0>(reply->content) == body, bytes.c_str());
}

} // namespace

class TestRoundTrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRequest()
    {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
            for (std::size_t n = 0; n < std::variant_size_v<RequestBody>; ++n) {
                const Request request = RandomValues{seed * 100 + n}.request(n);
                const std::string bytes = encode(request);
                const auto decoded = decodeRequest(bytes);
                QVERIFY2(decoded.ok(),
                         (decoded.ok() ? "" : decoded.error().detail + "\n" + bytes).c_str());
                QVERIFY2(*decoded == request, bytes.c_str());
                QCOMPARE(encode(*decoded), bytes);
            }
    }

    /// Every menu that the file reader takes must reach the kiosks: 200 characters of four bytes.
    void theLongestDescriptionOfAMenuFile()
    {
        Menu menu = RandomValues{1}.menu();
        MenuItem item;
        item.id = item.category = item.image = "latte";
        for (int i = 0; i < 200; ++i)
            item.description.ko += "😀";
        item.description.en = item.description.ko;
        menu.items = {item};
        compareReply(MenuAnswer{menu});
    }

    void everyEvent()
    {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
            for (std::size_t n = 0; n < std::variant_size_v<EventBody>; ++n) {
                const EventFrame frame{"epoch-1", RandomValues{seed * 100 + n}.event(n)};
                const std::string bytes = encode(frame);
                const auto decoded = decodeFrame(bytes);
                QVERIFY2(decoded.ok(),
                         (decoded.ok() ? "" : decoded.error().detail + "\n" + bytes).c_str());
                QVERIFY2(*decoded == Frame{frame}, bytes.c_str());
                const auto body =
                    decodeEventBody(typeName(frame.event.body), encodeEventBody(frame.event.body));
                QVERIFY(body.ok());
                QVERIFY(*body == frame.event.body);
            }
    }

    void heartbeats()
    {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            const Heartbeat heartbeat = RandomValues{seed}.heartbeat();
            const auto decoded = decodeFrame(encode(heartbeat));
            QVERIFY(decoded.ok());
            QVERIFY(*decoded == Frame{heartbeat});
        }
    }

    void everyReply()
    {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            RandomValues values{seed};
            compareReply(Accepted{});
            compareReply(values.quote());
            for (std::size_t n = 0; n < std::variant_size_v<AttemptAnswer>; ++n)
                compareReply(values.attemptAnswer(n));
            compareReply(values.orderShown());
            compareReply(values.cancelAnswer());
            compareReply(values.orderAnswer());
            compareReply(values.refundAnswer());
            compareReply(values.backupTaken());
            compareReply(values.parkedAnswer());
            compareReply(values.takenAnswer());
            compareReply(MenuAnswer{values.menu()});
            compareReply(values.snapshot());
            compareReply(values.eventsPage());
            compareReply(values.statusAnswer());
            compareReply(values.ordersAnswer());
            compareReply(values.historyAnswer());
            compareReply(values.closedAnswer());
            compareReply(values.zAnswer());
            if (QTest::currentTestFailed())
                return;
        }
    }

    void pendingInEveryPhase()
    {
        for (const auto& row : Words<PaymentPhase>::table) {
            const auto reply = decodeReply<AttemptAnswer>(
                encodeReply("q", ReplyStatus::Pending, 1, encodeBody(Pending{row.first})));
            QVERIFY(reply.ok());
            QCOMPARE(std::get<Pending>(reply->content).phase, row.first);
        }
    }

    void everyRefusal()
    {
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const Refusal refusal = RandomValues{seed}.refusal();
            const std::string bytes =
                encodeReply("q", ReplyStatus::Refused, 1, encodeBody(refusal));
            const auto reply = decodeReply<Quote>(bytes);
            QVERIFY2(reply.ok(), bytes.c_str());
            QVERIFY2(std::get<Refusal>(reply->content) == refusal, bytes.c_str());
        }
    }

    void viewsAndBasketsOnDisk()
    {
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
            RandomValues values{seed};
            const ShopView view = values.view();
            const auto decoded = decodeView(encodeView(view));
            QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
            QVERIFY(*decoded == view);
            const PricedBasket basket = values.basket();
            const auto again = decodeBasket(encodeBasket(basket));
            QVERIFY(again.ok());
            QVERIFY(*again == basket);
        }
    }

    /// The bar slept on a busy day: the screens that join then must be able to read the shop.
    void aViewOfAsManyOrdersAsASnapshotMayHave()
    {
        ShopView view = RandomValues{5}.view();
        OrderView order = view.orders.all().begin()->second;
        order.state = OrderState::Queued;
        std::vector<OrderView> many;
        for (std::size_t n = 1; n <= kOrdersKnownMax; ++n) {
            order.id = static_cast<OrderId>(n);
            many.push_back(order);
        }
        view.orders = OrderBoard::restored(std::move(many), {});
        const auto decoded = decodeView(encodeView(view));
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : decoded.error().detail.c_str());
        QCOMPARE(decoded->orders.all().size(), kOrdersKnownMax);
        Quote quote = RandomValues{5}.quote();
        quote.ordersAhead = static_cast<std::int32_t>(kOrdersKnownMax);
        QVERIFY(decodeReply<Quote>(encodeReply("q", ReplyStatus::Ok, 1, encodeBody(quote))).ok());
    }

    /// A stored body that is wrapped again is the same bytes: that is what repeats are given.
    void aStoredBodyIsKeptByteForByte()
    {
        const std::string body = encodeBody(RandomValues{3}.attemptAnswer(0));
        const std::string first = encodeReply("a", ReplyStatus::Ok, 1, body);
        const std::string later = encodeReply("b", ReplyStatus::Ok, 2, body);
        QVERIFY(first.find(body) != std::string::npos);
        QVERIFY(later.find(body) != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_round_trip.moc"
