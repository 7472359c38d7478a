// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <sys/types.h>
#include <vector>

namespace coffee::bench {

/// How a measurement starts its daemon.
struct DaemonSettings {
    std::filesystem::path bin;    ///< where the programs are
    std::filesystem::path folder; ///< its shop; may exist
    std::string program{"payment_daemon"};
    std::string gateway{"instant"};
    int gatewayWorkers{1};
    bool countCalls{false};                           ///< count its syncs and statements
    std::map<std::string, std::string> environment{}; ///< beside the own one
    std::vector<std::string> wrapper{};               ///< such as valgrind with its switches
};

/// What a daemon did since it was started.
struct CallCounts {
    std::int64_t syncs{0};
    std::int64_t statements{0};
};

/// A real payment_daemon with a real database file on ipc endpoints in its folder. Ends with this
/// object, at once and without a word.
class BenchDaemon {
public:
    /// Waits until it serves; throws std::runtime_error when it does not within a minute.
    explicit BenchDaemon(const DaemonSettings& settings);
    ~BenchDaemon();
    BenchDaemon(const BenchDaemon&) = delete;
    BenchDaemon& operator=(const BenchDaemon&) = delete;

    [[nodiscard]] const std::string& commands() const { return m_commands; }
    [[nodiscard]] const std::string& events() const { return m_events; }
    [[nodiscard]] const std::string& board() const { return m_board; }

    /// Of a daemon that was started with `countCalls`.
    [[nodiscard]] CallCounts counts() const;
    /// What it holds in memory, in MiB.
    [[nodiscard]] double residentMiB() const;
    /// From the start of the process to its `ready` line, in seconds.
    [[nodiscard]] double startSeconds() const { return m_startSeconds; }
    /// SIGTERM; waits until it has ended.
    void stop();

private:
    [[noreturn]] void become(const DaemonSettings& settings, int out) const;
    void waitReady(int out);

    std::filesystem::path m_folder;
    std::string m_commands;
    std::string m_events;
    std::string m_board;
    pid_t m_pid{-1};
    double m_startSeconds{0};
};

} // namespace coffee::bench
