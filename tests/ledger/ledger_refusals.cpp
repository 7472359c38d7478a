// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ledger/ledger_conformance.h"

#include "shared/domain/words.h"
#include "tests/ledger/ledger_rows.h"

#include <QTest>

#include <map>
#include <set>

namespace coffee::test {

using namespace daemon;

namespace {

/// The steps that lead from the first state of a machine to each other state.
template <class State, class Edges>
std::map<State, std::vector<State>> pathsFrom(State first, const Edges& edges)
{
    std::map<State, std::vector<State>> paths{{first, {}}};
    for (std::size_t round = 0; round < edges.size(); ++round)
        for (const auto& edge : edges) {
            if (!paths.contains(edge.from) || paths.contains(edge.to))
                continue;
            std::vector<State> path = paths[edge.from];
            path.push_back(edge.to);
            paths.emplace(edge.to, std::move(path));
        }
    return paths;
}

} // namespace

void LedgerConformance::orderWithoutPaidAttemptIsRefused()
{
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    QVERIFY(refuses(*m_ledger, {OrderInserted{queuedOrder(1, 1)}}));
    QVERIFY(refuses(*m_ledger, {OrderInserted{queuedOrder(1, 2)}}));
    QVERIFY(!m_ledger->findOrder(1));
}

void LedgerConformance::orderAfterThePayingTransactionIsRefused()
{
    commitPaidOrder(*m_ledger, 1);
    QVERIFY(refuses(*m_ledger, {OrderInserted{queuedOrder(2, 1)}}));
}

void LedgerConformance::paidAttemptWithoutOrderIsRefused()
{
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(1, 1)}}));
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(1, 0)}}));
    AttemptRow unanswered = paidAttempt(1, 1);
    unanswered.finalBody.clear();
    QVERIFY(refuses(*m_ledger, {AttemptChanged{unanswered}, OrderInserted{queuedOrder(1, 1)}}));
    QVERIFY(
        !refuses(*m_ledger, {AttemptChanged{paidAttempt(1, 1)}, OrderInserted{queuedOrder(1, 1)}}));
}

void LedgerConformance::orderOfAnotherAmountIsRefused()
{
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    OrderRow dearer = queuedOrder(1, 1);
    dearer.basket.total = Money::fromWon(20'001);
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(1, 1)}, OrderInserted{dearer}}));
}

void LedgerConformance::secondOrderOfAnAttemptIsRefused()
{
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    OrderRow second = queuedOrder(2, 1);
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(1, 1)}, OrderInserted{queuedOrder(1, 1)},
                                OrderInserted{second}}));
}

void LedgerConformance::secondUseOfAKeyIsRefused()
{
    commit(*m_ledger, {AttemptInserted{chargingAttempt(1)}});
    AttemptRow second = chargingAttempt(2);
    second.key = attemptKey(1);
    QVERIFY(refuses(*m_ledger, {AttemptInserted{second}}));
    QVERIFY(refuses(*m_ledger, {TombstoneInserted{{attemptKey(1), "kiosk-1", "{}", at(1)}}}));
}

void LedgerConformance::tombstonedKeyNeverBecomesAnAttempt()
{
    commit(*m_ledger, {TombstoneInserted{{attemptKey(1), "kiosk-1", "{}", at(1)}}});
    QVERIFY(refuses(*m_ledger, {AttemptInserted{chargingAttempt(1)}}));
    QVERIFY(refuses(*m_ledger, {TombstoneInserted{{attemptKey(1), "kiosk-1", "{}", at(2)}}}));
}

void LedgerConformance::doubleNumberOfADayIsRefused()
{
    commitPaidOrder(*m_ledger, 1);
    OrderRow first = queuedOrder(1, 1);
    first.state = OrderState::Cancelled;
    first.cancelledBy = CancelledBy::Staff;
    commit(*m_ledger, {RefundInserted{dueRefund(1, 1, 20'000)}, OrderChanged{first}});
    commit(*m_ledger, {AttemptInserted{chargingAttempt(2)}});
    OrderRow second = queuedOrder(2, 2);
    second.number = first.number;
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(2, 2)}, OrderInserted{second}}));
}

