// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/phrase_book.h"
#include "shared/sound/silent_voice.h"
#include "shared/sound/wave_out.h"

namespace coffee::sound {

/// Says what has been recorded; a sentence without recordings takes its caption's reading time.
/// Whether anything can be heard at all is for whoever chooses the voice to know.
class PhraseEngine final : public VoiceEngine {
    Q_OBJECT

public:
    /// The outlet outlives it and plays nothing else.
    PhraseEngine(PhraseBook book, WaveOut& out, QObject* parent = nullptr);

    [[nodiscard]] bool speaks(QLocale::Language language) override;
    void say(const QString& sentence, QLocale::Language language) override;
    void stop() override;
    void setVolume(double volume) override { m_volume = volume; }
    [[nodiscard]] QString name() const override { return QStringLiteral("phrases"); }

private:
    void next();

    PhraseBook m_book;
    WaveOut& m_out;
    SilentVoice m_caption;
    QStringList m_files;
    double m_volume{1.0};
};

} // namespace coffee::sound
