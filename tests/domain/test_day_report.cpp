// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/domain/report_csv.h"
#include "shared/domain/report_fold.h"
#include "tests/support/history_builder.h"
#include "tests/support/naive_report.h"
#include "tests/support/random_history.h"

#include <QTest>

#include <numeric>

using namespace coffee;
using namespace coffee::test;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::minutes kKorea{540};

Money won(std::int64_t amount)
{
    return Money::fromWon(amount);
}

/// The events of an order up to and with `to`, as a ledger would find them.
std::vector<Event> eventsOf(const std::vector<Event>& history, OrderId order, Sequence to)
{
    std::vector<Event> events;
    for (const Event& event : history)
        if (event.seq <= to)
            std::visit(
                [&](const auto& body) {
                    if constexpr (requires { body.order; })
                        if (body.order == order)
                            events.push_back(event);
                },
                event.body);
    return events;
}

DayReport reportOf(const std::vector<Event>& history, Sequence after = 0,
                   std::vector<OpenOrder> open = {})
{
    ReportFold fold{{after, kKorea, std::move(open),
                     [&](OrderId order) { return eventsOf(history, order, after); }}};
    for (const Event& event : history)
        if (event.seq > after)
            fold.apply(event);
    return fold.report();
}

/// An order of one line: `units` units of `price`.
OrderPaid order(OrderId id, std::int64_t price, TaxClass tax = TaxClass::Taxable,
                std::int32_t units = 1)
{
    OrderPaid paid;
    paid.order = paid.attempt = id;
    paid.number = 100 + static_cast<std::int32_t>(id);
    paid.kiosk = "kiosk-1";
    PricedLine line;
    line.item = tax == TaxClass::Taxable ? "latte" : "milk";
    line.name = {line.item, line.item};
    line.tax = tax;
    line.units.assign(static_cast<std::size_t>(units), {CupKind::Store, won(price)});
    line.total = won(price * units);
    paid.basket.total = line.total;
    paid.basket.lines.push_back(std::move(line));
    return paid;
}

std::int64_t sumOf(const TaxFigures& tax)
{
    return tax.supply.won() + tax.vat.won() + tax.exempt.won();
}

/// What must hold between the figures of any report.
void checkBalance(const DayReport& report)
{
    QCOMPARE(sumOf(report.sold), report.sales.sum.won());
    QCOMPARE(sumOf(report.repaid), report.refunds.sum.won());
    const auto total = [](const auto& list, auto figure) {
        return std::accumulate(
            list.begin(), list.end(), std::int64_t{0},
            [&](std::int64_t sum, const auto& one) { return sum + figure(one).won(); });
    };
    const std::int64_t sales = report.sales.sum.won();
    const std::int64_t refunds = report.refunds.sum.won();
    QCOMPARE(total(report.items, [](const auto& item) { return item.sales; }), sales);
    QCOMPARE(total(report.items, [](const auto& item) { return item.refunded; }), refunds);
    const auto sold = [](const auto& part) { return part.money.sales.sum; };
    const auto repaid = [](const auto& part) { return part.money.refunds.sum; };
    QCOMPARE(total(report.hours, sold), sales);
    QCOMPARE(total(report.hours, repaid), refunds);
    QCOMPARE(total(report.services, sold), sales);
    QCOMPARE(total(report.services, repaid), refunds);
    QCOMPARE(total(report.kiosks, sold), sales);
    QCOMPARE(total(report.kiosks, repaid), refunds);
}

} // namespace

class TestDayReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsQuiet();
    void vatIsRoundedOnceAReceipt();
    void exemptGoodsStandApart();
    void aSaleAndItsRefundBelongToTheirOwnTimes();
    void anOrderThatWentBackWholeLeavesNoTax();
    void aPlainAmountTakesFromEveryUnit();
    void aUnitAfterAPlainAmountTakesTheRestFromTheOthers();
    void onlyTheFirstFinishIsTheMaking();
    void lateIsBeyondTheFarEndOfThePromise();
    void wasteIsWhatWasMadeForNobody();
    void whatNeedsAPersonIsADiscrepancy();
    void openOrdersRollOver();
    void theRankOfATimeIsOneThatWas();
    void theTableForASpreadsheet();
    void everyReportIsTheNaiveRecount_data();
    void everyReportIsTheNaiveRecount();
};

