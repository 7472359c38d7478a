// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/phrase_engine.h"
#include "shared/sound/voice_choice.h"
#include "tests/support/fake_sound.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace coffee::sound;
using namespace coffee::test;

namespace {

/// A folder of recordings; the files are empty, only their names matter here.
struct Recordings {
    explicit Recordings(const QStringList& names)
    {
        for (const QString& name : names) {
            const QString path = folder.filePath(name + QStringLiteral(".wav"));
            QDir{}.mkpath(QFileInfo{path}.path());
            QFile file{path};
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write a recording");
        }
    }
    [[nodiscard]] PhraseBook book() const { return PhraseBook{{folder.path()}}; }
    [[nodiscard]] QStringList names(const QStringList& paths) const
    {
        QStringList names;
        for (const QString& path : paths)
            names.append(QDir{folder.path()}.relativeFilePath(path).chopped(4));
        return names;
    }
    QTemporaryDir folder;
};

} // namespace

class TestSound final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aPhraseHasAKeyThatAnOwnerCanType_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("key");
        QTest::newRow("korean") << QStringLiteral("직원 호출") << QStringLiteral("직원_호출");
        QTest::newRow("english") << QStringLiteral("Call staff!") << QStringLiteral("call_staff");
        QTest::newRow("money") << QStringLiteral("4,500원") << QStringLiteral("4_500원");
        QTest::newRow("only signs") << QStringLiteral("… !") << QString{};
        QTest::newRow("no way out") << QStringLiteral("../../etc/x") << QStringLiteral("etc_x");
        QTest::newRow("as long as a file's name") << QString(240, u'a') << QString(240, u'a');
        QTest::newRow("too long") << QString(241, u'a') << QString{};
        QTest::newRow("too long in Korean") << QString(81, u'가') << QString{};
    }
    void aPhraseHasAKeyThatAnOwnerCanType()
    {
        QFETCH(QString, words);
        QFETCH(QString, key);
        QCOMPARE(phraseKey(words), key);
    }

    void aSentenceIsSaidInTheFewestPhrases_data()
    {
        QTest::addColumn<QString>("phrases"); // that there are
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("silent");
        const auto row = [](const char* name, const char* phrases, const char* sentence,
                            const char* said, const char* silent = "") {
            QTest::newRow(name) << QString::fromUtf8(phrases) << QString::fromUtf8(sentence)
                                << QString::fromUtf8(said) << QString::fromUtf8(silent);
        };
        row("whole", "직원_호출 직원 호출", "직원 호출", "직원_호출");
        row("a part", "직원_호출 단추", "직원 호출, 단추", "직원_호출 단추");
        row("the fewest", "a a_b b_c_d c d", "a b c d", "a b_c_d");
        row("a word without a phrase", "단추", "없는 말, 단추", "단추", "없는 말");
        row("nothing", "단추", "없는 말", "", "없는 말");
        row("a price", "합계 4000 500 원", "합계 4,500원", "합계 4000 500 원");
        row("a price and what follows it", "만 4000 600 원 을_드려요", "14,600원을 드려요.",
            "만 4000 600 원 을_드려요");
        row("many ten thousands", "23 만 원", "230,000원", "23 만 원");
        row("a price in English", "14 thousand 600 won", "₩14,600", "14 thousand 600 won");
        row("digits alone", "합계 4 5 0 원", "합계 4,500원", "합계 4 5 0 0 원");
        row("a number of its own", "12 1 2", "12", "12");
        row("a number that cannot be said", "합계 4", "합계 45", "합계", "45");
        row("a leading zero", "0 2", "02", "0 2");
        row("a number and its suffix", "100 17 번_손님", "117번 손님", "100 17 번_손님");
        row("a count", "매장_컵 2개 2 개", "매장 컵 × 2", "매장_컵 2개");
        row("a count with what it counts", "앞에_주문이 3 3건 건_있어요 있어요",
            "앞에 주문이 3건 있어요.", "앞에_주문이 3건 있어요");
        row("a range", "약 5 에서 8 분", "약 5~8분", "약 5 에서 8 분");
        row("a time", "7시 에서 11 시 30 분 에_팔아요", "07:00~11:30에 팔아요",
            "7시 에서 11 시 30 분 에_팔아요");
        row("days of the week", "월요일 부터 금요일 까지 7시 에서 11시 에_팔아요",
            "월–금 07:00~11:00에 팔아요", "월요일 부터 금요일 까지 7시 에서 11시 에_팔아요");
        row("some days of the week", "토요일 일요일 하루_종일_팔아요", "토·일 하루 종일 팔아요",
            "토요일 일요일 하루_종일_팔아요");
        row("what is taken off", "빼기 300 원", "-300원", "빼기 300 원");
        row("no half words", "원 두", "원두막", "", "원두막");
        row("a word from its parts", "라떼 가", "라떼가", "라떼 가");
        row("no parts of English words", "can cel led", "cancelled", "", "cancelled");
        row("a short one is spelled", "l a", "LA", "l a");
        row("a longer one is not", "l a t e", "late", "", "late");
    }
    void aSentenceIsSaidInTheFewestPhrases()
    {
        QFETCH(QString, phrases);
        QFETCH(QString, sentence);
        QFETCH(QString, said);
        QFETCH(QString, silent);
        const QStringList there = phrases.split(u' ');
        const bool english = QByteArray{QTest::currentDataTag()}.contains("English");
        const Reading reading =
            readingOf(sentence, english ? QLocale::English : QLocale::Korean,
                      [&there](const QString& key) { return there.contains(key); });
        QCOMPARE(reading.keys.join(u' '), said);
        QCOMPARE(reading.silent.join(u' '), silent);
    }

    void everyNumberOfAShopCanBeSaid()
    {
        for (const QLocale::Language language : {QLocale::Korean, QLocale::English}) {
            QStringList there;
            for (const Phrase& phrase : commonPhrases(language))
                there.append(phrase.key);
            for (const char* words :
                 {"0", "7", "100", "117", "1000", "9,999", "10,000", "14,600", "110,000",
                  "1,234,567", "07:05", "23:00", "5~8", "02-000-0000", "+500", "-300", "150 %"})
                QVERIFY2(readingOf(QString::fromUtf8(words), language,
                                   [&there](const QString& key) { return there.contains(key); })
                             .silent.isEmpty(),
                         words);
        }
    }

    void aShopsOwnRecordingCountsBeforeTheOneThatIsThere()
    {
        const Recordings own{{QStringLiteral("ko/직원_호출")}};
        const Recordings bundled{{QStringLiteral("ko/직원_호출"), QStringLiteral("ko/단추"),
                                  QStringLiteral("en/button")}};
        const PhraseBook book{{QString{}, own.folder.path(), QStringLiteral("/no/such/folder"),
                               bundled.folder.path()}};
        const QStringList files = book.filesFor(QStringLiteral("직원 호출, 단추"), QLocale::Korean);
        QCOMPARE(files, (QStringList{own.folder.filePath(QStringLiteral("ko/직원_호출.wav")),
                                     bundled.folder.filePath(QStringLiteral("ko/단추.wav"))}));
        QVERIFY(book.has(QLocale::Korean));
        QVERIFY(book.has(QLocale::English));
        QVERIFY(!own.book().has(QLocale::English));
        QVERIFY(!PhraseBook{}.has(QLocale::Korean));
        QVERIFY(PhraseBook{}.filesFor(QStringLiteral("단추"), QLocale::Korean).isEmpty());
    }

    void withoutASpeechEnginePhrasesAreTheVoice()
    {
        const Recordings shop{{QStringLiteral("ko/카페라떼"), QStringLiteral("ko/4000"),
                               QStringLiteral("ko/500"), QStringLiteral("ko/원")}};
        auto none = std::make_unique<FakeVoice>();
        none->knows = QLocale::French; // an engine without our languages
        FakeWaveOut out;
        std::vector<std::unique_ptr<VoiceEngine>> engines;
        engines.push_back(std::move(none));
        engines.push_back(std::make_unique<PhraseEngine>(shop.book(), out));
        VoiceChoice voice{std::move(engines), out};
        QSignalSpy said{&voice, &VoiceEngine::said};
        QTest::ignoreMessage(QtInfoMsg, "the voice for Korean: phrases");
        voice.say(QStringLiteral("카페라떼, 4,500원"), QLocale::Korean);
        while (out.isPlaying)
            out.finish();
        QStringList played;
        for (const QUrl& url : out.played)
            played.append(url.toLocalFile());
        QCOMPARE(shop.names(played).join(u' '), QStringLiteral("ko/카페라떼 ko/4000 ko/500 ko/원"));
        QCOMPARE(said.count(), 1);
        QTest::ignoreMessage(QtInfoMsg, "the voice for English: captions only");
        QVERIFY(!voice.isHeard(QLocale::English));
    }

    void phrasesWithoutAnAudioDeviceAreCaptions()
    {
        const Recordings shop{{QStringLiteral("ko/카페라떼")}};
        FakeWaveOut out;
        out.audible = false;
        std::vector<std::unique_ptr<VoiceEngine>> engines;
        engines.push_back(std::make_unique<PhraseEngine>(shop.book(), out));
        VoiceChoice voice{std::move(engines), out};
        QSignalSpy said{&voice, &VoiceEngine::said};
        QTest::ignoreMessage(QtInfoMsg, "the voice for Korean: captions only");
        voice.say(QStringLiteral("카페라떼"), QLocale::Korean);
        QVERIFY(said.wait(5000)); // the caption's own time
        QVERIFY(out.played.empty());
    }

    void recordingsArePlayedOneAfterTheOther()
    {
        const Recordings shop{{QStringLiteral("en/one"), QStringLiteral("en/two")}};
        FakeWaveOut out;
        PhraseEngine engine{shop.book(), out};
        QSignalSpy said{&engine, &VoiceEngine::said};
        engine.setVolume(0.4);
        engine.say(QStringLiteral("one two"), QLocale::English);
        QCOMPARE(out.played.size(), std::size_t{1});
        QCOMPARE(out.volume, 0.4);
        out.finish();
        QCOMPARE(out.played.size(), std::size_t{2});
        QCOMPARE(said.count(), 0);
        out.finish();
        QCOMPARE(said.count(), 1);
    }

    void whatIsStoppedIsNotSaidLater()
    {
        const Recordings shop{{QStringLiteral("en/one"), QStringLiteral("en/two")}};
        FakeWaveOut out;
        PhraseEngine engine{shop.book(), out};
        QSignalSpy said{&engine, &VoiceEngine::said};
        engine.say(QStringLiteral("one two"), QLocale::English);
        engine.stop();
        out.finish();
        QCOMPARE(said.count(), 0);
        QCOMPARE(out.played.size(), std::size_t{1});
    }

    void theFirstEngineThatSpeaksTheLanguageIsTaken()
    {
        auto english = std::make_unique<FakeVoice>();
        auto both = std::make_unique<FakeVoice>();
        english->knows = QLocale::English;
        FakeVoice& first = *english;
        FakeVoice& second = *both;
        std::vector<std::unique_ptr<VoiceEngine>> engines;
        engines.push_back(std::move(english));
        engines.push_back(std::move(both));
        FakeWaveOut device;
        VoiceChoice choice{std::move(engines), device};
        QSignalSpy said{&choice, &VoiceEngine::said};
        choice.setVolume(0.6);
        choice.say(QStringLiteral("hello"), QLocale::English);
        QCOMPARE(first.sentences, QStringList{QStringLiteral("hello")});
        choice.say(QStringLiteral("안녕"), QLocale::Korean);
        QVERIFY(!first.isSpeaking); // what was being said in the other language is cut short
        QCOMPARE(second.sentences, QStringList{QStringLiteral("안녕")});
        QCOMPARE(second.volume, 0.6);
        first.finish();
        QCOMPARE(said.count(), 0);
        second.finish();
        QCOMPARE(said.count(), 1);
        QVERIFY(choice.isHeard(QLocale::Korean));
    }

    void whatAnEngineCannotSayAfterAllTheNextOneSays()
    {
        auto broken = std::make_unique<FakeVoice>();
        auto sound = std::make_unique<FakeVoice>();
        FakeVoice& first = *broken;
        FakeVoice& second = *sound;
        std::vector<std::unique_ptr<VoiceEngine>> engines;
        engines.push_back(std::move(broken));
        engines.push_back(std::move(sound));
        FakeWaveOut device;
        VoiceChoice choice{std::move(engines), device};
        QSignalSpy said{&choice, &VoiceEngine::said};
        choice.say(QStringLiteral("하나"), QLocale::Korean);
        first.knows = QLocale::English; // its voice is gone
        first.finish();
        QCOMPARE(said.count(), 0);
        QCOMPARE(second.sentences, QStringList{QStringLiteral("하나")});
        second.finish();
        QCOMPARE(said.count(), 1);
        choice.say(QStringLiteral("둘"), QLocale::Korean);
        QCOMPARE(second.sentences.last(), QStringLiteral("둘"));
        QCOMPARE(first.sentences.size(), qsizetype{1});
    }

    void withoutAnyEngineCaptionsHaveTheirTimeAndItIsReportedOnce()
    {
        FakeWaveOut device;
        VoiceChoice choice{{}, device};
        QSignalSpy said{&choice, &VoiceEngine::said};
        QTest::ignoreMessage(QtInfoMsg, "the voice for Korean: captions only");
        QVERIFY(!choice.isHeard(QLocale::Korean));
        choice.say(QStringLiteral("짧다"), QLocale::Korean);
        QVERIFY(said.wait(5000));
        const auto brief = SilentVoice::readingTime(QStringLiteral("짧다"));
        QVERIFY(SilentVoice::readingTime(QString(40, u'가')) > brief);
        QVERIFY(SilentVoice::readingTime(QString(4000, u'가')) < std::chrono::seconds{15});
    }

    void withoutAnAudioDeviceNoEngineIsAsked()
    {
        auto voice = std::make_unique<FakeVoice>();
        FakeVoice& engine = *voice;
        std::vector<std::unique_ptr<VoiceEngine>> engines;
        engines.push_back(std::move(voice));
        FakeWaveOut device;
        device.audible = false;
        VoiceChoice choice{std::move(engines), device};
        QSignalSpy said{&choice, &VoiceEngine::said};
        QVERIFY(!choice.isHeard(QLocale::Korean));
        choice.say(QStringLiteral("짧다"), QLocale::Korean);
        QVERIFY(said.wait(5000)); // the caption's own time
        QVERIFY(engine.sentences.isEmpty());
        QCOMPARE(engine.asked, 0);
    }

    void everySoundHasItsFile()
    {
        FakeWaveOut out;
        SoundPlayer player{out};
        for (const Sound sound : kAllSounds) {
            player.play(sound, 1.0);
            QFile file{QStringLiteral(":") + waveOf(sound).path()};
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(waveOf(sound).toString()));
            QCOMPARE(file.read(4), QByteArray{"RIFF"});
            QVERIFY(file.size() < 100 * 1024);
        }
    }
};

QTEST_GUILESS_MAIN(TestSound)
#include "test_sound.moc"
