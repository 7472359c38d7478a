// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/basket.h"

#include <string>

/// A basket's lines, options and units as plain JSON lists, one list a row, for the statements of
/// written_sql.h: SQLite reads a flat list far faster than it finds its way through a basket.
namespace coffee::daemon {

struct OrderParts {
    std::string lines;   ///< [item, name_ko, name_en, station, tax, total]
    std::string options; ///< [line, place, group, choice, name_ko, name_en, count, difference]
    std::string units;   ///< [line, cup, price]
};

[[nodiscard]] OrderParts partsOf(const PricedBasket& basket);

} // namespace coffee::daemon
