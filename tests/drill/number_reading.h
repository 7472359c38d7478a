// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRect>
#include <QString>

namespace coffee::drill {

/// A quarter of the picture's width and height: what is left of it for somebody who stands far off.
[[nodiscard]] QImage seenFromAfar(const QImage& picture);

/// Whether there is a reader (tesseract) on this machine.
[[nodiscard]] bool hasReader();

/// The digits that a machine reads where the picture as it was before `seenFromAfar` had `place`.
/// `folder` is for its scratch.
[[nodiscard]] QString readDigits(const QImage& fromAfar, const QRect& place, const QString& folder);

} // namespace coffee::drill
