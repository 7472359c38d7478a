// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/money.h"

#include <array>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace coffee {

/// A text in the shop's two languages. Both are always there; the menu reader sees to it.
struct LocalText {
    std::string ko;
    std::string en;
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// Which part of the bar makes an item.
enum class StationKind { Espresso, Blender, Food };
inline constexpr std::array kAllStationKinds{StationKind::Espresso, StationKind::Blender,
                                             StationKind::Food};
/// Prices contain VAT; exempt items are kept apart on the receipt.
enum class TaxClass { Taxable, Exempt };
/// What a drink is handed over in. `None` is for items that need no cup.
enum class CupKind { None, Store, Disposable, Own };
enum class ServiceMode { Here, TakeAway };

inline constexpr std::array kAllCupKinds{CupKind::None, CupKind::Store, CupKind::Disposable,
                                         CupKind::Own};

/// One choice of an option group. `countMax` above 1 makes it a quantity (extra shots).
struct OptionChoice {
    std::string id;
    LocalText name;
    Money priceDifference;
    std::int32_t countMax{1};
    friend bool operator==(const OptionChoice&, const OptionChoice&) = default;
};

/// A question about an item: at least `min`, at most `max` choices, counted with their counts.
/// A group with `min` > 0 is required. `defaultChoice` is empty where the customer must say it
/// (ICE or HOT is never preselected).
struct OptionGroup {
    std::string id;
    LocalText name;
    std::int32_t min{0};
    std::int32_t max{1};
    std::string defaultChoice;
    std::vector<OptionChoice> choices;
    friend bool operator==(const OptionGroup&, const OptionGroup&) = default;
};

/// A minute of the week by the shop's clock.
struct WeekMinute {
    std::int32_t weekday{0}; ///< 0 is Monday
    std::int32_t minute{0};  ///< after midnight
};

/// When something is sold: from `from` until before `to`, in minutes after midnight by the shop's
/// clock, on these days of the week. A `to` before `from` is on the next morning, which belongs to
/// the day on which it began. Every day and all of it unless set.
struct SaleHours {
    static constexpr std::int32_t kMinutesOfDay = 24 * 60;
    static constexpr std::int32_t kDaysOfWeek = 7;
    static constexpr std::int32_t kEveryDay = (1 << kDaysOfWeek) - 1;

    std::int32_t from{0};
    std::int32_t to{kMinutesOfDay};
    std::int32_t days{kEveryDay}; ///< a bit each, Monday's is 1; at least one
    friend bool operator==(const SaleHours&, const SaleHours&) = default;

    [[nodiscard]] bool isWholeDay() const { return from == 0 && to == kMinutesOfDay; }
    [[nodiscard]] bool isAlways() const { return isWholeDay() && days == kEveryDay; }
    [[nodiscard]] bool isOn(std::int32_t weekday) const { return (days >> weekday & 1) != 0; }
    [[nodiscard]] bool contains(const WeekMinute& at) const
    {
        if (from < to)
            return isOn(at.weekday) && from <= at.minute && at.minute < to;
        return (isOn(at.weekday) && from <= at.minute) ||
               (isOn((at.weekday + kDaysOfWeek - 1) % kDaysOfWeek) && at.minute < to);
    }
};

struct MenuItem {
    std::string id;
    std::string category;
    LocalText name;
    LocalText description;
    Money price;
    std::string image;
    std::vector<std::string> optionGroups;
    std::vector<std::string> allergens;
    StationKind station{StationKind::Espresso};
    TaxClass tax{TaxClass::Taxable};
    bool needsCup{true};
    bool popular{false};
    std::int32_t caffeineMg{0};
    std::int32_t quantityMax{20};
    SaleHours hours{}; ///< unless it is always, they count before the category's
    friend bool operator==(const MenuItem&, const MenuItem&) = default;
};

struct MenuCategory {
    std::string id;
    LocalText name;
    SaleHours hours{}; ///< of its items that have none of their own
    friend bool operator==(const MenuCategory&, const MenuCategory&) = default;
};

/// What each kind of cup adds to (or takes off) the price of a drink.
struct CupPrices {
    Money store;
    Money disposable;
    Money own;
    friend bool operator==(const CupPrices&, const CupPrices&) = default;
};

/// An allergen that items refer to by id, with its words.
struct Allergen {
    std::string id;
    LocalText name;
    friend bool operator==(const Allergen&, const Allergen&) = default;
};

/// Who sells, as a receipt must name it. Each is empty where the shop has not said.
struct Seller {
    std::string businessNumber; ///< 사업자등록번호, as `123-45-67890`
    LocalText address;
    std::string phone;
    friend bool operator==(const Seller&, const Seller&) = default;
};

/// The whole menu, valid by construction when it comes from the menu reader or the wire: ids are
/// unique, every reference resolves. `version` is made from the content: the same menu has the
/// same version on every machine.
struct Menu {
    std::string version;
    std::string shopId;
    LocalText shopName;
    Seller seller{};
    SaleHours openingHours{}; ///< when the shop takes orders: always unless it says so
    LocalText greeting{};     ///< the shop's own words on the first page; may be empty
    CupPrices cups;
    std::vector<MenuCategory> categories;
    std::vector<Allergen> allergens;
    std::vector<OptionGroup> optionGroups;
    std::vector<MenuItem> items;
    friend bool operator==(const Menu&, const Menu&) = default;

    /// Null when there is no such id. The pointers live as long as the menu is not changed.
    [[nodiscard]] const MenuItem* item(std::string_view id) const;
    [[nodiscard]] const OptionGroup* group(std::string_view id) const;
    [[nodiscard]] const MenuCategory* category(std::string_view id) const;
    [[nodiscard]] const Allergen* allergen(std::string_view id) const;

    /// When this item of the menu is sold: its own hours, else its category's.
    [[nodiscard]] SaleHours hoursOf(const MenuItem& item) const;
    /// The ids of the items that are not sold at this minute.
    [[nodiscard]] std::set<std::string> notSoldAt(const WeekMinute& at) const;
};

[[nodiscard]] const OptionChoice* findChoice(const OptionGroup& group, std::string_view id);
/// The price difference of a cup; zero for `CupKind::None`.
[[nodiscard]] Money cupPrice(const CupPrices& prices, CupKind kind);

/// Bounds that menu files, the wire and the screens agree on.
inline constexpr std::size_t kCategoriesMax = 20;
inline constexpr std::size_t kItemsMax = 300;
inline constexpr std::size_t kGroupsMax = 60;
inline constexpr std::size_t kChoicesMax = 24;
inline constexpr std::size_t kGroupsOfItemMax = 12;
inline constexpr std::size_t kAllergensMax = 32;

} // namespace coffee
