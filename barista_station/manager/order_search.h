// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/order_index.h"

#include <QDate>
#include <QString>

namespace coffee::station {

/// What somebody typed, beside what they chose: words that are read each on its own, in any order.
///
///     127            a day number that begins so
///     14:0           paid between 14:00 and 14:09 of the one day that is chosen
///     12,000원       exactly so much
///     10000~20000    between the two
///     라떼, ㄹㄸ     an item
///
/// A time without one chosen day says nothing and is passed over: `timeNeedsDay` tells.
[[nodiscard]] OrderFilter orderSearch(const QString& typed, const OrderFilter& chosen);
[[nodiscard]] bool timeNeedsDay(const QString& typed, const OrderFilter& chosen);

/// The calendar date of a business day, and back.
[[nodiscard]] QDate dateOf(BusinessDay day);
[[nodiscard]] BusinessDay businessDayOf(QDate date);

} // namespace coffee::station