void LedgerConformance::numberOfAnOpenOrderIsRefusedOnTheNextDay()
{
    commitPaidOrder(*m_ledger, 1);
    commit(*m_ledger, {AttemptInserted{chargingAttempt(2)}});
    OrderRow second = queuedOrder(2, 2);
    second.number = 101;
    second.day += 1;
    QVERIFY(refuses(*m_ledger, {AttemptChanged{paidAttempt(2, 2)}, OrderInserted{second}}));
}

void LedgerConformance::finalAnswerIsNeverChanged()
{
    commitPaidOrder(*m_ledger, 1);
    AttemptRow row = paidAttempt(1, 1);
    row.shown = true;
    commit(*m_ledger, {AttemptChanged{row}});
    row.finalBody += ' ';
    QVERIFY(refuses(*m_ledger, {AttemptChanged{row}}));
    row.finalBody.clear();
    QVERIFY(refuses(*m_ledger, {AttemptChanged{row}}));
}

void LedgerConformance::unlistedAttemptEdgesAreRefused()
{
    const auto paths = pathsFrom(AttemptState::Charging, kAttemptEdges);
    AttemptId id = 0;
    int allowed = 0;
    for (const AttemptState from : kAllAttemptStates)
        for (const AttemptState to : kAllAttemptStates) {
            if (from == to)
                continue;
            AttemptRow row = chargingAttempt(++id);
            commit(*m_ledger, {AttemptInserted{row}});
            const auto step = [&](AttemptState state) {
                const bool paid = state == AttemptState::Paid;
                row = paid ? paidAttempt(id, id) : row;
                row.state = state;
                row.order = paid ? id : 0;
                row.declineKind.reset();
                if (state == AttemptState::Declined)
                    row.declineKind = DeclineKind::Declined;
                if (row.finalBody.empty() && !isUnderWay(state))
                    row.finalBody = "{}";
                Changes changes{AttemptChanged{row}};
                if (paid)
                    changes.push_back(OrderInserted{queuedOrder(id, id)});
                return changes;
            };
            for (const AttemptState state : paths.at(from))
                commit(*m_ledger, step(state));
            const bool refused = refuses(*m_ledger, step(to));
            QVERIFY2(refused != mayMove(from, to),
                     (std::string{word(from)} + " -> " + std::string{word(to)}).c_str());
            allowed += refused ? 0 : 1;
        }
    QCOMPARE(allowed, static_cast<int>(kAttemptEdges.size()));
}

