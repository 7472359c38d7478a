// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// The read models of every screen: folds over events, without clock, socket or database.
/// The daemon keeps the same folds and hands them out as snapshots.
namespace coffee {

struct RefundView {
    RefundId id{0};
    Money amount;
    RefundState state{RefundState::Due};
    std::vector<UnitNumber> units;
    std::string reason;
    ShopTime since{};
    friend bool operator==(const RefundView&, const RefundView&) = default;
};

/// One unit of an order as the bar sees it. On the public stream only the refused are known.
struct UnitView {
    LineNumber line{0}; ///< from 1; 0 on the public stream
    CupKind cup{CupKind::None};
    Money price;
    UnitState state{UnitState::Open};
    std::string reason; ///< why it was refused, or, of an open one, why it is made anew
    friend bool operator==(const UnitView&, const UnitView&) = default;
};

/// How many units each kind of station has, by `StationKind`.
using KindCounts = std::array<std::int32_t, kAllStationKinds.size()>;
/// The units of a basket by the kind that makes them.
[[nodiscard]] KindCounts unitsByKind(const std::vector<PricedLine>& lines);

/// An order as a screen knows it. Lines, amounts, kiosk and refunds are empty on the public stream.
struct OrderView {
    OrderId id{0};
    std::int32_t number{0};
    BusinessDay day{0};
    OrderState state{OrderState::Queued};
    ServiceMode service{ServiceMode::Here};
    std::string kiosk;
    std::string allergyNote;
    std::vector<PricedLine> lines;
    std::vector<UnitView> units; ///< unit n is units[n - 1]
    Money total;
    PaymentInfo payment;
    WaitRange wait; ///< what this customer was told
    ShopTime paidAt{};
    ShopTime startedAt{}; ///< zero until it happened; occurred-at times
    ShopTime readyAt{};
    ShopTime finishedAt{}; ///< collected or cancelled
    ShopTime calledAt{};   ///< the last time it was called again
    std::optional<CancelledBy> cancelledBy;
    std::string cancelReason;
    bool stopUnacknowledged{false};
    std::vector<UnitNumber> wasted;
    std::vector<RefundView> refunds;
    Sequence changedBy{0}; ///< the event that changed it last; 0 on the public stream
    friend bool operator==(const OrderView&, const OrderView&) = default;

    [[nodiscard]] std::int32_t unitsIn(UnitState unitState) const;
    /// The open units by the kind of station that makes them; nothing on the public stream.
    [[nodiscard]] KindCounts openByKind() const;
    /// The line of a unit; null when its line is not known.
    [[nodiscard]] const PricedLine* lineOf(const UnitView& unit) const;
    [[nodiscard]] Money refunded() const; ///< the sum of all refunds, settled or not
};

/// The orders of the shop: every open one, and the last `kFinishedKept` that were finished.
/// A finished order stays while a barista must acknowledge its stop or a refund is not settled.
class OrderBoard {
public:
    static constexpr std::size_t kFinishedKept = 200;

    void apply(const Event& event);

    [[nodiscard]] const OrderView* find(OrderId order) const;
    /// Whether a finished order is among the last `kFinishedKept`. One that is not cannot be
    /// recalled: kiosks and boards have forgotten it, and events of it change nothing there.
    [[nodiscard]] bool isRecent(OrderId order) const;
    /// The newest order with this day number. Null when the board does not know it.
    [[nodiscard]] const OrderView* findByNumber(std::int32_t number) const;
    /// Open orders and, where asked for, the rest, oldest payment first.
    [[nodiscard]] std::vector<const OrderView*> open() const;
    [[nodiscard]] const std::map<OrderId, OrderView>& all() const { return m_orders; }
    /// How many orders that are queued or in making were paid before this one. 0 = next.
    [[nodiscard]] std::int32_t ordersAhead(OrderId order) const;
    /// Orders queued or in making.
    [[nodiscard]] std::int32_t ordersWaiting() const { return m_waiting.orders; }
    /// Units queued or in making over all orders, the bar's load.
    [[nodiscard]] std::int32_t unitsWaiting() const { return m_waiting.units; }
    /// The same by the kind of station that makes them; nothing on the public stream.
    [[nodiscard]] const KindCounts& unitsWaitingByKind() const { return m_waiting.kinds; }

    friend bool operator==(const OrderBoard&, const OrderBoard&) = default;

