// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/bar_sounds.h"

#include <QTest>

#include <algorithm>

using namespace coffee;
using namespace coffee::station;
using namespace std::chrono_literals;

namespace {

/// A screen's tickets and a clock that a test moves second by second.
struct Ear {
    BarSounds sounds;
    std::vector<Ticket> grid;
    std::set<std::string> help;
    bool live{true};
    BarSounds::Instant now{1h};

    Ticket& ticket(OrderId order, TicketStage stage = TicketStage::Queued)
    {
        Ticket made;
        made.order = order;
        made.stage = stage;
        grid.push_back(made);
        return grid.back();
    }
    Ticket& find(OrderId order)
    {
        return *std::find_if(grid.begin(), grid.end(),
                             [order](const Ticket& one) { return one.order == order; });
    }
    /// What is heard in so many seconds, with the second at which it is.
    std::vector<std::pair<int, BarSound>> listen(int seconds)
    {
        std::vector<std::pair<int, BarSound>> heard;
        for (int second = 0; second < seconds; ++second) {
            if (const auto sound = sounds.next({grid, help, live}, now))
                heard.emplace_back(second, *sound);
            now += 1s;
        }
        return heard;
    }
};

using Heard = std::vector<std::pair<int, BarSound>>;
using enum BarSound;

} // namespace

class BarSoundsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyBarIsSilent()
    {
        Ear ear;
        QCOMPARE(ear.listen(300), Heard{});
    }

    void aNewOrderSoundsOnceAndOnceMoreWhenNobodyBeginsIt()
    {
        Ear ear;
        QCOMPARE(ear.listen(5), Heard{});
        ear.ticket(1);
        QCOMPARE(ear.listen(300), (Heard{{0, NewOrder}, {30, NewOrder}}));
    }

    void anOrderThatIsBegunIsNotHeardAgain()
    {
        Ear ear;
        ear.listen(1);
        ear.ticket(1);
        QCOMPARE(ear.listen(10), (Heard{{0, NewOrder}}));
        ear.find(1).stage = TicketStage::Making;
        QCOMPARE(ear.listen(60), Heard{});
        ear.find(1).stage = TicketStage::Queued; // put back: everybody knows it
        QCOMPARE(ear.listen(60), Heard{});
    }

    void ordersThatComeTogetherAreHeardTogether()
    {
        Ear ear;
        ear.listen(1);
        for (OrderId order = 1; order <= 40; ++order)
            ear.ticket(order);
        QCOMPARE(ear.listen(60), (Heard{{0, NewOrder}, {30, NewOrder}}));
    }

    void aStopSoundsEveryFiveSecondsUntilItIsAcknowledged()
    {
        Ear ear;
        ear.listen(1);
        ear.ticket(1, TicketStage::Stopped);
        QCOMPARE(ear.listen(12), (Heard{{0, Stop}, {5, Stop}, {10, Stop}}));
        ear.find(1).dimmed = true; // acknowledged, stays for a moment
        QCOMPARE(ear.listen(30), Heard{});
    }

    void helpSoundsEveryTenSecondsUntilItIsTaken()
    {
        Ear ear;
        ear.listen(1);
        ear.help = {"kiosk-1"};
        QCOMPARE(ear.listen(21), (Heard{{0, Help}, {10, Help}, {20, Help}}));
        ear.help.clear();
        QCOMPARE(ear.listen(30), Heard{});
    }

    void aLateTicketSoundsOnce()
    {
        Ear ear;
        ear.listen(1);
        ear.ticket(1, TicketStage::Making);
        ear.listen(1);
        ear.find(1).lateness = Lateness::Soon;
        QCOMPARE(ear.listen(10), Heard{});
        ear.find(1).lateness = Lateness::Late;
        QCOMPARE(ear.listen(100), (Heard{{0, Late}}));
    }

    void catchingUpIsSilentAndHasOneSoundAtItsEnd()
    {
        Ear ear;
        ear.ticket(1, TicketStage::Making);
        ear.live = false;
        ear.listen(5);
        for (OrderId order = 2; order <= 60; ++order)
            ear.ticket(order).lateness = Lateness::Late;
        ear.ticket(61, TicketStage::Stopped);
        QCOMPARE(ear.listen(20), Heard{});
        ear.live = true;
        // The stop card goes on by itself: it must be seen.
        QCOMPARE(ear.listen(12), (Heard{{0, CaughtUp}, {5, Stop}, {10, Stop}}));
        ear.find(61).dimmed = true;
        QCOMPARE(ear.listen(60), Heard{});
        ear.ticket(62);
        QCOMPARE(ear.listen(3), (Heard{{0, NewOrder}}));
    }

    void aShortGapWithoutNewsIsSilent()
    {
        Ear ear;
        ear.listen(1);
        ear.ticket(1, TicketStage::Making);
        ear.listen(1);
        ear.live = false;
        ear.listen(10);
        ear.live = true;
        QCOMPARE(ear.listen(60), Heard{});
    }

    void whatIsWorthMoreComesFirstAndNothingIsLost()
    {
        Ear ear;
        ear.listen(1);
        ear.ticket(1);
        ear.ticket(2, TicketStage::Stopped);
        ear.help = {"kiosk-1"};
        QCOMPARE(ear.listen(4), (Heard{{0, Stop}, {1, Help}, {2, NewOrder}}));
    }
};

QTEST_GUILESS_MAIN(BarSoundsTest)
#include "test_bar_sounds.moc"
