// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/house.h"
#include "tests/sim/sim_feed.h"
#include "tests/sim/sim_order_client.h"
#include "tests/sim/wire.h"

#include <memory>
#include <string>

namespace coffee::sim {

/// The manager window without its widgets, and a manager: pauses and resumes, cancels and refunds
/// with the PIN (not always the right one), settles with the bank by hand what the machines could
/// not, and closes the task.
class ManagerMachine {
public:
    ManagerMachine(House& house, std::string name);
    ~ManagerMachine();

    void start();
    void crash();
    [[nodiscard]] bool isUp() const { return m_running != nullptr; }

    [[nodiscard]] const std::string& name() const { return m_name; }
    [[nodiscard]] Wire& wire() { return m_wire; }
    [[nodiscard]] SimFeed* feed();
    [[nodiscard]] const ShopView* view() const;
    [[nodiscard]] std::string stillOpen() const;

private:
    struct Running;

    void thinkAgain();
    void think();
    bool closeATask();
    void payBack();
    void cancel();
    void looksAt(const protocol::RequestBody& question);
    [[nodiscard]] QString pin();
    [[nodiscard]] const OrderView* someOrder(bool open);

    House& m_house;
    Core& m_core;
    std::string m_name;
    Wire m_wire;
    std::unique_ptr<Running> m_running;
    int m_incarnation{0};
};

} // namespace coffee::sim
