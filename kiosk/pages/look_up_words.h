// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/model/my_order.h"

#include <QString>

/// The sentences of *My order* that depend on how far the look-up is. In the language of the
/// moment; `inShort` says the same in few words, for large text.
namespace coffee::kiosk::words {

[[nodiscard]] QString lookUpTitle(const MyOrder& order);
/// What to type, and where it is found; empty where nothing is typed.
[[nodiscard]] QString lookUpAdvice(const MyOrder& order, bool inShort);
/// Why the last step did not work; empty when it did.
[[nodiscard]] QString lookUpTrouble(const MyOrder& order, bool inShort);

} // namespace coffee::kiosk::words
