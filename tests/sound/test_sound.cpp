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
    [[nodiscard]] PhraseBook book() const { return PhraseBook{folder.path()}; }
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
        QTest::newRow("long") << QString(300, u'a') << QString(PhraseBook::kKeyLettersMost, u'a');
    }
    void aPhraseHasAKeyThatAnOwnerCanType()
    {
        QFETCH(QString, words);
        QFETCH(QString, key);
        QCOMPARE(PhraseBook::keyOf(words), key);
    }

    void aSentenceIsLookedUpWholeThenByPartThenByWordThenByDigit()
    {
        const Recordings shop{{QStringLiteral("ko/직원_호출"), QStringLiteral("ko/합계"),
                               QStringLiteral("ko/4"), QStringLiteral("ko/5"),
                               QStringLiteral("ko/0"), QStringLiteral("ko/원"),
                               QStringLiteral("ko/12"), QStringLiteral("ko/단추")}};
        const PhraseBook book = shop.book();
        const auto found = [&](const char* words) {
            return shop.names(book.filesFor(QString::fromUtf8(words), QLocale::Korean)).join(u' ');
        };
        QCOMPARE(found("직원 호출"), QStringLiteral("ko/직원_호출"));
        QCOMPARE(found("합계 4,500원"), QStringLiteral("ko/합계 ko/4 ko/5 ko/0 ko/0 ko/원"));
        QCOMPARE(found("합계 12"), QStringLiteral("ko/합계 ko/12"));
        QCOMPARE(found("직원 호출, 단추"), QStringLiteral("ko/직원_호출 ko/단추"));
        QCOMPARE(found("없는 말, 단추"), QStringLiteral("ko/단추"));
        QCOMPARE(found("없는 말"), QString{});
        QVERIFY(book.has(QLocale::Korean));
        QVERIFY(!book.has(QLocale::English));
        QVERIFY(book.filesFor(QStringLiteral("합계"), QLocale::English).isEmpty());
        QVERIFY(PhraseBook{}.filesFor(QStringLiteral("합계"), QLocale::Korean).isEmpty());
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
