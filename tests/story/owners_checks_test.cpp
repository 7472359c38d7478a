// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/story/screens.h"
#include "tests/support/shop_books.h"
#include "tests/support/shop_client.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace coffee;
using namespace coffee::test;
using kiosk::Phase;

namespace {

constexpr int kLimitMs = 30'000;

OrderState stateAt(const KioskScreen& kiosk, int number)
{
    const OrderView* order = kiosk.feed.view().orders.findByNumber(number);
    return order ? order->state : OrderState::Collected;
}

bool barAway(const RunningShop& shop)
{
    ShopClient client{shop.commands(), {Role::Ctl, "ctl"}};
    return client.ask<protocol::Snapshot>(protocol::SnapshotGet{}).view.health.barAway();
}

/// The bank's net of every charge, and how many there are.
struct BankTotal {
    std::size_t charges{0};
    std::int64_t net{0};
};

BankTotal bankTotal(const RunningShop& shop)
{
    BankTotal total;
    for (const auto& [key, charge] : shop.bank()) {
        ++total.charges;
        total.net += charge.net();
    }
    return total;
}

QStringList slowTerminal(const char* cardMs)
{
    return {QStringLiteral("--latency-ms"), QStringLiteral("30:10"), QStringLiteral("--card-ms"),
            QString::fromLatin1(cardMs)};
}

} // namespace

/// What the owner of a shop tries first: real windows, found by name and clicked, on a daemon and
/// a card terminal that are processes of their own. In each of them somebody looks up an order
/// again and again.
class OwnersChecksTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressWindows(); }
    void theDaemonIsDown_data();
    void theDaemonIsDown();
    void theBarIsDown();
    void aCustomerCancelsWhileItIsMade();
    void whatTheBarSwitchesOffIsSoldOutAtEveryKiosk();
    void moreCustomersThanCharges();

private:
    void expectAnswered(const Inquirer& customer);
    void expectSoundBooks(RunningShop& shop, std::size_t orders);
};

void OwnersChecksTest::expectAnswered(const Inquirer& customer)
{
    QVERIFY2(customer.failures().isEmpty(),
             qPrintable(customer.failures().mid(0, 5).join(QLatin1Char('\n'))));
    QVERIFY(customer.answers() > 0);
    qInfo("one order was looked up %d times, %d of the answers were old and said so; the slowest "
          "took %lld ms",
          customer.answers(), customer.oldAnswers(),
          static_cast<long long>(customer.slowest().count()));
}

void OwnersChecksTest::expectSoundBooks(RunningShop& shop, std::size_t orders)
{
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(shop), kLimitMs);
    const QStringList wrong = auditStoppedShop(shop);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
    QCOMPARE(readBooks(shop.databaseFile()).orders.size(), orders);
}

void OwnersChecksTest::theDaemonIsDown_data()
{
    QTest::addColumn<bool>("hangs");
    QTest::newRow("killed") << false;
    QTest::newRow("hangs") << true;
}

void OwnersChecksTest::theDaemonIsDown()
{
    QFETCH(const bool, hangs);
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    const auto earlier = ShopClient{shop.commands(), {Role::Kiosk, "kiosk-8"}}.buy(threeUnits());
    KioskScreen kiosk{shop.place(), "kiosk-1"};
    Inquirer customer{shop.place(), "kiosk-2", earlier.number};
    QVERIFY(kiosk.fillBasket());
    const Money total = kiosk.session().totalToPay();

    if (hangs)
        shop.freezeDaemon();
    else
        shop.killDaemon();
    QElapsedTimer sinceTap;
    sinceTap.start();
    QVERIFY(tap(kiosk.window, QStringLiteral("payButton")));
    QTRY_VERIFY_WITH_TIMEOUT(shownWidget(kiosk.window, QStringLiteral("troubleTitle")) &&
                                 kiosk.phase() == Phase::Unreachable,
                             kLimitMs);
    const auto told = sinceTap.elapsed();
    qInfo("the kiosk said that the shop cannot be reached %lld ms after the tap",
          static_cast<long long>(told));
    QVERIFY(told < 3000);
    QVERIFY(labelText(kiosk.window, QStringLiteral("troubleTitle"))
                .contains(QStringLiteral("연결되지 않았어요")));
    // The basket is kept, and no order and no charge came of the tap.
    QCOMPARE(kiosk.presenters.basket().units(), 1);
    QCOMPARE(bankTotal(shop).charges, std::size_t{1});
    // Another tap changes nothing, and the one who asks is told how old the answer is.
    QVERIFY(tap(kiosk.window, QStringLiteral("retryButton")));
    QTRY_VERIFY_WITH_TIMEOUT(customer.oldAnswers() > 0, kLimitMs);
    QCOMPARE(kiosk.presenters.basket().units(), 1);
    QCOMPARE(bankTotal(shop).charges, std::size_t{1});

    // It is there again: the same basket is ordered by the same kiosk.
    if (hangs)
        shop.thawDaemon();
    else
        QVERIFY(shop.startDaemon());
    sinceTap.restart();
    QTRY_COMPARE_WITH_TIMEOUT(kiosk.phase(), Phase::Number, kLimitMs);
    qInfo("the same basket was paid %lld ms after the daemon was back",
          static_cast<long long>(sinceTap.elapsed()));
    const int number = labelText(kiosk.window, QStringLiteral("orderNumber")).toInt();
    QCOMPARE(number, earlier.number + 1);
    QCOMPARE(kiosk.session().paid()->basket.total, total);
    QCOMPARE(bankTotal(shop).charges, std::size_t{2});
    expectAnswered(customer);
    expectSoundBooks(shop, 2);
}

