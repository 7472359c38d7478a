// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/receipt.h"

#include <QTest>

#include <algorithm>

using namespace coffee;

namespace {

using Kind = ReceiptRowKind;

const LocalText kShop{"온도 커피", "Ondo Coffee"};
const Seller kSeller{"000-00-00000", {"서울 중구", "Jung-gu, Seoul"}, "02-000-0000"};

PricedLine line(const char* name, std::int64_t each, const std::vector<CupKind>& cups,
                TaxClass tax = TaxClass::Taxable)
{
    PricedLine made{name, {name, name}, StationKind::Espresso, tax, {}, {}, {}};
    for (const CupKind cup : cups)
        made.units.push_back({cup, Money::fromWon(each)});
    made.total = Money::fromWon(each * static_cast<std::int64_t>(cups.size()));
    return made;
}

OrderView orderOf(std::vector<PricedLine> lines)
{
    OrderView order;
    order.id = 7;
    order.number = 117;
    order.paidAt = fromMs(1'790'000'000'000);
    std::int64_t won = 0;
    for (const PricedLine& one : lines)
        won += one.total.won();
    order.total = Money::fromWon(won);
    order.lines = std::move(lines);
    order.payment = {"card", "**** 1234", "30214587"};
    return order;
}

std::vector<Kind> kindsOf(const std::vector<ReceiptRow>& rows)
{
    std::vector<Kind> kinds;
    for (const ReceiptRow& row : rows)
        kinds.push_back(row.kind);
    return kinds;
}

/// The amount of the only row of this kind; -1 when there is not exactly one.
std::int64_t wonOf(const std::vector<ReceiptRow>& rows, Kind kind)
{
    std::int64_t won = -1;
    int found = 0;
    for (const ReceiptRow& row : rows)
        if (row.kind == kind) {
            won = row.amount.won();
            ++found;
        }
    return found == 1 ? won : -1;
}

} // namespace

