// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/menu.h"

#include <algorithm>

namespace coffee {
namespace {

template <class T>
const T* findById(const std::vector<T>& things, std::string_view id)
{
    const auto found =
        std::find_if(things.begin(), things.end(), [id](const T& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

} // namespace

const MenuItem* Menu::item(std::string_view id) const
{
    return findById(items, id);
}

const OptionGroup* Menu::group(std::string_view id) const
{
    return findById(optionGroups, id);
}

const MenuCategory* Menu::category(std::string_view id) const
{
    return findById(categories, id);
}

const Allergen* Menu::allergen(std::string_view id) const
{
    return findById(allergens, id);
}

SaleHours Menu::hoursOf(const MenuItem& item) const
{
    const MenuCategory* of = category(item.category);
    return item.hours.isAlways() && of ? of->hours : item.hours;
}

std::set<std::string> Menu::notSoldAt(const WeekMinute& at) const
{
    std::set<std::string> ids;
    for (const MenuItem& item : items)
        if (!hoursOf(item).contains(at))
            ids.insert(item.id);
    return ids;
}

const OptionChoice* findChoice(const OptionGroup& group, std::string_view id)
{
    return findById(group.choices, id);
}

Money cupPrice(const CupPrices& prices, CupKind kind)
{
    switch (kind) {
    case CupKind::None:
        return {};
    case CupKind::Store:
        return prices.store;
    case CupKind::Disposable:
        return prices.disposable;
    case CupKind::Own:
        return prices.own;
    }
    return {};
}

} // namespace coffee
