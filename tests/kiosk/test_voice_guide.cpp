// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/voice/voice_guide.h"
#include "tests/kiosk/kiosk_shop.h"
#include "tests/support/fake_sound.h"

#include <QSignalSpy>
#include <QTest>

using namespace coffee;
using namespace coffee::kiosk;
using namespace std::chrono_literals;
using test::FakeVoice;
using test::KioskShop;

namespace {

HeardControl button(const char* name)
{
    return {QString::fromUtf8(name), QStringLiteral("단추"), {}, {}, {}};
}

QStringList words(std::initializer_list<const char*> list)
{
    QStringList strings;
    for (const char* one : list)
        strings.append(QString::fromUtf8(one));
    return strings;
}

/// A guide that is on, with an engine that the test listens to.
struct Listening {
    FakeVoice voice;
    VoiceGuide guide{voice};
    Listening() { guide.setOn(true); }
};

} // namespace

/// What is said, in which order, what cuts what short, and what is never said.
class TestVoiceGuide final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPageIsSummedUpAndThenItsFirstControlIsNamed()
    {
        Listening ear;
        ear.guide.arrive(words({"메뉴를 고르는 화면이에요.", "", "합계 4,500원"}));
        ear.guide.reach(button("찾기"), false);
        QCOMPARE(ear.voice.sentences, words({"메뉴를 고르는 화면이에요."}));
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences,
                 words({"메뉴를 고르는 화면이에요.", "합계 4,500원", "찾기, 단추"}));
    }

    void whatTheCustomerGoesToCutsEverythingShort()
    {
        Listening ear;
        ear.guide.arrive(words({"첫 문장.", "둘째 문장."}));
        ear.guide.reach(button("찾기"), false);
        ear.guide.reach(button("커피"), true);
        QCOMPARE(ear.voice.stops, 1);
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences, words({"첫 문장.", "커피, 단추"}));
    }

    void whenThePageMovesTheFocusTwiceOnlyTheLastIsNamed()
    {
        Listening ear;
        ear.guide.arrive(words({"화면."}));
        ear.guide.reach(button("하나"), false);
        ear.guide.reach(button("둘"), false);
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences, words({"화면.", "둘, 단추"}));
    }

    void whatThePageDoesNotSayAnyMoreIsNotSaidLate()
    {
        Listening ear;
        ear.guide.arrive(words({"주문 번호 117", "바로 다음 차례예요.", "뒤로 갈 수 있어요."}));
        ear.guide.announce(QStringLiteral("소식이에요."), VoiceGuide::Urgency::Waits);
        ear.guide.pageIs(words({"주문 번호 117", "뒤로 갈 수 있어요."}));
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences,
                 words({"주문 번호 117", "뒤로 갈 수 있어요.", "소식이에요."}));
        ear.voice.sentences.clear();
        ear.guide.replay();
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences, words({"주문 번호 117", "뒤로 갈 수 있어요."}));
    }

    void whatThePageSaysInOtherWordsMeanwhileIsSaidInThose()
    {
        Listening ear;
        ear.guide.arrive(words({"주문 번호 117", "앞에 주문이 1건 있어요."}),
                         QStringLiteral("음성 안내를 시작해요."));
        ear.guide.pageIs(words({"주문 번호 117", "바로 다음 차례예요."}));
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences,
                 words({"음성 안내를 시작해요.", "주문 번호 117", "바로 다음 차례예요."}));
    }

    void anotherPageCutsEverythingShort()
    {
        Listening ear;
        ear.guide.arrive(words({"하나.", "둘."}));
        ear.guide.arrive(words({"셋."}));
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences, words({"하나.", "셋."}));
    }

    void newsWaitsAndUrgentNewsDoesNot()
    {
        Listening ear;
        ear.guide.arrive(words({"하나.", "둘."}));
        ear.guide.announce(QStringLiteral("소식."), VoiceGuide::Urgency::Waits);
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences, words({"하나.", "둘.", "소식."}));
        ear.guide.arrive(words({"셋.", "넷."}));
        ear.guide.announce(QStringLiteral("카드를 빼 주세요."), VoiceGuide::Urgency::Interrupts);
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences.mid(3), words({"셋.", "카드를 빼 주세요."}));
    }

    void ofAControlThatChangedOnlyTheNewsIsSaid()
    {
        Listening ear;
        HeardControl chip{QStringLiteral("ICE"),
                          QStringLiteral("고르기"),
                          QStringLiteral("고르지 않았어요"),
                          {},
                          {}};
        ear.guide.reach(chip, true);
        const HeardControl before = chip;
        chip.state = QStringLiteral("골랐어요");
        ear.guide.changed(before, chip);
        ear.guide.changed(chip, chip);
        QCOMPARE(ear.voice.sentences, words({"ICE, 고르기, 고르지 않았어요", "골랐어요"}));
        ear.guide.replay();
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences.last(), QStringLiteral("ICE, 고르기, 골랐어요"));
    }

    void everythingIsHeardAgainOnDemandAndStopsOnDemand()
    {
        Listening ear;
        ear.guide.arrive(words({"하나.", "둘."}));
        ear.guide.reach(button("찾기"), false);
        ear.voice.finishAll();
        ear.guide.replay();
        QVERIFY(ear.voice.isSpeaking);
        ear.guide.stop();
        QVERIFY(!ear.voice.isSpeaking);
        QVERIFY(ear.guide.caption().isEmpty());
        ear.guide.replay();
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences.mid(4), words({"하나.", "둘.", "찾기, 단추"}));
    }

    void secretsAreCountedAndNeverSaid()
    {
        Listening ear;
        ear.guide.typedSecret(QStringLiteral("4자리 눌렀어요."));
        ear.guide.typed(QStringLiteral("117"));
        QCOMPARE(ear.voice.sentences, words({"4자리 눌렀어요.", "1 1 7"}));
    }

    void theVolumeHasStepsAndEndsAndStartsAgainWithEveryCustomer()
    {
        Listening ear;
        QSignalSpy steps{&ear.guide, &VoiceGuide::volumeChanged};
        QCOMPARE(ear.voice.volume, 0.6);
        for (int press = 0; press < 9; ++press)
            ear.guide.setVolume(ear.guide.volume() + 1);
        QCOMPARE(ear.guide.volume(), VoiceGuide::kVolumeMost);
        QCOMPARE(ear.voice.volume, 1.0);
        for (int press = 0; press < 9; ++press)
            ear.guide.setVolume(ear.guide.volume() - 1);
        QCOMPARE(ear.guide.volume(), 1);
        ear.guide.endSession();
        QCOMPARE(ear.guide.volume(), VoiceGuide::kVolumeAtFirst);
        QCOMPARE(ear.voice.volume, 0.6);
        QVERIFY(!ear.guide.isOn());
        QVERIFY(steps.count() >= 7);
    }

    void switchedOffItSaysNothingAndShowsTheCaptionsOfSounds()
    {
        FakeVoice voice;
        VoiceGuide guide{voice};
        guide.arrive(words({"하나."}));
        guide.reach(button("찾기"), true);
        guide.announce(QStringLiteral("소식."), VoiceGuide::Urgency::Interrupts);
        guide.replay();
        QVERIFY(voice.sentences.isEmpty());
        guide.sounded(QStringLiteral("[삐 소리]"));
        QCOMPARE(guide.caption(), QStringLiteral("[삐 소리]"));
        guide.sounded({});
        QVERIFY(guide.caption().isEmpty());
    }

    void everySentenceIsACaptionForAsLongAsItIsSaid()
    {
        Listening ear;
        QSignalSpy captions{&ear.guide, &VoiceGuide::captionChanged};
        ear.guide.arrive(words({"하나. 둘!\n셋"}));
        QCOMPARE(ear.guide.caption(), QStringLiteral("하나."));
        ear.voice.finish();
        QCOMPARE(ear.guide.caption(), QStringLiteral("둘!"));
        ear.voice.finish();
        QCOMPARE(ear.guide.caption(), QStringLiteral("셋"));
        ear.voice.finish();
        QVERIFY(ear.guide.caption().isEmpty());
    }

    void aNumberIsNoEndOfASentence()
    {
        QCOMPARE(sentencesOf(QStringLiteral("합계 4.5잔. 끝")), words({"합계 4.5잔.", "끝"}));
        QCOMPARE(sentencesOf(QStringLiteral("  \n ")), QStringList{});
    }

    void whatWaitsHasABound()
    {
        Listening ear;
        for (int i = 0; i < 1000; ++i)
            ear.guide.announce(QString::number(i), VoiceGuide::Urgency::Waits);
        ear.voice.finishAll();
        QCOMPARE(ear.voice.sentences.size(), qsizetype(VoiceGuide::kSentencesMost + 1));
        QCOMPARE(ear.voice.sentences.last(), QStringLiteral("999"));
    }

    void theLanguageIsTheCustomers()
    {
        Listening ear;
        ear.guide.arrive(words({"하나."}));
        QCOMPARE(ear.voice.language, QLocale::Korean);
        ear.guide.setLanguage(QLocale::English);
        QVERIFY(!ear.voice.isSpeaking); // half a sentence in the other language is worth nothing
        ear.guide.arrive(words({"One."}));
        QCOMPARE(ear.voice.language, QLocale::English);
    }

    void theCardIsRemindedOfUntilItIsOut()
    {
        KioskShop shop;
        shop.open();
        CardReminder& reminder = shop.kiosk.cardReminder();
        QSignalSpy reminds{&reminder, &CardReminder::reminds};
        QSignalSpy ended{&reminder, &CardReminder::ended};
        shop.beginPayment();
        shop.pendingPlace(PaymentPhase::WaitingCard);
        shop.time.advance(10s);
        QCOMPARE(reminds.count(), 0);
        shop.pendingPlace(PaymentPhase::RemoveCard);
        QCOMPARE(reminds.count(), 1);
        shop.time.advance(2 * CardReminder::kAgainAfter);
        QCOMPARE(reminds.count(), 3);
        shop.answerPlace(shop.paid());
        QCOMPARE(ended.count(), 1);
        shop.time.advance(60s);
        QCOMPARE(reminds.count(), 3);
    }
};

QTEST_GUILESS_MAIN(TestVoiceGuide)
#include "test_voice_guide.moc"
