// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/random_menu.h"

#include <QTest>

#include <algorithm>

using namespace coffee;
using coffee::test::Random;

namespace {

constexpr std::uint64_t kSeeds = 400;

/// Adds up the same basket a second way: without rounding, ranges or the order of the menu.
std::int64_t addedUp(const Menu& menu, const Basket& basket)
{
    std::int64_t total = 0;
    for (const BasketLine& line : basket.lines)
        for (const CupKind cup : line.cups) {
            std::int64_t unit = menu.item(line.item)->price.won();
            for (const OptionSelection& chosen : line.options)
                unit +=
                    findChoice(*menu.group(chosen.group), chosen.choice)->priceDifference.won() *
                    chosen.count;
            unit += cupPrice(menu.cups, cup).won();
            total += std::max<std::int64_t>(unit, 0);
        }
    return total;
}

template <class Check>
void forManyBaskets(Check check)
{
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        Random random{seed};
        const Menu menu = test::randomMenu(random);
        for (int i = 0; i < 10; ++i) {
            const Basket basket = test::randomBasket(random, menu);
            const auto priced = price(menu, {}, basket);
            QVERIFY2(priced.ok(), qPrintable(QStringLiteral("seed %1").arg(seed)));
            check(random, menu, basket, *priced);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

} // namespace

class TestPricingProperties : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTotalIsWhatASecondWayOfAddingGives()
    {
        forManyBaskets(
            [](Random&, const Menu& menu, const Basket& basket, const PricedBasket& priced) {
                QCOMPARE(priced.total.won(), addedUp(menu, basket));
            });
    }

    void theOrderOfOptionsNeverChangesAnything()
    {
        forManyBaskets(
            [](Random& random, const Menu& menu, const Basket& basket, const PricedBasket& priced) {
                Basket other = basket;
                for (BasketLine& line : other.lines)
                    random.shuffle(line.options);
                QVERIFY(price(menu, {}, other).value() == priced);
            });
    }

    void oneMoreUnitAddsExactlyItsPrice()
    {
        forManyBaskets(
            [](Random& random, const Menu& menu, const Basket& basket, const PricedBasket& priced) {
                const std::size_t at = static_cast<std::size_t>(
                    random.between(0, static_cast<std::int64_t>(basket.lines.size()) - 1));
                Basket more = basket;
                more.lines[at].cups.push_back(more.lines[at].cups.front());
                const auto again = price(menu, {}, more);
                if (more.lines[at].cups.size() >
                    static_cast<std::size_t>(menu.item(more.lines[at].item)->quantityMax)) {
                    QVERIFY(!again);
                    return;
                }
                const Money unit = priced.lines[at].units.front().price;
                QCOMPARE(again.value().total.won(), priced.total.won() + unit.won());
            });
    }

    void noUnitIsNegativeAndUnitsLinesAndTotalAgree()
    {
        forManyBaskets([](Random&, const Menu&, const Basket& basket, const PricedBasket& priced) {
            std::int64_t total = 0;
            QCOMPARE(priced.lines.size(), basket.lines.size());
            for (std::size_t i = 0; i < priced.lines.size(); ++i) {
                const PricedLine& line = priced.lines[i];
                QCOMPARE(line.units.size(), basket.lines[i].cups.size());
                std::int64_t sum = 0;
                for (const PricedUnit& unit : line.units) {
                    QVERIFY(unit.price.won() >= 0);
                    sum += unit.price.won();
                }
                QCOMPARE(line.total.won(), sum);
                total += sum;
            }
            QCOMPARE(priced.total.won(), total);
        });
    }

    void aSoldOutItemIsNamedIfAndOnlyIfTheBasketHasIt()
    {
        forManyBaskets(
            [](Random& random, const Menu& menu, const Basket& basket, const PricedBasket&) {
                const std::string gone = random.oneOf(menu.items).id;
                const bool wanted =
                    std::any_of(basket.lines.begin(), basket.lines.end(),
                                [&gone](const BasketLine& line) { return line.item == gone; });
                const auto priced = price(menu, {gone}, basket);
                QCOMPARE(priced.ok(), !wanted);
                if (wanted)
                    QCOMPARE(priced.error().items, std::vector<std::string>{gone});
            });
    }
};

QTEST_GUILESS_MAIN(TestPricingProperties)
#include "test_pricing_properties.moc"
