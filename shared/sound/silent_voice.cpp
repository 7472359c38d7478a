// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/silent_voice.h"

#include <algorithm>

namespace coffee::sound {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLeast{1500};
constexpr milliseconds kPerLetter{90};
constexpr milliseconds kMost{12000};

} // namespace

SilentVoice::SilentVoice(QObject* parent) : VoiceEngine{parent}
{
    m_reading.setSingleShot(true);
    connect(&m_reading, &QTimer::timeout, this, &VoiceEngine::said);
}

milliseconds SilentVoice::readingTime(const QString& sentence)
{
    return std::min<milliseconds>(kMost, kLeast + kPerLetter * sentence.size());
}

void SilentVoice::say(const QString& sentence, QLocale::Language)
{
    m_reading.start(readingTime(sentence));
}

void SilentVoice::stop()
{
    m_reading.stop();
}

} // namespace coffee::sound
