// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>

#include <optional>

class QMouseEvent;

namespace coffee::kiosk {

/// A finger that taps twice means once. When the first tap brings another page, the second would
/// press whatever lies at that place now: the pay button below the button that opened the review.
/// Such a press is swallowed: within 600 ms of the tap, and nearer to it than two buttons are.
/// A press elsewhere, a later one, keys and a screen reader's acts are the customer's own.
///
/// Watches all presses of the window from the moment it is made. GUI thread.
class DoubleTap final : public QObject {
    Q_OBJECT

public:
    explicit DoubleTap(QWidget& window);

    /// What lies under the finger is another thing now.
    void pageChanged() { m_changed = m_last; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Tap {
        quint64 at; ///< of the window system, ms
        QPointF place;
    };
    [[nodiscard]] bool isSecond(const QMouseEvent& press) const;

    QWidget& m_window;
    std::optional<Tap> m_last;
    std::optional<Tap> m_changed; ///< the tap before the page changed
    bool m_swallows{false};       ///< until the finger is up again
};

} // namespace coffee::kiosk
