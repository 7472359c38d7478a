// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// Every bound and time that both ends of the wire must agree on. PROTOCOL.md names the same.
namespace coffee::protocol {

using namespace std::chrono_literals;

inline constexpr int kVersion = 1;

inline constexpr std::size_t kRequestBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kFrameBytesMax = std::size_t{64} * 1024;
inline constexpr std::size_t kReplyBytesMax = std::size_t{64} * 1024 * 1024;
/// Orders that a view may know: a snapshot of so many usual ones is half of the longest reply. The
/// daemon opens no quote beyond it, since no screen could show the order.
inline constexpr std::size_t kOrdersKnownMax = 20'000;
inline constexpr std::size_t kDepthMax = 16;
inline constexpr std::size_t kPageMax = 500;    ///< events in one `events.get`
inline constexpr std::int64_t kGapMax = 20'000; ///< a larger gap is a new snapshot

inline constexpr auto kConnectTimeout = 300ms;    ///< not writable for so long: nobody is there
inline constexpr auto kCheckoutTimeout = 1200ms;  ///< each of two tries of `checkout.open`
inline constexpr auto kPlaceAnswerAfter = 4500ms; ///< the daemon answers `order.place` by then
inline constexpr auto kPlaceTimeout = 7000ms;     ///< the kiosk waits so long for that answer
inline constexpr auto kCommandTimeout = 2000ms;   ///< every other command
inline constexpr auto kBackupTimeout = 10min;     ///< of `backup.take`
inline constexpr auto kHeartbeatEvery = 1000ms;
inline constexpr auto kStaleAfter = 3 * kHeartbeatEvery;
inline constexpr auto kPresenceEvery = 2000ms;
inline constexpr auto kAwayAfter = 6000ms;
inline constexpr auto kBehindAfter = 5000ms;

inline constexpr std::size_t kPaymentMinutesMax = 60; ///< of the last hour, in `status.get`

inline constexpr auto kQuoteLife = 180s;
inline constexpr auto kLease = 60s; ///< from the kiosk's last word about an open attempt
inline constexpr auto kLeaseMax = 180s;

inline constexpr auto kParkedLife = 10min;        ///< of a basket that waits for its customer
inline constexpr std::size_t kParkCodeDigits = 6; ///< an order's number has fewer

} // namespace coffee::protocol
