// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/schedule.h"

#include <QAbstractEventDispatcher>

#include <map>

namespace coffee::sim {

/// Qt's timers on simulated time: a QTimer of the product rings when the schedule comes to it.
/// There are no sockets and nothing ever sleeps.
class SimDispatcher final : public QAbstractEventDispatcher {
public:
    /// Whose time is shown from now on; null when no seed runs. The timers of the seed before must
    /// be gone.
    void follow(Schedule* schedule) { m_schedule = schedule; }

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier*) override {}
    void unregisterSocketNotifier(QSocketNotifier*) override {}
    void registerTimer(int id, qint64 interval, Qt::TimerType type, QObject* object) override;
    bool unregisterTimer(int id) override;
    bool unregisterTimers(QObject* object) override;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int id) override;
    void wakeUp() override {}
    void interrupt() override {}

private:
    struct Timer {
        milliseconds interval{0};
        Qt::TimerType type{Qt::PreciseTimer};
        QObject* object{nullptr};
        Schedule::Ticket ticket;
    };

    void arm(int id);
    void ring(int id);

    Schedule* m_schedule{nullptr};
    std::map<int, Timer> m_timers;
};

} // namespace coffee::sim
