// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <span>
#include <string>
#include <string_view>

/// One line per decision on standard error: time, category, words, `order=… attempt=… seq=…`.
/// Never a PIN, a claim code or card data. Any thread.
namespace coffee::daemon {

void logLine(std::string_view category, std::string_view text);
void logEvents(std::span<const Event> events);

} // namespace coffee::daemon
