// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/basket.h"
#include "shared/domain/money.h"

#include <QTest>

#include <limits>

using namespace coffee;

namespace {
constexpr std::int64_t kMax = Money::kWonMax;
}

class TestMoney : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void amountsBeyondABillionWonDoNotExist()
    {
        QVERIFY(Money::checked(kMax));
        QVERIFY(Money::checked(-kMax));
        QVERIFY(!Money::checked(kMax + 1));
        QVERIFY(!Money::checked(-kMax - 1));
        QVERIFY(!Money::checked(std::numeric_limits<std::int64_t>::max()));
        QVERIFY(!Money::checked(std::numeric_limits<std::int64_t>::min()));
    }

    void sumsAndDifferencesStopAtTheEdge()
    {
        const Money most = Money::fromWon(kMax);
        const Money least = Money::fromWon(-kMax);
        QVERIFY(!most.plus(Money::fromWon(1)));
        QVERIFY(!least.minus(Money::fromWon(1)));
        QVERIFY(!least.plus(least));
        QCOMPARE(most.plus(least)->won(), 0);
        QCOMPARE(most.minus(most)->won(), 0);
        QCOMPARE(Money::fromWon(kMax - 1).plus(Money::fromWon(1))->won(), kMax);
    }

    void productsStopAtTheEdgeForEveryQuantity()
    {
        constexpr auto kIntMax = std::numeric_limits<std::int32_t>::max();
        constexpr auto kIntMin = std::numeric_limits<std::int32_t>::min();
        QVERIFY(!Money::fromWon(kMax).times(2));
        QVERIFY(!Money::fromWon(kMax).times(kIntMax));
        QVERIFY(!Money::fromWon(kMax).times(kIntMin));
        QVERIFY(!Money::fromWon(-1).times(kIntMin));
        QCOMPARE(Money::fromWon(0).times(kIntMin)->won(), 0);
        QCOMPARE(Money::fromWon(kMax).times(0)->won(), 0);
        QCOMPARE(Money::fromWon(kMax).times(-1)->won(), -kMax);
        QCOMPARE(Money::fromWon(4500).times(3)->won(), 13500);
    }

    void amountsAreOrderedByTheirSize()
    {
        QVERIFY(Money::fromWon(-300) < Money{});
        QVERIFY(Money::fromWon(4500) < Money::fromWon(5000));
        QVERIFY(Money{} == Money::fromWon(0));
    }

    void containedVatIsAnEleventhRoundedHalfUp_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("vat");
        QTest::newRow("nothing") << qint64{0} << qint64{0};
        QTest::newRow("five won are less than half") << qint64{5} << qint64{0};
        QTest::newRow("six won are more than half") << qint64{6} << qint64{1};
        QTest::newRow("eleven won") << qint64{11} << qint64{1};
        QTest::newRow("an americano") << qint64{4500} << qint64{409};
        QTest::newRow("two lattes") << qint64{11000} << qint64{1000};
        QTest::newRow("16 / 11 is 1.45") << qint64{16} << qint64{1};
        QTest::newRow("17 / 11 is 1.55") << qint64{17} << qint64{2};
        QTest::newRow("the largest amount") << qint64{kMax} << qint64{90'909'091};
    }
    void containedVatIsAnEleventhRoundedHalfUp()
    {
        QFETCH(const qint64, total);
        QFETCH(const qint64, vat);
        QCOMPARE(containedVat(Money::fromWon(total)).won(), vat);
    }

    void containedVatIsNeverMoreThanHalfAWonOff()
    {
        for (std::int64_t won = 0; won < 50'000; ++won) {
            const std::int64_t vat = containedVat(Money::fromWon(won)).won();
            QVERIFY(std::abs(11 * vat - won) <= 5);
        }
    }
};

QTEST_GUILESS_MAIN(TestMoney)
#include "test_money.moc"
