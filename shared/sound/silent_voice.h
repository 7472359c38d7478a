// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/voice_engine.h"

#include <QTimer>

#include <chrono>

namespace coffee::sound {

/// Says nothing, and takes as long as reading the sentence takes, so that its caption can be read.
class SilentVoice final : public VoiceEngine {
    Q_OBJECT

public:
    explicit SilentVoice(QObject* parent = nullptr);

    [[nodiscard]] bool speaks(QLocale::Language) override { return true; }
    void say(const QString& sentence, QLocale::Language language) override;
    void stop() override;
    void setVolume(double) override {}
    [[nodiscard]] QString name() const override { return QStringLiteral("captions only"); }

    /// A slow reader's time for a caption.
    [[nodiscard]] static std::chrono::milliseconds readingTime(const QString& sentence);

private:
    QTimer m_reading;
};

} // namespace coffee::sound
