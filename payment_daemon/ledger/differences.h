// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/verify.h"

#include <string>
#include <utility>

namespace coffee::daemon {

/// Collects what verifying finds, up to `kDifferencesMax`.
class Differences {
public:
    void add(std::string where, std::string expected, std::string found)
    {
        if (!full())
            m_list.push_back({std::move(where), std::move(expected), std::move(found)});
    }
    [[nodiscard]] bool full() const { return m_list.size() >= kDifferencesMax; }
    [[nodiscard]] std::vector<LedgerDifference> take() { return std::move(m_list); }

private:
    std::vector<LedgerDifference> m_list;
};

} // namespace coffee::daemon
