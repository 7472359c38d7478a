// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/shop/admission.h"
#include "payment_daemon/shop/settings.h"
#include "payment_daemon/shop/step.h"
#include "shared/domain/causes.h"

namespace coffee::daemon {

/// The life of a payment attempt, from the key a kiosk has made to its final answer.
///
/// What is committed before a provider is called: `charging` before a charge, `reversing` before
/// a reversal. What is final is stored and given again byte for byte. A paid order is never
/// reversed by itself; an attempt that is being reversed never becomes paid.
class Payments {
public:
    Payments(const ShopMemory& memory, Ledger& ledger, const ShopSettings& settings,
             const ShopSources& sources, const Admission& admission)
        : m_memory{memory},
          m_ledger{ledger},
          m_settings{settings},
          m_sources{sources},
          m_admission{admission}
    {
    }

    void place(Step& step, const ReplyTo& to, const Actor& from,
               const protocol::OrderPlace& request);
    void abandon(Step& step, const ReplyTo& to, const Actor& from,
                 const protocol::AttemptAbandon& request);
    /// Joins an attempt after a restart of the kiosk; never charges.
    void resume(Step& step, const ReplyTo& to, const Actor& from,
                const protocol::AttemptResume& request);
    void shown(Step& step, const ReplyTo& to, const Actor& from,
               const protocol::AttemptShown& request);

    void on(Step& step, const ChargeProgressed& progress);
    void on(Step& step, const ChargeFinished& finished);
    void on(Step& step, const LookupFinished& finished);
    void on(Step& step, const ReverseFinished& finished);

    /// After a start of the daemon: no call is out any more, so whatever was charging is unknown.
    void recover(Step& step, const OpenAttempt& attempt);
    /// Answers that are due, leases that have ended, lookups and reversals that are due.
    void timers(Step& step, const OpenAttempt& attempt);
    /// Who waits is told how far it is, when that is due. Records nothing.
    void tellPhase(Step& step, const OpenAttempt& attempt) const;
    /// What the provider said about this key could not be recorded.
    void review(Step& step, const std::string& key);
    /// A person must look at its money; no order comes of it.
    void review(Step& step, const OpenAttempt& attempt, const std::string& cause);
    /// The bank has paid it back already.
    void goneBack(Step& step, const OpenAttempt& attempt);
    /// A charge of this machine at the bank that the log does not know, after a restore: money that
    /// the bank holds is a person's task, what is still under way goes back.
    void adopt(Step& step, AttemptId id, const std::string& machine, const ListedCharge& charge);
    /// The bank is asked again now. A refusal when there is nothing to ask about.
    [[nodiscard]] std::optional<Refusal> look(Step& step, AttemptId attempt);
    /// A manager has settled with the bank what the machines could not.
    [[nodiscard]] std::optional<Refusal> close(Step& step, const Actor& from, AttemptId attempt,
                                               protocol::ReviewOutcome outcome,
                                               const std::string& reason);

private:
    /// Answers from what is stored or joins what is open. False when the key is not known.
    bool answerKnown(Step& step, const ReplyTo& to, const Actor& from, const AttemptKey& key);
    /// The same, but for a key that the bank may still tell about: then it is answered as well.
    bool answerKnownOrCompared(Step& step, const ReplyTo& to, const Actor& from,
                               const AttemptKey& key);
    void join(Step& step, const ReplyTo& to, const OpenAttempt& attempt);
    void spend(Step& step, const QuoteId& quote);
    void entomb(Step& step, const ReplyTo& to, const Actor& from, const AttemptKey& key);

    /// Records an edge with its event. `answer` is stored when the attempt has no answer yet.
    void move(Step& step, AttemptRow& row, AttemptState to, std::string cause,
              const protocol::AttemptAnswer* answer, const Actor& actor = daemonActor());
    void approved(Step& step, const OpenAttempt& attempt, const ChargeApproved& charge);
    void pay(Step& step, const OpenAttempt& attempt, const ChargeApproved& charge);
    void decline(Step& step, const OpenAttempt& attempt, DeclineKind kind, std::string reason,
                 std::chrono::milliseconds retryAfter);
    void becomeUnknown(Step& step, const OpenAttempt& attempt, const std::string& cause);
    /// Commits `reversing`; the reversal is called at once unless a charge is still out.
    void giveBack(Step& step, const OpenAttempt& attempt, const std::string& cause, bool giveUp);
    void voided(Step& step, const OpenAttempt& attempt, const std::string& cause);
    /// Tells whoever waits, if the row has its final answer now.
    void tell(Step& step, const OpenAttempt& attempt, const std::string& finalBody);
    void settleReview(Step& step, AttemptRow row, const LookupOutcome& outcome);
    void scheduleSettle(Step& step, const AttemptKey& key, bool atOnce);

    const ShopMemory& m_memory;
    Ledger& m_ledger;
    const ShopSettings& m_settings;
    const ShopSources& m_sources;
    const Admission& m_admission;
};

} // namespace coffee::daemon
