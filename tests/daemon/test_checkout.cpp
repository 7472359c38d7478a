// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/daemon/shop_rig.h"

#include <QTest>

namespace coffee::test {

using namespace protocol;

/// Quotes: what is checked before any card is asked for, and how long a promise holds.
class CheckoutTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aQuoteNamesLinesTotalAndTime();
    void everyMistakeHasItsRefusal_data();
    void everyMistakeHasItsRefusal();
    void aSoldOutItemIsNamed();
    void anItemIsSoldInItsHoursOnly();
    void anItemIsSoldOnItsDaysOnly();
    void aShopFullOfOrdersPromisesNoMore();
    void nothingToPayIsRefused();
    void anOrderTooLongForAFrameIsRefused();
    void aPausedShopSaysUntilWhenAndWhy();
    void aFullShopSaysHowLongToWaitBeforeAnyCard();
    void aFullShopRefusesAtPlaceAndKeepsTheQuote();
    void aQuoteIsForOneMachineOneUseAndThreeMinutes();
    void aQuoteIsHonouredWhenOrderingPausesAfterwards();
    void theWaitGrowsWithTheQueueAndWithoutABar();
};

namespace {

CheckoutOpen open(const Basket& basket, std::int64_t won, const std::string& menu = "m-1")
{
    return {basket, "ko", menu, Money::fromWon(won)};
}

Basket with(const BasketLine& line)
{
    Basket basket;
    basket.lines = {line};
    return basket;
}

} // namespace

