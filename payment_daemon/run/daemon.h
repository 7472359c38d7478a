// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/payment_gateway.h"
#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/metrics/shop_metrics.h"
#include "payment_daemon/net/net_thread.h"
#include "payment_daemon/run/backup_taker.h"
#include "payment_daemon/run/disk_room.h"
#include "payment_daemon/shop/settings.h"

#include <functional>
#include <memory>
#include <stdexcept>

namespace coffee::daemon {

/// The sockets cannot be used any more: the process ends and is started again.
class NetFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// An endpoint cannot be listened on; one sentence says which and why.
class ListenFailed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// How backups are taken (see BackupTaker).
struct BackupWays {
    BackupTaker::Source source;
    std::filesystem::path folder;
    BackupTaker::Keep keep;
};

/// The daemon's threads put together: net, shop (the thread that calls `run`), provider workers,
/// the PIN's hasher and the backups'. See payment_daemon/README.md for who owns what.
class Daemon {
public:
    /// Called on the shop thread after every step; may be empty.
    using Report = std::function<void(const StepReport&, const ShopMemory&)>;

    /// Takes the shop over from the ledger and listens. The ledger and the gateway outlive it.
    /// Throws ListenFailed and what the ledger throws.
    Daemon(Ledger& ledger, PaymentGateway& gateway, ShopSettings settings, ShopSources sources,
           const NetEndpoints& endpoints, DiskRoom disk, BackupWays backups, Report report);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// SIGTERM and SIGINT are waited for by a thread of `run`; call this before any thread starts.
    static void blockStopSignals();

    [[nodiscard]] const NetEndpoints& endpoints() const;

    /// Until SIGTERM or SIGINT: then no more commands are taken, provider calls are cut (their
    /// attempts stay open and are looked up at the next start), what is left is recorded and
    /// answered, all within two seconds. Throws LedgerBroken and NetFailed.
    void run();

private:
    class Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace coffee::daemon
