// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/pages/slide_veil.h"

#include "shared/widgets/paint.h"
#include "shared/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace coffee::station {

using namespace coffee::ui;

namespace {

/// What it covers can still be read.
constexpr double kDim = 0.55;

} // namespace

SlideVeil::SlideVeil(QWidget* over) : QWidget{over}
{
    setObjectName(QStringLiteral("slideVeil"));
    setFocusPolicy(Qt::NoFocus);
    hide();
    m_time.setSingleShot(true);
    m_time.setInterval(kStays);
    connect(&m_time, &QTimer::timeout, this, [this] {
        hide();
        m_covered = {};
    });
}

void SlideVeil::cover(const QRegion& moved)
{
    if (moved.isEmpty())
        return;
    m_covered += moved;
    setGeometry(parentWidget()->rect());
    setMask(m_covered);
    show();
    raise();
    m_time.start();
    update();
}

void SlideVeil::paintEvent(QPaintEvent*)
{
    const Theme& theme = themeOf(*this);
    QColor dim = theme.colours().canvas;
    dim.setAlphaF(static_cast<float>(kDim));
    QPainter painter{this};
    for (const QRect& place : m_covered)
        painter.fillRect(place, dim);
}

void SlideVeil::mousePressEvent(QMouseEvent* event)
{
    event->accept();
}

void SlideVeil::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
}

} // namespace coffee::station