void CheckoutTest::aQuoteNamesLinesTotalAndTime()
{
    ShopRig rig;
    const auto quote = rig.ask<Quote>(kiosk(), open(smallBasket(), 12'500));
    QCOMPARE(quote.basket.total.won(), 12'500);
    QCOMPARE(quote.basket.lines.size(), std::size_t{2});
    QCOMPARE(quote.expiresInMs, std::int64_t{180'000});
    QCOMPARE(quote.ordersAhead, 0);
    QVERIFY(!quote.barAway);
    QVERIFY(rig.published.size() == 2); // the start of the daemon and its menu: a quote is no event
    QCOMPARE(rig.verify(), std::string{});
}

void CheckoutTest::everyMistakeHasItsRefusal_data()
{
    QTest::addColumn<CheckoutOpen>("request");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, CheckoutOpen request, RefusalCode code) {
        QTest::newRow(name) << std::move(request) << static_cast<int>(code);
    };
    row("another menu", open(oneCoffee(), 4'500, "m-0"), RefusalCode::MenuChanged);
    row("unknown item", open(with({"tea", {}, {CupKind::Store}}), 1), RefusalCode::UnknownItem);
    row("unknown option", open(with({"americano", {{"ice", "much", 1}}, {CupKind::Store}}), 4'500),
        RefusalCode::UnknownItem);
    row("cup for a cookie", open(with({"cookie", {}, {CupKind::Own}}), 3'500),
        RefusalCode::InvalidCup);
    row("nothing of it", open(with({"cookie", {}, {}}), 0), RefusalCode::InvalidQuantity);
    row("too many", open(with({"cookie", {}, std::vector(21, CupKind::None)}), 73'500),
        RefusalCode::InvalidQuantity);
    row("another price", open(oneCoffee(), 4'400), RefusalCode::PriceChanged);
}

void CheckoutTest::everyMistakeHasItsRefusal()
{
    QFETCH(CheckoutOpen, request);
    QFETCH(int, code);
    ShopRig rig;
    const Refusal refused = rig.refused(kiosk(), request);
    QCOMPARE(static_cast<int>(refused.code), code);
    if (refused.code == RefusalCode::PriceChanged)
        QCOMPARE(refused.total->won(), 4'500);
}

void CheckoutTest::aSoldOutItemIsNamed()
{
    ShopRig rig;
    rig.ask<Accepted>(bar(),
                      SetAvailability{rig.newOp(), "cookie", false, UntilKind::ByHand, 0, 0});
    const Refusal refused = rig.refused(kiosk(), open(smallBasket(), 12'500));
    QCOMPARE(refused.code, RefusalCode::SoldOut);
    QCOMPARE(refused.items, std::vector<std::string>{"cookie"});
}

void CheckoutTest::anItemIsSoldInItsHoursOnly()
{
    daemon::ShopSettings settings = rigSettings(); // the rig begins at 09:00 in the shop
    for (MenuItem& item : settings.menu.items)
        if (item.id == "cookie")
            item.hours = {9 * 60 + 30, 11 * 60};
    ShopRig rig{settings};
    const Refusal refused = rig.refused(kiosk(), open(smallBasket(), 12'500));
    QCOMPARE(refused.code, RefusalCode::SoldOut);
    QCOMPARE(refused.items, std::vector<std::string>{"cookie"});
    rig.ask<Quote>(kiosk(), open(oneCoffee(), 4'500));
    rig.pass(std::chrono::minutes{30});
    rig.ask<Quote>(kiosk(), open(smallBasket(), 12'500));
    rig.pass(std::chrono::minutes{90});
    QCOMPARE(rig.refused(kiosk(), open(smallBasket(), 12'500)).code, RefusalCode::SoldOut);
}

void CheckoutTest::anItemIsSoldOnItsDaysOnly()
{
    constexpr std::int32_t kMonday = 1 << 0;
    constexpr std::int32_t kWednesday = 1 << 2;
    daemon::ShopSettings settings = rigSettings(); // the rig begins on a Monday, 09:00 in the shop
    for (MenuItem& item : settings.menu.items)
        if (item.id == "cookie")
            item.hours = {22 * 60, 2 * 60, kMonday | kWednesday};
    ShopRig rig{settings};
    const auto isSold = [&rig] {
        const auto reply = rig.replyOn<Quote>(rig.send(kiosk(), open(smallBasket(), 12'500)));
        return !std::holds_alternative<Refusal>(reply.content);
    };
    using std::chrono::hours;
    QVERIFY(!isSold());
    rig.pass(hours{13}); // Monday 22:00
    QVERIFY(isSold());
    rig.pass(hours{3}); // the night of Monday, by the calendar Tuesday 01:00
    QVERIFY(isSold());
    rig.pass(hours{1});
    QVERIFY(!isSold());
    rig.pass(hours{20}); // Tuesday 22:00
    QVERIFY(!isSold());
    rig.pass(hours{3}); // Wednesday 01:00
    QVERIFY(!isSold());
    rig.pass(hours{21}); // Wednesday 22:00
    QVERIFY(isSold());
}

void CheckoutTest::aShopFullOfOrdersPromisesNoMore()
{
    daemon::ShopSettings settings = rigSettings();
    settings.ordersKnownMax = 0;
    ShopRig rig{settings};
    const Refusal refused = rig.refused(kiosk(), open(oneCoffee(), 4'500));
    QCOMPARE(refused.code, RefusalCode::Busy);
    QVERIFY(refused.retryAfter > std::chrono::milliseconds{0});
}

void CheckoutTest::nothingToPayIsRefused()
{
    ShopRig rig;
    QCOMPARE(rig.refused(kiosk(), open(with({"water", {}, {CupKind::None}}), 0)).code,
             RefusalCode::InvalidQuantity);
}

void CheckoutTest::anOrderTooLongForAFrameIsRefused()
{
    daemon::ShopSettings settings = rigSettings();
    settings.menu.items[1].name.ko.assign(4'000, 'x');
    ShopRig rig{settings};
    Basket basket;
    for (int i = 0; i < 20; ++i)
        basket.lines.push_back({"cookie", {}, {CupKind::None}});
    QCOMPARE(rig.refused(kiosk(), open(basket, 70'000)).code, RefusalCode::InvalidQuantity);
}

void CheckoutTest::aPausedShopSaysUntilWhenAndWhy()
{
    ShopRig rig;
    rig.ask<Accepted>(manager(), OrderingPause{rig.newOp(), 10, "잠시 쉽니다.", "A short break."});
    const Refusal refused = rig.refused(kiosk(), open(oneCoffee(), 4'500));
    QCOMPARE(refused.code, RefusalCode::Paused);
    QCOMPARE(refused.retryAfter, std::chrono::milliseconds{10min});
    QCOMPARE(refused.untilMs, toMs(rig.wall() + 10min));
    QCOMPARE(refused.textKo, std::string{"잠시 쉽니다."});
    QCOMPARE(refused.textEn, std::string{"A short break."});
    rig.pass(10min + 1s);
    QCOMPARE(rig.ask<Quote>(kiosk(), open(oneCoffee(), 4'500)).basket.total.won(), 4'500);
    QCOMPARE(rig.verify(), std::string{});
}

void CheckoutTest::aFullShopSaysHowLongToWaitBeforeAnyCard()
{
    daemon::ShopSettings settings = rigSettings();
    settings.chargeWorkers = 2;
    settings.chargesWaitingMax = 1;
    ShopRig rig{settings};
    std::vector<AttemptKey> keys;
    for (int i = 1; i <= 3; ++i) {
        const std::string name = "kiosk-" + std::to_string(i);
        keys.push_back(rig.newKey(name));
        rig.place(keys.back(), name);
    }
    const Refusal refused = rig.refused(kiosk("kiosk-4"), open(oneCoffee(), 4'500));
    QCOMPARE(refused.code, RefusalCode::Busy);
    QVERIFY(refused.retryAfter >= 2s);
    QVERIFY(refused.retryAfter <= 60s);
    QCOMPARE(rig.countCalls<daemon::ChargeCall>(), 3);
    rig.approve(keys.front().value, Money::fromWon(12'500));
    rig.quote("kiosk-4"); // there is room again
}

void CheckoutTest::aFullShopRefusesAtPlaceAndKeepsTheQuote()
{
    daemon::ShopSettings settings = rigSettings();
    settings.chargeWorkers = 1;
    settings.chargesWaitingMax = 0;
    ShopRig rig{settings};
    const auto first = rig.quote("kiosk-1");
    const auto second = rig.quote("kiosk-2");
    const AttemptKey key1 = rig.newKey("kiosk-1");
    const AttemptKey key2 = rig.newKey("kiosk-2");
    rig.send(kiosk("kiosk-1"), OrderPlace{key1, first.quote});
    QCOMPARE(rig.refused(kiosk("kiosk-2"), OrderPlace{key2, second.quote}).code, RefusalCode::Busy);
    QCOMPARE(rig.countCalls<daemon::ChargeCall>(), 1);
    rig.finishCharge(key1.value, daemon::ChargeDeclined{});
    rig.calls.clear();
    rig.send(kiosk("kiosk-2"), OrderPlace{key2, second.quote}); // the same key and quote
    QCOMPARE(rig.takeCall<daemon::ChargeCall>().key, key2.value);
    QCOMPARE(rig.verify(), std::string{});
}

void CheckoutTest::aQuoteIsForOneMachineOneUseAndThreeMinutes()
{
    ShopRig rig;
    const auto quote = rig.quote();
    QCOMPARE(rig.refused(kiosk("kiosk-2"), OrderPlace{rig.newKey("kiosk-2"), quote.quote}).code,
             RefusalCode::QuoteExpired);
    QCOMPARE(rig.refused(kiosk(), OrderPlace{rig.newKey(), QuoteId{"nothing"}}).code,
             RefusalCode::QuoteExpired);
    const AttemptKey key = rig.newKey();
    rig.send(kiosk(), OrderPlace{key, quote.quote});
    rig.finishCharge(key.value, daemon::ChargeDeclined{});
    QCOMPARE(rig.refused(kiosk(), OrderPlace{rig.newKey(), quote.quote}).code,
             RefusalCode::QuoteExpired);

    const auto fresh = rig.quote();
    rig.pass(179s);
    rig.send(kiosk(), OrderPlace{rig.newKey(), fresh.quote});
    QCOMPARE(rig.countCalls<daemon::ChargeCall>(), 2);
    const auto stale = rig.quote("kiosk-2");
    rig.pass(180s);
    QCOMPARE(rig.refused(kiosk("kiosk-2"), OrderPlace{rig.newKey("kiosk-2"), stale.quote}).code,
             RefusalCode::QuoteExpired);
    QVERIFY(rig.shop().memory().quotes.empty());
}

void CheckoutTest::aQuoteIsHonouredWhenOrderingPausesAfterwards()
{
    ShopRig rig;
    const auto quote = rig.quote();
    rig.ask<Accepted>(manager(), OrderingPause{rig.newOp(), 10, {}, {}});
    rig.send(kiosk(), OrderPlace{rig.newKey(), quote.quote});
    QCOMPARE(rig.countCalls<daemon::ChargeCall>(), 1);
}

void CheckoutTest::theWaitGrowsWithTheQueueAndWithoutABar()
{
    ShopRig rig;
    const WaitRange empty = rig.quote().wait;
    for (int i = 0; i < 4; ++i)
        rig.buy();
    const auto busy = rig.quote();
    QVERIFY(busy.wait.minSeconds > empty.minSeconds);
    QVERIFY(busy.wait.maxSeconds > empty.maxSeconds);
    QCOMPARE(busy.ordersAhead, 4);

    rig.ask<Accepted>(bar(), Presence{"0.1.0", Stream::Events, rig.shop().memory().epoch, 1});
    rig.pass(7s);
    const auto dark = rig.quote();
    QVERIFY(dark.barAway);
    QVERIFY(dark.wait.maxSeconds > busy.wait.maxSeconds);
}

} // namespace coffee::test

QTEST_GUILESS_MAIN(coffee::test::CheckoutTest)
#include "test_checkout.moc"
