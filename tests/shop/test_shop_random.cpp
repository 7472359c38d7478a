// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/random_shop.h"

namespace coffee::test {

/// Days on which everything goes wrong, and the evening of each.
class RandomShopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterTheTroubleTheShopsMoneyIsTheBanks_data();
    void afterTheTroubleTheShopsMoneyIsTheBanks();
};

void RandomShopTest::afterTheTroubleTheShopsMoneyIsTheBanks_data()
{
    QTest::addColumn<quint64>("seed");
    // More of them by hand: COFFEE_SHOP_SEEDS=200.
    const int seeds = std::max(1, qEnvironmentVariableIntValue("COFFEE_SHOP_SEEDS"));
    for (int seed = 1; seed <= std::max(seeds, 4); ++seed)
        QTest::addRow("seed %d", seed) << static_cast<quint64>(seed);
}

void RandomShopTest::afterTheTroubleTheShopsMoneyIsTheBanks()
{
    QFETCH(quint64, seed);
    constexpr int kActs = 2'500;
    RandomShop shop{seed};
    for (int act = 0; act < kActs; ++act)
        shop.act();
    shop.heal();
    const std::vector<std::string> differences = shop.differences();
    for (const std::string& difference : differences)
        qWarning("%s", difference.c_str());
    QVERIFY2(differences.empty(), "the books differ");
    // The day was worth it.
    QVERIFY(shop.orders() > 20);
    QVERIFY(shop.restarts() > 2);
    QVERIFY(shop.timesFull() > 2);
    QVERIFY(shop.reviews() > 0);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::RandomShopTest)
#include "test_shop_random.moc"
