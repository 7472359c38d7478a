// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/domain_fields.h"

/// The menu on the wire.
namespace coffee::protocol {

template <class F>
void describe(F& f, typename F::template Ref<OptionChoice> t)
{
    f.text("id", t.id, kWordText);
    f.object("name", t.name);
    f.money("price_difference", t.priceDifference);
    f.integer("count_max", t.countMax, 1, 99);
}

template <class F>
void describe(F& f, typename F::template Ref<OptionGroup> t)
{
    f.text("id", t.id, kWordText);
    f.object("name", t.name);
    f.integer("min", t.min, 0, 99);
    f.integer("max", t.max, 1, 99);
    f.text("default_choice", t.defaultChoice, kWordOrNone);
    f.list("choices", t.choices, kChoicesMax);
}

template <class F>
void describe(F& f, typename F::template Ref<Seller> t)
{
    f.text("business_number", t.businessNumber, kWordOrNone);
    f.object("address", t.address);
    f.text("phone", t.phone, kShortText);
}

template <class F>
void describe(F& f, typename F::template Ref<MenuItem> t)
{
    f.text("id", t.id, kWordText);
    f.text("category", t.category, kWordText);
    f.object("name", t.name);
    f.object("description", t.description);
    f.money("price", t.price);
    f.text("image", t.image, kWordText);
    f.list("option_groups", t.optionGroups, kGroupsOfItemMax);
    f.list("allergens", t.allergens, kAllergensMax);
    f.oneOf("station", t.station);
    f.oneOf("tax", t.tax);
    f.flag("needs_cup", t.needsCup);
    f.flag("popular", t.popular);
    f.integer("caffeine_mg", t.caffeineMg, 0, 5'000);
    f.integer("quantity_max", t.quantityMax, 1, kUnitsOfLineMax);
    f.object("hours", t.hours);
}

template <class F>
void describe(F& f, typename F::template Ref<MenuCategory> t)
{
    f.text("id", t.id, kWordText);
    f.object("name", t.name);
    f.object("hours", t.hours);
}

template <class F>
void describe(F& f, typename F::template Ref<Allergen> t)
{
    f.text("id", t.id, kWordText);
    f.object("name", t.name);
}

template <class F>
void describe(F& f, typename F::template Ref<CupPrices> t)
{
    f.money("store", t.store);
    f.money("disposable", t.disposable);
    f.money("own", t.own);
}

template <class F>
void describe(F& f, typename F::template Ref<Menu> t)
{
    f.text("version", t.version, kWordText);
    f.text("shop_id", t.shopId, kWordText);
    f.object("shop_name", t.shopName);
    f.object("seller", t.seller);
    f.object("opening_hours", t.openingHours);
    f.object("greeting", t.greeting);
    f.object("cups", t.cups);
    f.list("categories", t.categories, kCategoriesMax);
    f.list("allergens", t.allergens, kAllergensMax);
    f.list("option_groups", t.optionGroups, kGroupsMax);
    f.list("items", t.items, kItemsMax);
}

} // namespace coffee::protocol
