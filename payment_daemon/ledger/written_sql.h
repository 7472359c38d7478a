// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What one order writes and asks, as SQL; `LedgerReader` and `LedgerWriter` run it, and
/// tests/bench runs it bare to see what it costs by itself.
namespace coffee::daemon::sql {

inline constexpr std::string_view kBegin = "BEGIN IMMEDIATE";
inline constexpr std::string_view kCommit = "COMMIT";

inline constexpr std::string_view kFindTombstone =
    "SELECT machine, final_body, at FROM tombstones WHERE key = ?";

inline constexpr std::string_view kInsertAttempt =
    "INSERT INTO attempts(id, key, machine, quote, locale, basket, amount, wait_min,"
    " wait_max, opened_at, state, decline_kind, cause, abandon_asked,"
    " payment_method, masked_card, approval, order_id, final_body, shown,"
    " changed_at)"
    " VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,"
    "nullif(?18,0),?19,?20,?21)";

inline constexpr std::string_view kUpdateAttempt =
    "UPDATE attempts SET state = ?2, decline_kind = ?3, cause = ?4,"
    " abandon_asked = ?5, payment_method = ?6, masked_card = ?7, approval = ?8,"
    " order_id = nullif(?9,0), final_body = ?10, shown = ?11, changed_at = ?12"
    " WHERE id = ?1";

inline constexpr std::string_view kInsertOrder =
    "INSERT INTO orders(id, attempt_id, number, day, code, kiosk, service, allergy_note,"
    " total, payment_method, masked_card, approval, wait_min, wait_max, paid_at, state,"
    " started_at, ready_at, finished_at, last_step_at, cancelled_by, cancel_reason,"
    " stop_unacknowledged, wasted, code_failures, code_locked_until)"
    " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";

// SQLite takes the parts apart itself: one statement for all lines, and so on. They come as plain
// lists, see order_parts.h.
inline constexpr std::string_view kInsertLines =
    "INSERT INTO order_lines(order_id, line, item, name_ko, name_en, station, tax,"
    " total)"
    " SELECT ?1, key + 1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5"
    " FROM json_each(?2)";

inline constexpr std::string_view kInsertOptions =
    "INSERT INTO line_options(order_id, line, place, option_group, choice, name_ko,"
    " name_en, count, price_difference)"
    " SELECT ?1, value->>0, value->>1, value->>2, value->>3, value->>4, value->>5, value->>6,"
    " value->>7 FROM json_each(?2)";

inline constexpr std::string_view kInsertUnits =
    "INSERT INTO units(order_id, unit, line, cup, price, state, reason)"
    " SELECT ?1, key + 1, value->>0, value->>1, value->>2, 'open', '' FROM json_each(?2)";

inline constexpr std::string_view kInsertEvent =
    "INSERT INTO events(seq, at, occurred_at, day, role, name, type, order_id,"
    " attempt_id, body, chain) VALUES (?,?,?,?,?,?,?,?,?,?,?)";

} // namespace coffee::daemon::sql
