// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/order_session.h"
#include "kiosk/session/timekeeper.h"

#include <QObject>

#include <memory>

namespace coffee::kiosk {

/// Reminds of the card for as long as it is in the terminal after the payment: at once, and again
/// every few seconds until it is out. GUI thread; what the constructor gets outlives it.
class CardReminder final : public QObject {
    Q_OBJECT

public:
    CardReminder(OrderSession& session, Timekeeper& time, QObject* parent = nullptr);
    ~CardReminder() override;

    static constexpr std::chrono::milliseconds kAgainAfter{3000};
    [[nodiscard]] bool isReminding() const { return m_isReminding; }

Q_SIGNALS:
    void reminds();
    /// The card is out, or nobody can tell any more.
    void ended();

private:
    void follow();
    void remind();

    OrderSession& m_session;
    std::unique_ptr<Alarm> m_alarm;
    bool m_isReminding{false};
};

} // namespace coffee::kiosk
