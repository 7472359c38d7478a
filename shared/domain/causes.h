// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Causes in events that more than one program reads something into.
namespace coffee {

/// Of a payment or a refund that the bank knows and a restored log does not: somebody must look,
/// and the money has already moved.
inline constexpr std::string_view kNotInBackup = "not_in_backup";
/// What the bank said could not be written down: of a payment, and of a refund.
inline constexpr std::string_view kAttemptNotRecorded = "not_recorded";
inline constexpr std::string_view kRefundNotRecorded = "not recorded";
/// Of a refund that a person must pay back.
inline constexpr std::string_view kRefundRefused = "refused by the bank";

} // namespace coffee
