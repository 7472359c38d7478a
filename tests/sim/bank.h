// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/gateway_workers.h"
#include "tests/sim/core.h"

#include <functional>
#include <map>
#include <string>

namespace coffee::sim {

/// The bank and its card terminals: books of their own, customers who tap their card or walk away,
/// and every habit that a provider may have. What it holds is the truth that the shop is compared
/// with.
///
/// A call is heard when it arrives and answered when the answer arrives; in between everything may
/// change, and either way may be lost. Each call is answered exactly once.
class Bank {
public:
    /// How it behaves now; percents of calls.
    struct Mood {
        bool down{false};    ///< nobody answers at all
        bool slow{false};    ///< seconds for everything
        bool hanging{false}; ///< answers come after every deadline
        int declines{8};
        int walksAway{6}; ///< customers who never show a card
        int lost{0};      ///< the answer is lost, the deed is done
        int neverCame{0}; ///< the question is lost
        int late{0};      ///< a charge whose question arrives up to 90 s later
        int wrongAmount{0};
        int notSent{0};
        int refusesReversal{0};
        int refusesRefund{0};
        int tellsTwice{0}; ///< a result comes a second time
    };
    /// Who watches the books.
    struct Watch {
        std::function<void(const std::string& key, std::int64_t won)> captured;
        std::function<void(const std::string& refundKey, const std::string& chargeKey,
                           std::int64_t won)>
            refunded;
        std::function<void(const std::string& what)> wronged; ///< what no shop may ask of a bank
    };
    using Tell = std::function<void(daemon::GatewayResult)>;

    static constexpr milliseconds kCardWait{60'000};
    static constexpr milliseconds kDeadline{15'000};
    static constexpr milliseconds kLateMost{90'000};

    Bank(Core& core, Watch watch) : m_core{core}, m_watch{std::move(watch)} {}

    Mood mood;

    void call(const daemon::GatewayCall& call, Tell tell);

    /// What is held for this key: taken, less what was given back.
    [[nodiscard]] std::int64_t heldWon(const std::string& key) const;
    [[nodiscard]] std::int64_t takenWon(const std::string& key) const;
    /// What the settled refunds of this key gave back.
    [[nodiscard]] std::int64_t refundedWon(const std::string& key) const;
    [[nodiscard]] bool hasRefund(const std::string& chargeKey, const std::string& refundKey) const;
    /// A question or a card is still under way somewhere.
    [[nodiscard]] bool isBusyWith(const std::string& key) const;
    [[nodiscard]] std::vector<std::string> keys() const;

    /// A person at the bank gives back whatever is held for this key and fences it.
    void reverseByHand(const std::string& key);
    /// A person at the bank makes this refund, unless it was made.
    void refundByHand(const std::string& chargeKey, const std::string& refundKey, Money amount);

private:
    enum class Phase { NotHeardOf, WaitingCard, Authorising, Taken, Declined, Cancelled };
    struct Charge {
        Phase phase{Phase::NotHeardOf};
        std::string terminal;
        std::int64_t asked{0};
        std::int64_t taken{0};
        int questions{0};
        int onTheirWay{0}; ///< questions that will still arrive
        bool fenced{false};
        std::map<std::string, std::int64_t> refunds;
        Tell tell; ///< empty once it was answered
    };

    void charge(const daemon::ChargeCall& call, Tell tell);
    void arrive(const daemon::ChargeCall& call, Tell tell);
    void tap(const std::string& key);
    void authorise(const std::string& key);
    void endCharge(const std::string& key, daemon::ChargeOutcome outcome);
    void progress(const std::string& key, PaymentPhase phase);
    void lookup(const std::string& key, Tell tell);
    [[nodiscard]] daemon::LookupOutcome stateOf(const std::string& key) const;
    void reverse(const std::string& key, Tell tell);
    void carryOutReversal(const std::string& key);
    void refund(const daemon::RefundCall& call, Tell tell);
    void cancelWait(const std::string& key, Tell tell);
    void answer(const Tell& tell, daemon::GatewayResult result, milliseconds after);
    [[nodiscard]] bool terminalIsTaken(const std::string& terminal) const;
    [[nodiscard]] milliseconds travel();
    [[nodiscard]] milliseconds patience();
    [[nodiscard]] static daemon::ChargeApproved approvedOf(std::int64_t won);

    Core& m_core;
    Watch m_watch;
    std::map<std::string, Charge> m_charges;
};

/// Stands where only a bank may see it; no byte of the shop may ever hold it.
inline constexpr const char* kCanaryCard = "4111111111111111";

} // namespace coffee::sim
