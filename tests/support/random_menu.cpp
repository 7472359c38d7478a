// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_menu.h"

#include <algorithm>
#include <string>

namespace coffee::test {
namespace {

LocalText named(const std::string& what, std::int32_t number)
{
    return {what + ' ' + std::to_string(number) + " 번", what + ' ' + std::to_string(number)};
}

OptionGroup randomGroup(Random& random, std::int32_t number)
{
    OptionGroup group;
    group.id = "group-" + std::to_string(number);
    group.name = named("group", number);
    group.max = random.small(1, 4);
    std::int32_t most = 0;
    const std::int32_t choices = random.small(1, 5);
    for (std::int32_t i = 0; i < choices; ++i) {
        OptionChoice choice;
        choice.id = "choice-" + std::to_string(i);
        choice.name = named("choice", i);
        choice.priceDifference = Money::fromWon(100 * random.between(-5, 15));
        choice.countMax = random.small(1, group.max);
        most += choice.countMax;
        group.choices.push_back(std::move(choice));
    }
    group.min = random.small(0, std::min(group.max, most));
    if (random.oneIn(2))
        group.defaultChoice = group.choices.front().id;
    return group;
}

MenuItem randomItem(Random& random, std::int32_t number, const Menu& menu)
{
    MenuItem item;
    item.id = "item-" + std::to_string(number);
    item.category = random.oneOf(menu.categories).id;
    item.name = named("item", number);
    item.description = named("what item it is", number);
    item.price = Money::fromWon(100 * random.between(0, 80));
    item.image = item.id;
    for (const OptionGroup& group : menu.optionGroups)
        if (item.optionGroups.size() < 5 && random.oneIn(3))
            item.optionGroups.push_back(group.id);
    item.station = static_cast<StationKind>(random.between(0, 2));
    item.tax = random.oneIn(5) ? TaxClass::Exempt : TaxClass::Taxable;
    item.needsCup = !random.oneIn(4);
    item.quantityMax = random.small(1, 20);
    return item;
}

CupKind randomCup(Random& random, const MenuItem& item, ServiceMode service)
{
    if (!item.needsCup)
        return CupKind::None;
    if (random.oneIn(3))
        return CupKind::Own;
    return service == ServiceMode::Here ? CupKind::Store : CupKind::Disposable;
}

} // namespace

Menu randomMenu(Random& random)
{
    Menu menu;
    menu.version = "random";
    menu.shopId = "test-shop";
    menu.shopName = {"시험 가게", "Test shop"};
    menu.cups.disposable = Money::fromWon(100 * random.between(0, 3));
    menu.cups.own = Money::fromWon(-100 * random.between(0, 10));
    for (std::int32_t i = 1; i <= 3; ++i)
        menu.categories.push_back({"category-" + std::to_string(i), named("category", i)});
    const std::int32_t groups = random.small(1, 8);
    for (std::int32_t i = 1; i <= groups; ++i)
        menu.optionGroups.push_back(randomGroup(random, i));
    const std::int32_t items = random.small(1, 12);
    for (std::int32_t i = 1; i <= items; ++i)
        menu.items.push_back(randomItem(random, i, menu));
    return menu;
}

BasketLine randomLine(Random& random, const Menu& menu, ServiceMode service)
{
    const MenuItem& item = random.oneOf(menu.items);
    BasketLine line;
    line.item = item.id;
    for (const std::string& id : item.optionGroups) {
        const OptionGroup& group = *menu.group(id);
        std::int32_t wanted = random.small(group.min, group.max);
        for (const OptionChoice& choice : group.choices) {
            // Enough is left for later choices to reach the minimum only if none is skipped.
            const std::int32_t count = std::min(wanted, choice.countMax);
            if (count > 0)
                line.options.push_back({id, choice.id, count});
            wanted -= count;
        }
    }
    random.shuffle(line.options);
    const std::int32_t units = random.small(1, std::min(item.quantityMax, 3));
    for (std::int32_t i = 0; i < units; ++i)
        line.cups.push_back(randomCup(random, item, service));
    return line;
}

Basket randomBasket(Random& random, const Menu& menu)
{
    Basket basket;
    basket.service = random.oneIn(2) ? ServiceMode::Here : ServiceMode::TakeAway;
    if (random.oneIn(6))
        basket.allergyNote = "견과류 빼 주세요";
    const std::int32_t lines = random.small(1, 4);
    for (std::int32_t i = 0; i < lines; ++i)
        basket.lines.push_back(randomLine(random, menu, basket.service));
    return basket;
}

} // namespace coffee::test
