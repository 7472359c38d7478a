// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/bar_pace.h"

#include <cstdint>
#include <string>
#include <vector>

/// Days of a shop that is made up hour by hour: customers come, people work at the bar, and each
/// order was told a wait. The same for one seed on every machine. All of it is simulated.
namespace coffee::test {

struct DayPlan {
    std::string name;
    std::vector<int> customersAnHour; ///< from 08:00 on
    /// The people at the bar; what each makes, in the order in which it is looked for.
    std::vector<std::vector<StationKind>> baristas;
    /// True: whoever takes a ticket makes all of it and ticks it off at once.
    bool wholeTickets{false};
    /// One of them is away in this part of the day, in minutes after 08:00.
    int awayFrom{0};
    int awayTo{0};
    /// Their usual pace against that of the plan, in per cent: 130 is a slow day.
    int pacePercent{100};
};

/// A quiet day with one barista; a weekday with two rushes and three; a Saturday with whole
/// tickets, a slow machine and somebody missing for two hours.
[[nodiscard]] std::vector<DayPlan> threeDays();

/// An order's wait as it was told and as it was, in seconds.
struct ToldWait {
    WaitRange told;
    std::int32_t wasSeconds{0};
};

struct DayResult {
    std::string name;
    std::vector<ToldWait> waits;

    /// How many of a hundred orders were ready within the minutes that were shown.
    [[nodiscard]] double coveredPercent() const;
    /// The middle one of the ranges' widths, in shown minutes.
    [[nodiscard]] int medianWidthMinutes() const;
    [[nodiscard]] int medianWaitSeconds() const;
    [[nodiscard]] int longestWaitSeconds() const;
};

[[nodiscard]] DayResult liveThrough(const DayPlan& plan, std::uint64_t seed);

} // namespace coffee::test
