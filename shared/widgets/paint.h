// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/theme.h"

#include <QColor>
#include <QRectF>

class QPainter;

namespace coffee::ui {

// The few strokes that every component is made of. All take device-independent pixels from the
// theme; GUI thread, inside a paint event.

// A filled round rectangle with an optional line inside its edge.
void paintPlate(QPainter& painter, const QRectF& room, double radius, const QColor& ground,
                const QColor& line = QColor{}, double lineWidth = 0.0);

// The two rings of the focus, drawn inside `room` (a widget cannot paint outside itself).
void paintFocus(QPainter& painter, const QRectF& room, double radius, const Theme& theme);

// A tick, round ends, filling `room`.
void paintCheck(QPainter& painter, const QRectF& room, const QColor& colour);

// The disc with a tick that says "selected" without colour.
void paintCheckDisc(QPainter& painter, const QRectF& room, const Theme& theme);

// A bar that moves from left to right while something is under way; `phase` is 0 … 1.
void paintBusyBar(QPainter& painter, const QRectF& room, double phase, const QColor& ground,
                  const QColor& bar);

// A bar filled to `share` (0 … 1).
void paintShareBar(QPainter& painter, const QRectF& room, double share, const QColor& ground,
                   const QColor& bar);

} // namespace coffee::ui
