// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/house_menu.h"

namespace coffee::sim {

Menu houseMenu()
{
    Menu menu;
    menu.version = "menu-1";
    menu.shopId = "sim";
    menu.shopName = {"시험 커피", "Test coffee"};
    menu.cups = {{}, {}, Money::fromWon(-300)};
    menu.categories = {{"all", {"모두", "All"}}};
    menu.optionGroups = {
        {"temperature",
         {"온도", "Temperature"},
         1,
         1,
         "",
         {{"hot", {"따뜻하게", "Hot"}, {}, 1}, {"ice", {"시원하게", "Iced"}, {}, 1}}}};
    MenuItem americano;
    americano.id = americano.image = "americano";
    americano.category = "all";
    americano.name = {"아메리카노", "Americano"};
    americano.price = Money::fromWon(4500);
    americano.optionGroups = {"temperature"};
    MenuItem brew = americano;
    brew.id = brew.image = "brew";
    brew.name = {"콜드브루", "Cold brew"};
    brew.price = Money::fromWon(5000);
    brew.optionGroups.clear();
    MenuItem cake = brew;
    cake.id = cake.image = "cake";
    cake.name = {"치즈케이크", "Cheesecake"};
    cake.price = Money::fromWon(6500);
    cake.needsCup = false;
    cake.station = StationKind::Food;
    menu.items = {americano, brew, cake};
    return menu;
}

} // namespace coffee::sim
