// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/keeping.h"

#include "payment_daemon/ctl/daemon_line.h"
#include "payment_daemon/ctl/pin_prompt.h"
#include "payment_daemon/ctl/shop_words.h"
#include "payment_daemon/ledger/restore.h"

#include <sys/stat.h>

#include <filesystem>
#include <iostream>

namespace coffee::ctl {
namespace {

constexpr int kNotDone = 1;
constexpr int kCalledWrongly = 2;

int failed(int exitCode, const std::string& sentence)
{
    std::cerr << "coffeectl: " << sentence << '\n';
    return exitCode;
}

} // namespace

int takeBackup(const Configuration& configuration)
{
    protocol::BackupTake question;
    question.op.value = randomKey();
    if (!configuration.arguments().empty())
        question.folder = std::filesystem::absolute(configuration.arguments().front())
                              .lexically_normal()
                              .string();
    const auto pin = readSecretLine("Shop PIN: ");
    if (!pin)
        return failed(kNotDone, pin.error());
    if (!isPin(*pin))
        return failed(kCalledWrongly, "a shop PIN is six digits; no backup was taken");
    question.pin = *pin;
    DaemonLine line{configuration.text("commands")};
    const auto taken = line.ask<protocol::BackupTaken>(question, {protocol::kBackupTimeout, 1});
    if (!taken)
        return failed(taken.error().exitCode, taken.error().sentence);
    std::cout << taken->file << ": checked, up to event " << taken->head << ", " << taken->bytes
              << " bytes\n";
    return 0;
}

int restoreBackup(const Configuration& configuration)
{
    // As the daemon does: claim codes and keys are nobody else's business on this machine.
    ::umask(S_IRWXG | S_IRWXO);
    daemon::RestoreOrder order;
    order.backup = configuration.arguments().at(0);
    order.folder = configuration.arguments().at(1);
    order.epoch = randomKey();
    order.overNewer = configuration.flag("over-newer");
    const auto restored = daemon::restoreLedger(order);
    if (!restored)
        return failed(kNotDone, restored.error());
    std::cout << order.folder.string() << ": restored up to event " << restored->head << " of "
              << timeText(restored->at, std::chrono::minutes{0}) << " UTC\n";
    if (!restored->replaced.empty())
        std::cout << "What was there before is kept in " << restored->replaced.string() << '\n';
    std::cout
        << "Start the daemon: it compares with the bank's books before it takes payments. What "
           "was paid after\nthe backup comes up as tasks in the manager's window.\n";
    return 0;
}

} // namespace coffee::ctl
