// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/voice_choice.h"

#include "shared/sound/wave_out.h"

#include <algorithm>

namespace coffee::sound {

VoiceChoice::VoiceChoice(std::vector<std::unique_ptr<VoiceEngine>> engines, WaveOut& device,
                         QObject* parent)
    : VoiceEngine{parent}, m_engines{std::move(engines)}, m_device{device}
{
    m_engines.push_back(std::make_unique<SilentVoice>());
    for (const auto& engine : m_engines)
        connect(engine.get(), &VoiceEngine::said, this,
                [this, one = engine.get()] { follow(*one); });
}

VoiceChoice::~VoiceChoice() = default;

void VoiceChoice::follow(const VoiceEngine& engine)
{
    if (&engine != m_now)
        return;
    if (m_now->speaks(m_language)) {
        Q_EMIT said();
        return;
    }
    m_now = &engineFor(m_language);
    m_now->say(m_sentence, m_language);
}

VoiceEngine& VoiceChoice::engineFor(QLocale::Language language)
{
    VoiceEngine*& chosen = m_chosen[language];
    if (!chosen || !chosen->speaks(language)) {
        chosen = m_engines.back().get();
        if (m_device.isAudible())
            chosen =
                std::find_if(m_engines.begin(), m_engines.end(), [language](const auto& engine) {
                    return engine->speaks(language);
                })->get();
        qCInfo(logSound, "the voice for %s: %s",
               qUtf8Printable(QLocale::languageToString(language)), qUtf8Printable(chosen->name()));
    }
    return *chosen;
}

bool VoiceChoice::isHeard(QLocale::Language language)
{
    return &engineFor(language) != m_engines.back().get();
}

void VoiceChoice::say(const QString& sentence, QLocale::Language language)
{
    stop();
    m_sentence = sentence;
    m_language = language;
    m_now = &engineFor(language);
    m_now->say(sentence, language);
}

void VoiceChoice::stop()
{
    if (m_now)
        m_now->stop();
}

void VoiceChoice::setVolume(double volume)
{
    for (const auto& engine : m_engines)
        engine->setVolume(volume);
}

QString VoiceChoice::name() const
{
    return m_now ? m_now->name() : QStringLiteral("not asked yet");
}

} // namespace coffee::sound
