// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/basket.h"

#include <algorithm>

namespace coffee {
namespace {

Failure<Refusal> refuse(RefusalCode code, std::string detail, std::vector<std::string> items = {})
{
    Refusal refusal;
    refusal.code = code;
    refusal.detail = std::move(detail);
    refusal.items = std::move(items);
    return Failure{std::move(refusal)};
}

bool cupFits(ServiceMode service, bool needsCup, CupKind cup)
{
    if (!needsCup)
        return cup == CupKind::None;
    switch (cup) {
    case CupKind::None:
        return false;
    case CupKind::Store:
        return service == ServiceMode::Here;
    case CupKind::Disposable:
        return service == ServiceMode::TakeAway;
    case CupKind::Own:
        return true;
    }
    return false;
}

/// How often a choice of a group was selected; selections of one choice may be split.
std::int32_t countOf(const BasketLine& line, const std::string& group, const std::string& choice)
{
    std::int32_t count = 0;
    for (const OptionSelection& selection : line.options)
        if (selection.group == group && selection.choice == choice)
            count += selection.count;
    return count;
}

Result<Done, Refusal> checkSelectionsExist(const Menu& menu, const MenuItem& item,
                                           const BasketLine& line)
{
    if (line.options.size() > kOptionsOfLineMax)
        return refuse(RefusalCode::InvalidOptions, "too many options on one line", {item.id});
    for (const OptionSelection& selection : line.options) {
        const bool offered = std::find(item.optionGroups.begin(), item.optionGroups.end(),
                                       selection.group) != item.optionGroups.end();
        const OptionGroup* group = menu.group(selection.group);
        if (!offered || !group || !findChoice(*group, selection.choice))
            return refuse(RefusalCode::UnknownItem,
                          item.id + " has no option " + selection.group + "/" + selection.choice,
                          {item.id});
        if (selection.count < 1 || selection.count > 99)
            return refuse(RefusalCode::InvalidOptions, "an option count must be 1 to 99",
                          {item.id});
    }
    return Done{};
}

Result<std::vector<PricedOption>, Refusal> priceOptions(const Menu& menu, const MenuItem& item,
                                                        const BasketLine& line)
{
    if (const auto known = checkSelectionsExist(menu, item, line); !known)
        return Failure{known.error()};
    std::vector<PricedOption> priced;
    for (const std::string& groupId : item.optionGroups) {
        const OptionGroup* group = menu.group(groupId);
        if (!group)
            return refuse(RefusalCode::UnknownItem, "the menu lacks group " + groupId, {item.id});
        std::int32_t chosen = 0;
        for (const OptionChoice& choice : group->choices) {
            const std::int32_t count = countOf(line, groupId, choice.id);
            if (count > choice.countMax)
                return refuse(RefusalCode::InvalidOptions,
                              "too many of " + groupId + "/" + choice.id, {item.id});
            chosen += count;
            if (count > 0)
                priced.push_back({groupId, choice.id, choice.name, count, choice.priceDifference});
        }
        if (chosen < group->min || chosen > group->max)
            return refuse(RefusalCode::InvalidOptions,
                          item.id + " needs " + std::to_string(group->min) + " to " +
                              std::to_string(group->max) + " of " + groupId,
                          {item.id});
    }
    return priced;
}

} // namespace

Result<PricedLine, Refusal> priceLine(const Menu& menu, ServiceMode service, const BasketLine& line)
{
    const MenuItem* item = menu.item(line.item);
    if (!item)
        return refuse(RefusalCode::UnknownItem, "the menu has no item " + line.item, {line.item});
    if (line.cups.empty() || line.cups.size() > kUnitsOfLineMax ||
        line.cups.size() > static_cast<std::size_t>(item->quantityMax))
        return refuse(RefusalCode::InvalidQuantity,
                      line.item + " can be ordered 1 to " + std::to_string(item->quantityMax) +
                          " times in a line",
                      {line.item});
    auto options = priceOptions(menu, *item, line);
    if (!options)
        return Failure{options.error()};

    std::int64_t base = item->price.won();
    for (const PricedOption& option : *options)
        base += option.priceDifference.won() * option.count;

    PricedLine priced{item->id, item->name, item->station, item->tax, *options, {}, {}};
    std::int64_t total = 0;
    for (const CupKind cup : line.cups) {
        if (!cupFits(service, item->needsCup, cup))
            return refuse(RefusalCode::InvalidCup, "this cup does not go with " + item->id,
                          {item->id});
        const std::int64_t won = std::max<std::int64_t>(0, base + cupPrice(menu.cups, cup).won());
        const auto unitPrice = Money::checked(won);
        if (!unitPrice)
            return refuse(RefusalCode::InvalidQuantity, "the price is out of range", {item->id});
        priced.units.push_back({cup, *unitPrice});
        total += won;
    }
    const auto lineTotal = Money::checked(total);
    if (!lineTotal)
        return refuse(RefusalCode::InvalidQuantity, "the price is out of range", {item->id});
    priced.total = *lineTotal;
    return priced;
}

Result<PricedBasket, Refusal> price(const Menu& menu, const SoldOut& soldOut, const Basket& basket)
{
    if (basket.lines.empty() || basket.lines.size() > kLinesMax)
        return refuse(RefusalCode::InvalidQuantity,
                      "an order has 1 to " + std::to_string(kLinesMax) + " lines");
    if (basket.allergyNote.size() > kAllergyNoteBytesMax)
        return refuse(RefusalCode::InvalidOptions, "the allergy note is too long");

    PricedBasket priced{basket.service, basket.allergyNote, {}, {}};
    std::vector<std::string> gone;
    std::size_t units = 0;
    for (const BasketLine& line : basket.lines) {
        auto one = priceLine(menu, basket.service, line);
        if (!one)
            return Failure{one.error()};
        if (soldOut.contains(line.item) &&
            std::find(gone.begin(), gone.end(), line.item) == gone.end())
            gone.push_back(line.item);
        units += line.cups.size();
        const auto sum = priced.total.plus(one->total);
        if (!sum)
            return refuse(RefusalCode::InvalidQuantity, "the total is out of range");
        priced.total = *sum;
        priced.lines.push_back(std::move(*one));
    }
    if (!gone.empty())
        return refuse(RefusalCode::SoldOut, "an item is sold out", std::move(gone));
    if (units > kUnitsMax)
        return refuse(RefusalCode::InvalidQuantity,
                      "an order has at most " + std::to_string(kUnitsMax) + " units");
    return priced;
}

Money containedVat(Money taxableTotal)
{
    // Half up: (2·total + 11) / 22 on whole won.
    return Money::fromWon((2 * taxableTotal.won() + 11) / 22);
}

} // namespace coffee
