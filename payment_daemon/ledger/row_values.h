// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment_daemon/ledger/column_words.h"
#include "payment_daemon/ledger/ledger.h"

#include <string_view>

/// Single rows as values. Each function reads the columns that stand beside it, in their order,
/// and throws UnreadableRow when they hold what this program cannot have written.
namespace coffee::daemon {

inline constexpr std::string_view kAttemptColumns =
    "id, key, machine, quote, locale, basket, wait_min, wait_max, opened_at, state, decline_kind, "
    "cause, abandon_asked, payment_method, masked_card, approval, coalesce(order_id, 0), "
    "final_body, shown, changed_at";
[[nodiscard]] AttemptRow attemptOf(const Rows& row);

/// Of `orders o` joined with its `attempts a`. Lines, units and refunds are not in the row.
inline constexpr std::string_view kOrderColumns =
    "o.id, o.attempt_id, a.key, o.number, o.day, o.code, o.kiosk, o.service, o.allergy_note, "
    "o.total, o.payment_method, o.masked_card, o.approval, o.wait_min, o.wait_max, o.paid_at, "
    "o.state, o.started_at, o.ready_at, o.finished_at, o.last_step_at, o.cancelled_by, "
    "o.cancel_reason, o.stop_unacknowledged, o.wasted, o.code_failures, o.code_locked_until";
[[nodiscard]] OrderRow orderRowOf(const Rows& row);

/// Without the units.
inline constexpr std::string_view kRefundColumns =
    "id, order_id, key, amount, reason, state, opened_at, changed_at";
[[nodiscard]] RefundRow refundOf(const Rows& row);

/// Of item, name_ko, name_en, station, tax, total.
[[nodiscard]] PricedLine lineOf(const Rows& row);
/// Of line, option_group, choice, name_ko, name_en, count, price_difference.
[[nodiscard]] PricedOption optionOf(const Rows& row);
/// Of unit, line, cup, price, state, reason.
[[nodiscard]] UnitRow unitOf(const Rows& row);

} // namespace coffee::daemon
