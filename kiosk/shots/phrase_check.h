// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/shots/phrase_list.h"
#include "shared/sound/phrase_book.h"

class QTextStream;

namespace coffee::kiosk {

/// Walks every page with voice guidance in both languages, and reads every text of the pages and
/// the board with sample arguments. Writes each sentence of which the phrases of the list cannot
/// say a word, and how many phrases of the list have no recording in the book. True when everything
/// can be said. Uses the built-in menu; GUI thread.
[[nodiscard]] bool checkPhrases(QTextStream& out, const sound::PhraseBook& book);

} // namespace coffee::kiosk
