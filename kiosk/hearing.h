// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/files/configuration.h"
#include "shared/sound/audio_device.h"
#include "shared/sound/sound_player.h"
#include "shared/sound/voice_choice.h"

/// What the windows of the kiosk program are heard with: `--voice auto|captions --phrases DIR`.
namespace coffee::kiosk {

void addHearingOptions(ProgramOptions& options);

/// Where recorded phrases are: the shop's own folder if it named one, then what comes with the
/// program, in `../share/coffee-order/phrases` from where it is installed.
[[nodiscard]] QStringList phraseFolders(const Configuration& configuration);

/// The machine's audio device, and for the voice the first that there is: a speech engine of the
/// system with a voice for the language, recorded phrases, captions alone. Devices are opened
/// when something is to be heard for the first time. GUI thread.
class Hearing final {
public:
    explicit Hearing(const Configuration& configuration);

    [[nodiscard]] sound::VoiceEngine& voice() { return m_voice; }
    [[nodiscard]] sound::SoundPlayer& sounds() { return m_sounds; }

private:
    sound::AudioDevice m_soundsOut;
    sound::AudioDevice m_phrasesOut{m_soundsOut};
    sound::SoundPlayer m_sounds;
    sound::VoiceChoice m_voice;
};

} // namespace coffee::kiosk
