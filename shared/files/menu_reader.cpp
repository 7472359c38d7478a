// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/basket.h"
#include "shared/files/menu_fields.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace coffee {
namespace {

using menufile::Fields;
using menufile::Mistakes;
using menufile::Place;
using menufile::placeOf;

std::string named(std::string_view kind, const std::string& id)
{
    return id.empty() ? "this " + std::string{kind} : std::string{kind} + " \"" + id + '"';
}

class Reading {
public:
    Result<Menu, std::vector<MenuMistake>> run(const toml::table& root)
    {
        Fields file{root, "the menu", m_mistakes};
        readShop(file);
        readCups(file);
        for (const auto* table : file.tables("category", "[[category]]", kCategoriesMax, true))
            readCategory(*table);
        for (const auto* table : file.tables("allergen", "[[allergen]]", kAllergensMax, false))
            readAllergen(*table);
        for (const auto* table : file.tables("group", "[[group]]", kGroupsMax, false))
            readGroup(*table);
        for (const auto* table : file.tables("item", "[[item]]", kItemsMax, true))
            readItem(*table);
        file.refuseOtherKeys();
        refuseUnreachable();
        if (!m_mistakes.empty())
            return Failure{std::move(m_mistakes).sorted()};
        m_menu.version = contentVersion(m_menu);
        return std::move(m_menu);
    }

private:
    /// Ids of one kind with the place of the first of them.
    using Places = std::map<std::string, Place, std::less<>>;

    std::string readId(Fields& fields, std::string_view kind, Places& known)
    {
        std::string id = fields.id("id");
        fields.rename(named(kind, id));
        if (id.empty())
            return id;
        const auto [first, isNew] = known.try_emplace(id, fields.place());
        if (!isNew)
            m_mistakes.add(fields.placeOfValue("id"),
                           named(kind, id) + " is already there in line " +
                               std::to_string(first->second.line),
                           "an id that nothing else of its kind has");
        return id;
    }

    void readShop(Fields& file)
    {
        const toml::table* table = file.table("shop", true);
        if (!table)
            return;
        Fields fields{*table, "the shop", m_mistakes};
        m_menu.shopId = fields.id("id");
        m_menu.shopName = fields.localText("name", kMenuNameCharactersMax);
        m_menu.seller.businessNumber = fields.businessNumber("business_number");
        m_menu.seller.address = fields.optionalLocalText("address", kAddressCharactersMax);
        m_menu.seller.phone = fields.optionalText("phone", kPhoneCharactersMax);
        m_menu.openingHours = fields.hours("hours");
        m_menu.greeting = fields.optionalLocalText("greeting", kGreetingCharactersMax);
        fields.refuseOtherKeys();
    }

    void readCups(Fields& file)
    {
        const toml::table* table = file.table("cups", false);
        if (!table)
            return;
        Fields fields{*table, "the cups", m_mistakes};
        const auto difference = [&fields](std::string_view key) {
            return fields.money(key, -kDifferenceWonMax, kDifferenceWonMax, 0);
        };
        m_menu.cups.store = difference("store");
        m_menu.cups.disposable = difference("disposable");
        m_menu.cups.own = difference("own");
        fields.refuseOtherKeys();
    }

    void readCategory(const toml::table& table)
    {
        Fields fields{table, "this category", m_mistakes};
        MenuCategory category;
        category.id = readId(fields, "category", m_categories);
        category.name = fields.localText("name", kMenuNameCharactersMax);
        category.hours = fields.hours("hours");
        fields.refuseOtherKeys();
        m_menu.categories.push_back(std::move(category));
    }

    void readAllergen(const toml::table& table)
    {
        Fields fields{table, "this allergen", m_mistakes};
        Allergen allergen;
        allergen.id = readId(fields, "allergen", m_allergens);
        allergen.name = fields.localText("name", kMenuNameCharactersMax);
        fields.refuseOtherKeys();
        m_menu.allergens.push_back(std::move(allergen));
    }

    void readGroup(const toml::table& table)
    {
        Fields fields{table, "this group", m_mistakes};
        OptionGroup group;
        group.id = readId(fields, "group", m_groups);
        group.name = fields.localText("name", kMenuNameCharactersMax);
        group.min = static_cast<std::int32_t>(fields.integer("min", 0, kGroupCountMax, 0));
        group.max = static_cast<std::int32_t>(fields.integer("max", 1, kGroupCountMax, 1));
        group.defaultChoice = fields.optionalId("default").value_or("");
        Places choices;
        for (const auto* one :
             fields.tables("choices", "choice { id = \"…\", name = … }", kChoicesMax, true))
            group.choices.push_back(readChoice(*one, group.max, fields.what(), choices));
        fields.refuseOtherKeys();
        checkGroup(group, fields);
        m_menu.optionGroups.push_back(std::move(group));
    }

    OptionChoice readChoice(const toml::table& table, std::int32_t groupMax,
                            const std::string& group, Places& choices)
    {
        Fields fields{table, "this choice of " + group, m_mistakes};
        OptionChoice choice;
        choice.id = readId(fields, "choice", choices);
        fields.rename(named("choice", choice.id) + " of " + group);
        choice.name = fields.localText("name", kMenuNameCharactersMax);
        choice.priceDifference = fields.money("price", -kDifferenceWonMax, kDifferenceWonMax, 0);
        choice.countMax = static_cast<std::int32_t>(fields.integer("max", 1, kGroupCountMax, 1));
        fields.refuseOtherKeys();
        if (choice.countMax > groupMax)
            m_mistakes.add(fields.placeOfValue("max"),
                           "\"max\" of " + fields.what() + " is " + std::to_string(choice.countMax),
                           "at most the \"max\" of its group, which is " +
                               std::to_string(groupMax));
        return choice;
    }

