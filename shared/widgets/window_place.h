// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"

class QWidget;

namespace coffee::ui {

// `--at X:Y`: where the window's frame stands, in pixels from the screen's upper left corner. For
// several windows side by side on one screen.
void addPlaceOption(ProgramOptions& options);

// Before the window is shown; nothing when the option was not given. GUI thread.
void moveToPlace(QWidget& window, const Configuration& configuration);

} // namespace coffee::ui
