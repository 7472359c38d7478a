// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment_daemon/ctl/shop_words.h"

#include <QTest>

#include <array>

using namespace coffee;
using namespace coffee::ctl;
using namespace std::chrono_literals;

namespace {

/// The default of every kind of event has a sentence.
template <std::size_t I = 0>
void checkSentences()
{
    if constexpr (I < std::variant_size_v<EventBody>) {
        const EventBody body = std::variant_alternative_t<I, EventBody>{};
        QVERIFY(eventText(body).size() > 3);
        checkSentences<I + 1>();
    }
}

} // namespace

class TestShopWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moneyHasThousandsAndASign()
    {
        QCOMPARE(moneyText(Money{}), std::string{"₩0"});
        QCOMPARE(moneyText(Money::fromWon(500)), std::string{"₩500"});
        QCOMPARE(moneyText(Money::fromWon(12'500)), std::string{"₩12,500"});
        QCOMPARE(moneyText(Money::fromWon(1'000'000'000)), std::string{"₩1,000,000,000"});
        QCOMPARE(moneyText(Money::fromWon(-500)), std::string{"-₩500"});
    }

    void timesAreTheShopsOwn()
    {
        const ShopTime time = fromMs(1'772'391'600'000); // 2026-03-01 19:00 UTC
        QCOMPARE(timeText(time, 0min), std::string{"2026-03-01 19:00:00"});
        QCOMPARE(timeText(time, 540min), std::string{"2026-03-02 04:00:00"});
        QCOMPARE(timeText(time, -330min), std::string{"2026-03-01 13:30:00"});
        QCOMPARE(timeText(ShopTime{}, 540min), std::string{"-"});
        QCOMPARE(dayText(20'514), std::string{"2026-03-02"});
    }

    void durationsAreShort()
    {
        QCOMPARE(durationText(0ms), std::string{"0 ms"});
        QCOMPARE(durationText(999ms), std::string{"999 ms"});
        QCOMPARE(durationText(59'999ms), std::string{"59 s"});
        QCOMPARE(durationText(59min), std::string{"59 min"});
        QCOMPARE(durationText(5h + 20min), std::string{"5 h 20 min"});
        QCOMPARE(durationText(51h), std::string{"2 d 3 h"});
    }

    void waitsAreRoundedUp()
    {
        QCOMPARE(waitText({20, 40}), std::string{"less than a minute"});
        QCOMPARE(waitText({181, 420}), std::string{"about 4-7 min"});
        QCOMPARE(waitText({100, 120}), std::string{"about 2 min"});
    }

    void actorsAreNamedOnce()
    {
        QCOMPARE(actorText({Role::Kiosk, "kiosk-1"}), std::string{"kiosk kiosk-1"});
        QCOMPARE(actorText({Role::Daemon, "daemon"}), std::string{"daemon"});
        QCOMPARE(actorText({Role::Manager, ""}), std::string{"manager"});
    }

    void everyKindOfEventHasASentence() { checkSentences(); }

    void sentencesSayWhatHappened()
    {
        QCOMPARE(
            eventText(OrderMoved{1, OrderStep::PutBack, OrderState::Making, OrderState::Queued}),
            std::string{"put back: making -> queued"});
        QCOMPARE(eventText(RefundOpened{3, 1, Money::fromWon(5000), {2}, "우유 없음"}),
                 std::string{"refund 3 of ₩5,000 is due for unit 2: 우유 없음"});
        QCOMPARE(eventText(StopAcknowledged{1, {1, 3}}),
                 std::string{"stop acknowledged, made already: units 1, 3"});
        QCOMPARE(eventText(OrderCancelled{1, OrderState::Making, CancelledBy::Staff, "약속 시간"}),
                 std::string{"cancelled by staff while making: 약속 시간"});
    }
};

QTEST_GUILESS_MAIN(TestShopWords)
#include "test_shop_words.moc"
