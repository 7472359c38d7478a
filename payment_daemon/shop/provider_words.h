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

} // namespace coffee::daemon
