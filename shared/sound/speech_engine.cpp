// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/speech_engine.h"

#include "shared/sound/wave_out.h"

#include <algorithm>
#include <chrono>

namespace coffee::sound {
namespace {

/// A sentence that takes longer has been lost on its way.
constexpr std::chrono::seconds kSentenceMost{60};

bool hasVoiceFor(const QTextToSpeech& engine, QLocale::Language language)
{
    const QList<QLocale> locales = engine.availableLocales();
    return std::any_of(locales.begin(), locales.end(),
                       [language](const QLocale& one) { return one.language() == language; });
}

} // namespace

SpeechEngine::SpeechEngine(QObject* parent) : VoiceEngine{parent}
{
    m_longest.setSingleShot(true);
    m_longest.setInterval(kSentenceMost);
    connect(&m_longest, &QTimer::timeout, this, [this] {
        if (m_now)
            m_now->stop();
        finish();
    });
}

SpeechEngine::~SpeechEngine() = default;

void SpeechEngine::openEngines()
{
    if (std::exchange(m_isOpen, true))
        return;
    const QStringList names = QTextToSpeech::availableEngines();
    for (const QString& engine : names) {
        if (engine == QStringLiteral("mock")) // Qt's own stand-in for tests
            continue;
        auto opened = std::make_unique<QTextToSpeech>(engine);
        if (opened->state() == QTextToSpeech::Error)
            continue;
        connect(opened.get(), &QTextToSpeech::stateChanged, this, &SpeechEngine::follow);
        m_engines.push_back(std::move(opened));
    }
}

QTextToSpeech* SpeechEngine::engineFor(QLocale::Language language)
{
    openEngines();
    for (const auto& engine : m_engines)
        if (engine->state() != QTextToSpeech::Error && hasVoiceFor(*engine, language))
            return engine.get();
    return nullptr;
}

bool SpeechEngine::speaks(QLocale::Language language)
{
    return engineFor(language) != nullptr;
}

void SpeechEngine::say(const QString& sentence, QLocale::Language language)
{
    stop();
    m_isSpeaking = true;
    m_longest.start();
    m_now = engineFor(language);
    if (!m_now) {
        QTimer::singleShot(0, this, &SpeechEngine::finish);
        return;
    }
    if (m_now->locale().language() != language) {
        const QList<QLocale> locales = m_now->availableLocales();
        const auto found =
            std::find_if(locales.begin(), locales.end(),
                         [language](const QLocale& one) { return one.language() == language; });
        if (found != locales.end())
            m_now->setLocale(*found);
    }
    m_now->setVolume(m_volume);
    m_now->say(sentence);
}

void SpeechEngine::stop()
{
    m_isSpeaking = false;
    m_longest.stop();
    if (m_now)
        m_now->stop();
}

void SpeechEngine::setVolume(double volume)
{
    m_volume = volume;
}

QString SpeechEngine::name() const
{
    QStringList names;
    for (const auto& engine : m_engines)
        names.append(engine->engine());
    return names.isEmpty() ? QStringLiteral("no speech engine") : names.join(QStringLiteral(", "));
}

void SpeechEngine::follow(QTextToSpeech::State state)
{
    if (sender() != m_now || !m_isSpeaking)
        return;
    if (state == QTextToSpeech::Error)
        qCWarning(logSound, "the speech engine %s failed: %s", qUtf8Printable(m_now->engine()),
                  qUtf8Printable(m_now->errorString()));
    if (state == QTextToSpeech::Ready || state == QTextToSpeech::Error)
        QTimer::singleShot(0, this, &SpeechEngine::finish);
}

void SpeechEngine::finish()
{
    if (!std::exchange(m_isSpeaking, false))
        return;
    m_longest.stop();
    Q_EMIT said();
}

} // namespace coffee::sound
