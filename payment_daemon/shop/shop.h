// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/admission.h"
#include "payment_daemon/shop/backups.h"
#include "payment_daemon/shop/bank_comparison.h"
#include "payment_daemon/shop/cancelling.h"
#include "payment_daemon/shop/checkout.h"
#include "payment_daemon/shop/days.h"
#include "payment_daemon/shop/kitchen.h"
#include "payment_daemon/shop/offer.h"
#include "payment_daemon/shop/parking.h"
#include "payment_daemon/shop/payments.h"
#include "payment_daemon/shop/pins.h"
#include "payment_daemon/shop/reads.h"
#include "payment_daemon/shop/refunds.h"
#include "payment_daemon/shop/screens.h"

namespace coffee::daemon {

/// The shop's decisions. Knows no socket, no database engine, no clock: whoever runs it gives the
/// moment, records what a step says, applies it, and releases its effects once it is durable.
///
///     Step step = shop.decide(input, now);
///     ledger.record(step.changes());
///     shop.apply(step);
///     … commit …
///     shop.committed();
///     release(step.takeEffects());
///
/// Deciding reads the ledger (a repeated key, an old order) but writes nothing and changes no
/// memory. The shop thread alone uses it.
class Shop {
public:
    Shop(Ledger& ledger, ShopSettings settings, ShopSources sources);

    /// Takes the open part of the shop over from the ledger.
    void load();
    /// The transaction of the steps applied so far is durable.
    void committed();
    /// It was undone: everything is again as before its first step, with the calls that are out and
    /// whoever waits.
    void undo();

    [[nodiscard]] Step decide(const Input& input, const Moment& now);
    void apply(const Step& step);

    /// For a provider's result that could not be recorded: a person must look at its money.
    [[nodiscard]] Step giveToReview(const GatewayResult& result, const Moment& now);

    /// When the next `TimerInput` is due at the latest.
    [[nodiscard]] SteadyTime nextDeadline(SteadyTime now) const;
    /// Whether a `DayInput` would find something to do.
    [[nodiscard]] bool dayMayBeOver(const Moment& now) const { return m_days.mayBeOver(now); }
    /// The changes that store the view, when that is due; none otherwise.
    [[nodiscard]] Changes viewToStore() const;
    void viewStored() { m_viewStoredAt = m_memory.head; }

    /// The answer for a command whose transaction could not be committed: nothing was recorded,
    /// and an attempt that is open already stays so.
    [[nodiscard]] Effect answerUndone(const CommandInput& input) const;
    /// What time brings as far as it records nothing: who waits for a payment is told how far it
    /// is, and the heartbeat goes out.
    [[nodiscard]] Step decideTimersWithoutRoom(const Moment& now) const;
    /// That a backup is there could not be recorded: it counts as failed, and whoever waits is
    /// answered so.
    [[nodiscard]] Step dropBackup(const BackupInput& input, const Moment& now);
    /// The command behind this PIN is answered as `answerUndone` does; the check is forgotten.
    [[nodiscard]] Step dropPin(const PinInput& input, const Moment& now) const;

    [[nodiscard]] const ShopMemory& memory() const { return m_memory; }
    [[nodiscard]] const ShopSettings& settings() const { return m_settings; }

private:
    void loadWith(const SideCopy& sides);
    /// How fast the bar worked lately, from the end of the log.
    void recallPace();
    void decideStart(Step& step);
    void decideTimers(Step& step);
    void beat(Step& step) const;
    void decideCommand(Step& step, const CommandInput& input);
    /// A command with an operation key, once: its answer is stored and given again.
    void decideOnce(Step& step, const CommandInput& input, const OperationKey& op,
                    const std::string* pin);
    /// The stored answer of an operation that was carried out before. False when there is none.
    bool answerRepeat(Step& step, const CommandInput& input, const OperationKey& op);
    [[nodiscard]] Result<protocol::Accepted, Refusal>
    settleAlarm(Step& step, const Actor& from, const protocol::AlarmSettle& command) const;
    void carryOut(Step& step, const CommandInput& input, const OperationKey& op);
    /// Answers, and keeps the answer for a repeat.
    template <class Body>
    void finish(Step& step, const CommandInput& input, const OperationKey& op,
                const Result<Body, Refusal>& outcome) const;
    void decideBackup(Step& step, const BackupInput& input);
    void decideResult(Step& step, const GatewayResult& result);
    void decidePin(Step& step, const PinInput& input);
    [[nodiscard]] std::string fingerprintOf(const protocol::Request& request) const;

    Ledger& m_ledger;
    ShopSettings m_settings;
    ShopSources m_sources;
    ShopMemory m_memory;
    Admission m_admission;
    Checkout m_checkout;
    Parking m_parking;
    Payments m_payments;
    Refunds m_refunds;
    Kitchen m_kitchen;
    Cancelling m_cancelling;
    Offer m_offer;
    Screens m_screens;
    Pins m_pins;
    Days m_days;
    Reads m_reads;
    Backups m_backups;
    BankComparison m_comparison;
    Sequence m_viewStoredAt{0};
    std::optional<SideCopy> m_before; ///< what may be lost, before the transaction's first step
};

} // namespace coffee::daemon
