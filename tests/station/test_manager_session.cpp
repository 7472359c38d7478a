// SPDX-License-Identifier: GPL-3.0-or-later
#include "barista_station/manager/manager_session.h"

#include "tests/support/fake_order_client.h"

#include <QTest>

using namespace coffee;
using namespace coffee::station;
using namespace coffee::test;

namespace {

struct Desk {
    FakeOrderClient client;
    int keys{0};
    ManagerSession session{client, [this] { return OperationKey{"op-" + std::to_string(++keys)}; }};
    std::vector<ManagerOutcome> outcomes;

    Desk()
    {
        QObject::connect(&session, &ManagerSession::finished, &session,
                         [this](const ManagerOutcome& outcome) { outcomes.push_back(outcome); });
    }
    void cancel()
    {
        session.cancel(4, OrderState::Making, QStringLiteral("손님이 원해서"),
                       QStringLiteral("123456"));
    }
};

} // namespace

class ManagerSessionTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pausingCarriesBothTexts()
    {
        Desk desk;
        desk.session.pause(20, QStringLiteral("잠시만요"), QStringLiteral("One moment"));
        const auto* pause = desk.client.last<protocol::OrderingPause>();
        QVERIFY(pause);
        QCOMPARE(pause->minutes, 20);
        QCOMPARE(pause->textEn, std::string{"One moment"});
        desk.client.answer(0, protocol::Accepted{});
        QVERIFY(desk.outcomes.back().accepted());
    }

    void oneActAtATime()
    {
        Desk desk;
        desk.cancel();
        desk.session.resume();
        QCOMPARE(desk.client.calls.size(), std::size_t{1});
        desk.client.answer(0, protocol::CancelAnswer{4, 104, 1, Money::fromWon(5000)});
        QCOMPARE(desk.outcomes.back().number, 104);
        QCOMPARE(std::get<Money>(desk.outcomes.back().result), Money::fromWon(5000));
        desk.session.resume();
        QCOMPARE(desk.client.calls.size(), std::size_t{2});
    }

    void anActWithoutAnAnswerIsRepeatedUnderItsKey()
    {
        Desk desk;
        desk.cancel();
        desk.client.fail(0, client::ClientFailure::TimedOut);
        QVERIFY(desk.outcomes.back().noAnswer());
        QVERIFY(desk.session.canRepeat());
        desk.session.repeat();
        QCOMPARE(desk.client.last<protocol::OrderCancelByStaff>()->op.value, std::string{"op-1"});
        desk.client.answer(1, protocol::CancelAnswer{4, 104, 1, Money::fromWon(5000)});
        QVERIFY(desk.outcomes.back().accepted());
        QVERIFY(!desk.session.canRepeat());
    }

    void aWrongPinIsANewQuestion()
    {
        Desk desk;
        desk.cancel();
        Refusal wrong;
        wrong.code = RefusalCode::WrongPin;
        wrong.left = 4;
        desk.client.refuse(0, wrong);
        QCOMPARE(desk.outcomes.back().refusal()->left, 4);
        QVERIFY(!desk.session.canRepeat());
        desk.cancel();
        QCOMPARE(desk.client.last<protocol::OrderCancelByStaff>()->op.value, std::string{"op-2"});
    }

    void refundsNameUnitsAndAmount()
    {
        Desk desk;
        desk.session.refund(4, {1, 3}, Money::fromWon(9000), QStringLiteral("맛"),
                            QStringLiteral("123456"));
        const auto* refund = desk.client.last<protocol::OrderRefund>();
        QCOMPARE(refund->units, (std::vector<UnitNumber>{1, 3}));
        QCOMPARE(refund->amount, Money::fromWon(9000));
    }

    void statusIsAskedOnceAtATime()
    {
        Desk desk;
        desk.session.watchStatus();
        QTest::qWait(static_cast<int>(ManagerSession::kStatusEvery.count()) + 200);
        QCOMPARE(desk.client.count<protocol::StatusGet>(), 1);
        protocol::StatusAnswer status;
        status.head = 12;
        status.epoch = "e";
        status.version = "1";
        status.gateway = "terminal_sim";
        desk.client.answer(0, status);
        QVERIFY(desk.session.status());
        QTRY_COMPARE_WITH_TIMEOUT(desk.client.count<protocol::StatusGet>(), 2, 5000);
    }
};

QTEST_GUILESS_MAIN(ManagerSessionTest)
#include "test_manager_session.moc"
