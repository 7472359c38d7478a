// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/hearing.h"

#include "shared/sound/phrase_engine.h"
#include "shared/sound/speech_engine.h"

#include <QDir>
#include <QFileInfo>

namespace coffee::kiosk {
namespace {

std::vector<std::unique_ptr<sound::VoiceEngine>> enginesOf(const Configuration& configuration,
                                                           sound::WaveOut& phrasesOut)
{
    std::vector<std::unique_ptr<sound::VoiceEngine>> engines;
    if (configuration.text("voice") == "captions")
        return engines;
    engines.push_back(std::make_unique<sound::SpeechEngine>());
    engines.push_back(std::make_unique<sound::PhraseEngine>(
        sound::PhraseBook{phraseFolders(configuration)}, phrasesOut));
    return engines;
}

} // namespace

void addHearingOptions(ProgramOptions& options)
{
    options.choice("voice", {"auto", "captions"}, "auto",
                   "Speaks with what is installed, or shows captions only.");
    options.path("phrases", "DIR", "",
                 "The shop's own recordings, ko/KEY.wav and en/KEY.wav: they count before those "
                 "that come with the program, where no speech engine is.");
}

QStringList phraseFolders(const Configuration& configuration)
{
    // Not from the application, which a listing does without.
    const QDir program = QFileInfo{QStringLiteral("/proc/self/exe")}.canonicalPath();
    return {QString::fromStdString(configuration.path("phrases").string()),
            QDir::cleanPath(program.filePath(QStringLiteral("../share/coffee-order/phrases")))};
}

Hearing::Hearing(const Configuration& configuration)
    : m_sounds{m_soundsOut}, m_voice{enginesOf(configuration, m_phrasesOut), m_phrasesOut}
{
}

} // namespace coffee::kiosk
