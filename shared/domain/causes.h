// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Causes in events that more than one program reads something into.
namespace coffee {

/// Of a payment or a refund that the bank knows and a restored log does not: somebody must look,
/// and the money has already moved.
inline constexpr std::string_view kNotInBackup = "not_in_backup";

} // namespace coffee
