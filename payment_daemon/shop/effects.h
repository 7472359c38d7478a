// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/gateway_workers.h"
#include "payment_daemon/shop/inputs.h"
#include "shared/protocol/messages.h"

#include <string>
#include <variant>
#include <vector>

/// What the shop wants done in the world, once the transaction that recorded it is durable.
namespace coffee::daemon {

struct ReplyEffect {
    ReplyTo to;
    protocol::ReplyStatus status{protocol::ReplyStatus::Ok};
    std::string body;
};

/// An event goes out on both streams.
struct PublishEffect {
    Event event;
};

/// A heartbeat goes out on both streams.
struct BeatEffect {
    ShopTime now{};
    WaitRange wait;
};

struct GatewayEffect {
    GatewayCall call;
};

/// The provider is ill: charges that still wait for a worker are not begun. Each of them ends as
/// `ChargeNotSent`. After the calls of the same step.
struct RecallEffect {};

/// A PIN is compared with a hash, or a new one is hashed.
struct PinEffect {
    std::uint64_t ticket{0};
    std::string pin;
    std::string hash;   ///< empty: there is nothing to compare with
    std::string newPin; ///< hashed when the comparison fits or there was nothing to compare
};

/// A copy of the ledger is begun; one at a time.
struct BackupEffect {
    std::uint64_t ticket{0};
    std::string folder; ///< empty: where the daemon's own backups go
};

/// The room on the ledger's disk is looked at in the next step.
struct DiskLookEffect {};

using Effect = std::variant<ReplyEffect, PublishEffect, BeatEffect, GatewayEffect, RecallEffect,
                            PinEffect, BackupEffect, DiskLookEffect>;
using Effects = std::vector<Effect>;

} // namespace coffee::daemon
