// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/window_orders.h"

#include "shared/files/menu_file.h"
#include "tests/support/random.h"

#include <stdexcept>

namespace coffee::bench {
namespace {

constexpr std::int64_t kLinesOfOrder = 3;
constexpr std::int64_t kUnitsOfLine = 2;
/// How seldom somebody wants something else than usual.
constexpr std::int64_t kOtherChoiceOneIn = 4;
constexpr std::int64_t kExtraOneIn = 8;
constexpr std::int64_t kAllergyOneIn = 20;
constexpr std::int64_t kOwnCupOneIn = 10;
/// 1 March 2026 in Seoul; two orders a second.
constexpr std::int64_t kFirstPaidMs = 1'772'391'600'000;
constexpr std::int64_t kPaidEveryMs = 500;
constexpr BusinessDay kDay{20'514};

/// An item as most people take it: the usual answer to most questions, seldom an extra.
BasketLine usualLine(test::Random& random, const Menu& menu, ServiceMode service)
{
    const MenuItem& item = random.oneOf(menu.items);
    BasketLine line{item.id, {}, {}};
    for (const std::string& id : item.optionGroups) {
        const OptionGroup& group = *menu.group(id);
        const bool asked = group.min > 0;
        const bool usual =
            asked && !group.defaultChoice.empty() && !random.oneIn(kOtherChoiceOneIn);
        if (usual)
            line.options.push_back({id, group.defaultChoice, 1});
        else if (asked || random.oneIn(kExtraOneIn))
            line.options.push_back({id, random.oneOf(group.choices).id, 1});
    }
    CupKind cup = CupKind::None;
    if (item.needsCup)
        cup = service == ServiceMode::Here ? CupKind::Store : CupKind::Disposable;
    if (item.needsCup && random.oneIn(kOwnCupOneIn))
        cup = CupKind::Own;
    line.cups.assign(static_cast<std::size_t>(random.between(1, kUnitsOfLine)), cup);
    return line;
}

} // namespace

Menu demoMenu()
{
    auto menu = loadMenu(COFFEE_SOURCE_DIR "/resources/menu.toml");
    if (!menu)
        throw std::runtime_error{"the demo menu cannot be read"};
    return *std::move(menu);
}

Basket smallBasket(const Menu& menu, std::uint64_t seed)
{
    test::Random random{seed};
    Basket basket;
    basket.service = random.oneIn(2) ? ServiceMode::Here : ServiceMode::TakeAway;
    if (random.oneIn(kAllergyOneIn))
        basket.allergyNote = "땅콩 알레르기가 있어요.";
    for (auto lines = random.between(1, kLinesOfOrder); lines > 0; --lines)
        basket.lines.push_back(usualLine(random, menu, basket.service));
    return basket;
}

std::vector<Event> openOrders(const Menu& menu, int count)
{
    std::vector<Event> events;
    for (int place = 1; place <= count; ++place) {
        const auto basket = price(menu, {}, smallBasket(menu, static_cast<std::uint64_t>(place)));
        if (!basket)
            throw std::runtime_error{"a basket has no price: " + basket.error().detail};
        OrderPaid paid;
        paid.order = place;
        paid.number = 100 + place;
        paid.attempt = place;
        paid.kiosk = "kiosk-" + std::to_string(place % 4 + 1);
        paid.basket = *basket;
        paid.wait = {1800, 3600};
        const ShopTime at = fromMs(kFirstPaidMs + place * kPaidEveryMs);
        events.push_back({place, at, at, kDay, Actor{}, std::move(paid)});
    }
    return events;
}

} // namespace coffee::bench
