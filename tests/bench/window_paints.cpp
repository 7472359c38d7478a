// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_paints.h"

#include "tests/bench/window_figures.h"

#include <QApplication>
#include <QPaintEvent>
#include <QTimer>

#include <algorithm>
#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr int kOnceASecond = 1000;
constexpr std::chrono::seconds kPatience{10};

} // namespace

PaintWatch::PaintWatch()
{
    qApp->installEventFilter(this);
}

PaintWatch::~PaintWatch()
{
    qApp->removeEventFilter(this);
}

void PaintWatch::forget()
{
    m_painted = {};
    m_widgets.clear();
    m_struck = false;
}

bool PaintWatch::anyPainted(const std::function<bool(const QWidget&)>& isLikeThis) const
{
    return std::any_of(m_widgets.begin(), m_widgets.end(),
                       [&](const QWidget* widget) { return isLikeThis(*widget); });
}

bool PaintWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Timer) {
        const auto* timer = qobject_cast<const QTimer*>(watched);
        m_struck = m_struck || (timer && timer->interval() == kOnceASecond);
    } else if (event->type() == QEvent::Paint && watched->isWidgetType()) {
        const auto* widget = static_cast<const QWidget*>(watched);
        if (m_window && widget->window() == m_window) {
            const QRegion& region = static_cast<const QPaintEvent*>(event)->region();
            m_painted += region.translated(widget->mapTo(m_window.data(), QPoint{}));
            m_widgets.insert(widget);
        }
    }
    return QObject::eventFilter(watched, event);
}

void runUntil(const std::function<bool()>& condition)
{
    const auto until = WindowClock::now() + kPatience;
    QTimer limit; // the loop below sleeps while nothing happens: other processes need the processor
    limit.start(kPatience);
    while (!condition()) {
        if (WindowClock::now() > until)
            throw std::runtime_error{"what should have been painted was not"};
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

} // namespace coffee::bench
