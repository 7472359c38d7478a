// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/hearing.h"

#include "shared/sound/phrase_engine.h"
#include "shared/sound/speech_engine.h"

namespace coffee::kiosk {
namespace {

std::vector<std::unique_ptr<sound::VoiceEngine>> enginesOf(const Configuration& configuration,
                                                           sound::WaveOut& phrasesOut)
{
    std::vector<std::unique_ptr<sound::VoiceEngine>> engines;
    if (configuration.text("voice") == "captions")
        return engines;
    engines.push_back(std::make_unique<sound::SpeechEngine>());
    const QString folder = QString::fromStdString(configuration.path("phrases").string());
    engines.push_back(std::make_unique<sound::PhraseEngine>(sound::PhraseBook{folder}, phrasesOut));
    return engines;
}

} // namespace

void addHearingOptions(ProgramOptions& options)
{
    options.choice("voice", {"auto", "captions"}, "auto",
                   "Speaks with what is installed, or shows captions only.");
    options.path("phrases", "DIR", "",
                 "The shop's own recordings, ko/KEY.wav and en/KEY.wav, used where no speech "
                 "engine is.");
}

Hearing::Hearing(const Configuration& configuration)
    : m_sounds{m_soundsOut}, m_voice{enginesOf(configuration, m_phrasesOut), m_phrasesOut}
{
}

} // namespace coffee::kiosk
