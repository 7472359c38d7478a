// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/paint.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace coffee::ui {

void paintPlate(QPainter& painter, const QRectF& room, double radius, const QColor& ground,
                const QColor& line, double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lined = line.isValid() && lineWidth > 0.0;
    const double inset = lined ? lineWidth / 2.0 : 0.0;
    painter.setPen(lined ? QPen{line, lineWidth} : QPen{Qt::NoPen});
    painter.setBrush(ground.isValid() ? QBrush{ground} : QBrush{Qt::NoBrush});
    const QRectF inner = room.adjusted(inset, inset, -inset, -inset);
    const double bend = std::min({radius, inner.width() / 2.0, inner.height() / 2.0});
    painter.drawRoundedRect(inner, bend, bend);
    painter.restore();
}

void paintFocus(QPainter& painter, const QRectF& room, double radius, const Theme& theme)
{
    const double ring = theme.metrics().exactPx(mm::kFocusRing);
    const Colours& colours = theme.colours();
    paintPlate(painter, room, radius, QColor{}, colours.focusOuter, ring);
    paintPlate(painter, room.adjusted(ring, ring, -ring, -ring), std::max(0.0, radius - ring),
               QColor{}, colours.focusInner, ring);
}

void paintCheck(QPainter& painter, const QRectF& room, const QColor& colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen{colour, room.width() * 0.13};
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    QPainterPath path;
    path.moveTo(room.left() + room.width() * 0.16, room.top() + room.height() * 0.53);
    path.lineTo(room.left() + room.width() * 0.40, room.top() + room.height() * 0.77);
    path.lineTo(room.left() + room.width() * 0.85, room.top() + room.height() * 0.27);
    painter.drawPath(path);
    painter.restore();
}

void paintCheckDisc(QPainter& painter, const QRectF& room, const Theme& theme)
{
    const Colours& colours = theme.colours();
    paintPlate(painter, room, room.width(), colours.accent);
    const double inset = room.width() * 0.24;
    paintCheck(painter, room.adjusted(inset, inset, -inset, -inset), colours.onAccent);
}

void paintBusyBar(QPainter& painter, const QRectF& room, double phase, const QColor& ground,
                  const QColor& bar)
{
    constexpr double kPart = 0.35;
    paintPlate(painter, room, room.height(), ground);
    const double width = room.width() * kPart;
    const double left = room.left() - width + (room.width() + width) * phase;
    const QRectF moving{left, room.top(), width, room.height()};
    const QRectF visible = moving.intersected(room);
    if (!visible.isEmpty())
        paintPlate(painter, visible, room.height(), bar);
}

void paintShareBar(QPainter& painter, const QRectF& room, double share, const QColor& ground,
                   const QColor& bar)
{
    paintPlate(painter, room, room.height(), ground);
    QRectF filled = room;
    filled.setWidth(std::max(room.height(), room.width() * std::clamp(share, 0.0, 1.0)));
    if (share > 0.0)
        paintPlate(painter, filled, room.height(), bar);
}

} // namespace coffee::ui
