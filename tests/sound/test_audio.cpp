// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/audio_device.h"
#include "shared/sound/sound_player.h"
#include "shared/sound/speech_engine.h"

#include <QSignalSpy>
#include <QTest>

using namespace coffee::sound;

/// With whatever this machine has: nothing may hang, crash or be silent about its end.
class TestAudio final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSoundEndsWhetherItIsHeardOrNot()
    {
        AudioDevice device;
        SoundPlayer player{device};
        QSignalSpy finished{&device, &WaveOut::finished};
        for (const Sound sound : kAllSounds) {
            player.play(sound, 0.2);
            QCOMPARE(finished.count(), 0); // never from within the call
            QVERIFY(finished.wait(10000));
            finished.clear();
        }
    }

    void aFileThatIsNoneEndsToo()
    {
        AudioDevice device;
        QSignalSpy finished{&device, &WaveOut::finished};
        device.play(QUrl::fromLocalFile(QStringLiteral("/no/such/file.wav")), 1.0);
        QVERIFY(finished.wait(10000));
    }

    void whatIsStoppedDoesNotEnd()
    {
        AudioDevice device;
        QSignalSpy finished{&device, &WaveOut::finished};
        SoundPlayer{device}.play(Sound::CardOut, 0.2);
        device.stop();
        QVERIFY(!finished.wait(300));
    }

    void twoOutletsReportTheirDeviceOnce()
    {
        static int reports;
        reports = 0;
        const QtMessageHandler before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext& context, const QString&) {
                reports += QLatin1StringView{context.category} == QLatin1StringView{"coffee.sound"};
            });
        AudioDevice first;
        AudioDevice second{first};
        const bool audible = second.isAudible();
        const bool same = audible == first.isAudible() && audible == second.isAudible();
        qInstallMessageHandler(before);
        QVERIFY(same);
        QCOMPARE(reports, 1);
    }

    void anEngineSaysThatItHasSpokenOrThatItCannot_data()
    {
        QTest::addColumn<QLocale::Language>("language");
        QTest::newRow("Korean") << QLocale::Korean;
        QTest::newRow("English") << QLocale::English;
    }
    void anEngineSaysThatItHasSpokenOrThatItCannot()
    {
        QFETCH(QLocale::Language, language);
        SpeechEngine engine;
        QSignalSpy said{&engine, &VoiceEngine::said};
        const bool speaks = engine.speaks(language);
        engine.say(QStringLiteral("1 2 3"), language);
        QVERIFY(said.wait(10000));
        qInfo("speaks: before %d, after %d (%s)", int(speaks), int(engine.speaks(language)),
              qPrintable(engine.name()));
    }
};

QTEST_GUILESS_MAIN(TestAudio)
#include "test_audio.moc"
