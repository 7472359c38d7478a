// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"

#include <array>
#include <optional>
#include <string_view>

/// Why the bar cannot make a unit. The order's history keeps words, in the language of the shop; a
/// screen that speaks to customers finds the reason in them and tells it in words of its own.
namespace coffee {

enum class RefuseReason { NoIngredient, Machine, Other };

inline constexpr std::array kAllRefuseReasons{RefuseReason::NoIngredient, RefuseReason::Machine,
                                              RefuseReason::Other};

/// What a station writes, by its language.
[[nodiscard]] LocalText writtenReason(RefuseReason reason);

/// What was meant by what is written, in either language; empty for somebody's own words.
[[nodiscard]] std::optional<RefuseReason> refuseReasonOf(std::string_view written);

} // namespace coffee