void LedgerConformance::unlistedOrderEdgesAreRefused()
{
    std::set<std::pair<OrderState, OrderState>> edges;
    for (const OrderEdge& edge : kOrderEdges)
        edges.emplace(edge.from, edge.to);
    const auto paths = pathsFrom(OrderState::Queued, kOrderEdges);
    OrderId id = 0;
    for (const OrderState from : kAllOrderStates)
        for (const OrderState to : kAllOrderStates) {
            if (from == to)
                continue;
            commitPaidOrder(*m_ledger, ++id);
            OrderRow row = queuedOrder(id, id);
            const auto step = [&](OrderState state) {
                row.state = state;
                row.cancelledBy.reset();
                if (state == OrderState::Cancelled)
                    row.cancelledBy = CancelledBy::Staff;
                Changes changes{OrderChanged{row}};
                if (state == OrderState::Cancelled && from != OrderState::Cancelled)
                    changes.push_back(RefundInserted{dueRefund(id, id, 20'000)});
                return changes;
            };
            for (const OrderState state : paths.at(from)) {
                Changes changes = step(state);
                if (state == OrderState::Cancelled)
                    changes.push_back(RefundInserted{dueRefund(id, id, 20'000)});
                commit(*m_ledger, changes);
            }
            QVERIFY2(refuses(*m_ledger, step(to)) != edges.contains({from, to}),
                     (std::string{word(from)} + " -> " + std::string{word(to)}).c_str());
        }
}

void LedgerConformance::unlistedUnitEdgesAreRefused()
{
    std::set<std::pair<UnitState, UnitState>> edges;
    for (const UnitEdge& edge : kUnitEdges)
        edges.emplace(edge.from, edge.to);
    const auto paths = pathsFrom(UnitState::Open, kUnitEdges);
    OrderId id = 0;
    for (const UnitState from : kAllUnitStates)
        for (const UnitState to : kAllUnitStates) {
            if (from == to)
                continue;
            commitPaidOrder(*m_ledger, ++id);
            for (const UnitState state : paths.at(from))
                commit(*m_ledger, {UnitChanged{id, 3, state, {}}});
            QVERIFY2(refuses(*m_ledger, {UnitChanged{id, 3, to, {}}}) != edges.contains({from, to}),
                     (std::string{word(from)} + " -> " + std::string{word(to)}).c_str());
        }
}

void LedgerConformance::unlistedRefundEdgesAreRefused()
{
    const auto paths = pathsFrom(RefundState::Due, kRefundEdges);
    RefundId id = 0;
    for (const RefundState from : kAllRefundStates)
        for (const RefundState to : kAllRefundStates) {
            if (from == to)
                continue;
            commitPaidOrder(*m_ledger, ++id);
            commit(*m_ledger, {RefundInserted{dueRefund(id, id, 100)}});
            for (const RefundState state : paths.at(from))
                commit(*m_ledger, {RefundChanged{id, state, at(9999)}});
            QVERIFY2(refuses(*m_ledger, {RefundChanged{id, to, at(9999)}}) != mayMove(from, to),
                     (std::string{word(from)} + " -> " + std::string{word(to)}).c_str());
        }
}

void LedgerConformance::unitIsRefundedOnce()
{
    commitPaidOrder(*m_ledger, 1);
    commitPaidOrder(*m_ledger, 2);
    commit(*m_ledger, {RefundInserted{dueRefund(1, 1, 5000, {1})}});
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(2, 1, 5000, {1})}}));
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(2, 1, 9500, {2, 1})}}));
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(2, 1, 5000, {9})}}));
    QVERIFY(!refuses(*m_ledger, {RefundInserted{dueRefund(2, 2, 5000, {1})}}));
}

void LedgerConformance::refundsNeverExceedTheOrder()
{
    commitPaidOrder(*m_ledger, 1);
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(1, 1, 20'001)}}));
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(1, 1, 0)}}));
    commit(*m_ledger, {RefundInserted{dueRefund(1, 1, 15'000)}});
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(2, 1, 5001)}}));
    QVERIFY(!refuses(*m_ledger, {RefundInserted{dueRefund(2, 1, 5000)}}));
}

