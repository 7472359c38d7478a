// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/session/timekeeper.h"

#include <QObject>
#include <QTimer>

namespace coffee::kiosk {
namespace {

class QtAlarm final : public Alarm {
public:
    explicit QtAlarm(std::function<void()> ring) : m_ring{std::move(ring)}
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_ring(); });
    }

    void set(std::chrono::milliseconds wait) override { m_timer.start(wait); }
    void cancel() override { m_timer.stop(); }
    [[nodiscard]] bool isSet() const override { return m_timer.isActive(); }

private:
    std::function<void()> m_ring;
    QTimer m_timer;
};

} // namespace

Timekeeper::Instant QtTimekeeper::now() const
{
    return std::chrono::steady_clock::now();
}

std::unique_ptr<Alarm> QtTimekeeper::alarm(std::function<void()> ring)
{
    return std::make_unique<QtAlarm>(std::move(ring));
}

} // namespace coffee::kiosk
