// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shop/shop_under_test.h"
#include "tests/shop/toy_bank.h"

#include <algorithm>
#include <set>

namespace coffee::test {

using namespace protocol;
using namespace daemon;

namespace {

/// A shop whose days pass.
class ShopOverDays : public ShopUnderTest {
public:
    [[nodiscard]] BusinessDay today() const { return businessDay(wall(), kOffset); }
    /// One minute into the next business day.
    void nextDay() { skip(dayStart(today() + 1, kOffset) + 1min - wall()); }
    [[nodiscard]] ZAnswer z(std::int64_t number = 0)
    {
        return ask<ZAnswer>(manager(), ZGet{number});
    }
    [[nodiscard]] std::int64_t zs() const { return shop().memory().lastZ; }
    [[nodiscard]] DayClose closing(std::int64_t last) { return {newOp(), last, kPin}; }
    /// A person closes the day.
    ClosedAnswer close() { return okOn<ClosedAnswer>(withPin(manager(), closing(zs()))); }

    static constexpr std::chrono::minutes kOffset{540};
};

Basket someBasket(Random& random)
{
    Basket basket;
    BasketLine coffee{"americano", {}, {}};
    for (std::int64_t left = random.between(1, 5); left > 0; --left)
        coffee.cups.push_back(random.oneIn(3) ? CupKind::Own : CupKind::Store);
    basket.lines.push_back(std::move(coffee));
    if (random.oneIn(2))
        basket.lines.push_back({"cookie", {}, std::vector<CupKind>(2, CupKind::None)});
    return basket;
}

} // namespace

/// The books of each day: closed at its change or by a person, numbered, never changed.
class DaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDayIsClosedAtItsChange();
    void aDayOnWhichNothingHappenedHasNoZ();
    void aDayThatWasMissedIsClosedAtTheNextStart();
    void severalMissedDaysHaveAZEach();
    void aZThatCannotBeWrittenKeepsNothingElse();
    void aManagerClosesTheDay();
    void twoWhoCloseAtOnceWriteOneZ();
    void openOrdersRollOver();
    void askingAgainGivesTheSame();
    void aZIsUndoneWithItsTransaction();
    void tenThousandPartialRefundsAgreeWithTheBank();
};

