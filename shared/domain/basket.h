// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/domain/menu.h"
#include "shared/domain/refusal.h"
#include "shared/domain/result.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace coffee {

/// One chosen option and how often (1 unless the choice is a quantity).
struct OptionSelection {
    std::string group;
    std::string choice;
    std::int32_t count{1};
    friend bool operator==(const OptionSelection&, const OptionSelection&) = default;
};

/// One line as the customer chose it: an item with its options, and one cup per unit. The number
/// of cups is the quantity; items that need no cup carry `CupKind::None` for each unit.
struct BasketLine {
    std::string item;
    std::vector<OptionSelection> options;
    std::vector<CupKind> cups;
    friend bool operator==(const BasketLine&, const BasketLine&) = default;
};

struct Basket {
    ServiceMode service{ServiceMode::Here};
    std::string allergyNote;
    std::vector<BasketLine> lines;
    friend bool operator==(const Basket&, const Basket&) = default;
};

inline constexpr std::size_t kLinesMax = 30;
inline constexpr std::size_t kUnitsOfLineMax = 50;
inline constexpr std::size_t kUnitsMax = 100;
inline constexpr std::size_t kOptionsOfLineMax = 24;
inline constexpr std::size_t kAllergyNoteBytesMax = 240;

/// An option as it was bought: words and price at that moment, so that later menus change nothing.
struct PricedOption {
    std::string group;
    std::string choice;
    LocalText name;
    std::int32_t count{1};
    Money priceDifference; ///< of one
    friend bool operator==(const PricedOption&, const PricedOption&) = default;
};

struct PricedUnit {
    CupKind cup{CupKind::None};
    Money price; ///< item, options and cup together
    friend bool operator==(const PricedUnit&, const PricedUnit&) = default;
};

struct PricedLine {
    std::string item;
    LocalText name;
    StationKind station{StationKind::Espresso};
    TaxClass tax{TaxClass::Taxable};
    std::vector<PricedOption> options;
    std::vector<PricedUnit> units;
    Money total;
    friend bool operator==(const PricedLine&, const PricedLine&) = default;
};

struct PricedBasket {
    ServiceMode service{ServiceMode::Here};
    std::string allergyNote;
    std::vector<PricedLine> lines;
    Money total;
    friend bool operator==(const PricedBasket&, const PricedBasket&) = default;
};

/// Ids of the items that cannot be ordered now.
using SoldOut = std::set<std::string>;

/// The one pricing function: kiosk and daemon both call it, and the daemon's answer counts.
///
/// Checks quantities, options, cups and availability and adds up. Rules:
/// - a unit costs item price + Σ option difference × count + cup difference, never less than 0;
/// - in the shop (`Here`) a drink is served in a store or an own cup; disposable cups are for
///   take away (the Act on the Promotion of Saving and Recycling of Resources, article 10), and
///   store cups stay in the shop;
/// - an item without a cup carries `CupKind::None`.
/// Option order in the answer follows the menu, so equal choices give equal lines.
[[nodiscard]] Result<PricedBasket, Refusal> price(const Menu& menu, const SoldOut& soldOut,
                                                  const Basket& basket);

/// The same for one line, with the refusal naming it; used while a customer is choosing.
[[nodiscard]] Result<PricedLine, Refusal> priceLine(const Menu& menu, ServiceMode service,
                                                    const BasketLine& line);

/// The VAT contained in a taxable total: total / 11, half up, once for the whole receipt
/// (Value-Added Tax Act, 10 % on the supply value).
[[nodiscard]] Money containedVat(Money taxableTotal);

} // namespace coffee
