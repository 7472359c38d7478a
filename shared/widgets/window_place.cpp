// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/window_place.h"

#include <QWidget>

namespace coffee::ui {
namespace {

constexpr int kFarthest = 32'000; // what X11 can say

} // namespace

void addPlaceOption(ProgramOptions& options)
{
    options.pair("at", "X:Y", "", 0, kFarthest,
                 "Where the window stands on the screen; without it the desktop chooses.");
}

void moveToPlace(QWidget& window, const Configuration& configuration)
{
    if (!configuration.isSet("at"))
        return;
    const auto [x, y] = configuration.pair("at");
    window.move(static_cast<int>(x), static_cast<int>(y));
}

} // namespace coffee::ui
