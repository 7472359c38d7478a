// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/basket.h"
#include "shared/files/menu_file.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace coffee;

namespace {

/// The pictures that the suite brings along.
const std::set<std::string> kPictures{"americano",
                                      "espresso",
                                      "cafe-latte",
                                      "cappuccino",
                                      "vanilla-latte",
                                      "caramel-macchiato",
                                      "cafe-mocha",
                                      "dolce-latte",
                                      "cold-brew",
                                      "cold-brew-latte",
                                      "einspanner",
                                      "flat-white",
                                      "decaf-americano",
                                      "green-tea-latte",
                                      "sweet-potato-latte",
                                      "chocolate-latte",
                                      "strawberry-latte",
                                      "grain-latte",
                                      "milk-tea",
                                      "earl-grey",
                                      "chamomile",
                                      "peppermint",
                                      "yuja-tea",
                                      "jujube-tea",
                                      "lemon-ade",
                                      "grapefruit-ade",
                                      "green-grape-ade",
                                      "plum-ade",
                                      "peach-iced-tea",
                                      "plain-yogurt-smoothie",
                                      "strawberry-smoothie",
                                      "mango-smoothie",
                                      "java-chip-frappe",
                                      "cookie-frappe",
                                      "croissant",
                                      "salt-bread",
                                      "bagel-cream-cheese",
                                      "cheesecake",
                                      "chocolate-cake",
                                      "tiramisu",
                                      "cookie",
                                      "financier",
                                      "sandwich-ham",
                                      "sandwich-egg"};

Menu demoMenu()
{
    return loadMenu(COFFEE_SOURCE_DIR "/resources/menu.toml").value();
}

/// The line that results from answering only what must be answered.
BasketLine plainest(const Menu& menu, const MenuItem& item)
{
    BasketLine line{item.id, {}, {item.needsCup ? CupKind::Own : CupKind::None}};
    for (const std::string& id : item.optionGroups) {
        const OptionGroup& group = *menu.group(id);
        if (!group.defaultChoice.empty())
            line.options.push_back({id, group.defaultChoice, 1});
        else if (group.min > 0)
            line.options.push_back({id, group.choices.front().id, group.min});
    }
    return line;
}

} // namespace

class TestDemoMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDemoMenuHasNoMistake()
    {
        const std::string file = COFFEE_SOURCE_DIR "/resources/menu.toml";
        for (const MenuMistake& mistake : checkMenuFile(file))
            QFAIL(toText(mistake, file).c_str());
    }

    void itHasSixCategoriesAndAtLeastTwentyEightItems()
    {
        const Menu menu = demoMenu();
        QCOMPARE(menu.categories.size(), std::size_t{6});
        QVERIFY(menu.items.size() >= 28);
        for (const MenuCategory& category : menu.categories) {
            const auto count = std::count_if(
                menu.items.begin(), menu.items.end(),
                [&category](const MenuItem& item) { return item.category == category.id; });
            QVERIFY2(count >= 3, category.id.c_str());
        }
    }

    void everyItemHasAPictureThatThereIs()
    {
        for (const MenuItem& item : demoMenu().items)
            QVERIFY2(kPictures.contains(item.image), item.image.c_str());
    }

    void hotOrIcedIsAlwaysAskedAndNeverChosenBeforehand()
    {
        const Menu menu = demoMenu();
        const OptionGroup* temperature = menu.group("temperature");
        QVERIFY(temperature);
        QCOMPARE(temperature->min, 1);
        QCOMPARE(temperature->max, 1);
        QVERIFY(temperature->defaultChoice.empty());
    }

    void theOptionsOfARealShopAreThere()
    {
        const Menu menu = demoMenu();
        for (const char* group : {"size", "shot", "syrup", "milk", "decaf", "ice", "sweetness"})
            QVERIFY2(menu.group(group), group);
        QCOMPARE(menu.group("shot")->choices.front().countMax, 3);
        QCOMPARE(menu.group("decaf")->choices.front().priceDifference.won(), 500);
        QCOMPARE(menu.cups.own.won(), -300);
    }

    void everyItemCanBeOrderedAndCostsSomething()
    {
        const Menu menu = demoMenu();
        for (const MenuItem& item : menu.items) {
            const auto priced = priceLine(menu, ServiceMode::TakeAway, plainest(menu, item));
            QVERIFY2(priced.ok(), item.id.c_str());
            QVERIFY2(priced->total.won() >= 1000, item.id.c_str());
        }
    }

    void whatHasMilkInItsNameSaysSo()
    {
        for (const MenuItem& item : demoMenu().items)
            if (item.name.en.find("latte") != std::string::npos)
                QVERIFY2(std::find(item.allergens.begin(), item.allergens.end(), "milk") !=
                             item.allergens.end(),
                         item.id.c_str());
    }
};

QTEST_GUILESS_MAIN(TestDemoMenu)
#include "test_demo_menu.moc"
