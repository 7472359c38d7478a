// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/basket.h"

#include <QTest>

#include <algorithm>

using namespace coffee;

namespace {

/// Two drinks and a bread; ICE/HOT must be said, sizes have a default, shots are counted.
Menu smallMenu()
{
    const auto both = [](const char* text) { return LocalText{text, text}; };
    Menu menu;
    menu.cups.own = Money::fromWon(-300);
    menu.categories = {{"coffee", both("coffee")}};
    menu.optionGroups = {
        {"temperature",
         both("t"),
         1,
         1,
         "",
         {{"hot", both("hot"), {}, 1}, {"ice", both("ice"), {}, 1}}},
        {"size",
         both("s"),
         1,
         1,
         "regular",
         {{"regular", both("r"), {}, 1}, {"large", both("l"), Money::fromWon(700), 1}}},
        {"shot", both("shot"), 0, 3, "", {{"extra", both("extra"), Money::fromWon(500), 3}}},
        {"discount", both("d"), 0, 1, "", {{"half", both("half"), Money::fromWon(-9000), 1}}},
    };
    MenuItem latte;
    latte.id = "latte";
    latte.category = "coffee";
    latte.name = both("latte");
    latte.price = Money::fromWon(5000);
    latte.optionGroups = {"temperature", "size", "shot", "discount"};
    MenuItem bread = latte;
    bread.id = "bread";
    bread.price = Money::fromWon(3500);
    bread.optionGroups.clear();
    bread.needsCup = false;
    bread.station = StationKind::Food;
    bread.quantityMax = 2;
    menu.items = {latte, bread};
    return menu;
}

BasketLine latte(std::vector<OptionSelection> more = {},
                 std::vector<CupKind> cups = {CupKind::Store})
{
    std::vector<OptionSelection> options{{"temperature", "hot", 1}, {"size", "regular", 1}};
    options.insert(options.end(), more.begin(), more.end());
    return {"latte", std::move(options), std::move(cups)};
}

BasketLine bread(std::size_t units = 1)
{
    return {"bread", {}, std::vector<CupKind>(units, CupKind::None)};
}

RefusalCode refusalOf(const BasketLine& line, ServiceMode service = ServiceMode::Here)
{
    const auto priced = priceLine(smallMenu(), service, line);
    Q_ASSERT(!priced);
    return priced.error().code;
}

std::int64_t wonOf(const BasketLine& line, ServiceMode service = ServiceMode::Here)
{
    return priceLine(smallMenu(), service, line).value().total.won();
}

} // namespace

