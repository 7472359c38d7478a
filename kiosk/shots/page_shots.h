// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace coffee::kiosk {

/// Writes a picture of every page of the order window, as it looks with the demo menu, in every
/// setting of the contact sheet, as `<shape>-<language>-<percent>-<page>.png` into the directory.
/// With `only`, in every setting there is, but only those whose name contains one of these. Returns
/// the paths; throws `ShotError` when one cannot be written. Changes the look of the application;
/// GUI thread.
[[nodiscard]] QStringList saveShots(const QString& directory, const QStringList& only = {});

} // namespace coffee::kiosk
