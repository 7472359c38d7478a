// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_conformance.h"

#include "payment_daemon/ledger/event_row.h"
#include "shared/protocol/codec.h"
#include "tests/ledger/ledger_rows.h"
#include "tests/ledger/told_shop.h"

#include <QTest>

#include <map>

namespace coffee::test {

using namespace daemon;

namespace {

constexpr std::int32_t kAll = 1'000'000;

/// The units that an inserted order has.
std::vector<UnitRow> openUnits()
{
    return {{1, 1, CupKind::Disposable, Money::fromWon(5000), UnitState::Open, {}},
            {2, 1, CupKind::Own, Money::fromWon(4500), UnitState::Open, {}},
            {3, 1, CupKind::Disposable, Money::fromWon(5000), UnitState::Open, {}},
            {4, 2, CupKind::None, Money::fromWon(5500), UnitState::Open, {}}};
}

} // namespace

void LedgerConformance::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    reopen();
}

void LedgerConformance::cleanup()
{
    m_ledger.reset();
    m_folder.reset();
}

void LedgerConformance::reopen()
{
    m_ledger.reset();
    m_ledger = m_open(m_folder->filePath(QStringLiteral("shop.db")).toStdString());
}

void LedgerConformance::aNewLedgerIsEmpty()
{
    const OpenShop shop = m_ledger->load();
    QCOMPARE(shop.epoch, std::string{kTestEpoch});
    QCOMPARE(shop.shopId, std::string{kTestShop});
    QCOMPARE(shop.head, Sequence{0});
    QCOMPARE(shop.lastOrder, OrderId{0});
    QVERIFY(shop.attempts.empty() && shop.orders.empty() && shop.refunds.empty());
    QVERIFY(!shop.view);
    QVERIFY(m_ledger->eventsAfter(0, kAll).empty());
}

void LedgerConformance::attemptsAreReadBackEqual()
{
    AttemptRow row = chargingAttempt(7);
    commit(*m_ledger, {AttemptInserted{row}});
    reopen();
    QVERIFY(m_ledger->findAttempt(7) == row);
    QVERIFY(std::get<AttemptRow>(m_ledger->findKey(row.key).value()) == row);

    row.state = AttemptState::Declined;
    row.declineKind = DeclineKind::NotCharged;
    row.cause = "no_card";
    row.abandonAsked = true;
    row.payment = {"card", "**** 9999", "1"};
    row.finalBody = R"({"a":"answer"})";
    row.shown = true;
    row.changedAt = at(99);
    commit(*m_ledger, {AttemptChanged{row}});
    reopen();
    QVERIFY(m_ledger->findAttempt(7) == row);
    QVERIFY(!m_ledger->findAttempt(8));
    QVERIFY(!m_ledger->findKey(attemptKey(8)));
}

void LedgerConformance::tombstonesAreReadBackEqual()
{
    const TombstoneRow row{attemptKey(3), "kiosk-1", "{}", at(5)};
    commit(*m_ledger, {TombstoneInserted{row}});
    reopen();
    QVERIFY(std::get<TombstoneRow>(m_ledger->findKey(row.key).value()) == row);
}

void LedgerConformance::ordersAreReadBackEqual()
{
    commitPaidOrder(*m_ledger, 1);
    reopen();
    OrderRow expected = queuedOrder(1, 1);
    expected.units = openUnits();
    QVERIFY(m_ledger->findOrder(1) == expected);
    QVERIFY(m_ledger->findOrderByAttempt(attemptKey(1)) == expected);
    QVERIFY(m_ledger->findOrderByNumber(101) == expected);
    QVERIFY(m_ledger->findAttempt(1) == paidAttempt(1, 1));
    QVERIFY(!m_ledger->findOrder(2));
    QVERIFY(!m_ledger->findOrderByAttempt(attemptKey(2)));
    QVERIFY(!m_ledger->findOrderByNumber(102));
}

