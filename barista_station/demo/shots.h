// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/language.h"
#include "shared/widgets/theme.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <stdexcept>

namespace coffee::station::demo {

class ShotError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Writes every page and sheet of the barista's and the manager's window with the demo shop as
/// `<window>-<page>-<language>.png` into the folder, which is made if needed. Both languages;
/// the look is installed for each window. Gives the paths; throws ShotError where one cannot be
/// written. Needs a QApplication with the library's translations registered. GUI thread.
QStringList saveShots(const QString& folder, QSize size, double pixelsPerMm);

} // namespace coffee::station::demo
