// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/ticket_queue.h"

#include "tests/support/fake_order_client.h"
#include "tests/support/history_builder.h"
#include "tests/support/random_history.h"

#include <QTest>

#include <algorithm>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

/// A queue with a clock of its own over a history that a test writes.
struct Bar {
    std::vector<Event> events;
    HistoryBuilder history{events};
    FakeOrderClient client;
    std::chrono::steady_clock::time_point steady{1h};
    int keys{0};
    StatusReporter reporter{
        client, nullptr,
        [this] {
            return std::chrono::system_clock::time_point{
                std::chrono::duration_cast<std::chrono::seconds>(steady.time_since_epoch())};
        },
        [this] { return OperationKey{"op-" + std::to_string(++keys)}; }};
    TicketQueue queue{reporter, Language::Korean, [this] { return steady; }};

    void show()
    {
        const ShopView view = folded(events);
        queue.show(view, view.at);
        reporter.caughtUp(view.seq);
    }
    void pass(std::chrono::milliseconds time)
    {
        steady += time;
        queue.tick(folded(events).at);
    }
    /// The daemon carries out the oldest open question of this type; the stream is a step behind.
    template <class Command>
    Command accept()
    {
        const std::size_t call = client.openCall<Command>();
        const Command command = std::get<Command>(client.calls.at(call).request);
        client.seq = static_cast<Sequence>(events.size()) + 1;
        client.answer(call, protocol::OrderAnswer{1, OrderState::Making});
        return command;
    }
    [[nodiscard]] std::vector<int> grid() const { return numbers(queue.grid()); }
    [[nodiscard]] std::vector<int> ready() const { return numbers(queue.ready()); }
    [[nodiscard]] static std::vector<int> numbers(const std::vector<Ticket>& tickets)
    {
        std::vector<int> found;
        for (const Ticket& ticket : tickets)
            found.push_back(ticket.dimmed ? -ticket.number : ticket.number);
        return found;
    }
};

Refusal wrongState(const std::string& truth)
{
    Refusal refusal;
    refusal.code = RefusalCode::WrongState;
    refusal.state = truth;
    return refusal;
}

} // namespace

class TicketQueueTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oldestPaymentStandsFirst()
    {
        Bar bar;
        bar.history.paid(1).paid(2).paid(3).started(3);
        bar.show();
        QCOMPARE(bar.grid(), (std::vector{101, 102, 103}));
    }

    void ageAndLatenessFollowTheToldWait()
    {
        QCOMPARE(latenessOf(100s, {180, 360}), Lateness::OnTime);
        QCOMPARE(latenessOf(216s, {180, 360}), Lateness::Soon);
        QCOMPARE(latenessOf(360s, {180, 360}), Lateness::Late);
        QCOMPARE(latenessOf(kSoonWithoutPromise, {}), Lateness::Soon);
        QCOMPARE(latenessOf(kLateWithoutPromise, {}), Lateness::Late);
    }

    void usualOptionsAreLeftOut()
    {
        Bar bar;
        OrderPaid paid;
        paid.order = 1;
        paid.number = 101;
        PricedLine line;
        line.options = {{"size", "regular", {"보통", "Regular"}, 1, {}},
                        {"ice", "less", {"얼음 적게", "Less ice"}, 1, {}},
                        {"shot", "extra", {"샷", "Shot"}, 2, {}}};
        line.units.resize(1);
        paid.basket.lines.push_back(line);
        bar.history.then(paid);
        bar.show();
        QCOMPARE(bar.queue.grid().front().lines.front().options.size(), 3);
        Menu menu;
        menu.version = "1";
        menu.optionGroups = {{"size", {}, 1, 1, "regular", {}}, {"ice", {}, 1, 1, "normal", {}}};
        bar.queue.setMenu(menu);
        QCOMPARE(bar.queue.grid().front().lines.front().options,
                 (QStringList{QStringLiteral("얼음 적게"), QStringLiteral("샷 ×2")}));
    }

    void ageNeverGoesBelowNothing()
    {
        Bar bar;
        bar.history.paid(1);
        const ShopView view = folded(bar.events);
        bar.queue.show(view, view.at - 1h);
        QCOMPARE(bar.queue.grid().front().age, 0s);
    }

    void startIsShownAtOnceAndMarkedAsSending()
    {
        Bar bar;
        bar.history.paid(1);
        bar.show();
        bar.queue.start(1);
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);
        QVERIFY(bar.queue.grid().front().sending);

        const auto command = bar.accept<protocol::OrderCommand>();
        QCOMPARE(command.action, protocol::OrderAction::Start);
        QCOMPARE(command.seen, OrderState::Queued);
        QVERIFY(!bar.queue.grid().front().sending);
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);

        bar.history.started(1);
        bar.show();
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);
        QVERIFY(bar.reporter.operations().empty());
    }

    void aSecondTapWithinAMomentIsTheSameTap()
    {
        Bar bar;
        bar.history.paid(1);
        bar.show();
        bar.queue.start(1);
        bar.queue.finish(1); // The button under the finger has become another one.
        QCOMPARE(bar.reporter.operations().size(), std::size_t{1});
        bar.pass(601ms);
        bar.queue.finish(1);
        QCOMPARE(bar.reporter.operations().size(), std::size_t{2});
    }

    void aSecondTapOnAFinishOrAHandOverIsNoUndo()
    {
        Bar bar;
        bar.history.paid(1).started(1);
        bar.show();
        bar.queue.finish(1);
        bar.pass(599ms);
        bar.queue.undo(1); // It stands where the finger has just finished it.
        QCOMPARE(bar.ready(), (std::vector{101}));
        bar.pass(2ms);
        bar.queue.undo(1);
        QCOMPARE(bar.grid(), (std::vector{101}));
        bar.queue.finish(1); // And the finish where it has just taken it back.
        QCOMPARE(bar.grid(), (std::vector{101}));
        bar.pass(601ms);
        bar.queue.finish(1);
        bar.pass(601ms);
        bar.queue.collect(1);
        bar.queue.undo(1);
        QCOMPARE(bar.ready(), (std::vector{-101}));
        bar.pass(601ms);
        bar.queue.undo(1);
        QCOMPARE(bar.ready(), (std::vector{101}));
    }

    void whatAnotherStationHasJustTurnedRoundTakesNoTap()
    {
        Bar bar;
        std::vector<OrderId> late;
        QObject::connect(&bar.queue, &TicketQueue::tapCameLate, &bar.queue,
                         [&late](OrderId order) { late.push_back(order); });
        bar.history.paid(1, 2).started(1).paid(2).started(2).paid(3);
        bar.show();
        bar.pass(1min);
        bar.history.unit(1, 1, UnitState::Open, UnitState::Done);
        bar.show();
        bar.queue.toggleUnit(1, 1); // It was to tick it, not to take it back.
        QVERIFY(bar.reporter.operations().empty());
        bar.queue.toggleUnit(1, 2); // Its neighbour is as it was.
        QCOMPARE(bar.reporter.operations().size(), std::size_t{1});
        bar.history.finished(2).started(3).cancelled(3);
        bar.show();
        bar.queue.undo(2);                // where its finish stood
        bar.queue.acknowledgeStop(3, {}); // where its start stood
        QCOMPARE(bar.reporter.operations().size(), std::size_t{1});
        QCOMPARE(late, (std::vector<OrderId>{1, 2, 3}));
        bar.pass(701ms);
        bar.queue.acknowledgeStop(3, {});
        QCOMPARE(bar.queue.stops(), 0);
        bar.queue.undo(2);
        QCOMPARE(bar.queue.find(2)->stage, TicketStage::Making);
    }

    void ownStepsTurnNothingRound()
    {
        Bar bar;
        bar.history.paid(1, 2);
        bar.show();
        bar.queue.start(1);
        bar.pass(601ms);
        bar.accept<protocol::OrderCommand>();
        bar.history.started(1);
        bar.show(); // Its own step comes back in the stream.
        bar.queue.toggleUnit(1, 1);
        bar.queue.toggleUnit(1, 2);
        bar.pass(601ms);
        bar.history.unit(1, 1, UnitState::Open, UnitState::Done);
        bar.show();
        bar.history.unit(1, 2, UnitState::Open, UnitState::Done);
        bar.show(); // The order's own event is a moment later.
        QCOMPARE(bar.queue.find(1)->stage, TicketStage::Ready);
        bar.history.finished(1);
        bar.show();
        bar.queue.undo(1);
        QCOMPARE(bar.queue.find(1)->stage, TicketStage::Making);
    }

    void aStopSaysWhatTheOthersHaveMade()
    {
        Bar bar;
        bar.queue.setKinds({StationKind::Espresso});
        OrderPaid paid;
        paid.order = 1;
        paid.number = 101;
        for (const StationKind kind : {StationKind::Espresso, StationKind::Food}) {
            PricedLine line;
            line.station = kind;
            line.units.resize(2);
            paid.basket.lines.push_back(line);
        }
        bar.history.then(paid).started(1);
        bar.history.unit(1, 1, UnitState::Open, UnitState::Done);
        bar.history.unit(1, 4, UnitState::Open, UnitState::Done).cancelled(1);
        bar.show();
        bar.queue.acknowledgeStop(1, {2});
        const auto ack = bar.accept<protocol::StopAck>();
        QCOMPARE(ack.made, (std::vector<UnitNumber>{2, 4}));
    }

    void backspaceIsAStepOfItsOwn()
    {
        Bar bar;
        bar.history.paid(1).started(1);
        bar.show();
        bar.queue.finish(1);
        QVERIFY(bar.queue.undoLast());
        QCOMPARE(bar.grid(), (std::vector{101}));
    }

    void aFinishedTicketStaysDimmedForItsUndo()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2).started(1);
        bar.show();
        bar.queue.finish(1);
        QCOMPARE(bar.grid(), (std::vector{-101, 102}));
        QCOMPARE(bar.ready(), (std::vector{101}));
        QCOMPARE(bar.queue.grid().front().undoSeconds, 8);
        bar.pass(7900ms);
        QCOMPARE(bar.queue.grid().front().undoSeconds, 1);
        bar.pass(200ms);
        QCOMPARE(bar.grid(), (std::vector{102}));
    }

    void undoOfAFinishGivesBackWhatItTickedOff()
    {
        Bar bar;
        bar.history.paid(1, 3).started(1).unit(1, 2, UnitState::Open, UnitState::Done);
        bar.show();
        bar.queue.finish(1);
        bar.pass(601ms);
        bar.queue.undo(1);
        QCOMPARE(bar.grid(), (std::vector{101}));
        QVERIFY(bar.ready().empty());
        const Ticket& ticket = bar.queue.grid().front();
        QCOMPARE(ticket.stage, TicketStage::Making);
        QCOMPARE(ticket.unitsIn(UnitState::Done), 1);
        QCOMPARE(ticket.unitsIn(UnitState::Open), 2);
        // Finish, recall, and two units taken back, in this order.
        QCOMPARE(bar.reporter.operations().size(), std::size_t{4});
    }

    void whatWaitsForItsCustomerIsTakenBackAtAnyTime()
    {
        Bar bar;
        bar.history.paid(1, 3).started(1).unit(1, 2, UnitState::Open, UnitState::Done).paid(2);
        bar.show();
        bar.queue.finish(1);
        bar.pass(601ms);
        bar.queue.takeBack(1); // As the undo: what the finish ticked off is open again.
        QCOMPARE(bar.grid(), (std::vector{101, 102}));
        QCOMPARE(bar.queue.find(1)->unitsIn(UnitState::Open), 2);
        bar.pass(601ms);
        bar.queue.finish(1);
        bar.pass(10s);
        QCOMPARE(bar.grid(), (std::vector{102}));
        bar.queue.takeBack(1);
        QCOMPARE(bar.grid(), (std::vector{101, 102}));
        QVERIFY(bar.ready().empty());
        QCOMPARE(bar.queue.find(1)->unitsIn(UnitState::Open), 0);
    }

    void collectingStaysDimmedInTheReadyColumn()
    {
        Bar bar;
        bar.history.paid(1).started(1).finished(1);
        bar.show();
        bar.queue.collect(1);
        QCOMPARE(bar.ready(), (std::vector{-101}));
        bar.pass(601ms);
        bar.queue.undo(1);
        QCOMPARE(bar.ready(), (std::vector{101}));
        bar.pass(601ms);
        bar.queue.collect(1);
        bar.pass(8100ms);
        QVERIFY(bar.ready().empty());
    }

    void placesStayWhileSomebodyTouchesTheScreen()
    {
        Bar bar;
        bar.history.paid(1).paid(2).paid(3).started(1).started(2);
        bar.show();
        bar.queue.touched();
        bar.queue.finish(1);
        bar.pass(1s);
        bar.history.paid(4);
        bar.show();
        QCOMPARE(bar.grid(), (std::vector{-101, 102, 103, 104}));
        bar.pass(6900ms);
        bar.queue.touched();
        bar.pass(1s); // The undo is over, the finger is not.
        QCOMPARE(bar.grid(), (std::vector{-101, 102, 103, 104}));
        QCOMPARE(bar.queue.grid().front().undoSeconds, 0);
        bar.pass(1100ms);
        QCOMPARE(bar.grid(), (std::vector{102, 103, 104}));
    }

    void aRecalledTicketTakesItsOldPlaceAtOnce()
    {
        Bar bar;
        bar.history.paid(1).paid(2).started(2).finished(2).paid(3);
        bar.show();
        bar.queue.touched();
        bar.queue.recall(2, OrderState::Ready);
        QCOMPARE(bar.grid(), (std::vector{101, 102, 103}));
        bar.pass(2100ms);
        QCOMPARE(bar.grid(), (std::vector{101, 102, 103}));
    }

    void whatAnotherStationRecalledStandsLastWhileSomebodyTouches()
    {
        Bar bar;
        bar.history.paid(1).started(1).finished(1).paid(2);
        bar.show();
        bar.pass(10s);
        bar.queue.touched();
        bar.history.moved(1, OrderStep::Recall, OrderState::Ready);
        bar.show();
        QCOMPARE(bar.grid(), (std::vector{102, 101}));
        bar.pass(2100ms);
        QCOMPARE(bar.grid(), (std::vector{101, 102}));
    }

    void aCancelledTicketIsAStopCardUntilAcknowledged()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2).started(1);
        bar.show();
        bar.history.cancelled(1);
        bar.show();
        QCOMPARE(bar.grid(), (std::vector{101, 102}));
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Stopped);
        QCOMPARE(bar.queue.stops(), 1);
        bar.pass(1h);
        QCOMPARE(bar.queue.stops(), 1);

        bar.queue.acknowledgeStop(1, {2});
        const auto ack = bar.accept<protocol::StopAck>();
        QCOMPARE(ack.made, (std::vector<UnitNumber>{2}));
        QCOMPARE(bar.queue.stops(), 0);
        bar.pass(2100ms);
        QCOMPARE(bar.grid(), (std::vector{102}));
    }

    void anOrderThatTheShopCancelledNeedsNoStop()
    {
        Bar bar;
        bar.history.paid(1).cancelled(1, CancelledBy::Shop);
        bar.show();
        QVERIFY(bar.grid().empty());
    }

    void tickingTheLastUnitMakesTheOrderReady()
    {
        Bar bar;
        bar.history.paid(1, 2).started(1);
        bar.show();
        bar.queue.toggleUnit(1, 1);
        QCOMPARE(bar.queue.grid().front().unitsIn(UnitState::Done), 1);
        QVERIFY(bar.queue.grid().front().lines.front().units.front().sending);
        bar.queue.toggleUnit(1, 2);
        QCOMPARE(bar.ready(), (std::vector{101}));
    }

    void theFirstTickStartsTheTicket()
    {
        Bar bar;
        bar.history.paid(1, 2);
        bar.show();
        bar.queue.toggleUnit(1, 1);
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);
        QCOMPARE(bar.reporter.operations().size(), std::size_t{2});
    }

    void aRefusedStepShowsWhatIsTrueAndWhy()
    {
        Bar bar;
        bar.history.paid(1);
        bar.show();
        bar.queue.start(1);
        bar.client.refuse(0, wrongState("cancelled"));
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Queued);
        QCOMPARE(bar.queue.grid().front().refused, RefusalCode::WrongState);
        bar.pass(10100ms);
        QVERIFY(!bar.queue.grid().front().refused);
    }

    void workGoesOnWhileTheDaemonIsAway()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2);
        bar.show();
        bar.queue.start(1);
        bar.client.fail(0, client::ClientFailure::Unreachable);
        bar.pass(1s);
        bar.queue.toggleUnit(1, 1);
        bar.pass(1s);
        bar.queue.finish(1);
        QCOMPARE(bar.ready(), (std::vector{101}));
        bar.pass(10min);

        bar.reporter.tryNow();
        const auto start = bar.accept<protocol::OrderCommand>();
        QCOMPARE(start.op.value, std::string{"op-1"});
        QVERIFY(start.ageMs >= 600'000);
        QCOMPARE(bar.accept<protocol::UnitCommand>().unit, 1);
        QCOMPARE(bar.accept<protocol::OrderCommand>().action, protocol::OrderAction::Ready);
        QCOMPARE(bar.reporter.waiting(), 0);
    }

    void backspaceTakesBackTheLastStepFirst()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2).started(1);
        bar.show();
        bar.queue.toggleUnit(1, 1);
        bar.pass(1s);
        bar.queue.start(2);
        bar.pass(100ms);
        QVERIFY(bar.queue.undoLast());
        QCOMPARE(bar.queue.find(2)->stage, TicketStage::Queued);
        QVERIFY(bar.queue.undoLast());
        QCOMPARE(bar.queue.find(1)->unitsIn(UnitState::Done), 0);
        QVERIFY(!bar.queue.undoLast());
    }

    void refusingAUnitCarriesItsReason()
    {
        Bar bar;
        bar.history.paid(1, 2);
        bar.show();
        bar.queue.refuseUnit(1, 2, QStringLiteral("재료가 없음"));
        const auto* command = bar.client.last<protocol::UnitCommand>();
        QVERIFY(command);
        QCOMPARE(command->step, UnitStep::Refuse);
        QCOMPARE(QString::fromStdString(command->reason), QStringLiteral("재료가 없음"));
    }

    void followingShowsWhatShowingShows()
    {
        for (std::uint64_t seed = 1; seed <= 6; ++seed) {
            Bar shown;
            Bar followed;
            RandomHistory random{seed};
            ShopView view;
            shown.queue.show(view, view.at);
            followed.queue.show(view, view.at);
            for (int step = 0; step < 600; ++step) {
                view.apply(random.next());
                shown.queue.show(view, view.at);
                followed.queue.follow(view, view.at);
                followed.queue.tick(view.at);
                QCOMPARE(followed.queue.grid() == shown.queue.grid(), true);
                QCOMPARE(followed.queue.ready() == shown.queue.ready(), true);
                if (step % 7 == 0) {
                    shown.steady += 3s;
                    followed.steady += 3s;
                }
            }
        }
    }

    void theWorkIsAnotherWheneverThereIsOtherWork()
    {
        Bar bar;
        bar.history.paid(1, 2).paid(2);
        bar.show();
        const auto before = bar.queue.workNumber();
        bar.history.started(1);
        bar.show();
        QCOMPARE(bar.queue.workNumber(), before); // Beginning leaves as much to make.
        bar.history.unit(1, 1, UnitState::Open, UnitState::Done);
        bar.show();
        const auto ticked = bar.queue.workNumber();
        QVERIFY(ticked != before);
        bar.history.cancelled(2);
        bar.show();
        QVERIFY(bar.queue.workNumber() != ticked);
    }

    void anyHistoryLeavesTheSameQueueAsItsFold()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            Bar bar;
            RandomHistory random{seed};
            ShopView view;
            for (int step = 0; step < 600; ++step) {
                view.apply(random.next());
                bar.queue.show(view, view.at);
            }
            bar.steady += 1min; // Every undo is over, nobody touches.
            bar.queue.show(view, view.at);
            std::vector<int> toMake;
            std::vector<int> ready;
            for (const auto& [id, order] : view.orders.all()) {
                if (order.state == OrderState::Queued || order.state == OrderState::Making ||
                    order.stopUnacknowledged)
                    toMake.push_back(order.number);
                if (order.state == OrderState::Ready)
                    ready.push_back(order.number);
            }
            std::vector<int> shownReady = bar.ready();
            std::sort(shownReady.begin(), shownReady.end());
            std::sort(ready.begin(), ready.end());
            QCOMPARE(bar.grid(), toMake);
            QCOMPARE(shownReady, ready);
        }
    }
};

QTEST_GUILESS_MAIN(TicketQueueTest)
#include "test_ticket_queue.moc"
