// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <vector>

namespace coffee {

/// How fast the bar works, kind by kind, and what a customer is told to wait: a fold over the log
/// that remembers the last hour.
///
/// Two figures a kind are measured, each a mean that begins at a usual value and leans on it as if
/// that had been measured `kUsualWeight` times:
/// - *first*: from the payment to the first unit of this kind, when nothing of it was in line;
/// - *next*: between two units of this kind, when the later one was already waiting at the earlier
///   one. Several baristas at one machine, or one barista for everything, show in it as they are.
///
/// An order with `own` units of a kind behind `queued` ones takes `first + (queued + own - 1) ·
/// next` for this kind; of its kinds the slowest counts, since they are made side by side. Work
/// that was long in line is already begun: behind others only half of `first` is left.
///
/// The range around that: units differ (a standard deviation of `kUnitSpread` of `next` each,
/// growing with the root of their number), and the pace itself drifts (`kDrift` of the whole).
/// While no bar is there its far end is doubled.
///
/// A value without clock: `now` is shop time. Not thread-safe.
class BarPace {
public:
    /// A pause is not a pace: more than this is taken as this.
    static constexpr std::chrono::seconds kTookMost{300};
    static constexpr std::chrono::minutes kRemembered{60};
    static constexpr std::size_t kSamplesMost = 64;
    static constexpr double kUsualWeight = 4.0;
    static constexpr double kUnitSpread = 0.7;
    static constexpr double kSigmas = 1.5;
    static constexpr double kDrift = 0.12;
    /// No range is shown narrower, or from less.
    static constexpr std::int32_t kWidthLeast = 180;
    static constexpr std::int32_t kSecondsLeast = 60;

    /// The next event of the log; `orders` knows the order that it is about.
    void apply(const Event& event, const OrderBoard& orders);

    /// What somebody is told whose `own` units stand behind `queued` ones.
    [[nodiscard]] WaitRange expectedWait(const KindCounts& queued, const KindCounts& own,
                                         ShopTime now, bool barAway) const;

    /// What making these units takes at the usual pace, one after the other within each kind and
    /// the kinds one after the other: the making-minutes that a shop slows down by.
    [[nodiscard]] static std::chrono::seconds makingTime(const KindCounts& units);

    /// The measured figures, for logs and tests.
    [[nodiscard]] std::chrono::milliseconds first(StationKind kind, ShopTime now) const;
    [[nodiscard]] std::chrono::milliseconds next(StationKind kind, ShopTime now) const;

private:
    struct Sample {
        std::int64_t atMs{0};
        std::int32_t tookMs{0};
    };
    /// The latest samples, in the order in which they came.
    struct Samples {
        std::array<Sample, kSamplesMost> ring{};
        std::size_t taken{0};

        void add(ShopTime at, std::chrono::milliseconds took);
        [[nodiscard]] double meanMs(double usualMs, ShopTime now) const;
    };
    struct Kind {
        Samples first;
        Samples next;
        std::int64_t lastDoneMs{0};
    };

    [[nodiscard]] const Kind& of(StationKind kind) const;

    std::array<Kind, kAllStationKinds.size()> m_kinds{};
};

/// An order as a shop that has slowed down counts it.
struct PacedOrder {
    ShopTime paidAt{};
    std::chrono::seconds making{0}; ///< `BarPace::makingTime`
};

inline constexpr std::chrono::minutes kPacedOver{15};

/// How long it takes until `making` fits beside the orders of the quarter of an hour before: 0 when
/// it does now. One order alone always fits, however large.
[[nodiscard]] std::chrono::milliseconds paceWait(std::vector<PacedOrder> before,
                                                 std::chrono::seconds making,
                                                 std::chrono::seconds most, ShopTime now);

} // namespace coffee
