// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace coffee::drill {

/// What happens to the provider while the load drill runs. Moments are counted from its start.
struct LoadTrouble {
    struct Change {
        std::chrono::milliseconds at{0};
        QByteArray script; ///< see payment_daemon/terminal_sim/HTTP.md
    };
    std::vector<Change> changes; ///< in the order of time
    /// A charge that takes the provider longer is slow to the daemon.
    std::int64_t slowMs{0};
    /// From here on nothing is wrong any more.
    std::chrono::milliseconds recovers{0};
};

/// `scenario` is recover, hang, decline or dead; `meanMs` is how long an authorisation takes at the
/// beginning; `slowMs` is 0 for the scenario's own.
[[nodiscard]] LoadTrouble loadTrouble(const std::string& scenario, std::chrono::seconds lasts,
                                      std::int64_t meanMs, std::int64_t slowMs);

} // namespace coffee::drill
