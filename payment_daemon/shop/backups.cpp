// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/shop/backups.h"

namespace coffee::daemon {
namespace {

std::string ageText(std::chrono::milliseconds age)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(age).count();
    return minutes < 120 ? std::to_string(minutes) + " min" : std::to_string(minutes / 60) + " h";
}

Refusal busyWithAnother()
{
    Refusal refused = refusal(RefusalCode::Busy, "another backup is being taken");
    refused.retryAfter = std::chrono::seconds{5};
    return refused;
}

} // namespace

void Backups::begin(Step& step, const std::string& folder, std::optional<CommandInput> asker)
{
    const std::uint64_t ticket = m_memory.backup.ticket + 1;
    step.effect(BackupEffect{ticket, folder});
    step.remember([ticket, asker = std::move(asker)](ShopMemory& memory) {
        memory.backup.ticket = ticket;
        memory.backup.runs = true;
        memory.backup.asker = asker;
    });
}

std::optional<Refusal> Backups::take(Step& step, const CommandInput& input,
                                     const protocol::BackupTake& command)
{
    CommandInput asker = input;
    std::get<protocol::BackupTake>(asker.request.body).pin.clear();
    if (!m_memory.backup.runs) {
        if (!command.folder.empty() && command.folder.front() != '/')
            return refusal(RefusalCode::NotPossible, "the folder must begin with /");
        begin(step, command.folder, std::move(asker));
        return std::nullopt;
    }
    const auto& before = m_memory.backup.asker;
    if (!before || std::get<protocol::BackupTake>(before->request.body).op != command.op)
        return busyWithAnother();
    // The same question again: the newest asker is answered.
    step.remember([asker = std::move(asker)](ShopMemory& memory) { memory.backup.asker = asker; });
    return std::nullopt;
}

std::optional<CommandInput> Backups::on(Step& step, const BackupInput& result)
{
    const BackupSide& backup = m_memory.backup;
    if (!backup.runs || backup.ticket != result.ticket)
        return std::nullopt;
    const bool good = result.failure.empty();
    step.remember([good, now = step.now().steady](ShopMemory& memory) {
        memory.backup.runs = false;
        memory.backup.tried = true;
        memory.backup.asker.reset();
        if (!good)
            memory.backup.nextTry = now + kBackupRetry;
    });
    if (good) {
        step.record(SettingStored{std::string{kNewestBackup}, std::to_string(toMs(result.at))});
        if (m_memory.view.health.alarms.contains(AlarmKind::BackupOld))
            step.event(daemonActor(), AlarmChanged{AlarmKind::BackupOld, false, {}});
    }
    return backup.asker;
}

/// Without any backup the daemon's own start counts.
bool Backups::isOld(const Step& step) const
{
    const auto limit = m_settings.backups.oldAfter;
    const auto age = m_memory.newestBackup == ShopTime{} ? step.now().steady - m_memory.started
                                                         : step.now().shop - m_memory.newestBackup;
    return limit.count() > 0 && age > limit;
}

void Backups::timers(Step& step)
{
    const BackupRules& rules = m_settings.backups;
    const BackupSide& backup = m_memory.backup;
    const SteadyTime now = step.now().steady;
    const bool automatic = rules.every.count() > 0;
    const bool due = automatic && !backup.runs && now - m_memory.started >= kBackupFirstAfter &&
                     backup.nextTry <= now &&
                     (m_memory.newestBackup == ShopTime{} ||
                      step.now().shop - m_memory.newestBackup >= rules.every);
    if (due)
        begin(step, {}, std::nullopt);
    // A shop that was closed over night takes one now; that one is waited for.
    const bool firstIsComing =
        automatic && !backup.tried && now - m_memory.started < kBackupFirstAfter + kBackupRetry;
    if (isOld(step) && !firstIsComing &&
        !m_memory.view.health.alarms.contains(AlarmKind::BackupOld))
        step.event(daemonActor(),
                   AlarmChanged{AlarmKind::BackupOld, true,
                                m_memory.newestBackup == ShopTime{}
                                    ? "there is no backup yet"
                                    : "the newest is of " +
                                          ageText(step.now().shop - m_memory.newestBackup) +
                                          " ago"});
}

} // namespace coffee::daemon
