// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "tests/support/random.h"

#include <vector>

namespace coffee::test {

/// Messages with random content within the ranges of the wire, texts with every kind of character
/// that may stand in one. Every alternative of a variant comes in turn.
class RandomValues {
public:
    explicit RandomValues(std::uint64_t seed) : m_random{seed} {}

    protocol::Request request(std::size_t alternative);
    Event event(std::size_t alternative);
    protocol::Heartbeat heartbeat();
    ShopView view();
    PricedBasket basket();
    Menu menu();
    Refusal refusal();

    protocol::Quote quote();
    protocol::AttemptAnswer attemptAnswer(std::size_t alternative);
    protocol::OrderShown orderShown();
    protocol::BackupTaken backupTaken();
    protocol::ParkedAnswer parkedAnswer();
    protocol::TakenAnswer takenAnswer();
    protocol::CancelAnswer cancelAnswer();
    protocol::OrderAnswer orderAnswer();
    protocol::RefundAnswer refundAnswer();
    protocol::Snapshot snapshot();
    protocol::EventsPage eventsPage();
    protocol::StatusAnswer statusAnswer();
    protocol::OrdersAnswer ordersAnswer();
    protocol::HistoryAnswer historyAnswer();
    protocol::ClosedAnswer closedAnswer();
    protocol::ZAnswer zAnswer();

private:
    protocol::RequestBody requestBody(std::size_t alternative);
    protocol::Proof proof();
    OrderView order(OrderId id);
    protocol::OrderSummary summary();
    std::vector<UnitNumber> units();
    std::int64_t id() { return m_random.between(1, std::int64_t{1} << 53); }
    std::int64_t age() { return m_random.between(0, 1'000'000'000); }
    Money money() { return Money::fromWon(m_random.between(-Money::kWonMax, Money::kWonMax)); }
    ShopTime time() { return fromMs(m_random.between(0, 253'402'300'799'999)); }
    std::string text(std::size_t min, std::size_t max);
    OperationKey op() { return {text(1, 64)}; }
    AttemptKey key() { return {text(1, 64)}; }
    template <class E>
    E word();
    template <class T>
    T described();

    Random m_random;
};

} // namespace coffee::test
