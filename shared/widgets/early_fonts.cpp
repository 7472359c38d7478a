// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/widgets/early_fonts.h"

#include <QFontDatabase>
#include <QStringList>

#include <clocale>
#include <fontconfig/fontconfig.h>

namespace coffee::ui {

std::jthread readFontFiles()
{
    // The application object sets it too: not while the list is being read.
    std::setlocale(LC_ALL, "");
    return std::jthread{[] { FcInit(); }};
}

std::jthread readFontFamilies()
{
    return std::jthread{[] { QFontDatabase::families(); }};
}

} // namespace coffee::ui
