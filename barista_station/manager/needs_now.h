// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/shop_view.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace coffee::station {

/// What a manager must know of without asking. The order of the enumerators is the order of
/// urgency: customers who cannot order or wait in vain first, then money, then machines.
enum class NeedKind {
    DaemonAway,      ///< nothing new reaches this window; nobody can pay
    BarAway,         ///< orders wait and no barista station is up
    PaymentsStopped, ///< the breaker is open: the card terminal fails
    BooksUncompared, ///< after a restore: no charge begins before the bank has answered
    HelpUntaken,     ///< a customer called and nobody came
    PaymentUnknown,  ///< a payment's outcome is not known
    AttemptReview,   ///< a person must settle a payment
    RefundReview,    ///< a person must settle a refund
    RefundStuck,     ///< money is owed and does not go back
    KioskSilent,
    StationSilent, ///< a station is away, though nothing waits or another one is up
    BoardSilent,
    ScreenBehind, ///< a screen is up and shows an old picture
    DiskLow,
    ClockStepped,
    BackupOld
};

/// The one thing that helps.
enum class NeedAction {
    None,
    TryDaemon,     ///< ask the daemon at once
    PauseOrdering, ///< no new orders until the bar is back
    TryCards,      ///< the breaker lets one charge through
    AcceptCards,   ///< the breaker lets all through: a person had stopped them
    AskBooks,      ///< the bank is asked at once
    TakeHelp,      ///< somebody goes to the customer
    LookAgain,     ///< the bank is asked again about this payment or refund
    CloseReview,   ///< a person says how it ended
    ShowSteps,     ///< what is known, what to do, and the last step of it
    RefreshScreen, ///< the screen takes the shop's state anew
    TakeBackup
};

struct Need {
    NeedKind kind{NeedKind::DaemonAway};
    ShopTime since{};
    std::string subject;     ///< the machine's name, or the alarm's detail
    Role role{Role::Daemon}; ///< of that machine
    std::int32_t waiting{0}; ///< orders that wait for it
    Money amount;            ///< of payments and refunds
    std::int64_t id{0};      ///< of the attempt or the refund
    OrderId order{0};
    std::int32_t number{0}; ///< of that order
    std::string cause;      ///< of a review, as the log words it
    ShopTime until{};       ///< when it is tried again by itself; zero: nobody knows
    bool byHand{false};     ///< a person stopped the card payments
    bool paused{false};     ///< customers cannot order now anyway
    NeedAction action{NeedAction::None};
    friend bool operator==(const Need&, const Need&) = default;
};

/// Whether both tell of the same trouble, though one may know more of it.
[[nodiscard]] bool isSameNeed(const Need& one, const Need& other);

/// What this window knows about its own line to the daemon.
struct DaemonLink {
    bool heard{true}; ///< false when three heartbeats have not come
    ShopTime lastHeard{};
};

/// Ages from which something needs a person.
struct NeedThresholds {
    std::chrono::milliseconds paymentUnknown{60'000};
    std::chrono::milliseconds refundStuck{60'000};
    std::chrono::milliseconds helpUntaken{10'000};
};

/// Everything that needs the manager at `now` (shop time), most urgent first and within one kind
/// longest first. Empty means that all is well. `cardsStoppedByHand` is what the view does not
/// tell: see `BreakerLog`.
[[nodiscard]] std::vector<Need> needsNow(const ShopView& view, const DaemonLink& link, ShopTime now,
                                         const NeedThresholds& thresholds = {},
                                         bool cardsStoppedByHand = false);

} // namespace coffee::station