void TestDayReport::nothingIsQuiet()
{
    std::vector<Event> history;
    HistoryBuilder{history}.then(DaemonStarted{"1"}).then(MenuPublished{"m"});
    const DayReport report = reportOf(history);
    QVERIFY(report.isQuiet());
    QCOMPARE(report.from, 1);
    QCOMPARE(report.to, 2);
    HistoryBuilder{history}.paid(1);
    QVERIFY(!reportOf(history).isQuiet());
}

void TestDayReport::vatIsRoundedOnceAReceipt()
{
    // 5,000 / 11 = 454.54…, 10,000 / 11 = 909.09…: two receipts are not one.
    std::vector<Event> history;
    HistoryBuilder{history}.then(order(1, 5'000)).then(order(2, 5'000));
    QCOMPARE(reportOf(history).sold.vat.won(), 910);
    QCOMPARE(reportOf(history).sold.supply.won(), 9'090);
    history.clear();
    HistoryBuilder{history}.then(order(1, 5'000, TaxClass::Taxable, 2));
    QCOMPARE(reportOf(history).sold.vat.won(), 909);
    QCOMPARE(reportOf(history).sold.supply.won(), 9'091);
}

void TestDayReport::exemptGoodsStandApart()
{
    std::vector<Event> history;
    HistoryBuilder{history}.then(order(1, 5'500)).then(order(2, 3'000, TaxClass::Exempt));
    const DayReport report = reportOf(history);
    QCOMPARE(report.sold.exempt.won(), 3'000);
    QCOMPARE(report.sold.vat.won(), 500);
    QCOMPARE(report.sold.supply.won(), 5'000);
}

void TestDayReport::aSaleAndItsRefundBelongToTheirOwnTimes()
{
    std::vector<Event> history;
    HistoryBuilder write{history};
    write.paid(1, 2).then(RefundOpened{1, 1, won(5'000), {2}, "cold"});
    const auto yesterday = static_cast<Sequence>(history.size());
    const DayReport first = reportOf(history);
    QCOMPARE(first.sales.sum.won(), 10'000);
    QCOMPARE(first.refundsOpened.sum.won(), 5'000);
    QCOMPARE(first.refunds.count, 0); // decided, and not yet back
    write.daysLater(1).refundMoved(1, 1, 5'000, RefundState::Due, RefundState::Done);
    const DayReport second = reportOf(history, yesterday, first.open);
    QCOMPARE(second.sales.count, 0);
    QCOMPARE(second.refunds.sum.won(), 5'000);
    QCOMPARE(second.net().won(), -5'000);
    QCOMPARE(second.items.size(), std::size_t{1});
    QCOMPARE(second.items.front().unitsRefunded, 1);
    QCOMPARE(second.items.front().name.ko, std::string{"라떼"});
    QCOMPARE(second.kiosks.front().kiosk, std::string{"kiosk-1"});
    QCOMPARE(second.repaid.vat.won(), 909 - 455); // what the receipt's VAT becomes smaller by
    checkBalance(second);
}

void TestDayReport::anOrderThatWentBackWholeLeavesNoTax()
{
    // Each third by itself would be rounded to 303 · 3 = 909, and the receipt says 908.
    std::vector<Event> history;
    HistoryBuilder write{history};
    write.then(order(1, 3'329, TaxClass::Taxable, 3));
    for (UnitNumber unit = 1; unit <= 3; ++unit)
        write.then(RefundOpened{unit, 1, won(3'329), {unit}, "cold"})
            .refundMoved(unit, 1, 3'329, RefundState::Due, RefundState::Done);
    const DayReport report = reportOf(history);
    QCOMPARE(report.sold, report.repaid);
    QCOMPARE(report.net().won(), 0);
}

void TestDayReport::aPlainAmountTakesFromEveryUnit()
{
    OrderPaid mixed = order(1, 6'000);
    PricedLine milk = order(2, 3'000, TaxClass::Exempt).basket.lines.front();
    mixed.basket.lines.push_back(milk);
    mixed.basket.total = won(9'000);
    std::vector<Event> history;
    HistoryBuilder{history}
        .then(mixed)
        .refundOpened(1, 1, 1'000)
        .refundMoved(1, 1, 1'000, RefundState::Due, RefundState::Done);
    const DayReport report = reportOf(history);
    QCOMPARE(report.repaid.exempt.won(), 333);
    QCOMPARE(report.repaid.vat.won() + report.repaid.supply.won(), 667);
    QCOMPARE(report.items[0].unitsRefunded, 0);
    checkBalance(report);
}

void TestDayReport::aUnitAfterAPlainAmountTakesTheRestFromTheOthers()
{
    OrderAccount account{order(1, 5'000, TaxClass::Taxable, 2).basket};
    const RefundShare plain = account.take({1, 1, won(6'000), {}, {}});
    QCOMPARE(plain.items.at("latte").amount.won(), 6'000);
    QCOMPARE(plain.items.at("latte").units, 0);
    const RefundShare unit = account.take({2, 1, won(4'000), {1}, {}});
    QCOMPARE(unit.items.at("latte").amount.won(), 4'000);
    QCOMPARE(unit.items.at("latte").units, 1);
    QCOMPARE(sumOf(account.tax()), 0);
}

void TestDayReport::onlyTheFirstFinishIsTheMaking()
{
    std::vector<Event> history; // one event a second
    HistoryBuilder{history}
        .paid(1)
        .started(1)
        .moved(1, OrderStep::PutBack, OrderState::Making)
        .started(1)
        .unit(1, 1, UnitState::Open, UnitState::Done)
        .finished(1)
        .moved(1, OrderStep::Recall, OrderState::Ready)
        .finished(1);
    const DayReport report = reportOf(history);
    QCOMPARE(report.making, (TimeFigures{1, 2s, 2s}));
}

void TestDayReport::lateIsBeyondTheFarEndOfThePromise()
{
    std::vector<Event> history;
    HistoryBuilder write{history};
    for (OrderId id = 1; id <= 3; ++id) {
        OrderPaid paid = order(id, 5'000);
        paid.wait = id == 3 ? WaitRange{} : WaitRange{1, id == 1 ? 2 : 1};
        write.then(paid).started(id).finished(id); // ready after two seconds
    }
    const DayReport report = reportOf(history);
    QCOMPARE(report.promised, 2);
    QCOMPARE(report.lateness, (TimeFigures{1, 1s, 1s}));
    QCOMPARE(report.making.count, 3);
}

void TestDayReport::wasteIsWhatWasMadeForNobody()
{
    std::vector<Event> history;
    HistoryBuilder write{history};
    write.paid(1, 2).paid(2, 2);
    write.then(UnitMoved{1, 1, UnitState::Done, UnitState::Open, "spilled"});
    write.then(UnitMoved{1, 2, UnitState::Done, UnitState::Open, ""}); // a tick taken back
    write.cancelled(2).then(StopAcknowledged{2, {1, 2}});
    const DayReport report = reportOf(history);
    QCOMPARE(report.wasted.count, 3);
    QCOMPARE(report.wasted.sum.won(), 15'000);
    QCOMPARE(report.remakes.size(), std::size_t{1});
    QCOMPARE(report.remakes.front(), (RemakeFigures{"spilled", 1}));
    QCOMPARE(report.cancels.size(), std::size_t{1});
    QCOMPARE(report.cancels.front().by, CancelledBy::Customer);
    QCOMPARE(report.cancels.front().orders.sum.won(), 10'000);
}

void TestDayReport::whatNeedsAPersonIsADiscrepancy()
{
    std::vector<Event> history;
    HistoryBuilder{history}
        .then(AttemptMoved{7, "kiosk-1", won(4'000), AttemptState::Unknown,
                           AttemptState::NeedsReview, "amount"})
        .then(AttemptMoved{8, "kiosk-1", won(3'000), AttemptState::Charging, AttemptState::Declined,
                           "refused"})
        .paid(1)
        .refundOpened(1, 1, 500)
        .refundMoved(1, 1, 500, RefundState::Due, RefundState::NeedsReview);
    const DayReport report = reportOf(history);
    QCOMPARE(report.discrepancies.count, 2);
    QCOMPARE(report.discrepancies.sum.won(), 4'500);
    QCOMPARE(report.declined.sum.won(), 3'000);
}

void TestDayReport::openOrdersRollOver()
{
    std::vector<Event> history;
    HistoryBuilder write{history};
    write.paid(1).paid(2).paid(3).started(2);
    const auto close = static_cast<Sequence>(history.size());
    const DayReport first = reportOf(history);
    QCOMPARE(first.open.size(), std::size_t{3});
    write.collected(1).finished(2).cancelled(3).moved(1, OrderStep::Recall, OrderState::Collected);
    const DayReport second = reportOf(history, close, first.open);
    QCOMPARE(second.open.size(), std::size_t{2});
    QCOMPARE(second.open[0], (OpenOrder{1, 101, won(5'000)}));
    QCOMPARE(second.open[1].order, 2);
    // The start of order 2 is known from before.
    QCOMPARE(second.making.count, 2);
}

void TestDayReport::theRankOfATimeIsOneThatWas()
{
    QCOMPARE(timeFiguresOf({}), TimeFigures{});
    QCOMPARE(timeFiguresOf({3ms, 1ms}), (TimeFigures{2, 1ms, 3ms}));
    QCOMPARE(timeFiguresOf({5ms, 1ms, 3ms}), (TimeFigures{3, 3ms, 5ms}));
    std::vector<std::chrono::milliseconds> ten;
    for (int i = 1; i <= 10; ++i)
        ten.emplace_back(i);
    QCOMPARE(timeFiguresOf(ten), (TimeFigures{10, 5ms, 9ms}));
}

void TestDayReport::theTableForASpreadsheet()
{
    std::vector<Event> history;
    HistoryBuilder write{history};
    write.paid(1, 2).paid(2);
    write.then(OrderCancelled{2, OrderState::Queued, CancelledBy::Staff, "=1+1, \"sour\" milk"});
    const std::string csv = reportCsv(reportOf(history), {7, "2026-03-02 20:00:00", "manager"});
    QVERIFY(csv.starts_with("\xef\xbb\xbfsection,id,"));
    QCOMPARE(std::count(csv.begin(), csv.end(), '\n'), std::count(csv.begin(), csv.end(), '\r'));
    const auto has = [&csv](const char* row) { return csv.find(row) != std::string::npos; };
    QVERIFY(has("report,\"number\",\"\",\"\",7,,,\r\n"));
    QVERIFY(has("report,\"day\",\"2026-03-02\",\"2026-03-02\",,,,\r\n"));
    QVERIFY(has("total,\"sales\",\"\",\"\",2,15000,0,0\r\n"));
    QVERIFY(has("item,\"latte\",\"라떼\",\"Latte\",3,15000,0,0\r\n"));
    QVERIFY(has("kiosk,\"kiosk-1\",\"\",\"\",2,15000,0,0\r\n"));
    QVERIFY(!has("\"kept\""));
    DayReport withKept = reportOf(history);
    withKept.kept.add(Money::fromWon(6'300));
    QVERIFY(reportCsv(withKept, {}).find("payments,\"kept\",\"\",\"\",1,6300,,\r\n") !=
            std::string::npos);
    // Nothing that was typed becomes a formula.
    QVERIFY(has("cancel,\"staff\",\"'=1+1, \"\"sour\"\" milk\","));
    // Each row has as many columns as the first.
    QVERIFY(has("open,\"101\",\"\",\"\",1,10000,,\r\n"));
}

void TestDayReport::everyReportIsTheNaiveRecount_data()
{
    QTest::addColumn<quint64>("seed");
    for (quint64 seed = 1; seed <= 40; ++seed)
        QTest::addRow("seed %llu", seed) << seed;
}

void TestDayReport::everyReportIsTheNaiveRecount()
{
    QFETCH(quint64, seed);
    HistoryShape shape;
    shape.eventsPerDay = 300;
    const auto history = RandomHistory{seed, shape}.take(1'500);
    Random random{seed};
    // Reports of any length, one behind the other without a gap.
    DayReport report;
    while (report.to < static_cast<Sequence>(history.size())) {
        const Sequence after = report.to;
        const Sequence to = std::min<Sequence>(static_cast<Sequence>(history.size()),
                                               after + random.between(1, 500));
        ReportFold fold{
            {after, kKorea, report.open, [&](OrderId id) { return eventsOf(history, id, after); }}};
        for (Sequence seq = after + 1; seq <= to; ++seq)
            fold.apply(history[static_cast<std::size_t>(seq) - 1]);
        report = fold.report();
        QCOMPARE(report.to, to);
        const DayReport naive = naiveReport(history, after, to, kKorea);
        QCOMPARE(report.sales, naive.sales);
        QCOMPARE(report.refunds, naive.refunds);
        QCOMPARE(report.sold, naive.sold);
        QCOMPARE(report.repaid, naive.repaid);
        QCOMPARE(report.items, naive.items);
        QCOMPARE(report.options, naive.options);
        QCOMPARE(report.hours, naive.hours);
        QCOMPARE(report.making, naive.making);
        QCOMPARE(report.lateness, naive.lateness);
        QCOMPARE(report.open, naive.open);
        QVERIFY(report == naive);
        checkBalance(report);
    }
}

QTEST_GUILESS_MAIN(TestDayReport)

#include "test_day_report.moc"
