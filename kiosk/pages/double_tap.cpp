// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/pages/double_tap.h"

#include "shared/widgets/theme.h"

#include <QCoreApplication>
#include <QLineF>
#include <QMouseEvent>
#include <QWidget>

namespace coffee::kiosk {
namespace {

constexpr quint64 kSameTapMs = 600;

} // namespace

DoubleTap::DoubleTap(QWidget& window) : QObject{&window}, m_window{window}
{
    qApp->installEventFilter(this);
}

bool DoubleTap::isSecond(const QMouseEvent& press) const
{
    if (!m_changed || press.timestamp() - m_changed->at >= kSameTapMs)
        return false;
    const double reach = ui::themeOf(m_window).metrics().targetPx();
    return QLineF{press.globalPosition(), m_changed->place}.length() < reach;
}

bool DoubleTap::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseButtonDblClick &&
        type != QEvent::MouseButtonRelease)
        return false;
    if (!watched->isWidgetType() || static_cast<QWidget*>(watched)->window() != m_window.window())
        return false;
    const auto& mouse = *static_cast<QMouseEvent*>(event);
    if (type == QEvent::MouseButtonRelease) {
        const bool swallowed = m_swallows;
        m_swallows = false;
        // The page changes while the release is carried out.
        if (!swallowed)
            m_last = Tap{mouse.timestamp(), mouse.globalPosition()};
        return swallowed;
    }
    m_swallows = isSecond(mouse);
    if (!m_swallows)
        m_changed.reset();
    return m_swallows;
}

} // namespace coffee::kiosk