    void checkGroup(const OptionGroup& group, const Fields& fields)
    {
        if (group.min > group.max)
            m_mistakes.add(fields.placeOfValue("min"),
                           "\"min\" of " + fields.what() + " is " + std::to_string(group.min),
                           "at most its \"max\", which is " + std::to_string(group.max));
        const std::int32_t most = std::accumulate(
            group.choices.begin(), group.choices.end(), std::int32_t{0},
            [](std::int32_t sum, const OptionChoice& choice) { return sum + choice.countMax; });
        if (!group.choices.empty() && group.min <= group.max && group.min > most)
            m_mistakes.add(fields.placeOfValue("min"),
                           "\"min\" of " + fields.what() + " is " + std::to_string(group.min) +
                               ", and its choices give only " + std::to_string(most),
                           "at most " + std::to_string(most));
        if (!group.defaultChoice.empty() && !findChoice(group, group.defaultChoice))
            m_mistakes.add(fields.placeOfValue("default"),
                           "\"default\" of " + fields.what() + " is \"" + group.defaultChoice +
                               "\", which is none of its choices",
                           "the id of one of its choices");
    }

    void readItem(const toml::table& table)
    {
        Fields fields{table, "this item", m_mistakes};
        MenuItem item;
        item.id = readId(fields, "item", m_items);
        item.category = fields.id("category");
        item.name = fields.localText("name", kMenuNameCharactersMax);
        item.description = fields.localText("description", kMenuDescriptionCharactersMax);
        item.price = fields.money("price", 0, kItemWonMax, std::nullopt);
        item.image = fields.optionalId("image").value_or(item.id);
        item.optionGroups =
            known(fields.ids("options", kGroupsOfItemMax), m_groups, "group", fields);
        item.allergens =
            known(fields.ids("allergens", kAllergensMax), m_allergens, "allergen", fields);
        item.station = static_cast<StationKind>(
            fields.word("station", {"espresso", "blender", "food"}, std::nullopt));
        item.tax = static_cast<TaxClass>(fields.word("tax", {"taxable", "exempt"}, 0));
        item.needsCup = fields.flag("cup", true);
        item.popular = fields.flag("popular", false);
        item.caffeineMg =
            static_cast<std::int32_t>(fields.integer("caffeine_mg", 0, kCaffeineMgMax, 0));
        item.quantityMax = static_cast<std::int32_t>(
            fields.integer("quantity_max", 1, static_cast<std::int64_t>(kUnitsOfLineMax), 20));
        item.hours = fields.hours("hours");
        fields.refuseOtherKeys();
        checkItem(item, fields);
        m_menu.items.push_back(std::move(item));
    }

    /// The ids that exist; the others are mistakes.
    std::vector<std::string> known(const std::vector<menufile::PlacedId>& ids,
                                   const Places& existing, std::string_view kind,
                                   const Fields& fields)
    {
        std::vector<std::string> found;
        for (const auto& [id, place] : ids) {
            if (existing.contains(id))
                found.push_back(id);
            else
                m_mistakes.add(place,
                               fields.what() + " names the " + named(kind, id) +
                                   ", which the menu does not have",
                               "the id of a [[" + std::string{kind} + "]]");
        }
        return found;
    }

    void checkItem(const MenuItem& item, const Fields& fields)
    {
        if (m_categories.contains(item.category))
            m_usedCategories.insert(item.category);
        else if (!item.category.empty())
            m_mistakes.add(fields.placeOfValue("category"),
                           fields.what() + " names the " + named("category", item.category) +
                               ", which the menu does not have",
                           "the id of a [[category]]");
        std::size_t selections = 0;
        for (const std::string& id : item.optionGroups) {
            m_usedGroups.insert(id);
            if (const OptionGroup* group = m_menu.group(id))
                selections += std::min(static_cast<std::size_t>(group->max), group->choices.size());
        }
        if (selections > kOptionsOfLineMax)
            m_mistakes.add(fields.placeOfValue("options"),
                           fields.what() + " lets a customer choose " + std::to_string(selections) +
                               " options at once",
                           "groups whose \"max\" together is at most " +
                               std::to_string(kOptionsOfLineMax));
    }

    void refuseUnreachable()
    {
        for (const auto& [id, place] : m_groups)
            if (!m_usedGroups.contains(id))
                m_mistakes.add(place, "no item offers " + named("group", id),
                               "an item with \"" + id + "\" in its options, or no such group");
        for (const auto& [id, place] : m_categories)
            if (!m_usedCategories.contains(id))
                m_mistakes.add(place, "no item is in " + named("category", id),
                               "an item with category = \"" + id + "\", or no such category");
    }

    Mistakes m_mistakes;
    Menu m_menu;
    Places m_categories;
    Places m_allergens;
    Places m_groups;
    Places m_items;
    std::set<std::string, std::less<>> m_usedCategories;
    std::set<std::string, std::less<>> m_usedGroups;
};

} // namespace

Result<Menu, std::vector<MenuMistake>> readMenu(std::string_view text)
{
    try {
        const toml::table root = toml::parse(text);
        return Reading{}.run(root);
    } catch (const toml::parse_error& error) {
        const Place place = placeOf(error.source());
        return Failure{std::vector{MenuMistake{
            place.line, place.column, "this is not TOML: " + std::string{error.description()},
            "a text that follows toml.io"}}};
    }
}

} // namespace coffee
