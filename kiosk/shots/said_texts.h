// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

#include <QLocale>
#include <QString>

#include <vector>

namespace coffee::kiosk {

/// A text that a customer can hear, with the places of its arguments as `%1` and `%n`.
struct SaidText {
    QLocale::Language language;
    QString text;
};

/// Every text of the order window's pages, of the pickup board and of what they are built from, in
/// both languages, from the catalogues of the translations. What only the owner sees is left out.
/// Throws `ShotError` when a catalogue that is built in cannot be read.
[[nodiscard]] std::vector<SaidText> textsOfPages();
/// Every text of the menu.
[[nodiscard]] std::vector<SaidText> textsOfMenu(const Menu& menu);

} // namespace coffee::kiosk
