// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/menu.h"

#include <QTest>

using namespace coffee;

class TestSaleHours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstMinuteCountsAndTheLastDoesNot()
    {
        const SaleHours morning{7 * 60, 11 * 60};
        QVERIFY(!morning.contains(7 * 60 - 1));
        QVERIFY(morning.contains(7 * 60));
        QVERIFY(morning.contains(11 * 60 - 1));
        QVERIFY(!morning.contains(11 * 60));
    }

    void theNightGoesOverMidnight()
    {
        const SaleHours night{22 * 60, 2 * 60};
        QVERIFY(night.contains(23 * 60));
        QVERIFY(night.contains(0));
        QVERIFY(night.contains(2 * 60 - 1));
        QVERIFY(!night.contains(2 * 60));
        QVERIFY(!night.contains(12 * 60));
    }

    void unlessSetItIsTheWholeDay()
    {
        const SaleHours always;
        QVERIFY(always.isWholeDay());
        for (std::int32_t minute = 0; minute < SaleHours::kMinutesOfDay; ++minute)
            QVERIFY(always.contains(minute));
    }

    void anItemsOwnHoursCountBeforeItsCategorys()
    {
        Menu menu;
        menu.categories = {{"breakfast", {"아침", "Breakfast"}, {7 * 60, 11 * 60}},
                           {"coffee", {"커피", "Coffee"}, {}}};
        MenuItem toast;
        toast.id = "toast";
        toast.category = "breakfast";
        MenuItem porridge = toast;
        porridge.id = "porridge";
        porridge.hours = {6 * 60, 9 * 60};
        MenuItem latte = toast;
        latte.id = "latte";
        latte.category = "coffee";
        menu.items = {toast, porridge, latte};

        QCOMPARE(menu.hoursOf(menu.items[0]), (SaleHours{7 * 60, 11 * 60}));
        QCOMPARE(menu.notSoldAt(6 * 60 + 30), (std::set<std::string>{"toast"}));
        QCOMPARE(menu.notSoldAt(8 * 60), std::set<std::string>{});
        QCOMPARE(menu.notSoldAt(10 * 60), (std::set<std::string>{"porridge"}));
        QCOMPARE(menu.notSoldAt(15 * 60), (std::set<std::string>{"porridge", "toast"}));
    }
};

QTEST_APPLESS_MAIN(TestSaleHours)
#include "test_sale_hours.moc"
