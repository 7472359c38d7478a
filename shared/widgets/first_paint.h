// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

class QWidget;

namespace coffee::ui {

/// With `COFFEE_FIRST_PAINT=1` in the environment: when the window has been painted for the first
/// time, one line on stderr, "first paint ms=41.3" with the milliseconds since `begun` (the first
/// line of `main`). Without it, nothing. For benchmarks. GUI thread, before the window is shown.
void reportFirstPaint(QWidget& window, std::chrono::steady_clock::time_point begun);

} // namespace coffee::ui
