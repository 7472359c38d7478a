// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_floor.h"

#include "tests/bench/window_measurements.h"
#include "tests/bench/window_memory.h"

#include <QApplication>
#include <QListView>
#include <QMainWindow>
#include <QStringListModel>

#include <unistd.h>

namespace coffee::bench {
namespace {

constexpr QSize kFloorSize{1000, 700};

/// Ends the event loop when it has been painted and the loop has its turn again.
class EmptyWindow final : public QMainWindow {
public:
    [[nodiscard]] WindowClock::time_point paintedAt() const { return m_paintedAt; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QMainWindow::paintEvent(event);
        if (std::exchange(m_painting, true))
            return;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_paintedAt = WindowClock::now();
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
    }

private:
    bool m_painting{false};
    WindowClock::time_point m_paintedAt{};
};

} // namespace

WindowFigures emptyWindow(WindowClock::time_point begun)
{
    EmptyWindow window;
    window.resize(kFloorSize);
    window.show();
    QApplication::exec();
    const std::chrono::duration<double, std::milli> took = window.paintedAt() - begun;
    WindowFigures figures;
    figures.add("paint_ms", took.count());
    figures.add("rss_mib", residentMib(::getpid()));
    return figures;
}

std::vector<double> listRepaints(int rounds)
{
    QStringList texts;
    for (int row = 0; row < 1000; ++row)
        texts << QStringLiteral("order %1: caffe latte, large").arg(row);
    QStringListModel model{texts};
    QListView view;
    view.setUniformItemSizes(true);
    view.setModel(&model);
    view.resize(kFloorSize);
    view.show();
    QCoreApplication::processEvents();
    std::vector<double> took;
    while (static_cast<int>(took.size()) < rounds) {
        const auto begun = WindowClock::now();
        view.viewport()->repaint();
        took.push_back(microsecondsSince(begun));
    }
    return took;
}

} // namespace coffee::bench
