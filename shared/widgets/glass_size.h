// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/screen_measures.h"

#include <optional>

class QScreen;

namespace coffee::ui {

// How many pixels a millimetre of this screen has: what somebody measured with `kiosk --measure`
// on this machine (`data` is the folder of `--data`), else what the screen says of itself
// (measuredPixelsPerMm). Empty when neither is known. A file that cannot be read is reported in
// the log and counts as not there. GUI thread.
[[nodiscard]] std::optional<double> glassPixelsPerMm(const QScreen& screen,
                                                     const std::filesystem::path& data);

// The entry for this screen as it is now.
[[nodiscard]] ScreenMeasure measureOf(const QScreen& screen, double pixelsPerMm);

} // namespace coffee::ui
