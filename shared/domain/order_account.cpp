// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/order_account.h"

#include <algorithm>
#include <numeric>

namespace coffee {

OrderAccount::OrderAccount(const PricedBasket& basket)
{
    for (const PricedLine& line : basket.lines)
        for (const PricedUnit& unit : line.units)
            m_units.push_back({line.item, line.name, line.tax, unit.price, unit.price.won()});
}

RefundShare OrderAccount::take(const RefundOpened& refund)
{
    RefundShare share;
    std::vector<std::size_t> named;
    for (const UnitNumber number : refund.units) {
        const auto index = static_cast<std::size_t>(number) - 1;
        if (number < 1 || index >= m_units.size())
            continue;
        named.push_back(index);
        RefundShare::Item& item = share.items[m_units[index].item];
        item.name = m_units[index].name;
        ++item.units;
    }
    std::vector<std::size_t> all(m_units.size());
    std::iota(all.begin(), all.end(), std::size_t{0});

    const TaxFigures before = tax();
    const std::int64_t won = refund.amount.won();
    takeFrom(all, won - takeFrom(named, won, share), share);
    const TaxFigures after = tax();
    share.tax = {before.supply.minus(after.supply), before.vat.minus(after.vat),
                 before.exempt.minus(after.exempt)};
    return share;
}

/// Gives back how much of it they had.
std::int64_t OrderAccount::takeFrom(const std::vector<std::size_t>& units, std::int64_t won,
                                    RefundShare& share)
{
    std::int64_t whole = 0;
    for (const std::size_t unit : units)
        whole += m_units[unit].left;
    const std::int64_t amount = std::clamp<std::int64_t>(won, 0, whole);
    if (amount == 0)
        return 0;
    // Rounding what they come to together leaves nothing over, and takes from none more than it
    // has.
    std::int64_t reached = 0;
    std::int64_t taken = 0;
    for (const std::size_t index : units) {
        Unit& unit = m_units[index];
        reached += unit.left;
        const std::int64_t upTo = (2 * amount * reached + whole) / (2 * whole);
        const std::int64_t part = upTo - taken;
        taken = upTo;
        if (part == 0)
            continue;
        unit.left -= part;
        RefundShare::Item& item = share.items[unit.item];
        item.name = unit.name;
        item.amount += MoneySum::fromWon(part);
    }
    return amount;
}

Money OrderAccount::priceOf(UnitNumber unit) const
{
    if (unit < 1 || static_cast<std::size_t>(unit) > m_units.size())
        return {};
    return m_units[static_cast<std::size_t>(unit) - 1].price;
}

TaxFigures OrderAccount::tax() const
{
    std::int64_t taxable = 0;
    std::int64_t exempt = 0;
    for (const Unit& unit : m_units)
        (unit.tax == TaxClass::Taxable ? taxable : exempt) += unit.left;
    const std::int64_t vat = containedVat(Money::fromWon(taxable)).won();
    return {MoneySum::fromWon(taxable - vat), MoneySum::fromWon(vat), MoneySum::fromWon(exempt)};
}

} // namespace coffee