class TestReceipt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRowsStandInTheOrderOfAReceipt()
    {
        PricedLine latte = line("latte", 5'700, {CupKind::Store, CupKind::Own});
        latte.options = {{"size", "large", {"크게", "Large"}, 1, Money::fromWon(700)},
                         {"shot", "extra", {"샷", "Shot"}, 2, Money::fromWon(500)}};
        const auto rows = receiptRows(kShop, kSeller, orderOf({latte}));
        QCOMPARE(kindsOf(rows),
                 (std::vector{Kind::Shop, Kind::BusinessNumber, Kind::Address, Kind::Phone,
                              Kind::OrderNumber, Kind::PaidAt, Kind::Item, Kind::Option,
                              Kind::Option, Kind::Cups, Kind::Cups, Kind::Supply, Kind::Vat,
                              Kind::Total, Kind::Card, Kind::Approval}));
        QCOMPARE(rows[0].text, kShop);
        QCOMPARE(rows[1].text.ko, kSeller.businessNumber);
        QCOMPARE(rows[4].count, 117);
        QCOMPARE(toMs(rows[5].at), std::int64_t{1'790'000'000'000});
        QCOMPARE(rows[6].count, 2);
        QCOMPARE(rows[6].amount.won(), 11'400);
        QCOMPARE(rows[7].amount.won(), 700);
        QCOMPARE(rows[8].count, 2);
        QCOMPARE(rows[9].cup, CupKind::Store);
        QCOMPARE(rows[10].cup, CupKind::Own);
        QCOMPARE(rows[14].text.ko, std::string{"**** 1234"});
        QCOMPARE(rows[15].text.en, std::string{"30214587"});
    }

    void whatTheShopHasNotSaidHasNoRow()
    {
        OrderView order = orderOf({line("latte", 5'000, {CupKind::Store})});
        order.payment = {};
        QCOMPARE(kindsOf(receiptRows(kShop, {}, order)),
                 (std::vector{Kind::Shop, Kind::OrderNumber, Kind::PaidAt, Kind::Item, Kind::Cups,
                              Kind::Supply, Kind::Vat, Kind::Total}));
    }

    /// Worked by hand: total / 11, half up.
    void vatIsAnEleventhOfTheTotalHalfUp_data()
    {
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("supply");
        QTest::addColumn<qint64>("vat");
        QTest::newRow("exact") << qint64{11'000} << qint64{10'000} << qint64{1'000};
        QTest::newRow("4,500 / 11 = 409.09") << qint64{4'500} << qint64{4'091} << qint64{409};
        QTest::newRow("5,700 / 11 = 518.18") << qint64{5'700} << qint64{5'182} << qint64{518};
        QTest::newRow("14,200 / 11 = 1290.91") << qint64{14'200} << qint64{12'909} << qint64{1'291};
        QTest::newRow("below half: 5 / 11") << qint64{5} << qint64{5} << qint64{0};
        QTest::newRow("above half: 6 / 11") << qint64{6} << qint64{5} << qint64{1};
    }
    void vatIsAnEleventhOfTheTotalHalfUp()
    {
        QFETCH(qint64, total);
        const auto rows =
            receiptRows(kShop, kSeller, orderOf({line("latte", total, {CupKind::Store})}));
        QTEST(qint64{wonOf(rows, Kind::Supply)}, "supply");
        QTEST(qint64{wonOf(rows, Kind::Vat)}, "vat");
        QCOMPARE(wonOf(rows, Kind::Total), total);
    }

    void vatIsCountedOnceForTheWholeReceiptAndNotByLine()
    {
        // Each line alone would round 409.09 down: 3 × 409 = 1227, but 13,500 / 11 = 1227.27.
        // And 4,700 / 11 = 427.27 twice is 854, but 9,400 / 11 = 854.55 is 855.
        const auto rows = receiptRows(
            kShop, kSeller,
            orderOf({line("a", 4'700, {CupKind::Store}), line("b", 4'700, {CupKind::Store})}));
        QCOMPARE(wonOf(rows, Kind::Vat), 855);
        QCOMPARE(wonOf(rows, Kind::Supply), 8'545);
    }

    void exemptItemsStandApart()
    {
        const auto rows =
            receiptRows(kShop, kSeller,
                        orderOf({line("latte", 5'500, {CupKind::Store}),
                                 line("apple", 3'000, {CupKind::None}, TaxClass::Exempt)}));
        QCOMPARE(wonOf(rows, Kind::Supply), 5'000);
        QCOMPARE(wonOf(rows, Kind::Vat), 500);
        QCOMPARE(wonOf(rows, Kind::ExemptTotal), 3'000);
        QCOMPARE(wonOf(rows, Kind::Total), 8'500);
        QCOMPARE(std::count_if(rows.begin(), rows.end(),
                               [](const ReceiptRow& row) { return row.isExempt; }),
                 1);
    }

    void whereAllIsExemptThereIsNoVat()
    {
        const auto rows = receiptRows(
            kShop, kSeller, orderOf({line("apple", 3'000, {CupKind::None}, TaxClass::Exempt)}));
        QCOMPARE(wonOf(rows, Kind::Vat), -1);
        QCOMPARE(wonOf(rows, Kind::Supply), -1);
        QCOMPARE(wonOf(rows, Kind::ExemptTotal), 3'000);
    }

    void refundsFollowWithWhatIsKept()
    {
        OrderView order = orderOf({line("latte", 5'000, {CupKind::Store, CupKind::Store})});
        order.refunds.push_back(
            {1, Money::fromWon(5'000), RefundState::Done, {1}, {}, fromMs(1'790'000'060'000)});
        order.refunds.push_back({2, Money::fromWon(1'000), RefundState::Due, {}, {}, {}});
        const auto rows = receiptRows(kShop, kSeller, order);
        QCOMPARE(wonOf(rows, Kind::Total), 10'000); // what was charged does not change
        QCOMPARE(wonOf(rows, Kind::Vat), 909);
        QCOMPARE(wonOf(rows, Kind::Kept), 4'000);
        QCOMPARE(rows[rows.size() - 3].refund, RefundState::Done);
        QCOMPARE(rows[rows.size() - 2].refund, RefundState::Due);
    }
};

QTEST_APPLESS_MAIN(TestReceipt)
#include "test_receipt.moc"
