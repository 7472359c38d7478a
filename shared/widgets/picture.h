// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QString>

namespace coffee::ui {

class Theme;

// A menu item's picture on its round ground, `diameter` device-independent pixels wide. `image` is
// the menu's value: the id of one of our drawings ("cafe-latte" is :/pictures/cafe-latte.svg) or
// the path of an owner's photo, which is cropped to the same round. Anything unknown or unreadable
// gives the placeholder, never nothing. Cached; GUI thread.
[[nodiscard]] QPixmap picturePixmap(const QString& image, int diameter, double pixelRatio,
                                    const Theme& theme);

// Begins to draw a picture on another thread, for one that will be painted in a moment:
// `picturePixmap` of the same arguments then waits for it. GUI thread.
void preparePicture(const QString& image, int diameter, double pixelRatio, const Theme& theme);

// Whether there is a drawing of that id.
[[nodiscard]] bool hasPicture(const QString& id);

// The drawing of it in this temperature or kind ("cafe-latte-ice"), where there is one; else the
// image itself.
[[nodiscard]] QString pictureVariant(const QString& image, const QString& variant);

} // namespace coffee::ui
