// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/run/backup_taker.h"

#include "payment_daemon/run/disk_room.h"
#include "payment_daemon/run/log.h"

#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <exception>

namespace coffee::daemon {
namespace {

/// How long the selling may wait for a slice of the copy.
constexpr std::chrono::microseconds kSliceMost{1'000};
/// A backup must not be what fills the ledger's disk.
constexpr std::int64_t kRoomLeft = std::int64_t{256} << 20;

} // namespace

BackupTaker::BackupTaker(Source source, std::filesystem::path folder, Keep keep,
                         InputQueue& answers)
    : m_source{std::move(source)},
      m_folder{std::move(folder)},
      m_keep{std::move(keep)},
      m_answers{answers},
      m_part{m_source.folder / "backup.part"},
      m_thread{[this](const std::stop_token& stop) { work(stop); }}
{
}

BackupTaker::~BackupTaker()
{
    m_thread.request_stop();
    m_wake.notify_all();
    m_thread.join();
    m_copy.reset();
    std::error_code none;
    std::filesystem::remove(m_part, none);
}

void BackupTaker::fail(std::uint64_t ticket, const std::string& why)
{
    logLine("backup", "failed: " + why);
    BackupInput failed;
    failed.ticket = ticket;
    failed.failure = why;
    m_answers.put(std::move(failed));
}

void BackupTaker::begin(const BackupEffect& wanted)
{
    m_copying = {wanted.ticket, m_folder, {}};
    if (!wanted.folder.empty())
        m_copying.folder = wanted.folder;
    std::error_code none;
    std::filesystem::remove(m_part, none); // of a daemon that was killed
    const std::int64_t needed = m_source.bytes() + kRoomLeft;
    if (DiskRoom{m_source.folder}.freeBytes() < needed)
        return fail(wanted.ticket, "the copy needs " + std::to_string(needed >> 20) +
                                       " MiB of room beside the ledger");
    try {
        m_copy = m_source.copyTo(m_part);
    } catch (const LedgerCopy::Failed& failed) {
        fail(wanted.ticket, failed.what());
    }
}

bool BackupTaker::copySome(ShopTime now)
{
    if (!m_copy)
        return false;
    const auto until = std::chrono::steady_clock::now() + kSliceMost;
    try {
        while (!m_copy->some())
            if (std::chrono::steady_clock::now() >= until)
                return true;
    } catch (const LedgerCopy::Failed& failed) {
        m_copy.reset();
        std::error_code none;
        std::filesystem::remove(m_part, none);
        fail(m_copying.ticket, failed.what());
        return false;
    }
    m_copy.reset();
    m_copying.at = now;
    {
        const std::lock_guard lock{m_mutex};
        m_copied = m_copying;
    }
    m_wake.notify_one();
    return false;
}

void BackupTaker::work(const std::stop_token& stop)
{
    // Recomputing a long log is work, and nobody at the counter waits for it.
    constexpr int kNice = 10;
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kNice);
    for (;;) {
        Job job;
        {
            std::unique_lock lock{m_mutex};
            if (!m_wake.wait(lock, stop, [this] { return m_copied.has_value(); }))
                return;
            job = *m_copied;
            m_copied.reset();
        }
        BackupInput answer;
        try {
            answer = m_keep(m_part, job.folder, job.at, stop);
        } catch (const std::exception& error) {
            answer.failure = error.what(); // A backup that fails must not end the selling.
        }
        if (stop.stop_requested() && !answer.failure.empty())
            return;
        if (!answer.failure.empty()) {
            fail(job.ticket, answer.failure);
            continue;
        }
        answer.ticket = job.ticket;
        logLine("backup", answer.file + " seq=" + std::to_string(answer.head) +
                              " bytes=" + std::to_string(answer.bytes));
        m_answers.put(std::move(answer));
    }
}

} // namespace coffee::daemon
