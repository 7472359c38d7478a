// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/model/operation_record.h"
#include "barista_station/model/status_reporter.h"

#include "shared/client/keys.h"
#include "tests/support/fake_order_client.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

protocol::OrderCommand start(OrderId order)
{
    protocol::OrderCommand command;
    command.order = order;
    return command;
}

struct Clock {
    std::chrono::system_clock::time_point wall{1'000h};
    [[nodiscard]] StatusReporter::WallNow now()
    {
        return [this] { return wall; };
    }
};

} // namespace

class StatusReporterTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reportsGoOneAfterTheOther()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        QCOMPARE(reporter.report(start(1)), StatusReporter::Taken::Yes);
        QCOMPARE(reporter.report(start(2)), StatusReporter::Taken::Yes);
        QCOMPARE(client.calls.size(), std::size_t{1});
        client.answer(0, protocol::OrderAnswer{1, OrderState::Making});
        QCOMPARE(client.calls.size(), std::size_t{2});
        QCOMPARE(client.last<protocol::OrderCommand>()->order, OrderId{2});
    }

    void aLostAnswerIsAskedForAgainUnderTheSameKey()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        reporter.report(start(1));
        const OperationKey key = client.last<protocol::OrderCommand>()->op;
        client.fail(0, client::ClientFailure::TimedOut);
        QCOMPARE(reporter.waiting(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(client.calls.size(), std::size_t{2}, 5000);
        QCOMPARE(client.last<protocol::OrderCommand>()->op, key);
    }

    void theAgeGrowsWhileItWaits()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        reporter.report(start(1));
        client.fail(0, client::ClientFailure::Unreachable);
        clock.wall += 90s;
        QCOMPARE(reporter.oldestWaiting(), 90'000ms);
        reporter.tryNow();
        QCOMPARE(client.last<protocol::OrderCommand>()->ageMs, std::int64_t{90'000});
    }

    void anAcceptedReportStaysUntilTheViewShowsIt()
    {
        Clock clock;
        FakeOrderClient client;
        client.seq = 7;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        reporter.report(start(1));
        client.answer(0, protocol::OrderAnswer{1, OrderState::Making});
        QCOMPARE(reporter.waiting(), 0);
        reporter.caughtUp(6);
        QCOMPARE(reporter.operations().size(), std::size_t{1});
        reporter.caughtUp(7);
        QVERIFY(reporter.operations().empty());
    }

    void anAnswerThatComesAfterItsEventIsNotWaitedFor()
    {
        // The stream is often quicker than the answer; no further event may come for a long time.
        Clock clock;
        FakeOrderClient client;
        client.seq = 7;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        reporter.report(start(1));
        reporter.caughtUp(7);
        QCOMPARE(reporter.operations().size(), std::size_t{1});
        client.answer(0, protocol::OrderAnswer{1, OrderState::Making});
        QVERIFY(reporter.operations().empty());
        // A shop that began anew counts from the beginning.
        reporter.caughtUp(2);
        reporter.report(start(1));
        client.answer(1, protocol::OrderAnswer{1, OrderState::Making});
        QCOMPARE(reporter.operations().size(), std::size_t{1});
    }

    void aRefusedReportIsDroppedAndTold()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        OrderId refusedOrder = 0;
        connect(&reporter, &StatusReporter::refused, this,
                [&](OrderId order, const Refusal&) { refusedOrder = order; });
        reporter.report(start(5));
        reporter.report(start(6));
        Refusal refusal;
        refusal.code = RefusalCode::WrongState;
        client.refuse(0, refusal);
        QCOMPARE(refusedOrder, OrderId{5});
        QCOMPARE(reporter.operations().size(), std::size_t{1});
        QCOMPARE(client.last<protocol::OrderCommand>()->order, OrderId{6});
    }

    void aBusyDaemonIsAskedAgainWhenItSaid()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        reporter.report(start(1));
        Refusal busy;
        busy.code = RefusalCode::Busy;
        busy.retryAfter = 120ms;
        client.refuse(0, busy);
        QCOMPARE(reporter.waiting(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(client.calls.size(), std::size_t{2}, 5000);
    }

    void aRestartLosesNothingAndDoublesNothing()
    {
        QTemporaryDir folder;
        Clock clock;
        OperationKey first;
        {
            client::StationJournal journal{folder.path()};
            FakeOrderClient client;
            StatusReporter reporter{client, &journal, clock.now(), client::newOperationKey};
            reporter.report(start(1));
            reporter.report(start(2));
            reporter.report(soldOutNow());
            first = client.last<protocol::OrderCommand>()->op;
        }
        clock.wall += 1h;
        client::StationJournal journal{folder.path()};
        FakeOrderClient client;
        StatusReporter reporter{client, &journal, clock.now(), client::newOperationKey};
        QCOMPARE(reporter.waiting(), 3);
        QTRY_COMPARE(client.calls.size(), std::size_t{1});
        QCOMPARE(client.last<protocol::OrderCommand>()->op, first);
        QCOMPARE(client.last<protocol::OrderCommand>()->ageMs, std::int64_t{3'600'000});
        client.answer(0, protocol::OrderAnswer{1, OrderState::Making});
        client.answer(1, protocol::OrderAnswer{1, OrderState::Making});
        client.answer(2, protocol::Accepted{});
        QVERIFY(journal.entries("operation/").empty());
    }

    void everyReportSurvivesBeingWrittenDown()
    {
        protocol::UnitCommand unit;
        unit.step = UnitStep::Refuse;
        unit.order = 3;
        unit.unit = 2;
        unit.reason = "재료가 없음";
        protocol::StopAck stop;
        stop.order = 4;
        stop.made = {1, 3};
        for (const OperationBody& body :
             {OperationBody{start(1)}, OperationBody{unit}, OperationBody{stop},
              OperationBody{soldOutNow()}, OperationBody{protocol::HelpTake{{}, "kiosk-1", 0}}}) {
            Operation operation;
            operation.key = client::newOperationKey();
            operation.body = body;
            operation.madeAt = std::chrono::system_clock::time_point{1'000h};
            const auto read = operationFromRecord(recordOf(operation));
            QVERIFY(read);
            QCOMPARE(read->key, operation.key);
            QCOMPARE(read->madeAt, operation.madeAt);
            QVERIFY(requestOf(*read, 0ms) == requestOf(operation, 0ms));
        }
        QVERIFY(!operationFromRecord("nonsense"));
        QVERIFY(!operationFromRecord("12 {}"));
        // A moment that no clock can hold.
        Operation late;
        late.key = client::newOperationKey();
        late.body = start(1);
        const std::string record = recordOf(late);
        const std::string request = record.substr(record.find(' '));
        QVERIFY(operationFromRecord("9000000000000" + request));
        QVERIFY(!operationFromRecord("9000000000001" + request));
        QVERIFY(!operationFromRecord("-1" + request));
    }

    void tooMuchIsRefusedAndNotForgotten()
    {
        Clock clock;
        FakeOrderClient client;
        StatusReporter reporter{client, nullptr, clock.now(), client::newOperationKey};
        for (std::size_t count = 0; count < StatusReporter::kOperationsMax; ++count)
            QCOMPARE(reporter.report(start(1)), StatusReporter::Taken::Yes);
        QCOMPARE(reporter.report(start(1)), StatusReporter::Taken::Full);
    }

private:
    static protocol::SetAvailability soldOutNow()
    {
        protocol::SetAvailability change;
        change.item = "latte";
        change.available = false;
        return change;
    }
};

QTEST_GUILESS_MAIN(StatusReporterTest)
#include "test_status_reporter.moc"
