// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/sound_player.h"

// The resources' name must be known outside every namespace.
static void initSounds()
{
    Q_INIT_RESOURCE(coffee_sounds);
}

namespace coffee::sound {

QUrl waveOf(Sound sound)
{
    switch (sound) {
    case Sound::CardOut:
        return QUrl{QStringLiteral("qrc:/sounds/card-out.wav")};
    case Sound::Ready:
        return QUrl{QStringLiteral("qrc:/sounds/ready.wav")};
    case Sound::BarNew:
        return QUrl{QStringLiteral("qrc:/sounds/bar-new.wav")};
    case Sound::BarStop:
        return QUrl{QStringLiteral("qrc:/sounds/bar-stop.wav")};
    case Sound::BarHelp:
        return QUrl{QStringLiteral("qrc:/sounds/bar-help.wav")};
    case Sound::BarLate:
        return QUrl{QStringLiteral("qrc:/sounds/bar-late.wav")};
    case Sound::BarCaughtUp:
        return QUrl{QStringLiteral("qrc:/sounds/bar-caught-up.wav")};
    }
    return {};
}

SoundPlayer::SoundPlayer(WaveOut& out) : m_out{out}
{
    initSounds();
}

void SoundPlayer::play(Sound sound, double volume)
{
    m_out.play(waveOf(sound), volume);
}

} // namespace coffee::sound
