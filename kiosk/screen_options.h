// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"
#include "shared/widgets/theme.h"

#include <string>

class QScreen;
class QWidget;

/// How a window of the kiosk program stands on its screen: `--windowed --size WxH --at X,Y
/// --scale PERCENT --reach MM --text-mm MM --reduce-motion`.
namespace coffee::kiosk {

void addScreenOptions(ProgramOptions& options);
/// Fails with one sentence when size or place cannot be understood.
[[nodiscard]] Result<Done, std::string> checkScreenOptions(const Configuration& configuration);

/// Sizes in millimetres as on the screen that the window is made for, times `--scale`. A window
/// that fills the screen takes what was measured with `--measure`; without it
/// the screen's own measure counts, or a 21.5-inch (landscape: 24-inch, the board: 43-inch) one
/// when it has none. The board is dark.
[[nodiscard]] ui::Theme themeFor(const Configuration& configuration, const QScreen& screen);

/// Fills the screen, or stands at its place and size with `--windowed`; not shown yet.
void placeOnScreen(QWidget& window, const Configuration& configuration);
/// Places it and shows it.
void showOnScreen(QWidget& window, const Configuration& configuration);

} // namespace coffee::kiosk