void OwnersChecksTest::theBarIsDown()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    KioskScreen kiosk{shop.place(), "kiosk-1"};
    const int first = kiosk.buy();
    QVERIFY(first > 0);
    Inquirer customer{shop.place(), "kiosk-2", first};
    {
        const BarScreen bar{shop.place(), "bar-1"};
        QTRY_COMPARE_WITH_TIMEOUT(bar.tickets(), std::vector<int>{first}, kLimitMs);
    }
    QTRY_VERIFY_WITH_TIMEOUT(barAway(shop), kLimitMs);

    std::vector<int> numbers{first};
    for (int n = 0; n < 3; ++n) {
        QVERIFY(tap(kiosk.window, QStringLiteral("doneButton")));
        numbers.push_back(kiosk.buy());
        QCOMPARE(numbers.back(), first + n + 1);
    }
    // Nothing moves while nobody makes anything, and the view stays fresh.
    QCOMPARE(customer.statesSeen(), std::set<OrderState>{OrderState::Queued});
    for (const int number : numbers)
        QTRY_COMPARE(stateAt(kiosk, number), OrderState::Queued);
    QCOMPARE(kiosk.feed.freshness().state, client::FeedState::Live);

    BarScreen bar{shop.place(), "bar-1"};
    QTRY_COMPARE_WITH_TIMEOUT(bar.tickets(), numbers, kLimitMs);
    // The bar works on, and the kiosk and the one who asks see it.
    QVERIFY(tap(bar.window, QStringLiteral("start_%1").arg(first)));
    QTRY_COMPARE_WITH_TIMEOUT(stateAt(kiosk, first), OrderState::Making, kLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(customer.statesSeen().count(OrderState::Making) == 1, kLimitMs);
    QTRY_COMPARE_WITH_TIMEOUT(bar.tickets(), numbers, kLimitMs);
    expectAnswered(customer);
    expectSoundBooks(shop, numbers.size());
}

