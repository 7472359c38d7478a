// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>

/// What Qt does with fonts before the first text is measured, begun earlier and on another thread:
/// the first picture comes some milliseconds sooner. Nothing depends on it; when Qt needs the fonts
/// meanwhile, it waits or reads them itself.
///
///     const std::jthread fontFiles = ui::readFontFiles();
///     QApplication application{argc, argv};
///     const std::jthread fontFamilies = ui::readFontFamilies();
namespace coffee::ui {

/// The system's list of fonts, while the application object connects to the screen. Makes the
/// process's locale the user's, as the application object would. Main thread, before it has others.
[[nodiscard]] std::jthread readFontFiles();

/// Qt's own list of them, while the program opens its files. Its thread ends before the application
/// object does.
[[nodiscard]] std::jthread readFontFamilies();

} // namespace coffee::ui
