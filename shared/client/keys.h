// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/ids.h"

#include <string>

/// Keys that never come twice, from the operating system's randomness.
namespace coffee::client {

/// 32 hex digits.
[[nodiscard]] std::string randomHex128();
/// For a changing command; keep it for the command's repeats.
[[nodiscard]] OperationKey newOperationKey();
/// For one payment attempt: `<machine>-<32 hex digits>`. Journal it before it is sent.
[[nodiscard]] AttemptKey newAttemptKey(const std::string& machine);

} // namespace coffee::client
