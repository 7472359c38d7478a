// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

/// Where the windows of the demo shop stand, side by side on one screen and never piled up.
namespace coffee::demo {

/// Every place has the aspect ratio of the screen that the window is made for: the kiosk 9:16,
/// station, manager and board 16:9, the terminal 3:5; the start window takes what is left. A
/// window scales itself to its size.
struct ShopLayout {
    QRect kiosk;
    QRect station;
    QRect manager;
    QRect board;
    QRect terminal;
    QRect start;
};

/// `screen` is the free area in pixels; `titleHeight` is what a window's title takes above it, in
/// pixels, and `gap` the distance between windows. Pure.
[[nodiscard]] ShopLayout layOut(QRect screen, int titleHeight, int gap);

} // namespace coffee::demo
