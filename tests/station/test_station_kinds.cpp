// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/all_day_counts.h"
#include "barista_station/model/recall_list.h"
#include "barista_station/model/station_settings.h"
#include "barista_station/model/ticket_queue.h"

#include "tests/support/fake_order_client.h"
#include "tests/support/history_builder.h"

#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

/// Stations that show some kinds each, over one history that a test writes.
struct Counter {
    std::vector<Event> events;
    HistoryBuilder history{events};
    std::chrono::steady_clock::time_point steady{1h};

    /// Two coffees and a cake under the number 100 + order: units 1, 2 and 3.
    void paid(OrderId order)
    {
        OrderPaid paid;
        paid.order = order;
        paid.number = 100 + static_cast<std::int32_t>(order);
        PricedLine coffee;
        coffee.item = "latte";
        coffee.name = {"라떼", "Latte"};
        coffee.units.resize(2);
        PricedLine cake = coffee;
        cake.item = "cake";
        cake.name = {"케이크", "Cake"};
        cake.station = StationKind::Food;
        cake.units.resize(1);
        paid.basket.lines = {coffee, cake};
        history.then(paid);
    }
};

struct Screen {
    explicit Screen(Counter& of, const StationKinds& kinds) : counter{of} { queue.setKinds(kinds); }

    Counter& counter;
    FakeOrderClient client;
    int keys{0};
    StatusReporter reporter{client, nullptr, [] { return std::chrono::system_clock::now(); },
                            [this] { return OperationKey{"op-" + std::to_string(++keys)}; }};
    TicketQueue queue{reporter, Language::Korean, [this] { return counter.steady; }};

    void show()
    {
        const ShopView view = folded(counter.events);
        queue.show(view, view.at);
        reporter.caughtUp(view.seq);
    }
    void pass(std::chrono::milliseconds time)
    {
        counter.steady += time;
        queue.tick(folded(counter.events).at);
    }
    [[nodiscard]] std::vector<int> grid() const
    {
        std::vector<int> numbers;
        for (const Ticket& ticket : queue.grid())
            numbers.push_back(ticket.dimmed ? -ticket.number : ticket.number);
        return numbers;
    }
    [[nodiscard]] std::vector<protocol::UnitCommand> unitCommands() const
    {
        std::vector<protocol::UnitCommand> commands;
        for (const Operation& operation : reporter.operations())
            if (const auto* unit = std::get_if<protocol::UnitCommand>(&operation.body))
                commands.push_back(*unit);
        return commands;
    }
};

} // namespace

class StationKindsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kindsAreSaidInWords()
    {
        QCOMPARE(kindsFrom("espresso,blender"),
                 (std::optional{StationKinds{StationKind::Espresso, StationKind::Blender}}));
        QCOMPARE(kindsFrom("food"), (std::optional{StationKinds{StationKind::Food}}));
        for (const char* wrong : {"", "tea", "food,", ",food", "food,food", "food, espresso"})
            QVERIFY2(!kindsFrom(wrong), wrong);
        QCOMPARE(kindsFrom(wordsOf(allKinds())), std::optional{allKinds()});
    }

    void theChoiceSurvivesARestartAndIsNeverEmpty()
    {
        const QTemporaryDir folder;
        {
            client::StationJournal journal{folder.path()};
            StationSettings settings{&journal};
            QCOMPARE(settings.kinds(), allKinds());
            QCOMPARE(settings.volume(), StationSettings::kVolumeUsual);
            settings.setKinds({StationKind::Food});
            settings.setKinds({});
            settings.setVolume(99);
        }
        client::StationJournal journal{folder.path()};
        const StationSettings settings{&journal};
        QCOMPARE(settings.kinds(), (StationKinds{StationKind::Food}));
        QCOMPARE(settings.volume(), StationSettings::kVolumeMost);
    }

    void eachStationSeesItsUnitsAndHowManyAreElsewhere()
    {
        Counter counter;
        counter.paid(1);
        Screen food{counter, {StationKind::Food}};
        Screen all{counter, allKinds()};
        food.show();
        all.show();
        const Ticket& ticket = food.queue.grid().front();
        QCOMPARE(ticket.lines.size(), std::size_t{1});
        QCOMPARE(ticket.lines.front().units.front().number, 3);
        QCOMPARE(ticket.elsewhere, (UnitsElsewhere{2, 2, 0}));
        QCOMPARE(all.queue.grid().front().elsewhere, UnitsElsewhere{});
        QVERIFY(allDayCounts(food.queue.grid()).front().key.startsWith(QStringLiteral("cake")));
    }

    void aTicketWithNothingToMakeHereIsNotShown()
    {
        Counter counter;
        counter.paid(1);
        counter.history.paid(2); // only coffee
        Screen food{counter, {StationKind::Food}};
        food.show();
        QCOMPARE(food.grid(), (std::vector{101}));
        counter.history.cancelled(2);
        food.show();
        QCOMPARE(food.grid(), (std::vector{101}));
        QCOMPARE(food.queue.stops(), 0);
        counter.history.cancelled(1);
        food.show();
        QCOMPARE(food.queue.stops(), 1);
    }

    void finishingTicksOnlyWhatIsShownHere()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        Screen bar{counter, {StationKind::Espresso}};
        bar.show();
        bar.queue.finish(1);
        const auto commands = bar.unitCommands();
        QCOMPARE(commands.size(), std::size_t{2});
        QCOMPARE(commands.front().unit, 1);
        QCOMPARE(commands.back().unit, 2);
        QCOMPARE(commands.front().step, UnitStep::Tick);
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Elsewhere);
        QCOMPARE(bar.grid(), (std::vector{-101}));
        QVERIFY(bar.queue.ready().empty());
        bar.pass(8100ms);
        QVERIFY(bar.queue.grid().empty());
    }

    void theUndoOfThatTakesBackTheUnits()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        Screen bar{counter, {StationKind::Espresso}};
        bar.show();
        bar.queue.finish(1);
        QVERIFY(bar.queue.grid().front().undoSeconds > 0);
        QVERIFY(bar.queue.undoLast());
        QCOMPARE(bar.grid(), (std::vector{101}));
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);
        QCOMPARE(bar.queue.grid().front().unitsIn(UnitState::Open), 2);
    }

    void whenTheOthersFinishTooTheUndoIsThatOfTheOrder()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        Screen bar{counter, {StationKind::Espresso}};
        bar.show();
        bar.queue.finish(1);
        for (const UnitNumber unit : {1, 2, 3})
            counter.history.unit(1, unit, UnitState::Open, UnitState::Done);
        counter.history.finished(1);
        bar.show();
        QCOMPARE(bar.grid(), (std::vector{-101}));
        QCOMPARE(bar.queue.ready().size(), std::size_t{1});
        const auto before = bar.reporter.operations().size();
        bar.pass(1s);
        bar.queue.undo(1);
        QCOMPARE(bar.reporter.operations().size(), before + 3);
        QCOMPARE(bar.queue.grid().front().stage, TicketStage::Making);
        QVERIFY(bar.queue.ready().empty());
    }

    void aRecalledOrderIsOnTheScreensThatMadeAPartOfIt()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        for (const UnitNumber unit : {1, 2, 3})
            counter.history.unit(1, unit, UnitState::Open, UnitState::Done);
        counter.history.finished(1).moved(1, OrderStep::Recall, OrderState::Ready);
        for (const StationKind kind : {StationKind::Espresso, StationKind::Food}) {
            Screen screen{counter, {kind}};
            screen.show();
            QCOMPARE(screen.grid(), (std::vector{101}));
            screen.queue.finish(1);
            const Operation& told = screen.reporter.operations().front();
            QCOMPARE(std::get<protocol::OrderCommand>(told.body).action,
                     protocol::OrderAction::Ready);
        }
        Screen blender{counter, {StationKind::Blender}};
        blender.show();
        QVERIFY(blender.queue.grid().empty());
    }

    void onesOwnPartOfAnOrderIsFoundAndTakenBackWhileOthersWork()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        counter.history.unit(1, 1, UnitState::Open, UnitState::Done);
        counter.history.unit(1, 2, UnitState::Open, UnitState::Done);
        const ShopView view = folded(counter.events);
        const auto rows = [&view](const StationKinds& kinds) {
            return recallRows(view.orders, {}, {}, Language::Korean, 40, kinds);
        };
        QVERIFY(rows({StationKind::Food}).empty());
        QVERIFY(rows(allKinds()).empty());
        const auto mine = rows({StationKind::Espresso});
        QCOMPARE(mine.size(), std::size_t{1});
        QVERIFY(mine.front().canRecall);
        QCOMPARE(mine.front().state, OrderState::Making);

        Screen coffee{counter, {StationKind::Espresso}};
        coffee.show();
        QVERIFY(coffee.grid().empty());
        coffee.queue.recall(1, mine.front().state);
        QCOMPARE(coffee.reporter.operations().size(), std::size_t{2});
        for (const Operation& operation : coffee.reporter.operations())
            QCOMPARE(std::get<protocol::UnitCommand>(operation.body).step, UnitStep::Untick);
        QCOMPARE(coffee.grid(), (std::vector{101}));
    }

    void nothingGoesBackToTheQueueThatAnotherStationHasBegun()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1).unit(1, 3, UnitState::Open, UnitState::Done);
        Screen bar{counter, {StationKind::Espresso}};
        bar.show();
        QVERIFY(!bar.queue.grid().front().canPutBack());
    }

    void aChoiceOnTheScreenShowsTheOthersAtOnce()
    {
        Counter counter;
        counter.paid(1);
        counter.history.paid(2);
        Screen screen{counter, {StationKind::Food}};
        screen.show();
        QCOMPARE(screen.grid(), (std::vector{101}));
        screen.queue.setKinds(allKinds());
        QCOMPARE(screen.grid(), (std::vector{101, 102}));
        QCOMPARE(screen.queue.grid().front().lines.size(), std::size_t{2});
    }

    void whatIsMadeAnewComesBackWithItsReason()
    {
        Counter counter;
        counter.paid(1);
        counter.history.started(1);
        for (const UnitNumber unit : {1, 2, 3})
            counter.history.unit(1, unit, UnitState::Open, UnitState::Done);
        counter.history.finished(1).moved(1, OrderStep::Collect, OrderState::Ready);
        Screen bar{counter, {StationKind::Espresso}};
        bar.show();
        QVERIFY(bar.queue.grid().empty());
        bar.queue.remakeUnit(1, 2, QStringLiteral("쏟음"));
        const auto commands = bar.unitCommands();
        QCOMPARE(commands.size(), std::size_t{1});
        QCOMPARE(commands.front().step, UnitStep::Remake);
        QCOMPARE(commands.front().seen, UnitState::Done);
        // The daemon brings it back; another station sees it as work again, with the reason.
        counter.history.moved(1, OrderStep::Recall, OrderState::Collected)
            .moved(1, OrderStep::Recall, OrderState::Ready)
            .then(UnitMoved{1, 2, UnitState::Done, UnitState::Open, "쏟음"});
        Screen other{counter, {StationKind::Espresso}};
        other.show();
        const Ticket& ticket = other.queue.grid().front();
        QCOMPARE(ticket.stage, TicketStage::Making);
        QCOMPARE(ticket.lines.front().units.back().remake, QStringLiteral("쏟음"));
        QCOMPARE(ticket.lines.front().units.front().remake, QString{});
    }
};

QTEST_GUILESS_MAIN(StationKindsTest)
#include "test_station_kinds.moc"
