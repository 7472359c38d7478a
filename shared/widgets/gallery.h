// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/widgets/theme.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <stdexcept>

class QWidget;

namespace coffee::ui {

// Every component in every state, to be looked at by a person. Needs a QApplication; GUI thread.

// Installs the look and gives a window with all sections below each other. Language as installed.
[[nodiscard]] std::unique_ptr<QWidget> makeGallery(const Theme& theme);

class GalleryError final : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Writes each section as <palette>-<language>-<percent>-<section>.png into the directory, which is
// made if needed: light and high contrast for customers, dark for staff, in both languages at 100,
// 150 and 200 %. Changes look and language of the application while it works; the look installed
// last stays. Gives the paths; throws GalleryError where a file cannot be written.
QStringList saveGallery(const QString& directory);

} // namespace coffee::ui
