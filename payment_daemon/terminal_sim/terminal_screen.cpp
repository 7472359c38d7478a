// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/terminal_screen.h"

#include <algorithm>

namespace coffee::terminal {

TerminalScreen::TerminalScreen(CardTerminal& terminal, std::chrono::milliseconds autoApprove,
                               QObject* parent)
    : QObject{parent}, m_terminal{terminal}, m_autoApprove{autoApprove}
{
    m_endShown.setSingleShot(true);
    connect(&m_endShown, &QTimer::timeout, this, &TerminalScreen::serveNext);
    connect(&terminal, &CardTerminal::phaseChanged, this, &TerminalScreen::begin);
    connect(&terminal, &CardTerminal::ended, this, [this](const BankCharge& charge, bool answered) {
        const bool isHeld = charge.state == ChargeState::Approved;
        end({charge.terminal, charge.state, isHeld ? charge.taken : charge.amount, charge.approval,
             !answered},
            charge.key);
    });
    connect(&terminal, &CardTerminal::fellSilent, this, [this](const std::string& key) {
        end({m_keyTerminal, ChargeState::Waiting, m_keyAmount, "", true}, key);
    });
    connect(&terminal, &CardTerminal::scriptChanged, this, &TerminalScreen::changed);
}

std::optional<PendingCharge> TerminalScreen::charge() const
{
    if (m_ended)
        return std::nullopt;
    for (const PendingCharge& one : m_terminal.pending())
        if (one.key == m_key)
            return one;
    return std::nullopt;
}

std::vector<PendingCharge> TerminalScreen::others() const
{
    auto charges = m_terminal.pending();
    std::erase_if(charges, [this](const PendingCharge& one) { return one.key == m_key; });
    return charges;
}

std::optional<std::chrono::milliseconds> TerminalScreen::untilAutoApprove() const
{
    const auto shown = charge();
    if (m_autoApprove.count() == 0 || !shown || shown->phase != PaymentPhase::WaitingCard)
        return std::nullopt;
    const auto gone = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - shown->began);
    return std::max(m_autoApprove - gone, std::chrono::milliseconds{0});
}

void TerminalScreen::choose(const std::string& key)
{
    for (const PendingCharge& one : m_terminal.pending()) {
        if (one.key != key)
            continue;
        m_endShown.stop();
        m_ended.reset();
        m_key = key;
        m_keyTerminal = one.terminal;
        m_keyAmount = one.amount;
        Q_EMIT changed();
    }
}

void TerminalScreen::tap()
{
    m_terminal.tap(m_key);
}

void TerminalScreen::decline()
{
    m_terminal.decline(m_key);
}

void TerminalScreen::walkAway()
{
    m_terminal.walkAway(m_key);
}

void TerminalScreen::begin(const std::string& key)
{
    // An end stays on the glass for a moment, but never keeps the next customer waiting.
    if (m_key.empty())
        choose(key);
    else
        Q_EMIT changed();
}

void TerminalScreen::end(const EndedCharge& ended, const std::string& key)
{
    if (key == m_key) {
        m_key.clear();
        m_ended = ended;
        m_endShown.start(kEndShown);
    }
    Q_EMIT changed();
}

void TerminalScreen::serveNext()
{
    m_ended.reset();
    const auto waiting = m_terminal.pending();
    if (waiting.empty())
        Q_EMIT changed();
    else
        choose(waiting.front().key);
}

} // namespace coffee::terminal
