// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/bank.h"
#include "tests/sim/daemon_process.h"
#include "tests/sim/kiosk_machine.h"
#include "tests/sim/manager_machine.h"
#include "tests/sim/station_machine.h"

#include <functional>
#include <string>
#include <vector>

namespace coffee::sim {

/// Breaks things, for a while each, until it is told to stop; then everything is whole again.
class Trouble {
public:
    /// A program that can be killed and started again.
    struct Screen {
        Wire* wire;
        std::function<void()> crash;
        std::function<void()> start;
    };
    struct Parts {
        Core& core;
        Bank& bank;
        DaemonProcess& daemon;
        std::vector<Screen> screens;
        std::vector<SimJournal*> journals;
    };

    explicit Trouble(Parts parts);

    void begin();
    /// No new faults, and all that were are over.
    void heal();
    [[nodiscard]] int faults() const { return m_parts.core.faults; }

private:
    void next();
    void strike();
    /// Undone after a random time, or by `heal`.
    void forAWhile(const char* name, std::int64_t leastMs, std::int64_t mostMs,
                   std::function<void()> begin, std::function<void()> end);
    void note(const char* name);

    void daemonTrouble();
    void diskTrouble();
    void bankTrouble();
    void wireTrouble();
    void screenTrouble();
    void clockTrouble();
    void baseMood();

    Parts m_parts;
    Core& m_core;
    bool m_on{false};
    int m_rate{1}; ///< how often something happens in this seed
};

} // namespace coffee::sim
