// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/idle_guard.h"

#include <algorithm>

namespace coffee::kiosk {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

IdleTimes idleTimesOf(Phase phase)
{
    switch (phase) {
    case Phase::Settling:
    case Phase::Closed:
    case Phase::Attract:
    case Phase::Opening:
    case Phase::Paying:
    case Phase::Checking:
    case Phase::GivingUp:
        return {};
    case Phase::Menu:
    case Phase::Options:
    case Phase::Review:
    case Phase::NotPaid:
        return {90s, 20s};
    case Phase::Busy:
    case Phase::Paused:
    case Phase::Unreachable:
        return {180s, 20s};
    case Phase::MyOrder:
    case Phase::Parked:
        return {60s, 20s};
    case Phase::Number:
        return {30s, 0s}; // the page itself counts it down and offers more time
    }
    return {};
}

IdleTimes threefold(IdleTimes times)
{
    return {3 * times.quiet, 3 * times.warning};
}

IdleGuard::IdleGuard(Timekeeper& time, QObject* parent)
    : QObject{parent}, m_time{time}, m_alarm{time.alarm([this] { ring(); })}
{
}

IdleGuard::~IdleGuard() = default;

void IdleGuard::watch(IdleTimes times)
{
    m_times = times;
    touch();
}

bool IdleGuard::isWatching() const
{
    return m_times.quiet + m_times.warning > 0s;
}

void IdleGuard::touch()
{
    if (m_warning) {
        m_warning = false;
        Q_EMIT warningChanged(false);
    }
    if (!isWatching()) {
        m_alarm->cancel();
        return;
    }
    m_goneAt = m_time.now() + m_times.quiet + m_times.warning;
    m_alarm->set(m_times.quiet);
}

milliseconds IdleGuard::remaining() const
{
    if (!isWatching())
        return 0ms;
    const auto left = std::chrono::duration_cast<milliseconds>(m_goneAt - m_time.now());
    return std::max(0ms, left);
}

void IdleGuard::ring()
{
    if (!m_warning && m_times.warning > 0s) {
        m_warning = true;
        m_alarm->set(m_times.warning);
        Q_EMIT warningChanged(true);
        return;
    }
    m_warning = false;
    m_alarm->cancel();
    Q_EMIT warningChanged(false);
    Q_EMIT expired();
}

} // namespace coffee::kiosk
