// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/wave_out.h"

#include <array>

namespace coffee::sound {

/// Every sound that the suite makes by itself. The file of each is resources/sounds/<name>.wav,
/// made by `make_sounds.py`. No sound stands alone: a caption says the same.
enum class Sound {
    CardOut,    ///< "take your card out": two high tones
    Ready,      ///< a number is ready: three rising tones
    BarNew,     ///< the bar has a new order: two rising tones
    BarStop,    ///< an order was cancelled: three falling tones
    BarHelp,    ///< a kiosk calls: two short tones and a higher one
    BarLate,    ///< an order is late: one low tone, twice
    BarCaughtUp ///< there is work after an absence: a short run up
};

inline constexpr std::array kAllSounds{Sound::CardOut,    Sound::Ready,   Sound::BarNew,
                                       Sound::BarStop,    Sound::BarHelp, Sound::BarLate,
                                       Sound::BarCaughtUp};

/// Where the sound's file is.
[[nodiscard]] QUrl waveOf(Sound sound);

/// Plays the suite's sounds through an outlet that outlives it.
class SoundPlayer final {
public:
    explicit SoundPlayer(WaveOut& out);
    /// `volume` from 0 to 1.
    void play(Sound sound, double volume);
    [[nodiscard]] WaveOut& out() { return m_out; }

private:
    WaveOut& m_out;
};

} // namespace coffee::sound
