// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/arrivals.h"

#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace std::chrono_literals;

namespace {

Ticket ticket(OrderId order, TicketStage stage = TicketStage::Queued)
{
    Ticket made;
    made.order = order;
    made.number = static_cast<std::int32_t>(100 + order);
    made.stage = stage;
    return made;
}

using Absence = Arrivals::Absence;
using Numbers = std::vector<std::int32_t>;
using Orders = std::set<OrderId>;

const Arrivals::Instant kNoon{12h};

} // namespace

/// What came while the bar's screen was away.
class ArrivalsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatCameWhileItWasDarkIsToldUntilItIsAcknowledged()
    {
        Arrivals arrivals;
        const std::vector<Ticket> kept{ticket(1, TicketStage::Making), ticket(2)};
        const std::vector<Ticket> now{kept[0], kept[1], ticket(3), ticket(4)};
        arrivals.kept(kept);
        QVERIFY(!arrivals.news());
        arrivals.follow(now, false, kNoon + 1s); // the snapshot comes before it is live
        arrivals.follow(now, true, kNoon + 2s);
        QCOMPARE(arrivals.news()->absence, Absence::Dark);
        QCOMPARE(arrivals.news()->numbers, (Numbers{103, 104}));
        QCOMPARE(arrivals.unseen(), (Orders{3, 4}));
        arrivals.follow(now, true, kNoon + 1h);
        QVERIFY(arrivals.news());
        arrivals.acknowledge();
        QVERIFY(!arrivals.news());
        QCOMPARE(arrivals.unseen(), (Orders{3, 4}));
    }

    void aMarkGoesWhenItsTicketIsTouchedOrBegun()
    {
        Arrivals arrivals;
        arrivals.kept({ticket(1)});
        arrivals.follow({ticket(1), ticket(2), ticket(3), ticket(4)}, true, kNoon + 2s);
        QCOMPARE(arrivals.unseen(), (Orders{2, 3, 4}));
        arrivals.touched(2);
        arrivals.follow({ticket(1), ticket(2), ticket(3, TicketStage::Making)}, true, kNoon + 3s);
        QCOMPARE(arrivals.unseen(), Orders{});
    }

    void thatNothingCameIsToldWhereThereWasWork()
    {
        Arrivals busy;
        busy.kept({ticket(1)});
        busy.follow({ticket(1)}, true, kNoon + 2s);
        QVERIFY(busy.news() && busy.news()->numbers.empty());
        Arrivals morning;
        morning.kept({});
        morning.follow({}, true, kNoon + 2s);
        QVERIFY(!morning.news());
    }

    void aHiccupIsNotWorthIt()
    {
        Arrivals arrivals;
        arrivals.follow({ticket(1)}, true, kNoon);
        arrivals.follow({ticket(1)}, false, kNoon + 1s);
        arrivals.follow({ticket(1), ticket(2)}, true, kNoon + 29s);
        QVERIFY(!arrivals.news());
        QVERIFY(arrivals.unseen().empty());
    }

    void aLongCutIsToldAndTheNextAddsToIt()
    {
        Arrivals arrivals;
        arrivals.follow({ticket(1)}, true, kNoon);
        arrivals.follow({ticket(1)}, false, kNoon + 1s);
        arrivals.follow({ticket(1)}, false, kNoon + 20s);
        arrivals.follow({ticket(1), ticket(2)}, true, kNoon + 40s);
        QCOMPARE(arrivals.news()->absence, Absence::CutOff);
        QCOMPARE(arrivals.news()->numbers, (Numbers{102}));
        // What comes while everybody can see it is nothing of the kind.
        arrivals.follow({ticket(1), ticket(2), ticket(3)}, true, kNoon + 50s);
        QCOMPARE(arrivals.news()->numbers, (Numbers{102}));
        arrivals.follow({ticket(1), ticket(2), ticket(3)}, false, kNoon + 60s);
        arrivals.follow({ticket(1), ticket(2), ticket(3), ticket(4)}, true, kNoon + 120s);
        QCOMPARE(arrivals.news()->numbers, (Numbers{102, 104}));
    }

    void aScreenThatHasNeverShownAnythingMissedNothing()
    {
        Arrivals arrivals;
        arrivals.follow({ticket(1), ticket(2)}, false, kNoon); // the snapshot comes first
        arrivals.follow({ticket(1), ticket(2)}, true, kNoon + 1s);
        QVERIFY(!arrivals.news());
        QVERIFY(arrivals.unseen().empty());
    }
};

QTEST_GUILESS_MAIN(ArrivalsTest)
#include "test_arrivals.moc"
