// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kiosk/kiosk_shop.h"

#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using client::ClientFailure;
using protocol::AttemptAbandon;
using protocol::AttemptResume;
using protocol::AttemptShown;
using protocol::CheckoutOpen;
using protocol::DeclinedAnswer;
using protocol::OrderPlace;
using test::KioskShop;
using test::refusalOf;

namespace {

std::optional<JournalEntry> journalOf(KioskShop& shop)
{
    return AttemptJournal{shop.disk}.read();
}

} // namespace

/// From the quote to the final answer: one key, one attempt, nothing lost.
class TestPayment final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theJournalIsWrittenBeforeTheFirstByteLeaves()
    {
        KioskShop shop;
        shop.open();
        std::optional<JournalEntry> before;
        int placesBefore = -1;
        connect(&shop.session(), &OrderSession::phaseChanged, this, [&](Phase phase) {
            if (phase != Phase::Paying)
                return;
            before = journalOf(shop);
            placesBefore = shop.client.count<OrderPlace>();
        });
        shop.beginPayment();
        QVERIFY(before);
        QCOMPARE(placesBefore, 0);
        QCOMPARE(shop.client.count<OrderPlace>(), 1);
        QCOMPARE(before->key, shop.client.last<OrderPlace>()->key);
        QCOMPARE(before->quote, shop.client.last<OrderPlace>()->quote);
        QCOMPARE(before->total.won(), 5000);
    }

    void aJournalThatCannotBeWrittenLetsNothingOut()
    {
        const QTemporaryDir folder;
        KioskShop shop{folder.path() + QStringLiteral("/no/such/folder")};
        shop.open();
        shop.beginPayment();
        QCOMPARE(shop.client.count<OrderPlace>(), 0);
        QCOMPARE(shop.phase(), Phase::NotPaid);
        QCOMPARE(shop.session().notPaid().reason, NotPaidReason::KioskTrouble);
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void paidShowsTheNumberAndClearsTheJournal()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
        QCOMPARE(shop.session().paid()->number, 117);
        QVERIFY(shop.kiosk.basket().isEmpty());
        QCOMPARE(shop.client.last<AttemptShown>()->key, shop.session().paidKey());
        QVERIFY(journalOf(shop));
        shop.client.answer(shop.client.openCall<AttemptShown>(), protocol::Accepted{});
        QVERIFY(!journalOf(shop));
        shop.session().leave();
        QCOMPARE(shop.phase(), Phase::Attract);
    }

    void everyTryCarriesTheSameKey()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        const AttemptKey key = shop.client.last<OrderPlace>()->key;
        shop.pendingPlace(PaymentPhase::WaitingCard);
        QCOMPARE(shop.session().paymentPhase(), PaymentPhase::WaitingCard);
        for (const ClientFailure failure :
             {ClientFailure::TimedOut, ClientFailure::Garbled, ClientFailure::Unreachable}) {
            shop.time.advance(3s);
            shop.client.fail(shop.client.openCall<OrderPlace>(), failure);
            QCOMPARE(shop.phase(), Phase::Checking);
        }
        shop.time.advance(3s);
        shop.pendingPlace(PaymentPhase::Authorising);
        QCOMPARE(shop.phase(), Phase::Paying);
        shop.time.advance(1s);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
        QVERIFY(shop.client.count<OrderPlace>() >= 5);
        for (const auto& call : shop.client.calls)
            if (const auto* place = std::get_if<OrderPlace>(&call.request))
                QCOMPARE(place->key, key);
        QCOMPARE(shop.keys, 1);
    }

    void unknownIsCheckedAndNeverShownAsDeclined()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.pendingPlace(PaymentPhase::Checking);
        QCOMPARE(shop.phase(), Phase::Checking);
        shop.time.advance(60s);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
    }

    void declinedKeepsTheBasketAndTriesUnderANewKey()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        const AttemptKey first = shop.client.last<OrderPlace>()->key;
        shop.answerPlace(DeclinedAnswer{DeclineKind::Declined, "limit", 0});
        QCOMPARE(shop.phase(), Phase::NotPaid);
        QCOMPARE(shop.session().notPaid().reason, NotPaidReason::Declined);
        QVERIFY(!journalOf(shop));
        shop.session().retryNow();
        shop.answerCheckout(shop.quote());
        QVERIFY(shop.client.last<OrderPlace>()->key != first);
    }

    void everyUnpaidEndKeepsTheBasket_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<Phase>("phase");
        QTest::newRow("declined") << 0 << Phase::NotPaid;
        QTest::newRow("no card came") << 1 << Phase::NotPaid;
        QTest::newRow("terminal busy") << 2 << Phase::Busy;
        QTest::newRow("voided") << 3 << Phase::NotPaid;
        QTest::newRow("given up") << 4 << Phase::NotPaid;
    }
    void everyUnpaidEndKeepsTheBasket()
    {
        QFETCH(int, answer);
        QFETCH(Phase, phase);
        const std::vector<protocol::AttemptAnswer> answers{
            DeclinedAnswer{DeclineKind::Declined, "", 0},
            DeclinedAnswer{DeclineKind::NotCharged, "", 0},
            DeclinedAnswer{DeclineKind::NotSent, "", 8000}, protocol::VoidedAnswer{},
            protocol::GivenUpAnswer{}};
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.answerPlace(answers[static_cast<std::size_t>(answer)]);
        QCOMPARE(shop.phase(), phase);
        QCOMPARE(shop.kiosk.basket().units(), 1);
        QVERIFY(!journalOf(shop));
    }

    void aBusyDaemonIsAskedAgainUnderTheSameKey()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        const AttemptKey key = shop.client.last<OrderPlace>()->key;
        shop.client.refuse(shop.client.openCall<OrderPlace>(), refusalOf(RefusalCode::Busy, 5s));
        QCOMPARE(shop.phase(), Phase::Busy);
        QVERIFY(journalOf(shop));
        shop.time.advance(5s);
        QCOMPARE(shop.client.count<OrderPlace>(), 2);
        QCOMPARE(shop.client.last<OrderPlace>()->key, key);
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
    }

    void anExpiredQuoteIsOpenedAnewUnderANewKey()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        for (int round = 1; round < OrderSession::kQuotesMost; ++round) {
            shop.client.refuse(shop.client.openCall<OrderPlace>(),
                               refusalOf(RefusalCode::QuoteExpired));
            QCOMPARE(shop.phase(), Phase::Opening);
            QVERIFY(!journalOf(shop));
            shop.answerCheckout(shop.quote());
            QCOMPARE(shop.keys, round + 1);
        }
        shop.client.refuse(shop.client.openCall<OrderPlace>(),
                           refusalOf(RefusalCode::QuoteExpired));
        QCOMPARE(shop.phase(), Phase::NotPaid);
    }

    void aCustomerMayStopWhileNoCardIsIn()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.pendingPlace(PaymentPhase::WaitingCard);
        QVERIFY(shop.session().canCancelPayment());
        shop.session().cancelPayment();
        QCOMPARE(shop.phase(), Phase::GivingUp);
        QCOMPARE(shop.client.last<AttemptAbandon>()->key, shop.client.last<OrderPlace>()->key);
        shop.client.answer(shop.client.openCall<AttemptAbandon>(),
                           protocol::AttemptAnswer{protocol::GivenUpAnswer{}});
        QCOMPARE(shop.phase(), Phase::Review);
        QCOMPARE(shop.session().notice().kind, Notice::Kind::PaymentAbandoned);
        QVERIFY(!journalOf(shop));
        QCOMPARE(shop.kiosk.basket().units(), 1);
    }

    void nobodyStopsAPaymentWhoseCardIsBeingRead()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.pendingPlace(PaymentPhase::Authorising);
        QVERIFY(!shop.session().canCancelPayment());
        shop.session().cancelPayment();
        shop.session().leave();
        shop.session().openMyOrder();
        QCOMPARE(shop.phase(), Phase::Paying);
        QCOMPARE(shop.client.count<AttemptAbandon>(), 0);
    }

    void givingUpIsRepeatedUntilItIsConfirmed()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.session().cancelPayment();
        for (int round = 0; round < 4; ++round) {
            shop.client.fail(shop.client.openCall<AttemptAbandon>(), ClientFailure::TimedOut);
            QCOMPARE(shop.phase(), Phase::GivingUp);
            QVERIFY(journalOf(shop));
            shop.time.advance(3s);
        }
        QCOMPARE(shop.client.count<AttemptAbandon>(), 5);
    }

    void paidBeforeTheGiveUpShowsTheNumber()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.session().cancelPayment();
        shop.client.answer(shop.client.openCall<AttemptAbandon>(),
                           protocol::AttemptAnswer{shop.paid()});
        QCOMPARE(shop.phase(), Phase::Number);
        // The older question's answer says the same and changes nothing.
        shop.answerPlace(shop.paid());
        QCOMPARE(shop.phase(), Phase::Number);
        QCOMPARE(shop.client.count<AttemptShown>(), 1);
    }

    void anUnclearPaymentMayBeGivenUpAfterAWhile()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        shop.client.fail(shop.client.openCall<OrderPlace>(), ClientFailure::TimedOut);
        QCOMPARE(shop.phase(), Phase::Checking);
        QVERIFY(!shop.session().canCancelPayment());
        shop.time.advance(OrderSession::kPatience);
        QVERIFY(shop.session().canCancelPayment());
    }

    void aRestartSettlesTheJournalBeforeANewCustomer()
    {
        QTemporaryDir folder;
        AttemptKey key;
        {
            KioskShop before{folder.path()};
            before.open();
            before.session().setLocale("en");
            before.beginPayment();
            key = before.client.last<OrderPlace>()->key;
        }
        KioskShop shop{folder.path()};
        shop.kiosk.begin();
        QCOMPARE(shop.phase(), Phase::Settling);
        QCOMPARE(shop.client.last<AttemptResume>()->key, key);
        shop.session().start(ServiceMode::Here);
        QCOMPARE(shop.phase(), Phase::Settling);
        shop.client.fail(shop.client.openCall<AttemptResume>(), ClientFailure::Unreachable);
        shop.time.advance(3s);
        shop.client.answerPending(shop.client.openCall<AttemptResume>(), PaymentPhase::Authorising);
        shop.time.advance(3s);
        shop.client.answer(shop.client.openCall<AttemptResume>(),
                           protocol::AttemptAnswer{shop.paid()});
        QCOMPARE(shop.phase(), Phase::Number);
        QCOMPARE(shop.client.count<OrderPlace>(), 0);
        shop.client.answer(shop.client.openCall<AttemptShown>(), protocol::Accepted{});
        QVERIFY(!journalOf(shop));
    }

    void aRestartTellsThatNothingWasPaid()
    {
        QTemporaryDir folder;
        {
            KioskShop before{folder.path()};
            before.open();
            before.beginPayment();
        }
        KioskShop shop{folder.path()};
        shop.kiosk.begin();
        shop.client.answer(shop.client.openCall<AttemptResume>(),
                           protocol::AttemptAnswer{protocol::GivenUpAnswer{}});
        QCOMPARE(shop.phase(), Phase::NotPaid);
        QVERIFY(shop.session().notPaid().fromBefore);
        QVERIFY(!journalOf(shop));
        shop.session().leave();
        QCOMPARE(shop.phase(), Phase::Attract);
    }

    void aBrokenJournalEntryIsKeptAsideAndSellsOn()
    {
        QTemporaryDir folder;
        {
            client::StationJournal disk{folder.path()};
            QCOMPARE(disk.put("attempt", "no entry"), client::StationJournal::Outcome::Written);
        }
        KioskShop shop{folder.path()};
        shop.open();
        QCOMPARE(shop.phase(), Phase::Attract);
        QCOMPARE(shop.disk.get("unreadable-attempt").value_or(""), std::string{"no entry"});
    }

    void aNewMenuWaitsUntilTheMoneyIsSettled()
    {
        KioskShop shop;
        shop.open();
        shop.beginPayment();
        Menu other = shop.menu;
        other.version = "menu-2";
        other.items[1].price = Money::fromWon(9000);
        shop.session().setMenu(other);
        QCOMPARE(shop.kiosk.basket().total().won(), 5000);
        shop.answerPlace(DeclinedAnswer{DeclineKind::Declined, "", 0});
        QCOMPARE(shop.kiosk.basket().total().won(), 9000);
    }
};

QTEST_GUILESS_MAIN(TestPayment)
#include "test_payment.moc"
