// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/payment_gateway.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <string>

namespace coffee::daemon {

/// Approves every charge at once and therefore tells of no phases. It has no ledger: what it knows
/// ends with the process, and beyond the last `kRemembered` charges and refunds it forgets the
/// oldest. For benchmarks only; a shop that restarts with it cannot look up what it took.
class InstantGateway final : public PaymentGateway {
public:
    static constexpr std::size_t kRemembered = 10'000;

    [[nodiscard]] ChargeOutcome charge(const ChargeCall& call, const Progress& progress,
                                       std::stop_token stop) override;
    [[nodiscard]] LookupOutcome lookup(const LookupCall& call, std::stop_token stop) override;
    [[nodiscard]] ReverseOutcome reverse(const ReverseCall& call, std::stop_token stop) override;
    [[nodiscard]] RefundOutcome refund(const RefundCall& call, std::stop_token stop) override;
    [[nodiscard]] CancelWaitOutcome cancelWait(const CancelWaitCall& call,
                                               std::stop_token stop) override;
    [[nodiscard]] ListOutcome list(const ListCall& call, std::stop_token stop) override;

private:
    struct Held {
        std::string terminal;
        ChargeApproved charge;
        Money refunded;
        bool isReversed{false};
        ShopTime startedAt;
    };
    struct Refund {
        std::string chargeKey;
        Money amount;
    };

    void remember(const std::string& chargeKey);

    std::mutex m_mutex; ///< guards everything below
    std::int64_t m_approvals{0};
    std::map<std::string, Held, std::less<>> m_charges; ///< a fence is a reversed charge of 0 won
    std::map<std::string, Refund, std::less<>> m_refunds;
    std::deque<std::string> m_chargeOrder; ///< keys, oldest first
    std::deque<std::string> m_refundOrder;
};

} // namespace coffee::daemon
