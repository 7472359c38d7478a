// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace coffee::station {

/// Lies for a moment over what has just come to stand somewhere else, dims it and takes the taps:
/// who aimed at what stood there before presses nothing. Keys name their ticket and go on.
class SlideVeil final : public QWidget {
    Q_OBJECT

public:
    /// A tap that was on its way when things moved is over by then.
    static constexpr std::chrono::milliseconds kStays{700};

    explicit SlideVeil(QWidget* over);

    /// Covers these places of its parent, and what it covers already, for `kStays`.
    void cover(const QRegion& moved);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    QRegion m_covered;
    QTimer m_time;
};

} // namespace coffee::station
