// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/session/phase.h"
#include "kiosk/session/timekeeper.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace coffee::kiosk {

/// How long a page may stand untouched: first quietly, then with a warning that counts down.
struct IdleTimes {
    std::chrono::seconds quiet{0};
    std::chrono::seconds warning{0};
    friend bool operator==(IdleTimes, IdleTimes) = default;
};

/// The times of a phase's page. No time at all while money may be moving or nobody is here.
[[nodiscard]] IdleTimes idleTimesOf(Phase phase);

/// For those who need longer: the accessible modes of the screen have three times as much.
[[nodiscard]] IdleTimes threefold(IdleTimes times);

/// Notices that the customer has gone. Warns before it says so, and every touch starts again.
/// GUI thread.
class IdleGuard final : public QObject {
    Q_OBJECT

public:
    explicit IdleGuard(Timekeeper& time, QObject* parent = nullptr);
    ~IdleGuard() override;

    /// Watches with these times from now on; zero `quiet` and `warning` watch nothing.
    void watch(IdleTimes times);
    /// The customer did something, anything.
    void touch();

    [[nodiscard]] bool isWarning() const { return m_warning; }
    [[nodiscard]] bool isWatching() const;
    /// Until the customer counts as gone; zero when nothing is watched.
    [[nodiscard]] std::chrono::milliseconds remaining() const;
    [[nodiscard]] IdleTimes times() const { return m_times; }

Q_SIGNALS:
    void warningChanged(bool warning);
    void expired();

private:
    void ring();

    Timekeeper& m_time;
    std::unique_ptr<Alarm> m_alarm;
    IdleTimes m_times;
    Timekeeper::Instant m_goneAt{};
    bool m_warning{false};
};

} // namespace coffee::kiosk
