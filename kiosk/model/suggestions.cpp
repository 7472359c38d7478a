// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/suggestions.h"

#include <algorithm>

namespace coffee::kiosk {

std::vector<const MenuItem*> suggestionsFor(const CustomerBasket& basket, const SoldOut& notNow,
                                            std::size_t most)
{
    bool drinks = false;
    bool eats = false;
    for (const BasketEntry& entry : basket.entries())
        if (const MenuItem* item = basket.menu().item(entry.line.item))
            (item->needsCup ? drinks : eats) = true;
    if (drinks == eats)
        return {};
    std::vector<const MenuItem*> found;
    for (const MenuItem& item : basket.menu().items)
        if (item.needsCup == eats && !notNow.contains(item.id))
            found.push_back(&item);
    std::stable_partition(found.begin(), found.end(),
                          [](const MenuItem* item) { return item->popular; });
    found.resize(std::min(found.size(), most));
    return found;
}

} // namespace coffee::kiosk
