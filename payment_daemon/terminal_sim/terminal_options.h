// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/terminal_script.h"
#include "shared/domain/result.h"
#include "shared/files/configuration.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

namespace coffee::terminal {

/// What the terminal was told on its command line and in its configuration file.
struct TerminalOptions {
    std::string address; ///< numeric, of this machine
    std::uint16_t port{0};
    std::filesystem::path folder; ///< of the books; empty with `dump`
    std::filesystem::path dump;   ///< only show the books of this file
    TerminalScript script;
    std::uint64_t seed{1};
    bool hasWindow{false};
    std::chrono::milliseconds autoApprove{0};
    std::string language; ///< "ko" or "en"
    int heightPixels{0};  ///< of the window; 0 = as it is drawn
    std::optional<std::pair<std::int64_t, std::int64_t>> place; ///< of the window, in pixels

    struct Recovery {
        std::chrono::seconds after;
        std::int64_t latencyMs;
    };
    std::optional<Recovery> recovery;
    std::optional<std::chrono::seconds> deadAfter;
};

[[nodiscard]] Result<TerminalOptions, EarlyExit> readTerminalOptions(int argc,
                                                                     const char* const* argv);

} // namespace coffee::terminal
