// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

#include <array>

class QPainter;
class QRectF;

namespace coffee::ui {

// Every icon of the suite: a 24 grid, stroke 2, round ends, one colour. An icon always stands with
// words. The file of each is resources/icons/<name>.svg, in kebab case.
// clang-format off
enum class Icon {
    Accessibility, Alert, Allergy, Back, Basket, Bell, Board, Card, Chart, Check, ChevronDown,
    Clock, Close, Collect, Contrast, CupDisposable, CupOwn, CupStore, Daemon, Done, Down,
    DragMore, Edit, Erase, Error, Eye, Filter, Fire, Forward, Help, History, Home, Hot, Ice,
    Info, Kiosk, Language, Link, List, Lock, Manager, Minus, Money, Pause, Person, Phone, Play,
    Plus, Power, Recall, Receipt, Refresh, Refund, Search, Send, Settings, SoldOut, Sparkle,
    Star, Station, Stop, Store, Takeaway, Terminal, TextSize, Trash, Undo, Unlink, Up, Volume,
    VolumeOff, Wifi
};
// clang-format on

inline constexpr int kIconCount = static_cast<int>(Icon::Wifi) + 1;

// The file name without its ending: "cup-store".
[[nodiscard]] QString iconName(Icon icon);

// Draws the icon in one colour into a square of that many device-independent pixels. Cached.
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor& colour, int side,
                                 double pixelRatio = 1.0);

// Draws the icon into `room` (square, device-independent pixels).
void paintIcon(QPainter& painter, Icon icon, const QRectF& room, const QColor& colour);

// The demo shop's sign, in its own colours: a square of that many pixels.
[[nodiscard]] QPixmap logoPixmap(int side, double pixelRatio = 1.0);

// The demo shop's name 온도 커피 drawn in one colour, that many device-independent pixels high.
// Decorative: the shop's name stands in words from the menu beside it or as the accessible name.
[[nodiscard]] QPixmap wordmarkPixmap(const QColor& colour, int height, double pixelRatio = 1.0);

} // namespace coffee::ui
