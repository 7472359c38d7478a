// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextStream;

namespace coffee::kiosk {

/// What a shop can record for its voice guidance: every part of a sentence that is said on the
/// pages of the built-in menu, once, as `ko/KEY.wav`, a tab, and the words. GUI thread.
void writePhrases(QTextStream& out);

} // namespace coffee::kiosk