void DaysTest::theDayIsClosedAtItsChange()
{
    ShopOverDays shop;
    const BusinessDay day = shop.today();
    QCOMPARE(shop.refused(manager(), ZGet{0}).code, RefusalCode::NotFound);
    shop.orderIn(OrderState::Collected);
    shop.orderIn(OrderState::Cancelled);
    shop.settleRefunds();
    shop.skip(dayStart(day + 1, ShopOverDays::kOffset) - 1ms - shop.wall());
    QCOMPARE(shop.zs(), 0);
    const Sequence last = shop.view().seq;
    shop.nextDay();
    QCOMPARE(shop.events<DayClosed>().size(), std::size_t{1});
    const ZAnswer z = shop.z();
    QCOMPARE(z.number, 1);
    QCOMPARE(z.by, (Actor{Role::Daemon, "daemon"}));
    QCOMPARE(z.report.day, day);
    QCOMPARE(z.report.from, 1);
    QCOMPARE(z.report.to, last);
    QCOMPARE(z.report.sales, (Tally{2, MoneySum::fromWon(25'000)}));
    QCOMPARE(z.report.refunds, (Tally{1, MoneySum::fromWon(12'500)}));
    QCOMPARE(z.report.sold.vat.won(), 2 * 1'136);
    QCOMPARE(z.report.repaid.vat.won(), 1'136);
    QCOMPARE(z.report.cancels.size(), std::size_t{1});
    const auto closed = shop.events<DayClosed>().front();
    QCOMPARE(closed.sales.won(), 25'000);
    QCOMPARE(closed.to, last);
}

void DaysTest::aDayOnWhichNothingHappenedHasNoZ()
{
    ShopOverDays shop;
    for (int day = 0; day < 3; ++day)
        shop.nextDay();
    QCOMPARE(shop.zs(), 0);
    const BusinessDay day = shop.today();
    shop.buy();
    shop.nextDay();
    shop.nextDay();
    QCOMPARE(shop.zs(), 1);
    QCOMPARE(shop.z().report.from, 1);
    QCOMPARE(shop.z().report.day, day);
}

void DaysTest::aDayThatWasMissedIsClosedAtTheNextStart()
{
    ShopOverDays shop;
    const BusinessDay day = shop.today();
    shop.buy();
    shop.stepWall(std::chrono::days{3});
    shop.restart();
    shop.pass(2s);
    QCOMPARE(shop.zs(), 1);
    QCOMPARE(shop.z().report.day, day);
    QCOMPARE(shop.z().report.sales.count, 1);
    // What the start itself records belongs to its own day.
    shop.buy();
    shop.nextDay();
    QCOMPARE(shop.zs(), 2);
    QCOMPARE(shop.z().report.sales.count, 1);
    QCOMPARE(shop.z().report.from, shop.z(1).report.to + 1);
}

void DaysTest::severalMissedDaysHaveAZEach()
{
    ShopOverDays shop;
    shop.faults().refuses = [](const Changes& changes) {
        return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
            return std::holds_alternative<ZInserted>(change);
        });
    };
    const BusinessDay first = shop.today();
    for (int day = 0; day < 3; ++day) {
        for (int order = 0; order <= day; ++order)
            shop.buy();
        shop.nextDay();
    }
    QCOMPARE(shop.zs(), 0);
    shop.faults().refuses = nullptr;
    shop.buy(); // today's
    shop.pass(1min + 6s);
    QCOMPARE(shop.zs(), 3);
    for (std::int64_t number = 1; number <= 3; ++number) {
        QCOMPARE(shop.z(number).report.day, first + static_cast<BusinessDay>(number) - 1);
        QCOMPARE(shop.z(number).report.sales.count, number);
    }
    shop.nextDay();
    QCOMPARE(shop.zs(), 4);
    QCOMPARE(shop.z().report.sales.count, 1);
}

void DaysTest::aZThatCannotBeWrittenKeepsNothingElse()
{
    ShopOverDays shop;
    shop.setPin(ShopOverDays::kPin);
    shop.buy();
    shop.faults().refuses = [](const Changes& changes) {
        return std::any_of(changes.begin(), changes.end(), [](const Change& change) {
            return std::holds_alternative<ZInserted>(change);
        });
    };
    shop.nextDay();
    const int beats = shop.beats;
    shop.cancel(shop.buy());
    shop.pass(5s);
    QVERIFY(shop.beats > beats);
    QCOMPARE(shop.countCalls<RefundCall>(), 1);
    // Nobody closes a day over one that is still to be closed.
    QCOMPARE(shop.refusalOn(shop.withPin(manager(), shop.closing(0))).code, RefusalCode::Busy);
}

void DaysTest::aManagerClosesTheDay()
{
    ShopOverDays shop;
    shop.setPin(ShopOverDays::kPin);
    DayClose wrong = shop.closing(0);
    wrong.pin = "999111";
    shop.buy();
    QCOMPARE(shop.refusalOn(shop.withPin(manager(), wrong)).code, RefusalCode::WrongPin);
    const Sequence head = shop.view().seq;
    const ClosedAnswer closed = shop.close();
    QCOMPARE(closed, (ClosedAnswer{1, 1, head}));
    QCOMPARE(shop.z().by, manager());
    QCOMPARE(shop.z().report.sales.count, 1);
    const auto again = shop.withPin(manager(), shop.closing(1));
    QCOMPARE(shop.refusalOn(again).code, RefusalCode::NotPossible);
    shop.buy(); // after hours, of the same day
    shop.nextDay();
    QCOMPARE(shop.zs(), 2);
    QCOMPARE(shop.z().report.day, shop.z(1).report.day);
    QCOMPARE(shop.z().report.from, head + 1);
    shop.nextDay();
    QCOMPARE(shop.zs(), 2);
}

void DaysTest::twoWhoCloseAtOnceWriteOneZ()
{
    ShopOverDays shop;
    shop.setPin(ShopOverDays::kPin);
    shop.buy();
    const DayClose first = shop.closing(0);
    const DayClose second = shop.closing(0);
    const auto answer = shop.okOn<ClosedAnswer>(shop.withPin(manager(), first));
    shop.buy();
    const Refusal refused = shop.refusalOn(shop.withPin(manager(), second));
    QCOMPARE(refused.code, RefusalCode::WrongState);
    QCOMPARE(refused.state, std::string{"1"});
    // The first one was not heard and asks again under its key.
    QCOMPARE(shop.okOn<ClosedAnswer>(shop.withPin(manager(), first)), answer);
    QCOMPARE(shop.zs(), 1);
}

void DaysTest::openOrdersRollOver()
{
    ShopOverDays shop;
    const PaidAnswer paid = shop.orderIn(OrderState::Making);
    shop.nextDay();
    QCOMPARE(shop.z().report.open,
             (std::vector{OpenOrder{paid.order, paid.number, paid.basket.total}}));
    shop.does(OrderAction::Ready, paid.order);
    shop.does(OrderAction::Collect, paid.order);
    shop.nextDay();
    QCOMPARE(shop.zs(), 2);
    QCOMPARE(shop.z().report.sales.count, 0);
    QCOMPARE(shop.z().report.making.count, 1);
    QVERIFY(shop.z().report.open.empty());
}

void DaysTest::askingAgainGivesTheSame()
{
    ShopOverDays shop;
    shop.cancel(shop.buy());
    shop.nextDay();
    const std::string first = shop.bodyOn(shop.send(manager(), ZGet{1}));
    shop.settleRefunds();
    shop.buy();
    shop.nextDay();
    shop.restart();
    QCOMPARE(shop.bodyOn(shop.send(ctl(), ZGet{1})), first);
    QCOMPARE(shop.zs(), 2);
    QCOMPARE(shop.refused(manager(), ZGet{3}).code, RefusalCode::NotFound);
}

void DaysTest::aZIsUndoneWithItsTransaction()
{
    ShopOverDays shop;
    shop.buy();
    shop.faults().full = true;
    shop.nextDay();
    QCOMPARE(shop.zs(), 0);
    QVERIFY(shop.events<DayClosed>().empty());
    shop.faults().full = false;
    shop.pass(3s);
    QCOMPARE(shop.zs(), 1);
}

void DaysTest::tenThousandPartialRefundsAgreeWithTheBank()
{
    constexpr int kOrders = 700;
    constexpr int kRefunds = 10'000;
    ShopOverDays shop;
    shop.setPin(ShopOverDays::kPin);
    shop.checksEveryStep = false;
    Random random{20'26};
    ToyBank bank{random};
    bank.becomeHonest();
    const auto settle = [&] {
        while (!shop.calls.empty()) {
            GatewayResult answer = bank.carryOut(shop.calls.front());
            shop.calls.pop_front();
            shop.give(std::move(answer));
        }
    };
    std::vector<PaidAnswer> orders;
    while (orders.size() < kOrders) {
        const Basket basket = someBasket(random);
        const AttemptKey key = shop.newKey();
        const auto route = shop.send(kiosk(), OrderPlace{key, shop.quote("kiosk-1", basket).quote});
        settle();
        const auto answer = shop.okOn<AttemptAnswer>(route);
        orders.push_back(std::get<PaidAnswer>(answer));
    }
    int given = 0;
    int refused = 0;
    for (int round = 0; round < kRefunds; ++round) {
        const PaidAnswer& order = random.oneOf(orders);
        std::vector<UnitNumber> units;
        std::int64_t won = 0;
        std::size_t count = 0;
        for (const PricedLine& line : order.basket.lines)
            count += line.units.size();
        if (random.oneIn(2))
            won = random.between(1, std::max<std::int64_t>(1, order.basket.total.won() / 8));
        else
            for (std::size_t unit = 1; unit <= count; ++unit)
                if (random.oneIn(static_cast<std::int64_t>(count)))
                    units.push_back(static_cast<UnitNumber>(unit));
        if (won == 0 && units.empty())
            units.push_back(1);
        const auto route =
            shop.withPin(manager(), shop.refundCommand(order.order, std::move(units), won));
        const auto reply = shop.replyOn<RefundAnswer>(route);
        if (const auto* no = std::get_if<Refusal>(&reply.content)) {
            QCOMPARE(no->code, RefusalCode::RefundTooLarge);
            ++refused;
        } else {
            ++given;
        }
        settle();
    }
    qInfo("%d refunds asked for: %d given, %d refused", kRefunds, given, refused);
    QVERIFY(given > 3'000 && refused > 1'000);
    QVERIFY2(bank.violations().empty(), "the shop asked the bank for more than it held");
    std::int64_t back = 0;
    for (const PaidAnswer& order : orders) {
        const auto row = shop.ledger().findOrder(order.order);
        std::multiset<UnitNumber> named;
        std::int64_t left = row->basket.total.won();
        for (const RefundRow& refund : row->refunds) {
            std::int64_t prices = 0;
            for (const UnitNumber unit : refund.units) {
                named.insert(unit);
                prices += row->units.at(static_cast<std::size_t>(unit) - 1).price.won();
            }
            // Never more than was paid for the units, each of which goes back once.
            QVERIFY(refund.units.empty() || refund.amount.won() <= prices);
            QCOMPARE(refund.state, RefundState::Done);
            QCOMPARE(bank.refundedWon(refund.key), refund.amount.won());
            left -= refund.amount.won();
            back += refund.amount.won();
        }
        for (const UnitNumber unit : named)
            QCOMPARE(named.count(unit), std::size_t{1});
        QVERIFY(left >= 0);
        QCOMPARE(bank.heldWon(row->key.value), left);
    }
    shop.checksEveryStep = true;
    shop.close();
    QCOMPARE(shop.z().report.refunds, (Tally{given, MoneySum::fromWon(back)}));
    QCOMPARE(shop.z().report.repaid.supply.won() + shop.z().report.repaid.vat.won() +
                 shop.z().report.repaid.exempt.won(),
             back);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::DaysTest)
#include "test_shop_days.moc"
