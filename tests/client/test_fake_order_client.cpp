// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_order_client.h"

#include <QTest>

using namespace coffee;
using coffee::test::FakeOrderClient;

class TestFakeOrderClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersWhatATestSays()
    {
        FakeOrderClient client;
        QStringList heard;
        const auto note = [&](const client::Answer<protocol::AttemptAnswer>& answer) {
            if (const auto* pending = answer.pending())
                heard << QStringLiteral("pending %1").arg(int(pending->phase));
            else if (answer.refusal())
                heard << QStringLiteral("refused");
            else if (answer.failure())
                heard << QStringLiteral("failed");
            else
                heard << QStringLiteral("body");
        };
        for (int n = 0; n < 4; ++n)
            client.ask(protocol::OrderPlace{{"k"}, {"q"}}, this, note);
        QCOMPARE(client.count<protocol::OrderPlace>(), 4);
        QCOMPARE(client.calls[0].policy.tries, 1);
        QVERIFY(client.last<protocol::AttemptShown>() == nullptr);
        client.answerPending(0, PaymentPhase::Reading);
        QCOMPARE(client.openCall<protocol::OrderPlace>(), std::size_t{1});
        Refusal refusal;
        refusal.code = RefusalCode::Busy;
        client.refuse(1, refusal);
        client.fail(2, client::ClientFailure::TimedOut);
        client.answer(3, protocol::AttemptAnswer{protocol::VoidedAnswer{}});
        QCOMPARE(heard, (QStringList{QStringLiteral("pending 2"), QStringLiteral("refused"),
                                     QStringLiteral("failed"), QStringLiteral("body")}));
    }

    void anAskerMayAskAgainFromWithin()
    {
        FakeOrderClient client;
        int answers = 0;
        std::function<void()> askOnce = [&] {
            client.ask(protocol::StatusGet{}, this, [&](const auto&) {
                if (++answers < 20)
                    askOnce();
            });
        };
        askOnce();
        for (std::size_t n = 0; n < 20; ++n)
            client.fail(n, client::ClientFailure::Unreachable);
        QCOMPARE(answers, 20);
    }
};

QTEST_GUILESS_MAIN(TestFakeOrderClient)
#include "test_fake_order_client.moc"
