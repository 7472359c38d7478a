// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/sound/phrase_reading.h"

#include <map>
#include <utility>

class QTextStream;

namespace coffee::kiosk {

/// The words of every phrase, by language (`ko`, `en`) and key: the list that a shop records, and
/// that the speech files which come with the program are made from.
using PhraseList = std::map<std::pair<QString, QString>, QString>;

[[nodiscard]] QString phraseFolder(QLocale::Language language);

/// Everything that voice guidance and the pickup board can say with this menu: the texts of all
/// pages between their arguments, the menu's texts, numbers, prices, counts and times. Shorter than
/// the sentences: they are put together again by `sound::readingOf`.
[[nodiscard]] PhraseList phraseList(const Menu& menu);

/// The list, as `ko/KEY.wav`, a tab, and the words, a line each.
void writePhrases(QTextStream& out, const PhraseList& list);

} // namespace coffee::kiosk
