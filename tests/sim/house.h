// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/auditor.h"
#include "tests/sim/core.h"
#include "tests/sim/post_office.h"

#include <cstdint>
#include <string>
#include <vector>

namespace coffee::sim {

/// Every seed has at least so much of both.
inline constexpr int kOrdersLeast = 20;
inline constexpr int kFaultsLeast = 10;

/// What a customer was handed: enough to come back to any kiosk.
struct Receipt {
    std::int32_t number{0};
    std::string code;
    OrderId order{0};
};

/// What the people and machines of one simulated shop share.
struct House {
    Core& core;
    PostOffice& office;
    Auditor& auditor;
    Bank& bank;
    const test::MemoryBooks& books;
    Menu menu;
    std::vector<Receipt> receipts;
    bool closing{false}; ///< what is open is brought to its end

    /// Nobody new comes, once enough have bought. A breaker that is not closed needs somebody to
    /// pay before it closes.
    [[nodiscard]] bool sendsHome() const
    {
        return closing && auditor.orders() >= kOrdersLeast &&
               auditor.truth().payments.breaker == BreakerState::Closed;
    }
};

} // namespace coffee::sim
