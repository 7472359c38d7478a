// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/sound/wave_out.h"

#include <memory>

class QSoundEffect;

namespace coffee::sound {

/// The machine's audio device. It is opened when something is first played; where there is none it
/// says so once in the log, plays nothing, and everything else goes on.
class AudioDevice final : public WaveOut {
    Q_OBJECT

public:
    explicit AudioDevice(QObject* parent = nullptr);
    /// A second outlet of the same device, which outlives it: both can play at a time, and the
    /// device is looked for, and reported, once.
    explicit AudioDevice(AudioDevice& sibling, QObject* parent = nullptr);
    ~AudioDevice() override;

    void play(const QUrl& wave, double volume) override;
    void stop() override;
    [[nodiscard]] bool isAudible() override;

private:
    void finishSoon();
    void follow();

    enum class Device { NotAsked, There, Missing };
    AudioDevice* m_sibling{nullptr};
    Device m_device{Device::NotAsked};
    std::unique_ptr<QSoundEffect> m_effect;
    bool m_isWaiting{false}; ///< a `finished` is due
    bool m_hasBegun{false};
    int m_round{0}; ///< what was stopped does not finish later
};

} // namespace coffee::sound
