// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/circuit_breaker.h"
#include "shared/domain/ids.h"
#include "shared/domain/menu.h"
#include "shared/protocol/limits.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace coffee::daemon {

using namespace std::chrono_literals;

/// Until when a customer may cancel without staff.
enum class CancelUntil {
    Queued, ///< until making has begun
    Making, ///< until the first unit is done
    Ready   ///< until all of them are
};

/// Backups that the daemon takes by itself. Zero: none, and no alarm.
struct BackupRules {
    std::chrono::milliseconds every{0};
    std::chrono::milliseconds oldAfter{0}; ///< the newest good one; then the manager is told
};

/// What the shop is told at start; it does not change while it runs.
struct ShopSettings {
    Menu menu;
    std::string version;                 ///< of the program
    std::string gatewayName;             ///< for `status.get`
    bool simulated{false};               ///< no real money moves
    std::chrono::minutes utcOffset{540}; ///< of shop time; Korea has no summer time
    CancelUntil customerCancelUntil{CancelUntil::Making};
    int chargeWorkers{16};
    std::size_t chargesWaitingMax{16};
    std::size_t ordersKnownMax{protocol::kOrdersKnownMax};
    BreakerLimits breaker; ///< around the provider
    BackupRules backups;
};

/// What the shop does not find out by itself, so that a test or a simulator can say it.
struct ShopSources {
    std::function<std::string()> randomHex; ///< 32 hex digits that never come twice
    std::function<std::int32_t(std::int32_t)> randomBelow;
    std::function<std::string(const std::string&)> fingerprint; ///< of a text, stable for ever
    std::function<std::int64_t()> databaseBytes;
};

inline constexpr std::int32_t kFirstNumber = 101;
inline constexpr int kCodeTriesMax = 5;
inline constexpr auto kCodeLock = 10min;
inline constexpr int kPinTriesMax = 5;
inline constexpr auto kPinLock = 1min;
inline constexpr std::size_t kPinWaitingMax = 4; ///< hashing costs 64 MiB and a tenth of a second
inline constexpr std::size_t kQuotesMax = 10'000;
inline constexpr std::size_t kParkedMax = 200; ///< baskets, each of one request at most
inline constexpr std::size_t kScreensMax = 500;
inline constexpr auto kLookupFirst = 1s; ///< then doubling to
inline constexpr auto kLookupMost = 60s;
inline constexpr auto kBackupFirstAfter = 20s; ///< the start itself is not held up
inline constexpr auto kBackupRetry = 5min;
inline constexpr auto kComparedSoon = 2s; ///< after a restore: ask again
inline constexpr auto kBarAwayFactor = 2;
/// An order's event must fit into one frame, whatever else the frame holds.
inline constexpr std::size_t kBasketBytesMax = 48 * 1024;
inline constexpr Sequence kViewEvery = 1000;  ///< events between two stored views, at least
inline constexpr Sequence kViewEveryEach = 4; ///< and for each order that the view knows

} // namespace coffee::daemon
