// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/phrase_book.h"
#include "shared/sound/silent_voice.h"
#include "shared/sound/wave_out.h"

namespace coffee::sound {

/// Says what a shop has recorded; a sentence without recordings takes its caption's reading time.
class PhraseEngine final : public VoiceEngine {
    Q_OBJECT

public:
    /// The outlet outlives it and plays nothing else.
    PhraseEngine(PhraseBook book, WaveOut& out, QObject* parent = nullptr);

    [[nodiscard]] bool speaks(QLocale::Language language) override;
    void say(const QString& sentence, QLocale::Language language) override;
    void stop() override;
    void setVolume(double volume) override { m_volume = volume; }
    [[nodiscard]] QString name() const override { return QStringLiteral("phrase files"); }

private:
    void next();

    PhraseBook m_book;
    WaveOut& m_out;
    SilentVoice m_caption;
    QStringList m_files;
    double m_volume{1.0};
};

} // namespace coffee::sound
