// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/sim_dispatcher.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace coffee::sim {

bool SimDispatcher::processEvents(QEventLoop::ProcessEventsFlags)
{
    QCoreApplication::sendPostedEvents();
    return false;
}

void SimDispatcher::registerTimer(int id, qint64 interval, Qt::TimerType type, QObject* object)
{
    if (!m_schedule)
        return;
    m_timers[id] = {milliseconds{interval}, type, object, {}};
    arm(id);
}

void SimDispatcher::arm(int id)
{
    Timer& timer = m_timers.at(id);
    // An interval of zero is "as soon as possible", never within the act that asks for it.
    timer.ticket = m_schedule->after(timer.interval, [this, id] { ring(id); });
}

void SimDispatcher::ring(int id)
{
    arm(id);
    QTimerEvent event{id};
    QCoreApplication::sendEvent(m_timers.at(id).object, &event);
}

bool SimDispatcher::unregisterTimer(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end())
        return false;
    if (m_schedule)
        m_schedule->cancel(timer->second.ticket);
    m_timers.erase(timer);
    return true;
}

bool SimDispatcher::unregisterTimers(QObject* object)
{
    bool any = false;
    for (auto timer = m_timers.begin(); timer != m_timers.end();) {
        if (timer->second.object == object) {
            if (m_schedule)
                m_schedule->cancel(timer->second.ticket);
            timer = m_timers.erase(timer);
            any = true;
        } else {
            ++timer;
        }
    }
    return any;
}

QList<QAbstractEventDispatcher::TimerInfo> SimDispatcher::registeredTimers(QObject* object) const
{
    QList<TimerInfo> found;
    for (const auto& [id, timer] : m_timers)
        if (timer.object == object)
            found.push_back({id, static_cast<int>(timer.interval.count()), timer.type});
    return found;
}

int SimDispatcher::remainingTime(int id)
{
    const auto timer = m_timers.find(id);
    if (timer == m_timers.end() || !m_schedule)
        return -1;
    return static_cast<int>(
        std::max(milliseconds{0}, timer->second.ticket.first - m_schedule->now()).count());
}

} // namespace coffee::sim
