// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/first_paint.h"

#include <QEvent>
#include <QMetaObject>
#include <QWidget>

#include <cstdio>

namespace coffee::ui {
namespace {

class FirstPaint final : public QObject {
public:
    FirstPaint(QWidget& window, std::chrono::steady_clock::time_point begun)
        : QObject{&window}, m_begun{begun}
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && !m_painting) {
            m_painting = true;
            // The children are painted within the same turn of the event loop.
            QMetaObject::invokeMethod(
                this, [this] { report(); }, Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    void report()
    {
        const std::chrono::duration<double, std::milli> took =
            std::chrono::steady_clock::now() - m_begun;
        std::fprintf(stderr, "first paint ms=%.1f\n", took.count());
        deleteLater();
    }

    std::chrono::steady_clock::time_point m_begun;
    bool m_painting{false};
};

} // namespace

void reportFirstPaint(QWidget& window, std::chrono::steady_clock::time_point begun)
{
    if (qEnvironmentVariableIntValue("COFFEE_FIRST_PAINT") == 1)
        new FirstPaint{window, begun}; // the window owns it
}

} // namespace coffee::ui
