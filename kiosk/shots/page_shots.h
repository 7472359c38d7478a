// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

#include <QString>
#include <QStringList>

#include <stdexcept>

namespace coffee::kiosk {

class ShotError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Writes a picture of every page of the order window, as it looks with the demo menu, in both
/// languages, as `<shape>-<language>-<percent>-<page>.png` into the directory: portrait and
/// landscape at 100 %, portrait at 150 and 200 %. Returns the paths; throws `ShotError` when one
/// cannot be written. Changes the look of the application; GUI thread.
[[nodiscard]] QStringList saveShots(const QString& directory);

/// The demo menu that the pictures show; it is built into the program.
[[nodiscard]] Menu demoMenu();

} // namespace coffee::kiosk
