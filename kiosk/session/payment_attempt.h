// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/timekeeper.h"
#include "shared/client/order_client.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace coffee::kiosk {

/// One payment attempt from the first question to its final answer, always under one key.
///
/// Asks again and again with the same key: at once after a pending answer, after a growing pause
/// when nobody answered. It never makes a key and never ends without a final answer, because only
/// the daemon knows what happened; who wants out calls `giveUp`. GUI thread.
class PaymentAttempt final : public QObject {
    Q_OBJECT

public:
    using AttemptAnswer = protocol::AttemptAnswer;

    /// Pauses after silence: from the first to the second, doubling.
    static constexpr std::chrono::milliseconds kPauseFirst{250};
    static constexpr std::chrono::milliseconds kPauseMost{2000};
    /// Two pending answers closer than this are slowed down to it.
    static constexpr std::chrono::milliseconds kAskEvery{50};
    static constexpr std::chrono::milliseconds kHoldLeast{1000};
    static constexpr std::chrono::milliseconds kHoldMost{120000};

    PaymentAttempt(client::OrderClient& client, Timekeeper& time, QObject* parent = nullptr);
    ~PaymentAttempt() override;

    /// Charges for the quote. The key is on disk already.
    void place(const AttemptKey& key, const QuoteId& quote);
    /// Joins what a former run of this program began; never charges.
    void resume(const AttemptKey& key);
    /// Tells the daemon until it has confirmed that no order will come of it, or that it is paid.
    void giveUp();
    /// No further questions and signals; a late answer is dropped.
    void forget();
    /// While nothing is recorded (`heldBack`) and no question is out, the customer may look at
    /// something else: nothing is asked until `goOn`.
    void hold();
    void goOn(std::chrono::milliseconds wait);
    /// A question is due later and none is out.
    [[nodiscard]] bool isWaiting() const { return isRunning() && m_next->isSet(); }

    [[nodiscard]] bool isRunning() const { return !m_key.empty(); }
    [[nodiscard]] bool isGivingUp() const { return m_givingUp; }
    [[nodiscard]] const AttemptKey& key() const { return m_key; }

Q_SIGNALS:
    /// The daemon has it under way; `phase` is what the customer has to do now.
    void progressed(coffee::PaymentPhase phase);
    /// Nobody answered: what became of the card is not known for the moment.
    void silenceFell();
    /// Nothing was recorded yet; the same key is asked again after this time.
    void heldBack(std::chrono::milliseconds retryAfter);
    /// The final answer. The attempt is not running any more.
    void settled(const coffee::protocol::AttemptAnswer& answer);
    /// The daemon will not take it, finally; nothing was charged. Not running any more.
    void refused(const coffee::Refusal& refusal);

private:
    enum class Question { Place, Resume };

    void begin(Question question, const AttemptKey& key, const QuoteId& quote);
    void ask();
    void askToGiveUp();
    void take(const client::Answer<AttemptAnswer>& answer);
    void takeGivenUp(const client::Answer<AttemptAnswer>& answer);
    void askAgainAfterSilence();
    void settle(AttemptAnswer answer);
    void refuse(const Refusal& refusal);

    client::OrderClient& m_client;
    Timekeeper& m_time;
    std::unique_ptr<Alarm> m_next;
    std::unique_ptr<Alarm> m_nextGiveUp;
    Question m_question{Question::Place};
    AttemptKey m_key;
    QuoteId m_quote;
    Timekeeper::Instant m_askedAt{};
    std::chrono::milliseconds m_pause{kPauseFirst};
    int m_round{0}; ///< answers to questions of an earlier attempt are dropped
    bool m_givingUp{false};
};

} // namespace coffee::kiosk
