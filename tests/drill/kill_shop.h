// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/drill/kill_plan.h"
#include "tests/drill/moment_check.h"
#include "tests/support/running_shop.h"

#include <QProcess>

#include <filesystem>
#include <mutex>

namespace coffee::drill {

/// One shop under load whose daemon is killed again and again: a real daemon, a real terminal as
/// the bank, clients in processes of their own. Compares after every kill and, all of it, at the
/// end. One thread's.
class KillShop {
public:
    KillShop(KillPlan& plan, std::uint32_t seed);
    ~KillShop();

    /// At most so many kills of the plan, then the audit.
    void run(int killsMax);

private:
    struct Client {
        QStringList switches;
        QProcess process;
    };

    void start(Client& client);
    void stop(Client& client);
    /// Starts the daemon so that it will die as ordered.
    bool startFor(const KillOrder& order);
    /// Waits until it is dead; where it died.
    std::string waitForDeath(const KillOrder& order);
    void killAClient();
    [[nodiscard]] DeadShop photograph();
    void compare(const DeadShop& shop);
    void audit();
    void settle(Client& client);
    void followAllEvents();
    [[nodiscard]] std::vector<ToldLine> told() const;
    [[nodiscard]] int failpointsReached() const;
    void differ(const std::string& sentence);

    KillPlan& m_plan;
    std::minstd_rand m_random;
    test::RunningShop m_shop;
    std::filesystem::path m_journals;
    std::filesystem::path m_copy;
    Client m_kiosks;
    Client m_bar;
    int m_reachedBefore{0};
};

} // namespace coffee::drill
