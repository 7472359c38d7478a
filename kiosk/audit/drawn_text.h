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

/// What the widget itself draws, without its children. Nothing is assumed about its kind: it paints
/// once, into a device that only takes notes. GUI thread.
[[nodiscard]] std::vector<DrawnText> drawnTexts(QWidget& widget);

} // namespace coffee::kiosk
