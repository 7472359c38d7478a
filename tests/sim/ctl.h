// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/house.h"
#include "tests/sim/legal.h"
#include "tests/sim/sim_order_client.h"
#include "tests/sim/wire.h"

namespace coffee::sim {

/// `coffeectl pin`, pressed until it has worked.
class Ctl {
public:
    explicit Ctl(House& house)
        : m_core{house.core},
          m_wire{house.core, "ctl"},
          m_client{house.core, house.office, m_wire, {Role::Ctl, "ctl"}, {}},
          m_op{house.core.hex()}
    {
    }

    void setPin()
    {
        m_client.ask(protocol::PinSet{m_op, {}, kPin}, &m_client,
                     [this](const client::Answer<protocol::Accepted>& answer) {
                         if (!answer.body())
                             m_core.schedule.after(milliseconds{1'000}, [this] { setPin(); });
                     });
    }

private:
    Core& m_core;
    Wire m_wire;
    SimOrderClient m_client;
    OperationKey m_op;
};

} // namespace coffee::sim
