// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <string>
#include <string_view>

/// Every event carries a hash over itself and the hash before it, so that the first event that
/// somebody changed, added or took away by hand shows itself.
namespace coffee::daemon {

/// What the first event of a log builds on. 64 hex digits, as every link.
[[nodiscard]] std::string chainStart(std::string_view epoch, std::string_view shopId);
/// The link of an event whose body was written down as `bodyBytes`.
[[nodiscard]] std::string chainLink(std::string_view before, const Event& event,
                                    std::string_view bodyBytes);

} // namespace coffee::daemon
