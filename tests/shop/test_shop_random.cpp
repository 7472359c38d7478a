// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/random_shop.h"

namespace coffee::test {

/// Days on which everything goes wrong, and the evening of each.
class RandomShopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void afterTheTroubleTheShopsMoneyIsTheBanks_data();
    void afterTheTroubleTheShopsMoneyIsTheBanks();
    void everyZIsTheBanksDay_data();
    void everyZIsTheBanksDay();
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

void RandomShopTest::everyZIsTheBanksDay_data()
{
    afterTheTroubleTheShopsMoneyIsTheBanks_data();
}

/// The same trouble over several days: what each Z sold and paid back is what the bank took and
/// gave for the very keys of its events.
void RandomShopTest::everyZIsTheBanksDay()
{
    QFETCH(quint64, seed);
    constexpr int kDays = 4;
    constexpr int kActs = 600;
    RandomShop shop{seed + 1'000};
    for (int day = 0; day < kDays; ++day) {
        for (int act = 0; act < kActs; ++act)
            shop.act();
        shop.night();
    }
    shop.heal();
    shop.night();
    std::vector<std::string> differences = shop.differences();
    for (std::string& difference : shop.zDifferences())
        differences.push_back(std::move(difference));
    for (const std::string& difference : differences)
        qWarning("%s", difference.c_str());
    QVERIFY2(differences.empty(), "the books differ");
    QVERIFY(shop.zs() >= kDays);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::RandomShopTest)
#include "test_shop_random.moc"
