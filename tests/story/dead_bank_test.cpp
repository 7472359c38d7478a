// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/story/screens.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QTest>

using namespace coffee;
using namespace coffee::test;
using kiosk::Phase;

namespace {

constexpr int kLimitMs = 30'000;
/// Longer than any back-off between two calls of the daemon.
constexpr int kDrainLimitMs = 90'000;

std::optional<OrderState> stateAt(const KioskScreen& kiosk, int number)
{
    const OrderView* order = kiosk.feed.view().orders.findByNumber(number);
    return order ? std::optional{order->state} : std::nullopt;
}

/// That paying takes a while, could not be done, or that nobody knows yet: never that it worked.
bool isTold(KioskScreen& kiosk)
{
    return kiosk.phase() == Phase::Busy || kiosk.phase() == Phase::NotPaid ||
           kiosk.phase() == Phase::Checking;
}

/// What a patient customer does; false, for the loop that waits.
bool triesAgain(KioskScreen& kiosk)
{
    for (const char* name : {"retryButton", "payButton"})
        if (press(kiosk.window, QLatin1String(name)))
            break;
    return false;
}

std::int64_t keptByTheBank(const RunningShop& shop)
{
    std::int64_t net = 0;
    for (const auto& [key, charge] : shop.bank())
        net += charge.net();
    return net;
}

} // namespace

/// Nobody can be charged and nobody paid back. What was ordered before goes its way all the same,
/// and the money follows when the bank is there again.
class DeadBankTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressWindows(); }
    void everythingButPayingGoesOn();
};

void DeadBankTest::everythingButPayingGoesOn()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    ShopClient earlier{shop.commands(), {Role::Kiosk, "kiosk-8"}};
    const auto drunk = earlier.buy(oneAmericano());
    const auto cancelled = earlier.buy(threeUnits());
    const std::int64_t both = keptByTheBank(shop);
    QCOMPARE(both, drunk.basket.total.won() + cancelled.basket.total.won());

    QVERIFY(shop.script(R"({"mode":"dead"})"));
    KioskScreen kiosk{shop.place(), "kiosk-1"};
    BarScreen bar{shop.place(), "bar-1"};
    Inquirer customer{shop.place(), "kiosk-2", drunk.number};

    // The bar makes and hands over.
    QVERIFY(tap(bar.window, QStringLiteral("start_%1").arg(drunk.number)));
    QTRY_COMPARE_WITH_TIMEOUT(stateAt(kiosk, drunk.number), OrderState::Making, kLimitMs);
    // A tap this soon after the first counts as the same, so it may take another.
    QTRY_VERIFY_WITH_TIMEOUT(
        stateAt(kiosk, drunk.number) == OrderState::Ready ||
            (press(bar.window, QStringLiteral("finish_%1").arg(drunk.number)) && false),
        kLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(customer.statesSeen().count(OrderState::Ready) == 1, kLimitMs);

    // Cancelling stops the making at once; the refund is owed.
    const auto answer = earlier.ask<protocol::CancelAnswer>(protocol::OrderCancel{
        ShopClient::newOp(), protocol::Proof{protocol::CodeProof{cancelled.number, cancelled.code}},
        OrderState::Queued, 0});
    QCOMPARE(answer.number, cancelled.number);
    QTRY_COMPARE_WITH_TIMEOUT(stateAt(kiosk, cancelled.number), OrderState::Cancelled, kLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(
        shownWidget(bar.window, QStringLiteral("stopAck_%1").arg(cancelled.number)), kLimitMs);

    // Who wants to order is told so, keeps the basket, and is not charged.
    QVERIFY(kiosk.fillBasket());
    QVERIFY(tap(kiosk.window, QStringLiteral("payButton")));
    QTRY_VERIFY_WITH_TIMEOUT(isTold(kiosk), kLimitMs);
    QCOMPARE(kiosk.presenters.basket().units(), 1);

    // The bank is back: the refund is paid, once, and the shop sells again.
    QVERIFY(shop.script(R"({"mode":"normal"})"));
    QTRY_COMPARE_WITH_TIMEOUT(keptByTheBank(shop), drunk.basket.total.won(), kDrainLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(kiosk.phase() == Phase::Number || triesAgain(kiosk), kDrainLimitMs);
    QVERIFY2(customer.failures().isEmpty(),
             qPrintable(customer.failures().join(QLatin1Char('\n'))));
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(shop), kDrainLimitMs);
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QCOMPARE(readBooks(shop.databaseFile()).orders.size(), std::size_t{3});
}

QTEST_MAIN(DeadBankTest)
#include "dead_bank_test.moc"
