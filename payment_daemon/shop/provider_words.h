// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/gateway/payment_gateway.h"

#include <string>
#include <string_view>

namespace coffee::daemon {

/// The words for a provider's reasons in stored answers, causes and logs.
[[nodiscard]] std::string_view reasonWord(DeclineReason reason);
[[nodiscard]] std::string_view reasonWord(NotSentReason reason);
[[nodiscard]] std::string_view reasonWord(UnknownReason reason);

/// A provider's text as the log can keep it and read it back: at most 64 bytes, whole characters,
/// no control characters.
[[nodiscard]] std::string keepable(std::string_view text);

/// A card as the log may keep it, whatever the provider sent: of its digits only the last four.
[[nodiscard]] std::string keepableCard(std::string_view text);
/// Another text of the provider. As many digits as a card number has (13 or more, ISO/IEC 7812) are
/// treated as one.
[[nodiscard]] std::string keepableNumber(std::string_view text);

} // namespace coffee::daemon
