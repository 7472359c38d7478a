// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

/// Where the arrow keys of a keypad go: to what the eye sees in that direction.
namespace coffee::kiosk {

enum class Toward { Left, Right, Up, Down };

/// What can be reached now: the open sheet over the page, else the whole window.
[[nodiscard]] QWidget& openRoot(QWidget& window);

/// It can have the focus by keyboard, now.
[[nodiscard]] bool isFocusStop(const QWidget& widget);

/// Every focus stop below `root`, in the order of the Tab key.
[[nodiscard]] QList<QWidget*> focusStops(QWidget& root);

/// The stop nearest to `from` in that direction, by what is beside it and below it on the glass; in
/// a list that scrolls first the rest of that list. Where there is nothing in that direction, left
/// and right go on in the order of Tab and up and down start again at the other end, so that
/// nothing is a dead end. Null only when there is no stop at all.
[[nodiscard]] QWidget* stopToward(QWidget& root, QWidget& from, Toward toward);

/// Scrolls what lies around the widget until it is seen whole.
void bringIntoView(QWidget& widget);

/// Turns a page of the text around `from` when there is more of it up or down and no stop comes
/// sooner; false when there was nothing to turn.
[[nodiscard]] bool turnPageToward(QWidget& root, QWidget& from, Toward toward);

} // namespace coffee::kiosk
