// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/ledger.h"
#include "payment_daemon/run/input_queue.h"
#include "payment_daemon/shop/effects.h"

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace coffee::daemon {

/// Takes backups beside the selling. The live file is nobody else's to read (see ledger_file), so
/// the copy itself is made by the shop thread, a little between two batches; what waits on other
/// disks or takes long (moving, checking, syncing) is done by a thread of its own. Its answer goes
/// into the queue.
class BackupTaker {
public:
    /// What the ledger and its disk give.
    struct Source {
        std::function<std::unique_ptr<LedgerCopy>(const std::filesystem::path&)> copyTo;
        std::function<std::int64_t()> bytes; ///< of the ledger
        std::filesystem::path folder;        ///< the ledger's own; the copy grows there
    };
    /// Makes a whole copy a backup in this folder, or says what failed.
    using Keep = std::function<BackupInput(const std::filesystem::path& copy,
                                           const std::filesystem::path& folder, ShopTime at,
                                           const std::stop_token& stop)>;

    /// `keep` is called on the own thread. `folder` is where backups go that name none.
    BackupTaker(Source source, std::filesystem::path folder, Keep keep, InputQueue& answers);
    /// Cuts what is under way; nothing is left of it.
    ~BackupTaker();
    BackupTaker(const BackupTaker&) = delete;
    BackupTaker& operator=(const BackupTaker&) = delete;

    // The shop thread's.
    void begin(const BackupEffect& wanted);
    /// Copies for about a millisecond. True while there is more to copy.
    bool copySome(ShopTime now);

private:
    struct Job {
        std::uint64_t ticket{0};
        std::filesystem::path folder;
        ShopTime at{};
    };

    void work(const std::stop_token& stop);
    void fail(std::uint64_t ticket, const std::string& why);

    Source m_source;
    std::filesystem::path m_folder;
    Keep m_keep;
    InputQueue& m_answers;
    std::filesystem::path m_part; ///< the copy that grows
    // The shop thread's.
    std::unique_ptr<LedgerCopy> m_copy;
    Job m_copying;
    // Both threads'.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<Job> m_copied;
    std::jthread m_thread;
};

} // namespace coffee::daemon
