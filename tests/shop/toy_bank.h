// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/gateway_workers.h"
#include "tests/support/random.h"

#include <map>
#include <string>
#include <vector>

namespace coffee::test {

/// A bank with books of its own and bad habits: it loses answers, lets charges arrive late, takes
/// another amount than asked, refuses what it should not. What it holds is the truth that a shop's
/// books are compared with.
class ToyBank {
public:
    explicit ToyBank(Random& random) : m_random{random} {}

    /// Without the bad habits, from now on.
    void becomeHonest();

    /// Does what the call says, or not, and gives what the caller hears of it.
    [[nodiscard]] daemon::GatewayResult carryOut(const daemon::GatewayCall& call);
    /// Charges that were on their way land now, unless they were fenced.
    void letLateChargesArrive();

    /// What is held for this key: taken, less what was given back.
    [[nodiscard]] std::int64_t heldWon(const std::string& key) const;
    /// What was taken for this key, given back or not.
    [[nodiscard]] std::int64_t takenWon(const std::string& key) const;
    /// What went back under this refund's key, which belongs to one charge.
    [[nodiscard]] std::int64_t refundedWon(const std::string& refundKey) const;
    [[nodiscard]] std::vector<std::string> keys() const;
    /// A person at the bank gives back whatever is held for this key.
    void reverseByHand(const std::string& key);
    /// A person at the bank makes this refund, unless it was made.
    void refundByHand(const std::string& chargeKey, const std::string& refundKey, Money amount);

    /// What no shop may ask of a bank, as sentences.
    [[nodiscard]] const std::vector<std::string>& violations() const { return m_violations; }

private:
    enum class End { None, Late, Taken, Declined, Cancelled };
    struct Charge {
        End end{End::None};
        std::int64_t amount{0};
        std::int64_t taken{0};
        bool asked{false};
        bool reversed{false}; ///< or fenced before it came
        std::map<std::string, std::int64_t> refunds;
    };

    [[nodiscard]] daemon::ChargeOutcome charge(const daemon::ChargeCall& call);
    [[nodiscard]] daemon::LookupOutcome lookup(const std::string& key);
    [[nodiscard]] daemon::ReverseOutcome reverse(const std::string& key);
    [[nodiscard]] daemon::RefundOutcome refund(const daemon::RefundCall& call);
    [[nodiscard]] bool misbehaves(std::int64_t onceIn)
    {
        return !m_honest && m_random.oneIn(onceIn);
    }

    Random& m_random;
    bool m_honest{false};
    std::map<std::string, Charge> m_charges;
    std::vector<std::string> m_violations;
};

} // namespace coffee::test
