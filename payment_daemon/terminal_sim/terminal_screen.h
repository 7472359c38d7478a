// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/terminal_sim/card_terminal.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace coffee::terminal {

/// How the last charge ended, as the terminal shows it for a moment.
struct EndedCharge {
    std::string terminal;
    ChargeState state{ChargeState::Approved};
    Money amount; ///< what was taken, else what was asked
    std::string approval;
    bool isSilent{false}; ///< the shop was told nothing, on purpose
};

/// What the terminal's window shows, without a widget: the charge that the person serves, the
/// others that wait, or how the last one ended. Holds no money and decides nothing about it.
class TerminalScreen final : public QObject {
    Q_OBJECT

public:
    /// How long an end stays, unless the next customer is served before that.
    static constexpr std::chrono::milliseconds kEndShown{3'000};

    /// `autoApprove` is the terminal's fallback; zero without one.
    TerminalScreen(CardTerminal& terminal, std::chrono::milliseconds autoApprove,
                   QObject* parent = nullptr);

    /// The charge in front; empty while nobody pays or an end is shown.
    [[nodiscard]] std::optional<PendingCharge> charge() const;
    /// Everybody else who waits, the longest first.
    [[nodiscard]] std::vector<PendingCharge> others() const;
    [[nodiscard]] const std::optional<EndedCharge>& ended() const { return m_ended; }
    [[nodiscard]] TerminalMode mode() const { return m_terminal.script().mode; }
    /// The time until the card is presented by itself; empty without a fallback or once it was.
    [[nodiscard]] std::optional<std::chrono::milliseconds> untilAutoApprove() const;
    [[nodiscard]] std::chrono::milliseconds autoApprove() const { return m_autoApprove; }

    /// Serves another of those who wait.
    void choose(const std::string& key);
    void tap();
    void decline();
    void walkAway();

Q_SIGNALS:
    void changed();

private:
    void begin(const std::string& key);
    void end(const EndedCharge& ended, const std::string& key);
    void serveNext();

    CardTerminal& m_terminal;
    const std::chrono::milliseconds m_autoApprove;
    std::string m_key; ///< of the charge in front, else empty
    std::string m_keyTerminal;
    Money m_keyAmount;
    std::optional<EndedCharge> m_ended;
    QTimer m_endShown;
};

} // namespace coffee::terminal
