// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QRegion>
#include <QSet>
#include <QWidget>

#include <functional>

namespace coffee::bench {

/// Notes what is painted in a window, widget by widget. GUI thread.
class PaintWatch final : public QObject {
public:
    PaintWatch();
    ~PaintWatch() override;

    void watch(QWidget& window) { m_window = &window; }
    /// Begins anew.
    void forget();

    /// Everything that was painted, in the window's pixels.
    [[nodiscard]] const QRegion& painted() const { return m_painted; }
    /// Whether a widget like this was.
    [[nodiscard]] bool anyPainted(const std::function<bool(const QWidget&)>& isLikeThis) const;
    /// Whether a timer of the window with this interval struck meanwhile.
    [[nodiscard]] bool struck() const { return m_struck; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QPointer<QWidget> m_window;
    QRegion m_painted;
    QSet<const QWidget*> m_widgets;
    bool m_struck{false};
};

/// Runs the event loop until the condition holds and nothing more waits to be done. Throws
/// std::runtime_error after ten seconds.
void runUntil(const std::function<bool()>& condition);

} // namespace coffee::bench
