// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// The tables of the ledger and what they refuse. The CHECK words and the triggers on state edges
/// are made from the tables in shared/domain/words.h and states.h, so that code and database
/// cannot disagree.
namespace coffee::daemon {

/// "Coff": marks a file as a ledger of ours (SQLite's application_id).
inline constexpr std::int32_t kApplicationId = 0x436f6666;
/// Counts up with every change of the tables (SQLite's user_version).
inline constexpr std::int32_t kSchemaVersion = 3;
/// The first version of which there are shops.
inline constexpr std::int32_t kOldestSchemaVersion = 1;

// What a starting shop reads. Queries use the same words as the partial indexes, so that SQLite
// finds the index.
inline constexpr std::string_view kOpenOrder =
    "(state = 'queued' OR state = 'making' OR state = 'ready')";
inline constexpr std::string_view kUnsettledAttempt =
    "(state = 'charging' OR state = 'unknown' OR state = 'reversing' OR state = 'needs_review')";
inline constexpr std::string_view kUnsettledRefund = "(state = 'due' OR state = 'needs_review')";

/// The statements that make an empty database a ledger of this version: the oldest one's, and
/// then every step that came after, so that a new ledger and one that grew up are the same.
[[nodiscard]] std::string schemaSql(std::int32_t version = kSchemaVersion);
/// The statements that make a ledger of the version before one of `version`. They name what they
/// change literally and never change themselves: shops have gone through them.
[[nodiscard]] std::string schemaStep(std::int32_t version);

} // namespace coffee::daemon
