// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>

namespace coffee {

/// Shop time: milliseconds since 1970-01-01 UTC, stamped by the daemon only. The clocks of other
/// machines serve timeouts, never facts.
using ShopTime = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] inline std::int64_t toMs(ShopTime time)
{
    return time.time_since_epoch().count();
}
[[nodiscard]] inline ShopTime fromMs(std::int64_t ms)
{
    return ShopTime{std::chrono::milliseconds{ms}};
}

/// A text that names something, with a type of its own so that two kinds of names never mix.
template <class Tag>
struct Name {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const Name&, const Name&) = default;
};

/// The globally unique key of one payment attempt, made by the kiosk before it sends anything:
/// `<machine>-<32 hex digits>`. It is the idempotency key of the charge and the customer's proof.
using AttemptKey = Name<struct AttemptKeyTag>;
/// The random 128-bit key (32 hex digits) of any other changing command; its answer is stored.
using OperationKey = Name<struct OperationKeyTag>;
/// A priced basket that the daemon has promised for a while. Lives in memory only.
using QuoteId = Name<struct QuoteIdTag>;

/// An order's identity for ever; day numbers come again every day, this does not.
using OrderId = std::int64_t;
/// A unit's place within its order, from 1.
using UnitNumber = std::int32_t;
/// A line's place within its order, from 1.
using LineNumber = std::int32_t;
/// The identity of a payment attempt in the ledger and in events; the key is not in events.
using AttemptId = std::int64_t;
/// The identity of a refund in the ledger and in events.
using RefundId = std::int64_t;
/// The place of an event in the log: gapless from 1 within an epoch.
using Sequence = std::int64_t;

/// A business day as days since 1970-01-01 of the local calendar date on which it began.
using BusinessDay = std::int32_t;

enum class Role { Kiosk, Board, Station, Manager, Ctl, Daemon };

/// Who did it: a role and a machine name. Until enrolment comes this is declared, not proven.
struct Actor {
    Role role{Role::Daemon};
    std::string name;
    friend bool operator==(const Actor&, const Actor&) = default;
};

} // namespace coffee
