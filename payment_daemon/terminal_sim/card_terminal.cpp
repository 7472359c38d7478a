// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/terminal_sim/card_terminal.h"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

namespace coffee::terminal {

namespace {

using namespace std::chrono_literals;

/// What a busy terminal asks its caller to wait.
constexpr auto kBusyRetry = 2'000ms;
/// The share of the latency that the reading of the card takes, at most `kReadingMax`.
constexpr int kReadingShare = 4;
constexpr auto kReadingMax = 250ms;

BankTime now()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::chrono::milliseconds readingTime(const ChargeFate& fate)
{
    return std::min<std::chrono::milliseconds>(fate.latency / kReadingShare, kReadingMax);
}

std::string maskedCard(const ChargeFate& fate)
{
    char text[16];
    std::snprintf(text, sizeof text, "**** %04d", fate.cardDigits % 10'000);
    return text;
}

/// The bank's mistake: a hundred won less, or more where that would be nothing.
Money takenFor(Money asked, const ChargeFate& fate)
{
    if (!fate.takesWrongAmount)
        return asked;
    return Money::fromWon(asked.won() > 100 ? asked.won() - 100 : asked.won() + 100);
}

} // namespace

std::string_view wordFor(PaymentPhase phase)
{
    switch (phase) {
    case PaymentPhase::Sending:
        return "sending";
    case PaymentPhase::WaitingCard:
        return "waiting_card";
    case PaymentPhase::Reading:
        return "reading";
    case PaymentPhase::Authorising:
        return "authorising";
    case PaymentPhase::RemoveCard:
        return "remove_card";
    case PaymentPhase::Checking:
        return "checking";
    }
    return {};
}

CardTerminal::CardTerminal(BankLedger& ledger, TerminalScript script, std::uint64_t seed,
                           CardHolder cardHolder, QObject* parent)
    : QObject{parent},
      m_ledger{ledger},
      m_script{script},
      m_seed{seed},
      m_cardHolder{cardHolder},
      m_charges{static_cast<std::uint64_t>(ledger.chargeCount())}
{
}

CardTerminal::Started CardTerminal::startCharge(const std::string& key, const std::string& terminal,
                                                Money amount, std::chrono::milliseconds cardWait)
{
    const bool isNew = !m_ledger.find(key);
    if (isNew && terminalIsTaken(terminal))
        return Busy{kBusyRetry};
    const ChargeFate fate = isNew ? drawFate(m_script, m_seed, ++m_charges) : ChargeFate{};
    if (fate.isBusy)
        return Busy{kBusyRetry};
    if (fate.isLate) {
        landLate(key, terminal, amount, fate);
        return Silent{};
    }
    auto begun = m_ledger.begin(key, terminal, amount, now());
    if (std::holds_alternative<BankLedger::KeyReused>(begun))
        return KeyReused{};
    if (auto* known = std::get_if<BankLedger::Known>(&begun)) {
        if (known->charge.state == ChargeState::Fenced)
            return Fenced{};
        if (const auto phase = phaseOf(key))
            return UnderWay{*phase};
        return std::move(known->charge);
    }
    auto live = std::make_unique<Live>();
    live->shown = {key, terminal, amount, PaymentPhase::WaitingCard,
                   std::chrono::steady_clock::now()};
    live->fate = fate;
    Live& added = *m_live.emplace(key, std::move(live)).first->second;
    waitForCard(added, cardWait);
    return UnderWay{PaymentPhase::WaitingCard};
}

void CardTerminal::waitForCard(Live& live, std::chrono::milliseconds cardWait)
{
    const std::string key = live.shown.key;
    after(live.cardWait, cardWait, [this, key] { cancel(key); });
    if (m_cardHolder == CardHolder::Script)
        after(live.timer, std::chrono::milliseconds{m_script.cardMs}, [this, key] { tap(key); });
    else if (m_autoApprove > 0ms)
        after(live.timer, m_autoApprove, [this, key] { tap(key); });
    Q_EMIT phaseChanged(key, PaymentPhase::WaitingCard);
}

void CardTerminal::landLate(const std::string& key, const std::string& terminal, Money amount,
                            const ChargeFate& fate)
{
    const std::chrono::milliseconds delay{m_script.lateMs};
    QTimer::singleShot(delay, this, [this, key, terminal, amount, fate] {
        guarded([&] {
            // A fence that came in the meantime wins: then this is not a new charge any more.
            const auto begun = m_ledger.begin(key, terminal, amount, now());
            if (std::holds_alternative<BankLedger::Began>(begun))
                std::ignore =
                    m_ledger.approve(key, takenFor(amount, fate), maskedCard(fate), now());
        });
    });
}

CardTerminal::CancelResult CardTerminal::cancelWait(const std::string& key)
{
    if (waitingForCard(key)) {
        cancel(key);
        return CancelResult::Cancelled;
    }
    const auto known = m_ledger.find(key);
    return known ? CancelResult::TooLate : CancelResult::NotFound;
}

BankLedger::ReverseResult CardTerminal::reverse(const std::string& key)
{
    const auto result = m_ledger.reverse(key, now());
    if (m_live.contains(key))
        finish(key, true);
    return result;
}

BankLedger::RefundResult CardTerminal::refund(const std::string& key, const std::string& chargeKey,
                                              Money amount)
{
    return m_ledger.refund({key, chargeKey, amount, now()});
}

std::optional<PaymentPhase> CardTerminal::phaseOf(const std::string& key) const
{
    const auto live = m_live.find(key);
    return live == m_live.end() ? std::nullopt : std::optional{live->second->shown.phase};
}

std::vector<PendingCharge> CardTerminal::pending() const
{
    std::vector<PendingCharge> charges;
    for (const auto& [key, live] : m_live)
        charges.push_back(live->shown);
    std::sort(charges.begin(), charges.end(),
              [](const auto& a, const auto& b) { return a.began < b.began; });
    return charges;
}

void CardTerminal::setScript(const TerminalScript& script)
{
    if (script == m_script)
        return;
    m_script = script;
    Q_EMIT scriptChanged();
}

void CardTerminal::tap(const std::string& key)
{
    if (waitingForCard(key))
        presentCard(key);
}

void CardTerminal::decline(const std::string& key)
{
    if (Live* live = waitingForCard(key)) {
        live->fate.isDeclined = true;
        live->fate.declineReason = "refused";
        presentCard(key);
    }
}

void CardTerminal::walkAway(const std::string& key)
{
    if (waitingForCard(key))
        guarded([&] { cancel(key); });
}

void CardTerminal::presentCard(const std::string& key)
{
    Live& live = *m_live.at(key);
    live.cardWait.stop();
    enter(live, PaymentPhase::Reading);
    after(live.timer, readingTime(live.fate), [this, key] { authorise(key); });
}

void CardTerminal::authorise(const std::string& key)
{
    Live& live = *m_live.at(key);
    enter(live, PaymentPhase::Authorising);
    after(live.timer, live.fate.latency - readingTime(live.fate), [this, key] { decide(key); });
}

void CardTerminal::decide(const std::string& key)
{
    Live& live = *m_live.at(key);
    const ChargeFate& fate = live.fate;
    if (fate.isSilent && !fate.silenceTakesMoney) {
        std::ignore = m_ledger.cancel(key, now());
        m_live.erase(key);
        Q_EMIT fellSilent(key);
        return;
    }
    const bool isDeclined = fate.isDeclined && !fate.isSilent;
    const bool isDone = isDeclined ? m_ledger.decline(key, fate.declineReason, now())
                                   : m_ledger.approve(key, takenFor(live.shown.amount, fate),
                                                      maskedCard(fate), now());
    if (isDone && fate.isSilent) {
        m_live.erase(key);
        Q_EMIT fellSilent(key);
        return;
    }
    const bool losesAnswer = isDone && !isDeclined && fate.losesAnswer;
    // A scripted card is in the slot and has to come out again; a tapped one is not.
    if (isDone && !isDeclined && !losesAnswer && m_cardHolder == CardHolder::Script &&
        m_script.cardMs > 0) {
        enter(live, PaymentPhase::RemoveCard);
        after(live.timer, std::chrono::milliseconds{m_script.cardMs / 2},
              [this, key] { finish(key, true); });
        return;
    }
    finish(key, !losesAnswer);
}

void CardTerminal::finish(const std::string& key, bool isAnswered)
{
    m_live.erase(key);
    if (const auto charge = m_ledger.find(key))
        Q_EMIT ended(*charge, isAnswered);
}

void CardTerminal::cancel(const std::string& key)
{
    std::ignore = m_ledger.cancel(key, now());
    finish(key, true);
}

void CardTerminal::enter(Live& live, PaymentPhase phase)
{
    live.shown.phase = phase;
    Q_EMIT phaseChanged(live.shown.key, phase);
}

void CardTerminal::after(QTimer& timer, std::chrono::milliseconds delay, std::function<void()> step)
{
    // The timers of a charge die with it, so a step never finds its charge gone. The step may end
    // the charge: it is the last thing that a single-shot timer does.
    timer.disconnect(this);
    timer.setSingleShot(true);
    timer.setTimerType(Qt::PreciseTimer);
    connect(&timer, &QTimer::timeout, this, [this, step = std::move(step)] { guarded(step); });
    timer.start(std::max<std::chrono::milliseconds>(delay, 0ms));
}

void CardTerminal::guarded(const std::function<void()>& step)
{
    try {
        step();
    } catch (const DatabaseError& error) {
        Q_EMIT ledgerFailed(QString::fromUtf8(error.what()));
    }
}

CardTerminal::Live* CardTerminal::waitingForCard(const std::string& key)
{
    const auto live = m_live.find(key);
    const bool waits =
        live != m_live.end() && live->second->shown.phase == PaymentPhase::WaitingCard;
    return waits ? live->second.get() : nullptr;
}

bool CardTerminal::terminalIsTaken(const std::string& terminal) const
{
    return std::any_of(m_live.begin(), m_live.end(),
                       [&](const auto& entry) { return entry.second->shown.terminal == terminal; });
}

} // namespace coffee::terminal
