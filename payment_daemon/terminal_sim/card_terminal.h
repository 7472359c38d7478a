// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/bank_ledger.h"
#include "payment_daemon/terminal_sim/terminal_script.h"
#include "shared/domain/states.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace coffee::terminal {

/// The word of HTTP.md for a phase of a charge.
[[nodiscard]] std::string_view wordFor(PaymentPhase phase);

/// Who presents the card.
enum class CardHolder {
    Script, ///< after `cardMs`, by itself
    Person  ///< `tap`, `decline` and `walkAway`, or by itself after the fallback time
};

/// A charge that is under way, as a screen shows it.
struct PendingCharge {
    std::string key;
    std::string terminal;
    Money amount;
    PaymentPhase phase{PaymentPhase::WaitingCard};
    std::chrono::steady_clock::time_point began;
};

/// The life of every charge between the customer and the bank's books: waits for cards, asks the
/// script what the bank says, writes the ledger, and only then tells anybody. Several terminals
/// work side by side, each with one charge at a time.
///
/// Lives on one thread with an event loop. A DatabaseError ends the process: `ledgerFailed`.
class CardTerminal final : public QObject {
    Q_OBJECT

public:
    CardTerminal(BankLedger& ledger, TerminalScript script, std::uint64_t seed,
                 CardHolder cardHolder, QObject* parent = nullptr);

    /// With a person: a card is presented by itself after this long. Zero: never.
    void setFallback(std::chrono::milliseconds autoApprove) { m_autoApprove = autoApprove; }

    struct Busy {
        std::chrono::milliseconds retryAfter;
    };
    struct Fenced {};
    struct KeyReused {};
    struct UnderWay {
        PaymentPhase phase;
    };
    struct Silent {}; ///< it never was heard of, and nobody will answer
    /// Begins a charge, or says what is known of its key (a finished one is a BankCharge).
    using Started = std::variant<UnderWay, BankCharge, Busy, Fenced, KeyReused, Silent>;
    [[nodiscard]] Started startCharge(const std::string& key, const std::string& terminal,
                                      Money amount, std::chrono::milliseconds cardWait);

    enum class CancelResult { Cancelled, TooLate, NotFound };
    [[nodiscard]] CancelResult cancelWait(const std::string& key);
    [[nodiscard]] BankLedger::ReverseResult reverse(const std::string& key);
    [[nodiscard]] BankLedger::RefundResult refund(const std::string& key,
                                                  const std::string& chargeKey, Money amount);

    /// The phase of a charge that is under way.
    [[nodiscard]] std::optional<PaymentPhase> phaseOf(const std::string& key) const;
    [[nodiscard]] std::vector<PendingCharge> pending() const;
    [[nodiscard]] const BankLedger& ledger() const { return m_ledger; }

    [[nodiscard]] const TerminalScript& script() const { return m_script; }
    /// Holds for charges that begin from now on; `Dead` at once.
    void setScript(const TerminalScript& script);

    /// What a person does at the terminal. Ignored unless that charge waits for a card.
    void tap(const std::string& key);
    void decline(const std::string& key);
    void walkAway(const std::string& key);

Q_SIGNALS:
    /// The charge is in another phase, or a new one is there.
    void phaseChanged(const std::string& key, coffee::PaymentPhase phase);
    /// The charge is over and in the ledger. `isAnswered` is false when its answer is lost.
    void ended(const coffee::terminal::BankCharge& charge, bool isAnswered);
    /// The charge is over in the ledger, and whoever follows it is never told.
    void fellSilent(const std::string& key);
    void scriptChanged();
    /// The books cannot be written: the process must end.
    void ledgerFailed(const QString& why);

private:
    struct Live {
        PendingCharge shown;
        ChargeFate fate;
        QTimer timer;    ///< the next step
        QTimer cardWait; ///< the end of the wait for a card
    };

    void waitForCard(Live& live, std::chrono::milliseconds cardWait);
    void landLate(const std::string& key, const std::string& terminal, Money amount,
                  const ChargeFate& fate);
    void presentCard(const std::string& key);
    void authorise(const std::string& key);
    void decide(const std::string& key);
    void finish(const std::string& key, bool isAnswered);
    void cancel(const std::string& key);
    void enter(Live& live, PaymentPhase phase);
    void after(QTimer& timer, std::chrono::milliseconds delay, std::function<void()> step);
    void guarded(const std::function<void()>& step);
    [[nodiscard]] Live* waitingForCard(const std::string& key);
    [[nodiscard]] bool terminalIsTaken(const std::string& terminal) const;

    BankLedger& m_ledger;
    TerminalScript m_script;
    const std::uint64_t m_seed;
    const CardHolder m_cardHolder;
    std::chrono::milliseconds m_autoApprove{0};
    std::uint64_t m_charges; ///< how many charges have begun, for the draws
    std::map<std::string, std::unique_ptr<Live>> m_live;
};

} // namespace coffee::terminal
