// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/silent_voice.h"

#include <map>
#include <memory>
#include <vector>

namespace coffee::sound {

class WaveOut;

/// For each language the first engine that speaks it; in the end silence with captions, and at once
/// where the machine has no audio device: an engine would speak into nothing, and each caption wait
/// for it. Chooses when a language is first needed and says in the log, once, what it chose. When
/// an engine turns out not to speak after all, its sentence goes to the next one.
class VoiceChoice final : public VoiceEngine {
    Q_OBJECT

public:
    /// `device` is what the engines are heard through.
    VoiceChoice(std::vector<std::unique_ptr<VoiceEngine>> engines, WaveOut& device,
                QObject* parent = nullptr);
    ~VoiceChoice() override;

    [[nodiscard]] bool speaks(QLocale::Language) override { return true; }
    void say(const QString& sentence, QLocale::Language language) override;
    void stop() override;
    void setVolume(double volume) override;
    [[nodiscard]] QString name() const override;
    /// False when this language is shown as captions only.
    [[nodiscard]] bool isHeard(QLocale::Language language);

private:
    void follow(const VoiceEngine& engine);
    [[nodiscard]] VoiceEngine& engineFor(QLocale::Language language);

    std::vector<std::unique_ptr<VoiceEngine>> m_engines; ///< the last one is silent
    WaveOut& m_device;
    std::map<QLocale::Language, VoiceEngine*> m_chosen;
    VoiceEngine* m_now{nullptr};
    QString m_sentence;
    QLocale::Language m_language{QLocale::Korean};
};

} // namespace coffee::sound
