// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"

#include <optional>

namespace coffee::daemon {

/// When a backup is taken, and when the manager is told that the newest good one is old. The copy
/// itself is made beside the selling (run/backup_taker); one at a time.
///
/// By itself: the first soon after the start when the newest is older than `BackupRules::every`,
/// then in that interval; one that failed is tried again after `kBackupRetry`. When the newest good
/// one was taken is kept with the log.
class Backups {
public:
    Backups(const ShopMemory& memory, const ShopSettings& settings)
        : m_memory{memory}, m_settings{settings}
    {
    }

    /// Somebody with the PIN wants one now; answered when it is there. A refusal when that cannot
    /// be.
    [[nodiscard]] std::optional<Refusal> take(Step& step, const CommandInput& input,
                                              const protocol::BackupTake& command);
    /// One is there, or failed. Gives back who waits for it.
    [[nodiscard]] std::optional<CommandInput> on(Step& step, const BackupInput& result);
    /// With every heartbeat.
    void timers(Step& step);

private:
    void begin(Step& step, const std::string& folder, std::optional<CommandInput> asker);
    [[nodiscard]] bool isOld(const Step& step) const;

    const ShopMemory& m_memory;
    const ShopSettings& m_settings;
};

} // namespace coffee::daemon
