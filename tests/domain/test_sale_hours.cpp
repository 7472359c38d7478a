// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/menu.h"

#include <QTest>

using namespace coffee;

namespace {

constexpr std::int32_t kMonday = 0;
constexpr std::int32_t kFriday = 4;
constexpr std::int32_t kSunday = 6;
constexpr std::int32_t kLastMinute = SaleHours::kMinutesOfDay - 1;

} // namespace

class TestSaleHours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstMinuteCountsAndTheLastDoesNot()
    {
        const SaleHours morning{7 * 60, 11 * 60};
        for (std::int32_t day = kMonday; day <= kSunday; ++day) {
            QVERIFY(!morning.contains({day, 7 * 60 - 1}));
            QVERIFY(morning.contains({day, 7 * 60}));
            QVERIFY(morning.contains({day, 11 * 60 - 1}));
            QVERIFY(!morning.contains({day, 11 * 60}));
        }
    }

    void theNightGoesOverMidnight()
    {
        const SaleHours night{22 * 60, 2 * 60};
        for (std::int32_t day = kMonday; day <= kSunday; ++day) {
            QVERIFY(night.contains({day, 23 * 60}));
            QVERIFY(night.contains({day, 0}));
            QVERIFY(night.contains({day, 2 * 60 - 1}));
            QVERIFY(!night.contains({day, 2 * 60}));
            QVERIFY(!night.contains({day, 12 * 60}));
        }
    }

    void theDayChangesAtMidnight()
    {
        const SaleHours weekdays{0, SaleHours::kMinutesOfDay, 0b0011111};
        QVERIFY(weekdays.contains({kFriday, kLastMinute}));
        QVERIFY(!weekdays.contains({kFriday + 1, 0}));
        QVERIFY(!weekdays.contains({kSunday, kLastMinute}));
        QVERIFY(weekdays.contains({kMonday, 0}));
        const SaleHours mornings{7 * 60, 11 * 60, 1 << kFriday};
        QVERIFY(mornings.contains({kFriday, 8 * 60}));
        QVERIFY(!mornings.contains({kFriday - 1, 8 * 60}));
        QVERIFY(!mornings.contains({kFriday + 1, 8 * 60}));
    }

    void theMorningAfterBelongsToTheNightBefore()
    {
        const SaleHours friday{22 * 60, 2 * 60, 1 << kFriday};
        QVERIFY(!friday.contains({kFriday, 60}));
        QVERIFY(!friday.contains({kFriday, 22 * 60 - 1}));
        QVERIFY(friday.contains({kFriday, 22 * 60}));
        QVERIFY(friday.contains({kFriday, kLastMinute}));
        QVERIFY(friday.contains({kFriday + 1, 0}));
        QVERIFY(friday.contains({kFriday + 1, 2 * 60 - 1}));
        QVERIFY(!friday.contains({kFriday + 1, 2 * 60}));
        QVERIFY(!friday.contains({kFriday + 1, 22 * 60}));
        const SaleHours sunday{22 * 60, 2 * 60, 1 << kSunday};
        QVERIFY(sunday.contains({kMonday, 60})); // over the week's end
        QVERIFY(!sunday.contains({kSunday, 60}));
    }

    void unlessSetItIsAlways()
    {
        const SaleHours always;
        QVERIFY(always.isAlways());
        QVERIFY(!(SaleHours{0, SaleHours::kMinutesOfDay, 1}.isAlways()));
        QVERIFY(!(SaleHours{0, 60}.isAlways()));
        for (std::int32_t day = kMonday; day <= kSunday; ++day)
            for (std::int32_t minute = 0; minute < SaleHours::kMinutesOfDay; ++minute)
                QVERIFY(always.contains({day, minute}));
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
        QCOMPARE(menu.notSoldAt({kMonday, 6 * 60 + 30}), (std::set<std::string>{"toast"}));
        QCOMPARE(menu.notSoldAt({kMonday, 8 * 60}), std::set<std::string>{});
        QCOMPARE(menu.notSoldAt({kMonday, 10 * 60}), (std::set<std::string>{"porridge"}));
        QCOMPARE(menu.notSoldAt({kMonday, 15 * 60}), (std::set<std::string>{"porridge", "toast"}));

        // All day, but on Mondays only: these are hours of its own.
        menu.items[0].hours = {0, SaleHours::kMinutesOfDay, 1 << kMonday};
        QCOMPARE(menu.notSoldAt({kMonday, 15 * 60}), (std::set<std::string>{"porridge"}));
        QCOMPARE(menu.notSoldAt({kMonday + 1, 8 * 60}), (std::set<std::string>{"toast"}));
    }
};

QTEST_APPLESS_MAIN(TestSaleHours)
#include "test_sale_hours.moc"
