// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/my_order.h"
#include "kiosk/session/phase.h"
#include "kiosk/voice/voice_guide.h"

class QWidget;

/// What a page and its controls are for somebody who does not see them, in the language that is
/// installed now. Read from the same names that a screen reader gets.
namespace coffee::kiosk {

/// A control's name, kind, state and value. A key that types a secret says only that it is a key.
[[nodiscard]] HeardControl heardControl(QWidget& control, QWidget& window);

/// The first sentence of a page.
[[nodiscard]] QString pageSentence(Phase phase);
/// The first sentences of a step of *My order*; after a cancelling, what became of order and money.
[[nodiscard]] QStringList stageSentences(const MyOrder& order);
/// How voice guidance is used; said when it begins.
[[nodiscard]] QString guidanceSentence();

/// Every text that can be read on the page and is no control, from its beginning to its end. What
/// only its owner should hear (the claim code) is left out.
[[nodiscard]] QStringList readableTexts(QWidget& page);

/// What lies under a finger that is no control; empty when there is nothing to read.
[[nodiscard]] QString textUnder(const QWidget& widget);

/// "두 자리 눌렀어요."
[[nodiscard]] QString typedCount(int digits);

/// A digit pad's key types a secret now.
[[nodiscard]] bool typesSecret(const QWidget& control, const QWidget& window);

inline constexpr const char* kClaimCodeName = "claimCode";

} // namespace coffee::kiosk
