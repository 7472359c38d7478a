// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace coffee::ui {

/// Has the memory that the window is painted into made ready on another thread. The kernel gives it
/// page by page when it is first touched, which for a whole screen takes as long as painting it;
/// begun while the window is still empty, it is there before the first picture.
///
/// GUI thread, with a window of the size that it will be shown at; makes its native window. Nothing
/// depends on it: where the window system is not X11, or the kernel older than 5.14, it does
/// nothing. The thread ends before the window does.
void readyCanvas(QWidget& window);

} // namespace coffee::ui
