// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_event.h"

#include <cstdint>
#include <string>
#include <vector>

namespace coffee::test {

/// A whole history that older versions could have written as well: only version 3 knows money that
/// is kept.
[[nodiscard]] std::vector<Event> historyWithoutKept();

/// Puts the ledger in this file as a program would have written it that knows the tables of this
/// version only.
void writeAgainAsVersion(const std::string& file, std::int32_t version);

} // namespace coffee::test
