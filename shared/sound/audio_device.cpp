// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/sound/audio_device.h"

#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QTimer>

namespace coffee::sound {

AudioDevice::AudioDevice(QObject* parent) : WaveOut{parent} {}

AudioDevice::AudioDevice(AudioDevice& sibling, QObject* parent)
    : WaveOut{parent}, m_sibling{&sibling}
{
}

AudioDevice::~AudioDevice() = default;

bool AudioDevice::isAudible()
{
    if (m_sibling)
        return m_sibling->isAudible();
    if (m_device == Device::NotAsked) {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        m_device = device.isNull() ? Device::Missing : Device::There;
        if (device.isNull())
            qCInfo(logSound, "no audio device: sounds are shown as captions only");
        else
            qCInfo(logSound, "sounds go to %s", qUtf8Printable(device.description()));
    }
    return m_device == Device::There;
}

void AudioDevice::play(const QUrl& wave, double volume)
{
    stop();
    m_isWaiting = true;
    if (!isAudible())
        return finishSoon();
    if (!m_effect) {
        m_effect = std::make_unique<QSoundEffect>();
        connect(m_effect.get(), &QSoundEffect::playingChanged, this, &AudioDevice::follow);
        connect(m_effect.get(), &QSoundEffect::statusChanged, this, &AudioDevice::follow);
    }
    m_effect->setVolume(static_cast<float>(volume));
    m_effect->setSource(wave);
    m_effect->play();
    follow();
}

void AudioDevice::stop()
{
    m_isWaiting = false;
    m_hasBegun = false;
    ++m_round;
    if (m_effect)
        m_effect->stop();
}

void AudioDevice::follow()
{
    if (!m_isWaiting)
        return;
    if (m_effect->status() == QSoundEffect::Error) {
        qCWarning(logSound, "%s cannot be played", qUtf8Printable(m_effect->source().toString()));
        return finishSoon();
    }
    if (m_effect->isPlaying())
        m_hasBegun = true;
    else if (m_hasBegun)
        finishSoon();
}

void AudioDevice::finishSoon()
{
    m_isWaiting = false;
    QTimer::singleShot(0, this, [this, round = m_round] {
        if (round == m_round)
            Q_EMIT finished();
    });
}

} // namespace coffee::sound
