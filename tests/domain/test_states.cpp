// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/states.h"

#include <QTest>

#include <set>
#include <utility>

using namespace coffee;

namespace {

/// The edges, written a second time and by hand, so that a slip in the
/// table of the code does not pass.
const std::set<std::pair<AttemptState, AttemptState>> kAttemptFacts{
    {AttemptState::Charging, AttemptState::Paid},
    {AttemptState::Charging, AttemptState::Declined},
    {AttemptState::Charging, AttemptState::Unknown},
    {AttemptState::Charging, AttemptState::Reversing},
    {AttemptState::Charging, AttemptState::NeedsReview},
    {AttemptState::Unknown, AttemptState::Paid},
    {AttemptState::Unknown, AttemptState::Declined},
    {AttemptState::Unknown, AttemptState::Reversing},
    {AttemptState::Unknown, AttemptState::NeedsReview},
    {AttemptState::Reversing, AttemptState::Voided},
    {AttemptState::Reversing, AttemptState::NeedsReview},
    {AttemptState::NeedsReview, AttemptState::Declined},
    {AttemptState::NeedsReview, AttemptState::Voided},
    {AttemptState::NeedsReview, AttemptState::Kept},
};

std::optional<OrderState> orderFact(OrderState from, OrderStep step)
{
    using S = OrderState;
    switch (step) {
    case OrderStep::Start:
        return from == S::Queued ? std::optional{S::Making} : std::nullopt;
    case OrderStep::PutBack:
        return from == S::Making ? std::optional{S::Queued} : std::nullopt;
    case OrderStep::Finish:
        return from == S::Making ? std::optional{S::Ready} : std::nullopt;
    case OrderStep::Collect:
        return from == S::Ready ? std::optional{S::Collected} : std::nullopt;
    case OrderStep::Recall:
        if (from == S::Ready)
            return S::Making;
        return from == S::Collected ? std::optional{S::Ready} : std::nullopt;
    case OrderStep::Cancel:
        return from == S::Queued || from == S::Making ? std::optional{S::Cancelled} : std::nullopt;
    case OrderStep::CancelByStaff:
        return isOpen(from) ? std::optional{S::Cancelled} : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

class TestStates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOrderStateAndStepGivesTheListedStateOrNone()
    {
        int possible = 0;
        for (const OrderState from : kAllOrderStates)
            for (const OrderStep step : kAllOrderSteps) {
                QVERIFY(nextState(from, step) == orderFact(from, step));
                possible += nextState(from, step).has_value() ? 1 : 0;
            }
        QCOMPARE(possible, static_cast<int>(kOrderEdges.size()));
    }

    void aCancelledOrderNeverMovesAgain()
    {
        for (const OrderStep step : kAllOrderSteps)
            QVERIFY(!nextState(OrderState::Cancelled, step));
    }

    void aCollectedOrderCanOnlyBeRecalled()
    {
        for (const OrderStep step : kAllOrderSteps)
            QCOMPARE(nextState(OrderState::Collected, step).has_value(), step == OrderStep::Recall);
    }

    void everyOpenStateLeadsToAnEndAndOnlyOpenStatesAreOpen()
    {
        QVERIFY(isOpen(OrderState::Queued));
        QVERIFY(isOpen(OrderState::Making));
        QVERIFY(isOpen(OrderState::Ready));
        QVERIFY(!isOpen(OrderState::Collected));
        QVERIFY(!isOpen(OrderState::Cancelled));
    }

    void everyUnitStateAndStepGivesTheListedStateOrNone()
    {
        for (const UnitState from : kAllUnitStates)
            for (const UnitStep step : kAllUnitSteps) {
                std::optional<UnitState> expected;
                if (from == UnitState::Open && step == UnitStep::Tick)
                    expected = UnitState::Done;
                if (from == UnitState::Done && step == UnitStep::Untick)
                    expected = UnitState::Open;
                if (from == UnitState::Done && step == UnitStep::Remake)
                    expected = UnitState::Open;
                if (from == UnitState::Open && step == UnitStep::Refuse)
                    expected = UnitState::Refused;
                QVERIFY(nextState(from, step) == expected);
            }
    }

    void everyPairOfAttemptStatesIsAllowedOnlyWhereListed()
    {
        for (const AttemptState from : kAllAttemptStates)
            for (const AttemptState to : kAllAttemptStates)
                QCOMPARE(mayMove(from, to), kAttemptFacts.contains({from, to}));
        QCOMPARE(kAttemptEdges.size(), kAttemptFacts.size());
    }

    void aReversingOrReviewedAttemptNeverBecomesPaid()
    {
        std::set<AttemptState> reached{AttemptState::Reversing, AttemptState::NeedsReview};
        for (std::size_t round = 0; round < kAllAttemptStates.size(); ++round)
            for (const auto& edge : kAttemptEdges)
                if (reached.contains(edge.from))
                    reached.insert(edge.to);
        QVERIFY(!reached.contains(AttemptState::Paid));
    }

    void attemptsUnderWayAreThoseThatTheDaemonStillWorksOn()
    {
        const std::set underWay{AttemptState::Charging, AttemptState::Unknown,
                                AttemptState::Reversing};
        for (const AttemptState state : kAllAttemptStates)
            QCOMPARE(isUnderWay(state), underWay.contains(state));
    }

    void everyPairOfRefundStatesIsAllowedOnlyWhereListed()
    {
        const std::set<std::pair<RefundState, RefundState>> facts{
            {RefundState::Due, RefundState::Done},
            {RefundState::Due, RefundState::NeedsReview},
            {RefundState::NeedsReview, RefundState::Done}};
        for (const RefundState from : kAllRefundStates)
            for (const RefundState to : kAllRefundStates)
                QCOMPARE(mayMove(from, to), facts.contains({from, to}));
    }
};

QTEST_GUILESS_MAIN(TestStates)
#include "test_states.moc"
