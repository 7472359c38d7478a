// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"

#include <cstdint>
#include <filesystem>

/// A shop with a long history, written at once instead of being lived: every order of one
/// americano, paid and collected, some thousand a day.
namespace coffee::bench {

/// Makes the ledger of a daemon that keeps its data in `folder`/daemon. It is whole and sound:
/// `coffeectl verify` finds nothing. Throws what the ledger throws, and std::runtime_error when
/// there is one already.
void makeShop(const std::filesystem::path& folder, std::int64_t orders);

/// The key under which the order of a made shop was placed, from kiosk-1.
[[nodiscard]] AttemptKey keyOfMadeOrder(OrderId order);

} // namespace coffee::bench