void OwnersChecksTest::aCustomerCancelsWhileItIsMade()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    KioskScreen kiosk{shop.place(), "kiosk-1"};
    BarScreen bar{shop.place(), "bar-1"};
    const int number = kiosk.buy();
    QVERIFY(number > 0);
    Inquirer customer{shop.place(), "kiosk-2", number};
    QVERIFY(tap(bar.window, QStringLiteral("start_%1").arg(number)));
    QTRY_COMPARE_WITH_TIMEOUT(stateAt(kiosk, number), OrderState::Making, kLimitMs);
    QVERIFY(bankTotal(shop).net > 0);

    QElapsedTimer sinceTap;
    QVERIFY(tap(kiosk.window, QStringLiteral("cancelOrderButton")));
    QVERIFY(tap(kiosk.window, QStringLiteral("confirmButton")));
    sinceTap.start();
    QTRY_VERIFY_WITH_TIMEOUT(shownWidget(bar.window, QStringLiteral("stopAck_%1").arg(number)),
                             kLimitMs);
    qInfo("the stop card stood at the bar %lld ms after the tap",
          static_cast<long long>(sinceTap.elapsed()));
    QVERIFY(!shownWidget(bar.window, QStringLiteral("finish_%1").arg(number)));
    QTRY_COMPARE_WITH_TIMEOUT(bankTotal(shop).net, 0, kLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(customer.statesSeen().count(OrderState::Cancelled) == 1, kLimitMs);
    // The card stays until somebody has seen it, through a restart of the daemon too.
    shop.killDaemon();
    QVERIFY(shop.startDaemon());
    QTRY_COMPARE_WITH_TIMEOUT(bar.feed.freshness().state, client::FeedState::Live, kLimitMs);
    // A tap this soon after the one that started it counts as the same, so it may take another.
    const auto acknowledges = [&] {
        return press(bar.window, QStringLiteral("stopAck_%1").arg(number)) && false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(bar.tickets().empty() || acknowledges(), kLimitMs);

    QTRY_VERIFY_WITH_TIMEOUT(isQuiet(shop), kLimitMs);
    const BankBooks bank = shop.bank();
    QCOMPARE(bank.size(), std::size_t{1});
    QCOMPARE(bank.begin()->second.refunds.size(), std::size_t{1}); // once
    QCOMPARE(bank.begin()->second.net(), 0);
    expectAnswered(customer);
    expectSoundBooks(shop, 1);
}

void OwnersChecksTest::whatTheBarSwitchesOffIsSoldOutAtEveryKiosk()
{
    RunningShop shop;
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    KioskScreen left{shop.place(), "kiosk-1"};
    KioskScreen right{shop.place(), "kiosk-2"};
    BarScreen bar{shop.place(), "bar-1"};
    const auto shows = [](KioskScreen& kiosk, bool soldOut) {
        const QWidget* tile = shownWidget(kiosk.window, QStringLiteral("tile_americano"));
        return tile && tile->accessibleName().contains(QStringLiteral("품절")) == soldOut;
    };
    for (KioskScreen* kiosk : {&left, &right}) {
        QVERIFY(tap(kiosk->window, QStringLiteral("hereButton")));
        QTRY_VERIFY_WITH_TIMEOUT(shows(*kiosk, false), kLimitMs);
    }
    QVERIFY(tap(bar.window, QStringLiteral("soldOutButton")));
    std::vector<qint64> times;
    for (int turn = 0; turn < 6; ++turn) {
        const bool soldOut = turn % 2 == 0;
        QElapsedTimer sinceTap;
        QVERIFY(tap(bar.window, QStringLiteral("soldOut_americano")));
        sinceTap.start();
        QTRY_VERIFY_WITH_TIMEOUT(shows(left, soldOut) && shows(right, soldOut), kLimitMs);
        times.push_back(sinceTap.elapsed());
    }
    std::sort(times.begin(), times.end());
    qInfo("a switch at the bar stood at both kiosks after %lld ms in the middle, %lld ms at most",
          static_cast<long long>(times[times.size() / 2]), static_cast<long long>(times.back()));
    QVERIFY(times[times.size() / 2] <= 1000);
    expectSoundBooks(shop, 0);
}

void OwnersChecksTest::moreCustomersThanCharges()
{
    RunningShop shop;
    shop.terminalSwitches = slowTerminal("1500");
    shop.daemonSwitches = {QStringLiteral("--gateway-workers"), QStringLiteral("1"),
                           QStringLiteral("--charges-waiting-max"), QStringLiteral("0")};
    QVERIFY(shop.startTerminal());
    QVERIFY(shop.startDaemon());
    const auto earlier = ShopClient{shop.commands(), {Role::Kiosk, "kiosk-8"}}.buy(threeUnits());
    Inquirer asking{shop.place(), "kiosk-9", earlier.number};
    std::vector<std::unique_ptr<KioskScreen>> kiosks;
    for (int n = 1; n <= 4; ++n) {
        kiosks.push_back(std::make_unique<KioskScreen>(shop.place(), "kiosk-" + std::to_string(n)));
        QVERIFY(kiosks.back()->fillBasket());
    }
    for (const auto& kiosk : kiosks)
        QVERIFY(tap(kiosk->window, QStringLiteral("payButton")));
    // One pays; the others are told how long to wait before a card is asked for.
    const auto inPhase = [&kiosks](Phase phase) {
        return std::count_if(kiosks.begin(), kiosks.end(),
                             [phase](const auto& kiosk) { return kiosk->phase() == phase; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(inPhase(Phase::Busy) == 3, kLimitMs);
    QVERIFY(bankTotal(shop).charges <= 2);
    for (const auto& kiosk : kiosks) {
        if (kiosk->phase() != Phase::Busy)
            continue;
        QVERIFY(kiosk->session().retryWait() > 0ms);
        QVERIFY(labelText(kiosk->window, QStringLiteral("troubleTitle"))
                    .contains(QStringLiteral("결제가 밀려")));
        QCOMPARE(kiosk->presenters.basket().units(), 1);
    }
    // Nobody touches anything: they get through one after the other.
    QElapsedTimer clock;
    clock.start();
    std::set<int> numbers;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            for (const auto& kiosk : kiosks)
                if (kiosk->phase() == Phase::Number)
                    numbers.insert(kiosk->session().paid()->number);
            return numbers.size() == kiosks.size();
        }(),
        90'000);
    qInfo("4 customers at 1 terminal were through after %lld ms",
          static_cast<long long>(clock.elapsed()));
    QCOMPARE(bankTotal(shop).charges, std::size_t{5});
    expectAnswered(asking);
    kiosks.clear();
    expectSoundBooks(shop, 5);
}

QTEST_MAIN(OwnersChecksTest)
#include "owners_checks_test.moc"