class TestPricing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aUnitCostsItemOptionsAndCupTogether()
    {
        QCOMPARE(wonOf(latte()), 5000);
        QCOMPARE(wonOf(latte({{"shot", "extra", 2}})), 6000);
        QCOMPARE(
            wonOf({"latte", {{"temperature", "ice", 1}, {"size", "large", 1}}, {CupKind::Own}}),
            5400);
        QCOMPARE(wonOf(latte({}, {CupKind::Store, CupKind::Own})), 9700);
    }

    void optionsInAnyOrderGiveTheSameLineInTheOrderOfTheMenu()
    {
        BasketLine there = latte({{"shot", "extra", 1}});
        BasketLine back = there;
        std::reverse(back.options.begin(), back.options.end());
        const auto first = priceLine(smallMenu(), ServiceMode::Here, there);
        const auto second = priceLine(smallMenu(), ServiceMode::Here, back);
        QVERIFY(first.value() == second.value());
        QCOMPARE(first->options[0].group, std::string{"temperature"});
        QCOMPARE(first->options[1].group, std::string{"size"});
        QCOMPARE(first->options[2].group, std::string{"shot"});
    }

    void selectionsOfOneChoiceAddUp()
    {
        const auto priced = priceLine(smallMenu(), ServiceMode::Here,
                                      latte({{"shot", "extra", 1}, {"shot", "extra", 2}}));
        QCOMPARE(priced->options.back().count, 3);
        QCOMPARE(priced->total.won(), 6500);
    }

    void aDiscountNeverMakesAUnitCheaperThanNothing()
    {
        QCOMPARE(wonOf(latte({{"discount", "half", 1}})), 0);
        QCOMPARE(wonOf(latte({{"discount", "half", 1}}, {CupKind::Own, CupKind::Own})), 0);
    }

    void aLineThatBreaksARuleIsRefusedWithItsReason_data()
    {
        QTest::addColumn<BasketLine>("line");
        QTest::addColumn<RefusalCode>("code");
        const auto options = RefusalCode::InvalidOptions;
        QTest::newRow("unknown item")
            << BasketLine{"tea", {}, {CupKind::Store}} << RefusalCode::UnknownItem;
        QTest::newRow("required group left out")
            << BasketLine{"latte", {{"size", "regular", 1}}, {CupKind::Store}} << options;
        QTest::newRow("two of a group of one") << latte({{"temperature", "ice", 1}}) << options;
        QTest::newRow("more than the choice may have") << latte({{"shot", "extra", 4}}) << options;
        QTest::newRow("count of zero") << latte({{"shot", "extra", 0}}) << options;
        QTest::newRow("negative count") << latte({{"shot", "extra", -1}}) << options;
        QTest::newRow("count of a hundred") << latte({{"shot", "extra", 100}}) << options;
        QTest::newRow("unknown choice")
            << latte({{"shot", "double", 1}}) << RefusalCode::UnknownItem;
        QTest::newRow("group of another item")
            << BasketLine{"bread", {{"size", "large", 1}}, {CupKind::None}}
            << RefusalCode::UnknownItem;
        QTest::newRow("too many options")
            << latte(std::vector<OptionSelection>(kOptionsOfLineMax, {"shot", "extra", 1}))
            << options;
        QTest::newRow("no unit") << latte({}, {}) << RefusalCode::InvalidQuantity;
        QTest::newRow("more units than the item may have")
            << bread(3) << RefusalCode::InvalidQuantity;
        QTest::newRow("more units than a line may have")
            << latte({}, std::vector<CupKind>(kUnitsOfLineMax + 1, CupKind::Store))
            << RefusalCode::InvalidQuantity;
    }
    void aLineThatBreaksARuleIsRefusedWithItsReason()
    {
        QFETCH(const BasketLine, line);
        QFETCH(const RefusalCode, code);
        QCOMPARE(refusalOf(line), code);
        const auto refusal = priceLine(smallMenu(), ServiceMode::Here, line).error();
        QCOMPARE(refusal.items, std::vector<std::string>{line.item});
        QVERIFY(!refusal.detail.empty());
    }

    void everyCupGoesOnlyWithItsServiceAndItem()
    {
        for (const ServiceMode service : {ServiceMode::Here, ServiceMode::TakeAway})
            for (const CupKind cup : kAllCupKinds) {
                const bool ofDrink =
                    cup == CupKind::Own ||
                    (cup == CupKind::Store && service == ServiceMode::Here) ||
                    (cup == CupKind::Disposable && service == ServiceMode::TakeAway);
                const auto drink = priceLine(smallMenu(), service, latte({}, {cup}));
                QCOMPARE(drink.ok(), ofDrink);
                if (!drink)
                    QCOMPARE(drink.error().code, RefusalCode::InvalidCup);
                const auto food = priceLine(smallMenu(), service, {"bread", {}, {cup}});
                QCOMPARE(food.ok(), cup == CupKind::None);
            }
    }

    void aMenuWhosePriceLeavesTheRangeOfMoneyIsRefused()
    {
        Menu menu = smallMenu();
        menu.items[0].price = Money::fromWon(Money::kWonMax);
        const BasketLine two{"latte", latte().options, {CupKind::Store, CupKind::Store}};
        QCOMPARE(priceLine(menu, ServiceMode::Here, two).error().code,
                 RefusalCode::InvalidQuantity);
        const BasketLine one = latte({{"shot", "extra", 1}});
        QCOMPARE(priceLine(menu, ServiceMode::Here, one).error().code,
                 RefusalCode::InvalidQuantity);
        const Basket both{ServiceMode::Here, {}, {latte(), latte()}};
        QCOMPARE(price(menu, {}, both).error().code, RefusalCode::InvalidQuantity);
        QVERIFY(priceLine(menu, ServiceMode::Here, latte()));
    }

    void everySoldOutItemOfTheBasketIsNamedOnce()
    {
        const Basket basket{ServiceMode::Here, {}, {latte(), bread(), latte()}};
        const auto priced = price(smallMenu(), {"bread", "latte", "tea"}, basket);
        QCOMPARE(priced.error().code, RefusalCode::SoldOut);
        QCOMPARE(priced.error().items, (std::vector<std::string>{"latte", "bread"}));
        QVERIFY(price(smallMenu(), {"tea"}, basket));
    }

    void anOrderHasOneToThirtyLinesAndAtMostAHundredUnits()
    {
        const auto withLines = [](std::size_t lines, std::size_t units) {
            return Basket{ServiceMode::Here,
                          {},
                          std::vector<BasketLine>(
                              lines, latte({}, std::vector<CupKind>(units, CupKind::Store)))};
        };
        const auto codeOf = [&](const Basket& basket) {
            return price(smallMenu(), {}, basket).error().code;
        };
        QCOMPARE(codeOf(withLines(0, 1)), RefusalCode::InvalidQuantity);
        QVERIFY(price(smallMenu(), {}, withLines(kLinesMax, 1)));
        QCOMPARE(codeOf(withLines(kLinesMax + 1, 1)), RefusalCode::InvalidQuantity);
        QVERIFY(price(smallMenu(), {}, withLines(5, 20)));
        QCOMPARE(codeOf(withLines(6, 17)), RefusalCode::InvalidQuantity);
    }

    void anAllergyNoteBeyondItsBoundIsRefused()
    {
        Basket basket{ServiceMode::Here, std::string(kAllergyNoteBytesMax, 'a'), {bread()}};
        QVERIFY(price(smallMenu(), {}, basket));
        basket.allergyNote += 'a';
        QCOMPARE(price(smallMenu(), {}, basket).error().code, RefusalCode::InvalidOptions);
    }

    void theTotalIsTheSumOfTheLinesAndKeepsServiceAndNote()
    {
        const Basket basket{
            ServiceMode::TakeAway, "no nuts", {latte({}, {CupKind::Disposable}), bread(2)}};
        const auto priced = price(smallMenu(), {}, basket).value();
        QCOMPARE(priced.total.won(), 12000);
        QCOMPARE(priced.service, ServiceMode::TakeAway);
        QCOMPARE(priced.allergyNote, std::string{"no nuts"});
        QCOMPARE(priced.lines[1].station, StationKind::Food);
    }

    void aGroupThatTheMenuLacksRefusesTheItem()
    {
        Menu menu = smallMenu();
        menu.items[1].optionGroups = {"gone"};
        QCOMPARE(priceLine(menu, ServiceMode::Here, bread()).error().code,
                 RefusalCode::UnknownItem);
    }
};

QTEST_GUILESS_MAIN(TestPricing)
#include "test_pricing.moc"