    /// For the codec: the board as it was written down. Finished orders in the order in which they
    /// were finished, oldest first.
    [[nodiscard]] std::vector<OrderId> finishedOrder() const;
    static OrderBoard restored(std::vector<OrderView> orders, std::vector<OrderId> finished);

private:
    struct Fold;
    /// Kept with every event, so that nobody has to walk through a long line to know its length.
    struct Waiting {
        std::int32_t orders{0};
        std::int32_t units{0};
        KindCounts kinds{};
        friend bool operator==(const Waiting&, const Waiting&) = default;
    };

    [[nodiscard]] Waiting waitingIn(OrderId order) const;
    void countWaiting(const Waiting& before, const Waiting& after);
    OrderView* findMutable(OrderId order);
    void finish(OrderId order);
    void forgetIfSettled(OrderId order);

    std::map<OrderId, OrderView> m_orders;
    std::deque<OrderId> m_finished;
    Waiting m_waiting;
};

/// Money and counts of the business day so far. Sales count at the payment's time, refunds at
/// theirs. Starts again with the first event of a new day.
struct ShopTotals {
    BusinessDay day{0};
    std::int32_t orders{0};
    Money sales;
    std::int32_t refunds{0};
    Money refunded;
    std::int32_t cancels{0};
    std::int32_t declines{0};
    std::int32_t collected{0};
    std::int32_t unitsWasted{0};
    friend bool operator==(const ShopTotals&, const ShopTotals&) = default;

    void apply(const Event& event);
};

/// One program as the shop knows it.
struct MachineView {
    Actor who;
    PresenceState state{PresenceState::Up};
    std::string version;
    ShopTime since{};
    friend bool operator==(const MachineView&, const MachineView&) = default;
};

/// Who is up, behind or away, since when; and who called for help.
struct StationHealth {
    std::vector<MachineView> machines; ///< sorted by role and name
    std::map<std::string, ShopTime> helpCalls;
    ShopTime daemonStarted{};
    std::string daemonVersion;
    std::map<AlarmKind, std::pair<ShopTime, std::string>> alarms; ///< those that are on
    friend bool operator==(const StationHealth&, const StationHealth&) = default;

    void apply(const Event& event);
    /// True when a station has announced itself and none is up.
    [[nodiscard]] bool barAway() const;
};

/// An attempt whose money is not settled.
struct AttemptView {
    AttemptId id{0};
    std::string kiosk;
    Money amount;
    AttemptState state{AttemptState::Charging};
    std::string cause;
    ShopTime since{}; ///< of the state; while it goes back, since its outcome was unknown
    friend bool operator==(const AttemptView&, const AttemptView&) = default;
};

/// Payments that are under way or need a person, and the breaker.
struct PaymentView {
    std::map<AttemptId, AttemptView> attempts;
    BreakerState breaker{BreakerState::Closed};
    ShopTime breakerSince{};
    std::int64_t breakerUntilMs{0};
    friend bool operator==(const PaymentView&, const PaymentView&) = default;

    void apply(const Event& event);
};

/// What can be ordered now, and whether at all.
struct OfferView {
    std::string menuVersion;
    std::map<std::string, std::int64_t> soldOut; ///< item → until (ms, 0 = by hand)
    OrderingChanged ordering;
    std::int32_t makingMinutes{0}; ///< see `OrderingPaced`
    HoursChanged hours;
    friend bool operator==(const OfferView&, const OfferView&) = default;

    void apply(const Event& event);
    [[nodiscard]] SoldOut soldOutItems() const;
    /// When the shop takes orders that has this menu.
    [[nodiscard]] SaleHours openingHours(const Menu& menu) const;
};

/// All read models together, at one sequence number.
struct ShopView {
    Sequence seq{0};
    ShopTime at{}; ///< of the last event
    OrderBoard orders;
    ShopTotals totals;
    StationHealth health;
    PaymentView payments;
    OfferView offer;
    friend bool operator==(const ShopView&, const ShopView&) = default;

    /// Applies the next event. `event.seq` must be `seq + 1`: feeds see to it.
    void apply(const Event& event);
};

/// The version of these folds. A stored view of another version is thrown away and fetched anew.
inline constexpr std::int32_t kFoldVersion = 2;

/// What kiosks and boards may see of the view: equal to the fold of the public faces.
[[nodiscard]] ShopView publicFace(const ShopView& view);

} // namespace coffee
