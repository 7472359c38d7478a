// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/voice_engine.h"

#include <QTextToSpeech>
#include <QTimer>

#include <memory>

namespace coffee::sound {

/// A speech engine of the system through Qt TextToSpeech: the first installed one that has a voice
/// for the language. Looks for engines when it is first asked. An engine that is in its error state
/// (no audio device, its service is gone) has no voice.
class SpeechEngine final : public VoiceEngine {
    Q_OBJECT

public:
    explicit SpeechEngine(QObject* parent = nullptr);
    ~SpeechEngine() override;

    [[nodiscard]] bool speaks(QLocale::Language language) override;
    void say(const QString& sentence, QLocale::Language language) override;
    void stop() override;
    void setVolume(double volume) override;
    [[nodiscard]] QString name() const override;

private:
    void follow(QTextToSpeech::State state);
    void finish();
    [[nodiscard]] QTextToSpeech* engineFor(QLocale::Language language);
    void openEngines();

    bool m_isOpen{false};
    std::vector<std::unique_ptr<QTextToSpeech>> m_engines;
    QTextToSpeech* m_now{nullptr};
    QTimer m_longest;
    double m_volume{1.0};
    bool m_isSpeaking{false};
};

} // namespace coffee::sound