void LedgerConformance::orderChangesAreReadBackEqual()
{
    commitPaidOrder(*m_ledger, 1);
    OrderRow row = queuedOrder(1, 1);
    row.state = OrderState::Making;
    row.startedAt = row.lastStepAt = at(20);
    commit(*m_ledger, {OrderChanged{row}, UnitChanged{1, 2, UnitState::Refused, "우유 없음"}});
    row.state = OrderState::Cancelled;
    row.finishedAt = row.lastStepAt = at(30);
    row.cancelledBy = CancelledBy::Customer;
    row.cancelReason = "마음이 바뀜";
    row.stopUnacknowledged = true;
    const RefundRow refund = dueRefund(1, 1, 20'000, {4, 1, 2, 3});
    commit(*m_ledger, {OrderChanged{row}, RefundInserted{refund}});
    row.stopUnacknowledged = false;
    row.wasted = {3, 1};
    commit(*m_ledger, {OrderChanged{row}, CodeTried{1, 5, 123'456}});
    reopen();

    row.codeFailures = 5;
    row.codeLockedUntilMs = 123'456;
    row.units = openUnits();
    row.units[1].state = UnitState::Refused;
    row.units[1].reason = "우유 없음";
    row.refunds = {refund};
    QVERIFY(m_ledger->findOrder(1) == row);
}

void LedgerConformance::refundsAreReadBackEqual()
{
    commitPaidOrder(*m_ledger, 1);
    RefundRow units = dueRefund(1, 1, 9500, {2, 1});
    const RefundRow plain = dueRefund(2, 1, 300);
    commit(*m_ledger, {RefundInserted{units}, RefundInserted{plain}});
    commit(*m_ledger, {RefundChanged{1, RefundState::NeedsReview, at(2000)}});
    reopen();
    units.state = RefundState::NeedsReview;
    units.changedAt = at(2000);
    QVERIFY(m_ledger->findRefund(1) == units);
    QVERIFY(m_ledger->findRefund(2) == plain);
    QVERIFY(!m_ledger->findRefund(3));
    QVERIFY(m_ledger->findOrder(1)->refunds == (std::vector{units, plain}));
}

void LedgerConformance::operationsAreReadBackEqual()
{
    const OperationRow done{OperationKey{"a1"},        "station-1",      "f00d",
                            protocol::ReplyStatus::Ok, R"({"order":1})", at(3)};
    const OperationRow refused{
        OperationKey{"a2"},       "station-1", "beef", protocol::ReplyStatus::Refused,
        R"({"code":"too_late"})", at(4)};
    commit(*m_ledger, {OperationStored{done}, OperationStored{refused}});
    reopen();
    QVERIFY(m_ledger->findOperation(done.op) == done);
    QVERIFY(m_ledger->findOperation(refused.op) == refused);
    QVERIFY(!m_ledger->findOperation(OperationKey{"a3"}));
}

void LedgerConformance::settingsAndViewAreReadBackEqual()
{
    commit(*m_ledger, {SettingStored{"pin_hash", "one"}, ViewStored{0, "{}"}});
    commit(*m_ledger, {SettingStored{"pin_hash", "two"}, SettingStored{"other", ""},
                       ViewStored{0, R"({"seq":0})"}});
    reopen();
    const OpenShop shop = m_ledger->load();
    QCOMPARE(shop.settings.size(), std::size_t{2});
    QCOMPARE(shop.settings.at("pin_hash"), std::string{"two"});
    QCOMPARE(shop.settings.at("other"), std::string{});
    QVERIFY(shop.view);
    QCOMPARE(shop.view->seq, Sequence{0});
    QCOMPARE(shop.view->bytes, std::string{R"({"seq":0})"});
}

void LedgerConformance::everyKindOfEventIsReadBackEqual()
{
    const std::vector<Event> events{
        told(1, OrderAppeared{1, 101, ServiceMode::Here, 2, {60, 120}}),
        told(2, OrderPaid{1, 101, 1, "kiosk-1", someBasket(), {"card", "", "7"}, {60, 120}}),
        told(3, OrderMoved{1, OrderStep::Start, OrderState::Queued, OrderState::Making}),
        told(4, OrderCancelled{1, OrderState::Making, CancelledBy::Staff, "없음"}),
        told(5, UnitMoved{1, 1, UnitState::Open, UnitState::Done, {}}),
        told(6, OrderCalled{1}),
        told(7, StopAcknowledged{1, {2, 1}}),
        told(8, RefundOpened{1, 1, Money::fromWon(20'000), {1, 2}, "x"}),
        told(9, RefundMoved{1, 1, Money::fromWon(20'000), RefundState::Due, RefundState::Done, {}}),
        told(10, AttemptOpened{2, "kiosk-2", Money::fromWon(1)}),
        told(11, AttemptMoved{2, "kiosk-2", Money::fromWon(1), AttemptState::Charging,
                              AttemptState::Unknown, "timed_out"}),
        told(12, ItemAvailability{"latte", false, 5}),
        told(13, OrderingChanged{OrderingState::Paused, 9, "잠시", "a moment"}),
        told(14, BreakerMoved{BreakerState::Closed, BreakerState::Open, 3, "faults"}),
        told(15, PresenceChanged{{Role::Station, "bar-1"}, PresenceState::Away, "0.1.0"}),
        told(16, HelpCalled{"kiosk-1"}),
        told(17, HelpTaken{"kiosk-1"}),
        told(18, MenuPublished{"abc"}),
        told(19, DaemonStarted{"0.1.0"}),
        told(20, AlarmChanged{AlarmKind::DiskLow, true, "low"}),
        told(21, Hidden{}),
        told(22, DayClosed{1, 20'514, 1, 21, std::chrono::minutes{540}, 1,
                           MoneySum::fromWon(20'000), 1, MoneySum::fromWon(20'000)}),
        told(23, OrderingPaced{40}),
        told(24, HoursChanged{true, {420, 1'290, 63}})};
    QCOMPARE(events.size(), std::variant_size_v<EventBody>);
    Changes changes;
    for (const Event& one : events)
        changes.push_back(EventAppended{one});
    commit(*m_ledger, changes);
    reopen();
    QVERIFY(m_ledger->eventsAfter(0, kAll) == events);
    QVERIFY(m_ledger->eventsAfter(22, kAll) == (std::vector{events[22], events[23]}));
    QVERIFY(m_ledger->eventsAfter(3, 2) == (std::vector{events[3], events[4]}));
    const OpenShop shop = m_ledger->load();
    QCOMPARE(shop.head, Sequence{24});
    QVERIFY(shop.lastAt == events.back().at);
}

void LedgerConformance::zsAreReadBackEqualAndHaveNoGaps()
{
    const std::vector<Event> events = withClosings(wholeHistory(9, 300));
    writeHistory(*m_ledger, events);
    const auto last = static_cast<Sequence>(events.size());
    reopen();
    const auto first = m_ledger->findZ(1);
    const auto second = m_ledger->findZ(2);
    QVERIFY(first && second && !m_ledger->findZ(3) && !m_ledger->findZ(0));
    QCOMPARE(second->from, first->to + 1);
    QCOMPARE(second->to, last - 2);
    const auto report = protocol::decodeReport(second->report);
    QVERIFY(report.ok());
    QCOMPARE(protocol::encodeReport(*report), second->report);
    QCOMPARE(m_ledger->load().lastZ, std::int64_t{2});
    QCOMPARE(m_ledger->load().closedTo, second->to);

    ZRow next = *second;
    next.number = 3;
    next.from = next.to + 1;
    next.to = last;
    const auto wrong = [&](auto change) {
        ZRow row = next;
        change(row);
        return refuses(*m_ledger, {ZInserted{row}});
    };
    QVERIFY(wrong([](ZRow& row) { row.number = 4; })); // a gap
    QVERIFY(wrong([](ZRow& row) { row.number = 2; })); // again
    QVERIFY(wrong([](ZRow& row) { ++row.from; }));     // an event in no Z
    QVERIFY(wrong([](ZRow& row) { --row.from; }));     // one in two
    QVERIFY(wrong([](ZRow& row) { ++row.to; }));       // one that did not happen yet
    QVERIFY(wrong([](ZRow& row) { row.to = row.from - 1; }));
    QVERIFY(wrong([](ZRow& row) { row.report = "{}"; })); // unreadable
    commit(*m_ledger, {ZInserted{next}});
    QVERIFY(m_ledger->findZ(3) == next);
}

void LedgerConformance::eventsOfAnOrderIncludeThoseOfItsAttempt()
{
    const std::vector<Event> events = wholeHistory(11, 600);
    writeHistory(*m_ledger, events);
    std::map<OrderId, AttemptId> attempts;
    for (const Event& one : events)
        if (const auto* paid = std::get_if<OrderPaid>(&one.body))
            attempts.emplace(paid->order, paid->attempt);
    QVERIFY(attempts.size() > 20);
    for (const auto& [order, attempt] : attempts) {
        std::vector<Event> expected;
        for (const Event& one : events)
            if (orderOf(one.body) == order || attemptOf(one.body) == attempt)
                expected.push_back(one);
        QVERIFY(m_ledger->eventsOfOrder(order, kAll) == expected);
        expected.resize(2);
        QVERIFY(m_ledger->eventsOfOrder(order, 2) == expected);
    }
}

void LedgerConformance::ordersAreListedNewestFirst()
{
    for (OrderId id = 1; id <= 5; ++id)
        commitPaidOrder(*m_ledger, id);
    OrderRow row = queuedOrder(4, 4);
    row.state = OrderState::Cancelled;
    row.cancelledBy = CancelledBy::Staff;
    commit(*m_ledger, {RefundInserted{dueRefund(1, 4, 20'000)}, OrderChanged{row}});
    commit(*m_ledger, {RefundInserted{dueRefund(2, 5, 700)}});

    const auto all = m_ledger->ordersBefore(0, 3, false);
    QCOMPARE(all.size(), std::size_t{3});
    const protocol::OrderSummary newest{5,
                                        105,
                                        20'514,
                                        OrderState::Queued,
                                        Money::fromWon(20'000),
                                        Money::fromWon(700),
                                        "kiosk-1",
                                        4,
                                        queuedOrder(5, 5).paidAt};
    QVERIFY(all[0] == newest);
    QVERIFY(all[1].state == OrderState::Cancelled);
    QCOMPARE(all[1].refunded.won(), std::int64_t{20'000});
    QCOMPARE(m_ledger->ordersBefore(3, 10, false).size(), std::size_t{2});
    const auto open = m_ledger->ordersBefore(5, 10, true);
    QCOMPARE(open.size(), std::size_t{3});
    QCOMPARE(open.front().order, OrderId{3});
}

void LedgerConformance::numbersFindTheNewestOrder()
{
    commitPaidOrder(*m_ledger, 1);
    OrderRow first = queuedOrder(1, 1);
    first.state = OrderState::Cancelled;
    first.cancelledBy = CancelledBy::Staff;
    commit(*m_ledger, {RefundInserted{dueRefund(1, 1, 20'000)}, OrderChanged{first}});
    OrderRow nextDay = queuedOrder(2, 2);
    nextDay.number = first.number;
    nextDay.day = first.day + 1;
    commit(*m_ledger, {AttemptInserted{chargingAttempt(2)}});
    commit(*m_ledger, {AttemptChanged{paidAttempt(2, 2)}, OrderInserted{nextDay}});
    QCOMPARE(m_ledger->findOrderByNumber(first.number)->id, OrderId{2});
    const OpenShop shop = m_ledger->load();
    QCOMPARE(shop.lastDay, nextDay.day);
    QCOMPARE(shop.lastNumber, nextDay.number);
}

// ---- transactions ---------------------------------------------------------------------------

void LedgerConformance::rolledBackSavepointLeavesTheRestOfTheBatch()
{
    m_ledger->begin();
    m_ledger->savepoint();
    m_ledger->record(
        {AttemptInserted{chargingAttempt(1)}, EventAppended{told(1, HelpCalled{"a"})}});
    m_ledger->releaseSavepoint();
    m_ledger->savepoint();
    m_ledger->record(
        {AttemptInserted{chargingAttempt(2)}, EventAppended{told(2, HelpCalled{"b"})}});
    m_ledger->rollbackToSavepoint();
    m_ledger->savepoint();
    m_ledger->record(
        {AttemptInserted{chargingAttempt(3)}, EventAppended{told(2, HelpCalled{"c"})}});
    m_ledger->releaseSavepoint();
    m_ledger->commit();
    reopen();
    QVERIFY(m_ledger->findAttempt(1));
    QVERIFY(!m_ledger->findAttempt(2));
    QVERIFY(m_ledger->findAttempt(3));
    QVERIFY(m_ledger->eventsAfter(1, kAll) == (std::vector{told(2, HelpCalled{"c"})}));
}

void LedgerConformance::rolledBackTransactionLeavesNothing()
{
    m_ledger->begin();
    m_ledger->savepoint();
    m_ledger->record({AttemptInserted{chargingAttempt(1)}});
    m_ledger->releaseSavepoint();
    m_ledger->rollback();
    QVERIFY(!m_ledger->findAttempt(1));
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    QVERIFY(m_ledger->findAttempt(1));
}

void LedgerConformance::readsSeeTheOpenTransaction()
{
    m_ledger->begin();
    m_ledger->savepoint();
    m_ledger->record({AttemptInserted{chargingAttempt(1)}, EventAppended{told(1, Hidden{})}});
    QVERIFY(m_ledger->findKey(attemptKey(1)));
    QCOMPARE(m_ledger->eventsAfter(0, kAll).size(), std::size_t{1});
    m_ledger->releaseSavepoint();
    m_ledger->commit();
}

// ---- starting -------------------------------------------------------------------------------

void LedgerConformance::loadGivesWhatIsOpenOnly()
{
    const std::vector<Event> events = wholeHistory(5, 3000);
    writeHistory(*m_ledger, events);
    reopen();
    ShopView view;
    std::map<RefundId, RefundState> refunds;
    for (const Event& one : events) {
        view.apply(one);
        if (const auto* opened = std::get_if<RefundOpened>(&one.body))
            refunds[opened->refund] = RefundState::Due;
        else if (const auto* moved = std::get_if<RefundMoved>(&one.body))
            refunds[moved->refund] = moved->to;
    }
    std::erase_if(refunds, [](const auto& entry) { return entry.second == RefundState::Done; });

    const OpenShop shop = m_ledger->load();
    QCOMPARE(shop.head, events.back().seq);
    QVERIFY(shop.lastAt == events.back().at);
    std::size_t kept = 0;
    for (const auto& [id, order] : view.orders.all())
        kept += isOpen(order.state) || order.stopUnacknowledged ? 1 : 0;
    QCOMPARE(shop.orders.size(), kept);
    for (const OrderRow& order : shop.orders) {
        const OrderView* seen = view.orders.find(order.id);
        QVERIFY(seen);
        QVERIFY(order.state == seen->state && order.number == seen->number);
        QVERIFY(order.startedAt == seen->startedAt && order.readyAt == seen->readyAt &&
                order.finishedAt == seen->finishedAt && order.paidAt == seen->paidAt);
        QVERIFY(order.basket.lines == seen->lines && order.basket.total == seen->total);
        QVERIFY(order.stopUnacknowledged == seen->stopUnacknowledged);
        QCOMPARE(order.units.size(), seen->units.size());
        for (std::size_t i = 0; i < order.units.size(); ++i)
            QVERIFY(order.units[i].state == seen->units[i].state &&
                    order.units[i].line == seen->units[i].line);
        QCOMPARE(order.refunds.size(), seen->refunds.size());
    }
    QCOMPARE(shop.attempts.size(), view.payments.attempts.size());
    for (const AttemptRow& attempt : shop.attempts)
        QVERIFY(view.payments.attempts.at(attempt.id).state == attempt.state);
    QCOMPARE(shop.refunds.size(), refunds.size());
    for (const RefundRow& refund : shop.refunds)
        QVERIFY(refunds.at(refund.id) == refund.state);
}

} // namespace coffee::test
