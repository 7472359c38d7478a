// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include <vector>

class QWidget;

namespace coffee::kiosk {

/// One piece of text as a widget really draws it.
struct DrawnText {
    QString text;
    QFont font;
    QColor ink;
    QRectF box; ///< around the glyphs, in the widget's coordinates
};

/// A shape, or a picture of one colour. A colour is invalid where there is none, or where what
/// stands behind shows through it.
struct DrawnPart {
    QRectF box; ///< without the line's own width, in the widget's coordinates
    QColor line;
    QColor fill;
    bool isPicture{false}; ///< an icon: its colour is the fill
    friend bool operator==(const DrawnPart&, const DrawnPart&) = default;
};

struct Drawing {
    std::vector<DrawnText> texts;
    std::vector<DrawnPart> parts;
};

/// What the widget itself draws, without its children, in its order. Nothing is assumed about its
/// kind: it paints once, into a device that only takes notes. GUI thread.
[[nodiscard]] Drawing drawingOf(QWidget& widget);

} // namespace coffee::kiosk
