// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/client/order_client.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace coffee::station {

/// What a manager can do from the window.
enum class ManagerAct {
    Pause,
    Resume,
    Pace,
    SetHours,
    SetBreaker,
    LookAgain,
    RefreshScreen,
    RemoveMachine,
    SettleAlarm,
    TakeBackup,
    Cancel,
    Refund,
    CloseReview,
    CloseDay
};

/// How it ended. `Accepted` carries the money that goes back, where some does.
struct ManagerOutcome {
    ManagerAct act{ManagerAct::Pause};
    OrderId order{0};
    std::int32_t number{0}; ///< of the order, or of the Z that was written
    std::variant<Money, Refusal, client::ClientFailure> result{Money{}};

    [[nodiscard]] bool accepted() const { return std::holds_alternative<Money>(result); }
    [[nodiscard]] const Refusal* refusal() const { return std::get_if<Refusal>(&result); }
    [[nodiscard]] bool noAnswer() const
    {
        return std::holds_alternative<client::ClientFailure>(result);
    }
};

/// Asks the daemon for a manager's acts, one at a time, and for its status every two seconds.
///
/// An act that got no answer may have been carried out: `repeat` asks again under the same key and
/// so learns what became of it; a new act under a new key would risk doing it twice.
///
/// GUI thread. The client must outlive it.
class ManagerSession final : public QObject {
    Q_OBJECT

public:
    using NewKey = std::function<OperationKey()>;

    static constexpr std::chrono::milliseconds kStatusEvery{2000};

    ManagerSession(client::OrderClient& client, NewKey newKey, QObject* parent = nullptr);
    ~ManagerSession() override;

    /// Begins to ask for the status.
    void watchStatus();
    /// A person wants to know at once whether the daemon answers: `daemonTried` tells.
    void tryDaemon();
    /// The last answer; empty before the first.
    [[nodiscard]] const std::optional<protocol::StatusAnswer>& status() const { return m_status; }

    /// While true no other act begins; calls are ignored.
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// True when the last act got no answer and can be repeated.
    [[nodiscard]] bool canRepeat() const { return !m_busy && static_cast<bool>(m_again); }

    void pause(std::int32_t minutes, const QString& textKo, const QString& textEn);
    void resume();
    /// 0 lets customers order as much as they like.
    void pace(std::int32_t makingMinutes);
    /// Empty: the menu's hours count again.
    void setHours(const std::optional<SaleHours>& hours);
    /// `minutes` with `BreakerState::Open`.
    void setBreaker(BreakerState state, std::int32_t minutes);
    void lookAgain(protocol::ReviewKind kind, std::int64_t id);
    void refreshScreen(const Actor& screen);
    void removeMachine(const Actor& machine);
    void settleAlarm(AlarmKind alarm);
    /// Where the daemon's own backups go; answered when it is there, which may take minutes.
    void takeBackup(const QString& pin);
    void cancel(OrderId order, OrderState seen, const QString& reason, const QString& pin);
    /// Units, or a plain amount when there are none.
    void refund(OrderId order, const std::vector<UnitNumber>& units, Money amount,
                const QString& reason, const QString& pin);
    void closeReview(protocol::ReviewKind kind, std::int64_t id, protocol::ReviewOutcome outcome,
                     const QString& reason, const QString& pin);
    /// Writes the Z that follows `last`.
    void closeDay(std::int64_t last, const QString& pin);
    void repeat();
    /// The person gave the act up that got no answer.
    void forget();

Q_SIGNALS:
    void busyChanged(bool busy);
    void finished(const coffee::station::ManagerOutcome& outcome);
    void statusChanged();
    void daemonTried(bool heard);

private:
    template <class Request>
    void ask(ManagerAct act, OrderId order, Request request);
    void askStatus();

    client::OrderClient& m_client;
    NewKey m_newKey;
    std::optional<protocol::StatusAnswer> m_status;
    std::function<void()> m_again;
    QTimer m_statusTimer;
    bool m_statusAsked{false};
    bool m_tried{false}; ///< a person waits for the answer
    bool m_busy{false};
};

} // namespace coffee::station
