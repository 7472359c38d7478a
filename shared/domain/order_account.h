// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/day_report.h"

#include <map>
#include <string>
#include <vector>

namespace coffee {

/// What of a refund belongs to what was bought. The parts come to the refund's amount.
struct RefundShare {
    struct Item {
        LocalText name;
        std::int64_t units{0}; ///< that the refund names
        MoneySum amount;       ///< also of units that it does not name
    };
    TaxFigures tax;
    std::map<std::string, Item> items; ///< by id
};

/// The money of one order: how much of each unit is still with the shop.
///
/// A refund takes from the units that it names, in proportion to what is left of each, and what
/// exceeds them (or a plain amount) from all others in the same way; every part is a whole won and
/// nothing is lost in rounding. Its VAT is what the VAT of the receipt becomes smaller by.
class OrderAccount {
public:
    OrderAccount() = default;
    explicit OrderAccount(const PricedBasket& basket);

    /// The next refund of the order, in the order of the log.
    [[nodiscard]] RefundShare take(const RefundOpened& refund);
    /// What a unit cost; nothing for a number that the order does not have.
    [[nodiscard]] Money priceOf(UnitNumber unit) const;
    /// The tax of what is still with the shop.
    [[nodiscard]] TaxFigures tax() const;

private:
    struct Unit {
        std::string item;
        LocalText name;
        TaxClass tax{TaxClass::Taxable};
        Money price;
        std::int64_t left{0};
    };
    std::int64_t takeFrom(const std::vector<std::size_t>& units, std::int64_t won,
                          RefundShare& share);

    std::vector<Unit> m_units;
};

} // namespace coffee