void LedgerConformance::cancelWithoutFullRefundIsRefused()
{
    commitPaidOrder(*m_ledger, 1);
    OrderRow row = queuedOrder(1, 1);
    row.state = OrderState::Cancelled;
    row.cancelledBy = CancelledBy::Customer;
    QVERIFY(refuses(*m_ledger, {OrderChanged{row}}));
    QVERIFY(refuses(*m_ledger, {OrderChanged{row}, RefundInserted{dueRefund(1, 1, 19'999)}}));
}

void LedgerConformance::cancelAndRefundGoInAnyOrderOfOneStep()
{
    OrderRow row = queuedOrder(1, 1);
    row.state = OrderState::Cancelled;
    row.cancelledBy = CancelledBy::Customer;
    commitPaidOrder(*m_ledger, 1);
    QVERIFY(!refuses(*m_ledger, {RefundInserted{dueRefund(1, 1, 20'000)}, OrderChanged{row}}));
    QVERIFY(!refuses(*m_ledger, {OrderChanged{row}, RefundInserted{dueRefund(1, 1, 20'000)}}));
    commit(*m_ledger, {RefundInserted{dueRefund(1, 1, 5000, {1})}});
    commit(*m_ledger, {OrderChanged{row}, RefundInserted{dueRefund(2, 1, 15'000, {2, 3, 4})}});
    QVERIFY(m_ledger->findOrder(1)->state == OrderState::Cancelled);
}

void LedgerConformance::sequenceHasNoGapsAndNoRepeats()
{
    QVERIFY(refuses(*m_ledger, {EventAppended{told(2, Hidden{})}}));
    commit(*m_ledger, {EventAppended{told(1, Hidden{})}, EventAppended{told(2, Hidden{})}});
    QVERIFY(refuses(*m_ledger, {EventAppended{told(2, Hidden{})}}));
    QVERIFY(refuses(*m_ledger, {EventAppended{told(4, Hidden{})}}));
    reopen();
    QVERIFY(!refuses(*m_ledger, {EventAppended{told(3, Hidden{})}}));
}

void LedgerConformance::timeNeverGoesBack()
{
    commit(*m_ledger, {EventAppended{told(1, Hidden{})}});
    Event earlier = told(2, Hidden{});
    earlier.at = earlier.occurredAt = told(1, Hidden{}).at - std::chrono::milliseconds{1};
    QVERIFY(refuses(*m_ledger, {EventAppended{earlier}}));
    Event ofTheFuture = told(2, Hidden{});
    ofTheFuture.occurredAt += std::chrono::milliseconds{1};
    QVERIFY(refuses(*m_ledger, {EventAppended{ofTheFuture}}));
    commitPaidOrder(*m_ledger, 1);
    OrderRow row = queuedOrder(1, 1);
    row.lastStepAt -= std::chrono::milliseconds{1};
    QVERIFY(refuses(*m_ledger, {OrderChanged{row}}));
}

void LedgerConformance::changesOfMissingRowsAreRefused()
{
    commitPaidOrder(*m_ledger, 1);
    AttemptRow declined = chargingAttempt(2);
    declined.state = AttemptState::Unknown;
    QVERIFY(refuses(*m_ledger, {AttemptChanged{declined}}));
    QVERIFY(refuses(*m_ledger, {OrderChanged{queuedOrder(2, 2)}}));
    QVERIFY(refuses(*m_ledger, {UnitChanged{1, 5, UnitState::Done, {}}}));
    QVERIFY(refuses(*m_ledger, {RefundChanged{1, RefundState::Done, at(1)}}));
    QVERIFY(refuses(*m_ledger, {CodeTried{2, 1, 0}}));
    QVERIFY(refuses(*m_ledger, {RefundInserted{dueRefund(1, 2, 100)}}));
}

void LedgerConformance::operationKeyIsUsedOnce()
{
    const OperationRow row{OperationKey{"a1"}, "m", "f", protocol::ReplyStatus::Ok, "{}", at(1)};
    commit(*m_ledger, {OperationStored{row}});
    QVERIFY(refuses(*m_ledger, {OperationStored{row}}));
    OperationRow pending = row;
    pending.op.value = "a2";
    pending.status = protocol::ReplyStatus::Pending;
    QVERIFY(refuses(*m_ledger, {OperationStored{pending}}));
}

void LedgerConformance::whatCannotBeReadAgainIsRefused()
{
    QVERIFY(refuses(*m_ledger, {EventAppended{told(1, HelpCalled{std::string(5000, 'k')})}}));
    QVERIFY(refuses(*m_ledger, {EventAppended{told(1, HelpCalled{"line\nbreak"})}}));
    AttemptRow row = chargingAttempt(1);
    row.basket.allergyNote = "line\nbreak";
    QVERIFY(refuses(*m_ledger, {AttemptInserted{row}}));
}

} // namespace coffee::test
