// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/kiosk_shop.h"

#include <QDateTime>
#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::AttemptAbandon;
using protocol::AttemptShown;
using protocol::CheckoutOpen;
using protocol::MenuGet;
using protocol::OrderPlace;
using test::KioskShop;
using test::refusalOf;

namespace {

std::optional<JournalEntry> journalOf(KioskShop& shop)
{
    return AttemptJournal{shop.disk}.read();
}

/// Hours that end so long after this moment, by this machine's clock.
SaleHours hoursUntil(ShopTime now, std::chrono::minutes after)
{
    const QTime time = QDateTime::fromMSecsSinceEpoch(toMs(now + after)).time();
    const std::int32_t to = time.hour() * 60 + time.minute();
    return {(to + SaleHours::kMinutesOfDay - 60) % SaleHours::kMinutesOfDay, to};
}

} // namespace

/// From the first tap to the quote: nothing here may ask for a card.
class TestOrderSession final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMenuMakesTheKioskReady()
    {
        KioskShop shop;
        shop.kiosk.begin();
        QCOMPARE(shop.phase(), Phase::Closed);
        shop.client.fail(shop.client.openCall<MenuGet>(), ClientFailure::Unreachable);
        shop.time.advance(MenuKeeper::kFetchEvery);
        shop.client.answer(shop.client.openCall<MenuGet>(), protocol::MenuAnswer{shop.menu});
        QCOMPARE(shop.phase(), Phase::Attract);
    }

    void theMenuIsKnownAfterARestartWithoutTheDaemon()
    {
        QTemporaryDir folder;
        {
            KioskShop shop{folder.path()};
            shop.open();
        }
        KioskShop again{folder.path()};
        again.kiosk.begin();
        QCOMPARE(again.phase(), Phase::Attract);
        QCOMPARE(again.kiosk.menu().menu(), again.menu);
    }

    void whatIsNotSoldAtThisTimeCannotBeChosen()
    {
        KioskShop shop;
        shop.menu.items[1].hours = hoursUntil(shop.now, 1min);
        shop.open();
        shop.session().start(ServiceMode::Here);
        shop.session().chooseItem("brew");
        QCOMPARE(shop.phase(), Phase::Options);
        shop.session().back();
        shop.source.heartbeat(shop.now + 2min);
        QVERIFY(shop.kiosk.menu().isOutsideHours("brew"));
        QVERIFY(!shop.kiosk.menu().isOutsideHours("cake"));
        shop.session().chooseItem("brew");
        QCOMPARE(shop.phase(), Phase::Menu);
    }

    void anItemWhoseHoursEndLeavesTheBasketAndIsNamed()
    {
        KioskShop shop;
        shop.menu.items[1].hours = hoursUntil(shop.now, 1min);
        shop.open();
        shop.fillAndReview();
        shop.source.heartbeat(shop.now + 2min);
        QCOMPARE(shop.phase(), Phase::Menu); // nothing is left to review
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
        QCOMPARE(shop.session().notice().loss.notNow.front().en, std::string{"Cold brew"});
        QVERIFY(shop.session().notice().loss.soldOut.empty());
    }

    void theItemBeingChosenIsLostWhenItsHoursEnd()
    {
        KioskShop shop;
        shop.menu.items[1].hours = hoursUntil(shop.now, 1min);
        shop.open();
        shop.session().start(ServiceMode::Here);
        shop.session().chooseItem("brew");
        shop.source.heartbeat(shop.now + 2min);
        QCOMPARE(shop.phase(), Phase::Menu);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::ItemSoldOut);
        QCOMPARE(shop.session().notice().loss.notNow.size(), std::size_t{1});
    }

    void aDoubleTapOpensOneCheckout()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.session().pay();
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1);
        shop.refuseCheckout(refusalOf(RefusalCode::MenuChanged));
        QCOMPARE(shop.phase(), Phase::Review);
        shop.session().pay(); // still the same finger
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1);
        shop.time.advance(OrderSession::kSameTap);
        shop.session().pay();
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
    }

    void anEmptyBasketCannotBePaid()
    {
        KioskShop shop;
        shop.open();
        shop.session().start(ServiceMode::Here);
        shop.session().toReview();
        QCOMPARE(shop.phase(), Phase::Menu);
        shop.session().pay();
        QCOMPARE(shop.client.count<CheckoutOpen>(), 0);
    }

    void aRestartKnowsThatPaymentsAreASimulation()
    {
        const QTemporaryDir folder;
        {
            KioskShop before{folder.path()};
            before.kiosk.begin();
            QVERIFY(!before.kiosk.keeper().isSimulated());
        }
        KioskShop{folder.path()}.open();
        KioskShop shop{folder.path()};
        shop.kiosk.begin();
        QCOMPARE(shop.kiosk.keeper().isSimulated(), std::optional{true});
    }

    void unreachableIsSaidWithinThreeSeconds()
    {
        const client::AskPolicy policy = client::policyFor(protocol::RequestBody{CheckoutOpen{}});
        QVERIFY(policy.timeout * policy.tries <= 3s);
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.failCheckout(ClientFailure::TimedOut);
        QCOMPARE(shop.phase(), Phase::Unreachable);
        QCOMPARE(shop.kiosk.basket().units(), 1);
        QVERIFY(!journalOf(shop));
    }

    void theSameBasketIsOrderedWhenTheDaemonIsBack()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.failCheckout();
        for (int round = 0; round < 5; ++round) {
            shop.time.advance(shop.session().untilRetry());
            shop.failCheckout();
            QCOMPARE(shop.phase(), Phase::Unreachable);
        }
        shop.time.advance(shop.session().untilRetry());
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Paying);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
    }

    void aFeedThatComesBackTriesAtOnce()
    {
        KioskShop shop;
        shop.open();
        shop.source.enter(client::FeedState::Stale);
        shop.fillAndReview();
        shop.session().pay();
        shop.failCheckout();
        shop.source.enter(client::FeedState::Live);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
    }

    void busyCountsDownAndTriesByItself()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        QCOMPARE(shop.phase(), Phase::Busy);
        QCOMPARE(shop.session().untilRetry(), 20s);
        shop.time.advance(19s);
        QCOMPARE(shop.session().untilRetry(), 1s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1);
        shop.time.advance(1s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Paying);
    }

    void aBusyBarIsWaitedForAsLongAsItTakesAndComesBackWhenItIsOver()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        Refusal busy = refusalOf(RefusalCode::Busy, 14min);
        busy.state = kBusyBar;
        shop.refuseCheckout(busy);
        QVERIFY(shop.session().isBarBusy());
        QCOMPARE(shop.session().barWait(), 14min);
        QCOMPARE(shop.session().untilRetry(), OrderSession::kBusyMost);
        QVERIFY(!shop.session().canPark());
        shop.publish(OrderingPaced{20});
        QVERIFY(shop.session().untilRetry() <= 10s);
        shop.time.advance(10s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        QVERIFY(!shop.session().isBarBusy());
    }

    void myOrderWorksFromTheBusyPageAndComesBack()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 20s));
        shop.session().openMyOrder();
        QCOMPARE(shop.phase(), Phase::MyOrder);
        shop.time.advance(60s);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 1); // nobody is asked for a card meanwhile
        shop.session().closeMyOrder();
        QCOMPARE(shop.phase(), Phase::Busy);
        shop.time.advance(0ms);
        QCOMPARE(shop.client.count<CheckoutOpen>(), 2);
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void aLateQuoteForALeftPageIsDropped()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.refuseCheckout(refusalOf(RefusalCode::Busy, 1s));
        shop.time.advance(1s);
        shop.session().toReview();
        shop.answerCheckout(shop.quote());
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.client.count<OrderPlace>(), 0);
    }

    void pausedTellsTheShopsWordsAndOpensAgain()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        Refusal paused = refusalOf(RefusalCode::Paused);
        paused.textKo = "단체 주문";
        paused.textEn = "A large order";
        paused.untilMs = toMs(shop.now) + 600'000;
        shop.refuseCheckout(paused);
        QCOMPARE(shop.phase(), Phase::Paused);
        QCOMPARE(shop.session().pause()->text.ko, std::string{"단체 주문"});
        shop.publish(OrderingChanged{OrderingState::Paused, paused.untilMs, "단체 주문", "Large"});
        QCOMPARE(shop.phase(), Phase::Paused);
        shop.publish(OrderingChanged{OrderingState::Open, 0, {}, {}});
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::OpenAgain);
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void nobodyStartsWhileTheShopPauses()
    {
        KioskShop shop;
        shop.open();
        shop.publish(OrderingChanged{OrderingState::Paused, 0, "쉬어요", "Paused"});
        shop.session().start(ServiceMode::Here);
        QCOMPARE(shop.phase(), Phase::Attract);
        shop.session().openMyOrder();
        QCOMPARE(shop.phase(), Phase::MyOrder);
    }

    void soldOutAtCheckoutTakesTheItemOutAndSaysSo()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.kiosk.basket().add({"cake", {}, {CupKind::None}});
        shop.session().pay();
        Refusal gone = refusalOf(RefusalCode::SoldOut);
        gone.items = {"cake"};
        shop.refuseCheckout(gone);
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
        QCOMPARE(shop.session().notice().loss.soldOut.front().en, std::string{"Cheesecake"});
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void soldOutWhileChoosingTakesTheItemOutAtOnce()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.publish(ItemAvailability{"brew", false, 0});
        QVERIFY(shop.kiosk.basket().isEmpty());
        QCOMPARE(shop.phase(), Phase::Menu);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
    }

    void anItemThatSellsOutWhileItIsPutTogetherGoesBackToTheMenu()
    {
        KioskShop shop;
        shop.open();
        shop.session().start(ServiceMode::Here);
        shop.session().chooseItem("americano");
        QCOMPARE(shop.phase(), Phase::Options);
        shop.publish(ItemAvailability{"americano", false, 0});
        QCOMPARE(shop.phase(), Phase::Menu);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::ItemSoldOut);
        shop.session().chooseItem("americano");
        QCOMPARE(shop.phase(), Phase::Menu);
    }

    void aChangedPriceIsShownBeforePaying()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        Refusal changed = refusalOf(RefusalCode::PriceChanged);
        changed.total = Money::fromWon(5500);
        shop.refuseCheckout(changed);
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::PriceChanged);
        QCOMPARE(shop.session().totalToPay().won(), 5500);
        QCOMPARE(shop.client.count<OrderPlace>(), 0);
        shop.time.advance(1s);
        shop.session().pay();
        QCOMPARE(shop.client.last<CheckoutOpen>()->shownTotal.won(), 5500);
    }

    void aQuoteWithAnotherTotalIsNeverPaid()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        protocol::Quote quote = shop.quote();
        quote.basket.total = Money::fromWon(1);
        shop.answerCheckout(quote);
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.client.count<OrderPlace>(), 0);
    }

    void anotherMenuIsFetchedAndTheBasketPricedAgain()
    {
        KioskShop shop;
        shop.open();
        shop.fillAndReview();
        shop.session().pay();
        shop.refuseCheckout(refusalOf(RefusalCode::MenuChanged));
        QCOMPARE(shop.session().notice().kind, Notice::Kind::MenuChanged);
        Menu other = shop.menu;
        other.version = "menu-2";
        other.items[1].price = Money::fromWon(5200);
        shop.client.answer(shop.client.openCall<MenuGet>(), protocol::MenuAnswer{other});
        QCOMPARE(shop.session().notice().kind, Notice::Kind::BasketChanged);
        QCOMPARE(shop.kiosk.basket().total().won(), 5200);
        shop.time.advance(1s);
        shop.session().pay();
        QCOMPARE(shop.client.last<CheckoutOpen>()->menuVersion, std::string{"menu-2"});
    }

    void everyRefusalOfTheCheckoutKeepsTheBasketOrNamesWhatWentOut()
    {
        for (const RefusalCode code : kAllRefusalCodes) {
            KioskShop shop;
            shop.open();
            shop.fillAndReview();
            shop.session().pay();
            shop.refuseCheckout(refusalOf(code, 5s));
            const Phase phase = shop.phase();
            QVERIFY(phase == Phase::Review || phase == Phase::Busy || phase == Phase::Paused ||
                    phase == Phase::NotPaid);
            QCOMPARE(shop.kiosk.basket().units(), 1);
            QCOMPARE(shop.client.count<OrderPlace>(), 0);
        }
    }

    void everyPhaseCanBeReachedAndLeft()
    {
        for (const Phase phase : kAllPhases) {
            const auto touches = [phase](const PhaseEdge& edge) { return edge.from == phase; };
            const bool leaves = std::any_of(kPhaseEdges.begin(), kPhaseEdges.end(), touches) ||
                                mayMove(phase, Phase::Attract);
            QVERIFY(leaves);
            bool reached = phase == Phase::Settling; // where every program starts
            for (const Phase from : kAllPhases)
                reached = reached || mayMove(from, phase);
            QVERIFY(reached);
            QVERIFY(!mayMove(phase, phase));
        }
        QVERIFY(!mayMove(Phase::Paying, Phase::Attract));
        QVERIFY(!mayMove(Phase::Checking, Phase::MyOrder));
    }
};

QTEST_GUILESS_MAIN(TestOrderSession)
#include "test_order_session.moc"
