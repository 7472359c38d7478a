// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"

#include <filesystem>
#include <optional>
#include <string>

namespace coffee::daemon {

/// How far a log had been written.
struct LogHead {
    std::string epoch; ///< which log
    Sequence seq{0};
    std::string chain; ///< the link of the event `seq`
    friend bool operator==(const LogHead&, const LogHead&) = default;
};

/// A small file beside the ledger that knows how far the log had been written: when the ledger's
/// newest part was taken away, or an old copy was put in its place, the two disagree. It is
/// written after each commit and not synced, so after a power cut it may be older than the ledger
/// and never newer; a torn one is as good as none. One thread's.
class HeadWitness {
public:
    /// Nothing is made yet.
    explicit HeadWitness(std::filesystem::path file);
    ~HeadWitness();
    HeadWitness(const HeadWitness&) = delete;
    HeadWitness& operator=(const HeadWitness&) = delete;

    [[nodiscard]] const std::filesystem::path& file() const { return m_path; }
    /// What it says; nothing when it is not there or not whole.
    [[nodiscard]] std::optional<LogHead> read() const;
    /// A disk that does not take it leaves an older one, which is true as well.
    void write(const LogHead& head);

private:
    std::filesystem::path m_path;
    int m_file{-1};
};

} // namespace coffee::daemon
