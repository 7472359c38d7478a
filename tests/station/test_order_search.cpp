// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/order_search.h"

#include <QDateTime>
#include <QTest>

using namespace coffee;
using namespace coffee::station;

namespace {

OrderFilter on(QDate date)
{
    OrderFilter chosen;
    chosen.firstDay = chosen.lastDay = businessDayOf(date);
    return chosen;
}

ShopTime at(QDate date, QTime time)
{
    return fromMs(QDateTime{date, time}.toMSecsSinceEpoch());
}

} // namespace

class OrderSearchTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWordIsReadOnItsOwn()
    {
        const OrderFilter found = orderSearch(QStringLiteral("오트 127 라떼"), {});
        QCOMPARE(found.number, std::string{"127"});
        QCOMPARE(found.item, std::string{"오트 라떼"});
        QVERIFY(!found.least && !found.from);
    }

    void aTimeIsAStretchOfTheChosenDay()
    {
        const QDate date{2026, 11, 29};
        const auto minute = orderSearch(QStringLiteral("14:05"), on(date));
        QCOMPARE(*minute.from, at(date, {14, 5}));
        QCOMPARE(*minute.until, at(date, {14, 6}));
        const auto ten = orderSearch(QStringLiteral("14:0"), on(date));
        QCOMPARE(*ten.from, at(date, {14, 0}));
        QCOMPARE(*ten.until, at(date, {14, 10}));
        const auto hour = orderSearch(QStringLiteral("9:"), on(date));
        QCOMPARE(*hour.from, at(date, {9, 0}));
        QCOMPARE(*hour.until, at(date, {10, 0}));
        // The business day goes on after midnight.
        QCOMPARE(*orderSearch(QStringLiteral("01:30"), on(date)).from,
                 at(date.addDays(1), {1, 30}));
    }

    void aTimeWithoutADaySaysNothing()
    {
        QVERIFY(!orderSearch(QStringLiteral("14:05"), {}).from);
        QVERIFY(timeNeedsDay(QStringLiteral("14:05"), {}));
        QVERIFY(!timeNeedsDay(QStringLiteral("14:05"), on({2026, 11, 29})));
        QVERIFY(!timeNeedsDay(QStringLiteral("127"), {}));
        // No clock shows that.
        QCOMPARE(orderSearch(QStringLiteral("27:05"), {}).item, std::string{"27:05"});
    }

    void amountsAreExactOrBetween()
    {
        const auto exact = orderSearch(QStringLiteral("12,000원"), {});
        QCOMPARE(*exact.least, Money::fromWon(12'000));
        QCOMPARE(*exact.most, Money::fromWon(12'000));
        for (const char* typed : {"10000~20,000", "10000-20000원"}) {
            const auto range = orderSearch(QString::fromUtf8(typed), {});
            QCOMPARE(*range.least, Money::fromWon(10'000));
            QCOMPARE(*range.most, Money::fromWon(20'000));
        }
        QVERIFY(!orderSearch(QStringLiteral("99999999999999999999원"), {}).least);
    }

    void whatWasChosenStays()
    {
        OrderFilter chosen = on({2026, 11, 29});
        chosen.kiosk = "kiosk-2";
        chosen.state = OrderState::Ready;
        QCOMPARE(orderSearch(QString{}, chosen), chosen);
    }
};

QTEST_GUILESS_MAIN(OrderSearchTest)
#include "test_order_search.moc"
