// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/shop_view.h"
#include "tests/support/random_history.h"

#include <QTest>

#include <set>

using namespace coffee;
using coffee::test::HistoryShape;
using coffee::test::RandomHistory;

namespace {

constexpr std::uint64_t kHistories = 1500;

/// Names the first part that differs, for a failure that can be read.
QByteArray difference(const ShopView& left, const ShopView& right)
{
    if (left.seq != right.seq || left.at != right.at)
        return "seq or at";
    if (!(left.totals == right.totals))
        return "totals";
    if (!(left.health == right.health))
        return "health";
    if (!(left.payments == right.payments))
        return "payments";
    if (!(left.offer == right.offer))
        return "offer";
    if (left.orders.finishedOrder() != right.orders.finishedOrder())
        return "the finished orders";
    if (left.orders.all().size() != right.orders.all().size())
        return "which orders are known";
    for (const auto& [id, order] : left.orders.all()) {
        const OrderView* other = right.orders.find(id);
        if (!other || !(*other == order))
            return "order " + QByteArray::number(qint64{id});
    }
    return {};
}

QByteArray runTwice(RandomHistory history, int events, int every)
{
    ShopView whole;
    ShopView open;
    for (int i = 1; i <= events; ++i) {
        const Event event = history.next();
        whole.apply(event);
        open.apply(publicFace(event));
        if (i % every != 0 && i != events)
            continue;
        const QByteArray differs = difference(publicFace(whole), open);
        if (!differs.isEmpty())
            return differs + " after event " + QByteArray::number(i);
    }
    return {};
}

} // namespace

class TestPublicFace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePublicFaceOfTheFoldIsTheFoldOfThePublicFaces()
    {
        for (std::uint64_t seed = 1; seed <= kHistories; ++seed) {
            const QByteArray differs = runTwice(RandomHistory{seed}, 120, 10);
            QVERIFY2(differs.isEmpty(),
                     "seed " + QByteArray::number(quint64{seed}) + ": " + differs);
        }
    }

    void itHoldsOverDaysWithRecallsAndForgottenOrders()
    {
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            const HistoryShape busy{30, 900, true};
            const QByteArray differs = runTwice(RandomHistory{seed, busy}, 6000, 50);
            QVERIFY2(differs.isEmpty(),
                     "seed " + QByteArray::number(quint64{seed}) + ": " + differs);
        }
    }

    void thePublicStreamTellsNoAmountsNamesOrLines()
    {
        ShopView open;
        RandomHistory history{7};
        for (int i = 0; i < 3000; ++i) {
            const Event event = publicFace(history.next());
            QVERIFY(event.actor == Actor{});
            open.apply(event);
        }
        QVERIFY(!open.orders.all().empty());
        for (const auto& [id, order] : open.orders.all()) {
            QCOMPARE(order.total.won(), 0);
            QVERIFY(order.lines.empty() && order.refunds.empty() && order.kiosk.empty());
            QVERIFY(order.allergyNote.empty() && order.cancelReason.empty());
            QVERIFY(order.payment == PaymentInfo{});
            QVERIFY(!order.stopUnacknowledged);
            for (const UnitView& unit : order.units)
                QVERIFY(unit.state != UnitState::Done && unit.reason.empty());
        }
        QCOMPARE(open.totals.sales.won(), 0);
        QVERIFY(open.payments == PaymentView{});
        StationHealth bells; // which kiosks call for help, and no machine else
        bells.helpCalls = open.health.helpCalls;
        QVERIFY(open.health == bells);
    }

    void thePublicFaceOfAPublicEventIsItself()
    {
        RandomHistory history{11};
        for (int i = 0; i < 3000; ++i) {
            const Event once = publicFace(history.next());
            QVERIFY(publicFace(once) == once);
        }
    }

    void aLongHistoryKeepsTheBoardsSmall()
    {
        ShopView whole;
        ShopView open;
        RandomHistory history{3, {12, 900, false}};
        for (int i = 0; i < 20'000; ++i) {
            const Event event = history.next();
            whole.apply(event);
            open.apply(publicFace(event));
            QVERIFY(open.orders.all().size() <= OrderBoard::kFinishedKept + 40);
        }
        QVERIFY(whole.orders.all().size() <= OrderBoard::kFinishedKept + 100);
        QCOMPARE(whole.orders.finishedOrder().size(), OrderBoard::kFinishedKept);
    }

    void historiesOfOneSeedAreTheSame()
    {
        QVERIFY(RandomHistory{5}.take(500) == RandomHistory{5}.take(500));
        QVERIFY(RandomHistory{5}.take(500) != RandomHistory{6}.take(500));
    }

    void everyKindOfEventOccurs()
    {
        std::set<std::size_t> kinds;
        RandomHistory history{1};
        for (int i = 0; i < 5000; ++i)
            kinds.insert(history.next().body.index());
        // All but the two that only the public stream has, and the Z, whose figures follow from
        // the log.
        QCOMPARE(kinds.size(), std::variant_size_v<EventBody> - 3);
    }

    void thePublicStreamDoesNotTellWhatADayCameTo()
    {
        Event closed;
        closed.seq = 7;
        closed.body = DayClosed{
            1, 20'514, 1, 6, std::chrono::minutes{540}, 3, MoneySum::fromWon(13'500), 0, {}};
        QVERIFY(std::holds_alternative<Hidden>(publicFace(closed).body));
    }
};

QTEST_GUILESS_MAIN(TestPublicFace)
#include "test_public_face.moc"
