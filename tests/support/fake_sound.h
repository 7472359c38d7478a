// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/sound_player.h"
#include "shared/sound/voice_engine.h"

#include <QStringList>

#include <utility>
#include <vector>

namespace coffee::test {

/// Notes what it is told to say; a sentence ends when the test says so.
class FakeVoice final : public sound::VoiceEngine {
    Q_OBJECT

public:
    QStringList sentences; ///< everything that was ever begun
    QLocale::Language language{QLocale::AnyLanguage};
    QLocale::Language knows{QLocale::AnyLanguage}; ///< any: every language
    double volume{-1.0};
    bool isSpeaking{false};
    int stops{0};
    int asked{0}; ///< whether it speaks

    [[nodiscard]] bool speaks(QLocale::Language wanted) override
    {
        ++asked;
        return knows == QLocale::AnyLanguage || knows == wanted;
    }
    void say(const QString& sentence, QLocale::Language spoken) override
    {
        sentences.append(sentence);
        language = spoken;
        isSpeaking = true;
    }
    void stop() override
    {
        stops += isSpeaking ? 1 : 0;
        isSpeaking = false;
    }
    void setVolume(double wanted) override { volume = wanted; }
    [[nodiscard]] QString name() const override { return QStringLiteral("fake"); }

    void finish()
    {
        if (std::exchange(isSpeaking, false))
            Q_EMIT said();
    }
    /// Lets everything be said that waits.
    void finishAll()
    {
        for (int round = 0; isSpeaking && round < 1000; ++round)
            finish();
    }
    [[nodiscard]] QString everything() const { return sentences.join(u'\n'); }
};

/// Notes what is played; a wave ends when the test says so.
class FakeWaveOut final : public sound::WaveOut {
    Q_OBJECT

public:
    std::vector<QUrl> played;
    double volume{-1.0};
    bool isPlaying{false};
    bool audible{true};

    void play(const QUrl& wave, double wanted) override
    {
        played.push_back(wave);
        volume = wanted;
        isPlaying = true;
    }
    void stop() override { isPlaying = false; }
    [[nodiscard]] bool isAudible() override { return audible; }
    void finish()
    {
        if (std::exchange(isPlaying, false))
            Q_EMIT finished();
    }
};

} // namespace coffee::test
